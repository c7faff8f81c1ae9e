"""A menu of checkboxes that stays open while they are checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

_CHECKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckMenu(QMenu):
    """A click, the space bar or Enter checks a line and leaves the menu open; Esc or a click beside it closes it."""

    def add_heading(self, words: str) -> None:
        """Begin a group of lines; the keys pass its heading over."""
        if not self.isEmpty():
            self.addSeparator()
        self.addAction(words).setEnabled(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._checks(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _CHECKING or not self._checks(self.activeAction()):
            super().keyPressEvent(event)

    def _checks(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True
