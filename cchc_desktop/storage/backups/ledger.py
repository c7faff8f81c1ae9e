"""The ledger of a backup folder: since when there are backups, and when a copy last went to another disk."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cchc_desktop.safe_files import write_atomically

FILE = "ledger.json"
_NEVER = datetime.min.replace(tzinfo=UTC)
_SLACK = timedelta(days=1)
"""What lies further ahead than this was noted by a clock that was wrong, and says nothing about today."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """When the first backup was made, when a copy last went outside, and where to; None for never."""

    first: datetime | None = None
    outside: datetime | None = None
    place: str = ""

    def outside_days(self, now: datetime) -> int | None:
        """Return whole days since a copy went outside; None for never, and where only a wrong clock says so."""
        return _days(self.outside, now)

    def days_at_risk(self, now: datetime) -> int:
        """Return whole days since a copy went outside, or since the first backup where none ever did."""
        outside = self.outside_days(now)
        return _days(self.first, now) or 0 if outside is None else outside

    def begun(self, now: datetime) -> Ledger:
        """Return the ledger with a day of the first backup: today where there is none, or one that lies ahead."""
        return self if _is_credible(self.first, now) else replace(self, first=now)


def _days(since: datetime | None, now: datetime) -> int | None:
    return None if since is None or not _is_credible(since, now) else max(0, (now - since).days)


def _is_credible(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now + _SLACK


def read_ledger(folder: Path) -> Ledger:
    """Return the ledger of a folder; an empty one where it is missing or damaged."""
    try:
        document = json.loads((folder / FILE).read_bytes())
        return Ledger(_moment(document, "first"), _moment(document, "outside"), str(document.get("place", "")))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return Ledger()


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Write the ledger of a folder that exists; OSError."""
    document = {"first": _text(ledger.first), "outside": _text(ledger.outside), "place": ledger.place}
    with write_atomically(folder / FILE) as stream:
        stream.write(json.dumps(document, ensure_ascii=False, indent=1).encode())


def merged(one: Ledger, other: Ledger, now: datetime) -> Ledger:
    """Return what two ledgers of one database say together: the first first, the last outside that is credible."""
    firsts = [ledger.first for ledger in (one, other) if ledger.first is not None]
    later = max((one, other), key=lambda ledger: (_is_credible(ledger.outside, now), ledger.outside or _NEVER))
    return Ledger(min(firsts, default=None), later.outside, later.place)


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()


def _moment(document: dict[str, Any], name: str) -> datetime | None:
    text = document.get(name)
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment
