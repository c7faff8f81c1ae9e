"""The form as it lies, to look at: each cell tinted by how far it is; a click or Enter goes to its row in the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.forms.cells import ReadCell
from cchc_desktop.ui.forms.lines import CellLine, CellState
from cchc_desktop.ui.forms.sheet import Sheet, SheetCell, letters_of, sheet_of, tables_of
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.chips import Chip, ChipLook
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.rows import Index, RowDelegate, RowRole
from cchc_desktop.ui.words import Words

_NO_INDEX = QModelIndex()
_words = Words("FormSheet")
_STATES = _words.table(
    {
        CellState.MAPPED: "Đã gán nguồn",
        CellState.WAITING: "Chưa gán nguồn",
        CellState.DOUBTFUL: "Có cảnh báo",
    }
)
_OUTSIDE, _NOTHING = _words.mark("Ngoài bảng"), _words.mark("trống")
_TOKENS = {CellState.MAPPED: "done", CellState.WAITING: "none", CellState.DOUBTFUL: "soon"}
_ICONS = {CellState.MAPPED: "check", CellState.WAITING: "circle-dashed", CellState.DOUBTFUL: "triangle-alert"}
_LEAST_LETTERS, _MOST_LETTERS, _ALONE_LETTERS = 7, 36, 90
_MEASURED = 400
"""Rows whose words are measured for the width of a column."""
_TABLE_LETTERS = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class SheetModel(QAbstractTableModel):
    """The cells of one table where they lie."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()

    def show_sheet(self, sheet: Sheet) -> bool:
        """Show another table; tell whether it is one of another shape."""
        is_same = (sheet.rows, sheet.columns) == (self.sheet.rows, self.sheet.columns)
        if not is_same:
            self.beginResetModel()
        self.sheet = sheet
        if not is_same:
            self.endResetModel()
        elif sheet.rows and sheet.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(sheet.rows) - 1, len(sheet.columns) - 1))
        return not is_same

    def cell(self, index: Index) -> SheetCell | None:
        """Return what stands at a place."""
        return self.sheet.cells.get((index.row(), index.column()))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.sheet.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self.sheet.rows[section]) if section < len(self.sheet.rows) else None
        if section >= len(self.sheet.columns):
            return None
        if len(self.sheet.columns) == 1:
            return ""  # paragraphs
        number = self.sheet.columns[section]
        return letters_of(number) if self.sheet.is_lettered else str(number)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index) if index.isValid() else None
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _said(cell)
        if role == RowRole.ICON:
            return _ICONS[cell.state] if cell.state is not None else None
        return cell if role == RowRole.ROW else None


def _said(cell: SheetCell) -> str:
    if cell.line is None:
        return cell.words
    state = f": {_STATES[cell.state]}" if cell.state is not None else ""
    parts = (f"{cell.line.place}{state}", cell.line.name, cell.line.value.source_words, cell.words)
    return "\n".join(filter(None, parts)) if cell.words else "\n".join((*filter(None, parts), _words(_NOTHING)))


class SheetDelegate(RowDelegate):
    """Tints cells by their state; an icon says the same to those who do not tell colours apart."""

    def is_cut(self, index: Index, rect: QRect) -> bool:
        """Tell more of a cell that is filled than it can hold."""
        cell = index.data(RowRole.ROW)
        return (isinstance(cell, SheetCell) and cell.line is not None) or super().is_cut(index, rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, rect = index.data(RowRole.ROW), option.rect
        painter.save()
        painter.setClipRect(rect)
        state = cell.state if isinstance(cell, SheetCell) else None
        ground = self._tokens.surface if state is None else getattr(self._tokens, _TOKENS[state]).fill
        painter.fillRect(rect, QColor(ground))
        self._paint_icon(painter, rect, index)
        self._paint_words(painter, rect, index)
        painter.setPen(QColor(self._tokens.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._tokens.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


class SheetView(QTableView):
    """`opened` brings the line of the cell on which Enter was pressed or that was clicked."""

    opened = Signal(object)
    source_wanted = Signal(str)
    """A cell that does not wait is to be filled all the same: the address of the one with Enter or a double click."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = model
        self.setModel(model)
        self._look = SheetDelegate(self)
        self.setItemDelegate(self._look)
        self.setObjectName("plan")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        for scroll in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            scroll(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._open)
        self.doubleClicked.connect(self._want_source)
        self._anchor = QWidget(self.viewport())
        self._anchor.hide()
        self.fit()

    def fit(self) -> None:
        """Give rows and columns their sizes, and merged cells their room."""
        self._look.restyle()
        height = self._look.metrics.row_height
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.clearSpans()
        for (row, column), cell in self._sheet.sheet.cells.items():
            if cell.rows > 1 or cell.columns > 1:
                self.setSpan(row, column, cell.rows, cell.columns)
        for column in range(self._sheet.columnCount()):
            self.setColumnWidth(column, self._width(column))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters go to the search field, not to a hidden one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
            self._want_source(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_look"):
            self.fit()
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        cell = self._sheet.cell(index) if index.isValid() else None
        if cell is not None and cell.line is not None:
            self.opened.emit(cell.line)

    def _want_source(self, index: QModelIndex) -> None:
        cell = self._sheet.cell(index) if index.isValid() else None
        if cell is not None and cell.line is None and cell.address:
            self.source_wanted.emit(cell.address)

    def anchor(self) -> QWidget:
        """Return an unseen widget where the current cell stands, for a list to drop down from."""
        self._anchor.setGeometry(self.visualRect(self.currentIndex()))
        return self._anchor

    def _width(self, column: int) -> int:
        """Return the width for the longest words of a column, within bounds; merged cells do not count."""
        cells = self._sheet.sheet.cells
        words = (cells[place].words for row in range(min(_MEASURED, self._sheet.rowCount()))
                 if (place := (row, column)) in cells and cells[place].columns == 1)  # fmt: skip
        most = _MOST_LETTERS if self._sheet.columnCount() > 1 else _ALONE_LETTERS
        letters = min(most, max((len(one) + 4 for one in words), default=0))
        return self.fontMetrics().averageCharWidth() * max(_LEAST_LETTERS, letters)


class SheetPane(QWidget):
    """Shows one table of the form at a time; `opened` brings the line that is to be looked at in the list."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: Sequence[ReadCell] = ()
        self._lines: Sequence[CellLine] = ()
        self.tables = ChoiceCombo(self.tr("Bảng của biểu mẫu"), self, _TABLE_LETTERS)
        self.model = SheetModel(self)
        self.view = SheetView(self.model, self)
        self.view.setAccessibleName(self.tr("Biểu mẫu như trên giấy"))
        legend = QWidget(self)
        chips = FlowLayout(legend)
        chips.setContentsMargins(12, 6, 12, 6)
        for state in CellState:
            chips.addWidget(Chip(legend, ChipLook(_ICONS[state], _TOKENS[state], _STATES[state])))
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 6)
        head.setSpacing(8)
        head.addWidget(self.tables)
        head.addWidget(plain_label(self.tr("Enter: chọn nguồn cho ô."), self, "secondary"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(legend)
        self.setFocusProxy(self.view)
        self.tables.currentIndexChanged.connect(lambda _: self._show())
        self.view.opened.connect(self.opened)

    def show_form(self, cells: Sequence[ReadCell], lines: Sequence[CellLine]) -> None:
        """Show a form; the table stays where the form has it."""
        self._cells, self._lines = cells, lines
        tables, chosen = tables_of(cells), self.tables.value()
        self.tables.offer((table, table or _words(_OUTSIDE)) for table in tables)
        self.tables.choose(chosen)
        self.tables.setVisible(len(tables) > 1)
        self._show()

    def choose(self, line: CellLine) -> None:
        """Go to the cell of a line."""
        read = line.value.cell.read
        if read.table != self.tables.value():
            self.tables.choose(read.table)
            self._show()
        sheet = self.model.sheet
        if read.row in sheet.rows and read.column in sheet.columns:
            index = self.model.index(sheet.rows.index(read.row), sheet.columns.index(read.column))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.tables, self.view]

    def _show(self) -> None:
        table = cast("str | None", self.tables.value())
        self.model.show_sheet(sheet_of(self._cells, self._lines, table) if table is not None else Sheet())
        self.view.fit()
