"""Draws before and after so that what differs can be seen: the words marked, a long common beginning left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from cchc_desktop.ui.history.differences import MarkedText, Span
from cchc_desktop.ui.widgets.rows import Index, RowDelegate, RowRole

_LINE = 2


class DifferenceDelegate(RowDelegate):
    """Marks the words that the other version does not have; by a fill and a line, for colour alone says nothing."""

    def _shown_words(self, index: Index, width: int) -> str:
        marked = self._marked(index, width)
        return marked.text if marked else super()._shown_words(index, width)

    def _paint_marks(self, painter: QPainter, corner: QPointF, lines: Sequence[str], index: Index, width: int) -> None:
        marked = self._marked(index, width)
        for number, line, span in marks(marked, lines) if marked else ():
            left, right = (self.metrics.body.width(line[:place]) for place in span)
            top = corner.y() + number * self.metrics.pitch
            self._paint_mark(painter, QRectF(corner.x() + left, top, right - left, self.metrics.pitch))

    def _marked(self, index: Index, width: int) -> MarkedText | None:
        """Return the whole text where it fits, else from near the difference on; None in another column."""
        marked: MarkedText | None = index.data(RowRole.MARKED)
        if marked is None or not self.metrics.body.fit(marked.text, width, self.metrics.density.lines).cut:
            return marked
        return marked.without_beginning()

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, QColor(self._tokens.doing.fill))
        line = QRectF(area.left(), area.bottom() - _LINE, area.width(), _LINE)
        painter.fillRect(line, QColor(self._tokens.doing.bar))


def marks(text: MarkedText, lines: Sequence[str]) -> Iterator[tuple[int, str, Span]]:
    """Yield for each marked stretch of each line: the line's number, its words, and from where to where."""
    place = 0
    for number, line in enumerate(lines):
        words = line.replace("\u00a0", " ")
        if number == len(lines) - 1 and not text.text.endswith(words):
            words = words.removesuffix("…").rstrip()
        start = max(place, text.text.find(words, place))
        place = start + len(words)
        for first, last in text.spans:
            if first < place and last > start:
                yield number, line, (max(0, first - start), min(len(words), last - start))
