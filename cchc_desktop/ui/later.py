"""What the first rows do not wait for: loaded and made behind them, before someone asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 600


class Later(QObject):
    """Carries out each piece once, one at a time between events: none may keep a key waiting for long."""

    def __init__(self, pieces: Sequence[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(reversed(pieces))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._carry_out)

    def begin(self) -> None:
        """Begin a while after the first rows are there; later calls do nothing."""
        if self._left and not self._timer.isActive():
            self._timer.start(_AFTER_MS)

    def _carry_out(self) -> None:
        piece = self._left.pop()
        if not self._left:
            self._timer.stop()
        self._timer.setInterval(0)
        piece()
