"""What stands before or above the window's contents: a page instead of them, strips on top of them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from cchc_desktop.ui.widgets.strip import StripColumn


class Front(QObject):
    """Wraps a window's central widget when first needed; a start without trouble pays nothing for it.

    While a page stands in front, menus, toolbars and docks are closed, and with them their keys.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._screens: QStackedWidget | None = None
        self._contents: QWidget | None = None
        self._strips: StripColumn | None = None

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the contents, and of the page before it, which goes for good."""
        screens = self._wrapped()
        screens.addWidget(page)
        screens.setCurrentWidget(page)
        self._forget_pages(page)
        self._strip_column().hide()
        self._allow_contents(False)
        page.setFocus()

    def leave_page(self) -> None:
        """Show the contents again."""
        if self._screens is None or self._contents is None or self._screens.currentWidget() is self._contents:
            return
        self._screens.setCurrentWidget(self._contents)
        self._forget_pages(None)
        self._strip_column().setVisible(self._strip_column().count() > 0)
        self._allow_contents(True)

    def add_strip(self, strip: QWidget) -> None:
        """Show a strip above the contents."""
        screens = self._wrapped()
        self._strip_column().add(strip)
        self._strip_column().setVisible(screens.currentWidget() is self._contents)

    def remove_strip(self, strip: QWidget) -> None:
        """Take a strip away for good."""
        self._strip_column().remove(strip)

    def _forget_pages(self, kept: QWidget | None) -> None:
        assert self._screens is not None, "called after wrapping"
        for number in reversed(range(self._screens.count())):
            page = self._screens.widget(number)
            if page is not None and page is not self._contents and page is not kept:
                self._screens.removeWidget(page)
                page.deleteLater()

    def _allow_contents(self, allowed: bool) -> None:
        for part in (self._window.menuBar(), *self._window.findChildren(QToolBar)):
            part.setEnabled(allowed)
        for dock in self._window.findChildren(QDockWidget):
            dock.setEnabled(allowed)

    def _wrapped(self) -> QStackedWidget:
        if self._screens is None:
            self._strips = StripColumn(self._window)
            self._screens = QStackedWidget(self._window)
            self._contents = self._window.takeCentralWidget() or QWidget()
            self._screens.addWidget(self._contents)
            around = QWidget(self._window)
            column = QVBoxLayout(around)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(self._strips)
            column.addWidget(self._screens, 1)
            self._window.setCentralWidget(around)
            around.show()
        return self._screens

    def _strip_column(self) -> StripColumn:
        self._wrapped()
        assert self._strips is not None, "made together with the wrapping"
        return self._strips
