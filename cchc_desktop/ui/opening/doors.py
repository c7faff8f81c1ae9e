"""What the composition root hands to the opening of one database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_desktop.domain.backups import BackupLine, Restored
    from cchc_desktop.domain.opening import PlaceWarning, Salvaged
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
    from cchc_desktop.services.workspace import Workspace

    OpenWorkspace = Callable[[], AbstractContextManager[Workspace]]


@dataclass(frozen=True, slots=True)
class OpeningDoors:
    """One database file and what can be done with it while it is not open; each door but the first two runs in a job.

    `backups` lists its backups, newest first. `restore` puts one in the place of a file that nobody has open.
    `salvage` writes what can be read into a new file, `use_salvaged` puts that file in the place of the damaged one,
    which is kept beside. `warnings` judges the place; `move` copies the data, checked, to a path that does not exist.
    """

    path: Path
    open_writing: OpenWorkspace
    open_reading: OpenWorkspace
    backups: Callable[[], Sequence[BackupLine]]
    restore: Callable[[Path, ProgressCallback, CancelCheck], Restored]
    salvage: Callable[[ProgressCallback, CancelCheck], Salvaged]
    use_salvaged: Callable[[Salvaged], object]
    warnings: Callable[[], Sequence[PlaceWarning]]
    move: Callable[[Path, ProgressCallback, CancelCheck], object]


DoorsFor = Callable[[Path], OpeningDoors]
"""Gives the doors of a database file."""
