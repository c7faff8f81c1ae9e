"""Where an item goes on a key: up, down, one level lower or higher, or a new one below; plain computation."""

from __future__ import annotations

from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree


def place_up(tree: PlanTree, item_id: int) -> Place | None:
    """Return the place above the sibling before, or at the end of the section before; None at the very top."""
    item = tree.items[item_id]
    siblings = tree.siblings[item.section_id, item.parent_id]
    at = _row(siblings, item_id)
    if at > 0:
        return Place(item.section_id, item.parent_id, siblings[at - 2].id if at > 1 else None)
    if item.parent_id is not None:
        return None
    section_id = _section_beside(tree, item.section_id, -1)
    return Place(section_id, None, _last(tree.roots(section_id))) if section_id is not None else None


def place_down(tree: PlanTree, item_id: int) -> Place | None:
    """Return the place below the sibling behind, or at the top of the section behind; None at the very end."""
    item = tree.items[item_id]
    siblings = tree.siblings[item.section_id, item.parent_id]
    at = _row(siblings, item_id)
    if at + 1 < len(siblings):
        return Place(item.section_id, item.parent_id, siblings[at + 1].id)
    if item.parent_id is not None:
        return None
    section_id = _section_beside(tree, item.section_id, 1)
    return Place(section_id) if section_id is not None else None


def place_lower(tree: PlanTree, item_id: int) -> Place | None:
    """Return the place as last child of the sibling before; None for a first sibling."""
    item = tree.items[item_id]
    siblings = tree.siblings[item.section_id, item.parent_id]
    at = _row(siblings, item_id)
    if at == 0:
        return None
    parent = siblings[at - 1]
    return Place(item.section_id, parent.id, _last(tree.children(parent)))


def place_higher(tree: PlanTree, item_id: int) -> Place | None:
    """Return the place behind the item above; None for an item that stands directly under its section."""
    item = tree.items[item_id]
    if item.parent_id is None:
        return None
    parent = tree.items[item.parent_id]
    return Place(item.section_id, parent.parent_id, parent.id)


def place_below(tree: PlanTree, item_id: int) -> Place:
    """Return the place of a new item right below an item, on its level."""
    item = tree.items[item_id]
    return Place(item.section_id, item.parent_id, item_id)


def place_inside(tree: PlanTree, item_id: int) -> Place:
    """Return the place of a new item as last child of an item."""
    item = tree.items[item_id]
    return Place(item.section_id, item_id, _last(tree.children(item)))


def place_in_section(tree: PlanTree, section_id: int) -> Place:
    """Return the place of a new item at the end of a section."""
    return Place(section_id, None, _last(tree.roots(section_id)))


def _row(siblings: tuple[WorkItem, ...], item_id: int) -> int:
    return next(row for row, item in enumerate(siblings) if item.id == item_id)


def _last(items: tuple[WorkItem, ...]) -> int | None:
    return items[-1].id if items else None


def _section_beside(tree: PlanTree, section_id: int, step: int) -> int | None:
    ids = [section.id for section in tree.sections]
    at = ids.index(section_id) + step
    return ids[at] if 0 <= at < len(ids) else None
