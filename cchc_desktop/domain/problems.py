"""Doubts about a foreign file; a module of its own, for the reading child needs nothing else of the domain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One doubt about the file, for a person to look at.

    `table` is the sheet's name or 'Bảng n', `row` is 1-based in it (None: the whole table), `cell` a column
    letter (xlsx) or a 1-based ordinal (docx).
    """

    table: str
    row: int | None
    cell: str | None
    message: str
    suggestion: str | None = None
