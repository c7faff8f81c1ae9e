"""One folder of backups: what it holds by its manifests, how a new one comes in, how old ones go."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cchc_desktop.domain.backup_policy import to_remove
from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.storage.backups.copy import TEMPORARY, remove_with_journals, sha256_of, temporary_in
from cchc_desktop.storage.backups.evidence import evidence_names, prune_evidence
from cchc_desktop.storage.backups.homes import EVIDENCE_FOLDER
from cchc_desktop.storage.backups.judge import Facts, judge
from cchc_desktop.storage.backups.manifest import Entry, read_manifest, write_manifest
from cchc_desktop.storage.backups.names import MANIFEST_SUFFIX, SUFFIX, manifest_of, read_name
from cchc_desktop.storage.claims import claim_first
from cchc_desktop.storage.owner import read_owner

_FORGOTTEN_AFTER = timedelta(days=1)
"""An unfinished file this old belongs to a program that was ended; a younger one may be another program's work."""

Foreign = Callable[[Sequence[Entry]], Collection[Path]]
"""Returns the files among some backups that are of another database."""


class BackupFolder:
    """A folder with backups of one database; every method asks the disk anew, for people copy files by hand."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def evidence(self) -> Path:
        """The shared store of the evidence that these backups name."""
        return self.path / EVIDENCE_FOLDER

    def files(self) -> list[Path]:
        """Return the backup files by name; empty where the folder is missing or cannot be read."""
        with contextlib.suppress(OSError):
            return sorted(file for file in self.path.iterdir() if _is_backup(file))
        return []

    def entries(self) -> list[Entry]:
        """Return what the folder holds; a file without a manifest is judged now, and given one."""
        return [entry for file in self.files() if (entry := _entry_of(file) or self._adopted(file))]

    def unfinished(self) -> Path:
        """Return a name for a backup that is being made."""
        return temporary_in(self.path)

    def keep(self, unfinished: Path, entry: Entry, names: Iterator[str]) -> Entry:
        """Give a verified file the first of some names that is free, then its manifest.

        Another program may take a name meanwhile; what it has made is never overwritten. A stop in between leaves a
        file that is judged again.
        """
        file = claim_first(unfinished, self.path, names)
        kept = replace(entry, backup=replace(entry.backup, file=file))
        write_manifest(kept)
        return kept

    def thin(self, now: datetime, foreign_of: Foreign) -> None:
        """Remove what the policy no longer keeps, and the evidence that only those named; what is held stays.

        So do backups of another database: whose they are, and how many that one needs, nobody here knows.
        """
        entries = self.entries()
        foreign = foreign_of(entries)
        own = [entry for entry in entries if entry.backup.file not in foreign]
        sound = {entry.backup.file for entry in own if entry.is_sound}
        surplus = to_remove([entry.backup for entry in own], sound, now)
        removed = [backup for backup in surplus if read_name(backup.file.name)]  # what a person put here stays
        for backup in removed:
            _remove(backup)
        left = set(self.files())
        needed = {entry.backup.file: entry.backup.evidence for entry in entries if entry.backup.file in left}
        if removed and left == set(needed):  # a file that could not be read may need anything
            with contextlib.suppress(OSError):
                prune_evidence(self.evidence, {name for names in needed.values() for name in names})

    def sweep(self, now: datetime) -> None:
        """Remove what programs that were ended left unfinished, and manifests whose backup is gone."""
        with contextlib.suppress(OSError):
            for file in list(self.path.iterdir()):
                if TEMPORARY in file.suffix and file.name.startswith(".") and _is_old(file, now):
                    remove_with_journals(file)
                elif file.name.endswith(SUFFIX + MANIFEST_SUFFIX) and not file.with_suffix("").exists():
                    file.unlink(missing_ok=True)

    def _adopted(self, file: Path) -> Entry | None:
        """Judge a backup without a manifest (copied by hand, or its maker was ended) and write one where that works."""
        try:
            backup = self._described(file)
        except OSError:
            return None
        try:
            facts = judge(file)
        except CchcError:
            return Entry(backup, is_sound=False, verified_at=backup.at)
        entry = Entry(_with_facts(backup, facts), is_sound=True, verified_at=datetime.now(UTC))
        with contextlib.suppress(OSError):
            write_manifest(entry)
        return entry

    def _described(self, file: Path) -> Backup:
        """Describe a file by its name and content; it may need any evidence that lies here."""
        stat = file.stat()
        at, reason = read_name(file.name) or (datetime.fromtimestamp(stat.st_mtime, UTC), BackupReason.MANUAL)
        return Backup(
            file=file,
            at=at,
            reason=reason,
            size=stat.st_size,
            sha256=sha256_of(file),
            schema_version=0,
            last_operation=0,
            last_digest="",
            evidence=tuple(evidence_names(self.evidence)),
            order=int(at.timestamp()),
        )


def verified_again(entry: Entry, now: datetime) -> Entry:
    """Read a backup from end to end and note in its manifest whether it is still what was written; OSError."""
    is_sound = sha256_of(entry.backup.file) == entry.backup.sha256
    checked = replace(entry, is_sound=is_sound, verified_at=now)
    with contextlib.suppress(OSError):  # a read-only place: asked again next time
        write_manifest(checked)
    return checked


def _entry_of(file: Path) -> Entry | None:
    """Return what the manifest says, unsound where the file has another size by now."""
    entry = read_manifest(file)
    if entry is None:
        return None
    try:
        size = file.stat().st_size
    except OSError:
        return None
    return entry if size == entry.backup.size else replace(entry, is_sound=False)


def _with_facts(backup: Backup, facts: Facts) -> Backup:
    return replace(
        backup,
        schema_version=facts.schema_version,
        counts=facts.counts,
        last_operation=facts.last_operation,
        last_digest=facts.last_digest,
    )


def _is_backup(file: Path) -> bool:
    return file.suffix == SUFFIX and not file.name.startswith(".") and file.is_file()


def _is_old(file: Path, now: datetime) -> bool:
    try:
        return abs(now.timestamp() - file.stat().st_mtime) > _FORGOTTEN_AFTER.total_seconds()
    except OSError:
        return False


def _remove(backup: Backup) -> None:
    """Remove the file before its manifest: a manifest alone is swept, a file alone would be judged as new."""
    if read_owner(backup.file) is not None:  # somebody opened it as data
        return
    with contextlib.suppress(OSError):
        backup.file.unlink(missing_ok=True)
        manifest_of(backup.file).unlink(missing_ok=True)


def iterate_entries(folders: list[BackupFolder]) -> Iterator[Entry]:
    """Yield the entries of several folders, a copy in a later folder only where no earlier one has it."""
    seen: set[tuple[str, str]] = set()
    for folder in folders:
        for entry in folder.entries():
            key = (entry.backup.file.name, entry.backup.sha256)
            if key not in seen:
                seen.add(key)
                yield entry
