"""The button of what cannot be undone, in the one colour that means so."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from cchc_desktop.ui import icons, theme

_FILLED = Template("""
QPushButton { background: $late; color: $surface; border-color: $late; font-weight: 600; }
QPushButton:hover { background: $late; border-color: $text; }
QPushButton:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton:disabled { background: $border; color: $disabled; border-color: $border; }
""")


class DestructiveButton(QPushButton):
    """A filled button in the colour of 'late'; it follows the theme, and a system's own colours stay its own."""

    def __init__(self, words: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        if icon:
            self.setIcon(icons.icon(icon, "surface"))
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        tokens = theme.current()
        values = {"late": tokens.late.text, "surface": tokens.surface, "text": tokens.text}
        values |= {"border": tokens.border, "disabled": tokens.disabled}
        sheet = "" if tokens.system else _FILLED.substitute(values)
        if sheet != self.styleSheet():  # setting it is a change of the palette itself
            self.setStyleSheet(sheet)
