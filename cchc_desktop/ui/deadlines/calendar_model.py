"""The Qt model of the month: a row for each week, a column for each day of the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.ui.deadlines.month import WEEK, MonthDay
from cchc_desktop.ui.deadlines.words import SHORT_WEEKDAYS, WEEKDAYS, words
from cchc_desktop.ui.widgets.rows import Index

_NO_INDEX = QModelIndex()


class DayRole(IntEnum):
    """What a cell knows besides its words."""

    DAY = Qt.ItemDataRole.UserRole + 1
    """The `MonthDay`."""


class MonthModel(QAbstractTableModel):
    """Holds the days of one month, from Monday to Sunday."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[MonthDay] = ()
        self._is_narrow = False

    def show_short_names(self, is_narrow: bool) -> None:
        """Call the days of the week by their short names, or by the whole ones."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WEEK - 1)

    def show_days(self, days: Sequence[MonthDay]) -> None:
        """Show other days; the same ones leave the chosen one as it is."""
        if days == self._days:
            return
        if [one.day for one in days] == [one.day for one in self._days]:
            self._days = days
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, WEEK - 1))
            return
        self.beginResetModel()
        self._days = days
        self.endResetModel()

    def index_of(self, day: date) -> QModelIndex:
        """Return where a day stands, an invalid index where it is not shown."""
        place = next((number for number, one in enumerate(self._days) if one.day == day), None)
        return QModelIndex() if place is None else self.index(place // WEEK, place % WEEK)

    def day(self, index: Index) -> MonthDay | None:
        """Return the day of a cell."""
        return self._days[index.row() * WEEK + index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._days) // WEEK

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else WEEK

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < WEEK:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words((SHORT_WEEKDAYS if self._is_narrow else WEEKDAYS)[section])
        return words(WEEKDAYS[section]) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day.day) if day.is_inside else f"{day.day.day}/{day.day.month}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(day.told)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "; ".join(day.told)
        return day if role == DayRole.DAY else None
