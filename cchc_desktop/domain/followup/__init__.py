"""What falls due, what was recorded about it, and how that makes a status."""
