"""Typing into the fields of the inspector: what commits, what gives up, what must not disturb."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.workbench.keyboard import type_text

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ONE_LINE = ["lead_words", "coordinating_words", "time_words", "funding", "person_in_charge", "leader"]
LINES = ["content", "product", "note"]
FIELDS = [*ONE_LINE, *LINES]


@pytest.fixture
def typed(pane):
    """Go into a field, empty it and type; return the field."""

    def type_into(name, text="9 abc", content="Kiểm tra"):
        pane.show(content)
        field = pane.field(name)
        field.setFocus()
        field.selectAll()
        field.textCursor().removeSelectedText()
        type_text(field, text)
        return field

    return type_into


def compose(field, text):
    """Show letters that an input method still holds."""
    QApplication.sendEvent(field, QInputMethodEvent(text, []))


def finish(field, text):
    """Hand over composed letters."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("name", FIELDS)
def test_leaving_commits(pane, typed, name):
    typed(name)
    assert pane.edits == []
    pane.inspector.page.mend.setFocus()
    assert pane.edits == [(pane.item("Kiểm tra"), {name: "9 abc"})]


@pytest.mark.parametrize("name", FIELDS)
def test_ctrl_enter_commits_once(qtbot, pane, typed, name):
    field = typed(name)
    qtbot.keyClick(field, KEYS.Key_Return, CONTROL)
    pane.inspector.page.mend.setFocus()
    assert pane.edits == [(pane.item("Kiểm tra"), {name: "9 abc"})]


@pytest.mark.parametrize("name", ONE_LINE)
def test_enter_commits_in_fields_of_one_line(qtbot, pane, typed, name):
    field = typed(name)
    qtbot.keyClick(field, KEYS.Key_Return)
    assert pane.edits == [(pane.item("Kiểm tra"), {name: "9 abc"})]


@pytest.mark.parametrize("name", LINES)
def test_enter_begins_a_line_in_fields_of_several(qtbot, pane, typed, name):
    field = typed(name)
    qtbot.keyClick(field, KEYS.Key_Return)
    type_text(field, "d")
    pane.inspector.end_typing()
    assert pane.edits == [(pane.item("Kiểm tra"), {name: "9 abc\nd"})]


@pytest.mark.parametrize("name", FIELDS)
def test_escape_gives_the_old_words_back(qtbot, pane, typed, name):
    pane.show("Tổng hợp, xây")
    before = getattr(pane.tree.items[pane.item("Tổng hợp, xây")], name) or ""
    field = typed(name, content="Tổng hợp, xây")
    qtbot.keyClick(field, KEYS.Key_Escape)
    assert field.toPlainText() == before
    pane.inspector.page.mend.setFocus()
    assert pane.edits == []


@pytest.mark.parametrize("name", FIELDS)
def test_composed_letters_arrive_once(pane, typed, name):
    """Telex through an input method: letters are held, then handed over, twice in a row."""
    field = typed(name, "")
    for held, word in (("vi", "Vi"), ("viê", ""), ("viêc", "ệc "), ("lam", ""), ("làm", "làm")):
        compose(field, held)
        finish(field, word)
    pane.inspector.page.mend.setFocus()
    assert pane.edits == [(pane.item("Kiểm tra"), {name: "Việc làm"})]


@pytest.mark.parametrize("name", FIELDS)
def test_nothing_is_committed_while_letters_are_composed(qtbot, pane, typed, name):
    field = typed(name)
    compose(field, "viê")
    qtbot.keyClick(field, KEYS.Key_Return, CONTROL)
    pane.inspector.end_typing()
    pane.inspector.show_item(pane.tree, pane.item("Kiểm tra"))
    assert pane.edits == []
    finish(field, "việc")
    pane.inspector.end_typing()
    assert pane.edits == [(pane.item("Kiểm tra"), {name: "9 abcviệc"})]


@pytest.mark.parametrize("name", FIELDS)
def test_a_snapshot_leaves_typing_focus_and_scroll_alone(pane, typed, name):
    field = typed(name)
    area = pane.inspector.page._area.verticalScrollBar()
    pane.inspector.resize(300, 260)
    area.setValue(7)
    cursor = field.textCursor().position()
    pane.change("Kiểm tra", **{name: "của người khác"})
    pane.inspector.show_item(pane.tree, pane.item("Kiểm tra") if name != "content" else pane.item("của người khác"))
    assert (field.toPlainText(), field.hasFocus(), area.value()) == ("9 abc", True, 7)
    assert field.textCursor().position() == cursor


def test_escape_after_a_snapshot_shows_what_is_stored_now(qtbot, pane, typed):
    field = typed("note")
    pane.change("Kiểm tra", note="của người khác")
    pane.inspector.show_item(pane.tree, pane.item("Kiểm tra"))
    qtbot.keyClick(field, KEYS.Key_Escape)
    assert field.toPlainText() == "của người khác"


def test_a_snapshot_renews_words_that_are_only_looked_at(pane):
    pane.show("Kiểm tra")
    pane.field("note").setFocus()
    pane.change("Kiểm tra", note="mới")
    pane.show("Kiểm tra")
    assert pane.field("note").toPlainText() == "mới"


def test_another_row_gets_nothing_of_what_was_typed(pane, typed):
    typed("note")
    pane.show("Ban hành")
    assert pane.edits == [(pane.item("Kiểm tra"), {"note": "9 abc"})]
    assert pane.field("note").toPlainText() == ""


def test_time_words_stand_in_quotes_until_they_are_edited(qtbot, pane):
    pane.show("Tổng hợp, xây")
    field = pane.field("time_words")
    assert field.toPlainText() == "“Trước ngày 10 của tháng cuối quý”"
    field.setFocus()
    assert field.toPlainText() == "Trước ngày 10 của tháng cuối quý"
    pane.inspector.page.mend.setFocus()
    assert field.toPlainText() == "“Trước ngày 10 của tháng cuối quý”"
    assert pane.edits == []


@pytest.mark.parametrize("name", FIELDS)
def test_tab_leaves_a_field(qtbot, pane, typed, name):
    field = typed(name)
    qtbot.keyClick(field, KEYS.Key_Tab)
    assert not field.hasFocus()
    assert len(pane.edits) == 1


def test_names_of_agencies_are_offered_and_never_typed(qtbot, pane, typed):
    field = typed("lead_words", "van p")
    assert field.offers().isVisible()
    assert field.toPlainText() == "van p"
    qtbot.keyClick(field, KEYS.Key_Return)
    assert pane.edits == [(pane.item("Kiểm tra"), {"lead_words": "van p"})]


def test_fields_are_as_high_as_their_words(qtbot, pane):
    pane.change("Kiểm tra", note="Một\nHai\nBa")
    pane.show("Kiểm tra")
    lines = pane.field("note").height() / pane.field("funding").height()
    assert lines > 2
    assert pane.field("note").verticalScrollBar().maximum() == 0


def test_words_that_are_being_stored_are_not_replaced_by_older_ones(qtbot, pane, typed):
    """A snapshot of an earlier write comes between the commit and the snapshot of its own write."""
    field = typed("note", content="Ban hành")
    before = pane.tree
    qtbot.keyClick(field, KEYS.Key_Return, CONTROL)
    pane.inspector.show_item(before, pane.item("Ban hành"))
    assert field.toPlainText() == "9 abc"
    pane.change("Ban hành", note="9 abc")
    pane.show("Ban hành")
    pane.change("Ban hành", note="khác")
    pane.show("Ban hành")
    assert field.toPlainText() == "khác"


def test_words_that_were_not_stored_after_all_go(qtbot, pane, typed):
    field = typed("note")
    qtbot.keyClick(field, KEYS.Key_Return, CONTROL)
    pane.inspector.refresh()
    assert field.toPlainText() == ""


def test_blanks_at_the_ends_are_no_change(pane, typed):
    field = typed("product", "Phương án ", content="Rà soát, đơn giản")
    pane.inspector.page.mend.setFocus()
    assert pane.edits == []
    assert field.toPlainText() == "Phương án"
