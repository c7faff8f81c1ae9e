"""The button at the end of the bar that opens the menu of saved views, and says which one is in use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.theme import icon_size

_ICON = 16
_LONGEST = 20
"""Widths of an average letter that the name of a view has at most."""
_EDGES, _COMPACT_EDGES = 20, 10
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class ViewsButton(QToolButton):
    """An icon with words, or alone where the room is short; the owner gives it the menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(icons.icon("eye", "text2"))
        self.setCheckable(True)
        self.menu_of_views: QMenu | None = None
        self._is_compact = False
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(icon_size(self.font(), _ICON))
        self._name = ""
        self._is_changed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_menu)
        self.show_view("", is_changed=False)

    def show_view(self, name: str, *, is_changed: bool) -> None:
        """Say which view is in use ('': none), and that it was changed since."""
        self._name, self._is_changed = name, is_changed
        self.setChecked(bool(name))
        self.setText(self._words())
        whole = self.tr("Chế độ xem: {}").format(self._named(name)) if name else self.tr("Chế độ xem")
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self.updateGeometry()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, or the words beside it."""
        if compact == self._is_compact:
            return
        styles = Qt.ToolButtonStyle
        self._is_compact = compact
        self.setObjectName("small" if compact else "")
        self.setToolButtonStyle(styles.ToolButtonIconOnly if compact else styles.ToolButtonTextBesideIcon)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()

    def is_compact(self) -> bool:
        """Tell whether the icon stands alone."""
        return self._is_compact

    def width_for(self, *, compact: bool) -> int:
        """Return the width that the button needs, in pixels."""
        icon = icon_size(self.font(), _ICON).width()
        words = self.fontMetrics().horizontalAdvance(self._words())
        return icon + _COMPACT_EDGES if compact else icon + words + _EDGES + 4

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(compact=self._is_compact), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def open_menu(self) -> None:
        """Show the views below the button."""
        self.setChecked(bool(self._name))  # the menu decides, not the click
        if self.menu_of_views is not None:
            self.menu_of_views.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setIconSize(icon_size(self.font(), _ICON))
            self.setText(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN_KEYS:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def _words(self) -> str:
        if not self._name:
            return self.tr("Chế độ xem")
        longest = self.fontMetrics().averageCharWidth() * _LONGEST
        short = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, longest)
        return self._named(short).replace("&", "&&")

    def _named(self, name: str) -> str:
        return self.tr("{} (đã đổi)").format(name) if self._is_changed else name
