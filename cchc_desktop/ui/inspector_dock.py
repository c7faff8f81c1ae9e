"""The dock of the inspector: shown beside the plan when the user wants it, always as wide as it was left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from cchc_desktop.ui.workbench.dock_title import DockTitle
from cchc_desktop.ui.workbench.inspector import Inspector

_WIDTH = 320


class InspectorDock(QDockWidget):
    """Tells when the user closes it: hiding it for another screen is no wish of the user's."""

    closed = Signal()

    def __init__(self, window: QMainWindow, width: int) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Nhiệm vụ đang chọn"))
        self.setObjectName("inspector")
        self.is_wanted = True
        self._frame = window
        self._last_width = width or _WIDTH
        self.inspector = Inspector(window)
        self.setWidget(self.inspector)
        self.setTitleBarWidget(DockTitle(self))
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)

    def place(self, *, beside_plan: bool) -> None:
        """Show or hide the dock; one that comes back asks Qt for half the window, so its width is kept here."""
        self._last_width = self.kept_width()
        self.setVisible(beside_plan and self.is_wanted)
        if self.isVisible():
            self._frame.resizeDocks([self], [self._last_width], Qt.Orientation.Horizontal)

    def kept_width(self) -> int:
        """Return how wide the dock is, or was when it was last seen."""
        return self.width() if self.isVisible() else self._last_width

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
