"""Number and day of a paper: blank in a draft, where the registry writes them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.text_fields import LineField

_LETTERS = 8


class NumberFields(QWidget):
    """`changed` comes when another number or day stands there, once it was typed to its end."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = LineField(self.tr("Số văn bản"), self, self.tr("để trống"))
        self.number.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.day = DayField(self.tr("Ngày ký"), today, self)
        self._wrong = plain_label(parent=self, style="doubt")
        self._told: tuple[str, date | None] = ("", None)
        self._lay_out()
        self.number.editingFinished.connect(self._settled)
        self.day.settled.connect(self._settled)
        self._show_wrong()

    def value(self) -> tuple[str, date | None]:
        """Return number and day, ('', None) where there are none."""
        return self.number.words(), self.day.day()

    def show_value(self, number: str, day: date | None) -> None:
        """Show another number and day without telling anyone."""
        if (number, day) == self.value():
            return
        self.number.show_words(number)
        self.day.clear()
        blocked = self.day.blockSignals(True)
        self.day.setText(show_day(day) if day else "")
        self.day.blockSignals(blocked)
        self._told = self.value()
        self._show_wrong()

    def ask_number(self, is_asked: bool) -> None:
        """Let a number be typed, or not: several papers at once have several."""
        self.number.setVisible(is_asked)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.number, self.day]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.number, 1)
        row.addWidget(self.day)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._wrong)

    def _settled(self) -> None:
        self._show_wrong()
        if self.value() != self._told:
            self._told = self.value()
            self.changed.emit()

    def _show_wrong(self) -> None:
        wrong = self.day.wrong_words()
        self._wrong.setText(self.tr("Chưa đọc được ngày “{}”.").format(wrong) if wrong else "")
        self._wrong.setVisible(bool(wrong))
