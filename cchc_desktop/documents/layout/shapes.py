"""What drawings are made of: frames, filled areas and straight lines, in points from an upper left corner."""

from __future__ import annotations

from typing import NamedTuple

DRAWN_WIDTH = 0.5
"""The width of lines and frames of a drawing."""


class Box(NamedTuple):
    """A rectangle: the frame of a cell, a bar."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, right: float, down: float) -> Box:
        """Return it elsewhere."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)


class Segment(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float

    def moved(self, right: float, down: float) -> Segment:
        """Return it elsewhere."""
        return Segment(self.x0 + right, self.y0 + down, self.x1 + right, self.y1 + down)


class Area(NamedTuple):
    """A filled rectangle: `grey` from 0 (black) to 1 (white), with a thin frame or none."""

    box: Box
    grey: float
    framed: bool = True

    def moved(self, right: float, down: float) -> Area:
        """Return it elsewhere."""
        return self._replace(box=self.box.moved(right, down))


Shape = Segment | Area
"""One part of a drawing besides its words; later ones cover earlier ones."""


def level_lines(box: Box, apart: float) -> list[Segment]:
    """Return level lines that fill a rectangle."""
    count = int((box.bottom - box.top) / apart)
    room = (box.bottom - box.top - (count - 1) * apart) / 2
    return [Segment(box.left, y, box.right, y) for y in (box.top + room + step * apart for step in range(count))]


def diagonal_lines(box: Box, apart: float) -> list[Segment]:
    """Return lines rising at 45 degrees that fill a rectangle; they meet where two such rectangles do."""
    found = []
    first = int((box.left + box.top) / apart) + 1
    last = int((box.right + box.bottom) / apart)
    for sum_ in (step * apart for step in range(first, last + 1)):  # x + y of the points of a line
        x0, x1 = max(box.left, sum_ - box.bottom), min(box.right, sum_ - box.top)
        if x1 > x0:
            found.append(Segment(x0, sum_ - x0, x1, sum_ - x1))
    return found
