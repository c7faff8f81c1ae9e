"""The Qt models of Kỳ báo cáo: periods of a year, figures beside each other, rules."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.reporting import PeriodRule
from cchc_desktop.services.period_figures import FigureLine
from cchc_desktop.services.periods import PeriodLine
from cchc_desktop.ui.reporting.words import (
    DAY_WORDS,
    left_words,
    rule_day_words,
    rule_title,
    state_words,
    translated,
    window_words,
)
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()
_Row = TypeVar("_Row")

PERIOD_COLUMNS = (
    ListColumn(list_header.mark("Kỳ"), 150, 2),
    ListColumn(list_header.mark("Số liệu từ – đến"), 170, 1),
    ListColumn(list_header.mark("Các đơn vị gửi"), 92),
    ListColumn(list_header.mark("Chốt số liệu"), 92),
    ListColumn(list_header.mark("Trình ký"), 92),
    ListColumn(list_header.mark("Gửi cấp trên"), 92),
    ListColumn(list_header.mark("Còn lại"), 130, 1),
    ListColumn(list_header.mark("Trạng thái"), 130, 1),
)
FIGURE_COLUMNS = (
    ListColumn(list_header.mark("Kế hoạch"), 180, 2),
    ListColumn(list_header.mark("Số liệu"), 200, 2),
    ListColumn(list_header.mark("Lúc chốt"), 80, is_number=True),
    ListColumn(list_header.mark("Hiện nay"), 80, is_number=True),
    ListColumn(list_header.mark("So sánh"), 110, 1),
)
RULE_COLUMNS = (
    ListColumn(list_header.mark("Kỳ"), 150, 2),
    ListColumn(list_header.mark("Số liệu từ"), 110, 1),
    ListColumn(list_header.mark("Số liệu đến"), 90, 1),
    ListColumn(list_header.mark("Các đơn vị gửi"), 90, 1),
    ListColumn(list_header.mark("Chốt số liệu"), 90, 1),
    ListColumn(list_header.mark("Trình ký"), 90, 1),
    ListColumn(list_header.mark("Gửi cấp trên"), 90, 1),
    ListColumn(list_header.mark("Các đơn vị cập nhật"), 130),
)


class ListingModel(QAbstractTableModel, Generic[_Row]):
    """Holds rows that are only shown; a subclass says what stands in a cell. The same rows leave the choice alone."""

    columns: Sequence[ListColumn] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()

    def show_rows(self, rows: Sequence[_Row]) -> None:
        """Show other rows; as many as before keep their places."""
        if tuple(rows) == self._rows:
            return
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int | None) -> _Row | None:
        """Return a row, None where there is none such."""
        return self._rows[number] if number is not None and 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(self.columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(self.columns[column].header)}: {self.cell(row, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[column].is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == RowRole.ICON:
            return self.icon(row, column)
        if role == RowRole.MUTED:
            return self.is_muted(row, column)
        return row if role == RowRole.ROW else None

    @abstractmethod
    def cell(self, row: _Row, column: int) -> str:
        """Return the words of a cell."""

    def icon(self, row: _Row, column: int) -> str | None:
        """Return the icon before the words of a cell."""
        return None

    def is_muted(self, row: _Row, column: int) -> bool:
        """Tell whether the words are secondary."""
        return False


class PeriodsModel(ListingModel[PeriodLine]):
    """The periods of a year with their dates, what comes next and whether their figures are closed."""

    columns = PERIOD_COLUMNS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = date.min

    def show_lines(self, lines: Sequence[PeriodLine], today: date) -> None:
        """Show the periods of another year, or as of another day."""
        self._today = today
        self.show_rows(lines)

    def row_of(self, key: str) -> int | None:
        """Return where a period stands, None where it is not shown."""
        return next((number for number, line in enumerate(self._rows) if line.period.key == key), None)

    def cell(self, row: PeriodLine, column: int) -> str:
        period = row.period
        dates = (period.hand_in, period.figures, period.submitted, period.sent)
        if column == 0:
            return translated("{} (ngày đặt riêng)").format(period.title) if row.is_own else period.title
        if column == 1:
            return window_words(period)
        if column == len(PERIOD_COLUMNS) - 2:
            return left_words(period, self._today)
        return state_words(row) if column == len(PERIOD_COLUMNS) - 1 else show_day(dates[column - 2])

    def icon(self, row: PeriodLine, column: int) -> str | None:
        if column != len(PERIOD_COLUMNS) - 1:
            return None
        return "lock" if row.is_locked else "lock-open"

    def is_muted(self, row: PeriodLine, column: int) -> bool:
        return column == 1


class FiguresModel(ListingModel[FigureLine]):
    """The figures that were kept beside those of now: of each plan first what differs; a plan is named once."""

    columns = FIGURE_COLUMNS

    def show_figures(self, lines: Sequence[FigureLine]) -> None:
        """Show other figures."""
        plans = list(dict.fromkeys(line.plan for line in lines))
        self.show_rows(sorted(lines, key=lambda line: (plans.index(line.plan), not line.differs)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, above = self.row(index.row()), self.row(index.row() - 1)
        is_named = row is not None and above is not None and above.plan == row.plan
        if role == Qt.ItemDataRole.DisplayRole and not index.column() and is_named:
            return ""
        return super().data(index, role)

    def cell(self, row: FigureLine, column: int) -> str:
        if column == len(FIGURE_COLUMNS) - 1:
            return translated("Khác") if row.differs else translated("Như lúc chốt")
        if not column:
            return row.plan
        figures = {2: row.kept, 3: row.present}
        if column in figures:
            figure = figures[column]
            return "–" if figure is None else str(figure)
        return row.words

    def icon(self, row: FigureLine, column: int) -> str | None:
        return "circle-alert" if row.differs and column == len(FIGURE_COLUMNS) - 1 else None

    def is_muted(self, row: FigureLine, column: int) -> bool:
        return not column or (not row.differs and column == len(FIGURE_COLUMNS) - 1)


class RulesModel(ListingModel[PeriodRule]):
    """The rules by which the periods of a year are made."""

    columns = RULE_COLUMNS

    def cell(self, row: PeriodRule, column: int) -> str:
        if not column:
            return rule_title(row)
        if column == len(RULE_COLUMNS) - 1:
            return translated("Có") if row.is_regular else translated("Khi có yêu cầu")
        return rule_day_words(getattr(row, list(DAY_WORDS)[column - 1]))
