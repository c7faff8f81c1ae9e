"""The dialog 'Đôn đốc': a message for each office to be copied, and what is logged about the urging; it never saves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.records import URGING_NAMES, Urging, UrgingMeans
from cchc_desktop.services.urging_words import UrgedOffice, urging_message
from cchc_desktop.ui import icons
from cchc_desktop.ui.following.record_draft import day_of
from cchc_desktop.ui.following.record_fields import WordsField
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo, DateField
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_LETTERS = 30
_MESSAGE_LINES = 8


@dataclass(frozen=True, slots=True)
class UrgingDraft:
    """What is typed about one office; the days are as typed."""

    message: str
    on: str
    is_urged: bool = False
    means: UrgingMeans = UrgingMeans.MESSAGE
    person: str = ""
    promise: str = ""
    promised_for: str = ""


class UrgeDialog(EntryDialog):
    """Keeps a draft for each office; those marked as urged are logged together."""

    def __init__(self, offices: Sequence[UrgedOffice], as_of: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đôn đốc"), self.tr("Ghi đôn đốc"), parent)
        self._offices, self._as_of = offices, as_of
        is_alone = len(offices) == 1
        self._offered = [UrgingDraft(urging_message(one, as_of), show_day(as_of), is_alone) for one in offices]
        self._drafts = list(self._offered)
        self._is_showing = False
        self.office = ChoiceCombo(self.tr("Cơ quan"), self, _LETTERS)
        self.message = WordsField(self.tr("Tin nhắn"), self, _MESSAGE_LINES, _MESSAGE_LINES)
        self.copy = QPushButton(icons.icon("copy"), self.tr("Chép tin nhắn"), self)
        self.copied = QLabel(self)
        self.copied.setObjectName("saved")
        self.is_urged = QCheckBox(self.tr("Đã đôn đốc cơ quan này"), self)
        self.on = DateField(self.tr("Ngày đôn đốc"), self, lambda: as_of.year)
        self.means = ChoiceCombo(self.tr("Hình thức"), self, 16)
        self.person = LineField(self.tr("Người nhận"), self)
        self.promise = LineField(self.tr("Hẹn thực hiện"), self)
        self.promised_for = DateField(self.tr("Hẹn đến ngày"), self, lambda: as_of.year)
        self._verdict = plain_label(parent=self, style="doubt")
        self._lay_out()
        self._fill()
        order_stops([*self.stops(), *self.foot_stops()])
        self.copy.setFocus()

    def urgings(self) -> list[Urging]:
        """Return what is logged: one line for each task of each office that was urged."""
        return [
            Urging(
                task.item_id,
                day_of(draft.on, self._as_of) or self._as_of,
                draft.means,
                occurrence=task.status.milestone.occurrence,
                agency_id=office.agency_id,
                person=draft.person or None,
                promise=draft.promise or None,
                promised_for=day_of(draft.promised_for, self._as_of),
            )
            for office, draft in zip(self._offices, self._drafts, strict=True)
            if draft.is_urged
            for task in office.tasks
        ]

    def has_typed(self) -> bool:
        """Tell whether words would be lost; a copied message is on the clipboard."""
        kept = (replace(draft, is_urged=False) for draft in self._drafts)
        return any(
            draft != replace(offered, is_urged=False) for draft, offered in zip(kept, self._offered, strict=True)
        )

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons."""
        typed = [self.on, self.means, self.person, self.promise, self.promised_for]
        return [self.office, self.message, self.copy, self.is_urged, *typed]

    # --- building

    def _lay_out(self) -> None:
        copying = QHBoxLayout()
        copying.setSpacing(8)
        self.copy.setAutoDefault(False)
        self.copy.setToolTip(self.tr("Chép tin nhắn để dán vào Zalo, tin nhắn hoặc thư (Ctrl+Shift+C)"))
        copying.addWidget(self.copy)
        copying.addWidget(self.copied, 1)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.on)
        when.addWidget(self.means, 1)
        form = entry_form()
        form.addRow(self.tr("Cơ quan"), self.office)
        form.addRow(self.tr("Tin nhắn"), self.message)
        form.addRow("", copying)
        form.addRow("", self.is_urged)
        form.addRow(self.tr("Ngày, hình thức"), when)
        form.addRow(self.tr("Người nhận"), self.person)
        form.addRow(self.tr("Hẹn thực hiện"), self.promise)
        form.addRow(self.tr("Hẹn đến ngày"), self.promised_for)
        form.setRowVisible(self.is_urged, len(self._offices) > 1)
        self.body.addLayout(form)
        self.body.addWidget(self._verdict)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self, self._copy)

    def _fill(self) -> None:
        self.means.offer((means, URGING_NAMES[means]) for means in UrgingMeans)
        self._name_offices(0)
        self.office.currentIndexChanged.connect(self._show)
        self.copy.clicked.connect(self._copy)
        for changed in (
            self.message.textChanged, self.on.textChanged, self.means.currentIndexChanged, self.person.textChanged,
            self.promise.textChanged, self.promised_for.textChanged, self.is_urged.toggled,
        ):  # fmt: skip
            changed.connect(self._take_down)
        self._show()

    def _name_offices(self, chosen: int) -> None:
        self.office.offer(
            (number, self._office_words(one, draft))
            for number, (one, draft) in enumerate(zip(self._offices, self._drafts, strict=True))
        )
        self.office.choose(chosen)

    def _office_words(self, office: UrgedOffice, draft: UrgingDraft) -> str:
        name = office.name or self.tr("Chưa rõ cơ quan chủ trì")
        told = self.tr("{}: {} nhiệm vụ").format(name, len(office.tasks))
        is_told = draft.is_urged and len(self._offices) > 1
        return f"{told} ({self.tr('đã đôn đốc')})" if is_told else told

    # --- drafts

    def _number(self) -> int:
        return int(self.office.value() or 0)

    def _show(self) -> None:
        draft = self._drafts[self._number()]
        self._is_showing = True
        self.message.show_words(draft.message)
        self.on.setText(draft.on)
        self.means.choose(draft.means)
        self.person.setText(draft.person)
        self.promise.setText(draft.promise)
        self.promised_for.setText(draft.promised_for)
        self.is_urged.setChecked(draft.is_urged)
        self.copied.clear()
        self._is_showing = False
        self._check()

    def _take_down(self) -> None:
        if self._is_showing:
            return
        before = self._drafts[self._number()]
        self._drafts[self._number()] = UrgingDraft(
            message=self.message.words(),
            on=self.on.text().strip(),
            is_urged=self.is_urged.isChecked(),
            means=self.means.value(),
            person=self.person.words(),
            promise=self.promise.words(),
            promised_for=self.promised_for.text().strip(),
        )
        if before.is_urged is not self.is_urged.isChecked():
            self._name_offices(self._number())
        self._check()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.words())
        self.is_urged.setChecked(True)
        self.copied.setText(self.tr("Đã chép, có thể dán vào tin nhắn."))

    def _check(self) -> None:
        fault = next(filter(None, map(self._fault, self._drafts)), "")
        self._verdict.setText(fault)
        self._verdict.setVisible(bool(fault))
        urged = sum(draft.is_urged for draft in self._drafts)
        note = "" if urged or fault else self.tr("Đánh dấu cơ quan đã đôn đốc.")
        if len(self._offices) > 1:
            self.name_primary(self.tr("Ghi đôn đốc {} cơ quan").format(urged) if urged else self.tr("Ghi đôn đốc"))
        self.set_ready(bool(urged) and not fault, note)

    def _fault(self, draft: UrgingDraft) -> str:
        if not draft.is_urged:
            return ""
        try:
            on, promised = day_of(draft.on, self._as_of), day_of(draft.promised_for, self._as_of)
        except ValueError:
            return self.tr("Ngày không đúng; nhập như 01/07/2025.")
        if on is None:
            return self.tr("Cần nhập ngày đôn đốc.")
        if on > self._as_of:
            return self.tr("Ngày đôn đốc sau ngày hôm nay ({}).").format(show_day(self._as_of))
        if promised is not None and promised < on:
            return self.tr("Ngày hẹn trước ngày đôn đốc. Kiểm tra lại hai ngày này.")
        return ""
