"""The Qt model of the list of agencies: what each is and how often plans name it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.agencies.uses import UseRole
from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.ui.agencies import words
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()
_NONE = "–"


class LineColumn(IntEnum):
    """The columns in order."""

    NAME = 0
    KIND = 1
    LEAD = 2
    COORDINATING = 3
    INDICATORS = 4
    STATE = 5


LINE_COLUMNS = (
    ListColumn(list_header.mark("Tên cơ quan"), 170, 3),
    ListColumn(list_header.mark("Loại"), 100, 1),
    ListColumn(list_header.mark("Chủ trì"), 60, is_number=True),
    ListColumn(list_header.mark("Phối hợp"), 68, is_number=True),
    ListColumn(list_header.mark("Chỉ tiêu"), 62, is_number=True),
    ListColumn(list_header.mark("Tình trạng"), 96, 1),
)
ROLE_OF_COLUMN = {
    LineColumn.LEAD: UseRole.LEAD,
    LineColumn.COORDINATING: UseRole.COORDINATING,
    LineColumn.INDICATORS: UseRole.INDICATOR,
}


class AgencyLinesModel(QAbstractTableModel):
    """Holds the agencies that the filter leaves; `unsaved` are ids whose last changes could not be stored."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[AgencyLine] = ()
        self._unsaved: Collection[int] = ()

    def show_lines(self, lines: Sequence[AgencyLine], unsaved: Collection[int] = ()) -> None:
        """Show another list; the same one leaves place and choice as they are."""
        if (tuple(lines), set(unsaved)) != (self._lines, set(self._unsaved)):
            self.beginResetModel()
            self._lines, self._unsaved = tuple(lines), frozenset(unsaved)
            self.endResetModel()

    def line(self, row: int | None) -> AgencyLine | None:
        """Return the agency of a row, None for no row."""
        return self._lines[row] if row is not None and 0 <= row < len(self._lines) else None

    def row_of(self, agency_id: int) -> int | None:
        """Return where an agency stands, None where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.agency.id == agency_id), None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(LINE_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(LINE_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = LineColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(LINE_COLUMNS[column].header)}: {self._words(line, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column in ROLE_OF_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == RowRole.ICON:
            return self._icon(line, column)
        if role == RowRole.MUTED:
            return not line.is_used or column in (LineColumn.KIND, LineColumn.STATE)
        return line if role == RowRole.ROW else None

    def _words(self, line: AgencyLine, column: LineColumn) -> str:
        if column is LineColumn.NAME:
            return line.agency.name
        if column is LineColumn.KIND:
            return words.KIND_WORDS[line.agency.kind]
        if column is LineColumn.STATE:
            is_unsaved = line.agency.id in self._unsaved
            return words.translated(words.UNSAVED_WORDS) if is_unsaved else words.state_words(line)
        return str(count_of(line, ROLE_OF_COLUMN[column]) or _NONE)

    def _icon(self, line: AgencyLine, column: LineColumn) -> str | None:
        if column is LineColumn.NAME:
            return words.KIND_ICONS[line.agency.kind]
        is_unsaved = column is LineColumn.STATE and line.agency.id in self._unsaved
        return "triangle-alert" if is_unsaved else None


def count_of(line: AgencyLine, role: UseRole) -> int:
    """Return how many rows name an agency in a role."""
    counts = {UseRole.LEAD: line.lead, UseRole.COORDINATING: line.coordinating, UseRole.INDICATOR: line.indicators}
    return counts[role]
