"""Making backups of one database: in its folder or beside the data, verified, thinned, copied to a second place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.backup_policy import REHASH_AFTER, next_order
from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import Cancelled, CannotWrite, DamagedDatabase, DatabaseInUse
from cchc_desktop.domain.ports import CancelCheck, Clock, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.storage.backups.copy import copy_file, faults_at, remove_with_journals, sha256_of
from cchc_desktop.storage.backups.evidence import bring_evidence, evidence_names
from cchc_desktop.storage.backups.folder import BackupFolder, iterate_entries, verified_again
from cchc_desktop.storage.backups.homes import EVIDENCE_FOLDER, beside_folder, second_folder_name
from cchc_desktop.storage.backups.judge import Facts, verify_copy
from cchc_desktop.storage.backups.ledger import Ledger, merged, read_ledger, write_ledger
from cchc_desktop.storage.backups.lineage import Kinship, Lineage
from cchc_desktop.storage.backups.live import LiveDatabase
from cchc_desktop.storage.backups.manifest import Entry, write_manifest
from cchc_desktop.storage.backups.names import free_names
from cchc_desktop.storage.backups.places import are_on_one_volume

SecondPlace = Callable[[], Path | None]
"""Returns the second place that the person chose, None for none; asked each time, for it is a setting."""


class BackupMaker:
    """Makes the backups of one database; `troubles` are sentences about what the last work could not do.

    Reads the data through short connections of its own, so it may run in any thread, beside the one that writes.
    """

    def __init__(self, database: Path, folder: Path, clock: Clock, second: SecondPlace) -> None:
        self.live = LiveDatabase(database)
        self.folders = [BackupFolder(folder), BackupFolder(beside_folder(database))]
        self.lineage = Lineage(self.live)
        self.troubles: list[str] = []
        self._clock = clock
        self._second = second

    # ---------------------------------------------------------------- what there is

    def second_folder(self) -> BackupFolder | None:
        """Return this database's folder at the second place; None where none was chosen."""
        place = self._second()
        return None if place is None else BackupFolder(place / second_folder_name(self.live.path))

    def entries(self, *, everywhere: bool = False) -> list[Entry]:
        """Return the backups, newest first; `everywhere` also those that only the second place has."""
        second = self.second_folder() if everywhere else None
        folders = self.folders if second is None else [*self.folders, second]
        return sorted(iterate_entries(folders), key=lambda entry: entry.backup.order, reverse=True)

    def newest_sound(self) -> Entry | None:
        """Return the newest backup of this database that its size and last verification call sound."""
        return self.judged()[0]

    def judged(self) -> tuple[Entry | None, Kinship]:
        """Return the newest sound backup of this database, and which ones are another's."""
        entries = self.entries()
        kinship = self.lineage.judge(entries)
        own = (entry for entry in entries if entry.is_sound and entry.backup.file not in kinship.foreign)
        return next(own, None), kinship

    def ledger(self) -> Ledger:
        """Return what is known of copies on other disks."""
        first, second = (read_ledger(folder.path) for folder in self.folders)
        return merged(first, second, self._clock.now())

    # ---------------------------------------------------------------- making

    def make(self, reason: BackupReason, progress: ProgressCallback, is_cancelled: CancelCheck) -> Backup:
        """Make a verified backup; in the folder beside the data where its own folder refuses."""
        self.troubles.clear()
        try:
            self.live.require()
            folder, entry = self._made_somewhere(reason, progress, is_cancelled)
        except (DamagedDatabase, DatabaseInUse) as error:
            self.troubles.append(error.message)
            raise
        self._finish(folder, entry)
        return entry.backup

    def make_if_changed(
        self, reason: BackupReason, progress: ProgressCallback, is_cancelled: CancelCheck
    ) -> Backup | None:
        """Make a backup unless the newest sound one holds all of it; None where there is nothing new to save."""
        facts = self.live.facts()
        if facts is not None and facts.last_operation == 0:
            return None
        newest = self.newest_sound()
        if facts is None or newest is None or not _holds(newest.backup, facts) or not self._is_still_sound(newest):
            return self.make(reason, progress, is_cancelled)
        self.troubles.clear()
        self._copy_to_second(newest)  # it may have been out of reach when this backup was made
        return None

    def make_in(
        self,
        folder: BackupFolder,
        reason: BackupReason,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> Entry:
        """Make a verified backup in one folder; CannotWrite where it refuses, DamagedDatabase for damaged data."""
        with faults_at(folder.path):
            folder.path.mkdir(parents=True, exist_ok=True)
            now = self._clock.now()
            folder.sweep(now)
            unfinished = folder.unfinished()
            try:
                facts = self.verified(unfinished, progress, is_cancelled)
                evidence = self._bring_evidence(folder)
                names = free_names(self.live.path, now, reason, self._taken(folder))
                backup = described(unfinished, unfinished, now, reason, facts)
                backup = replace(backup, evidence=evidence, order=self._next_order(now))
                return folder.keep(unfinished, Entry(backup, is_sound=True, verified_at=now), names)
            finally:
                remove_with_journals(unfinished)

    def verified(self, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> Facts:
        """Copy the data into a new file and open, check and count it; the file is the caller's to remove on a fault."""
        facts = self.live.copy_to(target, progress, is_cancelled)
        if is_cancelled():
            raise Cancelled
        try:
            verify_copy(target, facts)
        except DamagedDatabase as error:
            if self.live.is_damaged():
                raise
            raise CannotWrite(
                f"Bản sao lưu vừa ghi vào {target.parent} không đọc lại đúng nên đã bị bỏ. Hãy kiểm tra ổ đĩa đó."
            ) from error
        return facts

    def _made_somewhere(
        self, reason: BackupReason, progress: ProgressCallback, is_cancelled: CancelCheck
    ) -> tuple[BackupFolder, Entry]:
        own, beside = self.folders
        try:
            return own, self.make_in(own, reason, progress, is_cancelled)
        except CannotWrite as error:
            self.troubles.append(error.message)
        try:
            entry = self.make_in(beside, reason, progress, is_cancelled)
        except CannotWrite as error:
            self.troubles.append(error.message)
            raise
        self.troubles.append(f"Bản sao lưu được ghi tạm vào {beside.path}.")
        return beside, entry

    def _taken(self, folder: BackupFolder) -> Collection[str]:
        """Return the names that a new backup must not have: one name tells one backup in all its places."""
        return {file.name for place in (folder, *self.folders) for file in place.files()}

    def _next_order(self, now: datetime) -> int:
        return next_order([entry.backup.order for entry in self.entries()], now)

    def _is_still_sound(self, entry: Entry) -> bool:
        """Read the newest backup again from time to time, for everything rests on it."""
        now = self._clock.now()
        if abs(now - entry.verified_at) <= REHASH_AFTER:
            return True
        with suppress(OSError):
            return verified_again(entry, now).is_sound
        return False

    # ---------------------------------------------------------------- after it is made

    def _finish(self, folder: BackupFolder, entry: Entry) -> None:
        self._thin(folder)
        self.note_place(folder.path)
        self._copy_to_second(entry)

    def _thin(self, folder: BackupFolder) -> None:
        """Thin a folder; not at all while there is no data to tell its backups from another database's."""

        def kept(entries: Sequence[Entry]) -> Collection[Path]:
            kinship = self.lineage.judge(entries)
            return kinship.foreign if kinship.is_compared else {entry.backup.file for entry in entries}

        folder.thin(self._clock.now(), kept)

    def _copy_to_second(self, entry: Entry) -> None:
        """Copy a backup to the second place and thin that; what stands in the way is a trouble, never an error."""
        place, second = self._second(), self.second_folder()
        if place is None or second is None:
            return
        if not place.is_dir():  # never made: an unplugged disk's folder would be made on the system's disk
            self.troubles.append(f"Chưa chép được bản sao lưu sang {place}: không thấy thư mục này. Hãy nối lại ổ đĩa.")
            return
        try:
            second.path.mkdir(exist_ok=True)
            if not (second.path / entry.backup.file.name).exists():
                self.copy_entry(entry, second)
                self._thin(second)
        except (OSError, CannotWrite) as error:
            words = disk_words(error) if isinstance(error, OSError) else error.message
            self.troubles.append(f"Chưa chép được bản sao lưu sang {place}: {words.rstrip('.')}.")

    def copy_entry(self, entry: Entry, folder: BackupFolder) -> Backup:
        """Copy a verified backup with its evidence into another folder; OSError, CannotWrite, the copy then absent."""
        backup = replace(entry.backup, file=folder.path / entry.backup.file.name)
        store = entry.backup.file.parent / EVIDENCE_FOLDER
        present, troubles = bring_evidence(store, folder.evidence, backup.evidence)
        if not copy_file(entry.backup.file, backup.file, backup.sha256):
            raise CannotWrite(f"Bản sao trong {folder.path} không đọc lại đúng nên đã bị bỏ. Hãy kiểm tra ổ đĩa đó.")
        write_manifest(replace(entry, backup=replace(backup, evidence=tuple(present))))
        self.troubles.extend(troubles)
        self.note_place(folder.path)
        return backup

    def note_place(self, folder: Path) -> None:
        """Note that a backup went into a folder: the first one's day, and whether that is another disk than the data's.

        A ledger that cannot be written costs nothing but a warning too early.
        """
        known, now = self.ledger(), self._clock.now()
        is_outside = not are_on_one_volume(self.live.path.parent, folder)
        begun = known.begun(now)
        ledger = replace(begun, outside=now, place=str(folder)) if is_outside else begun
        for home in self.folders:
            if ledger != known and home.path.is_dir():
                with suppress(OSError):
                    write_ledger(home.path, ledger)
                    return

    def _bring_evidence(self, folder: BackupFolder) -> tuple[str, ...]:
        """Bring the evidence that the data may name into the folder's store; it is listed after the rows were read."""
        store = self.live.path.parent / EVIDENCE_FOLDER
        try:
            names = evidence_names(store)
        except OSError as error:
            self.troubles.append(f"Chưa chép được tệp minh chứng: {disk_words(error)}.")
            return ()
        present, troubles = bring_evidence(store, folder.evidence, names)
        self.troubles.extend(troubles)
        return tuple(present)


def _holds(backup: Backup, facts: Facts) -> bool:
    here = (facts.schema_version, facts.last_operation, facts.last_digest)
    return here == (backup.schema_version, backup.last_operation, backup.last_digest)


def described(unfinished: Path, file: Path, at: datetime, reason: BackupReason, facts: Facts) -> Backup:
    """Describe a verified file that will be called `file`."""
    return Backup(
        file=file,
        at=at,
        reason=reason,
        size=unfinished.stat().st_size,
        sha256=sha256_of(unfinished),
        schema_version=facts.schema_version,
        last_operation=facts.last_operation,
        last_digest=facts.last_digest,
        counts=facts.counts,
    )
