"""Use cases of the papers of the follow-up: their plain data gathered, and written through one port."""
