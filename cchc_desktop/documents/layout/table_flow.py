"""Placing tables: header rows on top of every page, section rows never last on one, rows whole where they can be.

A row is cut only where it is taller than a page. A cell over several rows that a page break cuts begins with its
text on the first page, is framed on both, and continues on the second where the first has no room for all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from cchc_desktop.documents.layout.measure import Checkpoint, MeasuredTable, row_heights
from cchc_desktop.documents.layout.paper import FigureSpot, Paper
from cchc_desktop.documents.layout.shapes import Box
from cchc_desktop.documents.layout.wrap import Lines
from cchc_desktop.documents.model import Cell, Row

_LEAST_LINES = 3  # of a row that is cut: fewer are not begun at the foot of a page
HIGHEST_HEADER = 0.5  # of the text height: a higher header is printed once


class _Flowing:
    """A cell on its way down the page: the lines not printed yet, where its part on this page began."""

    __slots__ = ("cell", "last_row", "lines", "top")

    def __init__(self, cell: Cell, lines: Lines, top: float, last_row: int) -> None:
        self.cell = cell
        self.lines = lines
        self.top = top
        self.last_row = last_row


class TableFlow:
    """Places the rows of one table from top to bottom."""

    keeps = False

    def __init__(self, paper: Paper, block: MeasuredTable, checkpoint: Checkpoint) -> None:
        self._paper = paper
        self._checkpoint = checkpoint
        self._table, self._padding = block.table, block.padding
        self._edges = [paper.left + edge for edge in block.edges]
        self._header, self._header_lines = block.table.header, block.header_lines
        self._rows, self._lines = block.table.rows, block.lines
        self._header_heights = row_heights(self._header, self._header_lines, paper.rule)
        if sum(self._header_heights) > paper.height * HIGHEST_HEADER:
            self._rows, self._lines = self._header + self._rows, self._header_lines + self._lines
            self._header, self._header_lines, self._header_heights = (), (), []
        self._heights = row_heights(self._rows, self._lines, paper.rule)
        self._full = paper.height - sum(self._header_heights)
        self._groups = list(_groups(self._rows))
        self._spans: list[_Flowing] = []
        self._fresh = True

    def least(self, following: float) -> float:
        """Return the height that must be free to begin it: the header and the first rows that keep together."""
        first = self._least(self._groups[0]) if self._groups else 0
        return sum(self._header_heights) + first

    def place(self, following: float) -> None:
        """Put the whole table down."""
        paper = self._paper
        paper.require(self.least(following))
        self._place_header()
        for group in self._groups:
            if not group.start % 500:
                self._checkpoint(group.start, len(self._rows))
            if self._least(group) > paper.room and not self._fresh:
                self._break_page()
            for number in group:
                self._place_row(number)
        paper.y += self._table.space_after

    def _least(self, group: range) -> float:
        """Return the height that must be free to begin a group: all of it, or the beginning of a row to cut."""
        whole = sum(self._heights[group.start : group.stop])
        if whole <= self._full:
            return whole
        row = self._rows[group[-1]]
        begun = max(self._paper.rule.height(_LEAST_LINES, cell.style.size) for cell in row.cells)
        return sum(self._heights[group.start : group.stop - 1]) + min(begun, self._heights[group[-1]])

    def _place_header(self) -> None:
        tops = list(accumulate(self._header_heights, initial=self._paper.y))
        for number, (row, lines) in enumerate(zip(self._header, self._header_lines, strict=True)):
            for cell, cell_lines in zip(row.cells, lines, strict=True):
                self._draw(cell, cell_lines, tops[number], tops[number + cell.rows])
        self._paper.y = tops[-1]
        self._fresh = True

    def _break_page(self) -> None:
        """End this part of the table: cells over several rows are framed, and print what has room here."""
        paper = self._paper
        for span in self._spans:
            if span.top == paper.y:
                continue
            count = self._capacity(paper.y - span.top, span.cell)
            self._draw(span.cell, span.lines[:count], span.top, paper.y, cut=True)
            span.lines = span.lines[count:]
        paper.new_page()
        self._place_header()
        for span in self._spans:
            span.top = paper.y

    def _place_row(self, number: int) -> None:
        row = self._rows[number]
        need = self._need([], number, self._heights[number])
        if self._paper.room < need <= self._full and not self._fresh:
            self._break_page()
            need = self._need([], number, self._heights[number])
        self._paper.mark(row.bookmark, self._table.level)
        own = self._begin(row, number)
        cut = need > self._paper.room
        while need > self._paper.room:
            self._place_part(own)
            need = self._need(own, number, 0)
        self._finish(own, number, need, cut)

    def _begin(self, row: Row, number: int) -> list[_Flowing]:
        """Return the row's own cells; cells over several rows join the spans."""
        own: list[_Flowing] = []
        for cell, lines in zip(row.cells, self._lines[number], strict=True):
            flowing = _Flowing(cell, lines, self._paper.y, number + cell.rows - 1)
            (own if cell.rows == 1 else self._spans).append(flowing)
        return own

    def _need(self, own: list[_Flowing], number: int, least: float) -> float:
        """Return the height of what is left of a row, with that of the cells over several rows that end in it."""
        height, y = self._paper.rule.height, self._paper.y
        needs = [least] if least else [height(len(cell.lines), cell.cell.style.size) for cell in own]
        for span in self._spans:
            if span.last_row == number and span.lines:
                needs.append(height(len(span.lines), span.cell.style.size) - (y - span.top))
        return max(needs, default=0.0)

    def _capacity(self, height: float, cell: Cell) -> int:
        rule = self._paper.rule
        return max(0, int((height - rule.padding + 0.01) / (rule.pitch * cell.style.size)))

    def _place_part(self, own: list[_Flowing]) -> None:
        """Fill the rest of this page with the beginning of a row, at least one line of it on an empty page."""
        paper = self._paper
        bottom = paper.top + paper.height
        for flowing in own:
            count = max(self._capacity(bottom - paper.y, flowing.cell), int(self._fresh))
            self._draw(flowing.cell, flowing.lines[:count], paper.y, bottom, cut=True)
            flowing.lines = flowing.lines[count:]
        paper.y = bottom
        self._break_page()

    def _finish(self, own: list[_Flowing], number: int, height: float, cut: bool) -> None:
        paper = self._paper
        top, bottom = paper.y, paper.y + height
        for flowing in own:
            self._draw(flowing.cell, flowing.lines, top, bottom, cut)
        if self._spans:
            for span in self._spans:
                if span.last_row == number:
                    self._draw(span.cell, span.lines, span.top, bottom)
            self._spans = [span for span in self._spans if span.last_row != number]
        paper.y = bottom
        self._fresh = False

    def _draw(self, cell: Cell, lines: Lines, top: float, bottom: float, cut: bool = False) -> None:
        """Frame a cell and put its lines in; in a row that is cut they begin at its top."""
        paper = self._paper
        left, right = self._edges[cell.column], self._edges[cell.column + cell.columns]
        frame = Box(left, top, right, bottom)
        paper.page.boxes.append(frame)
        if cell.figure:
            paper.page.figures.append(FigureSpot(cell.figure, frame))
        if not lines or lines == ("",):
            return
        room = bottom - top - len(lines) * paper.rule.pitch * cell.style.size
        above = paper.rule.padding / 2 if cut or cell.style.valign == "top" else room / 2
        paper.text(left + self._padding, top + above, right - left - 2 * self._padding, lines, cell.style)


def _groups(rows: Sequence[Row]) -> Iterator[range]:
    """Yield runs of rows that must begin on one page: rows that keep with the next, and that next one."""
    first = 0
    for number, row in enumerate(rows):
        if not row.keep_with_next or number == len(rows) - 1:
            yield range(first, number + 1)
            first = number + 1
