"""One rule of a schedule as a small form: its kind, and the fields that this kind has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.ui.inspector.rule_words import EVERY_WORDS, KIND_WORDS, TypedRule, rule_of, typed_of
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.link_button import LinkButton

_KINDS, _UNITS = list(KIND_WORDS), list(EVERY_WORDS)
_FIELDS: Mapping[ScheduleKind, frozenset[str]] = {
    ScheduleKind.DEADLINE: frozenset({"due", "before_due"}),
    ScheduleKind.WINDOW: frozenset({"start", "due"}),
    ScheduleKind.RECURRENCE: frozenset({"every", "months", "day", "before", "start", "due"}),
    ScheduleKind.STANDING: frozenset({"start", "due"}),
    ScheduleKind.EXTERNAL: frozenset({"event", "start", "due"}),
}


class RuleCard(QFrame):
    """Tells of every change; `rule` answers what is typed, or raises Unfinished."""

    changed = Signal()
    removed = Signal()

    def __init__(self, original: Rule | None, period: Period, parent: QWidget, typed: TypedRule | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.original = original
        self._period = period
        typed = typed or (typed_of(original) if original is not None else TypedRule())
        self.kind = _Choice(self.tr("Loại thời hạn"), list(KIND_WORDS.values()), _KINDS.index(typed.kind), self)
        self.every = _Choice(self.tr("Mỗi"), list(EVERY_WORDS.values()), _UNITS.index(typed.every), self)
        self.months = self._line(self.tr("Trong các tháng"), typed.months, self.tr("ví dụ: 3, 6, 9, 12"))
        self.day = self._line(self.tr("Vào ngày"), typed.day, self.tr("ngày cuối tháng"))
        self.before = QCheckBox(self.tr("Trước ngày này"), self)
        self.before.setChecked(typed.before)
        self.before_due = QCheckBox(self.tr("Trước ngày này"), self)
        self.before_due.setChecked(typed.before)
        self.event_words = self._line(self.tr("Chờ"), typed.event, self.tr("văn bản, sự kiện"))
        self.start = self._line(self.tr("Từ ngày"), typed.start, self.tr("ngày/tháng/năm"))
        self.due = self._line(self.tr("Đến ngày"), typed.due, self.tr("ngày/tháng/năm"))
        self.remover = LinkButton(self.tr("Bỏ mốc này"), self)
        self.remover.setMinimumHeight(24)
        self.remover.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._form = QFormLayout(self)
        self._lay_out()
        self._connect()
        self._show_fields()

    def _line(self, name: str, words: str, hint: str) -> QLineEdit:
        line = QLineEdit(words, self)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        text_menu.install(line)
        return line

    def _lay_out(self) -> None:
        self._form.setContentsMargins(8, 8, 8, 8)
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(6)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self.tr("Loại"), self.kind)
        self._form.addRow(self.tr("Mỗi"), self.every)
        self._form.addRow(self.tr("Các tháng"), self.months)
        self._form.addRow(self.tr("Vào ngày"), self.day)
        self._form.addRow("", self.before)
        self._form.addRow(self.tr("Chờ"), self.event_words)
        self._form.addRow(self.tr("Từ ngày"), self.start)
        self._form.addRow(self.tr("Đến ngày"), self.due)
        self._form.addRow("", self.before_due)
        self._form.addRow("", self.remover)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._show_fields)
        for choice in (self.kind, self.every):
            choice.currentIndexChanged.connect(self.changed)
        for line in (self.months, self.day, self.event_words, self.start, self.due):
            line.textChanged.connect(self.changed)
        for line in (self.day, self.due):
            line.textChanged.connect(self._show_before)
        for tick in (self.before, self.before_due):
            tick.toggled.connect(self.changed)
        self.remover.clicked.connect(self.removed)

    def fields(self) -> list[QWidget]:
        """Return what can be reached by Tab, in reading order."""
        return [
            self.kind, self.every, self.months, self.day, self.before, self.event_words, self.start,
            self.due, self.before_due, self.remover,
        ]  # fmt: skip

    def chosen_kind(self) -> ScheduleKind:
        """Return the chosen kind."""
        return _KINDS[self.kind.currentIndex()]

    def rule(self) -> Rule:
        """Return the rule that is typed; Unfinished where it is none."""
        return rule_of(self.typed(), self._period, self.original)

    def typed(self) -> TypedRule:
        """Return what stands in the fields that the chosen kind has."""
        shown = _FIELDS[self.chosen_kind()]
        before = self.before_due if "before_due" in shown else self.before
        return TypedRule(
            kind=self.chosen_kind(),
            start=self.start.text() if "start" in shown else "",
            due=self.due.text(),
            every=_UNITS[self.every.currentIndex()],
            months=self.months.text(),
            day=self.day.text(),
            before=before.isChecked(),
            event=self.event_words.text(),
        )

    def _show_fields(self) -> None:
        shown = _FIELDS[self.chosen_kind()]
        fields = {
            "every": self.every, "months": self.months, "day": self.day, "before": self.before,
            "event": self.event_words, "start": self.start, "due": self.due, "before_due": self.before_due,
        }  # fmt: skip
        for name, field in fields.items():
            self._form.setRowVisible(field, name in shown)
        is_deadline = self.chosen_kind() is ScheduleKind.DEADLINE
        label = self._form.labelForField(self.due)
        assert isinstance(label, QLabel)  # made of words by addRow
        label.setText(self.tr("Ngày") if is_deadline else self.tr("Đến ngày"))
        self.due.setAccessibleName(self.tr("Ngày hạn chót") if is_deadline else self.tr("Đến ngày"))
        self._show_before()

    def _show_before(self) -> None:
        self.before.setEnabled(bool(self.day.text().strip()))
        self.before_due.setEnabled(bool(self.due.text().strip()))


class _Choice(QComboBox):
    """A choice that the wheel leaves alone while the page scrolls under the mouse."""

    def __init__(self, name: str, words: list[str], chosen: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.addItems(words)
        self.setCurrentIndex(chosen)
        self.setAccessibleName(name)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
