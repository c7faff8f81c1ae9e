"""`RawDocument` as JSON bytes, for the way from the reading child process to the program.

Each distinct text is written once and cells refer to it by number: a merged cell repeats its text in
hundreds of slots, which must not multiply the size of the message.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast

from cchc_desktop.documents.raw import Covered, RawCell, RawDocument, RawRow, RawTable
from cchc_desktop.domain.problems import Problem

_COVERED: tuple[Covered, ...] = ("", "left", "above")


def dump(document: RawDocument) -> bytes:
    """Return the document as one line of ASCII JSON."""
    numbers: dict[str, int] = {}

    def number_of(text: str) -> int:
        return numbers.setdefault(text, len(numbers))

    blocks = [block if isinstance(block, str) else _table(block, number_of) for block in document.blocks]
    problems = [[p.table, p.row, p.cell, p.message, p.suggestion] for p in document.problems]
    found = {"texts": list(numbers), "blocks": blocks, "problems": problems}
    return json.dumps(found, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def load(data: bytes) -> RawDocument:
    """Return the document that `dump` wrote; `ValueError` for anything else."""
    try:
        found = json.loads(data)
        cells = _CellTable([str(text) for text in found["texts"]])
        blocks = tuple(b if isinstance(b, str) else _load_table(b, cells) for b in found["blocks"])
        return RawDocument(blocks, tuple(_load_problem(values) for values in found["problems"]))
    except (KeyError, IndexError, TypeError, RecursionError) as error:
        raise ValueError("not a raw document") from error


def _table(table: RawTable, number_of: Callable[[str], int]) -> dict[str, Any]:
    rows = [
        [row.number, [[number_of(cell.text), _COVERED.index(cell.covered)] for cell in row.cells]] for row in table.rows
    ]
    return {"name": table.name, "letters": table.letters, "rows": rows}


class _CellTable:
    """Makes each distinct cell once; a sheet of empty slots then costs one object."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._made: dict[tuple[int, int], RawCell] = {}

    def cell(self, text: int, covered: int) -> RawCell:
        key = (text, covered)
        if key not in self._made:
            self._made[key] = RawCell(self._texts[text], _COVERED[covered])
        return self._made[key]


def _load_table(found: dict[str, Any], cells: _CellTable) -> RawTable:
    rows = tuple(RawRow(int(number), tuple(cells.cell(*slot) for slot in slots)) for number, slots in found["rows"])
    return RawTable(str(found["name"]), rows, bool(found["letters"]))


def _load_problem(values: list[Any]) -> Problem:
    table, row, cell, message, suggestion = values
    return Problem(
        str(table),
        cast("int | None", row),
        cast("str | None", cell),
        str(message),
        cast("str | None", suggestion),
    )
