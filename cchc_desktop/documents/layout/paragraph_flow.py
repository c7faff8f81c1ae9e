"""Placing paragraphs, one below the other or in two stacks: no heading is left behind, no line stands alone.

A paragraph is divided only so that two lines of it stand on either page; one that keeps with the next has its last
lines on the page of what follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.documents.layout.measure import MeasuredPair
from cchc_desktop.documents.layout.paper import FigureSpot, Paper, TextBox, baseline
from cchc_desktop.documents.layout.paragraphs import UNDERLINE_BELOW, UNDERLINE_ROOM, MeasuredParagraph, SetLine
from cchc_desktop.documents.layout.shapes import Box

_TOGETHER = 2  # lines of a paragraph that stay together at either end of a page


class ParagraphFlow:
    """One paragraph in a room of `width` points, `x` from the left edge of the paper."""

    def __init__(self, paper: Paper, block: MeasuredParagraph, x: float) -> None:
        self._paper = paper
        self._block = block
        self._x = x
        self._form = block.paragraph.form
        self._size = block.paragraph.style.size
        self._pitch = paper.rule.pitch * self._size * self._form.line_spacing

    @property
    def keeps(self) -> bool:
        """Whether it must stand on the page of what follows."""
        return self._form.keep_with_next

    @property
    def height(self) -> float:
        """The height of the whole paragraph."""
        return self._form.space_before + len(self._block.lines) * self._pitch + self._below

    @property
    def _below(self) -> float:
        return (UNDERLINE_ROOM if self._block.underline else 0) + self._form.space_after

    @property
    def is_short(self) -> bool:
        """Whether it is never divided."""
        return len(self._block.lines) < 2 * _TOGETHER

    @property
    def ending(self) -> float:
        """The height of the lines at its end that stay together."""
        return _TOGETHER * self._pitch + self._below

    def least(self, following: float) -> float:
        """Return the height that must be free to begin it; `following` is what the next block needs."""
        if not self.is_short:
            return self._form.space_before + _TOGETHER * self._pitch
        return self.height + following if self.keeps else self.height - self._form.space_after

    def place(self, following: float) -> None:
        """Put it down."""
        paper, lines = self._paper, self._block.lines
        paper.require(self.least(following))
        if paper.y > paper.top:
            paper.y += self._form.space_before
        paper.mark(self._block.paragraph.bookmark, self._block.paragraph.level)
        last = len(lines) - _TOGETHER if not self.is_short else None
        for number, line in enumerate(lines):
            ends = self.ending + following if self.keeps else _TOGETHER * self._pitch
            paper.require(ends if number == last else self._pitch)
            self._place_line(line)
        self._underline()
        paper.y += self._form.space_after

    def _place_line(self, line: SetLine) -> None:
        paper, y = self._paper, self._paper.y
        below = y + baseline(self._pitch, self._size)
        for piece in line.pieces:
            x, ends = self._x + piece.x, piece is line.pieces[-1]
            paper.page.texts.append(TextBox(x, below, piece.width, 0, (piece.text,), piece.style, line.gap, ends))
            if piece.figure:
                paper.page.figures.append(FigureSpot(piece.figure, Box(x, y, x + piece.width, y + self._pitch)))
        paper.y += self._pitch

    def _underline(self) -> None:
        """Draw the line in the middle under the last words."""
        pieces = self._block.lines[-1].pieces
        if not self._block.underline or not pieces:
            return
        paper = self._paper
        middle = self._x + (pieces[0].x + pieces[-1].x + pieces[-1].width) / 2
        half = self._block.underline / 2
        paper.page.strokes.append((middle - half, middle + half, paper.y + UNDERLINE_BELOW))
        paper.y += UNDERLINE_ROOM


class PairFlow:
    """Two stacks of paragraphs beside each other; only one higher than a page goes on on the next."""

    keeps = False

    def __init__(self, paper: Paper, block: MeasuredPair) -> None:
        self._paper = paper
        self._after = block.pair.space_after
        self._left = [ParagraphFlow(paper, paragraph, paper.left) for paragraph in block.left]
        right = paper.left + block.widths[0]
        self._right = [ParagraphFlow(paper, paragraph, right) for paragraph in block.right]

    @property
    def _height(self) -> float:
        return max(sum(flow.height for flow in stack) for stack in (self._left, self._right))

    def least(self, following: float) -> float:
        """Return the height that must be free to begin it: all of it, or of what stands on the right."""
        return self._height if self._height <= self._paper.height else sum(flow.height for flow in self._right)

    def place(self, following: float) -> None:
        """Put both stacks down from one height."""
        paper = self._paper
        paper.require(self.least(following))
        begin = paper.place
        ends = [self._place_stack(stack, begin) for stack in (self._left, self._right)]
        paper.go_to(max(ends))
        paper.y += self._after

    def _place_stack(self, stack: Sequence[ParagraphFlow], begin: tuple[int, float]) -> tuple[int, float]:
        self._paper.go_to(begin)
        for flow in stack:
            flow.place(0)
        return self._paper.place
