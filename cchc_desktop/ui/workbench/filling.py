"""Filling cells with the words of another cell: down from the first chosen row; plain computation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.text.folding import clean
from cchc_desktop.ui.workbench.columns import PlanColumn, field_of, fields_of

Edits = dict[int, dict[str, str]]
"""Words to write by item id and field; one operation."""
Stored = Callable[[WorkItem, str], str]
"""Returns what stands in a cell now, by item and field."""


class ItemCells(NamedTuple):
    """Cells of one item: some of its columns; made for each row of a selection."""

    item: WorkItem
    columns: Collection[int]


def plan_words(item: WorkItem, field: str) -> str:
    """Return the words of a field of the plan itself; nothing for a cell of results."""
    return getattr(item, field, None) or ""


def filled_down(rows: Sequence[ItemCells], above: WorkItem | None, stored: Stored = plan_words) -> Edits:
    """Return the change that repeats the first row's words in the rows below, in the columns that each one names.

    Where one row alone is chosen, the row above it is repeated, as Excel does. The number is never repeated.
    """
    if len(rows) == 1 and above is not None:
        rows = [ItemCells(above, rows[0].columns), rows[0]]
    if len(rows) < 2:
        return {}
    edits: Edits = {}
    first = rows[0].item
    columns = frozenset(rows[0].columns) - {PlanColumn.NUMBER}
    words = {column: stored(first, field) for column, field in fields_of(first, columns).items()}
    typed = {column: typed_words(text) for column, text in words.items()}
    columns = frozenset(typed)
    for item, own in rows[1:]:
        fields = fields_of(item, columns).items()
        if edit := {
            field: new
            for column, field in fields
            if column in own and (old := stored(item, field)) != (new := typed[column]) and old.strip() != new
        }:
            edits[item.id] = edit
    return edits


def filled_with(words: str, rows: Iterable[ItemCells], stored: Stored = plan_words) -> Edits:
    """Return the change that writes the same words into cells."""
    edits: Edits = {}
    for row in rows:
        for column in row.columns:
            put(edits, row.item, column, words, stored)
    return edits


def put(edits: Edits, item: WorkItem, column: int, words: str, stored: Stored = plan_words) -> None:
    """Add a cell's new words to a change, unless it cannot be typed into or has these words."""
    field = field_of(item, column)
    if field is not None and (typed := typed_words(words)) != stored(item, field).strip():
        edits.setdefault(item.id, {})[field] = typed


def typed_words(words: str) -> str:
    """Return words as they are stored when they are typed."""
    return clean(words)[0].strip()
