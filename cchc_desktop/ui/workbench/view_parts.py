"""What tree and table have in common: moving from cell to cell, taking whole rows, set-up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.editing_delegate import EditingDelegate
from cchc_desktop.ui.workbench.roles import Role

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


def chosen_cells(view: QAbstractItemView) -> ChosenCells:
    """Return what is selected, independent of the places of the rows."""
    cells: ChosenCells = []
    spans = view.selectionModel().selection() if view.selectionModel() is not None else QItemSelection()
    for number in range(spans.count()):
        span = spans.at(number)
        for row in range(span.top(), span.bottom() + 1):
            item = span.model().index(row, 0, span.parent()).data(Role.ROW)
            if isinstance(item, WorkItem):
                cells.append((item.id, span.left(), span.right()))
    return cells


def choose_cells(view: QAbstractItemView, cells: ChosenCells, index_of: Callable[[int], QModelIndex]) -> None:
    """Select cells again where their items are shown; rows that stand together become one range, painted fast."""
    found = [(index, left, right) for item_id, left, right in cells if (index := index_of(item_id)).isValid()]
    found.sort(key=lambda cell: (cell[0].parent().row(), cell[1], cell[2], cell[0].row()))
    selection, start = QItemSelection(), 0
    for end in range(1, len(found) + 1):
        if end == len(found) or not _goes_on(found[end - 1], found[end]):
            (first, left, right), last = found[start], found[end - 1][0]
            selection.select(first.siblingAtColumn(left), last.siblingAtColumn(right))
            start = end
    if found:
        view.selectionModel().select(selection, _SELECT.ClearAndSelect)


def _goes_on(one: tuple[QModelIndex, int, int], other: tuple[QModelIndex, int, int]) -> bool:
    (above, *columns), (below, *others) = one, other
    return columns == others and above.row() + 1 == below.row() and above.parent() == below.parent()
