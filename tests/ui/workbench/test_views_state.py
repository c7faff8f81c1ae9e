from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.views import SavedView, ViewColumn, ViewMode, ViewSort, view_from_json, view_to_json
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.column_menu import column_menu
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.panes import Mode
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.views_state import ORDINARY, is_changed, present_view, wanted_by, way_of

DUE = SavedView(
    "Việc định kỳ", mode=ViewMode.TABLE,
    columns=(ViewColumn("number"), ViewColumn("content"), ViewColumn("time", 222), ViewColumn("gone", 7)),
    sort=ViewSort("time", True), query="bao cao", density="compact", uid="u",
)  # fmt: skip


@pytest.fixture
def panes(qtbot, tree):
    view = PlanView()
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.set_tree(tree)
    view.show()
    return view


def use(panes, tree, view):
    panes.look_through(wanted_by(view, tree, {}))
    panes._filtering.finish()


def choose_column(panes, name):
    menu = column_menu(panes.tree_view.header(), panes.tree_view.columns)
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def test_a_view_sets_everything_at_once(panes, tree):
    use(panes, tree, DUE)
    header = panes.table_view.horizontalHeader()
    assert (panes.mode(), panes.density(), panes.bar.query()) == (Mode.TABLE, Density.COMPACT, "bao cao")
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        PlanColumn.TIME, Qt.SortOrder.DescendingOrder
    )  # fmt: skip
    assert (header.visualIndex(PlanColumn.TIME), panes.table_view.columnWidth(PlanColumn.TIME)) == (2, 222)
    assert panes.saved_way() == way_of(DUE) == "table@u"


@pytest.mark.parametrize("mode", list(Mode))
def test_what_is_kept_of_the_present_way_brings_it_back(qtbot, panes, tree, mode):
    panes.show_mode(mode)
    header = panes.view().columns._header
    header.moveSection(header.visualIndex(PlanColumn.PRODUCT), 2)
    header.resizeSection(PlanColumn.PRODUCT, 177)
    panes.bar.want("thu tuc", Filters(areas=frozenset({tree.sections[2].uid}), kinds=frozenset({"once"})))
    kept = view_from_json(view_to_json(present_view(panes, tree, "Của tôi")))
    other = PlanView()
    qtbot.addWidget(other)
    other.resize(1200, 700)
    other.set_tree(tree)
    use(other, tree, kept)
    assert not is_changed(other, tree, kept, {})
    assert other.bar.filters() == panes.bar.filters()
    assert replace(present_view(other, tree, "Của tôi"), uid=kept.uid) == kept


@pytest.mark.parametrize(
    "change",
    [
        lambda panes: panes.show_tree(),
        lambda panes: panes.bar.want("bao cao quy", panes.bar.filters()),
        lambda panes: panes.bar.want(panes.bar.query(), Filters(dues=frozenset({"standing"}))),
        lambda panes: panes.table_view.sortByColumn(PlanColumn.CONTENT, Qt.SortOrder.AscendingOrder),
        lambda panes: panes.table_view.setColumnWidth(PlanColumn.TIME, 260),
        lambda panes: panes.set_density(Density.ROOMY),
    ],
    ids=["mode", "query", "chip", "order", "width", "density"],
)
def test_a_change_is_noticed(panes, tree, change):
    use(panes, tree, DUE)
    assert not is_changed(panes, tree, DUE, {})
    change(panes)
    assert is_changed(panes, tree, DUE, {})


def test_the_persons_own_columns_come_back_with_the_ordinary_way(panes, tree):
    choose_column(panes, "person")
    use(panes, tree, replace(DUE, mode=ViewMode.TREE, columns=(ViewColumn("content", None, True),)))
    assert panes.tree_view.isColumnHidden(PlanColumn.PERSON)
    assert panes.tree_view.isColumnHidden(PlanColumn.LEAD)
    use(panes, tree, ORDINARY)
    assert not panes.tree_view.isColumnHidden(PlanColumn.PERSON)
    assert (panes.mode(), panes.saved_way(), panes.bar.is_filtering()) == (Mode.TREE, "", False)


def test_the_view_in_use_survives_a_restart_with_its_columns(qtbot, panes, tree):
    use(panes, tree, DUE)
    layout, state = panes.layout_state(), panes.view_state()
    other = PlanView()
    qtbot.addWidget(other)
    other.resize(1200, 700)
    other.restore_layout(layout)
    other.set_tree(tree)
    other.set_density(Density.COMPACT)
    other.restore_view(state)
    other.show()
    assert other.saved_way() == "table@u"
    assert other.table_view.columnWidth(PlanColumn.TIME) == 222
    assert not is_changed(other, tree, DUE, {})


def test_columns_of_views_that_are_gone_are_forgotten(panes, tree):
    use(panes, tree, DUE)
    panes.keep_saved_ways(frozenset({"tree@other"}))
    assert panes.saved_way() == ""
    assert "table@u" not in panes.layout_state()
    assert panes.mode() is Mode.TABLE


def test_another_plan_begins_without_a_view(panes, tree):
    use(panes, tree, DUE)
    panes.set_tree(None)
    assert panes.saved_way() == ""
