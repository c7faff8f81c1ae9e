"""Opening told in the window: why a database cannot be opened and what helps, reading only, bad places, upgrades."""
