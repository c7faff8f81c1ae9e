"""Backups of one database: made and verified, named, listed, thinned, copied elsewhere, looked into, restored."""
