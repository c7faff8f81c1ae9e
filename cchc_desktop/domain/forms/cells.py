"""The cells of a superior's form as its file has them, and what can be told of each: its label, its header.

What a reader found (`ReadCell`) is stored with the form; what follows from it (`FormCell`) is worked out each time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Any

from cchc_desktop.domain.text.folding import fold_words

MOST_CELLS = 20_000
"""Cells of a form, empty ones too: a page of statistics has some hundred."""

_DOTS = re.compile(r"[.…_‥·\s\xa0]*")
_MARKS = re.compile(r"[.…_‥·]")
_NOTES = re.compile(r"\b(?:ghi chu|giai trinh|nguyen nhan)\b")
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[A-Za-zĐđ])\)?[.)]?(?:\s*=.*)?")


class CellKind(StrEnum):
    """What a cell takes by its number format; a formula is never written over."""

    TEXT = "text"
    GENERAL = "general"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One cell, or one gap of dots inside the words of a cell or paragraph, as a reader found it.

    Addresses: 'Sheet1!D7' (Excel), 't0:r3:c2' (Word: table, row, cell from 0), 'p12' (a paragraph outside tables); a
    gap adds its number from 1: 'Sheet1!A3:1', 't0:r3:c2:p0:1', 'p12:1'. `row` and `column` count from 1 in the grid of
    the table (a paragraph: its number, 1). `room` is how many letters fit in about, None where nothing tells.
    `lead` are the words of the line before a gap. `is_framed`: lines are drawn around the cell (Excel).
    """

    address: str
    table: str
    row: int
    column: int
    words: str = ""
    rows: int = 1
    columns: int = 1
    takes: CellKind = CellKind.TEXT
    room: int | None = None
    gap: int = 0
    lead: str = ""
    is_framed: bool = False

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands there but the dots that wait for words."""
        return _DOTS.fullmatch(self.words) is not None


@dataclass(frozen=True, slots=True)
class FormReading:
    """All that a form holds: the file's SHA-256 as it was read, its cells in reading order, Vietnamese notes."""

    sha256: str
    cells: tuple[ReadCell, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell with what surrounds it: the words that name its row, those above its column, and whether it waits."""

    read: ReadCell
    label: str = ""
    header: str = ""
    is_fillable: bool = False

    @property
    def address(self) -> str:
        """Return the cell's address."""
        return self.read.address

    @property
    def words(self) -> str:
        """Return the words that the form has there."""
        return self.read.words

    @property
    def is_note(self) -> bool:
        """Tell whether the cell stands in a column for remarks, which stays empty as often as not."""
        return _NOTES.search(fold_words(self.header)) is not None

    @property
    def name(self) -> str:
        """Return what a person calls the cell: 'Số hồ sơ tiếp nhận – Kỳ này', else its address."""
        return " – ".join(part for part in (self.label, self.header) if part) or self.address


def describe_cells(cells: Sequence[ReadCell]) -> tuple[FormCell, ...]:
    """Return the cells with their labels and headers, in their order."""
    tables: dict[str, _Table] = defaultdict(_Table)
    for cell in cells:
        if not cell.gap:
            tables[cell.table].take(cell)
    return tuple(_described(cell, tables[cell.table]) for cell in cells)


def _described(cell: ReadCell, table: _Table) -> FormCell:
    if cell.gap:
        return FormCell(cell, " ".join(cell.lead.split()).rstrip(" :").lstrip(" ,;.%)"), "", True)
    if not cell.table:
        return FormCell(cell)
    left = table.left_of(cell)
    named = max(left, key=lambda one: _letters(one.words), default=None)
    label, header = named.words if named else "", table.above(cell, named.column if named else 0)
    is_named = (
        bool(left) and left[-1].words.rstrip().endswith(":") and left[-1].column + left[-1].columns == cell.column
    )
    is_waiting = cell.is_blank and cell.takes is not CellKind.FORMULA
    is_of_table = bool(label) and bool(header) and (cell.is_framed or not table.has_frames)
    waits = is_waiting and (is_of_table or is_named or bool(_MARKS.search(cell.words)))
    return FormCell(cell, " ".join(label.split()).rstrip(" :"), header, waits)


def _letters(words: str) -> int:
    return sum(letter.isalpha() for letter in words)


@dataclass(slots=True)
class _Table:
    """The cells of one table by row and by column; merged ones stand in each row and column that they cover."""

    rows: dict[int, list[ReadCell]] = field(default_factory=lambda: defaultdict(list))
    columns: dict[int, list[ReadCell]] = field(default_factory=lambda: defaultdict(list))
    headers: dict[tuple[int, int], tuple[list[int], list[str]]] = field(default_factory=dict)
    """Rows and headers by column and the labels' column, worked out once."""
    frames: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The rows of framed cells by column."""
    has_frames: bool = False
    """Whether lines are drawn around cells that wait: those without stand outside of what is to be filled then."""

    def take(self, cell: ReadCell) -> None:
        if cell.is_framed:
            for column in range(cell.column, cell.column + cell.columns):
                self.frames[column].append(cell.row)
        if cell.is_blank:
            self.has_frames = self.has_frames or (cell.is_framed and cell.takes is not CellKind.FORMULA)
            return
        for row in range(cell.row, cell.row + cell.rows):
            self.rows[row].append(cell)
        for column in range(cell.column, cell.column + cell.columns):
            self.columns[column].append(cell)

    def left_of(self, cell: ReadCell) -> list[ReadCell]:
        """Return the cells with words left of one, in their order."""
        return [one for one in self.rows.get(cell.row, ()) if one.column < cell.column]

    def above(self, cell: ReadCell, labelled: int) -> str:
        """Return the words over a cell's column in the fullest row, and those of a group that stand right over them.

        Rows of a form have words in fewer columns than their header: that is how it is known. A line that numbers the
        columns, and a title that runs over the labels' column too, are no headers.
        """
        key = cell.column, labelled
        if key not in self.headers:
            self.headers[key] = self._headers(*key)
        rows, names = self.headers[key]
        place = bisect_left(rows, cell.row)
        return names[place - 1] if place and not self._is_between(rows[place - 1], cell) else ""

    def _is_between(self, row: int, cell: ReadCell) -> bool:
        """Tell whether the frame of a table ends between a row and a cell below it that has none."""
        if cell.is_framed or not self.has_frames:
            return False
        framed = self.frames.get(cell.column, [])
        return any(row <= one < cell.row for one in framed)

    def _headers(self, column: int, labelled: int) -> tuple[list[int], list[str]]:
        """Return the rows of a column that have words, in order, and the header of what stands below each of them."""
        rows: list[int] = []
        names: list[str] = []
        fullest, name, was_framed = 0, "", False
        groups: dict[int, ReadCell] = {}
        for one in self.columns.get(column, ()):
            if one.column <= labelled or _NUMBERING.fullmatch(one.words.strip()):
                continue
            if was_framed and not one.is_framed:
                fullest = 0  # below a table something else begins
            was_framed = one.is_framed
            if one.columns > 1 and not _MARKS.search(one.words):
                groups[one.row + one.rows] = one
            width = len(self.rows[one.row + one.rows - 1])
            if width >= fullest:
                over = groups.get(one.row)
                named = chain((over,) if over else (), (one,))
                fullest, name = width, " – ".join(" ".join(part.words.split()) for part in named)
            rows.append(one.row)
            names.append(name)
        return rows, names


# --- JSON --------------------------------------------------------------------------------------------------------


def cells_to_json(cells: Iterable[ReadCell]) -> list[list[Any]]:
    """Return cells as plain JSON values, each as the list of its fields."""
    return [list(astuple(cell)) for cell in cells]


def cells_from_json(values: Iterable[Sequence[Any]]) -> tuple[ReadCell, ...]:
    """Return the cells that `cells_to_json` wrote; TypeError or ValueError for values that are none."""
    return tuple(_cell(*value) for value in values)


def _cell(
    address: str, table: str, row: int, column: int, words: str, rows: int, columns: int, takes: str,
    room: int | None, gap: int, lead: str, is_framed: bool = False,
) -> ReadCell:  # fmt: skip
    return ReadCell(
        str(address), str(table), int(row), int(column), str(words), int(rows), int(columns), CellKind(takes),
        None if room is None else int(room), int(gap), str(lead), bool(is_framed),
    )  # fmt: skip


def by_address(cells: Iterable[FormCell]) -> Mapping[str, FormCell]:
    """Return cells by their address."""
    return {cell.address: cell for cell in cells}
