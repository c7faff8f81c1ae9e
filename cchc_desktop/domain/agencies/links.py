"""A plan's links to agencies after some became one: a row out of the bin may name a merged one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree, build_tree


def with_heirs(tree: PlanTree, heir_of: Mapping[int, int]) -> PlanTree:
    """Return a tree whose links name agencies that exist; `heir_of` holds the merged ones alone, by id."""
    if not heir_of:
        return tree
    items = [_item_with_heirs(item, heir_of) for item in tree.items.values()]
    rows = [_row_with_heir(row, heir_of) for row in tree.indicators]
    is_same = all(one is other for one, other in zip(items, tree.items.values(), strict=True))
    if is_same and all(one is other for one, other in zip(rows, tree.indicators, strict=True)):
        return tree
    return build_tree(tree.plan, tree.sections, items, rows)


def _item_with_heirs(item: WorkItem, heir_of: Mapping[int, int]) -> WorkItem:
    if not any(link.agency_id in heir_of for links in (item.lead, item.coordinating) for link in links):
        return item
    return replace(
        item, lead=_links_with_heirs(item.lead, heir_of), coordinating=_links_with_heirs(item.coordinating, heir_of)
    )


def _links_with_heirs(links: Sequence[AgencyLink], heir_of: Mapping[int, int]) -> tuple[AgencyLink, ...]:
    return tuple(AgencyLink(link.words, _heir(link.agency_id, heir_of)) for link in links)


def _row_with_heir(row: Indicator, heir_of: Mapping[int, int]) -> Indicator:
    heir = _heir(row.agency_id, heir_of)
    return row if heir == row.agency_id else replace(row, agency_id=heir)


def _heir(agency_id: int | None, heir_of: Mapping[int, int]) -> int | None:
    return None if agency_id is None else heir_of.get(agency_id, agency_id)
