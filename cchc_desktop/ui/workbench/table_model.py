"""The Qt model of the table: the same items in one flat list, in plan order or sorted by a column."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.slices import Slices, Steps
from cchc_desktop.ui.workbench.columns import COLUMNS, PlanColumn, cell_flags, field_of, header_data
from cchc_desktop.ui.workbench.nodes import Node, Outline, Row
from cchc_desktop.ui.workbench.results import Results
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.rows import PlanRows, Schedules
from cchc_desktop.ui.workbench.selecting import Span
from cchc_desktop.ui.workbench.unsaved import UnsavedWords

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_STEP = 200
"""Rows of which the place is worked out at a time."""


class _SortedItems:
    """The wanted rows of the table: all items in one list."""

    def __init__(self, rows: PlanRows, column: int, descending: bool) -> None:
        self._items: Sequence[WorkItem] = rows.items()
        self._ids = {item.id for item in self._items}
        if column != PlanColumn.NUMBER or descending:
            self._items = sorted(self._items, key=lambda item: rows.sort_value(item, column), reverse=descending)

    parents = frozenset((0,))

    def children(self, key: int) -> Sequence[Row]:
        return self._items if key == 0 else ()

    def holds(self, key: int) -> bool:
        return key // 2 in self._ids


class PlanTableModel(QAbstractTableModel):
    """Shows a snapshot; typing into it only asks for a change (`edit_requested`), the next snapshot brings it."""

    edit_requested = Signal(int, dict)

    def __init__(
        self,
        parent: QObject | None = None,
        unsaved: UnsavedWords | None = None,
        schedules: Schedules | None = None,
        results: Results | None = None,
    ) -> None:
        super().__init__(parent)
        self._unsaved = unsaved if unsaved is not None else UnsavedWords(self)
        self._schedules = schedules if schedules is not None else Schedules()
        self._results = results if results is not None else Results()
        self._rows = PlanRows()
        self._outline = Outline()
        self._sorting = (int(PlanColumn.NUMBER), False)
        self._reordering = Slices(self)

    # --- snapshots

    def set_tree(self, tree: PlanTree | None, visible: Collection[int] | None = None) -> None:
        """Show another plan, or the same one through another filter."""
        self._reordering.drop()
        self.beginResetModel()
        self._rows = PlanRows(tree, visible, self._unsaved, self._schedules, self._results)
        self._outline.rebuild(self._wanted())
        self.endResetModel()

    def apply(self, tree: PlanTree, visible: Collection[int] | None = None) -> None:
        """Show a newer snapshot of the plan with as few row operations as possible."""
        old = self._rows.tree
        if old is None or old.plan.id != tree.plan.id:
            self.set_tree(tree, visible)
            return
        self._reordering.finish()
        self._rows = PlanRows(tree, visible, self._unsaved, self._schedules, self._results)
        self._outline.become(self._wanted(), self)
        if old.plan.period != tree.plan.period or old.sections != tree.sections:
            self._span_changed(0, self.rowCount() - 1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by TT ascending is the plan's own order. Very many rows change places soon after."""
        sorting = (max(column, 0), order is Qt.SortOrder.DescendingOrder)
        if sorting != self._sorting:
            self._sorting = sorting
            self._reordering.start(self._sorted(*sorting))

    def _sorted(self, column: int, descending: bool) -> Steps:
        """Work out by what each row is sorted, then put the rows into that order."""
        values: dict[int, Any] = {}
        for item in self._rows.items():
            values[item.id * 2] = self._rows.sort_value(item, column)
            if len(values) % _STEP == 0:
                yield
        order = sorted(values, key=values.__getitem__, reverse=descending)
        yield
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index.column(), index.internalId()) for index in before]
        self._outline.reorder(order)
        after = [self.index_of_node(self._outline.nodes.get(key), at) for at, key in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _wanted(self) -> _SortedItems:
        return _SortedItems(self._rows, *self._sorting)

    def _in_plan_order(self) -> bool:
        return self._sorting == (PlanColumn.NUMBER, False)

    # --- Qt's questions

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        children = self._outline.root.children
        if parent.isValid() or not (0 <= row < len(children) and 0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, children[row].key)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._outline.root.children)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entity = self.entity(index)
        if entity is None:
            return None
        if role == Role.DEPTH:
            return self._rows.depth(entity) if self._in_plan_order() else 0
        if role == Role.PARENT_ROW:
            return False
        return self._rows.data(entity, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return cell_flags(self.entity(index), index.column())

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; nothing here changes until the next snapshot."""
        entity = self.entity(index)
        if entity is None or role != Qt.ItemDataRole.EditRole:
            return False
        values = self._rows.edit_request(entity, index.column(), value)
        if values is None:  # typed as it is stored: words that could not be stored are given up
            self._unsaved.forget(entity.uid, (field_of(entity, index.column()) or "",))
            return False
        self.edit_requested.emit(entity.id, values)
        return True

    # --- finding rows

    @property
    def outline(self) -> Outline:
        """The rows as they are shown, for reading many of them without an index for each."""
        return self._outline

    @property
    def rows(self) -> PlanRows:
        """The snapshot that is shown, with the words of its cells."""
        return self._rows

    def entity(self, index: Index) -> WorkItem | None:
        """Return the item of a row, None for no row."""
        node = self._outline.nodes.get(index.internalId()) if index.isValid() else None
        return node.entity if node is not None and isinstance(node.entity, WorkItem) else None

    def index_of_item(self, item_id: int, column: int = 0) -> QModelIndex:
        """Return the index of an item's cell; an invalid one where the item is not shown."""
        return self.index_of_node(self._outline.nodes.get(item_id * 2), column)

    def index_of_uid(self, uid: str, column: int = 0) -> QModelIndex:
        """Return the index of a row by its uid; an invalid one where it is not shown."""
        found = (node for node in self._outline.nodes.values() if node.entity is not None and node.entity.uid == uid)
        return self.index_of_node(next(found, None), column)

    def item_ids(self) -> list[int]:
        """Return the ids of all items in the order of their rows."""
        return [node.key // 2 for node in self._outline.root.children]

    def index_of_node(self, node: Node | None, column: int = 0) -> QModelIndex:
        """Return the index of a row's cell; an invalid one for the root and for no row."""
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, column, node.key)

    def corners(self, span: Span) -> tuple[QModelIndex, QModelIndex]:
        """Return the first and the last cell of a range of cells."""
        rows = self._outline.node(span.parent).children
        return self.index_of_node(rows[span.top], span.left), self.index_of_node(rows[span.bottom], span.right)

    # --- row operations of the outline

    def insert(self, parent: Node, first: int, last: int, change: Callable[[], None]) -> None:
        """Announce new rows."""
        self.beginInsertRows(QModelIndex(), first, last)
        change()
        self.endInsertRows()

    def remove(self, parent: Node, first: int, last: int, change: Callable[[], None]) -> None:
        """Announce the end of rows."""
        self.beginRemoveRows(QModelIndex(), first, last)
        change()
        self.endRemoveRows()

    def move(self, node: Node, parent: Node, row: int, change: Callable[[], None]) -> None:
        """Announce a move."""
        self.beginMoveRows(QModelIndex(), node.row, node.row, QModelIndex(), row)
        change()
        self.endMoveRows()

    def changed(self, parent: Node, first: int, last: int) -> None:
        """Announce new words in whole rows, so that an editor that is open in one keeps what was typed."""
        self._span_changed(first, last)

    def _span_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
