"""The title of a docked pane: words, steps to the rows beside the one shown, and a close button that can be hit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from cchc_desktop.ui import icons

_HEIGHT = 34
_PREVIOUS, _NEXT = -1, 1


class DockTitle(QWidget):
    """Stands in for Qt's own title bar, whose button is too small and vanishes in the dark theme.

    `step_wanted` brings -1 for the row before, 1 for the row behind.
    """

    step_wanted = Signal(int)

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(max(_HEIGHT, self.fontMetrics().height() + 14))
        words = QLabel(dock.windowTitle(), self)
        words.setObjectName("paneTitle")
        self.previous = self._button("chevron-left", self.tr("Nhiệm vụ trước"))
        self.previous.clicked.connect(lambda: self.step_wanted.emit(_PREVIOUS))
        self.next = self._button("chevron-right", self.tr("Nhiệm vụ sau"))
        self.next.clicked.connect(lambda: self.step_wanted.emit(_NEXT))
        self.close_button = self._button("x", self.tr("Ẩn khung này"))
        self.close_button.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(2)
        layout.addWidget(words, 1)
        for button in (self.previous, self.next, self.close_button):
            layout.addWidget(button)

    def enable_steps(self, *, can_go_back: bool, can_go_on: bool) -> None:
        """Say whether there is a row before and a row behind the one shown."""
        self.previous.setEnabled(can_go_back)
        self.next.setEnabled(can_go_on)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon, "text2"))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button
