from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow

from cchc_desktop.ui.garbage import MainThreadCollector, Rest, spare_what_stays


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
    collector = MainThreadCollector(parent, lambda: 2.0)
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


@pytest.mark.parametrize(("seconds", "is_gone"), [(0.0, False), (5.0, False), (60.0, True)])
def test_everything_is_looked_through_when_nobody_is_at_work(qtbot, seconds, is_gone):
    parent = QObject()
    gc.collect()
    collector = MainThreadCollector(parent, lambda: seconds)
    knot = weakref.ref(old := Knot())
    gc.collect(0)
    gc.collect(1)  # what survives two looks is old
    del old
    for _ in range(20):
        gc.collect(1)
    collector.collect()
    assert (knot() is None) is is_gone
    gc.collect()


def test_rest_ends_with_a_key_or_a_movement_of_the_mouse(qtbot, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("cchc_desktop.ui.garbage.monotonic", lambda: now[0])
    application = QGuiApplication.instance()
    rest, window = Rest(application), QWindow()
    application.focusWindowChanged.emit(window)
    none, place = Qt.KeyboardModifier.NoModifier, QPointF(1, 1)
    no_button = Qt.MouseButton.NoButton
    touches = (
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none),
        QMouseEvent(QEvent.Type.MouseMove, place, place, no_button, no_button, none),
    )
    for touch in touches:
        now[0] += 30
        assert rest.seconds() == 30
        QCoreApplication.sendEvent(window, touch)
        assert rest.seconds() == 0
    now[0] += 5
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    assert rest.seconds() == 5
    rest.wait_for(lambda: True)
    assert rest.seconds() == 0, "nobody looks through what is being made"
    rest.deleteLater()
