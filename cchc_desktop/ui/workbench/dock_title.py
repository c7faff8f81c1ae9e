"""The title of a docked pane: words and a close button that can be seen and hit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from cchc_desktop.ui import icons

_HEIGHT = 34


class DockTitle(QWidget):
    """Stands in for Qt's own title bar, whose button is too small and vanishes in the dark theme."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(max(_HEIGHT, self.fontMetrics().height() + 14))
        words = QLabel(dock.windowTitle(), self)
        words.setObjectName("paneTitle")
        close = QToolButton(self)
        close.setIcon(icons.icon("x", "text2"))
        close.setIconSize(QSize(16, 16))
        close.setToolTip(self.tr("Ẩn khung này"))
        close.setAccessibleName(self.tr("Ẩn khung này"))
        close.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.addWidget(words, 1)
        layout.addWidget(close)
