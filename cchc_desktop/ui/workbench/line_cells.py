"""What delegates share that open a `LineEditor` in a cell: its place, its words, and the keys that end typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.workbench.editors import LineEditor, leaving_command

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENDS = (*ENTER, *_TABS)


def line_editor(parent: QWidget, name: str, *, is_filled: bool) -> LineEditor:
    """Return an editor of figures; one that is filled already by what is being typed takes no words of the cell."""
    editor = LineEditor(parent)
    editor.filled = is_filled
    editor.setAlignment(Qt.AlignmentFlag.AlignRight)
    editor.setAccessibleName(name)
    return editor


def fill_once(editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
    """Fill an editor once: rows that come while someone types must not replace what was typed."""
    if isinstance(editor, LineEditor) and not editor.filled:
        editor.set_words(str(index.data(Qt.ItemDataRole.EditRole) or ""))


def line_rect(cell: QRect, pitch: int) -> QRect:
    """Return where the editor of one line stands in a cell; `pitch` is the height of a line in pixels."""
    height = min(cell.height() - 4, pitch + 10)
    rect = QRect(cell).adjusted(2, 0, -2, 0)
    rect.setTop(cell.center().y() - height // 2)
    rect.setHeight(height)
    return rect


def end_typing(
    delegate: QAbstractItemDelegate, watched: QObject, event: QEvent, left: Callable[[str], object]
) -> bool | None:
    """End typing on Enter and Tab and tell by which command; None for an event that the delegate's base answers.

    While letters are being composed these keys belong to the input method.
    """
    if not isinstance(watched, LineEditor) or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return None
    if watched.composing and event.key() in _ENDS:
        return True
    command = leaving_command(event)
    if command is None:
        return False if event.key() in _ENDS else None
    delegate.commitData.emit(watched)
    delegate.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
    left(command)
    return True
