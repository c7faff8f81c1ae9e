"""The navigation rail: one button for each screen that works, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons

_WIDTH = 88


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
        self.setFixedWidth(_WIDTH)
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

    def mark(self, name: str) -> None:
        """Mark a screen as the present one."""
        self._buttons[name].setChecked(True)

    def _button(self, entry: RailEntry) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(entry.name)
        button.setText(entry_words(entry))
        button.setIcon(icons.icon(entry.icon))
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFixedWidth(_WIDTH - 8)
        button.setMinimumHeight(52)
        button.clicked.connect(lambda: self.chosen.emit(entry.name))
        return button


def entry_words(entry: RailEntry) -> str:
    """Return the words of a screen in the user's language."""
    return QCoreApplication.translate("Rail", entry.words)
