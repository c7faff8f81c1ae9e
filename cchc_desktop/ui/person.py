"""The person's name for the log: asked once in place, for Windows accounts are often called 'Admin'."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from cchc_desktop.ui.widgets.strip import Strip

LONGEST = 80
_FIELD_WIDTH = 240
LATER = "later"


def clean_name(text: str) -> str:
    """Return a typed name as it is stored: NFC, single blanks, at most 80 characters."""
    return unicodedata.normalize("NFC", " ".join(text.split()))[:LONGEST].strip()


class PersonField(QWidget):
    """A field with *Lưu*, which is open while the name is another one than before; `named` brings the new name."""

    named = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None, *, may_be_empty: bool = False) -> None:
        super().__init__(parent)
        self._before = name
        self._may_be_empty = may_be_empty
        self.field = QLineEdit(name, self)
        self.field.setAccessibleName(self.tr("Tên người nhập liệu"))
        self.field.setPlaceholderText(self.tr("Họ và tên"))
        self.field.setFixedWidth(_FIELD_WIDTH)
        self._save = QPushButton(self.tr("Lưu"), self)
        self._save.setAccessibleName(self.tr("Lưu tên người nhập liệu"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self._save)
        row.addStretch(1)
        self.field.textChanged.connect(self._check)
        self.field.returnPressed.connect(self._give)
        self._save.clicked.connect(self._give)
        self._check()

    def show_name(self, name: str) -> None:
        """Show the stored name."""
        self._before = name
        self.field.setText(name)
        self._check()

    def _check(self) -> None:
        self._save.setEnabled(self._is_new(clean_name(self.field.text())))

    def _is_new(self, name: str) -> bool:
        return name != self._before and (bool(name) or self._may_be_empty)

    def _give(self) -> None:
        name = clean_name(self.field.text())
        if self._is_new(name):
            self.show_name(name)
            self.named.emit(name)


class PersonStrip(Strip):
    """Asks for the name above the first screen: `named(str)`, or `postponed`; it takes no focus by itself."""

    named = Signal(str)
    postponed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (), parent, icon="user-pen")
        question = QLabel(self.tr("Tên người nhập liệu để ghi vào nhật ký:"), self)
        asked = PersonField("", self)
        asked.named.connect(self.named)
        self.row.removeWidget(self._sentence)
        self._sentence.hide()
        self.setAccessibleName(question.text())
        self.row.addWidget(question)
        self.row.addWidget(asked)
        self.row.addWidget(self._button(LATER, self.tr("Để sau")))
        self.row.addStretch(1)
        self.chosen.connect(lambda _: self.postponed.emit())
