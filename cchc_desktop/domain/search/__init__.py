"""Finding rows by the words that a person remembers."""
