"""What cells are typed into: plain editors that commit on Enter, Tab and leaving only, and never complete in place.

Unikey and other input methods send corrections of what was just typed; an editor that completes inline or commits
early doubles letters. So names get a pop-up list, and no key commits while letters are being composed.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.enter_key import ENTER

_EDGES = 16
"""Pixels left and right of the words in an editor: its frame and padding, the document's margins."""
_NEW_LINE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_LEFT_BY = {Qt.Key.Key_Return: "cell_below", Qt.Key.Key_Enter: "cell_below", Qt.Key.Key_Tab: "next_cell"}
_LEFT_BY_SHIFT = {
    Qt.Key.Key_Return: "cell_above",
    Qt.Key.Key_Enter: "cell_above",
    Qt.Key.Key_Tab: "previous_cell",
    Qt.Key.Key_Backtab: "previous_cell",
}


class LineEditor(QLineEdit):
    """One line: numbers, titles of sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._entered = False
        self.filled = False
        self._shown = ""
        text_menu.install(self)

    @property
    def composing(self) -> bool:
        """Tell whether an input method still holds letters that are not in the text."""
        return self._composing

    def words(self) -> str:
        """Return what was typed."""
        return self.text()

    def set_words(self, words: str) -> None:
        """Show words with the cursor behind them."""
        self.filled, self._shown = True, words
        self.setText(words)

    def is_touched(self) -> bool:
        """Tell whether anything was typed since words were shown."""
        return self._composing or self.words() != self._shown

    def event(self, event: QEvent) -> bool:
        return super().event(_kept(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor behind the words at first: Qt's views select them all."""
        super().focusInEvent(event)
        if not self._entered:
            self._entered = True
            self.end(False)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class LinesEditor(QPlainTextEdit):
    """Several lines of plain text: Alt+Enter or Ctrl+Enter begins a new one."""

    least_lines = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.filled = False
        self._shown = ""
        text_menu.install(self)
        self.setTabChangesFocus(True)
        self.show_scroll_bar(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)

    @property
    def composing(self) -> bool:
        """Tell whether an input method still holds letters that are not in the text."""
        return self._composing

    def words(self) -> str:
        """Return what was typed."""
        return self.toPlainText()

    def set_words(self, words: str) -> None:
        """Show words with the cursor behind them."""
        self.filled, self._shown = True, words
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def is_touched(self) -> bool:
        """Tell whether anything was typed since words were shown."""
        return self._composing or self.words() != self._shown

    def wanted_size(self, width: int, most: int) -> QSize:
        """Return the size that shows all words at a width, at most `most` pixels high."""
        least = self.least_lines * self.fontMetrics().lineSpacing()
        height = height_at(self.toPlainText(), self.font(), max(1, width - _EDGES))
        return QSize(width, min(most, max(height, least) + 12))

    def show_scroll_bar(self, is_shown: bool) -> None:
        """Offer to scroll where not all words have room; elsewhere a bar would take the room that makes them fit."""
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    def event(self, event: QEvent) -> bool:
        return super().event(_kept(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if begins_line(event):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)


Editor = LineEditor | LinesEditor


def height_at(words: str, font: QFont, width: int) -> int:
    """Return how high words stand at a width, broken as an editor of several lines breaks them."""
    return sum(_height_of(paragraph, font, width) for paragraph in words.split("\n"))


def _height_of(paragraph: str, font: QFont, width: int) -> int:
    layout = QTextLayout(paragraph, font)
    options = layout.textOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(options)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height += line.height()
    layout.endLayout()
    return ceil(height)


def begins_line(event: QKeyEvent) -> bool:
    """Tell whether a key begins a new line inside a cell."""
    return event.key() in ENTER and bare_modifiers(event) in _NEW_LINE


def bare_modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifiers without the one that only says where the key stands."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def leaving_command(event: QKeyEvent) -> str | None:
    """Return the command of PlanView by which a key ends typing, None where it does not."""
    modifiers, key = bare_modifiers(event), Qt.Key(event.key())
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return _LEFT_BY.get(key)
    return _LEFT_BY_SHIFT.get(key) if modifiers == Qt.KeyboardModifier.ShiftModifier else None


def _kept(event: QEvent) -> QEvent:
    """Keep every key in the field but Ctrl+S: no other shortcut of the window may run from inside an editor."""
    if event.type() is QEvent.Type.ShortcutOverride:
        is_save = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Save)
        event.setAccepted(not is_save)
    return event
