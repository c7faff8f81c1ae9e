"""A dialog of rows to look through, of which one may be opened: a chip at the end of each says how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui import theme
from cchc_desktop.ui.stylesheet import BODY_POINTS
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.chips import ChipLook, paint_chip
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowDelegate, RowRole, RowTable, header_data, list_header
from cchc_desktop.ui.widgets.stops import order_stops

_NO_INDEX = QModelIndex()
_SIZE = QSize(860, 420)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What is shown of `source`: the words of all columns but the last, and the chip in that one."""

    cells: tuple[str, ...]
    chip: ChipLook
    source: object


class ShownRows(QAbstractTableModel):
    """Holds the rows, which do not change while the dialog is open; columns in `muted` are drawn fainter."""

    def __init__(
        self,
        columns: Sequence[ListColumn],
        rows: Sequence[ShownRow],
        muted: frozenset[int] = frozenset({0}),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = tuple(rows)
        self._muted = muted

    def row(self, number: int) -> ShownRow | None:
        """Return a row, None where there is none such."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(self._columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        words = (*row.cells, row.chip.words)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(self._columns[index.column()].header)}: {words}"
        if role == RowRole.MUTED:
            return index.column() in self._muted
        return row if role == RowRole.ROW else None


class _ChipDelegate(RowDelegate):
    """Draws the last column as its chip."""

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        row = index.data(RowRole.ROW)
        if isinstance(row, ShownRow) and index.column() == len(row.cells):
            paint_chip(painter, self._words_rect(rect, index), row.chip, self.metrics, theme.current())
        else:
            super()._paint_words(painter, rect, index)


class _Table(RowTable):
    """Enter opens a row."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ShownDialog(QDialog):
    """Subclasses say what opening a row means (`open_source`); the dialog is closed by then."""

    def __init__(
        self, title: str, columns: Sequence[ListColumn], model: ShownRows, go_words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.model = model
        model.setParent(self)
        self.table = _Table(model, columns, self, _ChipDelegate)
        self.table.setAccessibleName(title)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(lambda index: self._open(index.row()))
        self._go = QPushButton(go_words, self)
        self._go.setDefault(True)
        self._go.setEnabled(model.rowCount() > 0)
        self._go.clicked.connect(lambda: self._open(self.table.currentIndex().row()))
        self._lay_out(title)
        if model.rowCount():
            self.table.setCurrentIndex(model.index(0, 0))
        self.table.setFocus()

    def _lay_out(self, title: str) -> None:
        close = QPushButton(self.tr("Đóng"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(plain_label(title, self, "itemTitle"))
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        order_stops([self.table, close, self._go])

    def sizeHint(self) -> QSize:
        """Return the size in proportion to the text; no dialog is larger than the window over which it stands."""
        scale = self.font().pointSizeF() / BODY_POINTS
        wanted = QSize(round(_SIZE.width() * scale), round(_SIZE.height() * scale))
        over = self.parentWidget()
        return wanted if over is None else wanted.boundedTo(over.window().size() - QSize(48, 48))

    def open_source(self, source: Any) -> None:
        """Tell which row was chosen."""
        raise NotImplementedError

    def _open(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.accept()
            self.open_source(row.source)
