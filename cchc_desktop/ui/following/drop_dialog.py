"""The dialog 'Không còn thực hiện': why a milestone or a whole task is carried out no longer; it never saves."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.records import WHOLE_ITEM
from cchc_desktop.services import recording
from cchc_desktop.ui.following.record_draft import Verdict
from cchc_desktop.ui.following.record_fields import DayRow, WordsField
from cchc_desktop.ui.following.tasks import FollowedTask, milestone_words
from cchc_desktop.ui.session import UseCase
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo, DateField
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_LETTERS = 30


class DropDialog(EntryDialog):
    """Asks for reason, day and document; a task that was dropped before may be taken up again here."""

    def __init__(self, task: FollowedTask, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Không còn thực hiện"), self.tr("Ghi không còn thực hiện"), parent)
        self._task = task
        dropping = next((one.milestone.dropping for one in task.status.milestones if one.milestone.dropping), None)
        self._is_dropped = dropping is not None
        self.whole = QRadioButton(self.tr("Cả nhiệm vụ"), self)
        self.one = QRadioButton(self.tr("Chỉ một mốc"), self)
        self.again = QRadioButton(self.tr("Thực hiện trở lại"), self)
        self._scope = QButtonGroup(self)
        self.moment = ChoiceCombo(self.tr("Mốc"), self, _LETTERS)
        self.reason = WordsField(self.tr("Lý do"), self, 3, 5)
        self.on = DateField(self.tr("Từ ngày"), self, lambda: task.as_of.year)
        self._day_row = DayRow(self.on, self)
        self.verdict = self._day_row.verdict
        self.document = LineField(self.tr("Văn bản"), self)
        self._fill()
        self._lay_out()
        self._connect()
        order_stops([*self.stops(), *self.foot_stops()])
        self.reason.setFocus()
        self._check()

    def use_case(self) -> UseCase:
        """Return what is carried out; call only when `confirmed` came."""
        item_id = self._task.item.id
        if self.again.isChecked():
            return lambda workspace: recording.take_up(workspace, item_id)
        moment = WHOLE_ITEM if self.whole.isChecked() else self.moment.value()
        reason, on, document = self.reason.words(), self.on.day(), self.document.words() or None
        return lambda workspace: recording.drop(workspace, item_id, reason, on, document, moment)

    def told(self) -> str:
        """Return the line about the deed."""
        words = (
            self.tr("Đã ghi thực hiện trở lại “{}”.")
            if self.again.isChecked()
            else self.tr("Đã ghi không còn thực hiện “{}”.")
        )
        content = self._task.item.content
        return words.format(content if len(content) <= _LONGEST else content[:_LONGEST].rstrip() + "…")

    def has_typed(self) -> bool:
        """Tell whether words would be lost."""
        return bool(self.reason.words() or self.document.words())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons."""
        return [self.whole, self.one, self.again, self.moment, self.reason, self.on, self.document]

    def _fill(self) -> None:
        for number, button in enumerate((self.whole, self.one, self.again)):
            self._scope.addButton(button, number)
        milestones = self._task.status.milestones
        self.moment.offer((one.milestone.occurrence, milestone_words(one)) for one in milestones)
        chosen = self._task.chosen().milestone.occurrence
        self.moment.choose(chosen)
        is_named = self._task.occurrence is not None and len(milestones) > 1
        (self.again if self._is_dropped else self.one if is_named else self.whole).setChecked(True)
        self.one.setVisible(len(milestones) > 1)
        self.again.setVisible(self._is_dropped)
        self.on.show_date(self._task.as_of)

    def _lay_out(self) -> None:
        scope = QVBoxLayout()
        scope.setSpacing(0)
        for button in (self.whole, self.one, self.again):
            scope.addWidget(button)
        form = self._form = entry_form()
        form.addRow(self.tr("Phạm vi"), scope)
        form.addRow(self.tr("Mốc"), self.moment)
        form.addRow(self.tr("Lý do *"), self.reason)
        form.addRow(self.tr("Từ ngày"), self._day_row)
        form.addRow(self.tr("Văn bản"), self.document)
        self.body.addWidget(plain_label(self._task.heading(), self, "secondary"))
        self.body.addWidget(plain_label(self._task.item.content, self, "itemTitle"))
        self.body.addSpacing(4)
        self.body.addLayout(form)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._scope.idToggled.connect(lambda *_: self._check())
        for changed in (self.reason.textChanged, self.on.textChanged, self.document.textChanged):
            changed.connect(self._check)

    def _check(self) -> None:
        is_dropping = not self.again.isChecked()
        self._form.setRowVisible(self.moment, self.one.isChecked())
        for field in (self.reason, self._day_row, self.document):
            self._form.setRowVisible(field, is_dropping)
        fault = self._fault() if is_dropping else ""
        self.verdict.show_verdict(Verdict(fault, "soon", "triangle-alert" if fault else ""))
        missing = self.tr("Cần ghi lý do không còn thực hiện.") if is_dropping and not self.reason.words() else ""
        self.name_primary(self.tr("Ghi không còn thực hiện") if is_dropping else self.tr("Thực hiện trở lại"))
        self.set_ready(not fault and not missing, missing)

    def _fault(self) -> str:
        if self.on.is_wrong():
            return self.tr("“{}” không phải là ngày; nhập như 01/07/2025.").format(self.on.text().strip())
        day = self.on.day()
        if day is not None and day > self._task.as_of:
            return self.tr("Ngày dừng thực hiện sau ngày hôm nay ({}).").format(show_day(self._task.as_of))
        return ""


_LONGEST = 60
