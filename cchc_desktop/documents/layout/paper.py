"""What stands on the pages of a paper, in points from the top left corner, and the place reached on them."""

from __future__ import annotations

from typing import NamedTuple

from cchc_desktop.documents.fonts import ASCENT, DESCENT
from cchc_desktop.documents.layout.measure import LineRule
from cchc_desktop.documents.layout.shapes import Box, Shape
from cchc_desktop.documents.layout.wrap import Lines
from cchc_desktop.documents.model import POINTS_PER_MM, PageSetup, TextStyle


class TextBox(NamedTuple):
    """Lines in one style between `x` and `x + width`; `baseline` is that of the first, `pitch` apart.

    `gap` is added to every space; `ends` says that no more words follow on the line.
    """

    x: float
    baseline: float
    width: float
    pitch: float
    lines: Lines
    style: TextStyle
    gap: float = 0.0
    ends: bool = True


class Mark(NamedTuple):
    """An entry of the outline, its depth from 1, and the height on the page that it leads to."""

    title: str
    y: float
    level: int = 1


Stroke = tuple[float, float, float]
"""A level line under words: its left and right end, its height."""


class FigureSpot:
    """Where a live figure stands, and the key of the rows that it counts."""

    __slots__ = ("box", "key")

    def __init__(self, key: str, box: Box) -> None:
        self.key = key
        self.box = box


class Page:
    """What stands on one page of a section; `number` counts within the section."""

    __slots__ = ("boxes", "figures", "marks", "number", "setup", "shapes", "strokes", "texts")

    def __init__(self, number: int, setup: PageSetup) -> None:
        self.number = number
        self.setup = setup
        self.texts: list[TextBox] = []
        self.boxes: list[Box] = []
        self.marks: list[Mark] = []
        self.strokes: list[Stroke] = []
        self.shapes: list[Shape] = []
        self.figures: list[FigureSpot] = []


class Paper:
    """The pages of one section and the height reached on the current one."""

    def __init__(self, setup: PageSetup, rule: LineRule) -> None:
        self.rule = rule
        self.setup = setup
        self.left = setup.left_mm * POINTS_PER_MM
        self.top = setup.top_mm * POINTS_PER_MM
        self.width = setup.text_width
        self.height = setup.text_height
        self.pages = [Page(1, setup)]
        self._current = 0
        self.y = self.top

    @property
    def page(self) -> Page:
        """The current page."""
        return self.pages[self._current]

    @property
    def room(self) -> float:
        """The height left on this page; a hair more, so that sums of equal heights compare as equal."""
        return self.top + self.height - self.y + 0.01

    @property
    def place(self) -> tuple[int, float]:
        """The page and the height reached, to come back to."""
        return self._current, self.y

    def go_to(self, place: tuple[int, float]) -> None:
        """Go on from a place that was reached before."""
        self._current, self.y = place

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self._current += 1
        if self._current == len(self.pages):
            self.pages.append(Page(len(self.pages) + 1, self.setup))
        self.y = self.top

    def require(self, height: float) -> None:
        """Begin a new page where this one has no room for a height, but never leave a page empty for it."""
        if height > self.room and self.y > self.top:
            self.new_page()

    def mark(self, title: str | None, level: int) -> None:
        """Let the outline lead here."""
        if title:
            self.page.marks.append(Mark(title, self.y, level))

    def text(self, x: float, top: float, width: float, lines: Lines, style: TextStyle) -> None:
        """Put lines down, the first one's line space beginning at `top`."""
        pitch = self.rule.pitch * style.size
        self.page.texts.append(TextBox(x, top + baseline(pitch, style.size), width, pitch, lines, style))


def baseline(pitch: float, size: float) -> float:
    """Return how far below the top of its line space the baseline of a line lies."""
    return (pitch - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
