"""Asks for the document by which a task arose after the plan was issued (nhiệm vụ phát sinh)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class ArisenDialog(EntryDialog):
    """`words` is the document in the person's own words; `confirmed` closes the dialog by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Nhiệm vụ phát sinh"), self.tr("Thêm nhiệm vụ"), parent)
        self.source = LineField(
            self.tr("Văn bản giao"), self, self.tr("Công văn số 1250/UBND-NV ngày 15/9/2025 của UBND thành phố")
        )
        sentence = self.tr(
            "Nhiệm vụ phát sinh được theo dõi và báo cáo cùng kế hoạch, nhưng không in vào phụ lục đã ban hành."
        )
        form = entry_form()
        form.addRow(self.tr("Văn bản giao *"), self.source)
        self.body.addWidget(plain_label(sentence, self))
        self.body.addLayout(form)
        self.source.textChanged.connect(self._check)
        self.confirmed.connect(self.accept)
        order_stops([self.source, *self.foot_stops()])
        self.source.setFocus()
        self._check()

    def words(self) -> str:
        """Return the document as typed."""
        return self.source.words()

    def _check(self) -> None:
        is_named = bool(self.words())
        self.set_ready(is_named, "" if is_named else self.tr("Cần ghi văn bản giao nhiệm vụ."))
