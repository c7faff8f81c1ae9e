"""Fields of forms; nothing completes itself inside a line, what is offered stands in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QWidget

from cchc_desktop.domain.days import read_short_day, show_day
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.ui.widgets.day_field import day_width
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.text_fields import LineField, LinesField

_PARAGRAPH_LINES = 5


class DateField(LineField):
    """One day as an office types it ('1/7/2025', '01/07/2025', '1/7' of the plan's year), or nothing."""

    def __init__(self, name: str, parent: QWidget, year: Callable[[], int]) -> None:
        super().__init__(name, parent)
        self._year = year
        self.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._write_out)

    def day(self) -> date | None:
        """Return the typed day, None where there is none or a wrong one."""
        try:
            return read_short_day(self.text(), date(self._year(), 1, 1))
        except ValueError:
            return None

    def is_wrong(self) -> bool:
        """Tell whether something is typed that is no day."""
        return bool(self.text().strip()) and self.day() is None

    def show_date(self, day: date | None) -> None:
        """Show a day; None empties the field."""
        if day is None or day != self.day():
            self.setText(show_day(day) if day else "")

    def sizeHint(self) -> QSize:
        return QSize(day_width(self), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _write_out(self) -> None:
        day = self.day()
        if day is not None and self.text() != show_day(day):
            self.setText(show_day(day))


class ParagraphsField(LinesField):
    """Paragraphs, one per line as typed, that wrap at the field's width and scroll."""

    def __init__(self, name: str, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(name, parent, placeholder)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _PARAGRAPH_LINES + 8)


class ChoiceCombo(ElidedCombo):
    """A closed list of values with their words; the wheel changes it only where it has the focus."""

    def __init__(self, name: str, parent: QWidget, letters: int = 24) -> None:
        super().__init__(name, letters, parent)
        self._values: list[Any] = []

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Replace the list; the first value is chosen, and nobody is told."""
        blocked = self.blockSignals(True)
        self.clear()
        self._values = []
        for value, words in choices:
            self._values.append(value)
            self.addItem(words)
        self.blockSignals(blocked)

    def choose(self, value: Any) -> None:
        """Choose a value without telling anyone; one that is not offered leaves the choice as it is."""
        if value in self._values:
            blocked = self.blockSignals(True)
            self.setCurrentIndex(self._values.index(value))
            self.blockSignals(blocked)

    def value(self) -> Any:
        """Return the chosen value, None where nothing is offered."""
        return self._values[self.currentIndex()] if 0 <= self.currentIndex() < len(self._values) else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class OfferField(QComboBox):
    """A line of free text with a list of offers that opens on demand; `picked` carries the number of an offer."""

    picked = Signal(int)
    edited = Signal()
    """The words changed, typed or picked."""

    def __init__(self, name: str, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(parent)
        self._line = LineField(name, self, placeholder)
        self.setLineEdit(self._line)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's own would complete inside the line
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)
        self._line.textChanged.connect(self.edited)
        self.activated.connect(self.picked)

    def offer(self, offers: Sequence[str]) -> None:
        """Replace the offers; what is typed stays."""
        typed = self._line.text()
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems(list(dict.fromkeys(offers)))
        self.setCurrentIndex(-1)
        self._line.setText(typed)
        self.blockSignals(blocked)

    def words(self) -> str:
        """Return what was typed: NFC, without blanks around it."""
        return nfc(self._line.text()).strip()

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._line.show_words(words)

    def line(self) -> LineField:
        """Return the line in which is typed."""
        return self._line

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # words that were typed are never rolled away


def or_none(words: str) -> str | None:
    """Return words, None for none."""
    return words or None
