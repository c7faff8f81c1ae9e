"""The Qt model of the tree: sections (or groups) on top, items of any depth below; a thin adapter over `PlanTree`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cchc_desktop.clock import SystemClock
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench.columns import COLUMNS, Entity, cell_flags, field_of, header_data
from cchc_desktop.ui.workbench.groups import Group, Grouping, GroupingFacts
from cchc_desktop.ui.workbench.nodes import Node, Outline
from cchc_desktop.ui.workbench.results import Results
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.rows import PlanRows, Schedules
from cchc_desktop.ui.workbench.selecting import Span
from cchc_desktop.ui.workbench.unsaved import UnsavedWords

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_COLUMNS = len(COLUMNS)
_GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren
"""What can be done with the number of a row that has none below it now: so no view asks it for them."""


class PlanTreeModel(QAbstractItemModel):
    """Shows a snapshot; typing into it only asks for a change (`edit_requested`), the next snapshot brings it."""

    edit_requested = Signal(int, dict)
    section_edit_requested = Signal(int, dict)

    def __init__(
        self,
        parent: QObject | None = None,
        unsaved: UnsavedWords | None = None,
        schedules: Schedules | None = None,
        facts: GroupingFacts | None = None,
        results: Results | None = None,
    ) -> None:
        super().__init__(parent)
        self._unsaved = unsaved if unsaved is not None else UnsavedWords(self)
        self._schedules = schedules if schedules is not None else Schedules()
        self._results = results if results is not None else Results()
        self._facts = facts if facts is not None else GroupingFacts(SystemClock().today)
        self._grouping = Grouping.SECTION
        self._rows = PlanRows()
        self._outline = Outline()
        self._above: Node | None = None
        self._parent = _NO_INDEX
        """The index of `_above`: the one that was asked for last, and is mostly asked for next."""

    # --- snapshots

    @property
    def grouping(self) -> Grouping:
        """By what the rows are put together; sections can be changed, other groups follow from their items."""
        return self._grouping

    def set_grouping(self, grouping: Grouping) -> None:
        """Put the rows together otherwise, from the next `set_tree` on."""
        self._grouping = grouping

    def set_tree(self, tree: PlanTree | None, visible: Collection[int] | None = None) -> None:
        """Show another plan, or the same one through another filter: everything is laid out anew."""
        self.beginResetModel()
        self._rows = self._rows_of(tree, visible)
        self._outline.rebuild(self._rows)
        self.endResetModel()

    def apply(self, tree: PlanTree, visible: Collection[int] | None = None) -> None:
        """Show a newer snapshot of the plan with as few row operations as possible."""
        before = self._rows
        if before.tree is None or before.tree.plan.id != tree.plan.id:
            self.set_tree(tree, visible)
            return
        self._rows = self._rows_of(tree, visible)
        self._outline.become(self._rows, self, self._rows.touched_since(before))
        if before.tree.plan.period != tree.plan.period:
            self._all_changed(self._outline.root)
        else:
            self._figures_changed(before)

    def _rows_of(self, tree: PlanTree | None, visible: Collection[int] | None) -> PlanRows:
        if tree is None or self._grouping is Grouping.SECTION:
            return PlanRows(tree, visible, self._unsaved, self._schedules, self._results)
        from cchc_desktop.ui.workbench.grouping_rows import GroupedRows

        return GroupedRows(
            tree, visible, self._unsaved, self._schedules, self._grouping, self._facts, self._results
        )

    def _figures_changed(self, before: PlanRows) -> None:
        """The figures of sections follow their items; they are worked out when they are painted."""
        for key in before.summaries:
            node = self._outline.nodes.get(key)
            if node is not None and node.parent is not None:
                self.changed(node.parent, node.row, node.row)

    # --- Qt's questions: the first ones are asked for each row, often many times, so they call nothing of ours

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        outline = self._outline
        children = outline.nodes.get(parent.internalId(), outline.root).children
        if 0 <= row < len(children) and 0 <= column < _COLUMNS and parent.column() <= 0:
            return self.createIndex(row, column, children[row].key)
        return _NO_INDEX

    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        node = self._outline.nodes.get(index.internalId())
        above = node.parent if node is not None else None
        if above is None or not above.key:
            return _NO_INDEX
        if above is not self._above or above.row != self._parent.row():
            self._above, self._parent = above, self.createIndex(above.row, 0, above.key)
        return self._parent

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        children = self._node(parent).children
        return len(children) if children and parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return _COLUMNS

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:
        return bool(self._outline.nodes.get(parent.internalId(), self._outline.root).children)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._node(index)
        if node.entity is None:
            return None
        if role == Role.DEPTH:
            return max(0, node.depth() - 1)
        if role == Role.PARENT_ROW:
            return bool(node.children)
        return self._rows.data(node.entity, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self._outline.nodes.get(index.internalId(), self._outline.root)
        row = node.entity
        if isinstance(row, Group):
            return _GROUP_FLAGS
        column = index.column()
        is_leaf = column == 0 and row is not None and not node.children
        return _LEAF_FLAGS if is_leaf else cell_flags(row, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; nothing here changes until the next snapshot."""
        entity = self.entity(index)
        if entity is None or role != Qt.ItemDataRole.EditRole:
            return False
        values = self._rows.edit_request(entity, index.column(), value)
        if values is None:  # typed as it is stored: words that could not be stored are given up
            self._unsaved.forget(entity.uid, (field_of(entity, index.column()) or "",))
            return False
        signal = self.section_edit_requested if isinstance(entity, Section) else self.edit_requested
        signal.emit(entity.id, values)
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

    def entity(self, index: Index) -> Entity | None:
        """Return the section or item of a row, None for no row and for a group that the view made."""
        row = self._node(index).entity
        return None if isinstance(row, Group) else row

    def index_of_uid(self, uid: str, column: int = 0) -> QModelIndex:
        """Return the index of a row by its uid; an invalid one where it is not shown."""
        found = (node for node in self._outline.nodes.values() if node.entity is not None and node.entity.uid == uid)
        return self.index_of_node(next(found, None), column)

    def item_ids(self) -> list[int]:
        """Return the ids of all items in the order of their rows."""
        return list(_item_ids(self._outline.root))

    def index_of_item(self, item_id: int, column: int = 0) -> QModelIndex:
        """Return the index of an item's cell; an invalid one where the item is not shown."""
        return self.index_of_node(self._outline.nodes.get(item_id * 2), column)

    def index_of_section(self, section_id: int, column: int = 0) -> QModelIndex:
        """Return the index of a section's cell; an invalid one where it is not shown."""
        return self.index_of_node(self._outline.nodes.get(section_id * 2 + 1), column)

    def rows_left(self, most: int, parent: Index = _NO_INDEX) -> int:
        """Return `most` less the rows below a row, at any depth; counting ends below zero."""
        return _rows_left(self._node(parent), most)

    def _node(self, index: Index) -> Node:
        return self._outline.nodes.get(index.internalId(), self._outline.root)  # an invalid index has the id 0

    def index_of_node(self, node: Node | None, column: int = 0) -> QModelIndex:
        """Return the index of a row's cell; an invalid one for the root and for no row."""
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, column, node.key)

    def corners(self, span: Span) -> tuple[QModelIndex, QModelIndex]:
        """Return the first and the last cell of a range of cells."""
        parent, top, bottom, left, right = span
        rows, index = self._outline.node(parent).children, self.createIndex
        return index(top, left, rows[top].key), index(bottom, right, rows[bottom].key)

    # --- row operations of the outline

    def insert(self, parent: Node, first: int, last: int, change: Callable[[], None]) -> None:
        """Announce new rows."""
        self.beginInsertRows(self.index_of_node(parent), first, last)
        change()
        self.endInsertRows()

    def remove(self, parent: Node, first: int, last: int, change: Callable[[], None]) -> None:
        """Announce the end of rows."""
        self.beginRemoveRows(self.index_of_node(parent), first, last)
        change()
        self.endRemoveRows()

    def move(self, node: Node, parent: Node, row: int, change: Callable[[], None]) -> None:
        """Announce a move; children of rows move along."""
        source = self.index_of_node(node.parent)
        if not self.beginMoveRows(source, node.row, node.row, self.index_of_node(parent), row):
            raise AssertionError("a row cannot move below itself")
        change()
        self.endMoveRows()

    def changed(self, parent: Node, first: int, last: int) -> None:
        """Announce new words in whole rows, so that an editor that is open in one keeps what was typed."""
        if last >= first:
            begin, end = parent.children[first], parent.children[last]
            self.dataChanged.emit(self.index_of_node(begin), self.index_of_node(end, _COLUMNS - 1))

    def _all_changed(self, parent: Node) -> None:
        self.changed(parent, 0, len(parent.children) - 1)
        for node in parent.children:
            self._all_changed(node)


def _item_ids(parent: Node) -> Iterator[int]:
    for node in parent.children:
        if isinstance(node.entity, WorkItem):
            yield node.entity.id
        yield from _item_ids(node)


def _rows_left(parent: Node, left: int) -> int:
    left -= len(parent.children)
    for node in parent.children:
        if left < 0:
            break
        if node.children:
            left = _rows_left(node, left)
    return left
