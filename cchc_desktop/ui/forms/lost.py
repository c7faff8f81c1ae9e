"""Sources that have no cell in the form's new version: each is given another cell, or left."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.forms.form import MappedCell
from cchc_desktop.domain.forms.matching import Choice, source_words
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.ui import icons
from cchc_desktop.ui.evidence.picker import Picker, PickWords
from cchc_desktop.ui.evidence.tables import OpeningTable
from cchc_desktop.ui.forms.lines import CellLine
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.choosing import choose_rows
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()
_LETTERS = 96
LOST_COLUMNS = (
    ListColumn(list_header.mark("Ô trong bản trước"), 150, 3),
    ListColumn(list_header.mark("Nguồn số liệu"), 150, 3),
)


class LostColumn(IntEnum):
    """The columns in order."""

    LABEL = 0
    SOURCE = 1


class LostModel(QAbstractTableModel):
    """The sources that have no cell, in the order in which they were mapped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lost: tuple[MappedCell, ...] = ()
        self._choices: Sequence[Choice] = ()

    def show_lost(self, lost: Sequence[MappedCell], choices: Sequence[Choice]) -> None:
        """Show other sources; the same ones leave place and choice as they are."""
        if tuple(lost) != self._lost:
            self.beginResetModel()
            self._lost, self._choices = tuple(lost), choices
            self.endResetModel()

    def lost(self, row: int) -> MappedCell | None:
        """Return the source of a row, None for no row."""
        return self._lost[row] if 0 <= row < len(self._lost) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lost)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(LOST_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(LOST_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.lost(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return one.label if index.column() == LostColumn.LABEL else source_words(one.source, self._choices)
        return one if role == RowRole.ROW else None


class LostPane(QWidget):
    """`moved` brings the slot of a source and the address that it gets, `dropped` slots that are left."""

    moved = Signal(int, str)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[CellLine] = ()
        self._is_editable = True
        self.model = LostModel(self)
        self.table = OpeningTable(self.model, LOST_COLUMNS, self)
        self.table.setAccessibleName(self.tr("Nguồn số liệu không còn ô"))
        self.place = QPushButton(self.tr("Gán vào ô…"), self)
        self.drop = QPushButton(icons.icon("trash-2"), self.tr("Bỏ nguồn này"), self)
        words = PickWords(
            self.tr("Chọn ô của bản mới"),
            self.tr("Tìm ô"),
            self.tr("Tên ô, vị trí…"),
            self.tr("Không có ô nào khớp."),
            self.tr("Biểu mẫu không có ô nào để điền."),
        )
        self.picker = Picker(words, _cell_words, self)
        self.picker.letters = _LETTERS
        self._lay_out()
        self._connect()
        self._enable()

    def show_lost(self, lost: Sequence[MappedCell], lines: Sequence[CellLine], choices: Sequence[Choice]) -> None:
        """Show sources without a cell, and take the cells that there are now."""
        row = max(0, self.table.currentIndex().row())
        self._lines = lines
        self.model.show_lost(lost, choices)
        if lost and self.table.chosen_row() is None:
            choose_rows(self.table, [min(row, len(lost) - 1)])
        self._enable()

    def set_editable(self, is_editable: bool) -> None:
        """Let sources be moved and left, or only be looked at."""
        self._is_editable = is_editable
        self._enable()

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons about the chosen source; they stand in the foot of the page."""
        return self.place, self.drop

    def _lay_out(self) -> None:
        words = self.tr("Gán nguồn vào một ô khác, nội dung đã nhập đi theo; hoặc bỏ nguồn.")
        about = plain_label(words, self, "secondary")
        about.setContentsMargins(12, 4, 12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(about)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.opened.connect(lambda _: self.place.click())
        self.table.doubleClicked.connect(lambda _: self.place.click())
        self.table.delete_wanted.connect(self.drop.click)
        self.place.clicked.connect(self._ask_place)
        self.drop.clicked.connect(self._drop)
        self.picker.taken.connect(self._move)

    def _ask_place(self) -> None:
        """Offer the cells that nothing fills first, then the others: what fills these has no cell then."""
        ordered = sorted(self._lines, key=lambda line: line.is_mapped)
        self.picker.offer([(fold(_cell_words(line)), line) for line in ordered], self.place)

    def _move(self, line: CellLine) -> None:
        one = self._current()
        if one is not None:
            self.moved.emit(one.slot, line.address)

    def _drop(self) -> None:
        one = self._current()
        if one is not None:
            self.dropped.emit([one.slot])

    def _current(self) -> MappedCell | None:
        row = self.table.chosen_row()
        return self.model.lost(row) if row is not None else None

    def _enable(self) -> None:
        has_one = self._is_editable and self._current() is not None
        self.place.setEnabled(has_one)
        self.drop.setEnabled(has_one)


def _cell_words(line: CellLine) -> str:
    filled = line.value.source_words
    return " · ".join(filter(None, (line.place, line.name, filled)))
