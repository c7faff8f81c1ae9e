"""The Qt view of the tree: group rows painted across, rows opened and closed by their TT cell."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from cchc_desktop.domain.plan import Section
from cchc_desktop.ui.workbench.column_widths import ColumnWidths
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.delegates import ARROW_WIDTH, MARGIN
from cchc_desktop.ui.workbench.editing_delegate import EditingDelegate
from cchc_desktop.ui.workbench.metrics import Density
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.view_parts import (
    SIDEWAYS,
    Agencies,
    Index,
    cell_beside,
    set_up_view,
    whole_row_command,
)

_UNIFORM_FROM = 2000
"""Rows from which all rows of the tree are equally high, so that Qt need not ask each one for its height."""
_MOVE = QAbstractItemView.CursorAction


class PlanTreeView(QTreeView):
    """The tree; indentation and arrows are painted by the delegate, so that columns stay in line."""

    def __init__(self, agencies: Agencies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = EditingDelegate(self, agencies)
        self._widths = ColumnWidths(self.header())
        set_up_view(self, self.cells, self.header())
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Cây nhiệm vụ theo lĩnh vực"))
        self._closed: set[int] = set()
        self.collapsed.connect(lambda index: self._closed.add(index.internalId()))
        self.expanded.connect(lambda index: self._closed.discard(index.internalId()))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.rowsInserted.connect(self._open_new_rows)
            model.rowsMoved.connect(self._open_moved_rows)

    def forget_closed_rows(self) -> None:
        """Open all rows the next time that rows are opened."""
        self._closed.clear()

    def open_rows(self, all_rows: bool = False) -> None:
        """Open the rows after a reset, but for those that were closed by hand (unless `all_rows`)."""
        closed = frozenset(self._closed)
        self.expandAll()
        if all_rows:
            return
        self._close(QModelIndex(), closed)

    def _close(self, parent: QModelIndex, closed: Collection[int]) -> None:
        if not closed:
            return
        for row in range(self.model().rowCount(parent)):
            index = self.model().index(row, 0, parent)
            self._close(index, closed)
            if index.internalId() in closed:
                self.collapse(index)

    def _open_new_rows(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid() and self.model().rowCount(parent) == last - first + 1:
            self.expand(parent)
        for row in range(first, last + 1):
            index = self.model().index(row, 0, parent)
            if index.data(Role.PARENT_ROW):
                self.expandRecursively(index)

    def _open_moved_rows(self, _source: QModelIndex, _first: int, _last: int, parent: QModelIndex, _row: int) -> None:
        if parent.isValid() and self.model().rowCount(parent) == 1:
            self.expand(parent)

    def set_density(self, density: Density) -> None:
        """Show rows of another height."""
        self.cells.restyle(density)
        self.doItemsLayout()

    def expect_rows(self, count: int) -> None:
        """Choose how row heights are found, before this many rows are shown."""
        self.setUniformRowHeights(count >= _UNIFORM_FROM)

    def show_columns(self, used: Collection[int]) -> None:
        """Show the columns that the plan uses; the section stands above its items and needs no column."""
        self._widths.show(set(used) - {PlanColumn.SECTION}, self.viewport().width())

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing: the arrow belongs to the TT cell."""

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entity = index.data(Role.ROW)
        if isinstance(entity, Section):
            self._draw_group(painter, option.rect, index)
        else:
            super().drawRow(painter, option, index)

    def _draw_group(self, painter: QPainter, rect: QRect, index: Index) -> None:
        cells, tokens = self.cells, self.cells.tokens
        row, parent = index.row(), index.parent()
        number, title = (self.model().index(row, column, parent) for column in (PlanColumn.NUMBER, PlanColumn.CONTENT))
        unsaved = bool(number.data(Role.UNSAVED) or title.data(Role.UNSAVED))
        chosen = self._is_group_chosen(index)
        painter.save()
        painter.fillRect(rect, QColor(tokens.soon.fill if unsaved else tokens.tint if chosen else tokens.group))
        box = self._column_rect(PlanColumn.NUMBER, rect)
        if index.data(Role.PARENT_ROW):
            cells.paint_arrow(painter, box, index)
        painter.setPen(QColor(tokens.text))
        painter.setFont(cells.metrics.bold.font)
        words = number.data() or ""
        painter.drawText(box.adjusted(ARROW_WIDTH - 4, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, words)
        self._draw_title(painter, rect, title.data() or "", self._count_words(index, unsaved=unsaved))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            cells.paint_bar(painter, rect)
        if self.hasFocus() and self._is_current_row(index):
            cells.paint_focus(painter, rect)
        painter.restore()

    def _is_group_chosen(self, index: Index) -> bool:
        first = self.model().index(index.row(), 0, index.parent())
        return self._is_current_row(index) or self.selectionModel().isSelected(first)

    def _is_current_row(self, index: Index) -> bool:
        current = self.currentIndex()
        return current.isValid() and current.internalId() == index.internalId()

    def _count_words(self, index: Index, *, unsaved: bool) -> str:
        count = self.tr("%n nhiệm vụ", "", int(index.data(Role.COUNT) or 0))
        return self.tr("{}, chưa lưu được").format(count) if unsaved else count

    def _draw_title(self, painter: QPainter, rect: QRect, title: str, words: str) -> None:
        """Draw title and count; the title may run across the columns, the count always stands behind it."""
        metrics = self.cells.metrics
        left = self._column_rect(PlanColumn.CONTENT, rect).left() + MARGIN
        room = min(rect.right(), self.viewport().width()) - left - int(metrics.small.width(words)) - 2 * MARGIN
        line = metrics.bold.fit(title, room, 1).lines[0]
        box = QRect(left, rect.top(), rect.right() - left, rect.height() - 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
        box.setLeft(left + int(metrics.bold.width(line)) + MARGIN)
        painter.setFont(metrics.small.font)
        painter.setPen(QColor(self.cells.tokens.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _column_rect(self, column: int, rect: QRect) -> QRect:
        left = self.columnViewportPosition(column)
        return QRect(left, rect.top(), self.columnWidth(column), rect.height())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = self.currentIndex()
        if index.isValid() and action in (_MOVE.MoveLeft, _MOVE.MoveRight) and self._opens(index, action):
            return index
        if index.isValid() and action in SIDEWAYS:
            return cell_beside(self.header(), index, action, self.indexAbove, self.indexBelow)
        return super().moveCursor(action, modifiers)

    def _opens(self, index: QModelIndex, action: QAbstractItemView.CursorAction) -> bool:
        """Open or close the row where the TT cell is current; tell whether that was what the key did."""
        row = index.siblingAtColumn(0)
        wanted = action is _MOVE.MoveRight
        tree_cell = index.column() == PlanColumn.NUMBER or isinstance(index.data(Role.ROW), Section)
        if not tree_cell or not index.data(Role.PARENT_ROW) or self.isExpanded(row) is wanted:
            return False
        self.setExpanded(row, wanted)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._arrow_at(event.position().toPoint())
        if row.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.setExpanded(row, not self.isExpanded(row))
            return
        super().mousePressEvent(event)

    def _arrow_at(self, place: QPoint) -> QModelIndex:
        index = self.indexAt(place)
        if not index.data(Role.PARENT_ROW):
            return QModelIndex()
        inside = 0 <= place.x() - self.columnViewportPosition(PlanColumn.NUMBER) < ARROW_WIDTH
        return index.siblingAtColumn(0) if inside else QModelIndex()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        return whole_row_command(super().selectionCommand(index, event), index)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters go to the search field, not to a hidden one."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.share(self.viewport().width())
