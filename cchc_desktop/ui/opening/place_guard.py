"""Data at a place where they are not safe: told above the contents, and moved to this machine at a click."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.opening import PlaceWarning
from cchc_desktop.ui.jobs import DatabaseThread, run_job
from cchc_desktop.ui.opening import strips
from cchc_desktop.ui.opening.doors import OpeningDoors
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.opening.memory import PlaceMemory
from cchc_desktop.ui.widgets.strip import Strip

QUIET_MS = 1500
"""The place is judged when the first rows have long been shown."""


class PlaceGuard(QObject):
    """Warns of the place of the open file; `moved` brings where a copy now is, `stayed` that none could be made.

    While the copy is made the database is closed: edits wait, and are written wherever it is opened again. The old
    file stays where it was.
    """

    moved = Signal(object)
    stayed = Signal()

    def __init__(self, database: DatabaseThread, front: Front, memory: PlaceMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._front = front
        self._memory = memory
        self._doors: OpeningDoors | None = None
        self._strip: Strip | None = None

    def watch(self, doors: OpeningDoors, quiet_ms: int = QUIET_MS) -> None:
        """Judge the place of a file that was opened for writing, in a while."""
        self._doors = doors
        QTimer.singleShot(quiet_ms, self, self._judge)

    def _judge(self) -> None:
        doors = self._doors
        if doors is None or self._strip is not None or self._memory.is_ignored(doors.path):
            return
        run_job(self, lambda *_: tuple(doors.warnings()), lambda found: self._warn(doors, found), self._not_judged)

    def _not_judged(self, error: Exception) -> None:
        import logging

        logging.getLogger(__name__).warning("the place of the data was not judged: %s", type(error).__name__)

    def _warn(self, doors: OpeningDoors, warnings: tuple[PlaceWarning, ...]) -> None:
        if not warnings or doors is not self._doors or self._strip is not None:
            return
        strip = self._strip = strips.place_strip(warnings)
        strip.chosen.connect(lambda key: self._answer(doors, key, warnings[0]))
        self._front.add_strip(strip)

    def _answer(self, doors: OpeningDoors, key: str, warning: PlaceWarning) -> None:
        if key == strips.MOVE:
            self._move(doors, free_path(warning.offered))
        else:
            self._memory.ignore(doors.path)
            self._end_warning()

    def _end_warning(self) -> None:
        if self._strip is not None:
            self._front.remove_strip(self._strip)
            self._strip = None

    def _move(self, doors: OpeningDoors, target: Path) -> None:
        strip = self._strip
        assert strip is not None, "the strip asked for it"
        strip.setEnabled(False)
        strip.set_sentence(self.tr("Đang chép dữ liệu về {}…").format(target))
        self._database.stop()

        def done(_: Any) -> None:
            self._end_warning()
            self.moved.emit(target)

        def failed(error: Exception) -> None:
            strip.setEnabled(True)
            words = error.message if isinstance(error, CchcError) else self.tr("Chương trình gặp lỗi ngoài dự kiến.")
            strip.set_sentence(self.tr("Chưa chuyển được dữ liệu. {}").format(words))
            self.stayed.emit()
            if not isinstance(error, CchcError):
                raise error

        run_job(self, lambda *watch: doors.move(target, *watch), done, failed)


def free_path(wanted: Path) -> Path:
    """Return a path where nothing stands yet: the wanted one, else 'cchc 2.db', 'cchc 3.db'."""
    path, number = wanted, 2
    while path.exists():
        path, number = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}"), number + 1
    return path
