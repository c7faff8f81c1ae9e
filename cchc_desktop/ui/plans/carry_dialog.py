"""Asks before tasks are carried over once more, or into a time in which both plans run: what happened stands there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog


class CarryDialog(EntryDialog):
    """Shows what a service asks; confirming it makes the plan even so, leaving it changes nothing."""

    def __init__(self, title: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Chuyển tiếp nhiệm vụ"), self.tr("Vẫn tạo kế hoạch"), parent)
        self.body.addWidget(plain_label(title, self, "itemTitle"))
        self.body.addWidget(plain_label(question, self))
        advice = self.tr(
            "Nếu không cần nối với kế hoạch cũ, hãy bỏ dấu “Nối với nhiệm vụ của kế hoạch cũ” rồi tạo lại."
        )
        self.body.addWidget(plain_label(advice, self, "secondary"))
