"""Asks how much of the log to keep: what goes can no longer be undone, which is why this is a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.days import read_short_day, show_day
from cchc_desktop.domain.history import LogSize
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.destructive import DestructiveButton
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.wordy_dialog import WordyDialog

_MONTHS = (6, 12, 24)
_BY_DATE = 0


@dataclass(frozen=True, slots=True)
class CutChoice:
    """Forget what is older than a day; `months` where the log is to be kept so long from now on, else None."""

    before: date
    months: int | None


class CutDialog(WordyDialog):
    """Takes the size of the log and today's date; `chosen` carries a `CutChoice`."""

    chosen = Signal(object)

    def __init__(self, size: LogSize, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Dọn bớt nhật ký"))
        self.setMinimumWidth(560)
        self._today = today
        self._size = size
        self._choices = QButtonGroup(self)
        self._day = QLineEdit(show_day(_months_ago(today, 12)), self)
        self._day.setAccessibleName(self.tr("Giữ từ ngày"))
        self._day.setMaximumWidth(140)
        self._from_now_on = QCheckBox(self)
        self._warning = QLabel(self)
        self._warning.setObjectName("doubt")
        self._warning.setWordWrap(True)
        self._cancel = QPushButton(self.tr("Hủy"), self)
        self._cut = DestructiveButton(self.tr("Dọn nhật ký"), "brush-cleaning", self)
        self._cut.clicked.connect(self._accept)
        self._lay_out()
        self._choices.button(self._first_choice()).setChecked(True)
        self._choices.idToggled.connect(lambda *_: self._check())
        self._day.textChanged.connect(lambda _: self._check())
        self._check()

    def choice(self) -> CutChoice | None:
        """Return what is chosen, None while no day is."""
        number = self._choices.checkedId()
        if number == _BY_DATE:
            day = self._typed_day()
            return CutChoice(day, None) if day is not None and day <= self._today else None
        return CutChoice(_months_ago(self._today, number), number if self._from_now_on.isChecked() else None)

    def _typed_day(self) -> date | None:
        try:
            return read_short_day(self._day.text(), self._today)
        except ValueError:
            return None

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(QLabel(f"{words.log_words(self._size)}.", self))
        for months in _MONTHS:
            layout.addWidget(self._radio(months, self.tr("Giữ {} tháng gần đây").format(months)))
        by_date = QHBoxLayout()
        by_date.setSpacing(8)
        by_date.addWidget(self._radio(_BY_DATE, self.tr("Giữ từ ngày")))
        by_date.addWidget(self._day)
        by_date.addStretch(1)
        layout.addLayout(by_date)
        layout.addSpacing(4)
        layout.addWidget(self._from_now_on)
        layout.addSpacing(4)
        layout.addWidget(self._warning)
        layout.addSpacing(8)
        layout.addLayout(self._button_row())
        order_stops((*self._choices.buttons(), self._day, self._from_now_on, self._cancel, self._cut))

    def _radio(self, number: int, text: str) -> QRadioButton:
        button = QRadioButton(text, self)
        self._choices.addButton(button, number)
        return button

    def _button_row(self) -> QHBoxLayout:
        self._cancel.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._cut.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._cut)
        return row

    def _check(self) -> None:
        number = self._choices.checkedId()
        self._day.setEnabled(number == _BY_DATE)
        self._from_now_on.setEnabled(number != _BY_DATE)
        self._from_now_on.setText(
            self.tr("Từ nay tự động chỉ giữ {} tháng gần đây").format(number)
            if number != _BY_DATE
            else self.tr("Từ nay tự động chỉ giữ số tháng đã chọn")
        )
        choice = self.choice()
        self._warning.setText(self._warning_words(choice))
        self._cut.setEnabled(choice is not None and self._has_older(choice.before))

    def _warning_words(self, choice: CutChoice | None) -> str:
        if choice is None:
            return self.tr("Ngày chưa đúng; nhập ngày như 01/07/2025, không sau hôm nay.")
        if not self._has_older(choice.before):
            return self.tr("Nhật ký không có thao tác nào trước ngày {}.").format(show_day(choice.before))
        return self.tr(
            "Mọi thao tác trước ngày {} sẽ mất khỏi nhật ký: không xem lại được và không hoàn tác được nữa. "
            "Việc dọn này cũng không hoàn tác được. Các kế hoạch và nhiệm vụ không thay đổi."
        ).format(show_day(choice.before))

    def _has_older(self, day: date) -> bool:
        return self._size.oldest is not None and self._size.oldest < day

    def _first_choice(self) -> int:
        """Return the longest time to keep that lets something go."""
        useful = [months for months in _MONTHS if self._has_older(_months_ago(self._today, months))]
        return max(useful, default=max(_MONTHS))

    def _accept(self) -> None:
        choice = self.choice()
        if choice is not None:
            self.chosen.emit(choice)
            self.accept()


def _months_ago(today: date, months: int) -> date:
    """Return the first day of the month that lies so many months back, as the service counts."""
    count = today.year * 12 + today.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
