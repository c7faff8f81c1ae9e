"""A field that searches while one types: it tells of words that stand, never of letters still being composed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.text_fields import LineField

_TYPING_MS = 120
"""A pause after which words are searched for; Unikey takes letters back and sends others within it."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_HEIGHT, _AIR = 36, 14
_OWN_KEYS = (Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_F2)


class SearchField(LineField):
    """Leaves moving, opening and leaving to whoever lists what was found."""

    settled = Signal()
    """Other words stand there than when this was told last."""
    stepped = Signal(int)
    """Down (1) or Up (-1)."""
    entered = Signal()
    escaped = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(name, parent, placeholder)
        self._told = ""
        self.setObjectName("search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addAction(icons.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _: self._pause.start())

    def settle(self) -> None:
        """Tell at once, without waiting for the pause."""
        if not self.is_composing():
            self._tell()

    def show_words(self, words: str) -> None:
        """Search for other words."""
        super().show_words(words)
        self.settle()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(_HEIGHT, self.fontMetrics().height() + _AIR))

    def event(self, event: QEvent) -> bool:
        """Keep editing keys in the field; the window's own commands stay with the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in _OWN_KEYS)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER:
            self.settle()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.is_composing():
            self._pause.start()
            return
        self._pause.stop()
        words = self.words()
        if words != self._told:
            self._told = words
            self.settled.emit()
