"""The command line `cchc`: the same services as the window, no Qt loaded."""
