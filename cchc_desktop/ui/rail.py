"""The navigation rail: one button for each screen that works, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.actions import translated
from cchc_desktop.ui.theme import icon_size

_WIDTH = 88
_ICON = 20
_EDGES = 20
"""Pixels of a rail that its words cannot have."""
_SMALL = 0.9
"""Its words beside the window's."""
_RESTYLED = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange)


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One screen as the rail and the menu name it; those at the foot stand apart and have no number key."""

    name: str
    words: str
    icon: str
    at_foot: bool = False


class Rail(QFrame):
    """A column of screens."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons = {entry.name: self._button(entry) for entry in entries}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(4)
        for entry in entries:
            if not entry.at_foot:
                layout.addWidget(self._buttons[entry.name])
        layout.addStretch(1)
        for entry in entries:
            if entry.at_foot:
                layout.addWidget(self._buttons[entry.name])
        self._fit()

    def mark(self, name: str) -> None:
        """Mark a screen as the present one."""
        self._buttons[name].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._fit()

    def _fit(self) -> None:
        """Be as wide as the drawings say, or as the widest words in bold need."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        font.setBold(True)
        metrics = QFontMetrics(font)
        words = max((metrics.horizontalAdvance(button.text()) for button in self._buttons.values()), default=0)
        width = max(_WIDTH, words + _EDGES)
        self.setFixedWidth(width)
        for button in self._buttons.values():
            button.setFixedWidth(width - 8)
            button.setIconSize(icon_size(self.font(), _ICON))

    def _button(self, entry: RailEntry) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(entry.name)
        button.setText(entry_words(entry))
        button.setIcon(icons.icon(entry.icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setMinimumHeight(52)
        button.clicked.connect(lambda: self.chosen.emit(entry.name))
        return button


def entry_words(entry: RailEntry) -> str:
    """Return the words of a screen in the user's language."""
    return translated(entry.words)
