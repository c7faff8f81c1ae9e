"""Backups as the program knows them: one verified copy of the database, and what a restore would bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """Why a backup was made."""

    MANUAL = "manual"
    START = "start"
    """At the start, the last one being older than a day."""
    IMPORT = "import"
    MERGE = "merge"
    MIGRATION = "migration"
    RESTORE = "restore"
    """Just before a restore: what undoes it."""


REASON_WORDS: Mapping[BackupReason, str] = {
    BackupReason.MANUAL: "thủ công",
    BackupReason.START: "tự động",
    BackupReason.IMPORT: "trước khi nhập",
    BackupReason.MERGE: "trước khi gộp",
    BackupReason.MIGRATION: "trước khi nâng cấp",
    BackupReason.RESTORE: "trước khi khôi phục",
}
"""How a reason reads in a list and in a file's name."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup that was opened, checked and counted after it was written.

    `last_operation` and `last_digest` name the newest entry of its change log, so that a list can say what has
    changed since; `counts` are rows per table; `evidence` are names in the shared evidence store.
    """

    file: Path
    at: datetime
    reason: BackupReason
    size: int
    sha256: str
    schema_version: int
    last_operation: int
    last_digest: str
    counts: Mapping[str, int] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    order: int = 0
    """Place among the backups of one database: seconds since 1970, yet always above the one made before it.

    The clock alone cannot tell the newest: people set it back, and a flat battery starts it years ago.
    """


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One line of the list of backups; `changes_since` is None where the backup has another history than the data.

    `is_own` is False for a backup of another database that somebody copied here: it is kept, and counts for nothing.
    """

    backup: Backup
    is_sound: bool
    changes_since: int | None
    is_own: bool = True


def newest_good(lines: Iterable[BackupLine]) -> BackupLine | None:
    """Return the first line, of lines newest first, that may be offered to put the data right; None without one."""
    return next((line for line in lines if line.is_sound and line.is_own), None)


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """One plan in a restore's preview: its items now and in the backup, None where it is not there.

    `changed` counts items that differ or exist on one side only.
    """

    title: str
    items_now: int | None
    items_then: int | None
    changed: int


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What a restore would do; nothing has been touched."""

    file: Path
    at: datetime | None
    schema_version: int
    plans: tuple[PlanDifference, ...]
    operations_lost: int | None
    """Operations of today's log that the backup does not have, None where the histories differ altogether."""
    problems: tuple[str, ...] = ()
    """Vietnamese sentences that a person should read before: another database's, rows that the log does not explain."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore that was carried out; `safety` holds what was there before, None where there was nothing readable."""

    file: Path
    safety: Backup | None
    kept_aside: Path | None = None
    """Where a damaged database was put."""
    problems: tuple[str, ...] = ()
    """Vietnamese sentences on what the check finds in the data now."""


@dataclass(frozen=True, slots=True)
class OutsidePlace:
    """A removable disk that is plugged in; `free` are bytes."""

    folder: Path
    name: str
    free: int


@dataclass(frozen=True, slots=True)
class BackupState:
    """What the status bar and the backup page say: the newest backup, and how long no copy went to another disk.

    `troubles` are Vietnamese sentences about backups that could not be made.
    """

    newest: Backup | None
    outside_days: int | None
    """Whole days since a copy was put on another disk, None where that never happened or a wrong clock noted it."""
    troubles: tuple[str, ...] = ()
    days_at_risk: int = 0
    """Whole days since a copy was put on another disk, or else since the first backup: what a warning counts."""
    note: str = ""
    """A sentence where the backups could not be compared with the data and some seem to be another database's."""
