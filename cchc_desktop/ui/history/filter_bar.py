"""The bar above the history: which words, plan, kind, person, days and row; it says what is wanted, no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.reads import PlanChoice
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.search_field import SearchField

_CONTROL_HEIGHT = 28
_TYPING_MS = 250
_GAP, _SIDE = 8, 8
_LONGEST_CHIP = 480
"""Pixels of a row's name on its chip; the tooltip has all of it."""
_ABREAST, _STACKED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_OPEN_PLAN = 0
"""Stands among the plans' ids for the plan that is open at the time."""


class HistoryFilterBar(QWidget):
    """Emits `changed` when something else is wanted; a day that is no day is left out of the filter, and that told."""

    changed = Signal()
    left = Signal()
    """The search field was left towards the list (Enter, Up, Down)."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._search = SearchField(self.tr("Tìm trong nhật ký"), self.tr("Tìm (Ctrl+F)"), self)
        self._search.setMinimumWidth(120)
        self._plans = ElidedCombo(self.tr("Kế hoạch"), 14, self)
        self._kinds = ElidedCombo(self.tr("Loại nội dung"), 11, self)
        self._people = ElidedCombo(self.tr("Người thực hiện"), 9, self)
        self._first = DayField(self.tr("Từ ngày"), today, self)
        self._last = DayField(self.tr("Đến ngày"), today, self)
        self._doubt = QLabel(self)
        self._doubt.setObjectName("doubt")
        self._doubt.setWordWrap(True)
        self._row: tuple[EntityKind, int] | None = None
        self._chip = QPushButton(self)
        self._chip.clicked.connect(lambda: self.show_row(None))
        self._clear = QPushButton(self.tr("Xóa lọc"), self)
        self._clear.clicked.connect(self.clear)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._rows = QBoxLayout(_ABREAST)
        self._fill_choices()
        self._lay_out()
        self._connect()
        self._show_state()

    def wanted(self, plan_id: int | None) -> HistoryFilter:
        """Return what to list; `plan_id` is the open plan."""
        chosen = self._plans.currentData()
        return HistoryFilter(
            plan_id=plan_id if chosen == _OPEN_PLAN else chosen,
            words=self._search.text().strip(),
            who=self._people.currentData(),
            first_day=self._first.day(),
            last_day=self._last.day(),
            kind=self._kinds.currentData(),
            row=self._row,
        )

    def show_row(self, row: tuple[EntityKind, int] | None, name: str = "") -> None:
        """Want what concerns one row alone, and say so on a chip that takes it back; None: any row."""
        if row is not None:
            self._forget_wishes()
        self._row = row
        self._show_chip(name)
        self._tell()

    def _show_chip(self, name: str) -> None:
        whole = f"{words.KIND_WORDS[self._row[0]]}: {name}" if self._row else ""
        short = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, _LONGEST_CHIP)
        self._chip.setText(f"{short}  ✕".replace("&", "&&"))
        self._chip.setToolTip(self.tr("{}\nBấm để bỏ lọc theo nội dung này.").format(whole))
        self._chip.setAccessibleName(self.tr("Bỏ lọc {}").format(whole))
        self._chip.setProperty("whole", whole)
        self._chip.setVisible(bool(self._row))

    def is_active(self) -> bool:
        """Tell whether anything is left out."""
        return self._plans.currentIndex() > 0 or self.wanted(None) != HistoryFilter()

    def words(self, plan_title: str) -> str:
        """Return the filter in words, for a printed list, '' for none; `plan_title` is the open plan's."""
        wanted = self.wanted(None)
        plan = plan_title if self._plans.currentData() == _OPEN_PLAN else self._plans.currentText()
        parts = [
            f"Kế hoạch: {plan}" if self._plans.currentIndex() > 0 else "",
            f"Loại nội dung: {self._kinds.currentText().lower()}" if wanted.kind else "",
            f"Người thực hiện: {wanted.who}" if wanted.who else "",
            f"Từ ngày {show_day(wanted.first_day)}" if wanted.first_day else "",
            f"Đến ngày {show_day(wanted.last_day)}" if wanted.last_day else "",
            f"Có chữ “{wanted.words}”" if wanted.words else "",
            str(self._chip.property("whole")) if wanted.row else "",
        ]
        return "; ".join(filter(None, parts))

    def doubt(self) -> str:
        """Return what is said about the days, '' for nothing."""
        return self._doubt.text()

    def show_people(self, people: Sequence[str]) -> None:
        """Offer these people; the chosen one stays chosen."""
        _offer(self._people, 1, [(name, name) for name in people])

    def show_plans(self, plans: Sequence[PlanChoice]) -> None:
        """Offer these plans; the chosen one stays chosen."""
        _offer(self._plans, 2, [(plan.words, plan.id) for plan in plans])

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def has_search_focus(self) -> bool:
        """Tell whether the cursor is in an empty search field: nobody is typing there."""
        return self._search.hasFocus() and not self._search.text()

    def clear(self) -> None:
        """Want everything again."""
        self._forget_wishes()
        self._row = None
        self._show_chip("")
        self._tell()

    def _forget_wishes(self) -> None:
        for widget in (self._search, *self._choices()):
            widget.blockSignals(True)
        self._search.clear()
        for field in (self._first, self._last):
            field.clear()
        for choice in self._choices():
            choice.setCurrentIndex(0)
        for widget in (self._search, *self._choices()):
            widget.blockSignals(False)
        self._typing.stop()

    # --- building

    def _choices(self) -> tuple[QComboBox, ...]:
        return self._plans, self._kinds, self._people

    def _fill_choices(self) -> None:
        self._plans.addItem(self.tr("Mọi kế hoạch"), None)
        self._plans.addItem(self.tr("Kế hoạch đang mở"), _OPEN_PLAN)
        self._kinds.addItem(self.tr("Mọi nội dung"), None)
        for kind, name in words.KIND_WORDS.items():
            self._kinds.addItem(name, kind)
        self._people.addItem(self.tr("Mọi người"), None)

    def _lay_out(self) -> None:
        wanted = QHBoxLayout()
        wanted.addWidget(self._search, 3)
        for choice, share in zip(self._choices(), (3, 1, 2), strict=True):
            wanted.addWidget(choice, share)
        days = QHBoxLayout()
        for name, field in ((self.tr("Từ"), self._first), (self.tr("đến"), self._last)):
            days.addWidget(QLabel(name, self))
            days.addWidget(field)
        days.addWidget(self._clear)
        days.addStretch()
        self._parts = wanted, days
        for row in (wanted, days, self._rows):
            row.setSpacing(_GAP)
        self._rows.addLayout(wanted, 1)
        self._rows.addLayout(days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 4, _SIDE, 4)
        layout.setSpacing(4)
        layout.addLayout(self._rows)
        layout.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._doubt)
        self._show_chip("")
        height = max(_CONTROL_HEIGHT, self.fontMetrics().height() + 10)
        for widget in (self._search, *self._choices(), self._first, self._last, self._clear, self._chip):
            widget.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the days into a second line where the letters are too large for one."""
        super().resizeEvent(event)
        needed = sum(part.minimumSize().width() for part in self._parts) + _GAP + 2 * _SIDE
        self._rows.setDirection(_ABREAST if needed <= self.width() else _STACKED)

    def minimumSizeHint(self) -> QSize:
        """Return what the wider line needs: a second one is always to be had."""
        least = max(part.minimumSize().width() for part in self._parts) + 2 * _SIDE
        return QSize(least, super().minimumSizeHint().height())

    def _connect(self) -> None:
        self._typing.timeout.connect(self._tell)
        self._search.textChanged.connect(lambda _: self._typing.start())
        self._search.escaped.connect(self._search.clear)
        self._search.entered.connect(self.left)
        self._search.stepped.connect(lambda _: self.left.emit())
        for choice in self._choices():
            choice.currentIndexChanged.connect(lambda _: self._tell())
        for field in (self._first, self._last):
            field.settled.connect(self._tell)

    # --- telling

    def _tell(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        self._doubt.setText(self._doubt_words())
        self._doubt.setVisible(bool(self._doubt.text()))
        self._clear.setEnabled(self.is_active() or bool(self._doubt.text()))

    def _doubt_words(self) -> str:
        wrong = [field.wrong_words() for field in (self._first, self._last) if field.wrong_words()]
        if wrong:
            typed = self.tr(" và ").join(f"“{text}”" for text in wrong)
            return self.tr("{} không phải là ngày nên chưa được lọc. Nhập như 1/7 hoặc 01/07/2025.").format(typed)
        first, last = self._first.day(), self._last.day()
        if first is not None and last is not None and first > last:
            return self.tr("Ngày đầu đứng sau ngày cuối nên không có thao tác nào.")
        return ""


def _offer(choice: QComboBox, kept: int, entries: Sequence[tuple[str, object]]) -> None:
    """Put entries behind the first ones, which are kept; what is chosen stays chosen, if need be as the last entry."""
    chosen, text = choice.currentData(), choice.currentText()
    offered = list(entries)
    if choice.currentIndex() >= kept and chosen not in [data for _, data in entries]:
        offered.append((text, chosen))
    choice.blockSignals(True)
    before = choice.currentIndex()
    while choice.count() > kept:
        choice.removeItem(kept)
    for words_of_entry, data in offered:
        choice.addItem(words_of_entry, data)
        choice.setItemData(choice.count() - 1, words_of_entry, Qt.ItemDataRole.ToolTipRole)
    choice.setCurrentIndex(before if before < kept else choice.findData(chosen))
    choice.view().setMinimumWidth(min(480, choice.view().sizeHintForColumn(0) + 32))
    choice.blockSignals(False)
