"""Chips (icon, words, fill) and stacked bars: as painted into cells, and as widgets of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.tokens import StatusColours, Tokens
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.text_fit import TextFitter

_ICON = 14
_PAD = 8
_GAP = 4
_BAR_HEIGHT = 8
_BAR_GAP = 1


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows; `token` names a state's colours ('done', 'doing', 'soon', 'late', 'none')."""

    icon: str
    token: str
    words: str
    is_strong: bool = False


def chip_height(metrics: RowMetrics) -> int:
    """Return the height of a chip beside text of these metrics, in pixels."""
    return metrics.small_pitch + 4


def chip_width(look: ChipLook, metrics: RowMetrics) -> int:
    """Return the width that a chip needs for all of its words, in pixels."""
    return int(_fitter(look, metrics).width(look.words)) + _icon_side(metrics) + _GAP + 2 * _PAD + 1


def paint_chip(painter: QPainter, rect: QRect, look: ChipLook, metrics: RowMetrics, tokens: Tokens) -> int:
    """Draw a chip at the left of a cell, in its middle; words that do not fit end in '…'. Return the width taken."""
    width = min(chip_width(look, metrics), rect.width())
    height = chip_height(metrics)
    colours: StatusColours = getattr(tokens, look.token)
    body = QRectF(rect.left(), rect.top() + (rect.height() - height) // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(tokens.control) if tokens.system else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.fill))
    painter.drawRoundedRect(body, height / 2, height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    side = _icon_side(metrics)
    picture = icons.pixmap(look.icon, colours.text, side, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(body.left() + _PAD, body.top() + (height - side) // 2), picture)
    left = _PAD + side + _GAP
    fitter = _fitter(look, metrics)
    words = fitter.fit(look.words, max(0, width - left - _PAD + 1), 1).lines[0]
    painter.setPen(QColor(colours.text))
    painter.setFont(fitter.font)
    painter.drawText(body.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()
    return width


def paint_stack(painter: QPainter, rect: QRect, shares: Sequence[tuple[str, int]], tokens: Tokens) -> None:
    """Draw a stacked bar into a rectangle: each share is a token and a number; nothing to show is an empty groove."""
    total = sum(count for _, count in shares)
    painter.save()
    if not total:
        painter.fillRect(rect, QColor(tokens.grid))
    left, done = rect.left(), 0
    for token, count in shares:
        done += count
        right = rect.left() + round(rect.width() * done / total)
        colours: StatusColours = getattr(tokens, token)
        painter.fillRect(QRect(left, rect.top(), max(1, right - left - _BAR_GAP), rect.height()), QColor(colours.bar))
        left = right
    if tokens.system:
        painter.setPen(QPen(QColor(tokens.control)))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def _fitter(look: ChipLook, metrics: RowMetrics) -> TextFitter:
    return metrics.small_bold if look.is_strong else metrics.small


def _icon_side(metrics: RowMetrics) -> int:
    return max(_ICON, metrics.small_pitch - 2)


class Chip(QWidget):
    """A chip as a widget; its words are its accessible name."""

    def __init__(self, parent: QWidget | None = None, look: ChipLook | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._measure()

    def show_look(self, look: ChipLook | None) -> None:
        """Show another chip, or nothing."""
        self._look = look
        self._measure()

    def sizeHint(self) -> QSize:
        if self._look is None:
            return QSize(0, chip_height(self._metrics))
        return QSize(chip_width(self._look, self._metrics), chip_height(self._metrics))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 2 * _PAD + _ICON), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            with QPainter(self) as painter:
                paint_chip(painter, self.rect(), self._look, self._metrics, theme.current())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._measure()

    def resizeEvent(self, event: object) -> None:
        self._name()

    def _measure(self) -> None:
        self._metrics = RowMetrics(self.font(), Density.COMPACT)
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        words = self._look.words if self._look else ""
        self.setAccessibleName(words)
        is_cut = self._look is not None and self.width() < chip_width(self._look, self._metrics)
        self.setToolTip(words if is_cut else "")


class StackBar(QWidget):
    """A stacked bar as a widget; figures beside it say the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Sequence[tuple[str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[tuple[str, int]]) -> None:
        """Show other parts: tokens of colours and numbers."""
        self._shares = shares
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(136, _BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, _BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_stack(painter, self.rect(), self._shares, theme.current())
