from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from cchc_desktop.ui.workbench.columns import EditorKind, PlanColumn
from cchc_desktop.ui.workbench.editors import AgencyEditor, LineEditor, LinesEditor, make_editor
from tests.ui.workbench.keyboard import type_text

KEYS = Qt.Key
SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
COLUMNS = [PlanColumn.CONTENT, PlanColumn.LEAD, PlanColumn.TIME, PlanColumn.PRODUCT, PlanColumn.NUMBER]


def editor_of(desk, content="Kiểm tra văn bản", column=PlanColumn.CONTENT):
    """Open the editor of a cell and return it."""
    desk.view.select_item(desk.item(content), column)
    desk.view.edit_current()
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineEditor | LinesEditor)
    return editor


def compose(editor, text):
    """Show letters that an input method still holds."""
    QApplication.sendEvent(editor, QInputMethodEvent(text, []))


def finish(editor, text):
    """Hand over composed letters."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def value(desk, content, field):
    return getattr(desk.tree.items[desk.item(content)], field)


@pytest.mark.parametrize("column", COLUMNS)
def test_enter_commits_typed_words(qtbot, desk, column):
    editor = editor_of(desk, column=column)
    editor.set_words("")
    type_text(editor, "9 abc")
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert desk.view.model().index_of_item(desk.view.current_item_id(), column).data() == "9 abc"


@pytest.mark.parametrize("column", COLUMNS)
def test_escape_gives_up(qtbot, desk, column):
    before = desk.tree.items
    editor = editor_of(desk, column=column)
    type_text(editor, "khác")
    qtbot.keyClick(editor, KEYS.Key_Escape)
    assert desk.tree.items == before
    assert desk.view.view().hasFocus()


@pytest.mark.parametrize("column", COLUMNS)
def test_leaving_commits(qtbot, desk, column):
    editor = editor_of(desk, column=column)
    editor.set_words("7")
    desk.view.focus_search()
    assert desk.view.model().index_of_item(desk.view.current_item_id(), column).data() == "7"


@pytest.mark.parametrize("column", COLUMNS)
def test_composed_letters_arrive_once(qtbot, desk, column):
    """Telex through an input method: 'viêc' is held, then handed over as 'việc', twice in a row."""
    editor = editor_of(desk, column=column)
    editor.set_words("")
    for held, word in (("vi", "Vi"), ("viê", ""), ("viêc", "ệc "), ("lam", ""), ("làm", "làm")):
        compose(editor, held)
        assert editor.composing
        finish(editor, word)
        assert not editor.composing
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert desk.view.model().index_of_item(desk.view.current_item_id(), column).data() == "Việc làm"


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("key", [KEYS.Key_Return, KEYS.Key_Tab])
def test_no_key_ends_typing_while_letters_are_composed(qtbot, desk, column, key):
    editor = editor_of(desk, column=column)
    before = desk.tree.items
    compose(editor, "viê")
    qtbot.keyClick(editor, key)
    assert desk.tree.items == before


@pytest.mark.parametrize("column", COLUMNS)
def test_letters_that_unikey_takes_back_are_not_doubled(qtbot, desk, column):
    """Unikey types, sends Backspace and types the marked letter: 'tieng' becomes 'tiếng'."""
    editor = editor_of(desk, column=column)
    editor.set_words("")
    type_text(editor, "tieeng")
    for _ in range(5):
        qtbot.keyClick(editor, KEYS.Key_Backspace)
    finish(editor, "iếng")
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert desk.view.model().index_of_item(desk.view.current_item_id(), column).data() == "tiếng"


@pytest.mark.parametrize("modifier", [SHIFT, ALT])
def test_shift_or_alt_enter_begins_a_line(qtbot, desk, modifier):
    editor = editor_of(desk, column=PlanColumn.PRODUCT)
    type_text(editor, "Một")
    qtbot.keyClick(editor, KEYS.Key_Return, modifier)
    type_text(editor, "Hai")
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert value(desk, "Kiểm tra văn bản", "product") == "Một\nHai"


def test_tab_commits_and_goes_on_to_the_next_cell(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.TIME)
    editor.set_words("Quý I/2026")
    qtbot.keyClick(editor, KEYS.Key_Tab)
    assert value(desk, "Kiểm tra văn bản", "time_words") == "Quý I/2026"
    assert desk.view.view().currentIndex().column() == PlanColumn.PRODUCT
    assert isinstance(QApplication.focusWidget(), LinesEditor)


def test_an_editor_keeps_its_words_while_a_new_snapshot_comes(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.PRODUCT)
    type_text(editor, "đang gõ dở")
    other = desk.item("Kiểm tra văn bản")
    desk.view.edit_requested.emit(other, {"note": "ghi chú từ nơi khác"})
    assert editor.words() == "đang gõ dở"
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert value(desk, "Kiểm tra văn bản", "product") == "đang gõ dở"


@pytest.mark.parametrize("column", COLUMNS)
def test_every_key_belongs_to_the_field(qtbot, desk, column):
    editor = editor_of(desk, column=column)
    for key, modifiers in (
        (KEYS.Key_Insert, NONE),
        (KEYS.Key_Up, ALT),
        (KEYS.Key_N, Qt.KeyboardModifier.ControlModifier | SHIFT),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(editor, event)
        assert event.isAccepted()


@pytest.mark.parametrize(
    ("kind", "words", "editor"),
    [
        (EditorKind.LINE, "Quý I", LineEditor),
        (EditorKind.LINE, "Quý I\nQuý II", LinesEditor),
        (EditorKind.LINES, "a", LinesEditor),
        (EditorKind.AGENCIES, "a", AgencyEditor),
    ],
)
def test_words_with_line_breaks_never_lose_them(qtbot, kind, words, editor):
    made = make_editor(kind, words, (), None)
    qtbot.addWidget(made)
    made.set_words(words)
    assert type(made) is editor
    assert made.words() == words


def offers(editor):
    model = editor.offers().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())] if editor.offers().isVisible() else []


def test_agencies_are_offered_in_a_list_and_never_typed_in(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "Cong an; van p")
    assert editor.words() == "Cong an; van p"
    assert offers(editor) == ["Văn phòng HĐND và UBND"]


def test_a_name_is_taken_from_the_list_by_keys(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "Công an; van p")
    qtbot.keyClick(editor.offers(), KEYS.Key_Down)
    qtbot.keyClick(editor.offers(), KEYS.Key_Return)
    assert editor.words() == "Công an; Văn phòng HĐND và UBND"


def test_enter_commits_what_was_typed_although_names_are_offered(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "Van p")
    assert offers(editor)
    qtbot.keyClick(editor.offers(), KEYS.Key_Return)
    assert value(desk, "Kiểm tra văn bản", "lead_words") == "Van p"


def test_the_first_name_is_chosen_first(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "ph")
    first = offers(editor)[0]
    assert len(offers(editor)) > 1
    qtbot.keyClick(editor.offers(), KEYS.Key_Down)
    qtbot.keyClick(editor.offers(), KEYS.Key_Return)
    assert editor.words() == first


def test_tab_takes_no_name_that_was_not_chosen(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "Van p")
    qtbot.keyClick(editor.offers(), KEYS.Key_Tab)
    assert editor.words() == "Van p"
    assert offers(editor) == []


def test_escape_closes_the_list_first(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "Van p")
    qtbot.keyClick(editor.offers(), KEYS.Key_Escape)
    assert offers(editor) == []
    assert editor.isVisible()
    assert editor.words() == "Van p"
