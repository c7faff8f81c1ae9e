"""Carrying rows on below where a sheet cannot hold them: texts over a cell's limit, rows higher than a row can be.

A row becomes several. Each part after the first stands alone in its row, so that a reader who knows rows broken
across pages (and our own reader is one) puts them together again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from cchc_desktop.documents.layout.charts import MeasuredChart
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.layout.measure import Measured, MeasuredBlock, MeasuredPair, MeasuredTable
from cchc_desktop.documents.layout.wrap import Lines
from cchc_desktop.documents.model import Block, Cell, Chart, Document, Paragraph, Row, SideBySide, Table
from cchc_desktop.documents.writers.xlsx_rows import HIGHEST_ROW, ON_SCREEN
from cchc_desktop.documents.writers.xlsx_text import LONGEST_TEXT, chunks

_CONTINUED = "Có ô dài hơn 32.767 ký tự (mức Excel chứa được); phần còn lại được viết tiếp ở dòng ngay bên dưới."
_PART_LINES = 12  # two such rows and a header fit on a page

Parts = list[list[str]]
"""The texts that each cell of a row is cut into."""


def split_long_texts(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Return the document with texts that no cell holds carried on in rows of their own, and a note on that."""
    if not any(len(text) * 2 > LONGEST_TEXT for text in document_texts(document)):
        return document, ()
    split = document.with_sections(
        tuple(
            replace(section, blocks=tuple(part for block in section.blocks for part in _split_block(block)))
            for section in document.sections()
        )
    )
    return (document, ()) if split == document else (split, (_CONTINUED,))


def _split_block(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        parts = chunks(block.text)
        yield from (replace(block, text=part, runs=()) for part in parts) if len(parts) > 1 else (block,)
        return
    if isinstance(block, SideBySide | Chart):
        yield block
        return

    def split(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(_split_rows(rows, [[chunks(cell.text) for cell in row.cells] for row in rows]))

    yield replace(block, header=split(block.header), rows=split(block.rows))


def split_tall_rows(measured: Measured) -> Document:
    """Return the document with rows that would be too high for a sheet split between lines; itself if there are none.

    Cells over several rows stay whole: their rows share the height.
    """
    parts = [tuple(map(_lower, section.blocks)) for section in measured.sections]
    sections = measured.document.sections()
    if all(
        old is new
        for section, own in zip(sections, parts, strict=True)
        for old, new in zip(section.blocks, own, strict=True)
    ):
        return measured.document
    lower = (replace(section, blocks=own) for section, own in zip(sections, parts, strict=True))
    return measured.document.with_sections(tuple(lower))


def _lower(block: MeasuredBlock) -> Block:
    if isinstance(block, MeasuredTable):
        return _split_tall(block)
    if isinstance(block, MeasuredChart):
        return block.chart
    return block.pair if isinstance(block, MeasuredPair) else block.paragraph


def _split_tall(block: MeasuredTable) -> Table:
    rows = block.table.rows
    if not any(_is_tall(*cell) for row in zip(rows, block.lines, strict=True) for cell in _cells(*row)):
        return block.table
    parts: list[Parts] = []
    for row, lines in zip(rows, block.lines, strict=True):
        parts.append([_line_parts(*cell) if _is_tall(*cell) else [cell[0].text] for cell in _cells(row, lines)])
    return replace(block.table, rows=tuple(_split_rows(rows, parts)))


def _cells(row: Row, lines: Sequence[Lines]) -> Iterator[tuple[Cell, Lines]]:
    return zip(row.cells, lines, strict=True)


def _is_tall(cell: Cell, lines: Lines) -> bool:
    return cell.rows == 1 and len(lines) > _PART_LINES and ON_SCREEN.height(len(lines), cell.style.size) > HIGHEST_ROW


def _line_parts(cell: Cell, lines: Lines) -> list[str]:
    """Cut a text after about so many lines, best where a line goes on in small letters: that is no new point."""
    starts = list(_line_starts(cell.text, lines))
    cuts = [0]
    while len(lines) - cuts[-1] > _PART_LINES:
        choices = range(cuts[-1] + _PART_LINES, cuts[-1] + _PART_LINES // 2, -1)
        cuts.append(_best(choices, lambda number: _goes_on(cell.text, starts[number])))
    places = [starts[cut] for cut in cuts]
    return [cell.text[start:end].rstrip() for start, end in pairwise([*places, len(cell.text)])]


def _best(choices: range, is_good: Callable[[int], bool]) -> int:
    return next(filter(is_good, choices), choices[0])


def _goes_on(text: str, start: int) -> bool:
    return text[start - 1] == " " and text[start].islower()


def _line_starts(text: str, lines: Lines) -> Iterator[int]:
    """Yield where each line begins in its text; a space or a line feed may stand between two."""
    place = 0
    for line in lines:
        place = text.index(line, place)
        yield place
        place += len(line)


def _split_rows(rows: Sequence[Row], parts: Sequence[Parts]) -> Iterator[Row]:
    """Yield the rows, and under each one a row for every further part; cells over several rows grow with these."""
    added = [sum(len(part) - 1 for part in row) for row in parts]
    for number, row in enumerate(rows):
        heights = [cell.rows + sum(added[number : number + cell.rows]) for cell in row.cells]
        first_steps = accumulate((len(part) - 1 for part in parts[number]), initial=1)
        places = [
            {0: part[0]} | {first + step: text for step, text in enumerate(part[1:])}
            for first, part in zip(first_steps, parts[number], strict=False)
        ]
        for step in range(added[number] + 1):
            cells = zip(row.cells, places, heights, strict=True)
            found = (_part(cell, texts, height, step) for cell, texts, height in cells)
            kept = tuple(cell for cell in found if cell)
            yield replace(row, cells=kept, continues=True, bookmark=None) if step else replace(row, cells=kept)


def _part(cell: Cell, texts: dict[int, str], height: int, step: int) -> Cell | None:
    """Return the cell of one of the rows that a row becomes; None where a cell from above covers it."""
    if cell.rows == 1:
        style = replace(cell.style, valign="top") if height > 1 else cell.style
        return replace(cell, text=texts.get(step, ""), style=style)
    if step not in texts:
        return None
    below = min((other for other in texts if other > step), default=height)
    return replace(cell, text=texts[step], rows=below - step)
