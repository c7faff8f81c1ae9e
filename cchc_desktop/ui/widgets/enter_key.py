"""Enter as a click, for buttons that Qt lets be pressed with the space bar alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:  # a class of Qt has one class of Qt above it
    _Button = object

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PressedByEnter(_Button):
    """Makes Enter a click; stands before the class of the button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
