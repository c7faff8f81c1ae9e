"""Lucide's icons in the colours of the theme: drawn when needed, in the size and colour needed, and kept.

The files are Lucide's own (resources/icons, ISC licence); strokes are made a little thinner when they are read.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cchc_desktop import paths
from cchc_desktop.ui import theme
from cchc_desktop.ui.tokens import StatusColours

STROKE = 1.75
"""Width of the strokes in Lucide's grid of 24 units."""


def icon(name: str, token: str = "accent") -> QIcon:
    """Return an icon in the colour of a token, of a state's words for 'done', 'late' and their like.

    It follows when the theme changes. KeyError for an unknown name.
    """
    if name not in _names():
        raise KeyError(name)
    return QIcon(_TintedEngine(name, token))


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` device-independent pixels in a colour ('#RRGGBB')."""
    return _drawn(name, colour, size, round(ratio * 100))


class _TintedEngine(QIconEngine):
    """Draws one icon in a token's present colour; a disabled icon takes the colour of disabled text."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw centred in `rect`."""
        side = min(rect.width(), rect.height())
        corner = rect.topLeft() + QPoint((rect.width() - side) // 2, (rect.height() - side) // 2)
        ratio = painter.device().devicePixelRatio() if painter.device() else 1.0
        painter.drawPixmap(corner, pixmap(self._name, self._colour(mode), side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of `size` device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return a copy of this engine."""
        return _TintedEngine(self._name, self._token)

    def _colour(self, mode: QIcon.Mode) -> str:
        name = "disabled" if mode is QIcon.Mode.Disabled else self._token
        colour: str | StatusColours = getattr(theme.current(), name)
        return colour if isinstance(colour, str) else colour.text


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int, percent: int) -> QPixmap:
    pixels = round(size * percent / 100)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(percent / 100)
    return picture


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(file.stem for file in paths.resource("icons").iterdir())


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    file = paths.resource("icons", f"{name}.svg")
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise KeyError(name) from error
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
