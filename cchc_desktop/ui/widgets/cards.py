"""Parts that pages are made of: a bar at the top or the bottom, a card on the page's ground, a line with an icon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui.widgets.icon_label import SMALL, IconLabel

_WIDE, _SLIM = (16, 8, 16, 8), (8, 4, 8, 4)


def bar(parts: Sequence[QWidget | None], parent: QWidget | None = None, *, is_slim: bool = False) -> QFrame:
    """Return a bar with widgets in a row; None is the room that pushes the rest to the right, a label wraps in it.

    A slim one stands at the edge of a part of a page.
    """
    frame = QFrame(parent)
    frame.setObjectName("bar")
    row = QHBoxLayout(frame)
    row.setContentsMargins(*(_SLIM if is_slim else _WIDE))
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, int(isinstance(part, QLabel) and part.wordWrap()))
    return frame


class Card(QFrame):
    """A surface with an edge; its `column` takes the content."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)


def icon_label(name: str, parent: QWidget, size: int = SMALL, token: str = "text2") -> QLabel:
    """Return a picture that stands before words and says nothing by itself."""
    return IconLabel(name, token, size, parent)


def plain_label(text: str = "", parent: QWidget | None = None, style: str = "") -> QLabel:
    """Return a label that wraps and never reads its words as markup; `style` names its look in the stylesheet."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if style:
        label.setObjectName(style)
    return label


def primary_button(words: str, parent: QWidget | None = None) -> QPushButton:
    """Return the one button of a surface that leads on."""
    button = QPushButton(words, parent)
    button.setObjectName("primary")
    return button
