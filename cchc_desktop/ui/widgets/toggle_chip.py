"""A round button that is on or off; while it is on it is tinted and shows how to take it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cchc_desktop.ui import icons, theme

_PAD, _GAP, _ICON = 10, 4, 14
_HEIGHT = 28


class ToggleChip(QAbstractButton):
    """Looks like a filter chip with nothing to choose from; the space bar switches it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        mark = _GAP + _ICON if self.isChecked() else 0
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD + mark + 2
        return QSize(width, max(_HEIGHT, self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, is_on = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if self.hasFocus() else 1.0
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(QPen(QColor(tokens.accent if is_on or self.hasFocus() else tokens.control), edge))
        ground = tokens.tint if is_on or self.isDown() else tokens.group if self.underMouse() else tokens.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(tokens.accent if is_on and not tokens.system else tokens.text))
        sides = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(_PAD, 0, 0, 0), sides, self.text())
        if is_on:
            mark = icons.pixmap("x", tokens.accent, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - _PAD - _ICON + 2, (self.height() - _ICON) // 2, mark)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
