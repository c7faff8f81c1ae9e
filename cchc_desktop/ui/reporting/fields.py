"""Fields of Kỳ báo cáo: a whole number, and a day of a rule."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from cchc_desktop.domain.followup.reporting import DayRule
from cchc_desktop.ui.reporting.words import month_words, translated
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_DIGITS = 3
_SIDES = 24
_MONTHS = range(-12, 4)


class NumberField(LineField):
    """A whole number of few digits, or nothing."""

    def __init__(self, name: str, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(name, parent, placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxLength(_DIGITS)

    def number(self) -> int | None:
        """Return the number, None where there is none or something else."""
        words = self.words()
        return int(words) if words.isascii() and words.isdigit() else None

    def is_wrong(self) -> bool:
        """Tell whether something is typed that is no number."""
        return bool(self.words()) and self.number() is None

    def show_number(self, number: int | None) -> None:
        """Show another number, None empties the field."""
        self.setText("" if number is None else str(number))

    def sizeHint(self) -> QSize:
        words = max(map(self.fontMetrics().horizontalAdvance, ("0" * _DIGITS, self.placeholderText())))
        return QSize(words + _SIDES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class RuleDayField(QWidget):
    """A day of the month and the month in which it lies, counted from the last one of the period."""

    changed = Signal()

    def __init__(self, name: str, day: DayRule, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = NumberField(translated("{}: ngày").format(name), self)
        self.day.show_number(day.day)
        self.month = ChoiceCombo(translated("{}: tháng").format(name), self, 14)
        self.month.offer((months, month_words(months)) for months in sorted({*_MONTHS, day.months}))
        self.month.choose(day.months)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel(translated("ngày"), self))
        row.addWidget(self.day)
        row.addWidget(self.month)
        row.addStretch(1)
        order_stops([self.day, self.month])
        self.day.textChanged.connect(self.changed)
        self.month.currentIndexChanged.connect(self.changed)

    def value(self) -> DayRule | None:
        """Return the day of the rule, None where the number is no day of a month."""
        number = self.day.number()
        return DayRule(number, self.month.value()) if number is not None and 1 <= number <= 31 else None

    def stops(self) -> list[QWidget]:
        """Return what Tab visits."""
        return [self.day, self.month]
