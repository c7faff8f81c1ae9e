from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.items import ItemOrigin
from cchc_desktop.domain.plan_tree import build_tree
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.widgets.text_fit import TextFitter
from cchc_desktop.ui.workbench.column_menu import column_menu
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filters import Filters, choices_of
from cchc_desktop.ui.workbench.filters_chip import FilterChip
from cchc_desktop.ui.workbench.panes import Mode
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.view_parts import chosen_cells
from tests.benchmarks.bench_workbench import big_tree

ADDED = "Công văn số 812/UBND-NC"


@pytest.fixture
def panes(qtbot, tree):
    view = PlanView()
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.set_today(lambda: date(2026, 3, 20))
    view.set_tree(tree)
    view.show()
    return view


def item_of(tree, start):
    return next(item for item in tree.items.values() if item.content.startswith(start))


def shown_columns(view):
    return [column.name.lower() for column in PlanColumn if not view.isColumnHidden(column)]


def titles(view):
    return [view.model().index(row, PlanColumn.CONTENT).data() for row in range(view.model().rowCount())]


def chip(panes, name):
    return next(chip for chip in panes.bar.findChildren(FilterChip) if chip.text().startswith(name))


# --- ways of looking


@pytest.mark.parametrize("mode", [Mode.TABLE, Mode.AGENCY, Mode.MONTH])
def test_current_cell_and_selection_survive_another_way_of_looking(panes, tree, mode):
    rows = [item_of(tree, start).id for start in ("Ban hành", "Khảo sát", "Trả kết quả")]
    panes.select_item(rows[0], PlanColumn.PRODUCT)
    model = panes.view().selectionModel()
    for row in rows[1:]:
        index = panes.model().index_of_item(row, PlanColumn.PRODUCT)
        model.select(index, model.SelectionFlag.Select)
    before = sorted(chosen_cells(panes.view()))
    panes.show_mode(mode)
    assert sorted(chosen_cells(panes.view())) == before
    assert (panes.current_item_id(), panes.view().currentIndex().column()) == (rows[0], PlanColumn.PRODUCT)
    panes.show_tree()
    assert sorted(chosen_cells(panes.view())) == before


def test_groups_by_month_and_by_agency(panes):
    panes.show_months()
    assert titles(panes.view()) == [
        "Tháng 01/2026", "Tháng 03/2026", "Tháng 06/2026", "Tháng 12/2026", "Thường xuyên", "Chưa xác định thời hạn",
    ]  # fmt: skip
    panes.show_agencies()
    assert titles(panes.view())[1] == "Phòng Văn hóa - Xã hội"


def test_canonical_names_of_agencies_are_shown(panes, tree):
    panes.show_agencies()
    link = item_of(tree, "Ban hành").lead[0]
    panes.set_agencies({link.agency_id: "Ban Văn xã"})
    assert titles(panes.view())[0] == "Ban Văn xã"


def test_typing_in_a_group_asks_for_the_item(panes, tree):
    asked = []
    panes.edit_requested.connect(lambda item_id, values: asked.append((item_id, values)))
    panes.show_agencies()
    item = item_of(tree, "Ban hành")
    panes.model().setData(panes.model().index_of_item(item.id, PlanColumn.PRODUCT), "Quyết định")
    assert asked == [(item.id, {"product": "Quyết định"})]


# --- filter chips


def test_a_checked_choice_filters_and_the_chip_says_so(panes, tree):
    menu = chip(panes, "Hạn").menu()
    next(action for action in menu.actions() if action.text() == "Thường xuyên").trigger()
    assert panes.bar.count_words() == "2/14 nhiệm vụ"
    assert chip(panes, "Hạn").text() == "Hạn: Thường xuyên"
    assert chip(panes, "Hạn").accessibleName() == "Lọc theo Hạn: Thường xuyên"
    next(action for action in menu.actions() if action.text() == "Chưa xác định thời hạn").trigger()
    assert (chip(panes, "Hạn").text(), panes.bar.count_words()) == ("Hạn: 2", "5/14 nhiệm vụ")


def test_a_click_on_the_cross_and_the_delete_key_clear_a_chip(qtbot, panes):
    panes.bar.want("", Filters(dues=frozenset({"standing"})))
    due = chip(panes, "Hạn")
    qtbot.mouseClick(due, Qt.MouseButton.LeftButton, pos=QPoint(due.width() - 14, due.height() // 2))
    assert not panes.bar.is_filtering()
    panes.bar.want("", Filters(dues=frozenset({"standing"})))
    qtbot.keyClick(due, Qt.Key.Key_Delete)
    assert not panes.bar.is_filtering()
    assert panes.bar.count_words() == "14/14 nhiệm vụ"


def test_chips_and_search_filter_together_and_clear_together(panes, tree):
    agency = next(value for value, words in choices_of("agencies", tree).items() if words.startswith("Trung tâm"))
    panes.bar.want("thu tuc", Filters(agencies=frozenset({agency})))
    assert panes.bar.count_words() == "3/14 nhiệm vụ"
    panes.clear_search()
    assert (panes.bar.query(), panes.bar.filters(), panes.bar.count_words()) == ("", Filters(), "14/14 nhiệm vụ")


def test_chips_that_let_nothing_through_say_so(panes):
    panes.bar.want("", Filters(origins=frozenset({"added"})))
    assert "khớp bộ lọc" in panes._nothing._sentence.text()


# --- hits


def test_one_goes_from_hit_to_hit_and_round(panes, tree):
    panes.bar.want("thu tuc hanh chinh", Filters())
    seen = []
    for _ in range(6):
        assert panes.next_hit()
        seen.append(tree.items[panes.current_item_id()].content.split(",")[0][:12])
    assert seen[0] == seen[5]
    assert len(set(seen)) == 5
    panes.previous_hit()
    assert tree.items[panes.current_item_id()].content.startswith(seen[4])


def test_without_a_search_there_is_no_hit(panes):
    assert not panes.next_hit()
    assert not panes.previous_hit()


# --- columns


def choose(panes, name, view=None):
    view = view or panes.tree_view
    menu = column_menu(view.header(), view.columns)
    action = menu.findChild(QAction, name)
    action.trigger()
    return menu


def test_columns_are_chosen_per_way_of_looking(panes):
    choose(panes, "person")
    choose(panes, "coordinating")
    in_tree = ["number", "content", "lead", "time", "status", "product", "person"]
    assert shown_columns(panes.tree_view) == in_tree
    panes.show_agencies()
    assert "person" not in shown_columns(panes.tree_view)
    panes.show_tree()
    assert shown_columns(panes.tree_view) == in_tree
    choose(panes, "reset")
    assert shown_columns(panes.tree_view) == ["number", "content", "lead", "coordinating", "time", "status", "product"]


def test_number_and_content_stay_in_front(panes):
    header = panes.tree_view.header()
    header.moveSection(header.visualIndex(PlanColumn.PRODUCT), 0)
    assert [header.logicalIndex(place) for place in range(3)] == [0, 1, PlanColumn.PRODUCT]
    header.moveSection(header.visualIndex(PlanColumn.CONTENT), 6)
    assert [header.logicalIndex(place) for place in range(2)] == [0, 1]


def test_a_layout_comes_back_through_json(qtbot, panes, tree):
    header = panes.tree_view.header()
    choose(panes, "note")
    header.moveSection(header.visualIndex(PlanColumn.TIME), 2)
    header.resizeSection(PlanColumn.TIME, 211)
    state = json.loads(json.dumps(panes.layout_state()))
    other = PlanView()
    qtbot.addWidget(other)
    other.resize(1200, 700)
    other.restore_layout(state)
    other.set_tree(tree)
    other.show()
    assert shown_columns(other.tree_view) == shown_columns(panes.tree_view)
    assert other.tree_view.header().visualIndex(PlanColumn.TIME) == 2
    assert other.tree_view.columnWidth(PlanColumn.TIME) == 211
    assert other.layout_state() == state


@pytest.mark.parametrize(
    "state",
    [
        {"tree": {"shown": ["gone", 7], "order": ["time", "gone"], "widths": {"time": "wide", "gone": 7, "lead": -3}}},
        {"tree": None, "unknown": {"shown": []}},
        {"table": {"widths": [1, 2], "order": {"a": 1}}},
        {},
    ],
)
def test_a_layout_of_another_version_does_no_harm(panes, state):
    panes.restore_layout(state)
    for view in (panes.tree_view, panes.table_view):
        assert shown_columns(view)[:2] == ["number", "content"]


# --- how a plan was looked at


@pytest.mark.parametrize("mode", list(Mode))
def test_a_view_comes_back_through_json(qtbot, panes, tree, mode):
    item = item_of(tree, "Số hóa")
    panes.look(mode, "", Filters(agencies=frozenset({str(item.lead[0].agency_id)})))
    panes.select_item(item.id, PlanColumn.TIME)
    state = json.loads(json.dumps(panes.view_state()))
    other = PlanView()
    qtbot.addWidget(other)
    other.resize(1200, 700)
    other.set_tree(tree)
    other.restore_view(state)
    assert other.mode() is mode
    assert other.bar.filters() == panes.bar.filters()
    assert (other.current_item_id(), other.view().currentIndex().column()) == (item.id, PlanColumn.TIME)


def test_closed_rows_come_back(qtbot, panes, tree):
    second = panes.model().index(1, 0)
    panes.tree_view.collapse(second)
    state = panes.view_state()
    other = PlanView()
    qtbot.addWidget(other)
    other.set_tree(tree)
    other.restore_view(state)
    opened = [other.tree_view.isExpanded(other.model().index(row, 0)) for row in range(3)]
    assert opened == [True, False, True]


@pytest.mark.parametrize("is_shown_first", [True, False], ids=["shown, then restored", "restored, then shown"])
@pytest.mark.parametrize("mode", [Mode.TREE, Mode.TABLE])
def test_the_next_start_stands_where_the_last_one_ended(qtbot, panes, tree, mode, is_shown_first):
    """Order, scroll position, current cell and closed rows, in a window too low for all rows."""
    panes.resize(1200, 320)
    panes.tree_view.collapse(panes.model().index(0, 0))
    panes.table_view.sortByColumn(PlanColumn.CONTENT, Qt.SortOrder.DescendingOrder)
    panes.look(mode, "", Filters())
    chosen = item_of(tree, "Số hóa")
    panes.select_item(chosen.id, PlanColumn.PRODUCT)
    view = panes.view()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    state = json.loads(json.dumps(panes.view_state()))
    assert state["top"] != panes.model().index(0, 0).data(Role.UID)
    other = PlanView()
    qtbot.addWidget(other)
    other.resize(1200, 320)
    if is_shown_first:
        other.show()
    other.set_tree(tree)
    other.restore_view(state)
    other.show()
    qtbot.waitExposed(other)
    qtbot.waitUntil(lambda: other.view_state() == state)
    assert other.table_view.horizontalHeader().sortIndicatorSection() == PlanColumn.CONTENT
    assert other.tree_view.closed_rows() == panes.tree_view.closed_rows() != []


@pytest.mark.parametrize("state", [{}, {"mode": 7, "query": None, "closed": "x", "current": 3, "sort": ["gone", 1]}])
def test_a_view_of_another_version_does_no_harm(panes, state):
    panes.restore_view(state)
    assert panes.mode() is Mode.TREE
    assert panes.bar.count_words() == "14/14 nhiệm vụ"


def test_what_changes_the_view_is_told(qtbot, panes):
    for act in (panes.show_months, lambda: panes.bar.want("van ban", Filters()), panes.show_tree):
        with qtbot.waitSignal(panes.layout_changed, timeout=500):
            act()
    with qtbot.waitSignal(panes.layout_changed, timeout=500):
        panes.tree_view.collapse(panes.model().index(0, 0))


# --- rows


@pytest.mark.parametrize(("density", "height"), [(Density.COMPACT, 28), (Density.NORMAL, 36), (Density.ROOMY, 52)])
def test_densities_have_their_heights(panes, density, height):
    panes.bar.density_chosen.emit(density)
    assert panes.density() is density
    item = panes.model().index(0, 0, panes.model().index(0, 0))
    assert panes.tree_view.rowHeight(item) >= height


def test_what_arose_later_is_marked_with_its_document(panes, tree):
    items = list(tree.items.values())
    items[0] = replace(items[0], origin=ItemOrigin.ADDED, source_document=ADDED)
    panes.apply(build_tree(tree.plan, tree.sections, items, ()))
    cell = panes.model().index_of_item(items[0].id, PlanColumn.CONTENT)
    assert cell.data(Role.ADDED)
    assert cell.data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == f"Phát sinh: {ADDED}"
    assert cell.siblingAtColumn(PlanColumn.SOURCE).data() == f"Phát sinh: {ADDED}"
    assert cell.siblingAtColumn(PlanColumn.SOURCE).data(Qt.ItemDataRole.EditRole) == ADDED


@pytest.mark.parametrize("points", [10, 15])
@pytest.mark.parametrize("view", ["", "Việc định kỳ của Phòng Kinh tế, Hạ tầng và Đô thị"])
def test_the_bar_fits_into_a_narrow_window(panes, tree, points, view):
    font = panes.font()
    font.setPointSize(points)
    panes.setFont(font)
    bar = panes.bar
    bar.show_view(view, is_changed=bool(view))
    agency = next(iter(choices_of("agencies", tree)))
    all_chips = Filters(
        frozenset({tree.sections[0].uid}), frozenset({agency}), frozenset({"this_quarter"}), frozenset({"issued"}),
        statuses=frozenset({"overdue"}),
    )  # fmt: skip
    for filters in (Filters(), all_chips):
        bar.want("", filters)
        for width in (1280, 946, 713, 640):
            panes.resize(width, 700)
            QApplication.processEvents()
            chips = bar.findChildren(FilterChip)
            row = [bar._modes, bar._search, bar._count, bar._clear, bar.views, bar._density]
            assert all(chip.isVisible() for chip in chips)
            assert len(chips) == 5
            assert all(chip.geometry().right() <= panes.width() for chip in chips)
            shown = [part.geometry() for part in row if part.isVisible()]
            assert all(one.right() < next_one.left() for one, next_one in pairwise(shown))
            assert shown[-1].right() <= panes.width() == width


def test_loai_offers_two_groups_that_filter_together(panes):
    menu = chip(panes, "Loại").menu()
    lines = [(action.text(), action.isEnabled()) for action in menu.actions() if not action.isSeparator()]
    assert lines[0] == ("Loại nhiệm vụ", False)
    assert [words for words, _ in lines[1:5]] == ["Một lần", "Định kỳ", "Thường xuyên", "Nội dung thành phần"]
    assert lines[5] == ("Nguồn", False)
    assert [words for words, _ in lines[6:]] == [
        "Trong kế hoạch", "Phát sinh", "Chuyển tiếp từ kỳ trước", "Từ kế hoạch cấp trên",
    ]  # fmt: skip
    menu.findChild(QAction, "recurring").trigger()
    assert chip(panes, "Loại").text() == "Loại: Định kỳ"
    menu.findChild(QAction, "issued").trigger()
    assert chip(panes, "Loại").text() == "Loại: 2"
    assert panes.bar.filters() == Filters(kinds=frozenset({"recurring"}), origins=frozenset({"issued"}))
    shown = panes.bar.count_words()
    menu.findChild(QAction, "issued").trigger()
    menu.findChild(QAction, "added").trigger()
    assert (shown, panes.bar.count_words()) != (shown, shown)
    assert panes.bar.count_words() == "0/14 nhiệm vụ"


def test_of_very_many_rows_the_first_are_opened(qtbot):
    view = PlanView()
    qtbot.addWidget(view)
    view.set_tree(big_tree(3000))
    model = view.tree_view.model()
    opened = [view.tree_view.isExpanded(model.index(row, 0)) for row in range(model.rowCount())]
    assert opened == [True] * 9 + [False] * 11  # six with all that is below, three with their own rows alone
    view.tree_view.expand(model.index(19, 0))
    view.show_agencies()
    view.show_tree()
    assert view.tree_view.isExpanded(model.index(19, 0))
    assert not view.tree_view.isExpanded(model.index(12, 0))


@pytest.mark.parametrize(("indent", "starts"), [(0, (0, 8)), (60, (0, 3))])
def test_the_first_line_leaves_room_for_the_chip(qtbot, indent, starts):
    font = QFont("Noto Sans", 10)
    fitter = TextFitter(font)
    width = int(fitter.width("Rà soát ")) + 4
    fitted = fitter.fit("Rà soát quyết định", width, 3, int(fitter.width("soát ")) if indent else 0)
    assert fitted.starts[:2] == starts


def test_marks_stand_behind_a_printed_label(panes, tree):
    items = [
        replace(item, label="Hoạt động 1:", content="Rà soát văn bản") if item.content.startswith("Ban hành") else item
        for item in tree.items.values()
    ]
    panes.apply(build_tree(tree.plan, tree.sections, items, ()))
    labelled = next(item.id for item in items if item.label)
    panes.bar.want("ra soat van ban", Filters())
    cell = panes.model().index_of_item(labelled, PlanColumn.CONTENT)
    text = cell.data()
    assert [text[first:last] for first, last in panes.view().cells._spans(cell, text)] == ["Rà", "soát", "văn", "bản"]
    assert panes.view().cells._spans(cell, "chữ đang gõ") == ()


def test_the_row_that_a_filter_hid_is_current_again_when_all_rows_come_back(panes, tree):
    item = item_of(tree, "Ban hành")
    panes.select_item(item.id, PlanColumn.PRODUCT)
    panes.look(Mode.TREE, "Khảo sát", Filters())
    assert panes.current_item_id() is None
    panes.clear_search()
    assert (panes.current_item_id(), panes.view().currentIndex().column()) == (item.id, PlanColumn.PRODUCT)
    other = item_of(tree, "Khảo sát")
    panes.look(Mode.TREE, "Khảo sát", Filters())
    panes.select_item(other.id, PlanColumn.CONTENT)
    panes.clear_search()
    assert panes.current_item_id() == other.id
