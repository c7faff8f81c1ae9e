"""Garbage is collected on the main thread alone: what holds a QObject must not be taken apart on another one.

Python collects wherever an allocation happens to reach the threshold, also on the database's thread; a Qt object that
lies in a cycle would be destroyed there, beside the event loop that may just be using it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


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
