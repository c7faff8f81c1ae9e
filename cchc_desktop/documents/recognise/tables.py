"""Cuts a raw document into the tables that matter: header, the lines above it, and the rows that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.documents.raw import RawCell, RawDocument, RawRow, RawTable
from cchc_desktop.documents.recognise.headers import Header, find_header, is_numbering_row, lacks_content
from cchc_desktop.domain.plan import Column
from cchc_desktop.domain.problems import Problem
from cchc_desktop.domain.text.folding import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a recognised table, read through its header."""

    table: RawTable
    row: RawRow
    header: Header

    @property
    def number(self) -> int:
        """The 1-based number of the row in its table or sheet."""
        return self.row.number

    @property
    def own(self) -> tuple[tuple[int, str], ...]:
        """Grid column and text of each cell that begins in this row and is not empty."""
        return tuple(own_texts(self.row))

    def own_text(self, column: Column) -> str:
        """Return the text that begins in this row in that column, '' when there is none."""
        return self._joined(column, covered=False)

    def text(self, column: Column) -> str:
        """Return the text that holds for this row in that column, also from a cell merged with the rows above."""
        return self._joined(column, covered=True)

    def is_merged_above(self, column: Column) -> bool:
        """Tell whether the cell of that column began in a row above."""
        place = self.header.place(column)
        return place is not None and self._cell(place).covered == "above"

    def span(self, place: int) -> int:
        """Return how many grid columns the cell at this place covers."""
        end = place + 1
        while end < len(self.row.cells) and self.row.cells[end].covered == "left":
            end += 1
        return end - place

    def cell_name(self, column: Column) -> str | None:
        """Return the name by which problems call the cell of that column."""
        place = self.header.place(column)
        return None if place is None else self.table.cell_name(place)

    def _joined(self, column: Column, covered: bool) -> str:
        texts: list[str] = []
        for place, head in enumerate(self.header.cells):
            if head.column is column:
                cell = self._cell(place)
                if cell.text.strip() and (not cell.covered or (covered and cell.covered == "above" and not texts)):
                    texts.append(_with_year(head.words, cell.text.strip(), self._is_repeated(column)))
        return "\n".join(texts)

    def _is_repeated(self, column: Column) -> bool:
        cells = enumerate(self.header.cells)
        return sum(cell.column is column and self.header.origins[place] == place for place, cell in cells) > 1

    def _cell(self, place: int) -> RawCell:
        return self.row.cells[place] if place < len(self.row.cells) else _EMPTY


_EMPTY = RawCell()


def _with_year(words: str, text: str, repeated: bool) -> str:
    return f"{words}: {text}" if repeated else text


_NUMERIC_LABEL = re.compile(r"\d{1,3},\d{1,3}")


def _dotted(row: RawRow, header: Header) -> RawRow:
    """Return the row with '1,1' in its number column read as 1.1: a sheet that holds it as a number shows a comma."""
    place = header.place(Column.NUMBER)
    if place is None or place >= len(row.cells) or not _NUMERIC_LABEL.fullmatch(row.cells[place].text.strip()):
        return row
    cells = list(row.cells)
    cells[place] = replace(cells[place], text=cells[place].text.replace(",", "."))
    return replace(row, cells=tuple(cells))


def own_texts(row: RawRow) -> Iterator[tuple[int, str]]:
    """Yield grid column and stripped text of each cell that begins in this row and is not empty."""
    for place, cell in enumerate(row.cells):
        if not cell.covered and (text := cell.text.strip()):
            yield place, text


@dataclass(frozen=True, slots=True)
class Block:
    """A table of tasks or indicators: `above` are the lines before it ('' for an empty one), nearest last.

    `continues` tells that it carries on the block before it: the same header again, or none at all.
    """

    header: Header
    lines: tuple[Line, ...]
    above: tuple[str, ...] = ()
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """All recognised blocks of a file, its free lines in order, and doubts about tables as a whole."""

    blocks: tuple[Block, ...]
    free_lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def lay_out(document: RawDocument) -> Layout:
    """Find the tables of tasks and indicators of a file, whatever its sheets, tables and texts."""
    cutter = _Cutter()
    for part in document.blocks:
        if isinstance(part, RawTable):
            cutter.take_table(part)
        else:
            cutter.take_text(part)
    return Layout(tuple(cutter.blocks), tuple(cutter.free_lines), tuple(cutter.problems))


class _Cutter:
    """Walks through a file once and collects its blocks; used for one file only."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.free_lines: list[str] = []
        self.problems: list[Problem] = []
        self._above: list[str] = []

    def take_text(self, text: str) -> None:
        lines = [line.strip() for line in text.split("\n")]
        self._above += lines
        if not self.blocks:
            self.free_lines += lines

    def take_table(self, table: RawTable) -> None:
        headers = list(_headers(table))
        if headers:
            self._take_headed(table, headers)
        elif self.blocks and _goes_on(table, self.blocks[-1]):
            header = self.blocks[-1].header
            self.blocks.append(Block(header, _lines(table, table.rows, header), continues=True))
            self._above = []
        else:
            self._pass_over(table)

    def _take_headed(self, table: RawTable, headers: Sequence[Header]) -> None:
        self._take_rows_above(table.rows[: headers[0].first])
        ends = [header.first for header in headers[1:]] + [len(table.rows)]
        for header, end in zip(headers, ends, strict=True):
            body = table.rows[header.last + 1 : end]
            keep = len(body) if end == len(table.rows) else _title_start(body)
            repeated = bool(self.blocks) and header.same_as(self.blocks[-1].header)
            self.blocks.append(Block(header, _lines(table, body[:keep], header), tuple(self._above), repeated))
            self._above = _by_row(body[keep:])

    def _take_rows_above(self, rows: Sequence[RawRow]) -> None:
        self._above += _by_row(rows)
        if not self.blocks:
            self.free_lines += _by_column(rows)

    def _pass_over(self, table: RawTable) -> None:
        suspect = next((row for row in table.rows if lacks_content(row)), None)
        if suspect:
            self.problems.append(_no_content(table, suspect))
        if not self.blocks:
            self.free_lines += _by_column(table.rows)
        self._above = []


def _by_row(rows: Iterable[RawRow]) -> list[str]:
    return [text for row in rows for text in _row_texts(row)]


def _by_column(rows: Sequence[RawRow]) -> list[str]:
    """The lines of a letterhead: what stands in one column belongs together ('ỦY BAN NHÂN DÂN' over 'XÃ …')."""
    width = max((len(row.cells) for row in rows), default=0)
    texts_of_rows = [dict(own_texts(row)) for row in rows]
    columns = [[texts.get(place, "") for texts in texts_of_rows] for place in range(width)]
    return [line.strip() for texts in columns if any(texts) for text in texts for line in text.split("\n")]


def _row_texts(row: RawRow) -> list[str]:
    texts = [line.strip() for _, text in own_texts(row) for line in text.split("\n")]
    return texts or [""]


def _headers(table: RawTable) -> Iterator[Header]:
    """Yield each header of a table; inside its body a row counts only when it says more than chance would."""
    index, last = 0, None
    while index < len(table.rows):
        header = find_header(table, index)
        if header and (last is None or header.same_as(last) or len(header.columns) >= 3):
            yield header
            last, index = header, header.last + 1
        else:
            index += 1


def _lines(table: RawTable, rows: Sequence[RawRow], header: Header) -> tuple[Line, ...]:
    if rows and is_numbering_row(rows[0].cells):
        rows = rows[1:]
    return tuple(Line(table, _dotted(row, header), header) for row in rows if any(own_texts(row)))


_TITLE = re.compile(r"\s*(?:phu luc|bieu\b|danh muc|bang \d|\((?:ban hanh )?kem theo)")


def _title_start(body: Sequence[RawRow]) -> int:
    """Index of the first row of the title that stands above the next header of the same sheet."""
    start = len(body)
    while start and not any(own_texts(body[start - 1])):
        start -= 1
    first = start
    while first and len(list(own_texts(body[first - 1]))) == 1:
        first -= 1
    titles = [index for index in range(first, start) if _TITLE.match(fold(next(own_texts(body[index]))[1]))]
    return titles[0] if titles else len(body)


_NUMBER_CELL = re.compile(r"\(?(?:[IVXLC]+|\d{1,3}|[a-zđA-HĐ])(?:\.\d{1,2})*\)?[.:)]*|[-+–•]")


def _goes_on(table: RawTable, block: Block) -> bool:
    """Tell whether a table without header is the second part of a table broken in two."""
    width = len(block.header.cells)
    used = max((place + 1 for row in table.rows for place, _ in own_texts(row)), default=0)
    columns = len(table.rows[0].cells) if table.rows else 0
    if not used or width < 3 or (columns != width and not (table.letters and 3 <= used <= width)):
        return False
    if not any(len(list(own_texts(row))) >= 3 for row in table.rows):
        return False
    place = block.header.place(Column.NUMBER)
    return place is None or all(_fits_number(row, place) for row in table.rows)


def _fits_number(row: RawRow, place: int) -> bool:
    texts = dict(own_texts(row))
    mark = texts.get(place)
    return mark is None or len(texts) == 1 or _NUMBER_CELL.fullmatch(mark) is not None


def _no_content(table: RawTable, row: RawRow) -> Problem:
    words = "; ".join(text for _, text in own_texts(row))
    return Problem(
        table.name, row.number, None,
        f"Bảng có các cột “{words}” nhưng không thấy cột nội dung nhiệm vụ nên không được nhập.",
        "Kiểm tra dòng tiêu đề của bảng; nếu đây là bảng nhiệm vụ, đặt tên cột là “Nội dung nhiệm vụ” rồi nhập lại.",
    )  # fmt: skip
