"""The menu of a right click in a text field: Qt's own speaks English wherever its translation is not loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from cchc_desktop.ui.words import Words

TextField = QLineEdit | QPlainTextEdit | QTextEdit
_words = Words("TextMenu")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the menu; `run` is called with no arguments."""

    words: str
    keys: str
    is_enabled: bool
    run: Callable[[], object]


def install(field: TextField) -> None:
    """Give a field the Vietnamese menu."""
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    field.customContextMenuRequested.connect(lambda place: _pop_up(field, place))


def build_text_menu(field: TextField) -> QMenu:
    """Return the menu for the present state of a field."""
    menu = QMenu(field)
    for entries in (_steps(field), _clipboard(field), _selection(field)):
        if menu.actions() and entries:
            menu.addSeparator()
        for entry in entries:
            action = menu.addAction(f"{entry.words}\t{entry.keys}")
            action.setEnabled(entry.is_enabled)
            action.triggered.connect(lambda _=False, run=entry.run: run())
    return menu


def _pop_up(field: TextField, place: QPoint) -> None:
    menu = build_text_menu(field)
    menu.aboutToHide.connect(menu.deleteLater)
    ground: QWidget = field.viewport() if isinstance(field, QPlainTextEdit | QTextEdit) else field
    menu.popup(ground.mapToGlobal(place))


def _steps(field: TextField) -> list[_Entry]:
    if field.isReadOnly():
        return []
    steps = field.document() if isinstance(field, QPlainTextEdit | QTextEdit) else field
    return [
        _Entry(_words("Hoàn tác"), "Ctrl+Z", steps.isUndoAvailable(), field.undo),
        _Entry(_words("Làm lại"), "Ctrl+Y", steps.isRedoAvailable(), field.redo),
    ]


def _clipboard(field: TextField) -> list[_Entry]:
    is_open = not field.isReadOnly()
    chosen = _has_selection(field)
    copying = _Entry(_words("Sao chép"), "Ctrl+C", chosen, field.copy)
    if not is_open:
        return [copying]
    has_words = bool(QGuiApplication.clipboard().text())
    return [
        _Entry(_words("Cắt"), "Ctrl+X", chosen, field.cut),
        copying,
        _Entry(_words("Dán"), "Ctrl+V", has_words, field.paste),
    ]


def _selection(field: TextField) -> list[_Entry]:
    text = field.toPlainText() if isinstance(field, QPlainTextEdit | QTextEdit) else field.text()
    return [_Entry(_words("Chọn hết"), "Ctrl+A", bool(text), field.selectAll)]


def _has_selection(field: TextField) -> bool:
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.textCursor().hasSelection()
    return field.hasSelectedText()
