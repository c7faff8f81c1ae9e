"""The page that searches all plans at once, and the library behind it."""
