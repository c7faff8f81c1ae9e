"""The rows of one sheet as XML (ISO/IEC 29500-1, 18.3.1.73), made from a measured document's blocks.

openpyxl makes a cell object and several XML elements per cell; strings made at once are an order faster, and the
layout is paid from that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from openpyxl.utils import get_column_letter

from cchc_desktop.documents.fonts import OFFICE_FONT
from cchc_desktop.documents.layout.charts import MeasuredChart
from cchc_desktop.documents.layout.measure import (
    Checkpoint,
    LineRule,
    MeasuredPair,
    MeasuredTable,
    row_heights,
)
from cchc_desktop.documents.layout.paragraphs import UNDERLINE_ROOM, MeasuredParagraph
from cchc_desktop.documents.layout.wrap import Lines
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import Cell, Row, Run
from cchc_desktop.documents.writers.xlsx_breaks import SheetRow
from cchc_desktop.documents.writers.xlsx_chart import SheetChart
from cchc_desktop.documents.writers.xlsx_drawing import SheetLine
from cchc_desktop.documents.writers.xlsx_pairs import Beside, pair_rows
from cchc_desktop.documents.writers.xlsx_styles import FULL_FRAME, CellKind, Frame, SheetStyles
from cchc_desktop.documents.writers.xlsx_text import escape_xml, needs_quote_prefix
from cchc_desktop.documents.writers.xlsx_values import stored_value

ON_SCREEN = LineRule(pitch=1.3125, padding=4, spare_every=8)
"""Excel's line of Times New Roman 12 is 15,75 points; its rounded glyphs may need a line more in long texts."""

HIGHEST_ROW = 409.0
"""Points; the highest row that Excel has."""

_LINE_BELOW = 2.0  # points from a line under words to the foot of their row
_INDENT = 9.0  # points of a step of indent: three spaces of Times New Roman 12
_PIECE = 110.0  # the rows that together stand for a higher one: low, so that a page can end between them


_CHART_ROW = 18.0  # points of the rows that a chart stands over: 24 pixels, which no program rounds
_BELOW_CHART = 6.0  # points from a chart to its table: its white ground must not cover a frame
_FREEZABLE = 260.0  # points; a header that stands lower would fill the window when it is frozen


class InlineStrings(dict[str, str]):
    """The value of a text cell (18.3.1.53) by its text, made once for each text."""

    def __missing__(self, text: str) -> str:
        self[text] = value = f'<is><t xml:space="preserve">{escape_xml(text)}</t></is>'
        return value


def rich_string(runs: Sequence[Run], size: float) -> str:
    """Return the value of a text cell whose words look different (18.4.4)."""
    return f"<is>{''.join(_run(run, size) for run in runs if run.text)}</is>"


def _run(run: Run, size: float) -> str:
    look = f'<rFont val="{OFFICE_FONT}"/>{"<b/>" * run.bold}{"<i/>" * run.italic}<sz val="{size:g}"/>'
    return f'<r><rPr>{look}</rPr><t xml:space="preserve">{escape_xml(run.text)}</t></r>'


class SheetRows:
    """Collects the rows and merged ranges of one sheet from top to bottom; `header` are the 0-based header rows.

    `edges` are those of its columns, in points from the left.
    """

    def __init__(
        self,
        edges: Sequence[float],
        styles: SheetStyles,
        strings: InlineStrings,
        metrics: FontMetrics,
        checkpoint: Checkpoint,
    ) -> None:
        self._edges = edges
        self._metrics = metrics
        self._letters = [get_column_letter(column) for column in range(1, len(edges))]
        self._styles = styles
        self._strings = strings
        self._checkpoint = checkpoint
        self._parts: list[str] = []
        self._merges: list[str] = []
        self.written: list[SheetRow] = []
        self.header = range(0)
        self.lines: list[SheetLine] = []
        self.charts: list[SheetChart] = []
        self.filtered = ""

    @property
    def freezes(self) -> bool:
        """Whether the header can stay in sight without filling the window."""
        above = sum(row.height for row in self.written[: self.header.stop])
        return bool(self.header) and above <= _FREEZABLE

    @property
    def is_drawn_on(self) -> bool:
        """Whether the sheet has lines or charts."""
        return bool(self.lines or self.charts)

    @property
    def auto_filter(self) -> str:
        """The XML of the filter on the table (18.3.1.2), '' where there is none."""
        return f'<autoFilter ref="{self.filtered}"/>' if self.filtered else ""

    @property
    def sheet_data(self) -> str:
        """The XML of all rows."""
        return f"<sheetData>{''.join(self._parts)}</sheetData>"

    @property
    def merge_cells(self) -> str:
        """The XML of the merged ranges (18.3.1.55), '' where there are none."""
        if not self._merges:
            return ""
        refs = "".join(f'<mergeCell ref="{ref}"/>' for ref in self._merges)
        return f'<mergeCells count="{len(self._merges)}">{refs}</mergeCells>'

    @property
    def area(self) -> str:
        """The range of all cells."""
        return f"A1:{self._letters[-1]}{max(len(self.written), 1)}"

    def add_paragraph(self, block: MeasuredParagraph) -> None:
        """Add a paragraph over the whole width."""
        keeps = block.paragraph.form.keep_with_next
        self._add_beside([Beside(range(len(self._letters)), block)], keeps=keeps)

    def add_pair(self, block: MeasuredPair) -> None:
        """Add two stacks of paragraphs beside each other, which stay on one page."""
        *others, last = pair_rows(block, self._edges, self._metrics)
        for parts in others:
            self._add_beside(parts, keeps=True)
        self._add_beside(last)
        self._add_room(block.pair.space_after)

    def add_chart(self, block: MeasuredChart) -> None:
        """Leave room for a chart, in rows that stay together; the table of its numbers is what comes next."""
        row, rows = len(self.written), ceil((block.height + _BELOW_CHART) / _CHART_ROW)
        for number in range(row, row + rows):
            self._write(number + 1, _CHART_ROW, [], keeps=True)
        self.charts.append(SheetChart(block.chart, row, row + rows, block.width, block.height))

    def _add_beside(self, parts: Sequence[Beside], *, keeps: bool = False) -> None:
        """Add a row of paragraphs, each over some columns; one that no row holds goes over several."""
        number = len(self.written) + 1
        height = max(_height(part.block) for part in parts)
        rows = ceil(height / _PIECE) if height > HIGHEST_ROW else 1
        cells = []
        for part in parts:
            cells.append(self._paragraph_cell(part, number))
            self._merge(part.columns.start, number, len(part.columns), rows)
            if part.block.underline:
                self.lines.append(self._line(part, number - 1))
        for row in range(rows):
            self._write(number + row, height / rows, [] if row else cells, keeps)

    def _add_room(self, height: float) -> None:
        if height:
            self._write(len(self.written) + 1, height, [])

    def _paragraph_cell(self, part: Beside, row: int) -> str:
        paragraph, column = part.block.paragraph, part.columns.start
        indent = round(paragraph.form.left / _INDENT)
        kind = CellKind(None, needs_quote_prefix(paragraph.text), indent=indent, shrinks=part.shrinks)
        style = self._styles.id_of(paragraph.style, kind)
        if not paragraph.runs:
            return self._filled(column, row, style, paragraph.text)
        value = rich_string(paragraph.runs, paragraph.style.size)
        return f'<c r="{self._letters[column]}{row}" s="{style}" t="inlineStr">{value}</c>'

    def _line(self, part: Beside, row: int) -> SheetLine:
        block, columns = part.block, part.columns
        begin = (self._edges[columns.start] + self._edges[columns.stop] - block.underline) / 2
        inside = max(place for place in columns if place == columns.start or self._edges[place] <= begin)
        down = _height(block) - block.paragraph.form.space_after - _LINE_BELOW
        return SheetLine(inside, row, begin - self._edges[inside], down, block.underline)

    def add_table(self, block: MeasuredTable) -> None:
        """Add the header rows, then the rows."""
        first = len(self.written)
        self._add_rows(block.table.header, block.header_lines, keeps=True)
        self.header = range(first, len(self.written))
        self._add_rows(block.table.rows, block.lines)
        spans = any(cell.rows > 1 for row in block.table.rows for cell in row.cells)
        if self.header and block.table.rows and not spans:
            self.filtered = f"A{self.header.stop}:{self._letters[-1]}{len(self.written)}"
        self._add_room(block.table.space_after)

    def _add_rows(self, rows: Sequence[Row], lines: Sequence[tuple[Lines, ...]], *, keeps: bool = False) -> None:
        heights = row_heights(rows, lines, ON_SCREEN)
        pieces = [ceil(height / _PIECE) if height > HIGHEST_ROW else 1 for height in heights]
        starts = list(accumulate(pieces, initial=len(self.written) + 1))
        covered: dict[tuple[int, int], int] = {}
        for number, row in enumerate(rows):
            if not number % 500:
                self._checkpoint(number, len(rows))
            goes_on = number + 1 < len(rows) and rows[number + 1].continues
            frame = (not row.continues, not goes_on) if goes_on or row.continues else FULL_FRAME
            self._add_row(row, frame, starts, number, covered, heights[number] / pieces[number])
            for piece in range(starts[number] - 1, starts[number + 1] - 1):
                stays = keeps or row.keep_with_next or goes_on or piece + 2 < starts[number + 1]
                self.written[piece] = self.written[piece]._replace(keeps=stays)

    def _add_row(
        self,
        row: Row,
        frame: Frame,
        starts: list[int],
        number: int,
        covered: dict[tuple[int, int], int],
        height: float,
    ) -> None:
        """Add a row; `covered` holds the styles of the slots that cells from above reach into."""
        top = starts[number]
        found = []
        for cell in row.cells:
            if cell.value is None:
                style = self._styles.id_of_text(cell.style, frame, needs_quote_prefix(cell.text))
                found.append(self._filled(cell.column, top, style, cell.text))
            else:
                style, value = self._valued(cell, top, frame)
                found.append(value)
            tall = starts[number + cell.rows] - top
            if tall > 1 or cell.columns > 1:
                self._merge(cell.column, top, cell.columns, tall)
                self._cover(covered, cell.column, top, (cell.columns, tall), style)
                found += self._blanks(covered, top, range(cell.column + 1, cell.column + cell.columns))
        if covered:
            found = self._in_order(found, covered, top)
        self._write(top, height, found)
        for below in range(top + 1, starts[number + 1]):
            self._write(below, height, self._blanks(covered, below, range(len(self._letters))))

    def _valued(self, cell: Cell, row: int, frame: Frame) -> tuple[int, str]:
        """Return the style and the XML of a cell with a date or a number; of its text where no sheet can hold that."""
        stored = None if cell.value is None else stored_value(cell.value, cell.text)
        if stored is None:
            style = self._styles.id_of_text(cell.style, frame, needs_quote_prefix(cell.text))
            return style, self._filled(cell.column, row, style, cell.text)
        style = self._styles.id_of(cell.style, CellKind(frame, number_format=stored.number_format))
        return style, f'<c r="{self._letters[cell.column]}{row}" s="{style}"><v>{stored.text}</v></c>'

    def _cover(
        self, covered: dict[tuple[int, int], int], column: int, top: int, extent: tuple[int, int], style: int
    ) -> None:
        columns, rows = extent
        slots = [(row, place) for row in range(top, top + rows) for place in range(column, column + columns)]
        covered.update(dict.fromkeys(slots[1:], style))

    def _blanks(self, covered: dict[tuple[int, int], int], row: int, places: range) -> list[str]:
        return [
            f'<c r="{self._letters[place]}{row}" s="{covered.pop((row, place))}"/>'
            for place in places
            if (row, place) in covered
        ]

    def _in_order(self, found: list[str], covered: dict[tuple[int, int], int], row: int) -> list[str]:
        """Put the blank slots that cells from above cover between the row's own cells."""
        blanks = self._blanks(covered, row, range(len(self._letters)))
        if not blanks:
            return found
        order = {f'<c r="{letter}{row}"': place for place, letter in enumerate(self._letters)}
        return sorted(found + blanks, key=lambda cell: order[cell[: cell.index('" s=') + 1]])

    def _filled(self, column: int, row: int, style: int, text: str) -> str:
        if not text:
            return f'<c r="{self._letters[column]}{row}" s="{style}"/>'
        return f'<c r="{self._letters[column]}{row}" s="{style}" t="inlineStr">{self._strings[text]}</c>'

    def _merge(self, column: int, row: int, columns: int, rows: int) -> None:
        if columns > 1 or rows > 1:
            end = f"{self._letters[column + columns - 1]}{row + rows - 1}"
            self._merges.append(f"{self._letters[column]}{row}:{end}")

    def _write(self, number: int, height: float, cells: list[str], keeps: bool = False) -> None:
        self.written.append(SheetRow(height, keeps))
        self._parts.append(f'<row r="{number}" ht="{height:.2f}" customHeight="1">{"".join(cells)}</row>')


def _height(block: MeasuredParagraph) -> float:
    paragraph, form = block.paragraph, block.paragraph.form
    line = UNDERLINE_ROOM if block.underline else 0
    return ON_SCREEN.height(len(block.lines), paragraph.style.size) + form.space_before + line + form.space_after
