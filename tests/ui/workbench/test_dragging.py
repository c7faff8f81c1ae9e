from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.services import moving, plans
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.dragging import Zone, drop_place, rows_from_bytes, rows_to_bytes, zone_at
from cchc_desktop.ui.workbench.dragging_rows import RowDragger
from cchc_desktop.ui.workbench.panes_stack import Mode
from cchc_desktop.ui.workbench.roles import Role

ABOVE, ONTO, BELOW = Zone
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def find(tree, content):
    return next(item.id for item in tree.items.values() if item.content.startswith(content))


@pytest.mark.parametrize(
    ("dragged", "target", "zone", "expected"),
    [
        (["Khảo sát"], "Ban hành", ABOVE, ["Khảo sát", "Ban hành", "Tổng hợp, xây"]),
        (["Ban hành"], "Khảo sát", BELOW, ["Tổng hợp, xây", "Khảo sát", "Ban hành"]),
        (["Ban hành", "Đo lường"], "Tuyên truyền", BELOW, ["Tổng hợp, xây", "Khảo sát", "Tuyên truyền", "Ban hành"]),
        (["Ban hành"], "Khảo sát", ABOVE, ["Tổng hợp, xây", "Ban hành", "Khảo sát"]),
        (["Kiểm tra văn bản"], "Ban hành", ABOVE, ["Kiểm tra văn bản", "Ban hành"]),
        (["Rà soát, đơn giản"], "Ban hành", BELOW, ["Ban hành", "Rà soát, đơn giản", "Tổng hợp, xây"]),
    ],
)
def test_rows_are_dropped_between_rows(workspace, dragged, target, zone, expected):
    store, plan_id = workspace
    tree = plans.open_plan(store, plan_id)
    ids = [find(tree, content) for content in dragged]
    place = drop_place(tree, ids, tree.items[find(tree, target)], zone, is_open=False)
    moving.move_items(store, ids, place)
    tree = plans.open_plan(store, plan_id)
    contents = [item.content for item in tree.roots(tree.sections[0].id)]
    assert all(map(str.startswith, contents, expected)), contents


def test_onto_an_item_makes_its_last_part_and_onto_a_section_its_last_task(tree):
    item, parent = find(tree, "Kiểm tra văn bản"), tree.items[find(tree, "Rà soát, đơn giản")]
    assert drop_place(tree, [item], parent, ONTO, is_open=True).after_id == find(tree, "Tổng hợp kết quả")
    place = drop_place(tree, [item], tree.sections[0], ONTO, is_open=True)
    assert (place.parent_id, place.after_id) == (None, find(tree, "Tuyên truyền"))
    assert drop_place(tree, [item], tree.sections[0], BELOW, is_open=True).after_id is None
    assert drop_place(tree, [item], None, BELOW, is_open=False).after_id == find(tree, "Đánh giá")


def test_below_an_open_item_is_before_its_first_part(tree):
    parent = tree.items[find(tree, "Rà soát, đơn giản")]
    place = drop_place(tree, [find(tree, "Kiểm tra văn bản")], parent, BELOW, is_open=True)
    assert (place.parent_id, place.after_id) == (parent.id, None)


@pytest.mark.parametrize(
    ("dragged", "target", "zone"),
    [
        ("Rà soát, đơn giản", "Thẩm định", BELOW),
        ("Rà soát, đơn giản", "Rà soát, đơn giản", ONTO),
        ("Rà soát, đơn giản", "Thẩm định", ONTO),
        ("Ban hành", "Ban hành", ABOVE),
        ("Ban hành", "Ban hành", BELOW),
        ("Ban hành", "Tổng hợp, xây", ABOVE),
        ("Tổng hợp, xây", "Ban hành", BELOW),
        ("Tổng hợp kết quả", "Rà soát, đơn giản", ONTO),
    ],
)
def test_no_drop_below_itself_or_where_it_is(tree, dragged, target, zone):
    with pytest.raises(InvalidInput):
        drop_place(tree, [find(tree, dragged)], tree.items[find(tree, target)], zone, is_open=False)


def test_zones_of_a_row(tree):
    item = next(iter(tree.items.values()))
    assert [zone_at(36, y, item) for y in (0, 11, 18, 30, 35)] == [ABOVE, ABOVE, ONTO, BELOW, BELOW]
    assert [zone_at(30, y, tree.sections[0]) for y in (0, 15, 28)] == [ONTO, ONTO, BELOW]


@pytest.mark.parametrize("data", [b"", b"abc", b"[]", b'{"plan": "u"}', b'{"plan": "v", "items": [1]}'])
def test_foreign_data_are_no_rows(data):
    assert rows_from_bytes(data, "u") == []
    assert rows_from_bytes(rows_to_bytes("u", [3, 1]), "u") == [3, 1]


# --- through the view


def dragger_of(desk):
    return desk.view.view().findChild(RowDragger)


def centre(desk, content, part=0.5):
    view = desk.view.view()
    rect = view.visualRect(desk.view.model().index_of_item(desk.item(content), PlanColumn.CONTENT))
    return QPoint(rect.center().x(), rect.top() + int(rect.height() * part))


def send(desk, kind, place, mime):
    """Let the mouse come in with some data and move or drop; tell whether that is taken."""
    viewport, taken = desk.view.view().viewport(), False
    for each in (QDragEnterEvent, kind):
        at = QPointF(place) if each is QDropEvent else place
        event = each(at, Qt.DropAction.MoveAction, mime, LEFT, NONE)
        event.ignore()
        QApplication.sendEvent(viewport, event)
        taken = event.isAccepted()
    return taken


def line_is_shown(desk):
    return dragger_of(desk)._line.isVisible()


@pytest.mark.parametrize("table", [False, True])
def test_rows_are_dragged_with_the_mouse(desk, table):
    if table:
        desk.view.show_table()
    desk.view.select_item(desk.item("Khảo sát"))
    mime = dragger_of(desk).mime_data()
    assert mime.formats() == ["application/x-cchc-plan-rows"]
    place = centre(desk, "Ban hành", 0.1)
    assert send(desk, QDragMoveEvent, place, mime)
    assert line_is_shown(desk)
    assert send(desk, QDropEvent, place, mime)
    assert not line_is_shown(desk)
    assert desk.outline()[1].startswith("Khảo sát")
    assert desk.view.current_item_id() == desk.item("Khảo sát")


def test_no_line_and_a_reason_where_rows_cannot_go(desk):
    desk.view.select_item(desk.item("Rà soát, đơn giản"))
    mime, place = dragger_of(desk).mime_data(), centre(desk, "Thẩm định")
    before = desk.outline()
    assert not send(desk, QDragMoveEvent, place, mime)
    assert not line_is_shown(desk)
    assert not send(desk, QDropEvent, place, mime)
    assert desk.outline() == before
    assert "chính nội dung thành phần" in desk.told[-1]


@pytest.mark.parametrize("sorted_table", [False, True])
def test_plans_to_be_looked_at_and_sorted_tables_refuse(desk, sorted_table):
    desk.view.show_table()
    if sorted_table:
        desk.view.table_view.sortByColumn(PlanColumn.TIME, Qt.SortOrder.AscendingOrder)
    else:
        desk.view.set_editable(False)
    desk.view.select_item(desk.item("Khảo sát"))
    mime, before = dragger_of(desk).mime_data(), desk.outline()
    assert not send(desk, QDropEvent, centre(desk, "Ban hành", 0.1), mime)
    assert desk.outline() == before
    assert ("sắp xếp theo TT" if sorted_table else "chỉ để xem") in desk.told[-1]


@pytest.mark.parametrize("mode", [Mode.AGENCY, Mode.MONTH])
def test_groups_that_the_view_made_cannot_be_shaped(qtbot, desk, mode):
    desk.view.show_mode(mode)
    desk.view.select_item(desk.item("Khảo sát"))
    before = desk.outline()
    qtbot.keyClick(desk.view.view(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "theo cây" in desk.told[-1]
    assert not send(desk, QDropEvent, centre(desk, "Ban hành"), dragger_of(desk).mime_data())
    assert desk.outline() == before


def test_foreign_data_are_refused(desk):
    mime = QMimeData()
    mime.setText("chữ")
    assert not send(desk, QDropEvent, centre(desk, "Ban hành"), mime)


def test_a_click_on_a_whole_row_chooses_the_cell(qtbot, desk):
    desk.view.select_item(desk.item("Khảo sát"))
    place = centre(desk, "Khảo sát")
    qtbot.mouseClick(desk.view.view().viewport(), LEFT, NONE, place)
    chosen = desk.view.view().selectionModel().selectedIndexes()
    assert [index.column() for index in chosen] == [PlanColumn.CONTENT]


def test_a_double_click_on_a_whole_row_opens_the_cell(qtbot, desk):
    desk.view.select_item(desk.item("Khảo sát"))
    viewport, place = desk.view.view().viewport(), centre(desk, "Khảo sát")
    qtbot.mouseClick(viewport, LEFT, NONE, place)
    qtbot.mouseDClick(viewport, LEFT, NONE, place)
    assert desk.view.view().state() == desk.view.view().State.EditingState


def test_several_rows_move_by_keys_and_stay_selected(qtbot, desk):
    desk.view.select_item(desk.item("Khảo sát"))
    qtbot.keyClick(desk.view.view(), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(desk.view.view(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.outline()[2].startswith("Khảo sát")
    assert desk.outline()[3].startswith("Đo lường")
    qtbot.keyClick(desk.view.view(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.outline()[2:4] == [f"  {line.strip()}" for line in desk.outline()[2:4]]
    model = desk.view.view().selectionModel()
    rows = {index.data(Qt.ItemDataRole.EditRole) for index in model.selectedRows(PlanColumn.CONTENT)}
    assert {row.partition(" ")[0] for row in rows} == {"Khảo", "Đo"}


def test_a_move_that_leads_nowhere_is_told(qtbot, desk):
    desk.view.select_item(desk.item("Ban hành"))
    qtbot.keyClick(desk.view.view(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert "đứng đầu" in desk.told[-1]


def test_a_section_moves_by_keys_and_by_its_menu(qtbot, desk):
    view, titles = desk.view.view(), lambda: [section.title for section in desk.tree.sections]
    first, second, *_ = before = titles()
    view.setCurrentIndex(desk.view.model().index_of_section(desk.tree.sections[0].id, PlanColumn.CONTENT))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles()[:2] == [second, first]
    assert view.currentIndex().data(Role.ROW).title == first
    assert desk.view.can_run("move_up")
    assert not desk.view.can_run("indent")
    desk.view.move_up()
    assert titles() == before
    desk.view.move_up()
    assert "đứng đầu" in desk.told[-1]
    view.setCurrentIndex(desk.view.model().index_of_section(desk.tree.sections[0].id, PlanColumn.PRODUCT))
    view.selectionModel().clearSelection()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert "Xóa lĩnh vực" in desk.told[-1]
    assert titles() == before
