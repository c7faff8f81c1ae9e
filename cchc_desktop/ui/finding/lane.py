"""Background work that shares something no two threads may use at once: one piece at a time, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from cchc_desktop.ui.jobs import Job, run_job

Told = Callable[[Any], object]
_Piece = tuple[Callable[[], Any], Told, Told]


class Lane(QObject):
    """Starts each piece when the one before has ended and was told; callbacks run on the main thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[_Piece] = deque()
        self._job: Job | None = None

    def submit(self, work: Callable[[], Any], then: Told, on_error: Told) -> None:
        """Queue a piece of work."""
        self._waiting.append((work, then, on_error))
        self._start()

    def _start(self) -> None:
        if self._job is None and self._waiting:
            work, then, on_error = self._waiting.popleft()
            self._job = run_job(self, lambda *_: work(), partial(self._end, then), partial(self._end, on_error))

    def _end(self, tell: Told, outcome: Any) -> None:
        self._job = None
        try:
            tell(outcome)
        finally:
            self._start()
