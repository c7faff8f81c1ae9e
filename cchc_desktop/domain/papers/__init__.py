"""What a paper says, as plain data, and how papers look; no layout, no file format."""
