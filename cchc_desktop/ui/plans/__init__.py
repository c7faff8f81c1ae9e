"""Making, editing, issuing and closing plans."""
