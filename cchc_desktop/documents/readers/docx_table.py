"""Word tables as grids of slots: spans, vertical merges and offsets resolved (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from cchc_desktop.documents.raw import RawCell, RawRow
from cchc_desktop.documents.readers.docx_xml import child_value, is_on, local, number_value, w
from cchc_desktop.documents.readers.limits import MAX_COLUMNS, SlotBudget
from cchc_desktop.documents.readers.xml_parser import XmlElement

_EMPTY = RawCell()
_ROW_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


class CellText(Protocol):
    """Turns one w:tc into text."""

    def __call__(self, cell: XmlElement, row: int, column: int) -> str:
        """Return the cell's text; its 1-based row and grid column are for problems."""
        ...


@dataclass(frozen=True, slots=True)
class TableProblem:
    """A doubt about a table: 1-based row and grid column, and what is doubted."""

    row: int
    column: int
    message: str


def children_through(parent: XmlElement, wanted: str) -> Iterator[XmlElement]:
    """Yield the rows of a table or the cells of a row, also those inside content controls and insertions."""
    for child in parent:
        name = local(child)
        if name == wanted:
            yield child
        elif name in _ROW_WRAPPERS:
            yield from children_through(child, wanted)


def read_grid(
    table: XmlElement, text_of: CellText, budget: SlotBudget, doubt: Callable[[TableProblem], None]
) -> tuple[RawRow, ...]:
    """Return the rows of a table, all of one width; rows deleted under tracked changes are left out."""
    rows: list[list[RawCell]] = []
    for element in children_through(table, "tr"):
        if not _is_deleted(element):
            above = rows[-1] if rows else []
            rows.append(_RowBuilder(len(rows) + 1, above, text_of, budget, doubt).build(element))
    width = max((len(row) for row in rows), default=0)
    kept = _telling_columns(rows, width)
    budget.spend(len(rows) * len(kept))
    return tuple(
        RawRow(number, tuple(row[column] if column < len(row) else _EMPTY for column in kept))
        for number, row in enumerate(rows, start=1)
    )


class _RowBuilder:
    """Lays the cells of one row on the grid, under the row above."""

    def __init__(
        self,
        number: int,
        above: list[RawCell],
        text_of: CellText,
        budget: SlotBudget,
        doubt: Callable[[TableProblem], None],
    ) -> None:
        self._number = number
        self._above = above
        self._text_of = text_of
        self._budget = budget
        self._doubt = doubt
        self._slots: list[RawCell] = []

    def build(self, row: XmlElement) -> list[RawCell]:
        properties = row.find(w("trPr"))
        before = number_value(properties, "gridBefore") if properties is not None else None
        self._slots.extend([_EMPTY] * min(max(before or 0, 0), MAX_COLUMNS))
        for cell in children_through(row, "tc"):
            self._budget.spend(1)
            self._place(cell)
        return self._slots

    def _place(self, cell: XmlElement) -> None:
        start = len(self._slots)
        properties = cell.find(w("tcPr"))
        text = self._text_of(cell, self._number, start + 1)
        span = _span(properties) if properties is not None else 1
        if start + span > MAX_COLUMNS:
            self._beyond(text)
            span = max(MAX_COLUMNS - start, 0)
        if properties is not None and _continues(properties, "hMerge") and start and not text:
            self._slots.extend([RawCell(self._slots[-1].text, "left")] * span)
        elif properties is not None and _continues(properties, "vMerge") and start < len(self._above):
            self._continue_above(text, span)
        else:
            self._begin(text, span)

    def _begin(self, text: str, span: int) -> None:
        if span:
            self._slots.append(RawCell(text) if text else _EMPTY)
            self._slots.extend([RawCell(text, "left")] * (span - 1))

    def _continue_above(self, text: str, span: int) -> None:
        """Cover the slots with the merged cell above; words typed in a covered cell stay in their own row."""
        if text:
            message = "Ô thuộc một ô gộp dọc nhưng có chữ riêng; đã giữ chữ ở hàng này."
            self._doubt(TableProblem(self._number, len(self._slots) + 1, message))
            self._begin(text, span)
        else:
            anchor = self._above[len(self._slots)].text
            self._slots.extend([RawCell(anchor, "above")] * span)

    def _beyond(self, text: str) -> None:
        if text:
            message = f"Có dữ liệu ngoài {MAX_COLUMNS} cột đầu của bảng, đã bỏ qua."
            self._doubt(TableProblem(self._number, MAX_COLUMNS, message))


def _telling_columns(rows: list[list[RawCell]], width: int) -> list[int]:
    """Return the grid columns in which some cell begins.

    Word splits its grid wherever the cell edges of two rows differ by a hair; a column where no cell of the
    whole table begins tells nothing and would only shift the numbers of the cells.
    """
    return [
        column for column in range(width) if any(column < len(row) and row[column].covered != "left" for row in rows)
    ]


def _span(properties: XmlElement) -> int:
    return max(number_value(properties, "gridSpan") or 1, 1)


def _continues(properties: XmlElement, name: str) -> bool:
    return properties.find(w(name)) is not None and child_value(properties, name) in ("", "continue")


def _is_deleted(row: XmlElement) -> bool:
    properties = row.find(w("trPr"))
    return properties is not None and is_on(properties, "del")
