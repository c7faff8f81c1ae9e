"""Gives meaning to raw tables: a draft plan and its doubts, without I/O; `plan.recognise` is the door."""
