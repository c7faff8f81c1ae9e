"""Fields of the inspector: words to read that become an editor where they stand, once the focus is in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QResizeEvent, QShowEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.workbench.list_editors import AgencyEditor

_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_TITLE_SCALE = 1.1


class ValueEdit(AgencyEditor):
    """Words of one field, as high as they are; typing is committed on leaving, by Ctrl+Enter, by Enter in one line.

    Words that come while something is typed wait: they neither replace it nor move the cursor, and Esc shows them.
    A field without names offers none, and is a plain text field.
    """

    committed = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, is_one_line: bool = False, is_quoted: bool = False) -> None:
        super().__init__((), parent)
        self._is_one_line = is_one_line
        self._is_quoted = is_quoted
        self._source: Callable[[], Sequence[str]] = tuple
        self._stored = ""
        self._base = ""
        self._told: str | None = None
        self._is_open = False
        self.setObjectName("value")
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("(để trống)"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(1)
        self.setMinimumWidth(1)
        self.textChanged.connect(self._fit)
        self.finished.connect(lambda _command: self.commit())

    def set_source(self, source: Callable[[], Sequence[str]]) -> None:
        """Offer names while typing; they are asked for when the field is gone into."""
        self._source = source

    def show_words(self, words: str) -> None:
        """Show stored words; what is being typed stays, and so does what was told and is not stored yet."""
        if self._told is not None and words == self._stored != self._told:
            return
        self._told = None
        self._stored = words
        if not self.is_typing():
            self._put(words)

    def is_typing(self) -> bool:
        """Tell whether words stand here that were not committed."""
        return self._is_open and (self.composing or self.toPlainText() != self._base)

    def commit(self) -> None:
        """Tell what was typed, where it differs from what stood here."""
        if not self._is_open or self.composing or self.toPlainText() == self._base:
            return
        if self.toPlainText().strip() == self._base.strip():
            self._put(self._base)
            return
        self._base = self._told = self.toPlainText()
        self.committed.emit(self._base)

    def settle(self) -> None:
        """Wait no longer for what was told: another item comes, or the words were not stored after all."""
        self._told = None

    def give_up(self) -> None:
        """Show the stored words again."""
        self._base = self._stored
        self._put(self._stored)

    def select_words(self, words: str) -> None:
        """Go into the field and select words in it, where they are found."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        found = self.document().find(words)
        if not found.isNull():
            self.setTextCursor(found)

    def _put(self, words: str) -> None:
        self._base = words
        quoted = self._is_quoted and not self._is_open and bool(words)
        text = f"“{words}”" if quoted else words
        if text == self.toPlainText():
            return
        position = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(text)))
        self.setTextCursor(cursor)

    # --- keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing and event.key() in ENTER:
            event.accept()  # it belongs to the input method
        elif self.composing or self.offers().isVisible():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in ENTER and self._commits(event.modifiers()):
            self.commit()
        elif event.key() == Qt.Key.Key_F2:
            self.moveCursor(QTextCursor.MoveOperation.End)
        else:
            super().keyPressEvent(event)

    def _commits(self, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return True
        return self._is_one_line and not modifiers & ~Qt.KeyboardModifier.KeypadModifier

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._is_open and not self.isReadOnly():
            self._is_open = True
            self._names = [(f" {fold_words(name)}", name) for name in self._source()]
            self._put(self._stored)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._is_open and event.reason() not in _NOT_LEFT:
            self.commit()
            self._is_open = False
            self._put(self._base)
            self._drop_selection()

    def _drop_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # --- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls: all words of the field are in view

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())

    def _fit(self) -> None:
        """Be as high as the words, wrapped at the present width."""
        layout = self.document().documentLayout()
        height = 2 * self.document().documentMargin()
        block = self.document().begin()
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        self.setFixedHeight(round(height) + self.height() - self.viewport().height())


class TitleEdit(ValueEdit):
    """The content of the item in the letters of a title."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setPlaceholderText(self.tr("(chưa có nội dung)"))
        self.enlarge(parent.font())

    def enlarge(self, body: QFont) -> None:
        """Take letters that stand out from those of the body."""
        font = QFont(body)
        font.setPointSizeF(body.pointSizeF() * _TITLE_SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
