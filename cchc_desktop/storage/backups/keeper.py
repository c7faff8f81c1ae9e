"""The backups of one database behind one door (`ports.BackupKeeper`).

What does the work is imported when it is first asked for: most commands open a database and touch no backup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.ports import CancelCheck, Clock, ProgressCallback, Signature, never_cancelled, no_progress
from cchc_desktop.storage.locations import real_file

if TYPE_CHECKING:
    from cchc_desktop.domain.backups import (
        Backup,
        BackupLine,
        BackupReason,
        BackupState,
        OutsidePlace,
        Restored,
        RestorePreview,
    )
    from cchc_desktop.storage.backups.maker import BackupMaker
    from cchc_desktop.storage.backups.restorer import Restorer


def no_second_place() -> Path | None:
    """Name no second place."""
    return None


class DatabaseBackups:
    """Keeps the backups of one database.

    `release` closes the program's own connection before a restore exchanges the content; it comes with the right to
    write (the owner file), so that without it `restore` refuses. A restore runs in the thread of that connection; the
    rest runs in any thread. `second` is asked for the second place each time, for it is a setting.
    """

    def __init__(
        self,
        database: Path,
        folder: Path,
        *,
        clock: Clock,
        who: Signature = "",
        second: Callable[[], Path | None] = no_second_place,
        release: Callable[[], object] | None = None,
    ) -> None:
        self._database = real_file(database)
        self._folder = folder
        self._clock = clock
        self._who = who
        self._second = second
        self._release = release

    @cached_property
    def _maker(self) -> BackupMaker:
        from cchc_desktop.storage.backups.maker import BackupMaker

        return BackupMaker(self._database, self._folder, self._clock, self._second)

    @cached_property
    def _restorer(self) -> Restorer:
        from cchc_desktop.storage.backups.restorer import Restorer

        return Restorer(self._maker, self._clock, self._who, self._release)

    def make(
        self,
        reason: BackupReason,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> Backup:
        """Make a verified backup, thin the old ones, copy it to the second place; older schemas too."""
        return self._maker.make(reason, progress, is_cancelled)

    def make_if_changed(
        self,
        reason: BackupReason,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> Backup | None:
        """Make one unless the newest sound backup holds all of it; None where nothing was to be saved."""
        return self._maker.make_if_changed(reason, progress, is_cancelled)

    def make_to(self, target: Path, progress: ProgressCallback = no_progress) -> Backup:
        """Make a verified backup as one file; a folder gets a named one. Without evidence."""
        from cchc_desktop.storage.backups.outside import make_to

        return make_to(self._maker, target, self._clock.now(), progress)

    def outside_places(self) -> Sequence[OutsidePlace]:
        """Return the removable disks that are plugged in."""
        from cchc_desktop.storage.backups.places import removable_places

        return removable_places()

    def copy_outside(
        self,
        folder: Path,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> Backup:
        """Make a fresh backup and put it, with its evidence, into a folder of its own on another disk."""
        from cchc_desktop.storage.backups.outside import copy_outside

        return copy_outside(self._maker, folder, progress, is_cancelled)

    def lines(self) -> Sequence[BackupLine]:
        """Return all backups, newest first."""
        from cchc_desktop.storage.backups.listing import backup_lines

        return backup_lines(self._maker)

    def state(self) -> BackupState:
        """Return the newest sound backup, how long no copy went to another disk, and the last work's troubles."""
        from cchc_desktop.storage.backups.listing import backup_state

        return backup_state(self._maker, self._clock.now())

    def holding(self, uids: Sequence[str]) -> Sequence[Backup]:
        """Return the backups that hold any of the rows with these uids, newest first."""
        from cchc_desktop.storage.backups.listing import backups_holding

        return backups_holding(self._maker, uids)

    def preview(self, file: Path) -> RestorePreview:
        """Judge a backup, check it whole, and compare it with the data; RefusedDatabase, NotFound."""
        return self._restorer.preview(file)

    def restore(
        self,
        file: Path,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
        *,
        is_undo: bool = False,
    ) -> Restored:
        """Put a sound backup in the place of the data, a safety backup first; a bare name is looked for in the list.

        `is_undo` takes a restore back: the next undo goes on behind it. RefusedDatabase for a file that is no sound
        backup, CannotWrite where no safety backup can be made or the disk refuses: the data is then as it was. Damaged
        data is kept aside.
        """
        return self._restorer.restore(file, progress, is_cancelled, is_undo=is_undo)
