"""Paints what a search found into fitted lines: colour is never alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from cchc_desktop.ui.tokens import Tokens
from cchc_desktop.ui.widgets.hits import Spans, spans_in_line
from cchc_desktop.ui.widgets.text_fit import FittedText, TextFitter

_LINE = 1.5


def mark_hits(
    painter: QPainter, place: QPointF, fitted: FittedText, spans: Spans, fitter: TextFitter, pitch: int,
    tokens: Tokens, indent: int = 0,
) -> None:  # fmt: skip
    """Give spans of a text a ground and a line below; `place` is the upper left end of its first line.

    `pitch` is the distance of two lines, `indent` how much later the first one begins, both in pixels.
    """
    for number, (line, start) in enumerate(zip(fitted.lines, fitted.starts, strict=True)):
        for first, last in spans_in_line(spans, start, line):
            begin = place.x() + (0 if number else indent) + fitter.width(line[:first])
            box = QRectF(begin, place.y() + number * pitch + 1, fitter.width(line[first:last]), pitch - 1)
            painter.fillRect(box, QColor(tokens.soon.fill))
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), _LINE), QColor(tokens.soon.bar))
