"""A database thread that opens as a test says, and doors that note what went through them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from cchc_desktop.domain.backups import BackupLine, Restored
from cchc_desktop.domain.opening import PlaceWarning, Salvaged
from cchc_desktop.ui.opening.doors import OpeningDoors


class FakeThread(QObject):
    """Notes by which way it was asked to open; the test tells the desk what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.ways: list[Any] = []
        self.stops = 0

    def reopen(self, open_workspace: Any) -> None:
        self.ways.append(open_workspace)

    def stop(self) -> None:
        self.stops += 1


@dataclass
class FakeDoors:
    """The doors of any file: `deeds` in order; `error` is raised by what writes."""

    lines: Sequence[BackupLine] = ()
    salvaged: Salvaged | None = None
    warned: Sequence[PlaceWarning] = ()
    error: Exception | None = None
    deeds: list[tuple[Any, ...]] = field(default_factory=list)
    cancelled: bool = False

    def __call__(self, path: Path) -> OpeningDoors:
        return OpeningDoors(
            path=path,
            open_writing=lambda: _named("write", path),
            open_reading=lambda: _named("read", path),
            backups=lambda: self.lines,
            restore=lambda file, progress, is_cancelled: self._do(Restored(file, None), "restore", file),
            salvage=lambda progress, is_cancelled: self._do(self.salvaged, "salvage"),
            use_salvaged=lambda salvaged: self._do(None, "use", salvaged.file),
            warnings=lambda: self.warned,
            move=lambda target, progress, is_cancelled: self._do(None, "move", target),
        )

    def _do(self, answer: Any, *deed: Any) -> Any:
        self.deeds.append(deed)
        if self.error is not None:
            raise self.error
        return answer


@contextmanager
def _named(way: str, path: Path) -> Any:
    yield way, path


def opened_as(thread: FakeThread) -> tuple[str, Path]:
    """Return by which way and which file the thread was asked to open last."""
    with thread.ways[-1]() as named:
        return named
