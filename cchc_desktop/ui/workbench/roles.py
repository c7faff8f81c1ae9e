"""The roles of the plan's models beyond Qt's own."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = Qt.ItemDataRole.UserRole


class Role(IntEnum):
    """What else a row can be asked for."""

    ROW = _FIRST + 1
    """The entity itself: a WorkItem or a Section; None for a group made by the view."""
    SORT = _FIRST + 2
    """A native value by which the column sorts."""
    DEPTH = _FIRST + 3
    """0 for sections and items directly under one, then one more per level."""
    SCHEDULE = _FIRST + 4
    """The Schedule of an item, None for sections."""
    COUNT = _FIRST + 5
    """How many tasks a section or group shows."""
    PARENT_ROW = _FIRST + 6
    """True where the row has rows below it."""
    UNSAVED = _FIRST + 7
    """True where the cell shows typed words that could not be stored."""
    GROUP_ROW = _FIRST + 8
    """True for rows that stand over others across all columns: sections and groups."""
    SUMMARY = _FIRST + 9
    """What a section or group holds in figures (GroupSummary), None for items."""
    UID = _FIRST + 10
    """The name of a row that stays the same over snapshots, starts and machines."""
    ADDED = _FIRST + 11
    """True for an item that arose after the plan was issued (phát sinh)."""
    STATUS = _FIRST + 12
    """The ItemStatus of an item as of today, None where it is not followed or not known yet."""
    ROLL_UP = _FIRST + 13
    """How many tasks of a section or group have which status (RollUp), None for items and while it is not known."""
