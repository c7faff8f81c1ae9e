"""A field for one day, as an office types it: '1/1', '1-1-2026', '01/01/2026'."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from cchc_desktop.domain.days import read_short_day, show_day

_WIDEST_DAY = "00/00/0000"
_SIDES = 22
"""Edge, padding and Qt's own margin of a line, left and right together, and what scaled screens round off."""
_RIGHT_MS = 400
_WRONG_MS = 1200
"""A day that is half typed is no mistake yet."""


def day_width(field: QLineEdit) -> int:
    """Return the pixels that a field needs for a date and for its placeholder."""
    words = map(field.fontMetrics().horizontalAdvance, (_WIDEST_DAY, field.placeholderText()))
    return max(words) + _SIDES


class DayLine(QLineEdit):
    """Just wide enough for a date and for the words that say how one is typed, in every size of text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(day_width(self), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class DayField(DayLine):
    """`settled` comes after a pause in typing and when the field is left, if another text stands there since."""

    settled = Signal()

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._today = today
        self._told = ""
        self.setObjectName("search")
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _: self._pause.start(_RIGHT_MS if not self._is_unread() else _WRONG_MS))
        self.editingFinished.connect(self._finish)

    def day(self) -> date | None:
        """Return the day, None where there is none or a wrong one."""
        try:
            return read_short_day(self.text(), self._today())
        except ValueError:
            return None

    def wrong_words(self) -> str:
        """Return what was typed and is no day, '' while it is being typed and for none."""
        return self._told if self._told and self._is_unread() else ""

    def clear(self) -> None:
        """Empty the field without telling anyone."""
        super().clear()
        self._pause.stop()
        self._told = ""

    def _is_unread(self) -> bool:
        return bool(self.text().strip()) and self.day() is None

    def _finish(self) -> None:
        day = self.day()
        if day is not None:
            self.setText(show_day(day))
        self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.settled.emit()
