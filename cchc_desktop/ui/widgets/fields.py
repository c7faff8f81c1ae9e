"""Reading plain values from typed fields."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit

from cchc_desktop.domain.days import read_day


def typed_day(field: QLineEdit) -> date | None:
    """Return the day typed in a field, None where it is empty or no day."""
    try:
        return read_day(field.text())
    except ValueError:
        return None
