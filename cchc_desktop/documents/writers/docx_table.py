"""Tables of a Word file: fixed columns from the layout, repeating header rows, rows whole where a page holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cchc_desktop.documents.layout.column_widths import CELL_PADDING
from cchc_desktop.documents.layout.measure import Checkpoint, MeasuredTable, row_heights
from cchc_desktop.documents.layout.pages import PRINTED
from cchc_desktop.documents.layout.table_flow import HIGHEST_HEADER
from cchc_desktop.documents.model import Cell, Row, Table, TextStyle
from cchc_desktop.documents.writers.docx_styles import CELL_STYLE, TABLE_STYLE
from cchc_desktop.documents.writers.docx_xml import ALIGNS, run_look, text_xml, twips


class WordTable:
    """Makes the XML of one table; `text_height` is that of its pages."""

    def __init__(self, block: MeasuredTable, text_height: float, cell_size: float, checkpoint: Checkpoint) -> None:
        self._block = block
        self._cell_size = cell_size
        self._checkpoint = checkpoint
        self._edges = [twips(edge) for edge in block.edges]
        header = row_heights(block.table.header, block.header_lines, PRINTED)
        self._repeats = sum(header) <= text_height * HIGHEST_HEADER
        self._full = text_height - (sum(header) if self._repeats else 0)
        self._known: dict[tuple[TextStyle, bool], tuple[str, str]] = {}

    def xml(self) -> Iterator[str]:
        """Yield the table in parts."""
        grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(self._edges))
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{self._edges[-1]}" w:type="dxa"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>{self._margins()}'
            f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        table = self._block.table
        yield from self._rows(table.header, [0.0] * len(table.header), "<w:tblHeader/>" if self._repeats else "")
        yield from self._rows(table.rows, row_heights(table.rows, self._block.lines, PRINTED), "")
        yield "</w:tbl>"

    def _margins(self) -> str:
        """Return the padding of this table's cells where it is not that of the style (17.4.42)."""
        if self._block.padding == CELL_PADDING:
            return ""
        room = f'w:w="{twips(self._block.padding)}" w:type="dxa"'
        return f"<w:tblCellMar><w:left {room}/><w:right {room}/></w:tblCellMar>"

    def _rows(self, rows: Sequence[Row], heights: Sequence[float], kind: str) -> Iterator[str]:
        merged: dict[int, tuple[Cell, int]] = {}
        for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
            if not number % 500:
                self._checkpoint(number, len(rows))
            whole = "<w:cantSplit/>" if height <= self._full else ""
            properties = f"<w:trPr>{whole}{kind}</w:trPr>" if whole or kind else ""
            yield f"<w:tr>{properties}{''.join(self._cells(row, number, merged))}</w:tr>"

    def _cells(self, row: Row, number: int, merged: dict[int, tuple[Cell, int]]) -> Iterator[str]:
        """Yield the cells of a row; `merged` holds those from above by column, with the last row of each."""
        own = {cell.column: cell for cell in row.cells}
        column = 0
        while column < self._block.table.columns:
            above = merged.get(column)
            if above and above[1] >= number:
                yield self._cell(above[0], "", "<w:vMerge/>", row.keep_with_next)
                column += above[0].columns
                continue
            cell = own[column]
            if cell.rows > 1:
                merged[column] = cell, number + cell.rows - 1
            kind = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            yield self._cell(cell, cell.text, kind, row.keep_with_next)
            column += cell.columns

    def _cell(self, cell: Cell, text: str, merge: str, keeps: bool) -> str:
        width = self._edges[cell.column + cell.columns] - self._edges[cell.column]
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        place = "" if cell.style.valign == "top" else '<w:vAlign w:val="center"/>'
        shape, look = self._look(cell.style, keeps)
        words = f"<w:r>{look}{text_xml(text)}</w:r>" if text else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{place}</w:tcPr>'
            f"<w:p>{shape}{words}</w:p></w:tc>"
        )

    def _look(self, style: TextStyle, keeps: bool) -> tuple[str, str]:
        found = self._known.get((style, keeps))
        if found is None:
            found = self._known[style, keeps] = self._made(style, keeps)
        return found

    def _made(self, style: TextStyle, keeps: bool) -> tuple[str, str]:
        align = "" if style.align == "left" else f'<w:jc w:val="{ALIGNS[style.align]}"/>'
        shape = f'<w:pPr><w:pStyle w:val="{CELL_STYLE}"/>{"<w:keepNext/>" * keeps}{align}</w:pPr>'
        look = run_look(style.bold, style.italic, None if style.size == self._cell_size else style.size)
        return shape, f"<w:rPr>{look}</w:rPr>" if look else ""


def usual_cell_size(tables: Sequence[Table]) -> float:
    """Return the size of the first cell below a header: that of the style of cells."""
    for table in tables:
        for row in table.rows[-1:]:
            return row.cells[-1].style.size
    return TextStyle().size
