"""The Qt model of one year's days off: those of every year, and those that the office keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.followup.days_off import DayOff, fixed_holidays
from cchc_desktop.ui.deadlines.words import weekday
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header
from cchc_desktop.ui.words import Words

_NO_INDEX = QModelIndex()
words = Words("DaysOff")


class DayColumn(IntEnum):
    """The columns in order."""

    DAY = 0
    WEEKDAY = 1
    NAME = 2
    KIND = 3


DAY_COLUMNS = (
    ListColumn(list_header.mark("Ngày"), 96),
    ListColumn(list_header.mark("Thứ"), 90),
    ListColumn(list_header.mark("Tên"), 200, 3),
    ListColumn(list_header.mark("Loại"), 150, 1),
)


def is_fixed(day: DayOff) -> bool:
    """Tell whether a row is one of every year, which is not kept and cannot be changed."""
    return day.id == UNSAVED


def rows_of(kept: Iterable[DayOff], year: int) -> list[DayOff]:
    """Return the days of a year by date; what is kept stands in the place of a day of every year."""
    rows = {day: DayOff(day, name, uid="") for day, name in fixed_holidays([year]).items()}
    rows |= {row.day: row for row in kept if row.day.year == year}
    return [rows[day] for day in sorted(rows)]


class DaysOffModel(QAbstractTableModel):
    """Holds the rows of one year."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[DayOff] = ()

    def show_rows(self, rows: Sequence[DayOff]) -> None:
        """Show other rows; the same ones leave place and choice as they are."""
        if list(rows) != list(self._rows):
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row(self, number: int | None) -> DayOff | None:
        """Return the day of a row, None for no row."""
        return self._rows[number] if number is not None and 0 <= number < len(self._rows) else None

    def row_of(self, day_id: int) -> int | None:
        """Return where a kept day stands, None where it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.id == day_id != UNSAVED), None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(DAY_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(DAY_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = DayColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(DAY_COLUMNS[column].header)}: {_words(row, column)}"
        if role == RowRole.ICON and column is DayColumn.KIND:
            return "calendar-check" if row.worked else "calendar-off"
        if role == RowRole.MUTED:
            return is_fixed(row)
        return row if role == RowRole.ROW else None


def _words(row: DayOff, column: DayColumn) -> str:
    match column:
        case DayColumn.DAY:
            return show_day(row.day)
        case DayColumn.WEEKDAY:
            return weekday(row.day)
        case DayColumn.NAME:
            return row.name
        case DayColumn.KIND:
            if is_fixed(row):
                return words("Nghỉ hằng năm")
            return words("Làm bù") if row.worked else words("Ngày nghỉ")
