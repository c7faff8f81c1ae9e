"""Fields of forms. What an input method still composes is never taken for text, nor written over."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QInputMethodEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from cchc_desktop.domain.text.folding import nfc

_HEIGHT = 28
_LEAST_LINES, _MOST_LINES = 2, 4
_SIDES = 18
"""Edge, padding and Qt's own margin of a line, left and right together."""
_FRAME = 8
"""Edge and padding of a field of several lines, above and below together, as the stylesheet sets them."""


class LineField(QLineEdit):
    """One line of text, with a tooltip where it does not fit; no completion of any kind stands in it."""

    def __init__(self, name: str, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(parent)
        self._is_composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._tell_clipped)

    def words(self) -> str:
        """Return what was typed: NFC, without blanks around it."""
        return nfc(self.text()).strip()

    def show_words(self, words: str) -> None:
        """Show other words; cursor, blanks and composed letters stay where they are the same."""
        if words != self.words():
            self.setText(words)
            self.setCursorPosition(0)

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters that it has not handed over."""
        return self._is_composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_clipped()

    def _tell_clipped(self) -> None:
        words = self.text() or self.placeholderText()
        fits = self.fontMetrics().horizontalAdvance(words) <= self.width() - _SIDES
        self.setToolTip("" if fits else words)


class LinesField(QPlainTextEdit):
    """A few short lines, two to four of them seen at once; Tab leads on."""

    def __init__(self, name: str, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(parent)
        self._is_composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.blockCountChanged.connect(lambda _: self.updateGeometry())

    def lines(self) -> tuple[str, ...]:
        """Return the lines that hold something: NFC, without blanks around them."""
        return tuple(words for line in self.toPlainText().splitlines() if (words := nfc(line).strip()))

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show other lines; cursor and composed letters stay where they are the same."""
        if lines != self.lines():
            self.setPlainText("\n".join(lines))

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters that it has not handed over."""
        return self._is_composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def sizeHint(self) -> QSize:
        shown = min(max(self.blockCount(), _LEAST_LINES), _MOST_LINES)
        line = self.blockBoundingRect(self.document().firstBlock()).height()
        return QSize(super().sizeHint().width(), ceil(shown * line) + _FRAME)

    def minimumSizeHint(self) -> QSize:
        return QSize(_HEIGHT, self.sizeHint().height())
