from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.items import ItemOrigin
from cchc_desktop.domain.plan_tree import build_tree
from cchc_desktop.ui.workbench.column_menu import column_menu
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filters import Filters, choices_of
from cchc_desktop.ui.workbench.filters_chip import FilterChip
from cchc_desktop.ui.workbench.metrics import Density
from cchc_desktop.ui.workbench.panes import Mode
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.text_fit import TextFitter
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
    in_tree = ["number", "content", "lead", "time", "product", "person"]
    assert shown_columns(panes.tree_view) == in_tree
    panes.show_agencies()
    assert "person" not in shown_columns(panes.tree_view)
    panes.show_tree()
    assert shown_columns(panes.tree_view) == in_tree
    choose(panes, "reset")
    assert shown_columns(panes.tree_view) == ["number", "content", "lead", "coordinating", "time", "product"]


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


def test_the_bar_fits_into_a_narrow_window(panes):
    for width in (1280, 946, 772, 500):
        panes.resize(width, 700)
        QApplication.processEvents()
        shown = [chip for chip in panes.bar.findChildren(FilterChip) if chip.isVisible()]
        assert len(shown) == 4
        assert all(chip.geometry().right() <= panes.width() for chip in shown)
        assert panes.width() == width


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
