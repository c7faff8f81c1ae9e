"""The ways to look at a plan, side by side; where the room is short the groupings go into one menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.widgets.segments import segment_buttons

_ICON = 14
_ROOM = _ICON + 6
_PAD = 10


class ModeSwitch(QFrame):
    """Segments of which one is chosen; the last ones, called as `in_menu`, can stand under one segment with a menu."""

    chosen = Signal(int)

    def __init__(
        self, names: Sequence[str], in_menu: Sequence[str], menu_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._in_menu = list(in_menu)
        self._menu_from = len(names) - len(in_menu)
        self._menu_name = menu_name
        self._mode = 0
        self._group = segment_buttons(self, names)
        self._more = _MenuSegment(self)
        self._group.addButton(self._more, len(names))
        row = self.layout()
        assert row is not None, "the buttons stand in it"
        row.addWidget(self._more)
        self._menu = self._made_menu()
        self._group.idClicked.connect(self._clicked)
        self.set_compact(False)
        self.check(0)

    def check(self, mode: int) -> None:
        """Choose a way of looking without telling anyone."""
        self._mode = mode
        in_menu = self._is_compact and mode >= self._menu_from
        self._group.button(len(self._names) if in_menu else mode).setChecked(True)
        self._more.setText(self._more_words())
        for number, action in enumerate(self._menu.actions(), self._menu_from):
            action.setChecked(number == mode)
        self.updateGeometry()

    def set_compact(self, compact: bool) -> None:
        """Put the last ways under one segment, or side by side with the others."""
        self._is_compact = compact
        for number in range(self._menu_from, len(self._names)):
            self._group.button(number).setVisible(not compact)
        self._more.setVisible(compact)
        self.check(self._mode)

    def width_for(self, *, compact: bool) -> int:
        """Return the width that the segments need, in pixels."""
        first = sum(self._group.button(number).sizeHint().width() for number in range(self._menu_from))
        rest = range(self._menu_from, len(self._names))
        if not compact:
            return first + sum(self._group.button(number).sizeHint().width() for number in rest) + 2
        return first + self._more.width_for(self._more_words()) + 2

    def _more_words(self) -> str:
        """Return what the segment with the menu says while it is shown."""
        return self._in_menu[self._mode - self._menu_from] if self._mode >= self._menu_from else self._menu_name

    def _made_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for number, name in enumerate(self._names[self._menu_from :], self._menu_from):
            action: QAction = menu.addAction(name)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, mode=number: self.chosen.emit(mode))
        return menu

    def _clicked(self, number: int) -> None:
        if number < len(self._names):
            self.chosen.emit(number)
            return
        self.check(self._mode)  # the menu decides, not the click
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))


class _MenuSegment(QToolButton):
    """A segment with an arrow at its right end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_ROOM, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def width_for(self, words: str) -> int:
        """Return the width that the segment would need with other words, in pixels."""
        metrics = self.fontMetrics()
        return self.sizeHint().width() + metrics.horizontalAdvance(words) - metrics.horizontalAdvance(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        tokens = theme.current()
        colour = tokens.accent if self.isChecked() and not tokens.system else tokens.text
        painter.setPen(QColor(colour))
        box = self.rect().adjusted(_PAD, 0, -_ROOM, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        mark = icons.pixmap("chevron-down", colour, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - _ROOM, (self.height() - _ICON) // 2, mark)
