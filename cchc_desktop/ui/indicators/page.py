"""The screen Chỉ tiêu: the bar, the grid of values with what it sums up to, and the pane of the chosen indicator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.services.indicator_sheet import IndicatorSheet, MeasuredIndicator
from cchc_desktop.ui.indicators.bar import IndicatorBar
from cchc_desktop.ui.indicators.evidence_row import EvidenceMaker
from cchc_desktop.ui.indicators.grid_pane import GridPane
from cchc_desktop.ui.indicators.notices import NoticeStrips
from cchc_desktop.ui.indicators.pane import IndicatorPane
from cchc_desktop.ui.indicators.typed import TypedValue
from cchc_desktop.ui.next_part import Part
from cchc_desktop.ui.widgets.stops import order_stops

_ON_CELLS = frozenset({"paste", "clear"})
_ON_ROW = frozenset({"edit", "correct", "delete"})
_PANE_SHARE = 0.37
"""The most of the page's width that the pane takes by itself."""


class IndicatorsPage(QWidget):
    """Puts the parts together; it knows no database. `typed` carries all `TypedValue`s of one deed."""

    refresh_wanted = Signal()
    typed = Signal(object)
    add_wanted = Signal()
    edit_wanted = Signal(object)
    """A `MeasuredIndicator`, as in the next two."""
    correct_wanted = Signal(object)
    delete_wanted = Signal(object)
    near_wanted = Signal()

    def __init__(
        self, today: Callable[[], date], evidence: EvidenceMaker | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._period: str | None = None
        self._is_editable = True
        self._is_shared = False
        self.bar = IndicatorBar(self)
        self.strips = NoticeStrips(self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)  # each part is made where it stays: moving is slow
        self.grid = GridPane(self._split)
        self.table = self.grid.table
        self.pane = IndicatorPane(today, evidence, self._split)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    # --- what is shown

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def show_sheet(self, sheet: IndicatorSheet | None) -> None:
        """Show what was read; choice, place and what is being typed stay."""
        before = self.sheet()
        if before is not None and (sheet is None or sheet.plan.id != before.plan.id):
            self.pane.form.commit()  # about the plan that goes
        self.grid.show_sheet(sheet)

    def set_editable(self, is_editable: bool) -> None:
        """Let the data be changed, or only be looked at."""
        self._is_editable = is_editable
        self._enable()

    def show_refusal(self, sentence: str) -> None:
        """Say in place why something was not done; '' says nothing any more."""
        self.strips.show_refusal(sentence)

    def show_indicator(self, indicator_id: int) -> None:
        """Go to an indicator; a filter that hides it gives way."""
        if self.table.grid.row_of(indicator_id) is None:
            self.bar.clear_filter()
            self.grid.open_all()
        self.table.choose(indicator_id, self._period)

    def current(self) -> MeasuredIndicator | None:
        """Return the chosen indicator."""
        return self.table.grid.indicator(self.table.currentIndex().row())

    def period(self) -> ReportingPeriod | None:
        """Return the period that is being entered."""
        sheet = self.sheet()
        return next((one for one in sheet.periods if one.key == self._period), None) if sheet is not None else None

    def sheet(self) -> IndicatorSheet | None:
        """Return what is shown."""
        return self.grid.sheet

    # --- what was typed

    def keep(self, values: Sequence[TypedValue]) -> list[TypedValue]:
        """Show typed values in their cells until they are stored; return them with what else waits in those cells."""
        unsaved = self.table.grid.unsaved
        unsaved.keep(values)
        self.table.grid.repaint_all()
        self._show_notices()
        return [kept for value in values if (kept := unsaved.of(value.key)) is not None]

    def stored(self, values: Sequence[TypedValue]) -> None:
        """Forget typed values that are stored; the sheet that shows them follows."""
        self.table.grid.unsaved.stored(values)
        self._show_notices()

    def refused(self, values: Sequence[TypedValue]) -> None:
        """Keep typed values in their cells, each with the reason for which it was not stored."""
        self.keep(values)
        self._show_current()

    def end_typing(self) -> None:
        """Tell what is being typed."""
        self.table.end_typing()
        self.pane.form.commit()

    def notices(self) -> list[str]:
        """Return what the strips say, from top to bottom."""
        return self.strips.sentences()

    def _show_notices(self) -> None:
        sheet = self.sheet()
        is_superior = sheet is not None and sheet.plan.superior
        self.strips.show_notices(self.table.grid.unsaved.refused(), is_superior=is_superior)

    def _retry(self) -> None:
        self.typed.emit(list(self.table.grid.unsaved.refused()))

    def _drop(self) -> None:
        self.table.grid.unsaved.drop_refused()
        self.table.grid.repaint_all()
        self._show_notices()
        self._show_current()

    # --- the chosen cell

    def _sheet_shown(self, is_other: bool) -> None:
        sheet = self.sheet()
        periods = sheet.periods if sheet is not None else ()
        if is_other or self._period not in [one.key for one in periods]:
            self._period = sheet.current if sheet is not None else None
        self.bar.offer_periods(periods, self._period)
        if is_other:
            self.grid.begin(self._period)
        self._enable()
        self._show_current()

    def _filter(self) -> None:
        self.grid.filter_by(self.bar.words(), self.bar.verdicts.values(), self._period)

    def _choose_period(self, period: str) -> None:
        self._period = period
        self.table.show_period(period)
        self._show_current()
        self.table.setFocus()  # one chooses a period to type into it

    def _current_changed(self) -> None:
        period = self.table.current_period()
        if period is not None and period != self._period:
            self._period = period
            self.bar.choose_period(period)
        self._show_current()

    def _show_current(self) -> None:
        one, period = self.current(), self.period()
        key = (one.row.id, period.key) if one is not None and period is not None else None
        kept = self.table.grid.unsaved.of(key) if key is not None else None
        self.pane.show_indicator(one, period, kept, self.table.grid)

    # --- commands

    def _enable(self) -> None:
        sheet = self.sheet()
        can_measure = self._is_editable and sheet is not None and not sheet.plan.superior
        self.grid.set_editable(can_measure=can_measure, can_add=self._is_editable and sheet is not None)
        self.pane.set_editable(can_measure)
        self._show_notices()

    def _can(self, command: str) -> bool:
        is_chosen = self.current() is not None
        if command in _ON_CELLS:
            return self.table.grid.is_editable and is_chosen
        if command in _ON_ROW or command == "copy":
            return is_chosen and (self._is_editable or command == "copy")
        return self._is_editable and (self.sheet() is not None or command == "near")

    def _run(self, command: str) -> None:
        """Carry out a command of the menus."""
        of_row = {"edit": self.edit_wanted, "correct": self.correct_wanted, "delete": self.delete_wanted}
        plain = {
            "copy": self.table.copy,
            "paste": self.table.paste,
            "clear": self.table.clear_chosen,
            "add": self.add_wanted.emit,
            "near": self.near_wanted.emit,
        }
        one = self.current()
        self.end_typing()
        if command in plain:
            plain[command]()
        elif one is not None:
            of_row[command].emit(one)

    def _pop_up(self, place: QPoint) -> None:
        self.bar.menu().popup(self.table.viewport().mapToGlobal(place))

    def parts(self) -> Sequence[Part]:
        """Return the grid, the pane and the bar."""
        return (self.table, self.table), (self.pane, self.pane.form.value), (self.bar, self.bar.search)

    # --- building

    def _lay_out(self) -> None:
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.grid)
        self._split.addWidget(self.pane)
        self._split.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.strips)
        layout.addWidget(self._split, 1)
        tools = [self.bar.search, self.bar.period, self.bar.verdicts, self.bar.more]
        order_stops([*tools, *self.strips.buttons(), self.table, self.grid.add, *self.pane.stops()])

    def showEvent(self, event: QShowEvent) -> None:
        """Give the pane its usual width when the page is first shown; what a person chose later stays."""
        super().showEvent(event)
        if not self._is_shared:
            self._is_shared = True
            wanted = min(self.pane.sizeHint().width(), int(self.width() * _PANE_SHARE))
            self._split.setSizes([self.width() - wanted, wanted])

    def _connect(self) -> None:
        table, grid = self.table, self.grid
        self.bar.grouping_chosen.connect(lambda by_agency: grid.group_by(by_agency=by_agency))
        self.bar.filter_changed.connect(self._filter)
        self.bar.period_chosen.connect(self._choose_period)
        self.bar.command_wanted.connect(self._run)
        self.bar.escaped.connect(table.setFocus)
        self.bar.set_allowed(self._can)
        self.strips.retry_wanted.connect(self._retry)
        self.strips.drop_wanted.connect(self._drop)
        grid.sheet_shown.connect(self._sheet_shown)
        grid.lines_changed.connect(self._show_current)
        grid.add_wanted.connect(self.add_wanted)
        grid.clear_wanted.connect(self.bar.clear_filter)
        table.typed.connect(self.typed)
        table.told.connect(self.show_refusal)
        table.current_changed.connect(self._current_changed)
        table.customContextMenuRequested.connect(self._pop_up)
        self.pane.typed.connect(self.typed)
        self.pane.step_wanted.connect(table.step)
        self.pane.edit_wanted.connect(lambda: self._run("edit"))
        self.pane.target_wanted.connect(lambda: self._run("correct"))
