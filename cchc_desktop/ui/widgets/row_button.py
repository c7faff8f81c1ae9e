"""A button that is a row of labels: chosen by a click, Enter or Space like every button."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cchc_desktop.ui.widgets.enter_key import PressedByEnter

# Colours by palette role, so that they follow the theme and high contrast alike.
_SHEET = """
RowButton { border: 2px solid transparent; border-radius: 4px; background: transparent; text-align: left; padding: 0; }
RowButton:hover { background: palette(alternate-base); }
RowButton:focus { border-color: palette(link); }
"""


class RowButton(PressedByEnter, QPushButton):
    """Takes a layout with labels that wrap; give it an accessible name that says what they say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(_SHEET)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def childEvent(self, event: QChildEvent) -> None:
        """Let clicks on a label be clicks on the button."""
        super().childEvent(event)
        child = event.child()
        if isinstance(child, QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
