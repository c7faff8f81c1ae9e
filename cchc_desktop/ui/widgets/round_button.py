"""The round button of chips: its shape, its colours, a mark at its right end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.tokens import Tokens

PAD, GAP, ICON = 10, 4, 14
_HEIGHT = 28


class RoundButton(QAbstractButton):
    """Painted from the tokens, tinted while it is on; subclasses say what it shows, when it is on and its mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def is_on(self) -> bool:
        """Tell whether it is tinted."""
        return self.isChecked()

    def shown_words(self) -> str:
        """Return the words inside."""
        return self.text()

    def mark(self) -> str:
        """Return the name of the icon at the right end, '' for none."""
        return "x" if self.is_on() else ""

    def sizeHint(self) -> QSize:
        mark = GAP + ICON if self.mark() else 0
        width = self.fontMetrics().horizontalAdvance(self.shown_words()) + 2 * PAD + mark
        return QSize(width, max(_HEIGHT, self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, is_on = theme.current(), self.is_on()
        painter = QPainter(self)
        self._paint_shape(painter, tokens)
        painter.setPen(QColor(tokens.accent if is_on and not tokens.system else tokens.text))
        room = self.rect().adjusted(PAD, 0, -PAD - ICON if self.mark() else 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_words())
        if self.mark():
            colour = tokens.accent if is_on else tokens.text2
            mark = icons.pixmap(self.mark(), colour, ICON, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - PAD - ICON + 2, (self.height() - ICON) // 2, mark)

    def _paint_shape(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if self.hasFocus() else 1.0
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(QPen(QColor(tokens.accent if self.is_on() or self.hasFocus() else tokens.control), edge))
        ground = tokens.tint if self.is_on() or self.isDown() else tokens.group if self.underMouse() else tokens.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
