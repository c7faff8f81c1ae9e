"""Garbage is collected on the main thread alone: what holds a QObject must not be taken apart on another one.

Python collects wherever an allocation happens to reach the threshold, also on the database's thread; a Qt object that
lies in a cycle would be destroyed there, beside the event loop that may just be using it.

To look through everything takes 100 ms with a small plan, and with one of 10,000 tasks half a second, as it takes to
look through what a write to that one has just brought. So each look waits until nobody has touched keys or mouse for
a while, the longer the more there is to look at. What a start has loaded stays until the end and is put out of the
collector's sight once.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_INTERVAL_MS = 1000
_AT_REST = 1.0, 4.0, 20.0
"""Seconds without a touch after which a look through each generation disturbs nobody; the last one is everything."""
_TYPE = QEvent.Type
_TOUCHES = frozenset(
    (_TYPE.KeyPress, _TYPE.MouseButtonPress, _TYPE.MouseMove, _TYPE.Wheel, _TYPE.TouchBegin, _TYPE.TabletPress)
)


def spare_what_stays() -> None:
    """Let no collection look again at what there is by now; what is let go by all who hold it still goes at once.

    A cycle that breaks loose later stays in memory: of the first plan's rows at most, once.
    """
    gc.freeze()


class Rest(QObject):
    """Tells for how long nobody has touched keys or mouse in any window of the program."""

    def __init__(self, parent: QGuiApplication) -> None:
        super().__init__(parent)
        self._touched = monotonic()
        self._is_working: Callable[[], bool] = bool
        parent.focusWindowChanged.connect(self._watch)

    def wait_for(self, is_working: Callable[[], bool]) -> None:
        """Have no rest while something works: what it is making only looks like much to collect."""
        self._is_working = is_working

    def seconds(self) -> float:
        """Return the seconds since the last touch, none while something works."""
        return 0.0 if self._is_working() else monotonic() - self._touched

    def _watch(self, window: QWindow | None) -> None:
        self._touched = monotonic()
        if window is not None:
            window.installEventFilter(self)  # one that was there already only moves to the front

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a touch; watched are windows alone, which few events go through, and none is kept from them."""
        if event.type() in _TOUCHES:
            self._touched = monotonic()
        return False


class MainThreadCollector(QObject):
    """Takes over from Python's own collector for as long as it lives; made on the main thread."""

    def __init__(self, parent: QObject, seconds_at_rest: Callable[[], float]) -> None:
        super().__init__(parent)
        gc.disable()
        self._seconds_at_rest = seconds_at_rest
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that has reached its threshold and has waited long enough."""
        rest = self._seconds_at_rest()
        rules = zip(gc.get_count(), gc.get_threshold(), _AT_REST, strict=True)
        due = [generation for generation, (count, most, wait) in enumerate(rules) if count > most and rest >= wait]
        if due:
            gc.collect(due[-1])
