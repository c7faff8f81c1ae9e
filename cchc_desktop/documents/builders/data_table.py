"""Tables of papers by columns and rows of words: statistics, tracking, lists of late tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc_desktop.documents.builders.columns import header_rows_of
from cchc_desktop.documents.model import Align, Cell, CellValue, Row, Table, TextStyle
from cchc_desktop.domain.papers.layout_profile import Element, LayoutProfile


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: its header words, the side of its cells, and the words over it and its neighbours."""

    header: str
    align: Align = "left"
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one cell; `value` is the date or number that a sheet stores, `figure` the key of rows counted."""

    text: str
    value: CellValue | None = None
    figure: str | None = None
    bold: bool = False


class TableMaker:
    """Makes the rows of one table in the styles of a layout profile."""

    def __init__(self, columns: Sequence[DataColumn], profile: LayoutProfile) -> None:
        self.columns = tuple(columns)
        look, header = profile.look(Element.TABLE), profile.look(Element.TABLE_HEADER)
        self._styles = tuple(TextStyle(look.size, look.bold, look.italic, column.align) for column in columns)
        self._header = TextStyle(header.size, header.bold, header.italic, "center")
        self._section = TextStyle(look.size, bold=True)

    def row(self, entries: Sequence[str | Entry]) -> Row:
        """Return a row; one entry per column, plain words or with a value and a figure."""
        cells = (
            _cell(place, Entry(entry) if isinstance(entry, str) else entry, style)
            for place, (entry, style) in enumerate(zip(entries, self._styles, strict=True))
        )
        return Row(tuple(cells))

    def section_row(self, number: str, title: str) -> Row:
        """Return the row of a section: its number in the first column, the title over the others."""
        mark = Cell(0, number, replace(self._section, align="center"))
        rest = Cell(1, title, self._section, len(self.columns) - 1)
        return Row((mark, rest), keep_with_next=True, bookmark=f"{number}. {title}" if number else title)

    def table(self, rows: Sequence[Row], space_after: float = 0, level: int = 2) -> Table:
        """Return the table with its header."""
        header = header_rows_of([(column.header, column.group) for column in self.columns], self._header)
        return Table(len(self.columns), header, tuple(rows), space_after, level)


def _cell(place: int, entry: Entry, style: TextStyle) -> Cell:
    own = replace(style, bold=True) if entry.bold else style
    return Cell(place, entry.text, own, value=entry.value, figure=entry.figure)
