"""Closed spans of days: a plan's period, a report's window, a milestone's window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; ValueError when `end` comes before `start`."""

    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def contains(self, day: date) -> bool:
        """Tell whether the day lies inside the period."""
        return self.start <= day <= self.end

    def clamp(self, start: date, end: date) -> Period | None:
        """Return the part of `start`..`end` that lies inside the period; None when there is none."""
        first, last = max(self.start, start), min(self.end, end)
        return Period(first, last) if first <= last else None
