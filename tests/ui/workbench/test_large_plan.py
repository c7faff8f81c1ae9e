"""A plan of some thousand items: what is worked out in slices ends as the last wish says, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.plan_tree import build_tree
from cchc_desktop.ui.slices import Slices
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.pasting_mime import read_clip
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.selecting import PlanSelection, selection_of
from cchc_desktop.ui.workbench.selection import chosen, chosen_items, whole_rows
from tests.benchmarks.bench_workbench import big_tree

TREE = big_tree(2400)
ROWS = QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def panes(qtbot, monkeypatch):
    """A view in which every slice of work is over after one step."""
    view = PlanView()
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.set_tree(TREE)
    view.show()
    monkeypatch.setattr(Slices, "seconds", 0.0)
    yield view
    QGuiApplication.clipboard().clear()


def settle(qtbot, panes):
    qtbot.waitUntil(lambda: not any(slices.is_busy() for slices in panes.findChildren(Slices)))


def is_busy(panes):
    return any(slices.is_busy() for slices in panes.findChildren(Slices))


# --- searching


def test_the_last_letters_decide_what_is_shown(qtbot, panes):
    for query in ("v", "văn", "nội dung 7", "nội dung 77", "nội dung 777"):
        panes.bar.want(query, Filters())
    assert is_busy(panes)
    settle(qtbot, panes)
    item = next(item for item in TREE.items.values() if item.content.endswith(" 777"))
    assert panes._visible == {item.id, item.parent_id}
    assert panes.model().index_of_item(item.id).isValid()


def test_rows_stay_until_the_answer_is_there(panes):
    before = panes.model().item_ids()
    panes.bar.want("nội dung 777", Filters())
    assert is_busy(panes)
    assert panes.model().item_ids() == before


def test_enter_in_the_search_field_waits_for_the_answer(panes):
    panes.bar.want("nội dung 777", Filters())
    panes.bar.left.emit()
    assert panes.model().item_ids() == sorted(panes._visible)


def test_a_newer_snapshot_is_filtered_by_what_is_being_looked_for(qtbot, panes):
    panes.bar.want("chữ ký điện tử", Filters())
    items = [replace(item, content="Chữ ký điện tử") if item.id == 7 else item for item in TREE.items.values()]
    panes.apply(build_tree(TREE.plan, TREE.sections, items, ()))
    settle(qtbot, panes)
    assert panes._visible == {7}


def test_another_plan_is_not_filtered_by_what_was_looked_for(qtbot, panes):
    panes.bar.want("nội dung 777", Filters())
    other = big_tree(600)
    panes.set_tree(replace(other, plan=replace(other.plan, id=2)))
    settle(qtbot, panes)
    assert len(panes.model().item_ids()) == 600


# --- sorting


def test_the_last_click_on_a_header_decides_the_order(qtbot, panes):
    panes.show_table()
    QAbstractItemModelTester(panes.table_view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    panes.select_item(1500, PlanColumn.LEAD)
    for column in (PlanColumn.LEAD, PlanColumn.TIME, PlanColumn.NUMBER):
        panes.table_view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert is_busy(panes)
    settle(qtbot, panes)
    assert panes.model().item_ids() == list(reversed(TREE.items))
    assert panes.current_item_id() == 1500
    assert [item.id for item in chosen_items(panes.view())] == [1500]


def test_an_edit_while_rows_are_being_sorted_keeps_the_order(panes):
    panes.show_table()
    panes.table_view.sortByColumn(PlanColumn.NUMBER, Qt.SortOrder.DescendingOrder)
    items = [replace(item, note="Mới") if item.id == 5 else item for item in TREE.items.values()]
    panes.apply(build_tree(TREE.plan, TREE.sections, items, ()))
    assert panes.model().item_ids() == list(reversed(TREE.items))
    assert panes.model().index_of_item(5, PlanColumn.NOTE).data() == "Mới"


# --- opening rows


def settle_opening(qtbot, panes):
    """Let the rows open as in the program: to paint after each one of them would take long."""
    panes.tree_view._opening.seconds = 0.02
    settle(qtbot, panes)


def test_all_rows_are_open_in_the_end(qtbot, panes):
    panes.collapse_all()
    panes.expand_all()
    assert is_busy(panes)
    settle_opening(qtbot, panes)
    model = panes.tree_view.model()
    parents = [node for node in model.outline.in_order() if node.children]
    assert all(panes.tree_view.isExpanded(model.index_of_node(node)) for node in parents)
    assert panes.tree_view.closed_rows() == []


def test_what_is_closed_while_rows_open_stays_closed(qtbot, panes):
    panes.collapse_all()
    panes.expand_all()
    late = panes.model().index_of_item(2395)
    panes.tree_view.expand(late)
    panes.tree_view.collapse(late)
    settle_opening(qtbot, panes)
    assert not panes.tree_view.isExpanded(panes.model().index_of_item(2395))
    assert panes.tree_view.isExpanded(panes.model().index_of_item(2389))


def test_closing_all_rows_ends_their_opening(panes):
    panes.expand_all()
    panes.collapse_all()
    assert not is_busy(panes)
    model = panes.tree_view.model()
    assert not any(panes.tree_view.isExpanded(model.index(row, 0)) for row in range(model.rowCount()))


def test_rows_that_are_gone_are_not_opened(qtbot, panes):
    panes.collapse_all()
    panes.expand_all()
    panes.apply(build_tree(TREE.plan, TREE.sections, [item for item in TREE.items.values() if item.id > 1200], ()))
    settle_opening(qtbot, panes)
    assert panes.tree_view.isExpanded(panes.model().index_of_item(1201))


# --- what is announced


@pytest.mark.parametrize(
    ("changed", "at_most"),
    [(lambda id_: id_ == 7, 1), (lambda id_: id_ % 2 == 0, 420), (lambda id_: id_ < 121, 21)],
)
def test_neighbouring_rows_with_new_words_are_announced_together(panes, changed, at_most):
    heard = []
    model = panes.tree_view.model()
    model.dataChanged.connect(lambda first, last: heard.append((first.parent().internalId(), first.row(), last.row())))
    items = [replace(item, note="Mới") if changed(item.id) else item for item in TREE.items.values()]
    panes.apply(build_tree(TREE.plan, TREE.sections, items, ()))
    told = {node.key // 2 for key, first, last in heard for node in model.outline.node(key).children[first : last + 1]}
    assert {item.id for item in TREE.items.values() if changed(item.id)} <= told
    assert len(heard) <= at_most + len(TREE.sections)


# --- selecting and copying


def test_all_rows_on_the_screen_are_selected(panes):
    panes.expand_all()
    panes.tree_view.collapse(panes.model().index_of_item(1))
    panes.tree_view.selectAll()
    whole = whole_rows(panes.view())
    assert len(whole) == len(TREE.items) + len(TREE.sections) - 5
    assert {2, 3, 4, 5, 6}.isdisjoint(item.id for item in chosen_items(panes.view()))


def test_whole_rows_are_the_ones_that_qt_selects(panes):
    panes.expand_all()
    model = panes.tree_view.model()
    spans = QItemSelection()
    for item_id, first, last in ((1, 2, 3), (2, 1, 1), (3, 2, 4), (4, 5, 6), (2, 4, 4), (13, 1, 1), (120, 1, 2)):
        spans.select(model.index_of_item(item_id, first), model.index_of_item(item_id, last))
    ours, qts = PlanSelection(model), QItemSelectionModel(model)
    for selection in (ours, qts):
        selection.select(spans, selection.SelectionFlag.ClearAndSelect | ROWS)
    assert {index.internalId() for index in ours.selectedRows()} == {index.internalId() for index in qts.selectedRows()}
    for item_id in (1, 2, 3, 4, 13, 120):
        assert ours.isRowSelected(model.index_of_item(item_id).row(), model.index_of_item(item_id).parent())
    for selection in (ours, qts):
        selection.select(spans, selection.SelectionFlag.Toggle | ROWS)
        assert not selection.hasSelection()


def test_very_many_cells_are_selected_again_before_anyone_asks(panes):
    panes.show_table()
    panes.select_item(3)
    panes.table_view.selectAll()
    panes.show_tree()
    assert len(selection_of(panes.tree_view).painted_cells().spans) == 1  # the current cell
    assert [item.id for item in chosen_items(panes.view())] == list(TREE.items)


def test_what_is_selected_meanwhile_takes_the_place_of_what_waits(panes):
    panes.show_table()
    panes.select_item(3)
    panes.table_view.selectAll()
    panes.show_tree()
    panes.select_item(7, PlanColumn.LEAD)
    assert [item.id for item in chosen_items(panes.view())] == [7]


def test_rows_that_go_before_very_many_are_selected_are_not_among_them(panes):
    panes.expand_all()
    panes.tree_view.selectAll()
    panes.apply(build_tree(TREE.plan, TREE.sections, [item for item in TREE.items.values() if item.id > 6], ()))
    assert [item.id for item in chosen_items(panes.view())] == [id_ for id_ in TREE.items if id_ > 6]


def test_what_is_selected_is_asked_anew_after_rows_came_and_went(panes):
    panes.expand_all()
    panes.tree_view.selectAll()
    assert len(chosen_items(panes.view())) == len(TREE.items)
    panes.apply(build_tree(TREE.plan, TREE.sections, [item for item in TREE.items.values() if item.id > 6], ()))
    assert min(item.id for item in chosen_items(panes.view())) == 7


def test_what_was_asked_for_before_it_was_selected_is_selected_in_the_end(panes, qtbot):
    panes.show_table()
    panes.select_item(3)
    panes.table_view.selectAll()
    panes.show_tree()
    panes.expand_all()
    model = panes.tree_view.selectionModel()
    assert len(chosen_items(panes.view())) == len(TREE.items)
    qtbot.waitUntil(lambda: len(model.selectedRows()) == len(TREE.items))
    assert len(chosen_items(panes.view())) == len(TREE.items)


def test_selected_rows_come_in_the_order_of_the_screen(panes):
    panes.expand_all()
    panes.tree_view.selectAll()
    assert [row.entity.id for row in chosen(panes.view()) if row.entity.id in TREE.items] != []
    assert [item.id for item in chosen_items(panes.view())] == list(TREE.items)


def test_what_was_copied_before_is_never_pasted_while_cells_are_written(qtbot, panes):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("cũ")
    panes.show_table()
    panes.table_view.selectAll()
    panes.copy()
    assert is_busy(panes)
    assert not clipboard.text()
    settle(qtbot, panes)
    assert len(read_clip(clipboard.mimeData()).block) == len(TREE.items)
    assert len(clipboard.text().split("\r\n")) == len(TREE.items)


def test_leaving_the_program_has_everything_on_the_clipboard(panes):
    panes.show_table()
    panes.table_view.selectAll()
    panes.copy()
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert len(read_clip(QGuiApplication.clipboard().mimeData()).block) == len(TREE.items)
