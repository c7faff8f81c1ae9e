"""Reading what can still be read of a damaged database, without SQLite, into a new file."""
