"""What tree and table have in common: moving from cell to cell, taking whole rows, set-up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.editing_delegate import EditingDelegate
from cchc_desktop.ui.workbench.nodes import Outline, runs
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selecting import Span, selection_of
from cchc_desktop.ui.workbench.selection import nodes_of

Index = QModelIndex | QPersistentModelIndex
Agencies = Callable[[], Sequence[str]]
HEADER_HEIGHT = 28
_SELECT = QItemSelectionModel.SelectionFlag
_MOVE = QAbstractItemView.CursorAction
SIDEWAYS = (_MOVE.MoveLeft, _MOVE.MoveRight, _MOVE.MoveNext, _MOVE.MovePrevious)


def set_up_view(view: QAbstractItemView, cells: EditingDelegate, header: QHeaderView) -> None:
    """Give a view of the plan its delegate, its way of selecting and its header."""
    view.setObjectName("plan")
    view.setItemDelegate(cells)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
    view.setTabKeyNavigation(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header.setMinimumSectionSize(40)
    header.setStretchLastSection(False)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def fit_header(view: QAbstractItemView, header: QHeaderView) -> None:
    """Make a header as high as the view's text needs."""
    header.setFixedHeight(max(HEADER_HEIGHT, view.fontMetrics().height() + 8))


def whole_row_command(command: QItemSelectionModel.SelectionFlag, index: Index) -> QItemSelectionModel.SelectionFlag:
    """Take the whole row where its TT cell or a group row is meant, as a row header does in Excel."""
    chooses = command & (_SELECT.Select | _SELECT.Toggle)
    whole = index.isValid() and (index.column() == PlanColumn.NUMBER or index.data(Role.GROUP_ROW))
    return command | _SELECT.Rows if chooses and whole else command


def cell_beside(
    header: QHeaderView,
    index: QModelIndex,
    action: QAbstractItemView.CursorAction,
    above: Callable[[QModelIndex], QModelIndex],
    below: Callable[[QModelIndex], QModelIndex],
) -> QModelIndex:
    """Return the cell to the left or right; Tab goes on with the next row's first cell, arrows stop at the edge."""
    shown = [header.logicalIndex(place) for place in range(header.count())]
    shown = [column for column in shown if not header.isSectionHidden(column)]
    forward = action in (_MOVE.MoveRight, _MOVE.MoveNext)
    place = shown.index(index.column()) + (1 if forward else -1) if index.column() in shown else 0
    if 0 <= place < len(shown):
        return index.siblingAtColumn(shown[place])
    if action in (_MOVE.MoveLeft, _MOVE.MoveRight):
        return index
    row = below(index.siblingAtColumn(0)) if forward else above(index.siblingAtColumn(0))
    return row.siblingAtColumn(shown[0 if forward else -1]) if row.isValid() else index


ChosenCells = list[tuple[int, int, int]]
"""Ids of items with the first and the last of their columns that are selected."""
_MOST_AT_ONCE = 1000
"""Cells that are selected again at once; more of them wait until the rows are painted."""


def chosen_cells(view: QAbstractItemView) -> ChosenCells:
    """Return what is selected, independent of the places of the rows."""
    model: Any = view.model()
    cells: ChosenCells = []
    for span in selection_of(view).cells().spans if model is not None else ():
        _, _, _, left, right = span
        cells += [(node.key // 2, left, right) for node in nodes_of(model.outline, span) if not node.key % 2]
    return cells


def choose_cells(view: QAbstractItemView, cells: ChosenCells) -> None:
    """Select cells again where their items are shown; rows that stand together become one range, painted fast."""
    if len(cells) > _MOST_AT_ONCE:
        selection_of(view).choose_later(partial(_choose, view, cells))
    else:
        _choose(view, cells)


def _choose(view: QAbstractItemView, cells: ChosenCells) -> None:
    model: Any = view.model()
    columns: dict[tuple[int, int], list[int]] = {}
    for item_id, left, right in cells:
        columns.setdefault((left, right), []).append(item_id * 2)
    spans = [span for sides, keys in columns.items() for span in _spans(model.outline, keys, sides)]
    if spans:
        selection_of(view).choose(spans, model.corners)


def _spans(outline: Outline, keys: Sequence[int], sides: tuple[int, int]) -> Iterator[Span]:
    """Yield the runs of the rows with these keys that are shown."""
    rows: dict[int, list[int]] = {}
    for key in keys:
        node = outline.nodes.get(key)
        if node is not None and node.parent is not None:
            rows.setdefault(node.parent.key, []).append(node.row)
    for parent, places in rows.items():
        for top, bottom in runs(sorted(places)):
            yield Span(parent, top, bottom, *sides)
