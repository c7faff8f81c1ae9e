"""The question before a large paste, in place above the rows: how many rows change, and how many are new."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.strip import Strip
from cchc_desktop.ui.workbench.pasting import Paste


class PastingStrip(Strip):
    """Asks 'Dán' or 'Hủy'; Enter presses the button that has the focus, Esc is 'Hủy'."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (("paste", self.tr("Dán")), ("cancel", self.tr("Hủy"))), parent, icon="info")
        self.chosen.connect(lambda key: self._answer(key == "paste"))
        self.hide()

    def ask(self, paste: Paste) -> None:
        """Show the counts and take the focus."""
        self.set_sentence(self._sentence_of(paste))
        self.show()
        self._button_named("paste").setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentence_of(self, paste: Paste) -> str:
        parts = []
        if paste.edits:
            parts.append(self.tr("sửa {} nhiệm vụ").format(len(paste.edits)))
        if paste.new_rows:
            parts.append(self.tr("thêm {} nhiệm vụ mới").format(len(paste.new_rows)))
        return self.tr("Dán {} dòng: {}.").format(paste.lines, ", ".join(parts))

    def _button_named(self, name: str) -> QPushButton:
        button = self.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        return button

    def _answer(self, wanted: bool) -> None:
        self.hide()
        self.answered.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(False)
        elif event.key() in ENTER:
            self._answer(not self._button_named("cancel").hasFocus())
        else:
            super().keyPressEvent(event)
