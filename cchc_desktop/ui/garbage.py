"""Garbage is collected on the main thread alone: what holds a QObject must not be taken apart on another one.

Python collects wherever an allocation happens to reach the threshold, also on the database's thread; a Qt object that
lies in a cycle would be destroyed there, beside the event loop that may just be using it.

What a start has loaded stays until the end, a hundred thousand objects; looking through them all takes 100 ms and more,
in the middle of somebody's work. They are put out of the collector's sight once.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


def spare_what_stays() -> None:
    """Let no collection look again at what there is by now; what is let go by all who hold it still goes at once.

    A cycle that breaks loose later stays in memory: of the first plan's rows at most, once.
    """
    gc.freeze()


class MainThreadCollector(QObject):
    """Takes over from Python's own collector for as long as it lives; made on the main thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect what Python would have collected by now: the oldest generation whose threshold is reached."""
        due = [generation for generation, count in enumerate(gc.get_count()) if count > gc.get_threshold()[generation]]
        if due:
            gc.collect(due[-1])
