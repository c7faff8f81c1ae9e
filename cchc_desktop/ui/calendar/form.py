"""The line below the list in which a day is typed: date, name, off or make-up; Enter stores it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.segments import Segments
from cchc_desktop.ui.widgets.text_fields import LineField

_LETTERS = 28


class DayForm(QWidget):
    """Shows a day or an empty line for a new one; `typed` brings the day as it is to be stored."""

    typed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: DayOff | None = None
        self._is_editable = True
        self.day = DayField(self.tr("Ngày"), today, self)
        self.name = _NameField(self.tr("Tên ngày"), self, self.tr("Tên ngày nghỉ hoặc lý do làm bù"))
        self.kind = Segments((self.tr("Ngày nghỉ"), self.tr("Làm bù")), self)
        self.kind.setAccessibleName(self.tr("Loại"))
        self._worked = False
        self.save = QPushButton(self.tr("Thêm"), self)
        self.doubt = plain_label(parent=self, style="doubt")
        self.doubt.hide()
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        for name, field in ((self.tr("Ngày"), self.day), (self.tr("Tên"), self.name)):
            label = QLabel(name, self)
            label.setObjectName("fieldName")
            label.setBuddy(field)
            flow.addWidget(label)
            flow.addWidget(field)
        flow.addWidget(self.kind)
        flow.addWidget(self.save)
        self._connect()

    def show_day(self, day: DayOff | None) -> None:
        """Show a day that is kept, None: an empty line for a new one; what is typed of the same one stays."""
        if day == self._shown and day is not None:
            return
        self._shown = day
        self.day.setText(show_day(day.day) if day else "")
        self.name.show_words(day.name if day else "")
        self._worked = day.worked if day else False
        self.kind.check(int(self._worked))
        self.save.setText(self.tr("Lưu") if day else self.tr("Thêm"))
        self.show_doubt("")

    def shown(self) -> DayOff | None:
        """Return the day that is shown, None for a new one."""
        return self._shown

    def has_typed(self) -> bool:
        """Tell whether something stands here that is not stored."""
        if self._shown is None:
            return bool(self.day.text().strip() or self.name.words())
        day = self.day.day()
        return day is None or replace(self._shown, day=day, name=self.name.words(), worked=self._worked) != self._shown

    def store(self) -> bool:
        """Store what is typed; False, with the reason beside it, where it cannot be."""
        if not self.has_typed():
            return True
        day, name = self.day.day(), self.name.words()
        if day is None:
            self.show_doubt(self.tr("Cần nhập ngày, như 02/09/2026."))
            return False
        if not name:
            self.show_doubt(self.tr("Cần nhập tên của ngày."))
            return False
        self.show_doubt("")
        typed = DayOff(day, name, self._worked)
        self.typed.emit(replace(self._shown, day=day, name=name, worked=self._worked) if self._shown else typed)
        return True

    def show_doubt(self, sentence: str) -> None:
        """Say in place why a day was not stored; '' says nothing any more."""
        self.doubt.setText(sentence)
        self.doubt.setVisible(bool(sentence))

    def set_editable(self, is_editable: bool) -> None:
        """Let days be typed, or only be looked at."""
        self._is_editable = is_editable
        self.setEnabled(is_editable)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        segments = [child for child in self.kind.children() if isinstance(child, QWidget)]
        return [self.day, self.name, *segments, self.save]

    def _connect(self) -> None:
        self.save.clicked.connect(self.store)
        self.day.returnPressed.connect(self.store)
        self.name.returnPressed.connect(self.store)
        self.kind.chosen.connect(self._choose_kind)

    def _choose_kind(self, number: int) -> None:
        self._worked = bool(number)
        if self._shown is not None:
            self.store()


class _NameField(LineField):
    """As wide as a name needs."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().averageCharWidth() * _LETTERS + 40)
        return hint
