"""The machine's clock; Vietnam's date at a fixed +07:00, for Windows has no zone data."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


class SystemClock:
    """The real time; tests inject another clock."""

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the date in Vietnam."""
        return datetime.now(VIETNAM).date()
