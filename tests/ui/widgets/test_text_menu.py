"""The menu of text fields: Vietnamese, and only what can be done now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from cchc_desktop.ui.widgets import text_menu


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def field(request, qtbot):
    field = request.param()
    qtbot.addWidget(field)
    QApplication.clipboard().clear()
    return field


def enabled(field):
    menu = text_menu.build_text_menu(field)
    return [action.text().split("\t")[0] for action in menu.actions() if action.text() and action.isEnabled()]


def test_an_empty_field_offers_nothing(field):
    assert enabled(field) == []


def test_what_can_be_done_follows_the_state(qtbot, field):
    qtbot.keyClicks(field, "abc")
    assert enabled(field) == ["Hoàn tác", "Chọn hết"]
    field.selectAll()
    QApplication.clipboard().setText("x")
    assert enabled(field) == ["Hoàn tác", "Cắt", "Sao chép", "Dán", "Chọn hết"]
    field.undo()
    assert "Làm lại" in enabled(field)


def test_a_field_to_read_is_copied_only(qtbot, field):
    qtbot.keyClicks(field, "abc")
    field.setReadOnly(True)
    field.selectAll()
    assert enabled(field) == ["Sao chép", "Chọn hết"]


def test_entries_act_on_the_field(qtbot, field):
    qtbot.keyClicks(field, "abc")
    field.selectAll()
    menu = text_menu.build_text_menu(field)
    next(action for action in menu.actions() if action.text().startswith("Cắt")).trigger()
    assert QApplication.clipboard().text() == "abc"


def test_a_right_click_shows_it(qtbot, field):
    text_menu.install(field)
    field.show()
    field.customContextMenuRequested.emit(QPoint(1, 1))
    menu = field.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    menu.close()
