"""Groups that a view makes of a plan's items: by lead agency, by the month in which they next fall due; without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from cchc_desktop.domain.agencies.names import match_key
from cchc_desktop.domain.items import AgencyLink, ItemKind, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.model import Schedule, ScheduleKind
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.groups import Group

_words = Words("PlanGroups")
_LAST = "\uffff"

NO_LEAD = Group("agency:", _words.mark("(chưa có cơ quan chủ trì)"), _LAST)
STANDING = Group("month:standing", _words.mark("Thường xuyên"), "9999-98")
UNDATED = Group("month:undated", _words.mark("Chưa xác định thời hạn"), "9999-99")

GroupOf = Callable[[WorkItem], Group | None]
"""Which group an item names itself; None where it says nothing of its own."""


@dataclass(frozen=True, slots=True)
class GroupedItems:
    """The outline of a grouped view: groups in order, the items directly in each, the items below items."""

    groups: tuple[Group, ...]
    members: Mapping[Group, list[WorkItem]]
    below: Mapping[int, list[WorkItem]]


def grouped(tree: PlanTree, group_of: GroupOf, nowhere: Group) -> GroupedItems:
    """Put every item of a plan into one group, in plan order.

    An item stays below the one above it where it is a component part, says nothing of its own or belongs to the same
    group; else it stands in its own. One that says nothing and has nothing above goes where its first part goes.
    """
    members: dict[Group, list[WorkItem]] = {}
    below: dict[int, list[WorkItem]] = {}

    def put(items: Iterable[WorkItem], parent: int, above: Group | None) -> None:
        for item in items:
            own = group_of(item)
            if above is not None and (own is None or item.kind is sub_item or own == above):
                group = above
                below.setdefault(parent, []).append(item)
            else:
                group = own or _first_below(tree, item, group_of) or nowhere
                members.setdefault(group, []).append(item)
            if lower := siblings.get((item.section_id, item.id)):
                put(lower, item.id, group)

    siblings, sub_item = tree.siblings, ItemKind.SUB_ITEM
    for section in tree.sections:
        put(tree.roots(section.id), 0, None)
    ordered = sorted(members, key=lambda group: (group.rank, group.uid))
    return GroupedItems(tuple(ordered), members, below)


def _first_below(tree: PlanTree, item: WorkItem, group_of: GroupOf) -> Group | None:
    for child in tree.children(item):
        group = group_of(child) or _first_below(tree, child, group_of)
        if group is not None:
            return group
    return None


# --- by lead agency


def by_agency(names: Mapping[str, str]) -> GroupOf:
    """Return the grouping by the first lead agency; `names` are the names of all agencies by their key."""

    @cache
    def group(key: str) -> Group:
        return Group(f"agency:{key}", names[key], collation_key(names[key]))

    return lambda item: group(agency_key(item.lead[0])) if item.lead else None


def agency_key(link: AgencyLink) -> str:
    """Return what names an agency in a plan: its number in the database, else the key of its words."""
    return str(link.agency_id) if link.agency_id is not None else match_key(link.words)


def agency_names(items: Iterable[WorkItem], canonical: Mapping[int, str]) -> dict[str, str]:
    """Return the name of every agency of some items by its key: the canonical one, else as it is mostly written."""
    spellings = Counter((link.agency_id, link.words) for item in items for link in (*item.lead, *item.coordinating))
    names: dict[str, str] = {}
    for (agency_id, words), _ in spellings.most_common():
        key = agency_key(AgencyLink(words, agency_id))
        names.setdefault(key, canonical.get(agency_id, words) if agency_id is not None else words)
    return names


# --- by due month


def by_month(schedule_of: Callable[[WorkItem], Schedule], today: date) -> GroupOf:
    """Return the grouping by the month of the next due date; where all have passed, by that of the last one."""
    known: dict[tuple[Any, ...], Group] = {}

    def group_of(item: WorkItem) -> Group | None:
        key = (item.time_words, item.rules)
        if key == (None, None):
            return None
        if key not in known:
            known[key] = _due_group(schedule_of(item), today)
        return known[key]

    return group_of


def _due_group(schedule: Schedule, today: date) -> Group:
    if schedule.due:
        return _month(next_due(schedule, today))
    return STANDING if schedule.kind is ScheduleKind.STANDING else UNDATED


def next_due(schedule: Schedule, today: date) -> date:
    """Return the first due date that has not passed, else the last one; the schedule has dates."""
    return next((due for due in schedule.due if due >= today), schedule.due[-1])


def _month(day: date) -> Group:
    number = f"{day:%Y-%m}"
    return Group(f"month:{number}", _words("Tháng {:02d}/{:04d}").format(day.month, day.year), number)
