"""What an undo touched, found on the screen: the rows and cells that a person wants to see afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench.columns import RESULT_COLUMNS, PlanColumn, fields_of
from cchc_desktop.ui.workbench.plan_view import PlanView

_SELECT = QItemSelectionModel.SelectionFlag
_COLUMNS = frozenset(PlanColumn) - RESULT_COLUMNS
_MOST = 20
"""Rows selected at once: one key must not delete a whole plan that an undo has just brought back."""


@dataclass(frozen=True, slots=True)
class TouchedItem:
    """An item to look at; `columns` show what changed in it, none where the whole row came or moved, or far down."""

    id: int
    columns: tuple[PlanColumn, ...] = ()


def touched_items(before: PlanTree | None, after: PlanTree, changes: Changes) -> list[TouchedItem]:
    """Return the items to look at, in the order of the plan: those that came, else that moved, else that changed.

    Numbers that moved along with a deleted or added row are no reason to look at a row; `before` is another plan's
    tree, or None, where the plan was not on the screen.
    """
    old = before.items if before is not None and before.plan.id == after.plan.id else None
    ids = changes.ids(EntityKind.ITEM)
    touched = [item for item in _in_order(after) if item.id in ids]
    if old is None:
        return [TouchedItem(item.id) for item in touched]
    came = [TouchedItem(item.id) for item in touched if item.id not in old]
    if came or ids - after.items.keys():
        return came
    changed = [item for item in touched if item is not old[item.id]]  # of one that is equal there is one object
    moved = [TouchedItem(item.id) for item in changed if _place(item) != _place(old[item.id])]
    if moved:
        return moved
    shown = [TouchedItem(item.id, _columns(old[item.id], item)) for item in changed[:_MOST]]
    return [*shown, *(TouchedItem(item.id) for item in changed[_MOST:])]


def select_items(view: PlanView, touched: Iterable[TouchedItem]) -> None:
    """Select the rows of items and scroll to the first; what a filter hides is shown by clearing it.

    The cell that the keys act on stays in its column, unless another column shows what changed.
    """
    items = list(touched)
    if not items:
        return
    if len(items) > _MOST:
        items = items[:1]
    column = _column(view, items[0])
    if not view.select_item(items[0].id, column):
        view.clear_search()
        view.select_item(items[0].id, column)
    if len(items) > 1:
        _select_rows(view, [view.model().index_of_item(item.id) for item in items])


def _select_rows(view: PlanView, rows: Sequence[QModelIndex]) -> None:
    selection = QItemSelection()
    for index in rows:
        selection.select(index, index)
    view.view().selectionModel().select(selection, _SELECT.ClearAndSelect | _SELECT.Rows)


def _column(view: PlanView, item: TouchedItem) -> int:
    """Return the column in which the current cell has to be."""
    current = view.view().currentIndex()
    column = current.column() if current.isValid() else PlanColumn.CONTENT
    shown = [changed for changed in item.columns if not view.view().isColumnHidden(changed)]
    return column if column in shown or not shown else shown[0]


def _columns(old: WorkItem, new: WorkItem) -> tuple[PlanColumn, ...]:
    """Return the columns whose field differs."""
    fields = fields_of(new, _COLUMNS).items()
    return tuple(PlanColumn(column) for column, field in fields if getattr(old, field) != getattr(new, field))


def _in_order(tree: PlanTree) -> Iterable[WorkItem]:
    return (item for section in tree.sections for item, _ in tree.walk(section.id))


def _place(item: WorkItem) -> tuple[int, int | None, str]:
    return item.section_id, item.parent_id, item.sort_key
