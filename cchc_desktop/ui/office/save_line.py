"""The foot of the form: what came of saving, in place, and the button."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.widgets.cards import plain_label


class SaveLine(QWidget):
    """A refusal stands in amber, a success in plain words; both go with the next change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rule = QFrame(self)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._refusal = plain_label(parent=self, style="doubt")
        self._saved = plain_label(self.tr("Đã lưu thông tin đơn vị."), self, "saved")
        self.button = QPushButton(icons.icon("check"), self.tr("Lưu thông tin đơn vị"), self)
        self.button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._refusal, 1)
        row.addWidget(self._saved, 1)
        row.addStretch()
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(rule)
        layout.addLayout(row)
        self.clear()

    def show_refusal(self, words: str) -> None:
        """Say why nothing was saved; '' says nothing."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self._saved.hide()

    def show_saved(self) -> None:
        """Say that everything is stored."""
        self._refusal.hide()
        self._saved.show()

    def clear(self) -> None:
        """Say nothing any more."""
        self._refusal.hide()
        self._saved.hide()
