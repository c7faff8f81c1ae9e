"""The navigation rail; a screen appears here when it works."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons

_WIDTH = 88


class Rail(QFrame):
    """A column of screens, the present one marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(4)
        layout.addWidget(self._button(self.tr("Kế hoạch"), "list-tree"))
        layout.addStretch(1)

    def _button(self, words: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoExclusive(True)
        button.setFixedWidth(_WIDTH - 8)
        button.setMinimumHeight(52)
        return button
