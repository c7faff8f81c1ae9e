"""Names of backup files: readable for people, possible on every disk, and telling moment and reason by themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from cchc_desktop.domain.backups import REASON_WORDS, BackupReason
from cchc_desktop.domain.days import VIETNAM
from cchc_desktop.storage.backups.homes import clean

SUFFIX = ".db"
MANIFEST_SUFFIX = ".json"

_STAMP = re.compile(r" (\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}) ([^\d.-]+?)(?:-\d+)?\.db$")


def backup_name(database: Path, at: datetime, reason: BackupReason, taken: Collection[str]) -> str:
    """Return a free name, e.g. 'cchc 2026-11-21 07.12.30 tự động.db' with Vietnam's time; '-2' where it is taken."""
    return next(free_names(database, at, reason, taken))


def free_names(database: Path, at: datetime, reason: BackupReason, taken: Collection[str]) -> Iterator[str]:
    """Yield the free names for a backup without end, for another program may take one meanwhile.

    Names are compared without case, for Windows and FAT do so. No two backups share a name, whatever the clock says.
    """
    base = f"{clean(database.stem)} {at.astimezone(VIETNAM):%Y-%m-%d %H.%M.%S} {REASON_WORDS[reason]}"
    used = {name.casefold() for name in taken}
    names = (f"{base}{SUFFIX}" if number == 1 else f"{base}-{number}{SUFFIX}" for number in count(1))
    return (name for name in names if name.casefold() not in used)


def read_name(name: str) -> tuple[datetime, BackupReason] | None:
    """Return the moment and reason that a backup's name tells, None for a name of someone's own."""
    match = _STAMP.search(unicodedata.normalize("NFC", name))
    if match is None:
        return None
    reasons = {words: reason for reason, words in REASON_WORDS.items()}
    try:
        at = datetime.strptime(match[1], "%Y-%m-%d %H.%M.%S").replace(tzinfo=VIETNAM)
    except ValueError:
        return None
    return at.astimezone(UTC), reasons.get(match[2], BackupReason.MANUAL)


def manifest_of(file: Path) -> Path:
    """Return the place of a backup's manifest: its own name with '.json' behind."""
    return file.with_name(file.name + MANIFEST_SUFFIX)
