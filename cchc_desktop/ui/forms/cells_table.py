"""The list of a form's cells: keys that choose a source, type a value, take a proposal, open the rows of a figure."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.ui import theme
from cchc_desktop.ui.forms.cells_model import CELL_COLUMNS, CellColumn, CellsModel
from cchc_desktop.ui.forms.lines import CellLine
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import Index, RowDelegate, RowTable, list_header
from cchc_desktop.ui.workbench.editors import LineEditor, bare_modifiers
from cchc_desktop.ui.workbench.keys import is_typing
from cchc_desktop.ui.workbench.line_cells import end_typing, fill_once, line_editor, line_rect

_STEPS = {"cell_below": 1, "next_cell": 1, "cell_above": -1, "previous_cell": -1}


class CellsDelegate(RowDelegate):
    """Draws figures that open their rows as links and doubtful cells amber; `left` says where the cursor goes."""

    left = Signal(int)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.replaces = False
        """Set before a cell is opened by typing: its words are replaced, not mended."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        is_filled, self.replaces = self.replaces, False
        return line_editor(parent, list_header(CELL_COLUMNS[CellColumn.NOW].header), is_filled=is_filled)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        fill_once(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, LineEditor) and isinstance(model, CellsModel):
            model.setData(index, editor.words())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(line_rect(option.rect, self.metrics.pitch))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ended = end_typing(self, watched, event, lambda command: self.left.emit(_STEPS[command]))
        return super().eventFilter(watched, event) if ended is None else ended

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, CellsModel) else None
        if line is None or index.column() != CellColumn.NOW:
            super()._paint_words(painter, rect, index)
        elif isinstance(model, CellsModel) and model.unsaved_at(index) is not None:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(self._tokens.soon.fill))
            super()._paint_words(painter, rect, index)
        elif line.value.key is not None:
            self._paint_link(painter, rect, index)
        else:
            super()._paint_words(painter, rect, index)

    def _paint_link(self, painter: QPainter, rect: QRect, index: Index) -> None:
        inner, body, text = self._words_rect(rect, index), self.metrics.body, str(index.data())
        top = inner.top() + (inner.height() - self.metrics.pitch) / 2
        painter.setFont(body.font)
        painter.setPen(QColor(theme.current().accent))
        painter.drawText(QPointF(inner.right() + 1 - body.width(text), top + self.metrics.ascent), text)


class CellsTable(RowTable):
    """Several rows can be chosen at once; the table tells what is wanted and changes nothing itself."""

    source_wanted = Signal(object)
    """A source is to be chosen; brings the key press that began it, None for another way."""
    clear_wanted = Signal()
    """The chosen cells are to have no source."""
    take_wanted = Signal()
    """The proposals of the chosen cells are to be taken."""
    rows_wanted = Signal(object)
    """The rows behind a figure are to be listed: its key."""
    empty_wanted = Signal()
    """The words typed into the chosen cells are to go."""
    told = Signal(str)
    """A short sentence about why something did not happen."""

    def __init__(self, model: CellsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, CELL_COLUMNS, parent, CellsDelegate)
        self.cells = model
        self._anchor = QWidget(self.viewport())
        self._anchor.hide()
        self._typing = cast(CellsDelegate, self._rows)
        self._typing.left.connect(self.step)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._open)

    def minimumSizeHint(self) -> QSize:
        """Keep room for the header and two rows."""
        hint, header = super().minimumSizeHint(), self.horizontalHeader().sizeHint().height()
        return QSize(hint.width(), header + 2 * self._rows.metrics.row_height)

    def chosen_lines(self) -> list[CellLine]:
        """Return the chosen cells in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [line for row in rows if (line := self.cells.line(row)) is not None]

    def current_line(self) -> CellLine | None:
        """Return the cell of the current row."""
        return self.cells.line(self.currentIndex().row())

    def choose(self, address: str) -> bool:
        """Go to a cell; tell whether it is shown."""
        row = self.cells.row_of(address)
        if row is not None:
            self.stand(row)
        return row is not None

    def stand(self, row: int) -> None:
        """Go to a row and choose it alone; the column stays."""
        column = self.currentIndex().column() if self.currentIndex().isValid() else CellColumn.SOURCE
        index = self.cells.index(min(row, self.cells.rowCount() - 1), column)
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go to the same column of the row before or after."""
        row = self.currentIndex().row() + by
        if 0 <= row < self.cells.rowCount():
            self.stand(row)

    def end_typing(self) -> None:
        """Commit what is being typed: an editor does so when it loses the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, LineEditor) and self.isAncestorOf(focused):
            self.setFocus()

    def anchor(self) -> QWidget:
        """Return an unseen widget where the source of the current row stands, for a list to drop down from."""
        index = self.cells.index(max(0, self.currentIndex().row()), CellColumn.SOURCE)
        self._anchor.setGeometry(self.visualRect(index))
        return self._anchor

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current_line() is None or bare_modifiers(event) != Qt.KeyboardModifier.NoModifier:
            self._type_or_move(event)
            return
        is_now = self.currentIndex().column() == CellColumn.NOW
        if event.key() in (*ENTER, Qt.Key.Key_F2):
            self._open(self.currentIndex(), mends=event.key() == Qt.Key.Key_F2)
        elif event.key() == Qt.Key.Key_Delete:
            (self.empty_wanted if is_now else self.clear_wanted).emit()
        elif event.key() == Qt.Key.Key_Space:
            self.take_wanted.emit()
        else:
            self._type_or_move(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        is_now = self.currentIndex().column() == CellColumn.NOW
        if is_now and (event.preeditString() or event.commitString()):
            self._type(event)
        else:
            super().inputMethodEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            is_link = self._key_at(self.indexAt(event.position().toPoint())) is not None
            shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().eventFilter(watched, event)

    def _type_or_move(self, event: QKeyEvent) -> None:
        if self.current_line() is None or not is_typing(event):
            super().keyPressEvent(event)
        elif self.currentIndex().column() == CellColumn.NOW:
            self._type(event)
        else:
            self.source_wanted.emit(event)

    def _clicked(self, index: QModelIndex) -> None:
        key = self._key_at(index)
        if key is not None and not QApplication.keyboardModifiers():
            self.rows_wanted.emit(key)

    def _open(self, index: QModelIndex, *, mends: bool = False) -> None:
        """Do what Enter asks for: a figure's rows, typing, else choosing a source."""
        if index.column() != CellColumn.NOW:
            self.source_wanted.emit(None)
        elif (key := self._key_at(index)) is not None and not mends:
            self.rows_wanted.emit(key)
        else:
            self._edit(index)

    def _key_at(self, index: Index) -> object:
        line = self.cells.line(index.row()) if index.isValid() else None
        return line.value.key if line is not None and index.column() == CellColumn.NOW else None

    def _edit(self, index: QModelIndex) -> bool:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            return True
        if self.cells.is_editable:
            self.told.emit(self.tr("Ô này lấy số liệu tự động. Để nhập, hãy đổi nguồn sang “Nhập tay”."))
        return False

    def _type(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Replace the words of the current cell by what is being typed."""
        self._typing.replaces = True
        opened = self._edit(self.currentIndex())
        self._typing.replaces = False
        editor = QApplication.focusWidget()
        if opened and isinstance(editor, LineEditor) and self.isAncestorOf(editor):
            QApplication.sendEvent(editor, event)
