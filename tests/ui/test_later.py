"""What is done behind the first rows: each piece once, in order, one at a time."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec

from PySide6.QtCore import QObject

from cchc_desktop.ui import ahead
from cchc_desktop.ui.later import Later, importing


def test_pieces_are_carried_out_once_and_in_order(qtbot):
    parent, done = QObject(), []
    later = Later([lambda: done.append("one"), lambda: done.append("two")], parent)
    later.begin()
    later.begin()
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    later.begin()
    assert done == ["one", "two"]


def test_a_module_is_a_piece():
    (piece,) = importing("cchc_desktop.domain.days")
    assert piece().show_day(date(2026, 3, 2)) == "02/03/2026"


def test_what_is_loaded_ahead_is_there():
    assert [name for name in ahead.MODULES if find_spec(name) is None] == []


def test_nothing_to_do_is_no_trouble(qtbot):
    Later([], QObject()).begin()


def test_a_piece_that_fails_does_not_keep_the_next_one(qtbot):
    parent, done = QObject(), []

    def fail() -> None:
        raise RuntimeError("not this one")

    later = Later([fail, lambda: done.append("next")], parent)
    with qtbot.captureExceptions() as caught:
        later.begin()
        qtbot.waitUntil(lambda: done == ["next"])
    assert [kind for kind, *_ in caught] == [RuntimeError]
