"""Filling cells with the words of another cell: down from the first chosen row; plain computation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.text.folding import clean
from cchc_desktop.ui.workbench.columns import PlanColumn, edit_text, field_of, fields_of

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
    words = {column: edit_text(rows[0].item, column) for column in rows[0].columns if column != PlanColumn.NUMBER}
    typed = {column: typed_words(text) for column, text in words.items()}
    columns = frozenset(typed)
    for row in rows[1:]:
        fields = fields_of(row.item, columns).items()
        wanted = ((field, typed[column]) for column, field in fields if column in row.columns)
        if edit := {field: new for field, new in wanted if _differs(row.item, field, new)}:
            edits[row.item.id] = edit
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
    field = field_of(item, column)
    if field is not None and _differs(item, field, typed := typed_words(words)):
        edits.setdefault(item.id, {})[field] = typed


def _differs(item: WorkItem, field: str, typed: str) -> bool:
    return typed != (getattr(item, field) or "").strip()


def typed_words(words: str) -> str:
    """Return words as they are stored when they are typed."""
    return clean(words)[0].strip()
