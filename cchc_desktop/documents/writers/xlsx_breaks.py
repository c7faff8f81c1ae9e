"""Page breaks of a sheet: programs break pages between any two rows, so section rows need a hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_DOUBT = 3.0  # points by which the rows of a page may come out higher in the printing program


class SheetRow(NamedTuple):
    """The height of a written row (points), and whether it must not be the last on a page."""

    height: float
    keeps: bool


def breaks_before(rows: Sequence[SheetRow], header: range, text_height: float) -> list[int]:
    """Return the 0-based rows before which a page must end, lest a row that keeps with the next be its last one.

    `header` are the rows that are repeated on top of each page after their own. Other page breaks are left to the
    program, so that the sheet stays easy to edit.
    """
    found = []
    repeated = sum(rows[number].height for number in header)
    y = 0.0
    for number, row in enumerate(rows):
        top = repeated if number >= header.stop else 0.0
        begins = row.keeps and (number == 0 or not rows[number - 1].keeps)
        if y + row.height > text_height + _DOUBT:
            y = top
        elif begins and y > top and text_height - _DOUBT < y + _chain(rows, number) <= y + text_height - top:
            found.append(number)
            y = top
        elif y + row.height > text_height:
            y = top
        y += row.height
    return found


def _chain(rows: Sequence[SheetRow], first: int) -> float:
    """Return the height of the rows from `first` that keep together, with the row after them."""
    height = 0.0
    for row in rows[first:]:
        height += row.height
        if not row.keeps:
            break
    return height
