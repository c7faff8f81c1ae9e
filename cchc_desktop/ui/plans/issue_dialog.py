"""Issuing a plan: the number, the date and the signer of the document make it an issued one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanState
from cchc_desktop.ui.plans.form_tabs import signer_named
from cchc_desktop.ui.plans.words import DOCUMENT_TYPES
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import DateField, OfferField, or_none
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField, LinesField


class IssueDialog(EntryDialog):
    """Asks for the document of a draft; `plan` is the issued plan once number and date are there."""

    def __init__(
        self, plan: Plan, profile: OfficeProfile, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Ban hành kế hoạch"), self.tr("Ban hành"), parent)
        self._plan = plan
        self._profile = profile
        self._today = today
        self.type = OfferField(self.tr("Loại văn bản"), self)
        self.number = LineField(self.tr("Số ký hiệu"), self, self.tr("05/KH-UBND"))
        self.date = DateField(self.tr("Ngày ban hành"), self, lambda: today().year)
        self.name = OfferField(self.tr("Họ và tên người ký"), self)
        self.capacity = LinesField(self.tr("Quyền hạn, chức vụ người ký"), self, self.tr("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))
        self._verdict = plain_label(parent=self, style="doubt")
        self._fill()
        self._lay_out()
        self._connect()
        order_stops([*self.stops(), *self.foot_stops()])
        self.number.setFocus()
        self._check()

    def plan(self) -> Plan:
        """Return the plan as issued; call only when `confirmed` came."""
        return replace(
            self._plan,
            document=DocumentRef(or_none(self.type.words()), or_none(self.number.words()), self.date.day()),
            signer_name=or_none(self.name.words()),
            signer_capacity=or_none("\n".join(self.capacity.lines())),
            state=PlanState.ISSUED,
        )

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons, in reading order."""
        return [self.type, self.number, self.date, self.name, self.capacity]

    def _fill(self) -> None:
        plan, signers = self._plan, self._profile.signers
        self.type.offer(DOCUMENT_TYPES)
        self.type.show_words(plan.document.type or self.tr("Kế hoạch"))
        self.number.show_words(plan.document.number or "")
        self.date.show_date(plan.document.date)
        self.name.offer([signer.name for signer in signers])
        usual = signers[0] if signers and not (plan.signer_name or plan.signer_capacity) else None
        self.name.show_words(usual.name if usual else plan.signer_name or "")
        self.capacity.show_lines(usual.capacity if usual else tuple((plan.signer_capacity or "").splitlines()))

    def _lay_out(self) -> None:
        words = plain_label(self._plan.title, self, "itemTitle")
        after = self.tr("Sau khi ban hành, nội dung kế hoạch chỉ được sửa theo văn bản sửa đổi.")
        form = entry_form()
        form.addRow(self.tr("Loại văn bản"), self.type)
        form.addRow(self.tr("Số ký hiệu *"), self.number)
        form.addRow(self.tr("Ngày ban hành *"), self.date)
        form.addRow(self.tr("Người ký"), self.name)
        form.addRow(self.tr("Quyền hạn, chức vụ"), self.capacity)
        self.body.addWidget(words)
        self.body.addLayout(form)
        self.body.addWidget(self._verdict)
        self.body.addWidget(plain_label(after, self, "secondary"))

    def _connect(self) -> None:
        self.number.textChanged.connect(self._check)
        self.date.textChanged.connect(self._check)
        self.name.picked.connect(self._pick_signer)

    def _pick_signer(self) -> None:
        signer = signer_named(self._profile.signers, self.name.words())
        if signer is not None:
            self.capacity.show_lines(signer.capacity)

    def _check(self) -> None:
        verdict = self._doubt()
        self._verdict.setText(verdict)
        self._verdict.setVisible(bool(verdict))
        missing = self._missing()
        self.set_ready(not missing, missing)

    def _missing(self) -> str:
        if not self.number.words():
            return self.tr("Cần nhập số ký hiệu của văn bản.")
        return "" if self.date.day() else self.tr("Cần nhập ngày ban hành.")

    def _doubt(self) -> str:
        if self.date.is_wrong():
            typed = self.date.text().strip()
            return self.tr("“{}” không phải là ngày; nhập như 01/07/2025.").format(typed)
        day = self.date.day()
        is_ahead = day is not None and day > self._today()
        return self.tr("Ngày ban hành ở sau hôm nay; vẫn có thể lưu.") if is_ahead else ""
