"""A short dialog for typed values: it stays open until what it asks for is done, so nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui.stylesheet import BODY_POINTS
from cchc_desktop.ui.widgets.cards import plain_label, primary_button
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.strip import Strip
from cchc_desktop.ui.widgets.wordy_dialog import WordyDialog

WIDTH = 600
"""Pixels beside a body of ten points, within the 640 that a dialog may take."""
_SAVE, _LEAVE = "save_typed", "drop_typed"


class EntryDialog(WordyDialog):
    """`confirmed` comes with the primary button, Enter or Ctrl+Enter; the owner answers by `accept` or `show_refusal`.

    Subclasses fill `body` and call `set_ready`. 'Hủy' leaves without a word; Esc and the window's cross do so unless
    `has_typed` says that words would be lost: then a strip in place offers to save or to drop them.
    """

    confirmed = Signal()

    def __init__(self, title: str, primary: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(self._width())
        self._is_ready = True
        self._is_busy = False
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 16, 16, 12)
        self.body.setSpacing(8)
        self._refusal = plain_label(parent=self, style="doubt")
        self._refusal.hide()
        self._note = plain_label(parent=self, style="secondary")
        self._leaving = self._leaving_strip()
        self._cancel = QPushButton(self.tr("Hủy"), self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self._leave)
        self._primary = primary_button(primary, self)
        self._primary.setDefault(True)
        self._primary.clicked.connect(self._confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.body, 1)
        layout.addWidget(self._foot())

    def set_ready(self, ready: bool, note: str = "") -> None:
        """Open or close the primary button; `note` says beside it why it is closed."""
        self._is_ready = ready
        self._note.setText(note)
        for told in (self._refusal, self._leaving):
            told.hide()
        self._refresh()

    def name_primary(self, words: str) -> None:
        """Let the primary button say something else."""
        self._primary.setText(words)

    def add_to_foot(self, widget: QWidget) -> None:
        """Put a widget at the left end of the foot, before the note."""
        self._foot_row.insertWidget(0, widget)

    def show_refusal(self, words: str) -> None:
        """Say why it was not done; what was typed stays."""
        self._is_busy = False
        self._refusal.setText(words)
        self._refusal.show()
        self._leaving.hide()
        self._refresh()

    def has_typed(self) -> bool:
        """Tell whether words would be lost that a person typed here."""
        return False

    def reject(self) -> None:
        """Leave, or ask in place what shall become of what was typed."""
        if not self.has_typed():
            super().reject()
            return
        self._leaving.show()
        self._refresh()
        next(button for button in self._leaving.buttons() if button.isEnabled()).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter confirm from every field, also where Enter begins a new line."""
        is_enter = event.key() in ENTER
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._confirm()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().sizeHint()
        return QSize(self._width(), layout.totalHeightForWidth(self._width()))

    def foot_stops(self) -> list[QWidget]:
        """Return the buttons in the order of Tab."""
        return [*self._leaving.buttons(), self._cancel, self._primary]

    def _width(self) -> int:
        """Return the width in proportion to the text; no dialog is wider than the screen."""
        wanted = round(WIDTH * self.font().pointSizeF() / BODY_POINTS)
        return min(wanted, self.screen().availableSize().width())

    def _leaving_strip(self) -> Strip:
        words = self.tr("Nội dung đã sửa chưa được lưu.")
        strip = Strip(words, ((_SAVE, self.tr("Lưu")), (_LEAVE, self.tr("Bỏ thay đổi"))), self)
        for button in strip.buttons():
            button.setAutoDefault(False)
        strip.chosen.connect(lambda key: self._confirm() if key == _SAVE else self._leave())
        strip.hide()
        return strip

    def _leave(self) -> None:
        super().reject()

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setObjectName("bar")
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 4, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._refusal)
        column.addWidget(self._leaving)
        row = self._foot_row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._note, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._primary, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        return foot

    def _confirm(self) -> None:
        if self._is_ready and not self._is_busy:
            self._is_busy = True
            self._refresh()
            self.confirmed.emit()

    def _refresh(self) -> None:
        can_confirm = self._is_ready and not self._is_busy
        for button in (self._primary, self._leaving.buttons()[0]):
            button.setEnabled(can_confirm)

    def _make_room(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            super()._make_room()


def entry_form() -> QFormLayout:
    """Return the empty form of such a dialog: names at the left, fields that take the width."""
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
