"""The window; the only place, with app and __main__, where Qt lives."""
