"""What a form is called and who sent it, typed in a short dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.forms.form import SuperiorForm
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class FormDialog(EntryDialog):
    """`values` are the typed words; the owner stores them when `confirmed` comes."""

    def __init__(self, form: SuperiorForm, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Biểu mẫu"), self.tr("Lưu"), parent)
        self._before = form.name, form.sender
        self.called = LineField(self.tr("Tên biểu mẫu"), self)
        self.sent_by = LineField(self.tr("Nơi gửi"), self, self.tr("Sở Nội vụ"))
        self.called.show_words(form.name)
        self.sent_by.show_words(form.sender)
        rows = entry_form()
        rows.addRow(self.tr("Tên biểu mẫu *"), self.called)
        rows.addRow(self.tr("Nơi gửi"), self.sent_by)
        self.body.addLayout(rows)
        for field in (self.called, self.sent_by):
            field.textChanged.connect(lambda _: self._check())
        order_stops([self.called, self.sent_by, *self.foot_stops()])
        self.called.setFocus()
        self.called.selectAll()
        self._check()

    def values(self) -> tuple[str, str]:
        """Return the name and who sent the form."""
        return self.called.words(), self.sent_by.words()

    def has_typed(self) -> bool:
        """Tell whether words would be lost that a person typed here."""
        return self.values() != self._before

    def _check(self) -> None:
        is_named = bool(self.called.words())
        self.set_ready(is_named, "" if is_named else self.tr("Cần nhập tên biểu mẫu."))
