"""Ctrl+S for what is typed on one page: there it saves these words, elsewhere it tells how the database is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class SaveKey(QObject):
    """Takes the key from the window's command while the focus is on the page."""

    def __init__(self, page: QWidget, save: Callable[[], object]) -> None:
        super().__init__(page)
        self._save = save
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key before commands see it, and save when it comes."""
        if not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.Save):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._save()
            return True
        return False
