"""The rows of one sheet as XML (ISO/IEC 29500-1, 18.3.1.73), made from a measured document's blocks.

openpyxl makes a cell object and several XML elements per cell; strings made at once are an order faster, and the
layout is paid from that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from openpyxl.utils import get_column_letter

from cchc_desktop.documents.layout.measure import (
    Checkpoint,
    LineRule,
    MeasuredParagraph,
    MeasuredTable,
    row_heights,
)
from cchc_desktop.documents.layout.wrap import Lines
from cchc_desktop.documents.model import Row
from cchc_desktop.documents.writers.xlsx_breaks import SheetRow
from cchc_desktop.documents.writers.xlsx_styles import FULL_FRAME, Frame, SheetStyles
from cchc_desktop.documents.writers.xlsx_text import escape_xml, needs_quote_prefix

ON_SCREEN = LineRule(pitch=1.3125, padding=4, spare_every=8)
"""Excel's line of Times New Roman 12 is 15,75 points; its rounded glyphs may need a line more in long texts."""

HIGHEST_ROW = 409.0
"""Points; the highest row that Excel has."""

_PIECE = 110.0  # the rows that together stand for a higher one: low, so that a page can end between them


class InlineStrings(dict[str, str]):
    """The value of a text cell (18.3.1.53) by its text, made once for each text."""

    def __missing__(self, text: str) -> str:
        self[text] = value = f'<is><t xml:space="preserve">{escape_xml(text)}</t></is>'
        return value


class SheetRows:
    """Collects the rows and merged ranges of one sheet from top to bottom; `header` are the 0-based header rows."""

    def __init__(self, columns: int, styles: SheetStyles, strings: InlineStrings, checkpoint: Checkpoint) -> None:
        self._letters = [get_column_letter(column) for column in range(1, columns + 1)]
        self._styles = styles
        self._strings = strings
        self._checkpoint = checkpoint
        self._parts: list[str] = []
        self._merges: list[str] = []
        self.written: list[SheetRow] = []
        self.header = range(0)

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
        """Add a paragraph as a row merged over all columns."""
        paragraph = block.paragraph
        height = ON_SCREEN.height(len(block.lines), paragraph.style.size) + paragraph.space_after
        plain = self._styles.id_of(paragraph.style, None, needs_quote_prefix(paragraph.text))
        number = len(self.written) + 1
        self._write(number, min(height, HIGHEST_ROW), [self._filled(0, number, plain, paragraph.text)])
        self._merge(0, number, len(self._letters), 1)

    def add_table(self, block: MeasuredTable) -> None:
        """Add the header rows, then the rows."""
        first = len(self.written)
        self._add_rows(block.table.header, block.header_lines)
        self.header = range(first, len(self.written))
        self._add_rows(block.table.rows, block.lines)

    def _add_rows(self, rows: Sequence[Row], lines: Sequence[tuple[Lines, ...]]) -> None:
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
            style = self._styles.id_of(cell.style, frame, needs_quote_prefix(cell.text))
            found.append(self._filled(cell.column, top, style, cell.text))
            tall = starts[number + cell.rows] - top
            if tall > 1 or cell.columns > 1:
                self._merge(cell.column, top, cell.columns, tall)
                self._cover(covered, cell.column, top, (cell.columns, tall), style)
                found += self._blanks(covered, top, range(cell.column + 1, cell.column + cell.columns))
        if covered:
            found = self._in_order(found, covered, top)
        self._write(top, height, found, row.keep_with_next)
        for below in range(top + 1, starts[number + 1]):
            self._write(below, height, self._blanks(covered, below, range(len(self._letters))))

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
