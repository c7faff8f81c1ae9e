"""The bar above the history: which words, plan, person and days; it says what is wanted and looks nothing up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.ui import icons
from cchc_desktop.ui.widgets.fields import typed_day

_CONTROL_HEIGHT = 28
_TYPING_MS = 250
_DAY_WIDTH = 104


class HistoryFilterBar(QWidget):
    """Emits `changed` when something else is wanted; a day that is no day changes nothing and says so."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._search = self._field(self.tr("Tìm trong nhật ký (Ctrl+F)"), self.tr("Tìm trong nhật ký"))
        self._search.addAction(icons.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.setMinimumWidth(180)
        self._plans = self._choice(self.tr("Kế hoạch"), [self.tr("Mọi kế hoạch"), self.tr("Kế hoạch đang mở")])
        self._people = self._choice(self.tr("Người thực hiện"), [self.tr("Mọi người")])
        self._first = self._day_field(self.tr("Từ ngày"))
        self._last = self._day_field(self.tr("Đến ngày"))
        self._doubt = QLabel(self)
        self._doubt.setObjectName("doubt")
        self._doubt.hide()
        self._clear = QPushButton(self.tr("Xóa lọc"), self)
        self._clear.clicked.connect(self.clear)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self._search.textChanged.connect(lambda _: self._typing.start())
        self._lay_out()
        self._show_state()

    def wanted(self, plan_id: int | None) -> HistoryFilter:
        """Return what to list; `plan_id` is the open plan."""
        return HistoryFilter(
            plan_id=plan_id if self._plans.currentIndex() == 1 else None,
            words=self._search.text().strip(),
            who=self._people.currentData(),
            first_day=typed_day(self._first),
            last_day=typed_day(self._last),
        )

    def is_active(self) -> bool:
        """Tell whether anything is left out."""
        return self._plans.currentIndex() == 1 or self.wanted(None) != HistoryFilter()

    def follows_plan(self) -> bool:
        """Tell whether only the open plan's operations are wanted."""
        return self._plans.currentIndex() == 1

    def words(self, plan_title: str) -> str:
        """Return the filter in words, for a printed list; '' where nothing is left out."""
        wanted = self.wanted(None)
        parts = [
            f"Kế hoạch: {plan_title}" if self.follows_plan() else "",
            f"Người thực hiện: {wanted.who}" if wanted.who else "",
            f"Từ ngày {show_day(wanted.first_day)}" if wanted.first_day else "",
            f"Đến ngày {show_day(wanted.last_day)}" if wanted.last_day else "",
            f"Có chữ “{wanted.words}”" if wanted.words else "",
        ]
        return "; ".join(filter(None, parts))

    def show_people(self, people: Sequence[str]) -> None:
        """Offer these people; the chosen one stays chosen."""
        chosen = self._people.currentData()
        self._people.blockSignals(True)
        while self._people.count() > 1:
            self._people.removeItem(1)
        for name in people if chosen is None or chosen in people else [*people, chosen]:
            self._people.addItem(name, name)
        self._people.setCurrentIndex(max(0, self._people.findData(chosen)))
        self._people.blockSignals(False)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear(self) -> None:
        """Want everything again."""
        for field in (self._search, self._first, self._last):
            field.clear()
        for choice in (self._plans, self._people):
            choice.setCurrentIndex(0)
        self._typing.stop()
        self._tell()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._search, 2)
        layout.addWidget(self._plans)
        layout.addWidget(self._people)
        for words, field in ((self.tr("Từ"), self._first), (self.tr("đến"), self._last)):
            layout.addWidget(QLabel(words, self))
            layout.addWidget(field)
        layout.addWidget(self._doubt)
        layout.addStretch(1)
        layout.addWidget(self._clear)
        height = max(_CONTROL_HEIGHT, self.fontMetrics().height() + 10)
        for widget in (self._search, self._plans, self._people, self._first, self._last, self._clear, self._doubt):
            widget.setFixedHeight(height)

    def _field(self, hint: str, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName("search")
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        return field

    def _day_field(self, name: str) -> QLineEdit:
        field = self._field(self.tr("ngày/tháng/năm"), name)
        field.setFixedWidth(max(_DAY_WIDTH, self.fontMetrics().horizontalAdvance(field.placeholderText()) + 22))
        field.textChanged.connect(lambda _: self._day_typed(field))
        field.editingFinished.connect(self._show_state)
        return field

    def _choice(self, name: str, entries: Sequence[str]) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        choice.setMaximumWidth(220)
        for entry in entries:
            choice.addItem(entry)
        choice.currentIndexChanged.connect(lambda _: self._tell())
        return choice

    def _day_typed(self, field: QLineEdit) -> None:
        if not field.text().strip() or typed_day(field) is not None:
            self._tell()

    def _tell(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        wrong = [field for field in (self._first, self._last) if field.text().strip() and typed_day(field) is None]
        days = [day for day in (typed_day(self._first), typed_day(self._last)) if day is not None]
        self._doubt.setText(self._doubt_words(bool(wrong), days))
        self._doubt.setVisible(bool(self._doubt.text()))
        self._clear.setEnabled(self.is_active() or bool(wrong))

    def _doubt_words(self, is_wrong: bool, days: list[date]) -> str:
        if is_wrong:
            return self.tr("Nhập ngày như 01/07/2025")
        if len(days) == 2 and days[0] > days[1]:
            return self.tr("Ngày đầu đứng sau ngày cuối")
        return ""
