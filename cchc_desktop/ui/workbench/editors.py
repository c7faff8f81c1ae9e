"""What cells are typed into: plain editors that commit on Enter, Tab and leaving only, and never complete in place.

Unikey and other input methods send corrections of what was just typed; an editor that completes inline or commits
early doubles letters. So agencies get a pop-up list, and no key commits while letters are being composed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.ui.workbench.columns import EditorKind

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_LIST_KEYS = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_MOST_OFFERED = 12


class LineEditor(QLineEdit):
    """One line: numbers, time words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.filled = False

    @property
    def composing(self) -> bool:
        """Tell whether an input method still holds letters that are not in the text."""
        return self._composing

    def words(self) -> str:
        """Return what was typed."""
        return self.text()

    def set_words(self, words: str) -> None:
        """Show words, all selected, as a cell's editor starts."""
        self.filled = True
        self.setText(words)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        return super().event(_kept(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class LinesEditor(QPlainTextEdit):
    """Several lines of plain text: Shift+Enter or Alt+Enter begins a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.filled = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
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
        """Show words with the cursor behind them: long words are mended more often than replaced."""
        self.filled = True
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def wanted_size(self, width: int, most: int) -> QSize:
        """Return the size that shows all words at a width, at most `most` pixels high and three lines at least."""
        metrics = self.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        text = metrics.boundingRect(QRect(0, 0, max(1, width - 20), 10_000), flags, self.toPlainText()).height()
        return QSize(width, min(most, max(text, 3 * metrics.lineSpacing()) + 12))

    def event(self, event: QEvent) -> bool:
        return super().event(_kept(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() in _NEW_LINE:
            self.textCursor().insertBlock()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class AgencyEditor(LinesEditor):
    """Agencies separated by ';', with a pop-up list of known names for the one being typed.

    The list only offers: what is typed stays as typed until a name is taken from it by key or mouse.
    `finished` tells that Enter was pressed while the list was open and no name in it was chosen.
    """

    finished = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [(f" {fold_words(name)}", name) for name in names]
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self.textChanged.connect(self._offer)
        self._typing = False

    def offers(self) -> QAbstractItemView:
        """Return the list of names."""
        popup = self._completer.popup()
        assert popup is not None  # Qt makes it when it is first asked for
        return popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.offers().isVisible() and event.key() in _LIST_KEYS:
            self._answer_list_key(event)
            return
        self._typing = True
        super().keyPressEvent(event)
        self._typing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._typing = True
        super().inputMethodEvent(event)
        self._typing = False

    def _answer_list_key(self, event: QKeyEvent) -> None:
        """Leave a key to the list where a name in it is chosen; Qt would take the first name unasked."""
        if self.offers().selectionModel().hasSelection() or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        self.offers().hide()
        event.accept()
        if event.key() in _ENTER:
            self.finished.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.offers().hide()
        super().focusOutEvent(event)

    def _offer(self) -> None:
        if not self._typing:
            return
        typed = fold_words(self._present_name()).strip()
        offers = [name for folded, name in self._names if f" {typed}" in folded] if typed else []
        if not offers or offers == [self._present_name().strip()]:
            self.offers().hide()
            return
        self._offers.setStringList(offers[:_MOST_OFFERED])
        area = self.cursorRect()
        area.setWidth(max(280, self.width()))
        self._completer.complete(area)
        self.offers().setCurrentIndex(QModelIndex())

    def _present_name(self) -> str:
        before = self.toPlainText()[: self.textCursor().position()]
        return before[max(before.rfind(";"), before.rfind("\n")) + 1 :]

    def _take(self, name: str) -> None:
        cursor = self.textCursor()
        typed = self._present_name()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(typed.lstrip()))
        cursor.insertText(name)
        self.setTextCursor(cursor)


Editor = LineEditor | LinesEditor


def make_editor(kind: EditorKind, words: str, agencies: Sequence[str], parent: QWidget) -> Editor:
    """Return the editor for a cell; words with line breaks never go into an editor of one line, it would lose them."""
    if kind is EditorKind.AGENCIES:
        return AgencyEditor(agencies, parent)
    if kind is EditorKind.LINE and "\n" not in words:
        return LineEditor(parent)
    return LinesEditor(parent)


def commits(editor: Editor, event: QKeyEvent) -> bool:
    """Tell whether a key ends typing: Enter alone, outside a composition."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return event.key() in _ENTER and plain and not editor.composing


def _kept(event: QEvent) -> QEvent:
    """Keep every key in the field but Ctrl+S: no other shortcut of the window may run from inside an editor."""
    if event.type() is QEvent.Type.ShortcutOverride:
        is_save = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Save)
        event.setAccepted(not is_save)
    return event
