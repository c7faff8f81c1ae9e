"""The rows of the grid as a Qt model: four columns, one per period, the trend and the verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.indicators.targets import Target
from cchc_desktop.domain.indicators.values import VERDICT_NAMES, IndicatorValue, target_in_year
from cchc_desktop.domain.written_numbers import show_number
from cchc_desktop.services.indicator_sheet import IndicatorSheet, MeasuredIndicator
from cchc_desktop.ui.indicators.lines import GroupLine, Line, line_key
from cchc_desktop.ui.indicators.typed import TypedValue, TypedValues
from cchc_desktop.ui.indicators.words import short_period, target_words
from cchc_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_words = Words("IndicatorColumns")
NOTHING = "–"


class Column(IntEnum):
    """The columns before the periods."""

    NUMBER = 0
    TEXT = 1
    UNIT = 2
    TARGET = 3
    FIRST_PERIOD = 4


_HEADS = (_words.mark("TT"), _words.mark("Chỉ tiêu"), _words.mark("Đơn vị"), _words.mark("Kế hoạch"))
_TREND, _VERDICT = _words.mark("Diễn biến"), _words.mark("Đánh giá")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class IndicatorModel(QAbstractTableModel):
    """Knows no database: what is typed leaves through `typed` as `TypedValue`s and comes back with the next sheet."""

    typed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unsaved = TypedValues()
        self.lines: Sequence[Line] = ()
        self.periods: Sequence[ReportingPeriod] = ()
        self.is_editable = True
        self._rows: dict[int, int] = {}
        self._places: Mapping[str | None, int] = {}

    # --- what is shown

    def show_sheet(self, sheet: IndicatorSheet | None, lines: Sequence[Line]) -> bool:
        """Show other rows; tell whether they are other ones than before and not the same with other contents."""
        periods = sheet.periods if sheet is not None else ()
        is_same = list(map(line_key, lines)) == list(map(line_key, self.lines)) and periods == self.periods
        if not is_same:
            self.beginResetModel()
        self.lines, self.periods = tuple(lines), periods
        self._places = sheet.places if sheet is not None else {}
        self._rows = {line.row.id: row for row, line in enumerate(lines) if isinstance(line, MeasuredIndicator)}
        if is_same:
            self.repaint_all()
        else:
            self.endResetModel()
        return not is_same

    def repaint_all(self) -> None:
        """Tell that what cells show has changed."""
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, self.columnCount() - 1))

    def line(self, row: int) -> Line | None:
        """Return what stands in a row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def indicator(self, row: int) -> MeasuredIndicator | None:
        """Return the indicator of a row, None for a group's."""
        line = self.line(row)
        return line if isinstance(line, MeasuredIndicator) else None

    def row_of(self, indicator_id: int) -> int | None:
        """Return the row of an indicator, None where it is not shown."""
        return self._rows.get(indicator_id)

    @property
    def trend_column(self) -> int:
        """Return the column of the small chart."""
        return Column.FIRST_PERIOD + len(self.periods)

    @property
    def verdict_column(self) -> int:
        """Return the column of the verdict."""
        return self.trend_column + 1

    def period_at(self, column: int) -> ReportingPeriod | None:
        """Return the period of a column, None for another one."""
        place = column - Column.FIRST_PERIOD
        return self.periods[place] if 0 <= place < len(self.periods) else None

    def column_of(self, period: str) -> int | None:
        """Return the column of a period."""
        found = (place for place, one in enumerate(self.periods) if one.key == period)
        place = next(found, None)
        return None if place is None else Column.FIRST_PERIOD + place

    def points(self, one: MeasuredIndicator) -> list[tuple[ReportingPeriod, Decimal]]:
        """Return the numbers of an indicator in the order of their periods."""
        found = ((period, one.values.get(period.key)) for period in self.periods)
        return [(period, value.amount) for period, value in found if value is not None and value.amount is not None]

    def places(self, one: MeasuredIndicator) -> int:
        """Return the digits behind the comma that all values of an indicator's unit share."""
        return self._places.get(one.target.unit, 0)

    def value_at(self, index: Index) -> IndicatorValue | None:
        """Return the stored value of a cell."""
        one, period = self.indicator(index.row()), self.period_at(index.column())
        return one.values.get(period.key) if one is not None and period is not None else None

    def unsaved_at(self, index: Index) -> TypedValue | None:
        """Return what was typed for a cell and is not stored."""
        one, period = self.indicator(index.row()), self.period_at(index.column())
        return self.unsaved.of((one.row.id, period.key)) if one is not None and period is not None else None

    # --- Qt's questions

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else self.verdict_column + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        period = self.period_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return short_period(period.title) if period else self._head(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return period.title if period else self._head(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if period or section == Column.TARGET else _LEFT
        return None

    def _head(self, section: int) -> str:
        if section < Column.FIRST_PERIOD:
            return _words(_HEADS[section])
        return _words(_TREND if section == self.trend_column else _VERDICT)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or not self.is_editable:
            return flags
        is_value = self.period_at(index.column()) is not None and self.indicator(index.row()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if is_value else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if isinstance(line, GroupLine):
            return self._group_words(line, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self.typed_text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(line, index)
        return self._words_of(line, index)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed into a cell, where it is something else than what stands there."""
        one, period = self.indicator(index.row()), self.period_at(index.column())
        if role != Qt.ItemDataRole.EditRole or one is None or period is None or not self.is_editable:
            return False
        text = str(value or "").strip()
        if text != self.typed_text(index):
            self.typed.emit([TypedValue(one.row.id, period.key, text)])
        return True

    # --- words

    def typed_text(self, index: Index) -> str:
        """Return what is typed into to change a cell: what was typed last, else the stored value without padding."""
        kept = self.unsaved_at(index)
        if kept is not None and kept.text is not None:
            return kept.text
        if self.period_at(index.column()) is None:
            return str(self.data(index) or "")
        value = self.value_at(index)
        return value_text(value)

    def _words_of(self, one: MeasuredIndicator, index: Index) -> str:
        column = index.column()
        if self.period_at(column) is not None:
            return self._value_words(one, index)
        if column == self.trend_column:
            return ", ".join(show_number(amount, self.places(one)) for _, amount in self.points(one)) or NOTHING
        if column == self.verdict_column:
            return VERDICT_NAMES[one.judgement.verdict]
        row = one.row
        return (row.number, row.text, row.unit or one.target.unit, row.target_words)[column] or ""

    def _value_words(self, one: MeasuredIndicator, index: Index) -> str:
        kept, value = self.unsaved_at(index), self.value_at(index)
        if kept is not None and kept.text is not None:
            return kept.text or NOTHING
        if value is None:
            return NOTHING
        if value.amount is None:
            return value.words or NOTHING
        exponent = value.amount.as_tuple().exponent
        own = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return show_number(value.amount, max(own, self.places(one)))

    def _tooltip(self, one: MeasuredIndicator, index: Index) -> str:
        kept = self.unsaved_at(index)
        if kept is not None and kept.reason:
            return kept.reason
        if index.column() == Column.TARGET:
            return f"{one.row.target_words or NOTHING}\n{target_words(one.target)}"
        return self._words_of(one, index)

    @staticmethod
    def _group_words(line: GroupLine, column: int) -> str:
        return ". ".join((line.title, _words.count("%n chỉ tiêu", line.total), line.figures)) if not column else ""


def value_text(value: IndicatorValue | None) -> str:
    """Return a stored value as a person would type it."""
    if value is None:
        return ""
    return (value.words or "") if value.amount is None else show_number(value.amount).replace(".", "")


def bound_of(one: MeasuredIndicator, period: ReportingPeriod | None) -> Decimal | None:
    """Return the height of the target's line in a chart: the target in the year of a period."""
    target: Target | None = one.target
    if period is not None:
        target = target_in_year(one.target, period.window.end.year - one.stage.start.year)
    if target is None:
        return None
    return target.low if target.low is not None else target.high
