"""Blocks of cells as Excel and Word leave them on the clipboard, and as they like to find them there; without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from html.parser import HTMLParser

Block = list[list[str]]
"""Rows of cells; every row is as long as the longest one."""

MOST_CELLS = 200_000
"""More than that is no table of a plan; reading it would only keep the window waiting."""
_SPECIAL = re.compile('[\t\n\r"]')
_LINE_ENDS = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"style", "script", "head", "title", "xml"})


def read_block(html: str, text: str) -> Block:
    """Return the cells of the clipboard: of the first table in the HTML, else of the tab-separated text.

    Word writes a paragraph's end inside a cell into the text as if it were a row's end, so its HTML goes first.
    """
    rows = _read_html(html) if "<table" in html.lower() else []
    return _squared(rows or _read_text(text))


def block_text(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as Excel reads them: tabs between, and quotes round what holds a tab, a line's end or a quote."""
    return text_of_lines([text_line(row) for row in rows])


def text_line(row: Sequence[str]) -> str:
    """Return one row of `block_text`."""
    return "\t".join([_quoted(cell) for cell in row])


def text_of_lines(lines: Iterable[str]) -> str:
    """Return what `block_text` returns, from its rows."""
    return "\r\n".join(lines)


def block_html(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as a table that Word takes over."""
    return html_of_lines([html_line(row) for row in rows])


def html_line(row: Sequence[str]) -> str:
    """Return one row of `block_html`."""
    return f"<tr>{''.join([f'<td>{_as_html(cell)}</td>' for cell in row])}</tr>"


def html_of_lines(lines: Iterable[str]) -> str:
    """Return what `block_html` returns, from its rows."""
    return f"<table border='1'>{''.join(lines)}</table>"


def _as_html(cell: str) -> str:
    return escape(cell).replace("\n", "<br>")


def _quoted(cell: str) -> str:
    if _SPECIAL.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _squared(rows: Block) -> Block:
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


# --- tab-separated text


def _read_text(text: str) -> Block:
    """Split text into cells; a quote opens a quoted cell only where one closes it before a tab or a line's end."""
    rows: Block = [[]]
    for cell, ends_row in _cells(text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")):
        rows[-1].append(cell)
        if ends_row:
            rows.append([])
    return rows if text else []


def _cells(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each cell and whether its row ends with it; the last one ends none."""
    at = 0
    for _ in range(MOST_CELLS):
        cell, end = _cell_at(text, at)
        is_last = end >= len(text)
        yield cell, not is_last and text[end] == "\n"
        if is_last:
            return
        at = end + 1


def _cell_at(text: str, at: int) -> tuple[str, int]:
    """Return the cell that begins at a place, and where it ends."""
    if text[at : at + 1] == '"' and (end := _closing_quote(text, at)) is not None:
        return text[at + 1 : end].replace('""', '"'), end + 1
    ends = [end for mark in "\t\n" if (end := text.find(mark, at)) >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _closing_quote(text: str, opening: int) -> int | None:
    at = opening + 1
    while (at := text.find('"', at)) >= 0:
        if text[at + 1 : at + 2] == '"':
            at += 2
        else:
            return at if text[at + 1 : at + 2] in ("", "\t", "\n") else None
    return None


# --- HTML


def _read_html(html: str) -> Block:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """Reads the first table: a cell over several columns or rows stands in its first place, the others are empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Block = []
        self._depth = 0
        self._is_done = False
        self._silent = 0
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._taken: set[tuple[int, int]] = set()
        """Places that a cell above or at the left reaches into."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and not self._is_done:
            self._start_part(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            self._end_cell()
            self._depth -= 1
            self._is_done = self._is_done or self._depth == 0
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag in _LINE_ENDS and self._cell is not None and tag != "br":
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(" ".join(f"|{data}|".split())[1:-1])

    def _start_part(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._end_cell()
            self._cell = []
            self._spans = _span(attrs.get("colspan")), _span(attrs.get("rowspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def _end_cell(self) -> None:
        if self._cell is None or len(self._taken) > MOST_CELLS:
            return
        row, at = len(self.rows) - 1, len(self.rows[-1])
        while (row, at) in self._taken:
            self.rows[-1].append("")
            at += 1
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        self.rows[-1].append("\n".join(line for line in lines if line))
        columns, rows = self._spans
        self._taken |= {(row + down, at + right) for down in range(rows) for right in range(columns)} - {(row, at)}
        self._cell = None


def _span(words: str | None) -> int:
    return min(max(int(words), 1), 200) if words and words.strip().isdecimal() else 1
