"""The window's frame: painted first, with nothing in it; its contents are built once it stands on the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from cchc_desktop.settings import Settings


class MainWindow(QMainWindow):
    """An empty frame where the user left it; `painted` comes once, when it can be seen.

    It imports no screen: those load after the first paint, so that the program answers a double click at once.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._is_painted = False
        self.setWindowTitle(self.tr("Theo dõi CCHC"))
        self.setMinimumSize(1180, 680)
        self.resize(1366, 728)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
