"""Where dragged rows go when they are dropped: between rows, onto an item, into a section; plain computation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import Enum

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench import places
from cchc_desktop.ui.workbench.columns import Entity

_words = Words("PlanPlaces")
ROWS_MIME = "application/x-cchc-plan-rows"
"""Our own kind of data alone: dropped on a text editor, rows do nothing."""


class Zone(Enum):
    """The part of a row that is pointed at."""

    ABOVE = "above"
    ONTO = "onto"
    BELOW = "below"


def zone_at(height: int, y: int, entity: Entity) -> Zone:
    """Return the part of a row at `y` pixels below its upper edge: the outer thirds are the gaps beside it."""
    if not isinstance(entity, WorkItem):
        return Zone.BELOW if 3 * y > 2 * height else Zone.ONTO
    if 3 * y < height:
        return Zone.ABOVE
    return Zone.BELOW if 3 * y > 2 * height else Zone.ONTO


def drop_place(tree: PlanTree, ids: Sequence[int], target: Entity | None, zone: Zone, *, is_open: bool) -> Place:
    """Return where dragged items go; None as target is the room below all rows. InvalidInput says why not.

    `is_open` tells that the target's parts are on the screen, so that right below it is before its first part.
    """
    place = _place(tree, ids, target, zone, is_open=is_open)
    if _is_inside(tree, ids, place):
        raise InvalidInput(_words("Không thể chuyển một nhiệm vụ vào chính nội dung thành phần của nó."))
    if _stays(tree, ids, place):
        raise InvalidInput(_words("Nhiệm vụ đã ở vị trí này."))
    return place


def rows_to_bytes(plan_uid: str, ids: Sequence[int]) -> bytes:
    """Return what travels with the mouse: which plan, and which of its items."""
    return json.dumps({"plan": plan_uid, "items": list(ids)}).encode()


def rows_from_bytes(data: bytes, plan_uid: str) -> list[int]:
    """Return the dragged items of this plan; empty for another plan's or foreign data."""
    try:
        values = json.loads(data)
        return [int(item_id) for item_id in values["items"]] if values["plan"] == plan_uid else []
    except (ValueError, KeyError, TypeError):
        return []


def _place(tree: PlanTree, ids: Sequence[int], target: Entity | None, zone: Zone, *, is_open: bool) -> Place:
    if target is None:
        return places.place_in_section(tree, tree.sections[-1].id, ids)
    if not isinstance(target, WorkItem):
        return Place(target.id) if zone is Zone.BELOW else places.place_in_section(tree, target.id, ids)
    if zone is Zone.ABOVE:
        return places.place_before(tree, target.id, ids)
    if zone is Zone.ONTO:
        return places.place_inside(tree, target.id, ids)
    if is_open and tree.children(target):
        return Place(target.section_id, target.id)
    if target.id in ids:
        return places.place_before(tree, target.id, ids)
    return places.place_below(tree, target.id)


def _is_inside(tree: PlanTree, ids: Sequence[int], place: Place) -> bool:
    above = place.parent_id
    while above is not None:
        if above in ids:
            return True
        above = tree.items[above].parent_id
    return False


def _stays(tree: PlanTree, ids: Sequence[int], place: Place) -> bool:
    siblings = [item.id for item in tree.siblings.get((place.section_id, place.parent_id), ())]
    if not set(ids) <= set(siblings):
        return False
    left = [item_id for item_id in siblings if item_id not in ids]
    at = left.index(place.after_id) + 1 if place.after_id is not None else 0
    return [*left[:at], *ids, *left[at:]] == siblings
