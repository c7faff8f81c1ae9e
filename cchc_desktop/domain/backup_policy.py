"""Which backups are kept, and when one is due: pure rules that hold when the clock jumps either way.

Kept are all of the last two days, then the newest of each of 12 days, 10 weeks and 9 months (days of Vietnam). Days,
weeks and months count only where they have a backup, so no jump of the clock empties the folder: it merely brings
days that hold one. Backups from the future (made before the clock was set back) have the same number of places, of
their own: they push no honest one out, and they do not pile up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.domain.days import VIETNAM

DAILY, WEEKLY, MONTHLY = 12, 10, 9
KEEP_ALL = timedelta(days=2)
DUE_AFTER = timedelta(days=1)
REHASH_AFTER = timedelta(days=7)
"""Files on a disk rot unseen: the newest backup, on which everything rests, is read again from end to end weekly."""
WARN_AFTER_DAYS = 7
"""Whole days without a copy on another disk after which the person is told."""

_SLACK = timedelta(minutes=10)
"""Clocks that a network sets move by seconds; within this a backup is not from the future."""

_Bucket = Callable[[datetime], Hashable]


def is_due(newest: datetime | None, now: datetime) -> bool:
    """Tell whether a start makes a backup: none yet, older than a day, or from the future (its age is unknown)."""
    return newest is None or not timedelta(0) <= now + _SLACK - newest <= DUE_AFTER + _SLACK


def to_remove(backups: Sequence[Backup], sound: Collection[Path], now: datetime) -> list[Backup]:
    """Return the backups to remove; `sound` names the files that passed their check.

    The newest sound one stays whatever its date, and the newest one from before a restore: it is what undoes that. Of
    equal standing the sound one is kept before the other.
    """
    ranked = sorted(backups, key=lambda backup: (backup.file in sound, backup.order, backup.at), reverse=True)
    kept = {backup.file for backup in ranked[:1] if backup.file in sound}
    safety = (backup.file for backup in ranked if backup.reason is BackupReason.RESTORE)
    kept.update(islice(safety, 1))
    past = [backup for backup in ranked if backup.at <= now + _SLACK]
    future = [backup for backup in ranked if backup.at > now + _SLACK]
    kept.update(backup.file for backup in past if now - backup.at <= KEEP_ALL)
    for group in (past, future):
        kept.update(backup.file for backup in _representatives(group))
    return [backup for backup in backups if backup.file not in kept]


def next_order(orders: Collection[int], at: datetime) -> int:
    """Return the place of a new backup: its moment in seconds, or just above the last where the clock went back."""
    return max(int(at.timestamp()), max(orders, default=0) + 1)


def _representatives(ranked: Sequence[Backup]) -> Iterator[Backup]:
    for count, bucket in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        yield from _newest_of_each(ranked, count, bucket)


def _newest_of_each(ranked: Sequence[Backup], count: int, bucket: _Bucket) -> list[Backup]:
    """Return the best of each of the latest `count` buckets; `ranked` has the best first."""
    best: dict[Hashable, Backup] = {}
    for backup in ranked:
        best.setdefault(bucket(backup.at), backup)
    latest = sorted(best.values(), key=lambda backup: backup.at, reverse=True)
    return latest[:count]


def _day(at: datetime) -> Hashable:
    return at.astimezone(VIETNAM).date()


def _week(at: datetime) -> Hashable:
    return at.astimezone(VIETNAM).isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    local = at.astimezone(VIETNAM)
    return local.year, local.month
