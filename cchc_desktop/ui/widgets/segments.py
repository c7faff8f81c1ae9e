"""Two or three ways to look at one thing, side by side; one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget


class Segments(QFrame):
    """Buttons side by side of which one is chosen."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = segment_buttons(self, names)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def check(self, number: int) -> None:
        """Choose a button without telling anyone."""
        self._group.button(number).setChecked(True)

    def rename(self, number: int, name: str) -> None:
        """Let a button say something else (a count that changed)."""
        self._group.button(number).setText(name)


def segment_buttons(frame: QFrame, names: Sequence[str]) -> QButtonGroup:
    """Fill a frame with checkable buttons side by side, numbered from 0, and give it the look of segments."""
    frame.setObjectName("segments")
    group = QButtonGroup(frame)
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for number, name in enumerate(names):
        button = QToolButton(frame)
        button.setText(name)
        button.setCheckable(True)
        group.addButton(button, number)
        layout.addWidget(button)
    return group
