"""What reader and filler of Excel forms share: where a sheet's cells stand, and what a cell's format takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.documents.ooxml import local_name
from cchc_desktop.documents.raw import column_letter
from cchc_desktop.documents.readers.xml_parser import XmlElement
from cchc_desktop.domain.forms.cells import CellKind

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_NOT_CODES = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_DATES = re.compile(r"[ymdhs]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Range:
    """A range of cells: 1-based rows and columns, all four inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class ColumnRun:
    """One `col` element: columns from 1, their width in letters, their style, and whether nobody sees them."""

    first: int
    last: int
    width: float | None
    style: int
    is_hidden: bool = False


def kind_of_format(code: str) -> CellKind:
    """Return what a number format takes (18.8.30): the first section tells."""
    bare = _NOT_CODES.sub("", code.split(";")[0])
    if code == "@" or bare == "@":
        return CellKind.TEXT
    if not bare or "general" in bare.lower():
        return CellKind.GENERAL
    if _DATES.search(bare):
        return CellKind.DATE
    if "%" in bare:
        return CellKind.PERCENT
    return CellKind.NUMBER if re.search(r"[0#?]", bare) else CellKind.GENERAL


def cell_place(reference: str) -> tuple[int, int] | None:
    """Return 1-based row and column of 'D7', None for what is no reference."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), column_number(found[1])) if found else None


def cell_reference(row: int, column: int) -> str:
    """Return 'D7' for a 1-based row and column."""
    return f"{column_letter(column - 1)}{row}"


def column_number(letters: str) -> int:
    """Return the 1-based number of a column's letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_range(reference: str) -> Range | None:
    """Return the range that 'A1:C2' names, None for what is none."""
    first, _, last = reference.partition(":")
    start, end = cell_place(first), cell_place(last or first)
    if start is None or end is None:
        return None
    (top, bottom), (left, right) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Range(top, left, bottom, right)


def column_run(element: XmlElement) -> ColumnRun:
    """Return what a `col` element says."""
    width = element.get("width")
    first, last = int(element.get("min", "1")), int(element.get("max", "1"))
    is_hidden = element.get("hidden") in ("1", "true") or width == "0"
    return ColumnRun(first, last, float(width) if width else None, int(element.get("style", "0")), is_hidden)


def children_named(parent: XmlElement, name: str) -> Iterator[XmlElement]:
    """Yield the children of a local name."""
    return (child for child in parent if isinstance(child.tag, str) and local_name(child.tag) == name)


def child_named(parent: XmlElement, name: str) -> XmlElement | None:
    """Return the first child of a local name, None where there is none."""
    return next(children_named(parent, name), None)
