"""Asks which document allows the words of an issued plan to be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from cchc_desktop.services.amending import CORRECTION
from cchc_desktop.ui.plans.amendment import Amendment, amendment_words
from cchc_desktop.ui.plans.words import AMENDING_TYPES
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import DateField, OfferField
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class AmendmentDialog(EntryDialog):
    """`amendment` is the document once it is named in full; `confirmed` closes the dialog by itself."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Văn bản sửa đổi"), self.tr("Sửa theo văn bản này"), parent)
        self.type = OfferField(self.tr("Loại văn bản"), self)
        self.number = LineField(self.tr("Số ký hiệu"), self, self.tr("612/QĐ-UBND"))
        self.date = DateField(self.tr("Ngày"), self, lambda: today().year)
        self.is_correction = QCheckBox(self.tr("Chỉ sửa cho đúng bản đã ban hành (do nhập hoặc đọc sai)"), self)
        self.keep = QCheckBox(self.tr("Dùng cho các sửa đổi tiếp theo trong lần làm việc này"), self)
        self._verdict = plain_label(parent=self, style="doubt")
        self.type.offer(AMENDING_TYPES)
        self.type.show_words(AMENDING_TYPES[0])
        self._lay_out()
        self.type.edited.connect(self._check)
        self.number.textChanged.connect(self._check)
        self.date.textChanged.connect(self._check)
        self.is_correction.toggled.connect(self._choose)
        self.confirmed.connect(self.accept)
        order_stops([*self.stops(), *self.foot_stops()])
        self.number.setFocus()
        self._check()

    def amendment(self) -> Amendment:
        """Return the document in one line, or that a mistake is put right; call only when `confirmed` came."""
        if self.is_correction.isChecked():
            return Amendment(CORRECTION, self.keep.isChecked())
        day = self.date.day()
        if day is None:
            raise ValueError("the document has no date yet")
        return Amendment(amendment_words(self.type.words(), self.number.words(), day), self.keep.isChecked())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons, in reading order."""
        return [self.type, self.number, self.date, self.is_correction, self.keep]

    def _lay_out(self) -> None:
        sentence = self.tr("Kế hoạch đã ban hành. Nội dung chỉ được sửa theo văn bản sửa đổi.")
        form = entry_form()
        form.addRow(self.tr("Loại văn bản *"), self.type)
        form.addRow(self.tr("Số ký hiệu *"), self.number)
        form.addRow(self.tr("Ngày *"), self.date)
        self.body.addWidget(plain_label(sentence, self))
        self.body.addLayout(form)
        self.body.addWidget(self.is_correction)
        self.body.addWidget(self.keep)
        self.body.addWidget(self._verdict)

    def _choose(self, is_correction: bool) -> None:
        for field in (self.type, self.number, self.date):
            field.setEnabled(not is_correction)
        self.name_primary(self.tr("Sửa cho đúng") if is_correction else self.tr("Sửa theo văn bản này"))
        self._check()

    def _check(self) -> None:
        if self.is_correction.isChecked():
            self._verdict.hide()
            self.set_ready(True)
            return
        wrong = self._wrong()
        self._verdict.setText(wrong)
        self._verdict.setVisible(bool(wrong))
        is_named = bool(self.type.words() and self.number.words() and self.date.day())
        self.set_ready(is_named, "" if is_named else self.tr("Cần nhập loại, số ký hiệu và ngày của văn bản."))

    def _wrong(self) -> str:
        if not self.date.is_wrong():
            return ""
        return self.tr("“{}” không phải là ngày; nhập như 05/09/2025.").format(self.date.text().strip())
