"""What a reader finds in a foreign file before anyone asks what it means: tables of cells, and text around them.

Every reader (xlsx, docx, later html and tsv) yields a `RawDocument`; `recognise` alone gives it meaning. It
travels between the reading child process and the program as JSON, so it holds plain values only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cchc_desktop.domain.problems import Problem

Covered = Literal["", "left", "above"]


@dataclass(frozen=True, slots=True)
class RawCell:
    """One grid slot: NFC text as the cell has it ('' when empty), lines split by newlines.

    `covered` tells that the slot belongs to a merged cell that begins to the left or above; it then repeats
    that cell's text.
    """

    text: str = ""
    covered: Covered = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: its 1-based number in its table or sheet, and one slot for each grid column of the table."""

    number: int
    cells: tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table or sheet. `letters` tells how problems name its cells: 'C' (xlsx) or '3' (docx)."""

    name: str
    rows: tuple[RawRow, ...]
    letters: bool = False

    def cell_name(self, column: int) -> str:
        """Return the name of a 0-based column: a letter for sheets, a 1-based ordinal for Word tables."""
        return column_letter(column) if self.letters else str(column + 1)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A whole file in reading order: free text lines and tables, with what the reader itself had to doubt."""

    blocks: tuple[str | RawTable, ...] = ()
    problems: tuple[Problem, ...] = ()


def column_letter(column: int) -> str:
    """Return a spreadsheet's letters for a 0-based column (0 -> 'A', 26 -> 'AA')."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
