"""The search field tells of words that stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.ui.widgets.search_field import SearchField
from tests.ui.workbench.keyboard import type_text


@pytest.fixture
def field(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    field = SearchField("Tìm", "Gõ", parent)
    field.told = []
    field.settled.connect(lambda: field.told.append(field.words()))
    yield field
    parent.close()


def compose(field, letters: str, commit: str = "") -> None:
    event = QInputMethodEvent(letters, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_letters_that_follow_each_other_are_told_once(qtbot, field):
    type_text(field, "bao cao")
    qtbot.waitUntil(lambda: bool(field.told))
    assert field.told == ["bao cao"]


def test_half_composed_letters_are_not_searched_for(qtbot, field):
    compose(field, "a")
    compose(field, "â")
    field.settle()
    assert field.told == []
    compose(field, "", "ấ")
    field.settle()
    assert field.told == ["ấ"]


def test_composing_on_keeps_the_words_before_waiting(qtbot, field):
    type_text(field, "th")
    compose(field, "u")
    field.settle()
    assert field.told == []
    compose(field, "", "ủ")
    qtbot.waitUntil(lambda: bool(field.told))
    assert field.told == ["thủ"]


def test_the_same_words_are_told_once(field):
    field.show_words("một")
    field.setText(" một ")
    field.settle()
    assert field.told == ["một"]


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Down, "stepped"), (Qt.Key.Key_Up, "stepped"), (Qt.Key.Key_Return, "entered"),
     (Qt.Key.Key_Escape, "escaped")],
)  # fmt: skip
def test_keys_that_the_list_answers_are_handed_on(qtbot, field, key, signal):
    with qtbot.waitSignal(getattr(field, signal), timeout=1000):
        qtbot.keyClick(field, key)
    assert field.text() == ""


def test_enter_does_not_wait_for_the_pause(qtbot, field):
    type_text(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.told == ["x"]
