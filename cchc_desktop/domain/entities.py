"""Rules that all stored entities share."""

from __future__ import annotations

import uuid

UNSAVED = 0
"""Identifier of an entity that has not been stored yet; the repository gives the real one."""


def new_uid() -> str:
    """Return a fresh UUID text: it names a row across files, sheets and packages (ids are local to one file)."""
    return str(uuid.uuid4())
