"""How values went over the periods: a small line in a cell, and a chart with figures beside the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.written_numbers import show_number
from cchc_desktop.ui import theme
from cchc_desktop.ui.tokens import Tokens
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics

_DOT, _SMALL_DOT = 4.0, 3.0
_MOST_POINTS = 6
_TICKS = 4
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_DASHES = [4.0, 3.0]


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart shows: a label, a number and its words for each period, and the target's line with its words."""

    points: tuple[tuple[str, Decimal, str], ...] = ()
    bound: Decimal | None = None
    bound_words: str = ""
    is_missed: bool = False


def paint_trend(
    painter: QPainter, rect: QRect, amounts: Sequence[Decimal], bound: Decimal | None, tokens: Tokens
) -> None:
    """Draw a line through amounts into a rectangle, the target as a dashed one; the newest amount has a dot."""
    known = [float(one) for one in amounts] + ([] if bound is None else [float(bound)])
    if not amounts:
        return
    low, span = min(known), (max(known) - min(known)) or 1.0
    height = rect.height() - 2 * _SMALL_DOT

    def down(amount: Decimal) -> float:
        return rect.bottom() - _SMALL_DOT - (float(amount) - low) / span * height

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if bound is not None:
        painter.setPen(_dashed(tokens.text2, 1.0))
        painter.drawLine(QPointF(rect.left(), down(bound)), QPointF(rect.right(), down(bound)))
    step = (rect.width() - 2 * _SMALL_DOT) / max(1, len(amounts) - 1)
    places = [QPointF(rect.left() + _SMALL_DOT + step * number, down(one)) for number, one in enumerate(amounts)]
    painter.setPen(QPen(QColor(tokens.accent), 2))
    if len(places) > 1:
        painter.drawPolyline(QPolygonF(places))
    painter.setBrush(QColor(tokens.accent))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(places[-1], _SMALL_DOT, _SMALL_DOT)
    painter.restore()


class ResultsChart(QWidget):
    """The values of one indicator over the periods; everything in it is in its accessible description, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = Series()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Kết quả qua các kỳ"))
        self._measure()

    def show_series(self, series: Series) -> None:
        """Show other values; the newest ones where there are many."""
        self._series = Series(series.points[-_MOST_POINTS:], series.bound, series.bound_words, series.is_missed)
        told = "; ".join(f"{label}: {words}" for label, _, words in self._series.points)
        self.setAccessibleDescription(f"{told}. {series.bound_words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 7 * self._metrics.small_pitch)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._series.points:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, theme.current())

    # --- drawing

    def _measure(self) -> None:
        self._metrics = RowMetrics(self.font(), Density.COMPACT)
        self.updateGeometry()
        self.update()

    def _paint(self, painter: QPainter, tokens: Tokens) -> None:
        small = QFontMetricsF(self._metrics.small.font)
        painter.setFont(self._metrics.small.font)
        ticks = nice_ticks([amount for _, amount, _ in self._series.points], self._series.bound)
        names = [show_number(tick) for tick in ticks]
        left = max(map(small.horizontalAdvance, names)) + 8
        pitch = self._metrics.small_pitch
        field = QRectF(left, pitch * 1.2, self.width() - left - 4, self.height() - pitch * 2.6)
        low, span = ticks[0], ticks[-1] - ticks[0]

        def down(amount: Decimal) -> float:
            return field.bottom() - float((amount - low) / span) * field.height()

        for tick, name in zip(ticks, names, strict=True):
            painter.setPen(QColor(tokens.grid))
            painter.drawLine(QPointF(field.left(), down(tick)), QPointF(field.right(), down(tick)))
            painter.setPen(QColor(tokens.text2))
            box = QRectF(0, down(tick) - pitch / 2, left - 6, pitch)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        places = self._places(field, [down(amount) for _, amount, _ in self._series.points])
        self._paint_line(painter, places, tokens)
        if self._series.bound is not None:
            is_close = abs(down(self._series.bound) - places[-1].y()) < 2.5 * pitch
            self._paint_bound(painter, field, down(self._series.bound), tokens, is_left=is_close)
        crossing = down(self._series.bound) if self._series.bound is not None else None
        self._paint_words(painter, field, places, crossing, tokens)

    def _places(self, field: QRectF, heights: Sequence[float]) -> list[QPointF]:
        """Return where the points stand: each in the middle of its share of the width."""
        share = field.width() / len(heights)
        return [QPointF(field.left() + share * (number + 0.5), height) for number, height in enumerate(heights)]

    @staticmethod
    def _paint_line(painter: QPainter, places: Sequence[QPointF], tokens: Tokens) -> None:
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawPolyline(QPolygonF(list(places)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        for place in places:
            painter.drawEllipse(place, _DOT, _DOT)

    def _paint_bound(self, painter: QPainter, field: QRectF, height: float, tokens: Tokens, *, is_left: bool) -> None:
        """Draw the target's line; its words stand where the newest value leaves room for them."""
        colour = tokens.late.text if self._series.is_missed else tokens.text2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(_dashed(colour, 1.5))
        painter.drawLine(QPointF(field.left(), height), QPointF(field.right(), height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = self._metrics.small_pitch
        box = QRectF(
            field.left(), height + 1 if height < field.center().y() else height - pitch - 1, field.width(), pitch
        )
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, self._series.bound_words)

    def _paint_words(
        self, painter: QPainter, field: QRectF, places: Sequence[QPointF], crossing: float | None, tokens: Tokens
    ) -> None:
        """Write the labels below the field and each value above its point, below it where the target's line crosses."""
        pitch, share = self._metrics.small_pitch, field.width() / len(places)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        fitter = self._metrics.small
        for place, (label, _, words) in zip(places, self._series.points, strict=True):
            below = QRectF(place.x() - share / 2, field.bottom() + pitch * 0.3, share, pitch)
            painter.setFont(fitter.font)
            painter.setPen(QColor(tokens.text2))
            painter.drawText(below, middle, fitter.fit(label, int(share), 1).lines[0])
            top = place.y() - pitch - _DOT
            if crossing is not None and top - 1 <= crossing <= place.y() + 1 and place.y() + pitch < field.bottom():
                top = place.y() + _DOT
            painter.setFont(self._metrics.small_bold.font)
            painter.setPen(QColor(tokens.text))
            painter.drawText(QRectF(place.x() - share / 2, top, share, pitch), middle, words)


def nice_ticks(amounts: Sequence[Decimal], bound: Decimal | None) -> list[Decimal]:
    """Return round numbers from below the least to above the greatest number, four or a few more."""
    known = [*amounts, *([] if bound is None else [bound])]
    low, high = min(known), max(known)
    span = (high - low) or abs(high) or Decimal(1)
    unit = Decimal(1).scaleb((span / _TICKS).adjusted())
    step = next(unit * factor for factor in _STEPS if unit * factor * _TICKS >= span)
    first = (low / step).to_integral_value("ROUND_FLOOR") * step
    count = int(((high - first) / step).to_integral_value("ROUND_CEILING"))
    return [first + step * number for number in range(max(1, count) + 1)]


def _dashed(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setDashPattern(_DASHES)
    return pen
