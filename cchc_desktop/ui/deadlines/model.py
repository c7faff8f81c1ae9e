"""The Qt model of the list: headers of groups and the milestones below them, in one column of rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.unclear_results import unclear_words
from cchc_desktop.services.followup import DueLine
from cchc_desktop.ui.deadlines.groups import Key, LineGroup
from cchc_desktop.ui.deadlines.words import label, line_look
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""Put together once: Qt asks for the flags of thousands of cells."""
LineKey = tuple[int, str]
"""Names a milestone across answers: the ids of its item and its occurrence."""


class DueColumn(IntEnum):
    """The columns in order."""

    NUMBER = 0
    CONTENT = 1
    LEAD = 2
    STATUS = 3
    PLAN = 4


DUE_COLUMNS = (
    ListColumn(list_header.mark("TT"), 40, is_number=True),
    ListColumn(list_header.mark("Nội dung"), 180, 5),
    ListColumn(list_header.mark("Chủ trì"), 108, 2),
    ListColumn(list_header.mark("Tiến độ"), 150, 1),
    ListColumn(list_header.mark("Kế hoạch"), 96, 2),
)


class DueRole(IntEnum):
    """What a row knows besides its words."""

    GROUP = Qt.ItemDataRole.UserRole + 20
    """The `LineGroup` of a header, None for a milestone."""
    LOOK = Qt.ItemDataRole.UserRole + 21
    """The chip of a milestone."""
    DATE_BELOW = Qt.ItemDataRole.UserRole + 22
    """The due date to be told below the chip, '' for none."""


Row = tuple[LineGroup, DueLine | None]


class DeadlinesModel(QAbstractTableModel):
    """Shows groups as they are given; headers can neither be chosen nor reached by keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[LineKey, int] = {}
        self._groups: Sequence[LineGroup] = ()

    def show_groups(self, groups: Sequence[LineGroup]) -> None:
        """Show other groups; whoever calls compares them with those that are shown."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._rows = [(group, line) for group in groups for line in (None, *group.lines)]
        self._places = {}
        for row, (_, line) in enumerate(self._rows):
            if line is not None:
                self._places.setdefault(key_of(line), row)
        self.endResetModel()

    def groups(self) -> Sequence[LineGroup]:
        """Return the groups as shown."""
        return self._groups

    def line(self, row: int) -> DueLine | None:
        """Return the milestone of a row, None for a header and for no row."""
        return self._rows[row][1] if 0 <= row < len(self._rows) else None

    def group(self, row: int) -> LineGroup | None:
        """Return the group of a row, None for no row."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def header_rows(self) -> list[int]:
        """Return where the headers stand."""
        return [number for number, (_, line) in enumerate(self._rows) if line is None]

    def header_of(self, key: Key) -> int | None:
        """Return where the header of a group stands, None where there is no such group."""
        return next((row for row in self.header_rows() if self._rows[row][0].key == key), None)

    def row_of(self, key: LineKey) -> int | None:
        """Return where a milestone stands first, None where it is not shown."""
        return self._places.get(key)

    def first_due(self, day: date) -> int | None:
        """Return the first row that falls due on a day."""
        return next((row for row, (_, line) in enumerate(self._rows) if line and line.row.due == day), None)

    def first_in(self, groups: Sequence[DueGroup]) -> int | None:
        """Return the first row whose date lies in one of these groups."""
        return next((row for row, (_, line) in enumerate(self._rows) if line and line.row.group in groups), None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(DUE_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(DUE_COLUMNS, section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _CHOOSABLE if index.isValid() and self._rows[index.row()][1] is not None else _NO_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        group, line = self._rows[index.row()]
        return _header_data(group, index.column(), role) if line is None else _line_data(group, line, index, role)


def key_of(line: DueLine) -> LineKey:
    """Return what names a milestone."""
    return line.item.id, line.row.occurrence


def _header_data(group: LineGroup, column: int, role: int) -> Any:
    if role == DueRole.GROUP:
        return group
    if column == DueColumn.NUMBER and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return " · ".join(filter(None, (group.title, group.aside, group.count)))
    return None


def _line_data(group: LineGroup, line: DueLine, index: Index, role: int) -> Any:
    column = DueColumn(index.column())
    if role == Qt.ItemDataRole.DisplayRole:
        return _words(line, column)
    if role == Qt.ItemDataRole.ToolTipRole:
        return _tooltip(line, column)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        told = f"{list_header(DUE_COLUMNS[column].header)}: {_tooltip(line, column)}"
        return f"{group.title}. {told}" if column is DueColumn.NUMBER else told
    if role == Qt.ItemDataRole.TextAlignmentRole and column is DueColumn.NUMBER:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if role == RowRole.ROW:
        return line
    if role == RowRole.MUTED:
        return column is DueColumn.PLAN
    if column is DueColumn.STATUS and role == DueRole.LOOK:
        return line_look(line)
    if column is DueColumn.STATUS and role == DueRole.DATE_BELOW:
        return _date_words(line) if group.shows_dates else ""
    return None


def _words(line: DueLine, column: DueColumn) -> str:
    match column:
        case DueColumn.NUMBER:
            return label(line)
        case DueColumn.CONTENT:
            return line.item.content
        case DueColumn.LEAD:
            return "; ".join(line.leads)
        case DueColumn.STATUS:
            return line_look(line).words
        case DueColumn.PLAN:
            return line.plan.title


def _tooltip(line: DueLine, column: DueColumn) -> str:
    words = _words(line, column)
    if column is not DueColumn.STATUS:
        return words
    return " · ".join(filter(None, (unclear_words(line.row.status) or words, _date_words(line))))


def _date_words(line: DueLine) -> str:
    """Return the due date, with the name of the day off on which it falls."""
    return " · ".join(filter(None, (show_day(line.row.due), line.row.day_off))) if line.row.due else ""
