"""What the first rows do not wait for: loaded and made behind them, before someone asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 600


def importing(*names: str) -> tuple[Callable[[], object], ...]:
    """Return a piece for each module, so that the screen that needs them is there sooner when it is asked for."""
    return tuple(partial(import_module, name) for name in names)


class Later(QObject):
    """Carries out each piece once, one at a time between events: none may keep a key waiting for long."""

    def __init__(self, pieces: Sequence[Callable[[], object]], parent: QObject, after_ms: int = _AFTER_MS) -> None:
        super().__init__(parent)
        self._after_ms = after_ms
        self._left = list(reversed(pieces))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._carry_out)

    def begin(self) -> None:
        """Begin a while after the first rows are there; later calls do nothing."""
        if self._left and not self._timer.isActive():
            self._timer.start(self._after_ms)

    def _carry_out(self) -> None:
        piece = self._left.pop()
        if not self._left:
            self._timer.stop()
        self._timer.setInterval(0)
        piece()
