"""Moving items to another place of their plan; each move is one undoable operation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.places import keys_at, kind_after_move
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


def move_item(workspace: Workspace, item_id: int, place: Place, amendment: str | None = None) -> Changes:
    """Move an item with everything below it to another place of the same plan."""
    return move_items(workspace, [item_id], place, amendment)


def move_items(
    workspace: Workspace, item_ids: Sequence[int], place: Place, amendment: str | None = None
) -> Changes:
    """Move items of one plan, each with everything below it, behind one another to a place, as one operation.

    An item that stands below another one of the list goes along with that one.
    """
    with workspace.units(Operation("item.move", "Chuyển vị trí nhiệm vụ")) as unit:
        subtrees = unit.items.subtrees(item_ids)
        moving = {item.id for subtree in subtrees for item in subtree}
        if place.parent_id in moving:
            raise InvalidInput("Không thể chuyển một nhiệm vụ vào chính nội dung thành phần của nó.")
        tops = [subtree[0] for subtree in subtrees]
        lock, keeper = PlanLock(unit, amendment), NumberKeeper(unit, _common_plan(tops))
        unit.items.update_all([*_moved_tops(unit, tops, place, lock), *_carried(subtrees, place.section_id)])
        keeper.keep()
        title = "Chuyển vị trí nhiệm vụ" if len(tops) == 1 else f"Chuyển vị trí {len(tops)} nhiệm vụ"
        unit.describe(lock.title(about(title, tops[0].content) if len(tops) == 1 else title))
        return unit.commit()


def _common_plan(items: Sequence[WorkItem]) -> int:
    plan_ids = {item.plan_id for item in items}
    if len(plan_ids) != 1:
        raise InvalidInput("Chỉ chuyển được các nhiệm vụ của cùng một kế hoạch.")
    return plan_ids.pop()


def _moved_tops(unit: UnitOfWork, tops: Sequence[WorkItem], place: Place, lock: PlanLock) -> list[WorkItem]:
    ids = {item.id for item in tops}
    siblings = sorted(unit.items.siblings(place.section_id, place.parent_id), key=lambda row: (row.sort_key, row.id))
    staying = [row for row in siblings if row.id not in ids]
    keys = keys_at(staying, _staying_after(siblings, place.after_id, ids), len(tops))
    return [
        lock.changed(
            item,
            replace(
                item,
                section_id=place.section_id,
                parent_id=place.parent_id,
                kind=kind_after_move(unit, item, place),
                sort_key=key,
            ),
        )
        for item, key in zip(tops, keys, strict=True)
    ]


def _staying_after(siblings: Sequence[WorkItem], after_id: int | None, moving: Collection[int]) -> int | None:
    """Return the sibling behind which rows go: the one named, or the last before it that stays where it is."""
    if after_id is None or after_id not in moving:
        return after_id
    before = [row.id for row in siblings[: [row.id for row in siblings].index(after_id)] if row.id not in moving]
    return before[-1] if before else None


def _carried(subtrees: Sequence[Sequence[WorkItem]], section_id: int) -> list[WorkItem]:
    """Return what stands below moved items, in their new section."""
    below = [item for subtree in subtrees for item in subtree[1:]]
    return [replace(item, section_id=section_id) for item in below if item.section_id != section_id]
