"""Days as people of an office write them."""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""The one zone in which days and times are shown; Windows has no zone data."""

_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})$")
_WRITTEN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def read_day(text: str) -> date:
    """Return the day of '01/07/2025', '1-7-2025' or '2025-07-01'; ValueError for anything else."""
    text = text.strip()
    match = _WRITTEN.match(text)
    if match:
        day, month, year = map(int, match.groups())
        return date(year, month, day)
    return date.fromisoformat(text)


def read_short_day(text: str, today: date) -> date:
    """Return the day of '1/1' (of the year of `today`), '1-1-2026' or '01/01/2026'; ValueError for anything else."""
    match = _SHORT.match(text.strip())
    if match is None:
        return read_day(text)
    day, month = map(int, match.groups())
    return date(today.year, month, day)


def show_day(day: date) -> str:
    """Return a day as screens show it: dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year}"
