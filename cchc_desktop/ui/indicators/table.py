"""The grid of values: keys as in Excel, blocks copied and pasted, groups that open and close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from cchc_desktop.services.indicator_sheet import IndicatorSheet
from cchc_desktop.ui.indicators.blocks import CellBlocks
from cchc_desktop.ui.indicators.columns import plan_columns
from cchc_desktop.ui.indicators.delegate import IndicatorDelegate
from cchc_desktop.ui.indicators.lines import GroupLine, Line
from cchc_desktop.ui.indicators.model import Column, IndicatorModel
from cchc_desktop.ui.workbench.editors import LineEditor
from cchc_desktop.ui.workbench.keys import COMMAND_KEYS, is_typing
from cchc_desktop.ui.workbench.view_parts import fit_header

Index = QModelIndex | QPersistentModelIndex
_LEAST_SECTION = 24
_KEY = Qt.Key
_SHARED = ("edit_current", "cell_below", "cell_above", "next_cell", "previous_cell", "copy", "paste")
_COMMANDS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], str] = {
    **{keys: command for keys, command in COMMAND_KEYS.items() if command in _SHARED},
    (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete): "clear_chosen",
}
"""Which public method of the table a key calls."""


class IndicatorTable(QTableView):
    """`typed` carries `TypedValue`s of one deed; the table changes nothing itself."""

    typed = Signal(object)
    current_changed = Signal()
    group_toggled = Signal(str)
    told = Signal(str)
    """A short sentence about why something did not happen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.closed: frozenset[str] = frozenset()
        self._last = 0
        self._fitted_lines: Sequence[Line] = ()
        self._fitted: tuple[object, ...] = ()
        self.grid = IndicatorModel(self)
        self.grid.typed.connect(self.typed)
        self.setModel(self.grid)
        self.cells = IndicatorDelegate(self)
        self.cells.left.connect(lambda command: getattr(self, command)())
        self.setItemDelegate(self.cells)
        self.blocks = CellBlocks(self, self.grid)
        self.blocks.typed.connect(self.typed)
        self.blocks.told.connect(self.told)
        self.blocks.reached.connect(self.end_at)
        self.setObjectName("plan")
        self.setAccessibleName(self.tr("Bảng giá trị chỉ tiêu"))
        self._set_up()
        self.selectionModel().currentChanged.connect(self._moved)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_LEAST_SECTION)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._restyle()

    # --- what is shown

    def show_sheet(self, sheet: IndicatorSheet | None, lines: Sequence[Line]) -> None:
        """Show other rows; current cell and place in the list stay where they can."""
        kept, column = self.current_id(), self.currentIndex().column()
        top = self.verticalScrollBar().value()
        if not self.grid.show_sheet(sheet, lines):
            return
        self._last = min(self._last, max(0, len(self.grid.periods) - 1))
        self._fit_rows()
        self.fit_columns()
        row = self.grid.row_of(kept) if kept is not None else None
        if row is not None:
            self._stand(self.grid.index(row, max(0, min(column, self.grid.columnCount() - 1))))
        self.verticalScrollBar().setValue(top)
        if row is None:
            self.current_changed.emit()

    def show_period(self, period: str) -> None:
        """Bring a period's column into view and the cursor into it."""
        column = self.grid.column_of(period)
        if column is None:
            return
        if self.isColumnHidden(column):
            self._last = column - Column.FIRST_PERIOD
            self.fit_columns()
        row = self.currentIndex().row()
        if row >= 0:
            self._stand(self.grid.index(row, column))

    def end_at(self, period: str) -> None:
        """Let a period be the last one that is shown; the cursor stays."""
        column = self.grid.column_of(period)
        if column is not None:
            self._last = column - Column.FIRST_PERIOD
            self.fit_columns()

    def choose(self, indicator_id: int, period: str | None = None) -> bool:
        """Go to an indicator, in a period's column where one is named; tell whether it is shown."""
        row = self.grid.row_of(indicator_id)
        column = self.grid.column_of(period) if period is not None else None
        if row is None:
            return False
        index = self.grid.index(row, Column.TEXT if column is None else column)
        self._stand(index)
        self.scrollTo(index)
        return True

    def current_id(self) -> int | None:
        """Return the indicator of the current row."""
        one = self.grid.indicator(self.currentIndex().row())
        return one.row.id if one is not None else None

    def current_period(self) -> str | None:
        """Return the period of the current cell, None in another column."""
        period = self.grid.period_at(self.currentIndex().column())
        return period.key if period is not None else None

    def is_typing(self) -> bool:
        """Tell whether a cell is being typed into."""
        return self.state() is QAbstractItemView.State.EditingState

    def end_typing(self) -> None:
        """Commit what is being typed: an editor does so when it loses the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, LineEditor) and self.isAncestorOf(focused):
            self.setFocus()

    def step(self, by: int) -> bool:
        """Go to the same cell of the indicator before or after; tell whether there is one."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.grid.lines) and self.grid.indicator(row) is None:
            row += by
        if not 0 <= row < len(self.grid.lines):
            return False
        index = self.grid.index(row, max(0, self.currentIndex().column()))
        self._stand(index)
        self.scrollTo(index)
        return True

    # --- sizes

    def fit_columns(self) -> None:
        """Share the width among the columns."""
        room = self.viewport().width()
        lines, fitted = self.grid.lines, (self.cells.metrics, self.font().key(), room, self._last)
        if not lines or (lines is self._fitted_lines and fitted == self._fitted):
            return
        self._fitted_lines, self._fitted = lines, fitted
        plan = plan_columns(self.grid, self.font(), self.cells.metrics, room, self._last)
        for column in range(self.grid.columnCount()):
            self.setColumnHidden(column, column in plan.hidden)
            if column in plan.widths:
                self.setColumnWidth(column, plan.widths[column])

    def _fit_rows(self) -> None:
        self.clearSpans()
        vertical, metrics = self.verticalHeader(), self.cells.metrics
        vertical.setMinimumSectionSize(metrics.group_height)
        vertical.setDefaultSectionSize(metrics.row_height)
        for row, line in enumerate(self.grid.lines):
            if isinstance(line, GroupLine):
                self.setSpan(row, 0, 1, self.grid.columnCount())
                vertical.resizeSection(row, metrics.group_height)
            else:
                vertical.resizeSection(row, metrics.row_height)

    def _restyle(self) -> None:
        self.cells.restyle()
        fit_header(self, self.horizontalHeader())
        self._fit_rows()
        self.fit_columns()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        styles = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in styles and "cells" in self.__dict__:
            self._restyle()

    # --- keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the grid in it: the window has commands of its own on some of them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _command(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Leave Tab to the cells."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = _command(event)
        line = self.grid.line(self.currentIndex().row())
        if isinstance(line, GroupLine) and self._answers(event, line):
            event.accept()
        elif command is not None:
            getattr(self, command)()
        elif is_typing(event):
            self._type(event)
        else:
            super().keyPressEvent(event)

    def _answers(self, event: QKeyEvent, line: GroupLine) -> bool:
        """Open and close a group by the keys of a tree."""
        is_closed = line.key in self.closed
        opens = event.key() in (_KEY.Key_Space, _KEY.Key_Return, _KEY.Key_Enter)
        if opens or event.key() == (_KEY.Key_Right if is_closed else _KEY.Key_Left):
            self.group_toggled.emit(line.key)
            return True
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString() or event.commitString():
            self._type(event)
        else:
            super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        line = self.grid.line(self.indexAt(event.position().toPoint()).row())
        if isinstance(line, GroupLine) and event.button() == Qt.MouseButton.LeftButton:
            self.group_toggled.emit(line.key)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are typed into cells."""

    def edit_current(self) -> None:
        """Mend the value of the current cell."""
        self._edit(self.currentIndex())

    def _edit(self, index: QModelIndex) -> bool:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            return True
        if self.grid.indicator(index.row()) is not None:
            words = self.tr("Ô này không nhập trực tiếp được. Chọn ô của một kỳ báo cáo để nhập giá trị.")
            self.told.emit(words if self.grid.is_editable else self.tr("Kế hoạch này chỉ để xem nên không nhập được."))
        return False

    def _type(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Replace the value of the current cell by what is being typed."""
        self.cells.replaces = True
        opened = self._edit(self.currentIndex())
        self.cells.replaces = False
        editor = QApplication.focusWidget()
        if opened and isinstance(editor, LineEditor) and self.isAncestorOf(editor):
            QApplication.sendEvent(editor, event)

    # --- going from cell to cell

    def cell_below(self) -> None:
        """Go to the same cell of the next indicator."""
        self.step(1)

    def cell_above(self) -> None:
        """Go to the same cell of the indicator before."""
        self.step(-1)

    def next_cell(self) -> None:
        """Go to the next period, behind the last one to the first of the next indicator."""
        self._next(1)

    def previous_cell(self) -> None:
        """Go to the period before, before the first one to the last of the indicator before."""
        self._next(-1)

    def _next(self, by: int) -> None:
        periods = [Column.FIRST_PERIOD + place for place in range(len(self.grid.periods))]
        shown = [column for column in periods if not self.isColumnHidden(column)]
        column = self.currentIndex().column()
        beyond = [one for one in shown if (one - column) * by > 0]
        if beyond:
            self._stand(self.grid.index(self.currentIndex().row(), min(beyond) if by > 0 else max(beyond)))
        elif shown and self.step(by):
            self._stand(self.grid.index(self.currentIndex().row(), shown[0] if by > 0 else shown[-1]))
        else:
            super().focusNextPrevChild(by > 0)

    def _stand(self, index: QModelIndex) -> None:
        """Go to a cell and choose it alone, whatever keys are held."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _moved(self, current: Index, previous: Index) -> None:
        if current.row() != previous.row():
            self.viewport().update()
        self.current_changed.emit()

    # --- blocks of cells

    def clear_chosen(self) -> None:
        """Empty the chosen cells."""
        self.blocks.clear()

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as Excel reads them."""
        self.blocks.copy()

    def paste(self) -> None:
        """Put the clipboard's block into the cells from the current one on."""
        self.blocks.paste()


def _command(event: QKeyEvent) -> str | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _COMMANDS.get((modifiers, Qt.Key(event.key())))
