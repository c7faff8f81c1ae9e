"""Người dùng: the name that signs the log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.ui.person import PersonField
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.centred import card_page


class PersonPage(QWidget):
    """Shows the name and tells by `named` which one it is to be."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = card_page(self, self.tr("Người dùng"))
        label = QLabel(self.tr("Tên người nhập liệu"), card)
        label.setObjectName("fieldName")
        self._field = PersonField("", card, may_be_empty=True)
        label.setBuddy(self._field.field)
        self._field.named.connect(self.named)
        explanation = self.tr(
            "Tên này được ghi vào Nhật ký cùng với mỗi thay đổi. Để trống thì ghi tên tài khoản của máy."
        )
        for widget in (label, self._field, plain_label(explanation, card, "secondary")):
            card.column.addWidget(widget)
        self._shown: str | None = None

    def show_name(self, name: str) -> None:
        """Show the stored name; what is being typed stays while the stored one is the same."""
        if name != self._shown:
            self._shown = name
            self._field.show_name(name)
