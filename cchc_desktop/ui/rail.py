"""The navigation rail: one button for each screen that works, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.actions import translated
from cchc_desktop.ui.theme import icon_size

_WIDTH = 88
_ICON = 20
_BUTTON_HEIGHT, _GAP, _AIR = 52, 4, 10
"""Pixels of a button at least, between two, and around picture and words."""
_EDGES = 20
"""Pixels of a rail that its words cannot have."""
_SMALL = 0.9
"""Its words beside the window's."""
_MOST = 99
_BADGE_SIDES, _BADGE_OVERLAP = 8, 6
_SMALLER = 0.7
"""Its letters beside words without a picture."""
_BESIDE = "QToolButton { padding: 4px 8px 4px 0; }"
_RESTYLED = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange)


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One screen as the rail and the menu name it; those at the foot stand apart and have no number key."""

    name: str
    words: str
    icon: str
    at_foot: bool = False


class Rail(QFrame):
    """A column of screens."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._has_pictures = True
        self._buttons = {entry.name: self._button(entry) for entry in entries}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(_GAP)
        for entry in entries:
            if not entry.at_foot:
                layout.addWidget(self._buttons[entry.name])
        layout.addStretch(1)
        for entry in entries:
            if entry.at_foot:
                layout.addWidget(self._buttons[entry.name])
        self._fit()

    def mark(self, name: str) -> None:
        """Mark a screen as the present one."""
        self._buttons[name].setChecked(True)

    def set_badge(self, name: str, count: int) -> None:
        """Show a red number beside a screen's icon, none for 0; what is counted stands in the accessible name."""
        if name in self._buttons:
            self._buttons[name].show_badge(count)
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the window get lower than all pictures need: then the words stand alone."""
        return QSize(self.width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_style()

    def _choose_style(self) -> None:
        """Leave the pictures out where there is no room for them above the words."""
        buttons = list(self._buttons.values())
        words = QFontMetrics(self.font()).height()
        needed = len(buttons) * (max(_BUTTON_HEIGHT, words + self._side() + _AIR) + _GAP) + 4 * _GAP
        has_room = self.height() >= needed
        if has_room == self._has_pictures:
            return
        self._has_pictures = has_room
        for button in buttons:
            button.show_picture(has_room)
            button.setMinimumHeight(_BUTTON_HEIGHT if has_room else words + _GAP)
        self._fit()

    def _side(self) -> int:
        return icon_size(self.font(), _ICON).height()

    def _fit(self) -> None:
        """Be as wide as the drawings say, or as the widest words in bold need."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        font.setBold(True)
        metrics = QFontMetrics(font)
        words = max((metrics.horizontalAdvance(button.text()) for button in self._buttons.values()), default=0)
        width = max(_WIDTH, words + _EDGES)
        self.setFixedWidth(width)
        for button in self._buttons.values():
            button.setFixedWidth(width - 8)
            button.setIconSize(icon_size(self.font(), _ICON))

    def _button(self, entry: RailEntry) -> _RailButton:
        button = _RailButton(entry_words(entry), self)
        button.setObjectName(entry.name)
        button.setIcon(icons.icon(entry.icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setMinimumHeight(_BUTTON_HEIGHT)
        button.clicked.connect(lambda: self.chosen.emit(entry.name))
        return button


class _RailButton(QToolButton):
    """A screen's button with room for a number at the upper right of its icon."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._count = 0
        self.setText(words)

    def show_badge(self, count: int) -> None:
        """Show how many rows there are overdue."""
        self._count = count
        self._make_room()
        self.setAccessibleName(self.tr("{}, {} mốc quá hạn").format(self._words, count) if count else "")
        self.update()

    def show_picture(self, is_shown: bool) -> None:
        """Show the picture above the words, or the words alone, which make room for the number at their right."""
        under, alone = Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonTextOnly
        self.setToolButtonStyle(under if is_shown else alone)
        self._make_room()

    def _has_picture(self) -> bool:
        return self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon

    def _make_room(self) -> None:
        is_told = self._count and not self._has_picture()
        self.setStyleSheet(_BESIDE if is_told else "")

    def badge(self) -> int:
        """Return the number that is shown, 0 for none."""
        return self._count

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            with QPainter(self) as painter:
                self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * (1 if self._has_picture() else _SMALLER))
        painter.setFont(font)
        words, metrics = str(self._count) if self._count <= _MOST else f"{_MOST}+", QFontMetrics(font)
        height = metrics.height()
        width = max(height, metrics.horizontalAdvance(words) + _BADGE_SIDES)
        beside = (self.width() + self.iconSize().width()) // 2 - _BADGE_OVERLAP
        left = min(self.width() - width, beside if self._has_picture() else self.width())
        box = QRectF(left, 2, width, height)
        tokens = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.text) if tokens.system else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.late.text))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(tokens.surface))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def entry_words(entry: RailEntry) -> str:
    """Return the words of a screen in the user's language."""
    return translated(entry.words)
