"""A picture before words, in the colours of the theme also after those have changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.ui import icons, theme

SMALL = 16


class IconLabel(QLabel):
    """Shows one of the program's icons, as large as the text allows; it says nothing by itself."""

    def __init__(self, name: str, token: str = "text2", size: int = SMALL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._token = token
        self._size = size
        self._draw()

    def show_icon(self, name: str, token: str | None = None) -> None:
        """Show another icon, in another colour where one is named."""
        self._name = name
        self._token = token or self._token
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        if self._name:
            size = theme.icon_size(self.font(), self._size)
            self.setPixmap(icons.icon(self._name, self._token).pixmap(size, self.devicePixelRatioF()))
