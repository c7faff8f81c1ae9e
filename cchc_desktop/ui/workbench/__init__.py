"""The plan on the screen: tree and table, editors, chooser, inspector."""
