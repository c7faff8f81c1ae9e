"""Filling cells with the words of another cell: down from the first chosen row; plain computation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.text.folding import clean
from cchc_desktop.ui.workbench.columns import PlanColumn, edit_text, field_of

Edits = dict[int, dict[str, str]]
"""Words to write by item id and field; one operation."""


@dataclass(frozen=True, slots=True)
class ItemCells:
    """Cells of one item: some of its columns."""

    item: WorkItem
    columns: Collection[int]


def filled_down(rows: Sequence[ItemCells], above: WorkItem | None) -> Edits:
    """Return the change that repeats the first row's words in the rows below, in the columns that each one names.

    Where one row alone is chosen, the row above it is repeated, as Excel does. The number is never repeated.
    """
    if len(rows) == 1 and above is not None:
        rows = [ItemCells(above, rows[0].columns), rows[0]]
    if len(rows) < 2:
        return {}
    edits: Edits = {}
    for row in rows[1:]:
        for column in set(rows[0].columns).intersection(row.columns) - {PlanColumn.NUMBER}:
            put(edits, row.item, column, edit_text(rows[0].item, column))
    return edits


def filled_with(words: str, rows: Iterable[ItemCells]) -> Edits:
    """Return the change that writes the same words into cells."""
    edits: Edits = {}
    for row in rows:
        for column in row.columns:
            put(edits, row.item, column, words)
    return edits


def put(edits: Edits, item: WorkItem, column: int, words: str) -> None:
    """Add a cell's new words to a change, unless it cannot be typed into or has these words."""
    field, typed = field_of(item, column), typed_words(words)
    if field is not None and typed != edit_text(item, column).strip():
        edits.setdefault(item.id, {})[field] = typed


def typed_words(words: str) -> str:
    """Return words as they are stored when they are typed."""
    return clean(words)[0].strip()
