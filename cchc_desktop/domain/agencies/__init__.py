"""What an agency is, how its name is written, and what several spellings of one become."""
