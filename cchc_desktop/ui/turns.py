"""What has to happen one after the other, each in a turn of the event loop of its own: keys and paint come between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Carries pieces of work out in the order in which they were given; one that finds nothing waiting begins at once.

    A piece that waits in an event loop of its own (a dialog) does not hold up those behind it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def take(self, *pieces: Callable[[], object]) -> None:
        """Carry out pieces behind those that wait."""
        is_free = not self._waiting
        self._waiting.extend(pieces)
        if is_free:
            self._go_on()

    def _go_on(self) -> None:
        piece = self._waiting.popleft()
        if self._waiting:
            self._timer.start()
        piece()
