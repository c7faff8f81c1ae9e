from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.periods import Period
from cchc_desktop.services import item_editing
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.editors import LineEditor, LinesEditor
from cchc_desktop.ui.workbench.list_editors import AgencyEditor, TimeEditor, WholeEditor, usual_expressions
from cchc_desktop.ui.workbench.panes_stack import Mode
from cchc_desktop.ui.workbench.selection import item_cell_beside
from tests.ui.workbench.keyboard import type_text

KEYS = Qt.Key
CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
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
    editor.item_id = desk.view.current_item_id()
    return editor


def shown(desk, item_id, column):
    """Return what a cell of an item shows."""
    return desk.view.model().index_of_item(item_id, column).data()


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
    assert shown(desk, editor.item_id, column) == "9 abc"


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
    assert shown(desk, editor.item_id, column) == "7"


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
    assert shown(desk, editor.item_id, column) == "Việc làm"


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
    assert shown(desk, editor.item_id, column) == "tiếng"


@pytest.mark.parametrize("modifier", [CTRL, ALT])
def test_control_or_alt_enter_begins_a_line(qtbot, desk, modifier):
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
    assert desk.view.view().hasFocus()


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
    ("column", "editor"),
    [
        (PlanColumn.NUMBER, LineEditor),
        (PlanColumn.CONTENT, LinesEditor),
        (PlanColumn.LEAD, AgencyEditor),
        (PlanColumn.TIME, TimeEditor),
        (PlanColumn.PRODUCT, LinesEditor),
    ],
)
def test_each_column_has_a_fitting_editor(desk, column, editor):
    assert type(editor_of(desk, column=column)) is editor


def test_an_editor_has_the_room_of_its_words_when_it_opens_and_as_they_grow(qtbot, desk):
    item_id = desk.item("Kiểm tra văn bản")
    desk.view.model().setData(desk.view.model().index_of_item(item_id, PlanColumn.CONTENT), "Kiểm tra " * 40)
    desk.view.select_item(item_id, PlanColumn.CONTENT)
    desk.view.edit_current()
    editor = QApplication.focusWidget()
    assert not editor.verticalScrollBar().isVisible()
    before = editor.height()
    type_text(editor, " thêm chữ" * 8)
    assert editor.height() > before
    assert not editor.verticalScrollBar().isVisible()


def test_words_with_line_breaks_never_lose_them(qtbot, desk):
    item = desk.item("Kiểm tra văn bản")
    item_editing.edit_item(desk.workspace, item, {"number": "8\n9"})
    desk.view.set_tree(desk.tree)
    editor = editor_of(desk, column=PlanColumn.NUMBER)
    assert type(editor) is LinesEditor
    assert editor.words() == "8\n9"


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


@pytest.mark.parametrize(
    ("key", "beside"), [(KEYS.Key_Tab, PlanColumn.COORDINATING), (KEYS.Key_Backtab, PlanColumn.CONTENT)]
)
def test_tab_takes_no_name_that_was_not_chosen_and_stays_in_the_table(qtbot, desk, key, beside):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "Van p")
    qtbot.keyClick(editor.offers(), key, SHIFT if key == KEYS.Key_Backtab else NONE)
    assert value(desk, "Kiểm tra văn bản", "lead_words") == "Van p"
    assert offers(editor) == []
    assert QApplication.focusWidget() is desk.view.view()
    assert desk.view.view().currentIndex().column() == beside


def test_tab_takes_the_chosen_name_and_types_on(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "van p")
    qtbot.keyClick(editor.offers(), KEYS.Key_Down)
    qtbot.keyClick(editor.offers(), KEYS.Key_Tab)
    assert editor.words() == "Văn phòng HĐND và UBND"
    assert QApplication.focusWidget() is editor


def test_escape_closes_the_list_first(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.LEAD)
    editor.set_words("")
    type_text(editor, "Van p")
    qtbot.keyClick(editor.offers(), KEYS.Key_Escape)
    assert offers(editor) == []
    assert editor.isVisible()
    assert editor.words() == "Van p"


# --- Excel's ways


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize(("modifier", "below"), [(NONE, "Tổ chức hội nghị"), (SHIFT, "Theo dõi")])
def test_enter_goes_down_and_shift_enter_up(qtbot, desk, column, modifier, below):
    editor = editor_of(desk, column=column)
    editor.set_words("5")
    qtbot.keyClick(editor, KEYS.Key_Return, modifier)
    assert shown(desk, editor.item_id, column) == "5"
    assert desk.view.current_item_id() == desk.item(below)
    assert desk.view.view().currentIndex().column() == column
    assert desk.view.view().hasFocus()


def test_shift_tab_goes_back_to_the_cell_before(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.NUMBER)
    qtbot.keyClick(editor, KEYS.Key_Backtab, SHIFT)
    assert desk.view.current_item_id() == desk.item("Theo dõi")
    assert desk.view.view().currentIndex().column() == PlanColumn.PRODUCT


@pytest.mark.parametrize("column", COLUMNS)
def test_f2_mends_words_from_their_end(qtbot, desk, column):
    item = desk.item("Ban hành")
    before = desk.view.model().index_of_item(item, column).data(Qt.ItemDataRole.EditRole)
    editor = editor_of(desk, "Ban hành", column)
    type_text(editor, "1")
    assert editor.words() == before + "1"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_letter_replaces_the_words_of_a_cell(qtbot, desk, column):
    desk.view.select_item(desk.item("Ban hành"), column)
    type_text(desk.view.view(), "x")
    editor = QApplication.focusWidget()
    type_text(editor, "y")
    assert editor.words() == "xy"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_composed_letter_replaces_the_words_of_a_cell(qtbot, desk, column):
    """The view holds the focus until the first letters are handed over: a change of focus would end composing."""
    item = desk.item("Ban hành")
    desk.view.select_item(item, column)
    view = desk.view.view()
    compose(view, "vi")
    compose(view, "viê")
    assert desk.tree.items[item].content.startswith("Ban hành")
    finish(view, "việ")
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineEditor | LinesEditor)
    type_text(editor, "c")
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert shown(desk, item, column) == "việc"


@pytest.mark.parametrize("column", COLUMNS)
def test_letters_handed_over_at_once_replace_the_words_too(qtbot, desk, column):
    item = desk.item("Ban hành")
    desk.view.select_item(item, column)
    finish(desk.view.view(), "đ")
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineEditor | LinesEditor)
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert shown(desk, item, column) == "đ"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_composition_that_is_given_up_brings_the_words_back(qtbot, desk, column):
    item = desk.item("Ban hành")
    before = desk.tree.items
    desk.view.select_item(item, column)
    compose(desk.view.view(), "vi")
    compose(desk.view.view(), "")
    editor = QApplication.focusWidget()
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert desk.tree.items == before


@pytest.mark.parametrize("column", COLUMNS)
def test_enter_that_ends_a_composition_leaves_the_cell_open(qtbot, desk, column):
    editor = editor_of(desk, column=column)
    editor.set_words("")
    compose(editor, "viê")
    qtbot.keyClick(editor, KEYS.Key_Return)
    finish(editor, "việc")
    assert editor.hasFocus()
    assert editor.words() == "việc"


def test_what_replaced_a_cell_is_given_up_by_escape(qtbot, desk):
    before = desk.tree.items
    desk.view.select_item(desk.item("Ban hành"), PlanColumn.PRODUCT)
    type_text(desk.view.view(), "x")
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    assert desk.tree.items == before


# --- time words


def test_the_reading_of_time_words_follows_the_typing(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.TIME)
    type_text(editor, "Trước ngày 10/12/2026")
    assert editor.reading() == "Đến hạn 09/12/2026"
    qtbot.keyClick(editor, KEYS.Key_Backspace)
    assert editor.reading() != "Đến hạn 09/12/2026"


def test_usual_time_words_are_offered_and_taken(qtbot, desk):
    editor = editor_of(desk, column=PlanColumn.TIME)
    type_text(editor, "hang q")
    assert offers(editor) == ["Hằng quý"]
    qtbot.keyClick(editor.offers(), KEYS.Key_Down)
    qtbot.keyClick(editor.offers(), KEYS.Key_Return)
    assert editor.words() == "Hằng quý"
    qtbot.keyClick(editor, KEYS.Key_Down, ALT)
    assert len(offers(editor)) > 8


def test_expressions_with_quarters_lie_in_the_period():
    half = usual_expressions(Period(date(2025, 7, 1), date(2025, 12, 31)))
    assert [words for words in half if words.startswith("Quý")] == ["Quý III/2025", "Quý IV/2025"]
    long = usual_expressions(Period(date(2026, 1, 1), date(2030, 12, 31)))
    assert len([words for words in long if words.startswith("Quý")]) == 8


def test_a_name_from_the_list_takes_the_whole_cell(qtbot):
    editor = WholeEditor(["Nguyễn Văn An", "Trần Thị Bình"])
    qtbot.addWidget(editor)
    editor.show()
    type_text(editor, "binh")
    qtbot.keyClick(editor.offers(), KEYS.Key_Down)
    qtbot.keyClick(editor.offers(), KEYS.Key_Return)
    assert editor.words() == "Trần Thị Bình"


@pytest.mark.parametrize("make", [lambda: LineEditor(), lambda: LinesEditor(), lambda: AgencyEditor(["Công an"])])
def test_the_menu_of_an_editor_is_vietnamese(qtbot, make):
    from cchc_desktop.ui.widgets.text_menu import build_text_menu

    editor = make()
    qtbot.addWidget(editor)
    editor.set_words("a")
    words = [action.text().partition("\t")[0] for action in build_text_menu(editor).actions() if action.text()]
    assert words == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Chọn hết"]
    assert editor.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu


@pytest.mark.parametrize("mode", [Mode.TABLE, Mode.AGENCY, Mode.MONTH])
def test_excels_ways_work_in_table_and_groups(qtbot, desk, mode):
    desk.view.show_mode(mode)
    desk.view.select_item(desk.item("Ban hành"), PlanColumn.PRODUCT)
    below = item_cell_beside(desk.view.view(), desk.view.view().currentIndex(), 1)
    expected = below.siblingAtColumn(PlanColumn.CONTENT).data()
    type_text(desk.view.view(), "m")
    editor = QApplication.focusWidget()
    type_text(editor, "ột")
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert value(desk, "Ban hành", "product") == "một"
    assert desk.view.view().currentIndex().siblingAtColumn(PlanColumn.CONTENT).data() == expected
    assert desk.view.view().currentIndex().column() == PlanColumn.PRODUCT


def test_typing_on_a_section_is_told_how_to_edit_it(desk):
    desk.view.view().setCurrentIndex(desk.view.tree_view.model().index_of_section(desk.tree.sections[0].id))
    before = desk.tree.sections
    type_text(desk.view.view(), "x")
    assert desk.tree.sections == before
    assert "F2" in desk.told[-1]


@pytest.mark.parametrize("letter", ["x", " "])
def test_data_to_be_looked_at_cannot_be_typed_into(desk, letter):
    desk.view.set_editable(False)
    desk.view.select_item(desk.item("Ban hành"), PlanColumn.PRODUCT)
    type_text(desk.view.view(), letter)
    compose(desk.view.view(), "vi")
    assert desk.view.view().hasFocus()
    assert desk.view.view().state() != desk.view.view().State.EditingState
    assert "chỉ để xem" in desk.told[-1]


def test_a_space_alone_empties_nothing(desk):
    before = desk.tree.items
    desk.view.select_item(desk.item("Ban hành"), PlanColumn.PRODUCT)
    type_text(desk.view.view(), " ")
    assert desk.view.view().hasFocus()
    assert desk.tree.items == before


@pytest.mark.parametrize("letter", ["-", "+", "*"])
def test_signs_that_open_rows_in_other_trees_are_typed(desk, letter):
    desk.view.select_item(desk.item("Rà soát, đơn giản"), PlanColumn.CONTENT)
    type_text(desk.view.view(), letter)
    assert QApplication.focusWidget().words() == letter
