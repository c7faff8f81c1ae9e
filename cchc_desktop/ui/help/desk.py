"""Opens the guide: at the present screen's chapter, at the page of keys."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.actions import ActionSpec
from cchc_desktop.ui.help.guide import HEADINGS, KEYS, chapter_of
from cchc_desktop.ui.help.key_page import key_page
from cchc_desktop.ui.help.window import HelpWindow


class HelpDesk(QObject):
    """One window with the guide for one window of the program."""

    def __init__(self, actions: tuple[ActionSpec, ...], window: QWidget) -> None:
        super().__init__(window)
        self._guide = HelpWindow(lambda: key_page(actions), window)

    def open_for(self, screen: str) -> None:
        """Show where the guide explains a screen or page."""
        self._open(chapter_of(screen).name)
        self._guide.page.show_heading(HEADINGS.get(screen, ""))

    def open_keys(self) -> None:
        """Show the page of keys."""
        self._open(KEYS)

    def _open(self, name: str) -> None:
        self._guide.open_chapter(name)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()
