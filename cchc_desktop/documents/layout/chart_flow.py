"""Placing charts: whole, on one page with their names."""

from __future__ import annotations

from cchc_desktop.documents.layout.charts import MeasuredChart
from cchc_desktop.documents.layout.paper import FigureSpot, Paper, TextBox, baseline


class ChartFlow:
    """One chart over the whole text width."""

    keeps = False

    def __init__(self, paper: Paper, block: MeasuredChart) -> None:
        self._paper = paper
        self._block = block

    def least(self, following: float) -> float:
        """Return the height that must be free to begin it: all of it."""
        return self._block.height

    def place(self, following: float) -> None:
        """Put it down."""
        paper, block = self._paper, self._block
        paper.require(block.height)
        right, down = paper.left, paper.y
        page = paper.page
        page.shapes += (shape.moved(right, down) for shape in block.shapes)
        page.figures += (FigureSpot(spot.key, spot.box.moved(right, down)) for spot in block.spots)
        for text in block.texts:
            below = down + text.top + baseline(text.pitch, text.style.size)
            page.texts.append(TextBox(right + text.x, below, text.width, 0, (text.text,), text.style))
        paper.y += block.height + block.chart.space_after
