"""What an undo touched, found on the screen: the rows that a person wants to see afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench.plan_view import PlanView

_SELECT = QItemSelectionModel.SelectionFlag


def touched_items(before: PlanTree | None, after: PlanTree, changes: Changes) -> list[int]:
    """Return the items to look at, in the order of the plan: those that came, else that moved, else that changed.

    Numbers that moved along with a deleted or added row are no reason to look at a row; `before` is another plan's
    tree, or None, where the plan was not on the screen.
    """
    old = before.items if before is not None and before.plan.id == after.plan.id else None
    touched = [item for item in _in_order(after) if item.id in changes.ids(EntityKind.ITEM)]
    if old is None:
        return [item.id for item in touched]
    came = [item.id for item in touched if item.id not in old]
    if came or changes.ids(EntityKind.ITEM) - after.items.keys():
        return came
    moved = [item.id for item in touched if _place(item) != _place(old[item.id])]
    return moved or [item.id for item in touched if item != old[item.id]]


_MOST = 20
"""Rows selected at once: one key must not delete a whole plan that an undo has just brought back."""


def select_items(view: PlanView, item_ids: Iterable[int]) -> None:
    """Select the rows of items and scroll to the first; what a filter hides is shown by clearing it."""
    ids = list(item_ids)
    if not ids:
        return
    if len(ids) > _MOST:
        ids = ids[:1]
    if not view.select_item(ids[0]):
        view.clear_search()
        view.select_item(ids[0])
    selection = QItemSelection()
    for item_id in ids:
        index = view.model().index_of_item(item_id)
        selection.select(index, index)
    if len(ids) > 1:
        view.view().selectionModel().select(selection, _SELECT.ClearAndSelect | _SELECT.Rows)


def _in_order(tree: PlanTree) -> Iterable[WorkItem]:
    return (item for section in tree.sections for item, _ in tree.walk(section.id))


def _place(item: WorkItem) -> tuple[int, int | None, str]:
    return item.section_id, item.parent_id, item.sort_key
