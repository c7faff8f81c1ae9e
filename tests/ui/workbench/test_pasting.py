from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.services import history
from cchc_desktop.ui.workbench.clipboard import block_html, block_text, read_block
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filling import ItemCells, filled_down
from cchc_desktop.ui.workbench.pasting import Target, paste_block

KEYS = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CONTENT, LEAD, TIME, PRODUCT = PlanColumn.CONTENT, PlanColumn.LEAD, PlanColumn.TIME, PlanColumn.PRODUCT
COLUMNS = [CONTENT, LEAD, TIME]
PLACE = Place(1, None, 2)


def rows(count):
    return [WorkItem(1, 1, f"việc {number}", id=number) for number in range(1, count + 1)]


# --- plain computation


@pytest.mark.parametrize(
    ("block", "count", "edits", "new_rows"),
    [
        ([["a"]], 2, {1: {"content": "a"}}, []),
        ([["a", "b"], ["c", ""]], 2, {1: {"content": "a", "lead_words": "b"}, 2: {"content": "c"}}, []),
        ([["việc 1"], ["c"]], 2, {2: {"content": "c"}}, []),
        ([["a"], ["b"], ["c", "", "quý I"]], 1, {1: {"content": "a"}}, [
            {"content": "b"}, {"content": "c", "time_words": "quý I"}]),
        ([["a", "", "", ""], ["", "", "", ""]], 2, {1: {"content": "a"}}, []),
        ([["a"], [""], ["b"]], 1, {1: {"content": "a"}}, [{"content": "b"}]),
        ([[" a\u200b  "]], 1, {1: {"content": "a"}}, []),
    ],
)  # fmt: skip
def test_what_a_block_changes(block, count, edits, new_rows):
    width = max(map(len, block))
    block = [[*row, *[""] * (width - len(row))] for row in block]
    paste = paste_block(block, Target(rows(count), COLUMNS, PLACE))
    assert (paste.edits, paste.new_rows) == (edits, new_rows)
    assert paste.place == (PLACE if new_rows else None)


@pytest.mark.parametrize(
    ("block", "place", "words"),
    [
        ([["a", "b", "c", "d"]], PLACE, "4 cột"),
        ([["a"], ["b"]], None, "nằm ngoài danh sách"),
        ([], PLACE, "không có nội dung"),
        ([["", ""]], PLACE, "không có nội dung"),
    ],
)
def test_what_cannot_be_pasted_is_told_and_nothing_is_lost(block, place, words):
    with pytest.raises(InvalidInput, match=words):
        paste_block(block, Target(rows(1), COLUMNS, place))


def test_words_for_a_cell_that_a_row_does_not_have_are_not_lost():
    columns = [CONTENT, PlanColumn.SOURCE]
    for count in (1, 0):
        with pytest.raises(InvalidInput, match="Nguồn"):
            paste_block([["a", "Công văn 5"]], Target(rows(count), columns, PLACE))
    assert paste_block([["a", ""]], Target(rows(1), columns, PLACE)).edits == {1: {"content": "a"}}


def test_one_cell_fills_a_selection_and_a_block_its_multiple():
    items = rows(4)
    chosen = [ItemCells(item, [LEAD, TIME]) for item in items]
    paste = paste_block([["x"]], Target(items, [LEAD, TIME], PLACE, chosen))
    assert paste.edits == {item.id: {"lead_words": "x", "time_words": "x"} for item in items}
    paste = paste_block([["a", "b"], ["c", "d"]], Target(items, [LEAD, TIME], PLACE, chosen))
    assert [paste.edits[item.id]["lead_words"] for item in items] == ["a", "c", "a", "c"]
    assert paste.is_fill
    assert not paste.needs_asking


@pytest.mark.parametrize(("cells", "new", "asks"), [(20, 0, False), (21, 0, True), (3, 1, False), (0, 2, True)])
def test_large_pastes_and_several_new_rows_ask_first(cells, new, asks):
    block = [[f"mới {number}"] for number in range(cells + new)]
    assert paste_block(block, Target(rows(cells), COLUMNS, PLACE)).needs_asking is asks


def test_filling_down_repeats_the_first_row_but_for_its_number():
    items = [WorkItem(1, 1, f"việc {n}", id=n, number=str(n), lead_words=f"cơ quan {n}") for n in (1, 2, 3)]
    cells = [ItemCells(item, [PlanColumn.NUMBER, LEAD]) for item in items]
    assert filled_down(cells, None) == {2: {"lead_words": "cơ quan 1"}, 3: {"lead_words": "cơ quan 1"}}
    assert filled_down(cells[2:], items[1]) == {3: {"lead_words": "cơ quan 2"}}
    assert filled_down(cells[:1], None) == {}


# --- through the view


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def put(block):
    """Put cells on the clipboard as Excel does."""
    mime = QMimeData()
    mime.setText(block_text(block))
    mime.setHtml(block_html(block))
    QGuiApplication.clipboard().setMimeData(mime)


def clip():
    mime = QGuiApplication.clipboard().mimeData()
    return read_block(mime.html(), mime.text())


def values(desk, field, *starts):
    return [getattr(desk.tree.items[desk.item(start)], field) for start in starts]


def choose(desk, qtbot, start, column, down=0, right=0):
    desk.view.select_item(desk.item(start), column)
    for key, count in ((KEYS.Key_Down, down), (KEYS.Key_Right, right)):
        for _ in range(count):
            press(qtbot, key, SHIFT)


def test_copied_cells_are_a_table_for_excel_and_word(qtbot, desk):
    choose(desk, qtbot, "Cập nhật", LEAD, down=2, right=1)
    press(qtbot, KEYS.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().split("\r\n")[0] == "Trung tâm Phục vụ hành chính công\tVăn phòng HĐND và UBND"
    assert len(read_block(mime.html(), "")) == len(read_block("", mime.text())) == 3


def test_whole_rows_take_the_headings_of_their_groups_along(qtbot, desk):
    desk.view.select_item(desk.item("Tuyên truyền"), PlanColumn.NUMBER)
    for _ in range(2):
        press(qtbot, KEYS.Key_Down, SHIFT)
    press(qtbot, KEYS.Key_C, CTRL)
    assert [row[:2] for row in clip()][1] == ["II", "Cải cách thể chế"]
    assert [row[0] for row in clip()] == ["5", "II", "6"]


def test_a_block_from_excel_goes_into_the_visible_columns(qtbot, desk):
    put([["Phòng A", "Phòng B", "Hằng quý"], ["Phòng C", "", "Hằng năm"]])
    desk.view.select_item(desk.item("Cập nhật"), LEAD)
    press(qtbot, KEYS.Key_V, CTRL)
    assert values(desk, "lead_words", "Cập nhật", "Số hóa") == ["Phòng A", "Phòng C"]
    assert values(desk, "coordinating_words", "Cập nhật", "Số hóa") == ["Phòng B", None]
    assert values(desk, "time_words", "Cập nhật", "Số hóa") == ["Hằng quý", "Hằng năm"]
    history.undo(desk.workspace)
    assert values(desk, "time_words", "Cập nhật", "Số hóa") == ["Hằng quý", "Hằng tháng"]


def test_rows_behind_the_last_one_become_tasks_after_the_question(qtbot, desk):
    put([["Đã sửa", "Phòng A"], ["Mới một", "Phòng B"], ["Mới hai", "Phòng C"]])
    desk.view.select_item(desk.item("Tổ chức hội nghị"), CONTENT)
    before = desk.outline()
    press(qtbot, KEYS.Key_V, CTRL)
    assert desk.outline() == before
    assert desk.view.question() == "Dán 3 dòng: sửa 1 nhiệm vụ, thêm 2 nhiệm vụ mới."
    press(qtbot, KEYS.Key_Return)
    at = desk.outline().index("Đã sửa")
    assert desk.outline()[at : at + 4] == ["Đã sửa", "Mới một", "Mới hai", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH"]
    assert desk.view.view().hasFocus()
    assert desk.view.question() == ""


def test_escape_gives_a_paste_up(qtbot, desk):
    put([["a"], ["b"], ["c"]])
    desk.view.select_item(desk.item("Tổ chức hội nghị"), CONTENT)
    before = desk.outline()
    press(qtbot, KEYS.Key_V, CTRL)
    press(qtbot, KEYS.Key_Escape)
    assert desk.outline() == before
    assert desk.view.view().hasFocus()


def test_a_plan_that_changed_meanwhile_is_not_pasted_into(qtbot, desk):
    put([["a"], ["b"], ["c"]])
    desk.view.select_item(desk.item("Tổ chức hội nghị"), CONTENT)
    press(qtbot, KEYS.Key_V, CTRL)
    desk.view.edit_requested.emit(desk.item("Ban hành"), {"note": "khác"})
    before = desk.outline()
    press(qtbot, KEYS.Key_Return)
    assert desk.outline() == before
    assert "vừa thay đổi" in desk.told[-1]


def test_too_many_columns_are_told_and_nothing_changes(qtbot, desk):
    before = desk.tree.items
    put([["a", "b", "c"]])
    desk.view.select_item(desk.item("Cập nhật"), TIME)
    press(qtbot, KEYS.Key_V, CTRL)
    assert desk.tree.items == before
    assert "3 cột" in desk.told[-1]


def test_one_cell_fills_the_selected_cells(qtbot, desk):
    put([["Hằng quý"]])
    choose(desk, qtbot, "Ban hành", TIME, down=2)
    press(qtbot, KEYS.Key_V, CTRL)
    assert values(desk, "time_words", "Ban hành", "Tổng hợp, xây", "Khảo sát") == ["Hằng quý"] * 3


def test_one_cell_is_not_pasted_over_a_whole_row(qtbot, desk):
    before = desk.tree.items
    put([["Hằng quý"]])
    desk.view.select_item(desk.item("Ban hành"), PlanColumn.NUMBER)
    press(qtbot, KEYS.Key_V, CTRL)
    assert desk.tree.items == before
    assert "cả dòng" in desk.told[-1]


def test_a_list_pasted_on_a_section_becomes_its_tasks(qtbot, desk):
    put([["1", "Việc dán một", "Phòng A"], ["2", "Việc dán hai", "Phòng B"]])
    section = desk.tree.sections[1]
    desk.view.view().setCurrentIndex(desk.view.tree_view.model().index_of_section(section.id))
    press(qtbot, KEYS.Key_V, CTRL)
    press(qtbot, KEYS.Key_Return)
    assert [item.content for item in desk.tree.roots(section.id)][-2:] == ["Việc dán một", "Việc dán hai"]
    assert values(desk, "lead_words", "Việc dán hai") == ["Phòng B"]


def test_copied_rows_are_pasted_as_they_are_stored(qtbot, desk):
    """A printed label belongs to the row, not to its words: it must not be doubled."""
    desk.view.select_item(desk.item("Cập nhật"), PlanColumn.NUMBER)
    press(qtbot, KEYS.Key_Down, SHIFT)
    press(qtbot, KEYS.Key_C, CTRL)
    copied = [desk.tree.items[desk.item(start)] for start in ("Cập nhật", "Số hóa")]
    desk.view.select_item(desk.item("Ban hành"), LEAD)
    press(qtbot, KEYS.Key_V, CTRL)
    pasted = desk.tree.roots(desk.tree.sections[0].id)[:2]
    for field in ("number", "content", "lead_words", "time_words", "product"):
        assert [getattr(item, field) for item in pasted] == [getattr(item, field) for item in copied]


def test_cut_copies_and_empties(qtbot, desk):
    choose(desk, qtbot, "Ban hành", PRODUCT)
    press(qtbot, KEYS.Key_X, CTRL)
    assert clip() == [["Kế hoạch của UBND phường"]]
    assert values(desk, "product", "Ban hành") == [None]


def test_a_section_is_not_cut(qtbot, desk):
    desk.view.view().setCurrentIndex(desk.view.tree_view.model().index_of_section(desk.tree.sections[1].id))
    press(qtbot, KEYS.Key_X, CTRL)
    assert len(desk.tree.sections) == 3
    assert "lĩnh vực" in desk.told[-1]


def test_control_d_fills_down_across_sections_as_one_step(qtbot, desk):
    choose(desk, qtbot, "Đo lường", TIME, down=3)
    press(qtbot, KEYS.Key_D, CTRL)
    words = "Theo thời gian đánh giá hằng năm của Sở Y tế"
    assert values(desk, "time_words", "Đo lường", "Tuyên truyền", "Rà soát, hệ thống") == [words] * 3
    history.undo(desk.workspace)
    assert values(desk, "time_words", "Tuyên truyền") == ["Thường xuyên"]


@pytest.mark.parametrize("key", [KEYS.Key_V, KEYS.Key_X, KEYS.Key_D])
def test_data_to_be_looked_at_refuse_and_say_so(qtbot, desk, key):
    before = desk.tree.items
    put([["a"]])
    desk.view.set_editable(False)
    desk.view.select_item(desk.item("Ban hành"), TIME)
    press(qtbot, key, CTRL)
    assert desk.tree.items == before
    assert "chỉ để xem" in desk.told[-1]


def test_new_rows_are_not_pasted_into_a_sorted_table(qtbot, desk):
    put([[f"a{number}"] for number in range(40)])
    desk.view.show_table()
    desk.view.table_view.sortByColumn(TIME, Qt.SortOrder.AscendingOrder)
    desk.view.select_item(desk.item("Ban hành"), PRODUCT)
    press(qtbot, KEYS.Key_V, CTRL)
    assert "nằm ngoài danh sách" in desk.told[-1]


def test_hidden_columns_are_neither_emptied_nor_filled(qtbot, desk):
    item = desk.item("Ban hành")
    desk.view.tree_view.setColumnHidden(PlanColumn.COORDINATING, True)
    choose(desk, qtbot, "Ban hành", LEAD, right=1)
    press(qtbot, KEYS.Key_Delete)
    assert (desk.tree.items[item].lead_words, desk.tree.items[item].time_words) == (None, None)
    assert desk.tree.items[item].coordinating_words
