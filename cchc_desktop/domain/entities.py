"""Rules that all stored entities share."""

from __future__ import annotations

UNSAVED = 0
"""Identifier of an entity that has not been stored yet; the repository gives the real one."""


def new_uid() -> str:
    """Return a fresh UUID text: it names a row across files, sheets and packages (ids are local to one file)."""
    from uuid import uuid4  # with what it loads, 3 ms of a start that makes no row

    return str(uuid4())
