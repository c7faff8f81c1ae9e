"""Where a draft goes: a new plan with a title and a period, or a plan that is there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.import_backlog import Backlog
from cchc_desktop.ui.exchange.follow_choice import FollowChoice
from cchc_desktop.ui.widgets.day_field import DayLine
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.fields import typed_day
from cchc_desktop.ui.widgets.text_fields import LineField

_TARGET_LETTERS = 24


class ImportTargetForm(QFrame):
    """A line of fields above the table, below it how the plan is followed where some of it lies in the past.

    `choices()` gives plain values, `validity_changed` rules the button.
    """

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
        self.follow = FollowChoice(self)
        self._backlog: Backlog | None = None
        self._plans: Mapping[int, PlanSummary] = {}
        self._target.currentIndexChanged.connect(self._target_changed)
        for field in (self._title, self._start, self._end):
            field.textChanged.connect(self._check)
        for field in (self._start, self._end):
            field.textChanged.connect(self._offer_following)
        self.follow.changed.connect(self._check)
        self._lay_out()

    def show_draft(self, draft: DraftPlan, plans: Sequence[PlanSummary], backlog: Backlog) -> None:
        """Offer what the file itself says; `backlog` tells how much of it lies in the past."""
        self._backlog, self._plans = None, {plan.id: plan for plan in plans}
        self._target.clear()
        self._target.addItem(self.tr("Kế hoạch mới"), None)
        for plan in plans:
            self._target.addItem(self.tr("Nhập thêm vào: {}").format(plan.title), plan.id)
        self._title.setText(draft.title or "")
        self._title.setCursorPosition(0)
        self._start.setText(show_day(draft.period.start) if draft.period else "")
        self._end.setText(show_day(draft.period.end) if draft.period else "")
        self._backlog = backlog
        self.follow.begin()
        self._offer_following()
        self._check()

    def choices(self) -> ImportChoices:
        """Return what was chosen; call only while `is_valid()`."""
        plan_id, follow = self._target.currentData(), self.follow
        if plan_id is not None:
            return ImportChoices(None, None, plan_id, follow.following(), follow.tracked_from())
        title = self._title.text().strip() or None
        return ImportChoices(title, self._period(), None, follow.following(), follow.tracked_from())

    def is_valid(self) -> bool:
        """Tell whether the import may start."""
        return not self._doubt_words()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self._target, self._title, self._start, self._end, self.follow.choice, self.follow.day]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        layout = QHBoxLayout()
        layout.setSpacing(8)
        column.addLayout(layout)
        column.addWidget(self.follow)
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
        self._offer_following()
        self._check()

    def _offer_following(self) -> None:
        """Let it be decided how a plan is followed that has no tasks yet; one that has some goes on as before."""
        plan_id, period = self._target.currentData(), self._period()
        if self._backlog is None or (plan_id is None and period is None):
            return  # a day that is half typed changes nothing
        if plan_id is not None:
            plan = self._plans[plan_id]
            period = None if plan.items or plan.superior else plan.period
        self.follow.offer(self._backlog, period)

    def _check(self) -> None:
        self._doubt.setText(self._doubt_words())
        self._doubt.setVisible(bool(self._doubt.text()))
        self.validity_changed.emit(self.is_valid())

    def _doubt_words(self) -> str:
        """Say what is missing, '' for nothing."""
        is_new = self._target.currentData() is None
        if is_new and not self._title.text().strip():
            return self.tr("Cần nhập tên kế hoạch.")
        if is_new and self._period() is None:
            return self.tr("Cần nhập thời gian của kế hoạch.")
        return "" if self.follow.is_valid() else self.tr("Cần nhập ngày bắt đầu theo dõi.")

    def _period(self) -> Period | None:
        start, end = typed_day(self._start), typed_day(self._end)
        return Period(start, end) if start and end and start <= end else None
