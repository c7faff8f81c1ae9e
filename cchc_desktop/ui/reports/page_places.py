"""Where pages stand below each other, in pixels: plain arithmetic that a view asks while it scrolls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect

from cchc_desktop.ui.reports.pdf_pages import PageSize

GAP = 12
"""Pixels between pages and around them."""


class PagePlaces:
    """Pages in one column, each centred; `scale` is in pixels per point."""

    def __init__(self, sizes: Sequence[PageSize], scale: float) -> None:
        self.scale = scale
        self._sizes = [(round(size.width * scale), round(size.height * scale)) for size in sizes]
        self._tops = list(accumulate((height + GAP for _, height in self._sizes), initial=GAP))
        self.width = max((width for width, _ in self._sizes), default=0) + 2 * GAP
        self.height = self._tops[-1] if sizes else 0

    def __len__(self) -> int:
        return len(self._sizes)

    def rect(self, number: int, room: int) -> QRect:
        """Return where a page stands in a column `room` pixels wide."""
        width, height = self._sizes[number]
        return QRect((max(room, self.width) - width) // 2, self._tops[number], width, height)

    def top(self, number: int) -> int:
        """Return where scrolling to a page leads."""
        return max(0, self._tops[number] - GAP)

    def at(self, y: int) -> int:
        """Return the page that stands at a height, or the gap below it."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._sizes) - 1))

    def between(self, top: int, bottom: int) -> range:
        """Return the pages that can be seen between two heights."""
        return range(self.at(top), self.at(bottom) + 1) if self._sizes else range(0)


def scale_to_fit(sizes: Sequence[PageSize], room: int) -> float:
    """Return the scale at which the widest page fills a width."""
    widest = max((size.width for size in sizes), default=1.0)
    return max(0.05, (room - 2 * GAP) / widest)
