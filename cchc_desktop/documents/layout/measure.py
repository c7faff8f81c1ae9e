"""Measuring a document once for all writers: clean texts, column widths, lines of every cell, row heights.

The layout's own records are named tuples: making a dataclass costs each export of 60 rows a millisecond or two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from cchc_desktop.documents.fonts import Face, face_of
from cchc_desktop.documents.layout.charts import MeasuredChart, measure_chart
from cchc_desktop.documents.layout.cleaning import clean_document
from cchc_desktop.documents.layout.column_widths import CELL_PADDING, columns_of
from cchc_desktop.documents.layout.paragraphs import MeasuredParagraph, measure_paragraph
from cchc_desktop.documents.layout.wrap import Lines, Wrapper
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics
from cchc_desktop.documents.model import Block, Chart, Document, PageSetup, Row, Section, SideBySide, Table

Checkpoint = Callable[[int, int], None]
"""Called as checkpoint(done, total) from long work; raises Cancelled where the user asked to stop."""


def no_checkpoint(done: int, total: int) -> None:
    """Go on."""


class LineRule(NamedTuple):
    """How a writer turns lines into a height: line pitch in parts of the font size, room around the lines
    (points), and one more line for every `spare_every` lines where the reading program may wrap otherwise.
    """

    pitch: float
    padding: float
    spare_every: int | None = None

    def height(self, lines: int, size: float) -> float:
        """Return the height of a cell of `lines` lines."""
        spare = lines // self.spare_every if self.spare_every else 0
        return (lines + spare) * self.pitch * size + self.padding


class MeasuredPair(NamedTuple):
    """Two stacks of paragraphs and the widths that they have (points)."""

    pair: SideBySide
    left: tuple[MeasuredParagraph, ...]
    right: tuple[MeasuredParagraph, ...]
    widths: tuple[float, float]


class MeasuredTable(NamedTuple):
    """A table, its column edges (points from the left margin; one more than columns), the lines of every cell.

    `header_lines` and `lines` go with the rows of the table: one entry per row, in it one per cell. `padding` (points)
    is the room left and right of the words in each cell.
    """

    table: Table
    edges: tuple[float, ...]
    header_lines: tuple[tuple[Lines, ...], ...]
    lines: tuple[tuple[Lines, ...], ...]
    padding: float = CELL_PADDING


MeasuredBlock = MeasuredParagraph | MeasuredPair | MeasuredTable | MeasuredChart


class MeasuredSection(NamedTuple):
    """A section and its blocks with everything measured."""

    section: Section
    blocks: tuple[MeasuredBlock, ...]


class Measured(NamedTuple):
    """A clean document with everything measured, and notes on what had to be left out."""

    document: Document
    sections: tuple[MeasuredSection, ...]
    metrics: FontMetrics
    notes: tuple[str, ...]


def measure(document: Document, metrics: FontMetrics, checkpoint: Checkpoint = no_checkpoint) -> Measured:
    """Clean, wrap and measure a document; the one layout step of all writers."""
    clean, notes = clean_document(document)
    sections = []
    for section in clean.sections():
        blocks = (_measured(block, section.page, metrics, checkpoint) for block in section.blocks)
        sections.append(MeasuredSection(section, tuple(blocks)))
    return Measured(clean, tuple(sections), metrics, notes)


def _measured(block: Block, page: PageSetup, metrics: FontMetrics, checkpoint: Checkpoint) -> MeasuredBlock:
    width = page.text_width
    if isinstance(block, Table):
        return _Tables(block, width, metrics, checkpoint).measured()
    if isinstance(block, SideBySide):
        return _measured_pair(block, width, metrics)
    if isinstance(block, Chart):
        return measure_chart(block, width, page.text_height, metrics)
    return measure_paragraph(block, width, metrics)


def _measured_pair(pair: SideBySide, width: float, metrics: FontMetrics) -> MeasuredPair:
    widths = width * pair.share, width * (1 - pair.share)
    left, right = (
        tuple(measure_paragraph(paragraph, room, metrics) for paragraph in stack)
        for stack, room in zip((pair.left, pair.right), widths, strict=True)
    )
    return MeasuredPair(pair, left, right, widths)


class _Tables:
    """Wraps the cells of one table; cells of one width, face and size share a wrapper and its cache."""

    def __init__(self, table: Table, width: float, metrics: FontMetrics, checkpoint: Checkpoint) -> None:
        self._table = table
        self._metrics = metrics
        self._checkpoint = checkpoint
        widths, self._padding = columns_of(table, width, metrics)
        self._edges = (0.0, *accumulate(widths))
        self._wrappers: dict[tuple[int, int, bool, bool, float], Wrapper] = {}

    def measured(self) -> MeasuredTable:
        """Return the table with the lines of every cell."""
        header, rows = self._wrap(self._table.header), self._wrap(self._table.rows)
        return MeasuredTable(self._table, self._edges, header, rows, self._padding)

    def _wrap(self, rows: Sequence[Row]) -> tuple[tuple[Lines, ...], ...]:
        found = []
        for number, row in enumerate(rows):
            if not number % 500:
                self._checkpoint(number, len(rows))
            found.append(self._row_lines(row))
        return tuple(found)

    def _row_lines(self, row: Row) -> tuple[Lines, ...]:
        lines = []
        for cell in row.cells:
            style = cell.style
            key = cell.column, cell.columns, style.bold, style.italic, style.size
            wrapper = self._wrappers.get(key)
            if wrapper is None:
                wrapper = self._wrappers[key] = self._wrapper(cell.column, cell.columns, face_of(style), style.size)
            lines.append(wrapper(cell.text))
        return tuple(lines)

    def _wrapper(self, column: int, columns: int, face: Face, size: float) -> Wrapper:
        width = self._edges[column + columns] - self._edges[column] - 2 * self._padding
        return Wrapper(self._metrics.words(face), width * UNITS_PER_EM / size + 1)


def row_heights(rows: Sequence[Row], lines: Sequence[tuple[Lines, ...]], rule: LineRule) -> list[float]:
    """Return the height of every row (points); what a cell over several rows lacks is spread over its rows."""
    heights = []
    spans: list[tuple[int, int, float]] = []
    known: dict[tuple[int, float], float] = {}
    for number, (row, row_lines) in enumerate(zip(rows, lines, strict=True)):
        height = 0.0
        for cell, cell_lines in zip(row.cells, row_lines, strict=True):
            key = len(cell_lines), cell.style.size
            need = known.get(key)
            if need is None:
                need = known[key] = rule.height(*key)
            if cell.rows > 1:
                spans.append((number, cell.rows, need))
            elif need > height:
                height = need
        heights.append(height)
    for first, count, need in spans:
        lacking = (need - sum(heights[first : first + count])) / count
        for number in range(first, first + count) if lacking > 0 else ():
            heights[number] += lacking
    return heights
