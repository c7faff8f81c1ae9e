"""The dialog 'Gia hạn': a later due date of one milestone and the document that approves it; it never saves."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.milestones import Milestone
from cchc_desktop.domain.followup.record_checks import questions_about_extension, refuse_bad_extension
from cchc_desktop.domain.followup.records import Extension
from cchc_desktop.domain.followup.status import CLOSED
from cchc_desktop.ui.following.record_draft import Verdict
from cchc_desktop.ui.following.record_fields import DayRow
from cchc_desktop.ui.following.tasks import FollowedTask, milestone_words
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo, DateField
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_LETTERS = 30


class ExtendDialog(EntryDialog):
    """Offers the milestones that have a date; the verdict of the new one stands beside it while it is typed."""

    def __init__(self, task: FollowedTask, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Gia hạn"), self.tr("Gia hạn"), parent)
        self._task = task
        self.moment = ChoiceCombo(self.tr("Mốc"), self, _LETTERS)
        self.new_due = DateField(self.tr("Hạn mới"), self, self._year)
        self._day_row = DayRow(self.new_due, self)
        self.verdict = self._day_row.verdict
        self.document = LineField(self.tr("Văn bản cho phép"), self, self.tr("Công văn số 15/UBND ngày 01/9/2025"))
        self.granted_on = DateField(self.tr("Ngày cho phép"), self, lambda: task.as_of.year)
        self._fill()
        self._lay_out()
        for changed in (
            self.moment.currentIndexChanged, self.new_due.textChanged, self.document.textChanged,
            self.granted_on.textChanged,
        ):  # fmt: skip
            changed.connect(self._check)
        order_stops([*self.stops(), *self.foot_stops()])
        self.new_due.setFocus()
        self._check()

    def values(self) -> tuple[str, date, str, date | None]:
        """Return occurrence, new due date, document and the day it was granted; call only when `confirmed` came."""
        new_due = self.new_due.day()
        assert new_due is not None
        return self.moment.value(), new_due, self.document.words(), self.granted_on.day()

    def has_typed(self) -> bool:
        """Tell whether words would be lost."""
        return any(field.words() for field in (self.new_due, self.document, self.granted_on))

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons."""
        return [self.moment, self.new_due, self.document, self.granted_on]

    def _fill(self) -> None:
        dated = [one for one in self._task.status.milestones if one.milestone.planned_due]
        self.moment.offer((one.milestone.occurrence, milestone_words(one)) for one in dated)
        is_open = [one for one in dated if one.status not in CLOSED]
        first = is_open[0].milestone.occurrence if is_open else ""
        self.moment.choose(first)
        self.moment.choose(self._task.chosen().milestone.occurrence)

    def _lay_out(self) -> None:
        form = entry_form()
        form.addRow(self.tr("Mốc"), self.moment)
        form.addRow(self.tr("Hạn mới *"), self._day_row)
        form.addRow(self.tr("Văn bản cho phép *"), self.document)
        form.addRow(self.tr("Ngày cho phép"), self.granted_on)
        after = self.tr("Nội dung kế hoạch giữ nguyên; trạng thái và bảng theo dõi tính theo hạn mới.")
        self.body.addWidget(plain_label(self._task.heading(), self, "secondary"))
        self.body.addWidget(plain_label(self._task.item.content, self, "itemTitle"))
        self.body.addSpacing(4)
        self.body.addLayout(form)
        self.body.addWidget(plain_label(after, self, "secondary"))

    def _milestone(self) -> Milestone:
        found = self._task.found.milestone(self.moment.value())
        assert found is not None
        return found

    def _year(self) -> int:
        """Return the year of a day that is typed without one."""
        return (self._milestone().planned_due or self._task.as_of).year

    def _check(self) -> None:
        refusal, question = self._refusal_words(), ""
        new_due = self.new_due.day()
        if not refusal and new_due is not None:
            question = next(questions_about_extension(self._extension(new_due), self._task.plan.period), "")
        words = refusal or question or self._later(new_due)
        icon = "triangle-alert" if refusal else "circle-question-mark" if question else "circle-check" if words else ""
        self.verdict.show_verdict(Verdict(words, "soon" if refusal or question else "done", icon))
        self.set_ready(not refusal and not self._missing(), "" if refusal else self._missing())

    def _refusal_words(self) -> str:
        for field in (self.new_due, self.granted_on):
            if field.is_wrong():
                return self.tr("“{}” không phải là ngày; nhập như 01/07/2025.").format(field.text().strip())
        granted, new_due = self.granted_on.day(), self.new_due.day()
        if granted is not None and granted > self._task.as_of:
            return self.tr("Ngày cho phép gia hạn sau ngày hôm nay ({}).").format(show_day(self._task.as_of))
        if new_due is None:
            return ""
        try:
            refuse_bad_extension(self._extension(new_due), self._milestone())
        except InvalidInput as error:
            return error.message
        return ""

    def _extension(self, new_due: date) -> Extension:
        """Return what would be stored; a document that is not there yet is told beside the button."""
        return Extension(self._task.item.id, self.moment.value(), new_due, self.document.words() or "…")

    def _later(self, new_due: date | None) -> str:
        planned = self._milestone().planned_due
        if new_due is None or planned is None:
            return ""
        return self.tr("Lùi {} ngày so với hạn {}").format((new_due - planned).days, show_day(planned))

    def _missing(self) -> str:
        if self.new_due.day() is None:
            return self.tr("Cần nhập hạn mới.")
        return "" if self.document.words() else self.tr("Cần ghi văn bản cho phép gia hạn.")
