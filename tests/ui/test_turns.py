from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cchc_desktop.ui.turns import Turns


def test_pieces_come_in_their_order_each_in_a_turn_of_its_own(qtbot):
    told: list[str] = []
    parent = QObject()
    turns = Turns(parent)
    turns.take(lambda: told.append("shown"), lambda: told.append("told"))
    assert told == ["shown"], "the first piece waits for nothing"
    turns.take(lambda: told.append("shown later"))
    assert told == ["shown"], "what waits goes first"
    QTimer.singleShot(0, parent, lambda: told.append("a key"))
    qtbot.waitUntil(lambda: len(told) == 4)
    assert [word for word in told if word != "a key"] == ["shown", "told", "shown later"]
    assert told[-1] != "a key"


def test_a_piece_that_fails_or_waits_does_not_hold_up_the_others(qtbot):
    told: list[str] = []
    parent = QObject()
    turns = Turns(parent)

    def wait() -> None:
        qtbot.waitUntil(lambda: "behind" in told)
        told.append("waited")

    turns.take(wait, lambda: told.append("behind"))
    assert told == ["behind", "waited"]
    turns.take(lambda: told.append("after"))
    assert told[-1] == "after"
