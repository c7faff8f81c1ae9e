"""The grid with what stands in its place when there is nothing to show, and its sums below: grouped and filtered."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.services.indicator_sheet import IndicatorSheet, MeasuredIndicator
from cchc_desktop.ui import icons
from cchc_desktop.ui.indicators.lines import counts_words, grouped, matching
from cchc_desktop.ui.indicators.table import IndicatorTable
from cchc_desktop.ui.widgets.cards import bar
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.reading import ReadingLine


class GridPane(QWidget):
    """Shows the rows of a sheet; a sheet that would move rows waits until nobody types into a cell."""

    sheet_shown = Signal(bool)
    """Another sheet stands here; True: that of another plan."""
    lines_changed = Signal()
    add_wanted = Signal()
    clear_wanted = Signal()
    """All indicators are to be shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: IndicatorSheet | None = None
        self._waiting: IndicatorSheet | None = None
        self._shown: frozenset[int] = frozenset()
        self._filter: tuple[str, frozenset[str]] = ("", frozenset())
        self._closed: frozenset[str] = frozenset()
        self._by_agency = False
        self._places = QStackedWidget(self)
        self.table = IndicatorTable(self._places)
        self.table.group_toggled.connect(self._toggle)
        self.table.cells.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._show_waiting))
        self._make_places()
        self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._places, 1)
        column.addWidget(self._foot)

    # --- what is shown

    def show_sheet(self, sheet: IndicatorSheet | None) -> None:
        """Show what was read; choice, place and what is being typed stay."""
        before, self._waiting = self.sheet, None
        is_other = before is None or sheet is None or before.plan.id != sheet.plan.id
        is_moved = _shape(before) != _shape(sheet)
        if is_moved and not is_other and self.table.is_typing():
            self._waiting = sheet
            return
        self.sheet = sheet
        if is_other or is_moved:
            self._match()
        self._show_lines()
        self.sheet_shown.emit(is_other)

    def filter_by(self, words: str, verdicts: Collection[str], period: str | None) -> None:
        """Show the indicators that pass, and stand in the first one where the current one does not.

        A row does not vanish later because another value was typed into it, only when this is called again.
        """
        self._filter = (words, frozenset(verdicts))
        self._match()
        self._show_lines()
        first = next((line for line in self.table.grid.lines if isinstance(line, MeasuredIndicator)), None)
        if self.table.current_id() is None and first is not None:
            self.table.choose(first.row.id, period)

    def group_by(self, *, by_agency: bool) -> None:
        """Put the rows below their stages, or below the agencies that follow them."""
        self._by_agency, self._closed = by_agency, frozenset()
        self._show_lines()

    def open_all(self) -> None:
        """Open all groups."""
        self._closed = frozenset()
        self._show_lines()

    def begin(self, period: str | None) -> None:
        """Stand in the first indicator whose stage has begun, with a period as the last one shown."""
        sheet = self.sheet
        if sheet is not None and sheet.rows:
            self.table.end_at(period or "")
            begun = (one for one in sheet.rows if one.stage.start <= sheet.as_of)
            self.table.choose(next(begun, sheet.rows[0]).row.id, period)

    def set_editable(self, *, can_measure: bool, can_add: bool) -> None:
        """Let values be typed, and indicators be added."""
        self.table.grid.is_editable = can_measure
        self.add.setEnabled(can_add)

    # --- inside

    def _match(self) -> None:
        if self.sheet is not None:
            self._shown = matching(self.sheet, *self._filter)

    def _toggle(self, group: str) -> None:
        self._closed ^= {group}
        self._show_lines()

    def _show_lines(self) -> None:
        sheet = self.sheet
        lines = () if sheet is None else grouped(sheet, self._shown, self._closed, by_agency=self._by_agency)
        self.table.closed = self._closed
        self.table.show_sheet(sheet, lines)
        if sheet is None or not sheet.rows:
            none_open, none_there = self.tr("Chưa có kế hoạch nào đang mở."), self.tr("Kế hoạch này chưa có chỉ tiêu.")
            self._bare.set_sentence(none_open if sheet is None else none_there)
            self._places.setCurrentWidget(self._bare)
        else:
            self._places.setCurrentWidget(self.table if lines else self._nothing)
        self._counts.show_words(counts_words(sheet.rows if sheet is not None else (), len(self._shown)))
        self.lines_changed.emit()

    def _show_waiting(self) -> None:
        if self._waiting is not None and not self.table.is_typing():
            self.show_sheet(self._waiting)

    def _make_places(self) -> None:
        self._bare = EmptyState("target", "", self.tr("Thêm chỉ tiêu"), self._places)
        self._bare.activated.connect(self.add_wanted)
        self._nothing = EmptyState(
            "search", self.tr("Không có chỉ tiêu nào khớp bộ lọc."), self.tr("Xóa lọc"), self._places
        )
        self._nothing.activated.connect(self.clear_wanted)
        for place in (ReadingLine(self._places), self._bare, self._nothing, self.table):
            self._places.addWidget(place)

    def _make_foot(self) -> None:
        self._counts = ElidedLabel(self)
        self._counts.setObjectName("secondary")
        self.add = QPushButton(icons.icon("plus"), self.tr("Thêm chỉ tiêu"), self)
        self.add.clicked.connect(self.add_wanted)
        self._foot = bar([self._counts, self.add], self, is_slim=True)
        row = self._foot.layout()
        assert isinstance(row, QHBoxLayout)
        row.setStretch(0, 1)


def _shape(sheet: IndicatorSheet | None) -> object:
    """Return what decides which rows and columns there are; new values change none."""
    return ([one.row for one in sheet.rows], sheet.periods) if sheet is not None else None
