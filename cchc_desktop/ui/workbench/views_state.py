"""The present way of looking as a view that can be kept, and back into the panes as far as the plan allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cchc_desktop.domain.views import SavedView, ViewColumn, ViewMode, ViewSort
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.column_widths import ColumnState
from cchc_desktop.ui.workbench.columns import FIXED_COLUMNS, PlanColumn
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.panes_stack import Mode
from cchc_desktop.ui.workbench.views_filters import kept_filters, wanted_filters

if TYPE_CHECKING:
    from cchc_desktop.domain.plan_tree import PlanTree
    from cchc_desktop.ui.workbench.panes import PlanPanes

_DOWN = Qt.SortOrder.DescendingOrder
_PLAIN_ORDER = tuple(column for column in PlanColumn if column not in FIXED_COLUMNS)
ORDINARY = SavedView("")
"""The way in which a plan is looked at while no view is in use: columns are those of the person."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a view means for one plan; `missing` says in words what the plan does not have."""

    way: str
    mode: Mode
    columns: ColumnState
    sort: tuple[PlanColumn, bool]
    query: str
    filters: Filters
    density: Density | None
    missing: tuple[str, ...] = ()


def present_view(panes: PlanPanes, tree: PlanTree, name: str) -> SavedView:
    """Return the present way of looking under a name."""
    mode, sort = panes.mode(), _present_sort(panes)
    return SavedView(
        name=name,
        mode=ViewMode(mode.name.lower()),
        columns=_kept_columns(panes.view().columns.state()),
        sort=ViewSort(sort[0].name.lower(), sort[1]) if sort != _wanted_sort(None) else None,
        filters=kept_filters(panes.bar.filters(), tree),
        query=panes.bar.query().strip(),
        density=panes.density().name.lower(),
    )


def wanted_by(view: SavedView, tree: PlanTree, agencies: Mapping[int, str]) -> Wanted:
    """Return what a view means for a plan; unknown columns are left out, as everything that the plan has not."""
    filters, missing = wanted_filters(view.filters, tree, agencies)
    return Wanted(
        way=way_of(view),
        mode=Mode[view.mode.name],
        columns=_wanted_columns(view.columns),
        sort=_wanted_sort(view.sort),
        query=view.query,
        filters=filters,
        density=Density.__members__.get(view.density.upper()),
        missing=missing,
    )


def way_of(view: SavedView) -> str:
    """Return under which name the columns of a view are kept on this PC; the person's own stay apart from them."""
    return f"{view.mode.value}@{view.uid}" if view.name else ""


def is_changed(panes: PlanPanes, tree: PlanTree, view: SavedView, agencies: Mapping[int, str]) -> bool:
    """Tell whether a plan is looked at otherwise than a view says; what the plan does not have is no change."""
    wanted = wanted_by(view, tree, agencies)
    present = replace(wanted_by(present_view(panes, tree, view.name), tree, agencies), filters=panes.bar.filters())
    density = wanted.density or present.density
    return present != replace(wanted, way=present.way, density=density, query=wanted.query.strip(), missing=())


def sort_table(panes: PlanPanes, sort: tuple[PlanColumn, bool]) -> None:
    """Sort the table by a column, downwards or not, where it is not sorted so."""
    if _table_sort(panes) != sort:
        column, is_descending = sort
        panes.table_view.sortByColumn(column, _DOWN if is_descending else Qt.SortOrder.AscendingOrder)


def _table_sort(panes: PlanPanes) -> tuple[int, bool]:
    header = panes.table_view.horizontalHeader()
    return header.sortIndicatorSection(), header.sortIndicatorOrder() is _DOWN


def _present_sort(panes: PlanPanes) -> tuple[PlanColumn, bool]:
    """Return how the table is sorted; the other ways of looking have the plan's order."""
    section, is_descending = _table_sort(panes)
    is_sorted = panes.mode() is Mode.TABLE and 0 <= section < len(PlanColumn)
    return (PlanColumn(section), is_descending) if is_sorted else _wanted_sort(None)


def _wanted_sort(sort: ViewSort | None) -> tuple[PlanColumn, bool]:
    column = PlanColumn.__members__.get(sort.column.upper()) if sort is not None else None
    return (column, sort.is_descending) if sort is not None and column is not None else (PlanColumn.NUMBER, False)


def _kept_columns(state: ColumnState) -> tuple[ViewColumn, ...]:
    """Return the columns in their order; none where nothing was decided about them."""
    state = _plain(state)
    if state == ColumnState():
        return ()
    widths = dict(state.widths)
    order = dict.fromkeys((*FIXED_COLUMNS, *state.order, *_PLAIN_ORDER))
    shown = state.shown
    return tuple(
        ViewColumn(column.name.lower(), widths.get(column), None if shown is None else column in shown)
        for column in order
    )


def _wanted_columns(columns: tuple[ViewColumn, ...]) -> ColumnState:
    known = [(PlanColumn[column.name.upper()], column) for column in columns if column.name.upper() in _NAMES]
    shown = frozenset(place for place, column in known if column.is_shown)
    return _plain(ColumnState(
        frozenset((*shown, *FIXED_COLUMNS)) if any(column.is_shown is not None for _, column in known) else None,
        tuple(dict.fromkeys(place for place, _ in known if place not in FIXED_COLUMNS)),
        tuple((place, column.width) for place, column in known if column.width is not None),
    ))  # fmt: skip


def _plain(state: ColumnState) -> ColumnState:
    """Return a state that says nothing needless: equal ones look the same."""
    order = tuple(dict.fromkeys((*state.order, *_PLAIN_ORDER)))
    return ColumnState(state.shown, () if order == _PLAIN_ORDER else order, tuple(sorted(state.widths)))


_NAMES = frozenset(PlanColumn.__members__)
