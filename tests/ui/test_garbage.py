from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from cchc_desktop.ui.garbage import MainThreadCollector, spare_what_stays


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


def test_what_stays_is_not_looked_at_again_and_the_rest_is(qtbot):
    kept, plain = [Knot() for _ in range(100)], QObject()
    spare_what_stays()
    assert gc.get_freeze_count() > len(kept)
    assert not any(one is kept[0] for one in gc.get_objects())
    loose = weakref.ref(Knot())
    gc.collect()
    assert loose() is None
    held = weakref.ref(plain)
    del plain
    assert held() is None, "what nobody holds any more goes at once"
