"""The live figures of a preview: which one stands at a place, and the way from one to the next by keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from cchc_desktop.domain.papers.ports import FigurePlace

_AIR = 2
"""Points around a figure that still belong to it: figures are small to click at."""


def rect_of(figure: FigurePlace) -> QRectF:
    """Return where a figure stands on its page, in points."""
    return QRectF(QPointF(figure.left, figure.top), QPointF(figure.right, figure.bottom))


class LiveFigures:
    """Figures by page, in reading order."""

    def __init__(self, figures: Iterable[FigurePlace] = ()) -> None:
        self._all = sorted(figures, key=lambda one: (one.page, round(one.top), one.left))
        self._by_page: defaultdict[int, list[FigurePlace]] = defaultdict(list)
        for one in self._all:
            self._by_page[one.page].append(one)

    def __len__(self) -> int:
        return len(self._all)

    def at(self, page: int, point: QPointF) -> FigurePlace | None:
        """Return the figure at a place of a page, in points from its upper left corner."""
        if page not in self._by_page:
            return None
        grown = ((one, rect_of(one).adjusted(-_AIR, -_AIR, _AIR, _AIR)) for one in self._by_page[page])
        return next((one for one, rect in grown if rect.contains(point)), None)

    def next(self, current: FigurePlace | None, page: int, step: int) -> FigurePlace | None:
        """Return the figure behind (step 1) or before (-1) a current one, without one that nearest to a page."""
        if not self._all:
            return None
        if current in self._all:
            number = self._all.index(current) + step
            return self._all[max(0, min(number, len(self._all) - 1))]
        behind = [one for one in self._all if one.page >= page]
        return behind[0] if behind else self._all[-1]
