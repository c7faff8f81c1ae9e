"""What can be done with a database file that is not open: restore, salvage, move. Only the window needs it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop import wiring

if TYPE_CHECKING:
    from cchc_desktop.domain.backups import BackupLine, Restored
    from cchc_desktop.domain.opening import PlaceWarning, Salvaged
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback


def backups(path: Path) -> Sequence[BackupLine]:
    """Return the backups of a database, newest first."""
    with wiring.open_backups(path) as keeper:
        return keeper.lines()


def restore(path: Path, file: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> Restored:
    """Put a backup in the place of a database that nobody has open."""
    with wiring.open_backups(path, writing=True) as keeper:
        return keeper.restore(file, progress, is_cancelled)


def salvage(path: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> Salvaged:
    """Write what can be read beside the damaged file; an earlier rescue stays."""
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.storage.salvaging.salvage import salvage as save_rows

    path = wiring.data_file(path)
    target = path.with_name(f"{path.stem} - cứu lại{path.suffix}")
    number = 1
    while target.exists():  # an earlier rescue may be in use by now
        number += 1
        target = path.with_name(f"{path.stem} - cứu lại {number}{path.suffix}")
    return save_rows(path, target, progress, is_cancelled, clock=SystemClock(), who=wiring.user_name())


def use_salvaged(path: Path, salvaged: Salvaged) -> None:
    """Put a rescued file in the place of the damaged one, which is kept beside."""
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.storage.backups.restore import put_in_place, set_aside
    from cchc_desktop.storage.owner import OwnerFile

    path = wiring.data_file(path)
    owner = OwnerFile.acquire(path, SystemClock().now())
    try:
        set_aside(path)
        put_in_place(salvaged.file, path)
    finally:
        owner.release()


def place_warnings(path: Path) -> Sequence[PlaceWarning]:
    """Return what speaks against the place of a database."""
    from cchc_desktop.storage.locations import judge

    return judge(path)


def copy(path: Path, target: Path, progress: ProgressCallback) -> None:
    """Copy the data, checked, to a path in the program's own folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with wiring.open_backups(path) as keeper:
        keeper.make_to(target, progress)
