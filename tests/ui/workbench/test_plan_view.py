from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services import item_editing
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.columns import PlanColumn
from tests.ui.workbench.keyboard import type_text

KEYS = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def press(qtbot, key, modifiers=NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def type_words(qtbot, words):
    type_text(QApplication.focusWidget(), words)
    press(qtbot, KEYS.Key_Return)


def search(desk, words):
    desk.view.focus_search()
    QApplication.focusWidget().setText(words)


def test_a_plan_is_typed_with_keys_alone(qtbot, desk):
    desk.view.select_item(desk.item("Tuyên truyền"))
    for number in range(1, 11):
        press(qtbot, KEYS.Key_Insert)
        type_words(qtbot, f"Việc mới {number}")
    press(qtbot, KEYS.Key_Insert, CTRL | SHIFT)
    type_words(qtbot, "Phần việc")
    lines = desk.outline()
    at = lines.index("Việc mới 1")
    assert lines[at : at + 11] == [*(f"Việc mới {number}" for number in range(1, 11)), "  Phần việc"]
    assert desk.view.bar.count_words() == "24/24 nhiệm vụ"


def test_rows_move_with_alt_and_arrows_across_sections_and_levels(qtbot, desk):
    before = desk.outline()
    item = desk.item("Tuyên truyền")
    desk.view.select_item(item)
    press(qtbot, KEYS.Key_Down, ALT)
    assert desk.outline().index("CẢI CÁCH THỂ CHẾ") + 1 == desk.outline().index(desk.tree.items[item].content)
    press(qtbot, KEYS.Key_Down, ALT)
    press(qtbot, KEYS.Key_Right, ALT)
    assert desk.tree.items[item].parent_id == desk.item("Rà soát, hệ thống")
    assert desk.view.current_item_id() == item
    press(qtbot, KEYS.Key_Left, ALT)
    press(qtbot, KEYS.Key_Up, ALT)
    press(qtbot, KEYS.Key_Up, ALT)
    assert desk.outline() == before
    assert desk.view.current_item_id() == item


def test_delete_empties_a_cell_and_deletes_only_whole_rows(qtbot, desk):
    item = desk.item("Khảo sát")
    desk.view.select_item(item, PlanColumn.PRODUCT)
    press(qtbot, KEYS.Key_Delete)
    assert desk.tree.items[item].product is None
    press(qtbot, KEYS.Key_Space, SHIFT)
    press(qtbot, KEYS.Key_Delete)
    assert item not in desk.tree.items


def test_delete_over_cells_of_several_rows_is_one_request(qtbot, desk):
    asked = []
    desk.view.edits_requested.connect(asked.append)
    first = desk.item("Ban hành")
    desk.view.select_item(first, PlanColumn.PRODUCT)
    press(qtbot, KEYS.Key_Down, SHIFT)
    press(qtbot, KEYS.Key_Delete)
    assert asked == [{first: {"product": ""}, desk.item("Tổng hợp, xây"): {"product": ""}}]


def test_rows_taken_by_their_number_are_deleted_together(qtbot, desk):
    desk.view.select_item(desk.item("Ban hành"), PlanColumn.NUMBER)
    press(qtbot, KEYS.Key_Down, SHIFT)
    press(qtbot, KEYS.Key_Delete)
    assert desk.outline()[1].startswith("Khảo sát")


def test_a_whole_section_asks_for_its_deletion(qtbot, desk):
    section = desk.tree.sections[1]
    desk.view.view().setCurrentIndex(desk.view.tree_view.model().index_of_section(section.id))
    press(qtbot, KEYS.Key_Delete)
    assert [left.title for left in desk.tree.sections] == [
        "Chỉ đạo điều hành, kiểm tra và tuyên truyền",
        "Cải cách thủ tục hành chính",
    ]


def test_f2_on_a_section_edits_its_title(qtbot, desk):
    section = desk.tree.sections[1]
    desk.view.view().setCurrentIndex(desk.view.tree_view.model().index_of_section(section.id, PlanColumn.LEAD))
    press(qtbot, KEYS.Key_F2)
    press(qtbot, KEYS.Key_A, CTRL)
    type_words(qtbot, "Thể chế")
    assert desk.tree.section(section.id).title == "Thể chế"


def test_insert_on_a_section_adds_at_its_end(qtbot, desk):
    desk.view.view().setCurrentIndex(desk.view.tree_view.model().index_of_section(desk.tree.sections[0].id))
    press(qtbot, KEYS.Key_Insert)
    type_words(qtbot, "Cuối lĩnh vực")
    assert desk.outline()[6] == "Cuối lĩnh vực"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("tai su dung", ["Số hóa"]),
        ("TTHC mot cua", ["Cập nhật"]),
        ("tham dinh", ["Rà soát, đơn giản", "Thẩm định"]),
    ],
)
def test_search_shows_matches_with_the_rows_above_them(desk, words, shown):
    desk.view.set_abbreviations(lambda: Abbreviations({"TTHC": "thủ tục hành chính"}))
    search(desk, words)
    desk.view.show_table()
    model = desk.view.table_view.model()
    contents = [model.index(row, PlanColumn.CONTENT).data() for row in range(model.rowCount())]
    assert all(any(content.startswith(start) for content in contents) for start in shown)
    assert len(contents) == len(shown)


def test_search_counts_and_keeps_the_selected_item(qtbot, desk):
    item = desk.item("Số hóa")
    desk.view.select_item(item, PlanColumn.TIME)
    search(desk, "tai su dung")
    assert desk.view.bar.count_words() == "1/14 nhiệm vụ"
    press(qtbot, KEYS.Key_Escape)
    assert desk.view.bar.count_words() == "14/14 nhiệm vụ"
    assert desk.view.current_item_id() == item
    assert desk.view.view().currentIndex().column() == PlanColumn.TIME
    press(qtbot, KEYS.Key_Escape)
    assert desk.view.view().hasFocus()


def test_nothing_found_says_so_and_typing_goes_on(qtbot, desk):
    search(desk, "qqqq")
    assert desk.view._stack.currentWidget() is desk.view._nothing
    press(qtbot, KEYS.Key_Backspace)
    assert desk.view.bar.query() == "qqq"
    desk.view.clear_search()
    assert desk.view._stack.currentWidget() is desk.view.tree_view


def test_a_new_row_is_shown_although_it_does_not_match(qtbot, desk):
    search(desk, "tai su dung")
    press(qtbot, KEYS.Key_Down)
    desk.view.select_item(desk.item("Số hóa"))
    press(qtbot, KEYS.Key_Insert)
    type_words(qtbot, "Hoàn toàn khác")
    assert desk.view.current_item_id() == desk.item("Hoàn toàn khác")


def test_tree_and_table_share_the_current_cell(desk):
    item = desk.item("Kiểm tra văn bản")
    desk.view.select_item(item, PlanColumn.TIME)
    desk.view.show_table()
    assert desk.view.current_item_id() == item
    assert desk.view.table_view.currentIndex().column() == PlanColumn.TIME
    desk.view.table_view.sortByColumn(PlanColumn.TIME, Qt.SortOrder.AscendingOrder)
    desk.view.select_item(desk.item("Trả kết quả"))
    desk.view.show_tree()
    assert desk.view.current_item_id() == desk.item("Trả kết quả")


@pytest.mark.parametrize("table", [False, True])
def test_editing_keeps_selection_scroll_and_closed_rows(qtbot, desk, table):
    desk.view.resize(1100, 300)
    tree_model = desk.view.tree_view.model()
    desk.view.tree_view.collapse(tree_model.index(0, 0))
    if table:
        desk.view.show_table()
    item = desk.item("Trả kết quả")
    desk.view.select_item(item, PlanColumn.PRODUCT)
    scrolled = desk.view.view().verticalScrollBar().value()
    assert scrolled > 0
    item_editing.edit_item(desk.workspace, desk.item("Kiểm tra văn bản"), {"product": "Biên bản"})
    item_editing.delete_items(desk.workspace, [desk.item("Lập danh mục hồ sơ")])
    desk.view.set_tree(desk.tree)
    assert desk.view.current_item_id() == item
    assert desk.view.view().currentIndex().column() == PlanColumn.PRODUCT
    assert not desk.view.tree_view.isExpanded(tree_model.index(0, 0))
    assert desk.view.tree_view.isExpanded(tree_model.index(2, 0))


def test_arrows_move_among_cells_and_open_rows_by_their_number(qtbot, desk):
    item = desk.item("Rà soát, đơn giản")
    desk.view.select_item(item, PlanColumn.NUMBER)
    view = desk.view.tree_view
    press(qtbot, KEYS.Key_Left)
    assert not view.isExpanded(view.currentIndex())
    press(qtbot, KEYS.Key_Right)
    assert view.isExpanded(view.currentIndex())
    press(qtbot, KEYS.Key_Right)
    assert view.currentIndex().column() == PlanColumn.CONTENT
    press(qtbot, KEYS.Key_Right)
    assert view.currentIndex().column() == PlanColumn.LEAD
    assert desk.view.current_item_id() == item


def test_selection_is_told_once_per_row(qtbot, desk):
    told = []
    desk.view.selection_changed.connect(told.append)
    desk.view.select_item(desk.item("Ban hành"))
    press(qtbot, KEYS.Key_Right)
    press(qtbot, KEYS.Key_Down)
    desk.view.view().setCurrentIndex(desk.view.tree_view.model().index(1, 0))
    assert told == [desk.item("Ban hành"), desk.item("Tổng hợp, xây dựng"), None]


@pytest.mark.parametrize("density", list(Density))
def test_rows_are_as_high_as_their_density_asks(desk, density):
    desk.view.set_density(density)
    view = desk.view.tree_view
    section = view.model().index(0, 0)
    assert view.visualRect(view.model().index(0, 0, section)).height() >= density.minimum
    assert 28 <= view.visualRect(section).height() <= 32
    desk.view.show_table()
    assert desk.view.table_view.rowHeight(0) >= density.minimum


def test_columns_follow_what_the_plan_uses(desk):
    header = desk.view.tree_view.header()
    assert header.isSectionHidden(PlanColumn.FUNDING)
    item_editing.edit_item(desk.workspace, desk.item("Ban hành"), {"funding": "5 triệu đồng"})
    desk.view.apply(desk.tree)
    assert not header.isSectionHidden(PlanColumn.FUNDING)
    assert header.isSectionHidden(PlanColumn.SECTION)
    assert not desk.view.table_view.horizontalHeader().isSectionHidden(PlanColumn.SECTION)


def test_another_plan_begins_without_filter_or_selection(desk):
    desk.view.select_item(desk.item("Số hóa"))
    search(desk, "tai su dung")
    desk.view.set_tree(None)
    assert desk.view.bar.query() == ""
    assert desk.view.current_item_id() is None
    desk.view.set_tree(desk.tree)
    assert desk.view.bar.count_words() == "14/14 nhiệm vụ"


def test_menu_of_a_row_has_the_keys_of_its_commands(desk):
    from cchc_desktop.ui.workbench.context_menu import ITEM_MENU, RESULT_COMMANDS, SECTION_MENU
    from cchc_desktop.ui.workbench.keys import COMMAND_KEYS

    commands = {entry.command for entry in (*ITEM_MENU, *SECTION_MENU) if entry.command} - RESULT_COMMANDS
    assert all(callable(getattr(desk.view, name)) for name in commands | set(COMMAND_KEYS.values()))
    with_keys = {entry.command for entry in ITEM_MENU if entry.keys} - RESULT_COMMANDS
    assert with_keys <= set(COMMAND_KEYS.values())


def test_moves_that_lead_nowhere_are_greyed_in_the_menu(qtbot, desk):
    desk.view.select_item(desk.item("Ban hành"))
    view = desk.view.tree_view
    desk.view._show_menu(view.visualRect(view.currentIndex()).center())
    from PySide6.QtWidgets import QMenu

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    enabled = {action.objectName(): action.isEnabled() for action in menu.actions() if action.objectName()}
    assert (enabled["move_up"], enabled["move_down"], enabled["indent"], enabled["outdent"]) == (
        False, True, False, False,
    )  # fmt: skip
    menu.close()


def commands_of_menu(desk, place):
    desk.view._show_menu(place)
    menu = QApplication.activePopupWidget()
    commands = [action.objectName() for action in menu.actions() if action.objectName()]
    menu.close()
    return commands


def test_each_place_has_its_own_menu(desk):
    view = desk.view.tree_view
    section = view.visualRect(view.model().index_of_section(desk.tree.sections[0].id)).center()
    cell = view.visualRect(view.model().index_of_item(desk.item("Ban hành"), PlanColumn.LEAD)).center()
    desk.view.select_item(desk.item("Ban hành"), PlanColumn.LEAD)
    assert "fill_down" in commands_of_menu(desk, cell)
    desk.view.select_row()
    assert "fill_down" not in commands_of_menu(desk, cell)
    assert {"bulk_edit", "cut", "delete_selected"} <= set(commands_of_menu(desk, cell))
    assert {"paste", "add_item", "delete_selected"} <= set(commands_of_menu(desk, section))
    assert "delete_selected" not in commands_of_menu(desk, view.viewport().rect().bottomRight() * 2)


def test_a_command_on_data_to_be_looked_at_is_told(qtbot, desk):
    before = desk.tree
    desk.view.set_editable(False)
    desk.view.select_item(desk.item("Ban hành"))
    for key, modifiers in ((KEYS.Key_Delete, NONE), (KEYS.Key_Insert, NONE), (KEYS.Key_Down, ALT)):
        press(qtbot, key, modifiers)
        assert "chỉ để xem" in desk.told.pop()
    desk.view.bulk_edit()
    assert "chỉ để xem" in desk.told.pop()
    assert desk.tree == before
