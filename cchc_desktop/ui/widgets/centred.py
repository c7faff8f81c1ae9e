"""A page's content in the middle of a wide window, scrolled in a small one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.ui.widgets.cards import Card, bar

MOST_WIDTH = 1120
_MARGIN = 24


class CentredArea(QScrollArea):
    """Its `column` takes the content, at most 1120 pixels wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field; the area scrolls after it
        ground, middle = QWidget(self), QWidget(self)
        middle.setMaximumWidth(MOST_WIDTH)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(ground)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN // 4)
        row.addStretch(1)
        row.addWidget(middle, MOST_WIDTH)
        row.addStretch(1)
        self.setWidget(ground)


def card_page(page: QWidget, title: str) -> Card:
    """Lay out a page as a title above one card in the middle; return the card, still empty."""
    heading = QLabel(title, page)
    heading.setObjectName("pageTitle")
    area = CentredArea(page)
    card = Card(area)
    card.column.setContentsMargins(20, 16, 20, 16)
    area.column.addWidget(card)
    area.column.addStretch(1)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(bar([heading, None], page))
    layout.addWidget(area, 1)
    return card
