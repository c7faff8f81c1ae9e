"""The manifest beside each backup: what was found when it was verified, so that a list need not open the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.safe_files import write_atomically
from cchc_desktop.storage.backups.names import manifest_of

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A backup in a folder; `is_sound` as far as its size and the last verification (`verified_at`) tell."""

    backup: Backup
    is_sound: bool
    verified_at: datetime


def write_manifest(entry: Entry) -> None:
    """Write the manifest of a backup; OSError."""
    backup = asdict(entry.backup)
    del backup["file"]
    document = {
        **backup,
        "format": _FORMAT,
        "at": entry.backup.at.astimezone(UTC).isoformat(),
        "sound": entry.is_sound,
        "verified_at": entry.verified_at.astimezone(UTC).isoformat(),
    }
    with write_atomically(manifest_of(entry.backup.file)) as stream:
        stream.write(json.dumps(document, ensure_ascii=False, indent=1).encode())


def read_manifest(file: Path) -> Entry | None:
    """Return what the manifest of a backup says; None for a missing, damaged or future one."""
    try:
        return _parse(file, json.loads(manifest_of(file).read_bytes()))
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _parse(file: Path, document: Mapping[str, Any]) -> Entry:
    """Build an entry; one of the errors that `read_manifest` expects where something is missing or of a wrong type."""
    if document["format"] != _FORMAT:
        raise ValueError("a manifest of another format")
    backup = Backup(
        file=file,
        at=_moment(document["at"]),
        reason=BackupReason(document["reason"]),
        size=int(document["size"]),
        sha256=str(document["sha256"]),
        schema_version=int(document["schema_version"]),
        last_operation=int(document["last_operation"]),
        last_digest=str(document["last_digest"]),
        counts={str(table): int(count) for table, count in document["counts"].items()},
        evidence=tuple(map(str, document["evidence"])),
        order=int(document["order"]),
    )
    return Entry(backup, document["sound"] is True, _moment(document["verified_at"]))


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment
