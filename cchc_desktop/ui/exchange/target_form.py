"""Where a draft goes: a new plan with a title and a period, or a plan that is there already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.ui.widgets.day_field import DayLine
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.fields import typed_day
from cchc_desktop.ui.widgets.text_fields import LineField

_TARGET_LETTERS = 24


class ImportTargetForm(QFrame):
    """One line of fields above the table; `choices()` gives plain values, `validity_changed` rules the button."""

    validity_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._target = ElidedCombo(self.tr("Nhập vào"), _TARGET_LETTERS, self)
        self._title = LineField(self.tr("Tên kế hoạch"), self, self.tr("Tên kế hoạch"))
        self._start = DayLine(self.tr("Từ ngày"), self)
        self._end = DayLine(self.tr("Đến ngày"), self)
        self._doubt = QLabel()
        self._doubt.setObjectName("doubt")
        self._target.currentIndexChanged.connect(self._target_changed)
        for field in (self._title, self._start, self._end):
            field.textChanged.connect(self._check)
        self._lay_out()

    def show_draft(self, draft: DraftPlan, plans: Sequence[PlanSummary]) -> None:
        """Offer what the file itself says."""
        self._target.clear()
        self._target.addItem(self.tr("Kế hoạch mới"), None)
        for plan in plans:
            self._target.addItem(self.tr("Nhập thêm vào: {}").format(plan.title), plan.id)
        self._title.setText(draft.title or "")
        self._title.setCursorPosition(0)
        self._start.setText(show_day(draft.period.start) if draft.period else "")
        self._end.setText(show_day(draft.period.end) if draft.period else "")
        self._check()

    def choices(self) -> ImportChoices:
        """Return what was chosen; call only while `is_valid()`."""
        plan_id = self._target.currentData()
        if plan_id is not None:
            return ImportChoices(into_plan_id=plan_id)
        return ImportChoices(title=self._title.text().strip() or None, period=self._period())

    def is_valid(self) -> bool:
        """Tell whether the import may start."""
        return self._target.currentData() is not None or (
            bool(self._title.text().strip()) and self._period() is not None
        )

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self._target, self._title, self._start, self._end]

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self._target)
        layout.addWidget(self._title, 1)
        for words, field in ((self.tr("Từ"), self._start), (self.tr("đến"), self._end)):
            layout.addWidget(QLabel(words))
            layout.addWidget(field)
        layout.addWidget(self._doubt)

    def _target_changed(self) -> None:
        new = self._target.currentData() is None
        for field in (self._title, self._start, self._end):
            field.setEnabled(new)
        self._check()

    def _check(self) -> None:
        self._doubt.setText(self._doubt_words())
        self._doubt.setVisible(bool(self._doubt.text()))
        self.validity_changed.emit(self.is_valid())

    def _doubt_words(self) -> str:
        if self._target.currentData() is not None or self.is_valid():
            return ""
        if not self._title.text().strip():
            return self.tr("Cần nhập tên kế hoạch.")
        return self.tr("Cần nhập thời gian của kế hoạch.")

    def _period(self) -> Period | None:
        start, end = typed_day(self._start), typed_day(self._end)
        return Period(start, end) if start and end and start <= end else None

