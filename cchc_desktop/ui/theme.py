"""The look of the window: light, dark or the system's colours, followed as they change, and the size of its text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QSize, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from cchc_desktop.ui.stylesheet import BODY_POINTS, stylesheet
from cchc_desktop.ui.tokens import DARK, LIGHT, Tokens, palette_of, tokens_from

FONT_FAMILIES = ("Segoe UI", "Noto Sans")
TEXT_SIZES = range(BODY_POINTS, 16)
"""Sizes of the body's text that can be chosen, in points."""
_OBJECT_NAME = "theme"
_CHOSEN = ("light", "dark")


class Theme(QObject):
    """Keeps an application in its colours and its size of text; lives as long as the application, which owns it.

    `choice` is 'system', 'light' or 'dark'. Windows' high contrast wins over all three.
    """

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system", points: int = BODY_POINTS) -> None:
        super().__init__(application)
        self.setObjectName(_OBJECT_NAME)
        self._application = application
        self._choice = "system"
        self.points = points if points in TEXT_SIZES else BODY_POINTS
        self.tokens = LIGHT
        application.setStyle("Fusion")
        self._set_font()
        application.styleHints().colorSchemeChanged.connect(self.refresh)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Change to 'system', 'light' or 'dark'; anything else is 'system'."""
        before, self._choice = self._choice, choice if choice in _CHOSEN else "system"
        if self._choice != before:
            self._tell_system()
        self.refresh()

    def set_points(self, points: int) -> None:
        """Change the size of the body's text, and all other sizes in proportion; others than 10 to 15 are ignored."""
        if points != self.points and points in TEXT_SIZES:
            self.points = points
            self._set_font()
            self.refresh()

    def _set_font(self) -> None:
        font = QFont()
        font.setFamilies(FONT_FAMILIES)
        font.setPointSize(self.points)
        self._application.setFont(font)

    def _tell_system(self) -> None:
        """Let what the system draws (title bar, its own dialogs) follow the choice; most starts choose nothing."""
        hints = self._application.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
            return
        from PySide6.QtCore import Qt

        hints.setColorScheme(Qt.ColorScheme.Dark if self._choice == "dark" else Qt.ColorScheme.Light)

    def refresh(self) -> None:
        """Work out the colours again and give them to the application."""
        before, self.tokens = self.tokens, self._wanted()
        if self.tokens.system or before.system:
            self._show_menu_icons(not self.tokens.system)
        if self.tokens.system:
            self._application.setPalette(self._application.style().standardPalette())
        else:
            self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(stylesheet(self.tokens, self.points))
        self.changed.emit()

    @staticmethod
    def _show_menu_icons(shown: bool) -> None:
        """Leave icons out of menus in high contrast: in the chosen line they would have the colour of its ground."""
        from PySide6.QtCore import Qt

        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, not shown)

    def _wanted(self) -> Tokens:
        if _high_contrast():
            return tokens_from(self._application.style().standardPalette())
        if self._choice == "system":
            # By name: `Qt.ColorScheme` would load the whole `Qt` namespace, 25 ms before the first paint.
            dark = self._application.styleHints().colorScheme().name == "Dark"
            return DARK if dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT


def apply(application: QApplication, choice: str = "system", points: int = BODY_POINTS) -> Theme:
    """Give an application the program's fonts and colours and return the theme that keeps them current."""
    return Theme(application, choice, points)


def theme_of(application: QObject | None) -> Theme | None:
    """Return the theme that `apply` gave an application, None where it has none (tests of single widgets)."""
    return application.findChild(Theme, _OBJECT_NAME) if application is not None else None


def current() -> Tokens:
    """Return the colours in use."""
    theme = theme_of(QApplication.instance())
    return theme.tokens if theme is not None else LIGHT


def icon_size(font: QFont, pixels: int) -> QSize:
    """Return the size of an icon beside text of a font, in proportion; `pixels` is its size beside the usual text."""
    side = round(pixels * font.pointSizeF() / BODY_POINTS)
    return QSize(side, side)


def _high_contrast() -> bool:
    """Tell whether the system asks for high contrast (Qt 6.10 and newer can say so)."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference().name == "HighContrast")
