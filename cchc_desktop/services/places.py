"""Where a row comes to stand among its siblings, and what kind of item that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.items import ItemKind, Place, WorkItem
from cchc_desktop.domain.ordering import keys_between
from cchc_desktop.domain.ports import UnitOfWork


class _Ordered(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def sort_key(self) -> str: ...


def key_at(siblings: Sequence[_Ordered], after_id: int | None) -> str:
    """Return a sort key behind the sibling `after_id`, or before all of them."""
    return keys_at(siblings, after_id, 1)[0]


def keys_at(siblings: Sequence[_Ordered], after_id: int | None, count: int) -> list[str]:
    """Return ascending sort keys behind the sibling `after_id`, or before all of them."""
    ordered = sorted(siblings, key=lambda row: (row.sort_key, row.id))
    position = 0
    if after_id is not None:
        position = next((index + 1 for index, row in enumerate(ordered) if row.id == after_id), -1)
        if position < 0:
            raise NotFound("Vị trí được chọn không còn trong kế hoạch. Hãy làm mới màn hình rồi thử lại.")
    before = ordered[position - 1].sort_key if position else None
    # rows that came back from the bin may share a key with a neighbour: what is new goes behind all of them
    behind = (row.sort_key for row in ordered[position:] if before is None or row.sort_key > before)
    return keys_between(before, next(behind, None), count)


def kind_at(unit: UnitOfWork, place: Place) -> ItemKind:
    """Return the kind of a new item: like its siblings, else what follows from its parent."""
    siblings = unit.items.siblings(place.section_id, place.parent_id)
    if siblings:
        return siblings[-1].kind
    if place.parent_id is None:
        return ItemKind.TASK
    return _kind_below(unit.items.get(place.parent_id).kind)


def kind_after_move(unit: UnitOfWork, item: WorkItem, place: Place) -> ItemKind:
    """Return the kind that an item has once it stands at a place."""
    if place.parent_id is None:
        return ItemKind.TASK if item.kind is ItemKind.SUB_ITEM else item.kind
    if place.parent_id == item.parent_id:
        return item.kind
    return _kind_below(unit.items.get(place.parent_id).kind)


def _kind_below(parent: ItemKind) -> ItemKind:
    return ItemKind.TASK if parent is ItemKind.OBJECTIVE else ItemKind.SUB_ITEM
