"""The dock of the inspector: shown beside the plan when the user wants it, always as wide as it was left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from cchc_desktop.ui.inspector.inspector import Inspector
from cchc_desktop.ui.workbench.dock_title import DockTitle

_WIDTH, _WIDE = 320, 376
_WIDE_WINDOW = 1500
"""Width of a window from which the pane is wider, where the user has not chosen a width."""


class InspectorDock(QDockWidget):
    """Tells when the user closes it: hiding it for another screen is no wish of the user's.

    `step_wanted` brings -1 for the row before, 1 for the row behind the one shown.
    """

    closed = Signal()
    step_wanted = Signal(int)

    def __init__(self, window: QMainWindow, width: int) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Nhiệm vụ đang chọn"))
        self.setObjectName("inspector")
        self.is_wanted = True
        self._frame = window
        self._last_width = _chosen(width)
        self.inspector = Inspector(window)
        self.setWidget(self.inspector)
        self.title = DockTitle(self)
        self.title.step_wanted.connect(self.step_wanted)
        self.setTitleBarWidget(self.title)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        window.installEventFilter(self)

    def place(self, *, beside_plan: bool) -> None:
        """Show or hide the dock; one that comes back asks Qt for half the window, so its width is kept here."""
        self._last_width = _chosen(self.kept_width())
        self.setVisible(beside_plan and self.is_wanted)
        self._fit()

    def kept_width(self) -> int:
        """Return how wide the dock is, or was when it was last seen."""
        return self.width() if self.isVisible() else self._last_width or self._usual_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window from the one usual width to the other, while the user has chosen none."""
        if watched is self._frame and event.type() is QEvent.Type.Resize and self.isVisible():
            self._last_width = _chosen(self.width())
            if not self._last_width and self.width() != self._usual_width():
                QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self.isVisible():
            width = self._last_width or self._usual_width()
            self._frame.resizeDocks([self], [width], Qt.Orientation.Horizontal)

    def _usual_width(self) -> int:
        return _WIDE if self._frame.width() >= _WIDE_WINDOW else _WIDTH

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _chosen(width: int) -> int:
    """Return a width that a user chose, 0 for the usual ones."""
    return 0 if width in (_WIDTH, _WIDE) else width
