"""The reminder in the system's tray: off until someone chooses it in Thiết lập."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.words import Words

_words = Words("Tray")
_SHOWN_MS = 15_000


class TrayReminder(QObject):
    """Shows one message; where the system has no tray it says so by returning False, and nothing else happens."""

    clicked = Signal()
    """The message or the icon was clicked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._icon: QSystemTrayIcon | None = None

    def remind(self, sentence: str) -> bool:
        """Show a sentence; tell whether there was a tray to show it in."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        icon = self._icon or self._made()
        icon.show()
        icon.setToolTip(sentence)
        icon.showMessage(_words("Theo dõi CCHC"), sentence, icons.icon("calendar-clock"), _SHOWN_MS)
        return True

    def put_away(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()

    def _made(self) -> QSystemTrayIcon:
        icon = self._icon = QSystemTrayIcon(icons.icon("calendar-clock"), self)
        icon.messageClicked.connect(self.clicked)
        icon.activated.connect(lambda _: self.clicked.emit())
        return icon
