"""A square button with an icon alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from cchc_desktop.ui import icons

_SIDE = 28


def small_button(icon: str, words: str, parent: QWidget) -> QToolButton:
    """Return a square button with an icon alone; its words stand in the tooltip and for screen readers."""
    button = QToolButton(parent)
    button.setObjectName("small")
    button.setIcon(icons.icon(icon, "text2"))
    button.setFixedSize(_SIDE, _SIDE)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    name_button(button, words)
    return button


def name_button(button: QToolButton, words: str) -> None:
    """Say what a button with an icon alone does."""
    button.setToolTip(words)
    button.setAccessibleName(words)
