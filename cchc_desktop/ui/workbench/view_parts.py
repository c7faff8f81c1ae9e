"""What tree and table have in common: moving from cell to cell, taking whole rows, set-up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cchc_desktop.domain.plan import Section
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
    header.setFixedHeight(HEADER_HEIGHT)
    header.setMinimumSectionSize(40)
    header.setStretchLastSection(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def whole_row_command(command: QItemSelectionModel.SelectionFlag, index: Index) -> QItemSelectionModel.SelectionFlag:
    """Take the whole row where its TT cell or a group row is meant, as a row header does in Excel."""
    chooses = command & (_SELECT.Select | _SELECT.Toggle)
    whole = index.isValid() and (index.column() == PlanColumn.NUMBER or isinstance(index.data(Role.ROW), Section))
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
