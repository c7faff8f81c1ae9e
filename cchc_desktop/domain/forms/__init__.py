"""The superior's own form: its cells, what fills them, what is written into a copy."""
