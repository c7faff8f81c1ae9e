"""The period and the title of a new plan: proposed by a kind and a year, every word and day still to be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from cchc_desktop.domain.periods import Period
from cchc_desktop.ui.plans.period_choice import CHOICE_WORDS, PeriodChoice, choice_of, period_of, title_for, years_of
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo, DateField
from cchc_desktop.ui.widgets.text_fields import LineField

_FIRST_YEAR, _LAST_YEAR = 2011, 2060
_MOST_YEARS = 10

Titled = Callable[[Period], str]
"""Proposes a title for a period."""


class PeriodForm(QWidget):
    """`changed` tells of every change; the title follows the period until a person types one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titled: Titled = title_for
        self._own_year = False
        self._own_title = False
        self.kind = ChoiceCombo(self.tr("Loại kế hoạch"), self, 18)
        self.kind.offer((choice, CHOICE_WORDS[choice]) for choice in PeriodChoice)
        self.year = ChoiceCombo(self.tr("Năm bắt đầu"), self, 6)
        self.year.offer((year, str(year)) for year in range(_FIRST_YEAR, _LAST_YEAR + 1))
        self.years = ChoiceCombo(self.tr("Số năm của giai đoạn"), self, 8)
        self.years.offer((count, self.tr("{} năm").format(count)) for count in range(2, _MOST_YEARS + 1))
        self.years.choose(5)
        self.start = DateField(self.tr("Từ ngày"), self, self.year.value)
        self.end = DateField(self.tr("Đến ngày"), self, self.year.value)
        self.title = LineField(self.tr("Tên kế hoạch"), self)
        self._doubt = plain_label(parent=self, style="doubt")
        self._lay_out()
        self._connect()
        self._check()

    def propose(self, period: Period, titled: Titled) -> None:
        """Offer a period and its title; a year or a title that a person chose stays."""
        self._titled = titled
        self.kind.choose(choice_of(period))
        for field, value in ((self.year, period.start.year), (self.years, years_of(period))):
            if field is not self.year or not self._own_year:
                field.choose(value)
        if self._own_year and (wanted := self._wanted()) is not None:
            period = wanted
        self._show_period(period)

    def period(self) -> Period | None:
        """Return the typed period, None where it is none."""
        start, end = self.start.day(), self.end.day()
        return Period(start, end) if start and end and start <= end else None

    def words(self) -> str:
        """Return the typed title."""
        return self.title.words()

    def is_valid(self) -> bool:
        """Tell whether a plan can have this title and this period."""
        return bool(self.words()) and self.period() is not None

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.kind, self.year, self.years, self.start, self.end, self.title]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        lines: tuple[tuple[str, QWidget, tuple[QWidget | str | None, ...]], ...] = (
            (self.tr("Loại"), self.kind, ()),
            (self.tr("Năm"), self.year, (self.years, None)),
            (self.tr("Từ ngày"), self.start, (self.tr("đến ngày"), self.end, None)),
        )
        for row, (words, field, more) in enumerate(lines):
            label = QLabel(words, self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addLayout(_row((field, *more), self), row, 1)
        name = QLabel(self.tr("Tên kế hoạch"), self)
        name.setBuddy(self.title)
        grid.addWidget(name, 3, 0, 1, 2)
        grid.addWidget(self.title, 4, 0, 1, 2)
        grid.addWidget(self._doubt, 5, 0, 1, 2)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._chosen)
        self.year.currentIndexChanged.connect(self._year_chosen)
        self.years.currentIndexChanged.connect(self._chosen)
        for field in (self.start, self.end):
            field.textEdited.connect(self._days_typed)
            field.textChanged.connect(self._check)
        self.title.textEdited.connect(self._title_typed)
        self.title.textChanged.connect(self._check)

    def _year_chosen(self) -> None:
        self._own_year = True
        self._chosen()

    def _chosen(self) -> None:
        period = self._wanted()
        if period is not None:
            self._show_period(period)
        self._check()

    def _wanted(self) -> Period | None:
        return period_of(self.kind.value(), self.year.value(), self.years.value())

    def _show_period(self, period: Period) -> None:
        self.start.show_date(period.start)
        self.end.show_date(period.end)
        self._follow(period)
        self._check()

    def _days_typed(self) -> None:
        """Let the kind say what the typed days are."""
        period = self.period()
        if period is not None:
            self.kind.choose(choice_of(period))
            if choice_of(period) is not PeriodChoice.OTHER:
                self.year.choose(period.start.year)
                self.years.choose(years_of(period))
            self._follow(period)
            self._check()

    def _title_typed(self) -> None:
        self._own_title = bool(self.words())

    def _follow(self, period: Period) -> None:
        if not self._own_title and not self.title.is_composing():
            self.title.show_words(self._titled(period))

    def _check(self) -> None:
        choice = self.kind.value()
        self.year.setEnabled(choice is not PeriodChoice.OTHER)
        self.years.setVisible(choice is PeriodChoice.SEVERAL_YEARS)
        words = self._doubt_words()
        self._doubt.setText(words)
        self._doubt.setVisible(bool(words))
        self.changed.emit()

    def _doubt_words(self) -> str:
        for field in (self.start, self.end):
            if field.is_wrong():
                return self.tr("“{}” không phải là ngày; nhập như 01/07/2025.").format(field.text().strip())
        start, end = self.start.day(), self.end.day()
        if start is None or end is None:
            return self.tr("Cần nhập ngày bắt đầu và ngày kết thúc của kế hoạch.")
        if end < start:
            return self.tr("Ngày kết thúc đứng trước ngày bắt đầu.")
        return "" if self.words() else self.tr("Cần nhập tên kế hoạch.")


def _row(parts: tuple[QWidget | str | None, ...], parent: QWidget) -> QHBoxLayout:
    """Return widgets and words in a row; None is the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(QLabel(part, parent) if isinstance(part, str) else part)
    return row

