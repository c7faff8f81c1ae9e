"""Arithmetic on calendar months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def month_start(year: int, month: int) -> date:
    """Return the first day of a month."""
    return date(year, month, 1)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month; leap years are kept."""
    return date(year, month, monthrange(year, month)[1])


def day_before(day: date) -> date:
    """Return the day before; the calendar's very first day stays itself."""
    return day if day == date.min else day - timedelta(days=1)


def follows(day: date, earlier: date) -> bool:
    """Tell whether `day` is at most one day after `earlier`."""
    return day.toordinal() <= earlier.toordinal() + 1


def months_back(first_of: date, count: int) -> date:
    """Return the first day of the month `count` months earlier, not before the calendar begins."""
    index = max(first_of.year * 12 + first_of.month - 1 - count, 12)
    return date(index // 12, index % 12 + 1, 1)
