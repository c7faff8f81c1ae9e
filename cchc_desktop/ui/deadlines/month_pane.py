"""The left of the screen: the month with its buttons, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.reporting import PeriodStep, ReportingPeriod
from cchc_desktop.services.followup import DueLine
from cchc_desktop.ui.deadlines.calendar import MonthCalendar
from cchc_desktop.ui.deadlines.month import lines_by_day, month_days, shifted, steps_by_day
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.small_button import small_button


class MonthPane(QWidget):
    """Shows one month; `chosen` brings the day that was clicked or entered."""

    chosen = Signal(object)
    days_off_wanted = Signal(int)
    """The days off of a year are to be filled in."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._month = today().replace(day=1)
        self._lines: Mapping[date, Sequence[DueLine]] = {}
        self._steps: Mapping[date, Sequence[tuple[PeriodStep, ReportingPeriod]]] = {}
        self._calendar: DaysOff | None = None
        self.calendar = MonthCalendar(today, self)
        self._before = small_button("chevron-left", self.tr("Tháng trước"), self)
        self._after = small_button("chevron-right", self.tr("Tháng sau"), self)
        self._title = QLabel(self)
        self._title.setObjectName("strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._now = QPushButton(self.tr("Hôm nay"), self)
        self._missing = LinkButton("", self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.calendar)
        self.show_month(today())

    def show_lines(
        self, lines: Sequence[DueLine], periods: Sequence[ReportingPeriod], calendar: DaysOff | None
    ) -> None:
        """Show other milestones, reports and days off in the month that is shown."""
        self._lines, self._steps, self._calendar = lines_by_day(lines), steps_by_day(periods), calendar
        self._show()

    def show_month(self, day: date) -> None:
        """Show the month of a day and let the keys go on from it."""
        self._month = day.replace(day=1)
        self._show()
        self.calendar.go_to(day)

    def mark(self, day: date | None, *, follow: bool) -> None:
        """Tint a day; `follow` shows its month where it is not shown."""
        if follow and day is not None and not self.calendar.days.index_of(day).isValid():
            self.show_month(day)
        self.calendar.mark(day)

    def month(self) -> date:
        """Return the first day of the month that is shown."""
        return self._month

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self._before, self._after, self._now, self._missing, self.calendar]

    def missing(self) -> int | None:
        """Return the year that is shown where its days off were not filled in; years that are over ask for nothing."""
        year = self._month.year
        is_asked = self._calendar is not None and year >= self._today().year
        return year if is_asked and self._calendar is not None and not self._calendar.has_own(year) else None

    def _show(self) -> None:
        self._missing.setVisible(self.missing() is not None)
        self._missing.setText(self.tr("Chưa nhập ngày nghỉ năm {}").format(self._month.year))
        self._title.setText(self.tr("Tháng {}/{}").format(self._month.month, self._month.year))
        self.calendar.setAccessibleName(self.tr("Lịch tháng {}/{}").format(self._month.month, self._month.year))
        self.calendar.days.show_days(month_days(self._month, self._lines, self._steps, self._calendar))

    def _step(self, months: int) -> None:
        day = self.calendar.current_day()
        target = shifted(self._month, months)
        is_kept = day is not None and day.month == self._month.month and day.day <= 28
        self.show_month(target.replace(day=day.day) if is_kept and day is not None else target)

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(1))
        self._now.clicked.connect(lambda: self.show_month(self._today()))
        self._missing.clicked.connect(lambda: self.days_off_wanted.emit(self._month.year))
        self.calendar.months_wanted.connect(self._step)
        self.calendar.moved.connect(self.show_month)
        self.calendar.chosen.connect(self.chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 4)
        head.setSpacing(8)
        for widget in (self._before, self._title, self._after, self._now):
            head.addWidget(widget)
        head.addStretch(1)
        missing = QHBoxLayout()
        missing.setContentsMargins(8, 0, 8, 2)
        missing.addWidget(self._missing)
        missing.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(missing)
        layout.addWidget(self.calendar, 1)
