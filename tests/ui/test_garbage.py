from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from cchc_desktop.ui.garbage import MainThreadCollector


class Knot(QObject):
    """An object in a cycle, which only the collector takes apart."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def allocate_much() -> None:
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_no_other_thread_takes_a_qt_object_apart(qtbot):
    parent = QObject()
    collector = MainThreadCollector(parent)
    knot = weakref.ref(Knot())
    thread = threading.Thread(target=allocate_much)
    thread.start()
    thread.join()
    assert knot() is not None
    kept = [[number] for number in range(2_000)]  # beyond the first threshold
    collector.collect()
    assert knot() is None
    assert kept
    assert not gc.isenabled()
