"""Writers: the one description becomes a file of one format."""
