"""The rows behind a figure that the plan's own filters cannot say: the milestones of some days, of some tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.status import MilestoneStatus
from cchc_desktop.ui import theme
from cchc_desktop.ui.following.looks import status_look
from cchc_desktop.ui.stylesheet import BODY_POINTS
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.chips import paint_chip
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowDelegate, RowRole, RowTable, header_data, list_header
from cchc_desktop.ui.widgets.stops import order_stops

_NO_INDEX = QModelIndex()
_SIZE = QSize(860, 420)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One milestone with its task."""

    item: WorkItem
    status: MilestoneStatus
    leads: tuple[str, ...]


class BehindColumn(IntEnum):
    """The columns in order."""

    NUMBER = 0
    CONTENT = 1
    LEADS = 2
    DUE = 3
    STATUS = 4


BEHIND_COLUMNS = (
    ListColumn(list_header.mark("TT"), 48),
    ListColumn(list_header.mark("Nhiệm vụ"), 260, 3),
    ListColumn(list_header.mark("Cơ quan chủ trì"), 150, 1),
    ListColumn(list_header.mark("Hạn"), 92),
    ListColumn(list_header.mark("Tình trạng"), 190),
)


class BehindModel(QAbstractTableModel):
    """Holds the rows; they do not change while the dialog is open."""

    def __init__(self, rows: Sequence[BehindRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)

    def row(self, number: int) -> BehindRow | None:
        """Return a row, None where there is none such."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(BEHIND_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(BEHIND_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = BehindColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(BEHIND_COLUMNS[column].header)}: {_cell(row, column)}"
        if role == RowRole.MUTED:
            return column in (BehindColumn.NUMBER, BehindColumn.LEADS)
        return row if role == RowRole.ROW else None


def _cell(row: BehindRow, column: BehindColumn) -> str:
    due = row.status.milestone.due
    cells = {
        BehindColumn.NUMBER: row.item.number or "",
        BehindColumn.CONTENT: row.item.content,
        BehindColumn.LEADS: "; ".join(row.leads),
        BehindColumn.DUE: show_day(due) if due else "",
        BehindColumn.STATUS: status_look(row.status).words,
    }
    return cells[column]


class _ChipDelegate(RowDelegate):
    """Draws the status as its chip."""

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        row = index.data(RowRole.ROW)
        if index.column() == BehindColumn.STATUS and isinstance(row, BehindRow):
            inner = self._words_rect(rect, index)
            paint_chip(painter, inner, status_look(row.status), self.metrics, theme.current())
        else:
            super()._paint_words(painter, rect, index)


class _BehindTable(RowTable):
    """Enter and a double click open a row."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class RowsDialog(QDialog):
    """`item_wanted` brings the id of the task that was chosen; the dialog closes with it."""

    item_wanted = Signal(int)

    def __init__(self, title: str, rows: Sequence[BehindRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.model = BehindModel(rows, self)
        self.table = _BehindTable(self.model, BEHIND_COLUMNS, self, _ChipDelegate)
        self.table.setAccessibleName(title)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(lambda index: self._open(index.row()))
        self._go = QPushButton(self.tr("Xem trong kế hoạch"), self)
        self._go.setDefault(True)
        self._go.clicked.connect(lambda: self._open(self.table.currentIndex().row()))
        close = QPushButton(self.tr("Đóng"), self)
        close.clicked.connect(self.reject)
        heading = plain_label(title, self, "itemTitle")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        order_stops([self.table, close, self._go])
        self._go.setEnabled(bool(rows))
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def sizeHint(self) -> QSize:
        """Return the size in proportion to the text; no dialog is larger than the window over which it stands."""
        scale = self.font().pointSizeF() / BODY_POINTS
        wanted = QSize(round(_SIZE.width() * scale), round(_SIZE.height() * scale))
        over = self.parentWidget()
        return wanted if over is None else wanted.boundedTo(over.window().size() - QSize(48, 48))

    def _open(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.accept()
            self.item_wanted.emit(row.item.id)
