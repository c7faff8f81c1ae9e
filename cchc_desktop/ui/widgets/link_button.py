"""A button that looks like a link: an action offered inside a line of words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

# Colours by palette role, so that they follow the theme and high contrast alike.
_SHEET = """
QPushButton { border: none; background: transparent; color: palette(link); padding: 3px 4px; font-weight: 600;
  min-height: 1.1em; }
QPushButton:hover { text-decoration: underline; }
QPushButton:focus { border: 2px solid palette(link); border-radius: 4px; padding: 1px 2px; }
"""


class LinkButton(QPushButton):
    """Reached by Tab and pressed like every button; takes little more room than the words beside it."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setStyleSheet(_SHEET)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
