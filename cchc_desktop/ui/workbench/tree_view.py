"""The Qt view of the tree: group rows painted across, rows opened and closed by their TT cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QTreeView, QWidget

from cchc_desktop.ui.slices import Slices, Steps
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.widgets.tooltips import tooltip_html
from cchc_desktop.ui.workbench.column_menu import offer_columns
from cchc_desktop.ui.workbench.column_widths import ColumnWidths
from cchc_desktop.ui.workbench.columns import COLUMNS, PlanColumn
from cchc_desktop.ui.workbench.delegates import ARROW_WIDTH
from cchc_desktop.ui.workbench.editing_delegate import EditingDelegate
from cchc_desktop.ui.workbench.grouping_paint import GroupPainter, group_words
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selecting import ChosenCells, PlanSelection, Span, selection_of
from cchc_desktop.ui.workbench.tree_model import PlanTreeModel
from cchc_desktop.ui.workbench.view_parts import (
    SIDEWAYS,
    Agencies,
    Index,
    cell_beside,
    fit_header,
    set_up_view,
    whole_row_command,
)

_UNIFORM_FROM = 2000
"""Rows from which all rows of the tree are equally high, so that Qt need not ask each one for its height."""
_MOST_OPENED = 1000
"""Rows that are opened unasked; in a plan of more, the groups behind wait until someone opens them."""
_MOST_LAID_OUT = 10
"""New rows that are laid out one by one as they open."""
_MOST_RANGES = 50
"""Ranges that are painted one by one when they are selected; each one costs some questions to the model."""
_MOVE = QAbstractItemView.CursorAction
_STATE = QStyle.StateFlag


class PlanTreeView(QTreeView):
    """The tree; indentation and arrows are painted by the delegate, so that columns stay in line."""

    def __init__(self, agencies: Agencies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = EditingDelegate(self, agencies)
        self._groups = GroupPainter(self, self.cells)
        set_up_view(self, self.cells, self.header())
        fit_header(self, self.header())
        self.columns = ColumnWidths(self, self.header(), "tree")
        offer_columns(self.header(), self.columns)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Cây nhiệm vụ theo lĩnh vực"))
        self._chosen = ChosenCells(())
        self._closed: set[str] = set()
        self._opened: set[str] = set()
        self._opening = Slices(self)
        self.collapsed.connect(lambda index: self._note(index, self._closed, self._opened))
        self.expanded.connect(lambda index: self._note(index, self._opened, self._closed))

    @staticmethod
    def _note(index: QModelIndex, now: set[str], before: set[str]) -> None:
        uid = index.data(Role.UID)
        now.add(uid)
        before.discard(uid)

    def model(self) -> PlanTreeModel:
        model = super().model()
        assert isinstance(model, PlanTreeModel)
        return model

    def selectAll(self) -> None:
        """Select the opened rows; Qt would go from row to row and ask where each one is. Very many wait a moment."""
        self._opening.finish()
        spans, rows = self._opened_spans(), self.model().rows
        if len(spans) > _MOST_RANGES:
            selection_of(self).choose_later(
                lambda: self._choose(spans if self.model().rows is rows else self._opened_spans())
            )
        else:
            self._choose(spans)

    def _choose(self, spans: Sequence[Span]) -> None:
        selection_of(self).choose(spans, self.model().corners)

    def _opened_spans(self) -> list[Span]:
        """Return the rows that are opened, list by list."""
        model, spans = self.model(), []
        opened = [model.outline.root]
        while opened:
            parent = opened.pop()
            rows = parent.children
            if rows:
                spans.append(Span(parent.key, 0, len(rows) - 1, 0, len(COLUMNS) - 1))
            opened += [row for row in rows[::-1] if row.children and self.isExpanded(model.index_of_node(row))]
        return spans

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint what was or is selected; of very many ranges Qt would work out where each one stands."""
        if selected.count() + deselected.count() > _MOST_RANGES:
            self.viewport().update()
        else:
            super().selectionChanged(selected, deselected)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint rows with new words; Qt would ask where each cell is, for the sake of editors and of heights."""
        if self.uniformRowHeights() and self.state() is not QAbstractItemView.State.EditingState:
            self.viewport().update()
        else:
            super().dataChanged(first, last, roles)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            self.setSelectionModel(PlanSelection(model, self))
            model.rowsInserted.connect(self._open_new_rows)
            model.rowsMoved.connect(self._open_moved_rows)
            model.modelReset.connect(self._opening.drop)

    def closed_rows(self) -> list[str]:
        """Return the uids of the rows that were closed by hand, whether they are on the screen or not."""
        return sorted(self._closed)

    def close_rows(self, uids: Collection[str]) -> None:
        """Close exactly these rows, as if by hand; those that are not on the screen when they come."""
        closed = frozenset(uids)
        if self._closed - closed:
            self._closed = set(closed)
            self.open_rows()
        else:
            self._closed = set(closed)
            self._close(QModelIndex(), closed)

    def forget_closed_rows(self) -> None:
        """Open all rows the next time that rows are opened."""
        self._closed.clear()
        self._opened.clear()

    def open_rows(self, all_rows: bool = False) -> None:
        """Open the rows after a reset, but for those that were closed by hand (unless `all_rows`).

        Of very many rows the first are opened, and those that were opened by hand (unless `all_rows`).
        """
        closed, opened = (frozenset(), frozenset()) if all_rows else (frozenset(self._closed), frozenset(self._opened))
        self.blockSignals(True)  # what is opened here was opened by nobody
        if self.model().rows_left(_MOST_OPENED) >= 0:
            self.expandAll()
        else:
            self._open_first(opened)
        if closed:
            self._close(QModelIndex(), closed)
        self.blockSignals(False)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row on the screen; groups that have to be opened for it were opened by nobody."""
        self.blockSignals(True)
        super().scrollTo(index, hint)
        self.blockSignals(False)

    def open_all_rows(self) -> None:
        """Open every row, as someone asked; of very many rows only until they are laid out anew, those on top first."""
        self.forget_closed_rows()
        if self.model().rows_left(_MOST_OPENED) >= 0:
            self._opening.drop()
            self.blockSignals(True)
            self.expandAll()
            self.blockSignals(False)
        else:
            self._opening.start(self._open_in_steps())

    def close_all_rows(self) -> None:
        """Close the rows on top."""
        self._opening.drop()
        for row in range(self.model().rowCount()):
            self.collapse(self.model().index(row, 0))

    def _open_in_steps(self) -> Steps:
        """Open one row after the other, but for those that were closed by hand meanwhile."""
        model = self.model()
        for node in [node for node in model.outline.in_order() if node.children]:
            index = model.index_of_node(node)
            if index.isValid() and index.data(Role.UID) not in self._closed:
                self.blockSignals(True)  # what is opened here was opened by nobody
                self.expand(index)
                self.blockSignals(False)
            yield

    def _open_first(self, opened: Collection[str]) -> None:
        """Open groups as long as their rows are not too many; of one that holds too many, its own rows alone."""
        model, left = self.model(), _MOST_OPENED
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if (rest := model.rows_left(left, index)) >= 0 or index.data(Role.UID) in opened:
                self.expandRecursively(index)
                left = rest
            elif left > model.rowCount(index):
                self.expand(index)
                left -= model.rowCount(index)

    def _close(self, parent: QModelIndex, closed: Collection[str]) -> None:
        for row in range(self.model().rowCount(parent)):
            index = self.model().index(row, 0, parent)
            if self.isExpanded(index):
                self._close(index, closed)
                if index.data(Role.UID) in closed:
                    self.collapse(index)

    def _open_new_rows(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid() and self.model().rowCount(parent) == last - first + 1:
            self.expand(parent)
        if last - first >= _MOST_LAID_OUT:
            self.scheduleDelayedItemsLayout()  # else every row that opens lays out all rows behind it
        for row in range(first, last + 1):
            self._open_below(self.model().index(row, 0, parent))

    def _open_below(self, index: QModelIndex) -> None:
        count = self.model().rowCount(index)
        if count:
            self.expand(index)
        for row in range(count):
            self._open_below(self.model().index(row, 0, index))

    def _open_moved_rows(self, _source: QModelIndex, _first: int, _last: int, parent: QModelIndex, _row: int) -> None:
        if parent.isValid() and self.model().rowCount(parent) == 1:
            self.expand(parent)

    def set_density(self, density: Density) -> None:
        """Show rows of another height."""
        self.cells.restyle(density)
        fit_header(self, self.header())
        self.columns.share()
        self.doItemsLayout()

    def expect_rows(self, count: int) -> None:
        """Choose how row heights are found, before this many rows are shown."""
        self.setUniformRowHeights(count >= _UNIFORM_FROM)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing: the arrow belongs to the TT cell."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self._chosen = selection_of(self).painted_cells()
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(Role.GROUP_ROW):
            current = self.currentIndex()
            is_current = current.isValid() and current.internalId() == index.internalId()
            self._groups.paint(painter, option.rect, index, has_keys=self.hasFocus() and is_current)
        else:
            self._draw_cells(painter, QStyleOptionViewItem(option), index)

    def _draw_cells(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cells of an item; Qt would ask each range of a selection about each cell."""
        header, current = self.header(), self.currentIndex()
        row = QRect(option.rect)  # the rectangle of an option stays tied to it
        chosen, plain = self._chosen.columns(index), option.state & ~(_STATE.State_Selected | _STATE.State_HasFocus)
        model, selected = self.model(), plain | _STATE.State_Selected
        node = model.outline.node(index.internalId())
        focused = current.column() if self.hasFocus() and current.internalId() == node.key else -1
        for column in range(header.count()):
            left, width = header.sectionViewportPosition(column), header.sectionSize(column)
            if not width or left >= row.right() + 1 or left + width <= 0:
                continue
            option.rect = QRect(left, row.top(), width, row.height())
            option.state = selected if column in chosen else plain
            if column == focused:
                option.state |= _STATE.State_HasFocus
            self.cells.paint(painter, option, model.index_of_node(node, column))

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer for the group rows, which no delegate paints, what their words are where they are cut."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.data(Role.GROUP_ROW):
                rect = self.visualRect(index)
                rect.setRight(self.viewport().width())
                cut = self._groups.is_title_cut(rect, index)
                QToolTip.showText(event.globalPos(), tooltip_html(group_words(index) if cut else ""), self)
                return True
        return super().viewportEvent(event)

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
        tree_cell = index.column() == PlanColumn.NUMBER or index.data(Role.GROUP_ROW)
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
        self.columns.share()
