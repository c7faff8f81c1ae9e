"""The window's frame: painted first, with nothing in it; its contents are built once it stands on the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton

from cchc_desktop.settings import Settings

_SMALLEST = QSize(1180, 680)
"""The smallest frame in which every screen is laid out well; a smaller desk has a smaller frame."""
_FIRST = QSize(1366, 728)
_TITLE_BAR = 32


class MainWindow(QMainWindow):
    """An empty frame where the user left it; `painted` comes once, when it can be seen.

    It imports no screen: those load after the first paint, so that the program answers a double click at once.
    `room` is what the desk has for a window and its title: large letters of Windows leave less than the smallest size.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, settings: Settings, room: QSize | None = None) -> None:
        super().__init__()
        self._is_painted = False
        self.setWindowTitle(self.tr("Theo dõi CCHC"))
        inner = room - QSize(0, _TITLE_BAR) if room is not None else _FIRST
        self.setMinimumSize(_SMALLEST.boundedTo(inner))
        self.resize(_FIRST.boundedTo(inner))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make Enter a click on the button that has the focus: outside dialogs Qt lets only the space bar be one."""
        from cchc_desktop.ui.widgets.enter_key import ENTER

        button = self.focusWidget()
        if event.key() in ENTER and isinstance(button, QPushButton | QToolButton) and button.isEnabled():
            button.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
