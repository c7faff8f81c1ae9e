"""Which items of a plan the filter chips let through: area, agency, due date, kind, origin; without Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from cchc_desktop.domain.items import ItemKind, ItemOrigin, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.model import Schedule, ScheduleKind
from cchc_desktop.domain.text.collation import collation_key

ScheduleOf = Callable[[WorkItem], Schedule]
StatusOf = Callable[[int], str | None]
"""Returns the status of an item by its id, None for one that is not followed."""
_LEAD = "lead:"
_QUARTER = 3


class DueFilter(StrEnum):
    """What the chip of due dates offers."""

    PAST = "past"
    THIS_MONTH = "this_month"
    THIS_QUARTER = "this_quarter"
    STANDING = "standing"
    UNDATED = "undated"


class KindFilter(StrEnum):
    """How often something is to be done, and whether it is a part of something else."""

    ONCE = "once"
    RECURRING = "recurring"
    STANDING = "standing"
    PART = "part"


class OriginFilter(StrEnum):
    """Where an item comes from; one of the issued plan can also be carried over, or carry out a superior's."""

    ISSUED = "issued"
    ADDED = "added"
    CONTINUED = "continued"
    TAKEN_OVER = "taken_over"


ENUMERATIONS: Mapping[str, type[StrEnum]] = {"dues": DueFilter, "kinds": KindFilter, "origins": OriginFilter}
"""What can be checked in the chips that offer the same in every plan, by the field of `Filters`."""

_KINDS = {
    ScheduleKind.DEADLINE: KindFilter.ONCE,
    ScheduleKind.WINDOW: KindFilter.ONCE,
    ScheduleKind.RECURRENCE: KindFilter.RECURRING,
    ScheduleKind.STANDING: KindFilter.STANDING,
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What was checked in each group, nothing letting everything through; an item has to pass every group.

    Areas are uids of sections, agencies keys of `agency_key` (one that leads or coordinates), leads values of
    `lead_value` (the one under which an item is counted: its first lead that is known), statuses values of
    `domain.followup.status.Status`, the others values of their enumerations.
    """

    areas: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    dues: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()

    def is_active(self) -> bool:
        """Tell whether anything is left out."""
        return self != Filters()

    def to_json(self) -> dict[str, list[str]]:
        """Return the filters as plain values; empty groups are left out."""
        return {field.name: sorted(chosen) for field in fields(self) if (chosen := getattr(self, field.name))}

    @classmethod
    def from_json(cls, values: Any, tree: PlanTree) -> Filters:
        """Return the filters that `to_json` wrote; what the plan no longer has is left out."""
        known = values if isinstance(values, Mapping) else {}
        return cls(**{
            field.name: frozenset(choices_of(field.name, tree)).intersection(values)
            for field in fields(cls)
            if (values := _texts(known.get(field.name)))
        })  # fmt: skip


def choices_of(field: str, tree: PlanTree, canonical: Mapping[int, str] | None = None) -> dict[str, str]:
    """Return what can be checked for a plan, in order: values and their words; those of enumerations are the view's."""
    if field == "areas":
        return {section.uid: f"{section.number or ''} {section.title}".strip() for section in tree.sections}
    if field == "agencies":
        return _agency_choices(tree, canonical or {})
    if field == "leads":
        leads = {lead_value(key) for item in tree.items.values() if (key := _first_lead(item)) is not None}
        choices = _agency_choices(tree, canonical or {})
        return {value: words for key, words in choices.items() if (value := lead_value(key)) in leads}
    if field == "statuses":
        from cchc_desktop.domain.followup.status import Status  # the first rows wait for no status

        return {status.value: status.value for status in Status}
    return {value.value: value.value for value in ENUMERATIONS[field]}


def lead_value(key: str) -> str:
    """Return the value of `Filters.leads` for an agency by its `agency_key`."""
    return f"{_LEAD}{key}"


def is_lead_value(value: str) -> bool:
    """Tell whether a value names an agency as the one under which items are counted."""
    return value.startswith(_LEAD)


def _agency_choices(tree: PlanTree, canonical: Mapping[int, str]) -> dict[str, str]:
    from cchc_desktop.ui.workbench.grouping import agency_names

    names = agency_names(tree.items.values(), canonical)
    return dict(sorted(names.items(), key=lambda entry: collation_key(entry[1])))


def _first_lead(item: WorkItem) -> str | None:
    """Return the key of the agency under which an item is counted (`rollups.first_lead`)."""
    return next((str(link.agency_id) for link in item.lead if link.agency_id is not None), None)


def matching(
    tree: PlanTree, filters: Filters, schedule_of: ScheduleOf, today: date, status_of: StatusOf | None = None
) -> frozenset[int] | None:
    """Return the ids of the items that pass every group; None where nothing is left out.

    A component part that says nothing of its own about agencies or time goes with the item above it. Without
    `status_of` statuses are not known yet, and leave nothing out.
    """
    if status_of is None:
        filters = replace(filters, statuses=frozenset())
    if not filters.is_active():
        return None
    areas = {section.id for section in tree.sections if section.uid in filters.areas}
    tests: list[Callable[[WorkItem], bool]] = []
    if filters.areas:
        tests.append(lambda item: item.section_id in areas)
    if filters.origins:
        tests.append(lambda item: not filters.origins.isdisjoint(origin_kinds(item)))
    if filters.agencies:
        tests.append(_agency_test(tree, filters.agencies))
    if filters.leads:
        tests.append(_lead_test(tree, filters.leads))
    if filters.dues:
        tests.append(_time_test(tree, filters.dues, lambda item: due_kinds(schedule_of(item), today)))
    if filters.statuses and status_of is not None:
        tests.append(lambda item: status_of(item.id) in filters.statuses)
    if filters.kinds:
        tests.append(_kind_test(tree, filters.kinds, schedule_of))
    return frozenset(item.id for item in tree.items.values() if all(test(item) for test in tests))


def due_kinds(schedule: Schedule, today: date) -> set[DueFilter]:
    """Return what can be said about the due dates of a schedule; one that recurs can be due in several ways."""
    if not schedule.due:
        return {DueFilter.STANDING if schedule.kind is ScheduleKind.STANDING else DueFilter.UNDATED}
    kinds = {DueFilter.STANDING} if schedule.kind is ScheduleKind.STANDING else set()
    if schedule.due[-1] < today:
        kinds.add(DueFilter.PAST)
    if any(_month(due) == _month(today) for due in schedule.due):
        kinds.add(DueFilter.THIS_MONTH)
    if any(_quarter(due) == _quarter(today) for due in schedule.due):
        kinds.add(DueFilter.THIS_QUARTER)
    return kinds


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // _QUARTER


def origin_kinds(item: WorkItem) -> set[OriginFilter]:
    """Return what can be said about where an item comes from."""
    kinds = {OriginFilter.ADDED if item.origin is ItemOrigin.ADDED else OriginFilter.ISSUED}
    if item.continues_id is not None:
        kinds.add(OriginFilter.CONTINUED)
    if item.carries_out_id is not None:
        kinds.add(OriginFilter.TAKEN_OVER)
    return kinds


def _kind_test(tree: PlanTree, chosen: frozenset[str], schedule_of: ScheduleOf) -> Callable[[WorkItem], bool]:
    def kinds_of(item: WorkItem) -> set[KindFilter]:
        kind = _KINDS.get(schedule_of(item).kind)
        return {kind} if kind is not None else set()

    is_timed = _time_test(tree, chosen, kinds_of)
    takes_parts = KindFilter.PART in chosen
    return lambda item: (takes_parts and item.kind is ItemKind.SUB_ITEM) or is_timed(item)


def _time_test(
    tree: PlanTree, chosen: frozenset[str], kinds_of: Callable[[WorkItem], Collection[str]]
) -> Callable[[WorkItem], bool]:
    """Return the test of something that time words say; equal words are judged once."""
    known: dict[tuple[Any, ...], bool] = {}

    def passes(item: WorkItem) -> bool:
        item = _speaker(tree, item, _names_time)
        key = (item.time_words, item.rules)
        if key not in known:
            known[key] = not chosen.isdisjoint(kinds_of(item))
        return known[key]

    return passes


def _agency_test(tree: PlanTree, chosen: frozenset[str]) -> Callable[[WorkItem], bool]:
    from cchc_desktop.ui.workbench.grouping import agency_key

    def names_one(item: WorkItem) -> bool:
        item = _speaker(tree, item, _names_agency)
        return any(agency_key(link) in chosen for link in (*item.lead, *item.coordinating))

    return names_one


def _lead_test(tree: PlanTree, chosen: frozenset[str]) -> Callable[[WorkItem], bool]:
    def is_led(item: WorkItem) -> bool:
        key = _first_lead(_speaker(tree, item, _names_agency))
        return key is not None and lead_value(key) in chosen

    return is_led


def _names_agency(item: WorkItem) -> bool:
    return bool(item.lead or item.coordinating)


def _names_time(item: WorkItem) -> bool:
    return item.time_words is not None or item.rules is not None


def _speaker(tree: PlanTree, item: WorkItem, says: Callable[[WorkItem], bool]) -> WorkItem:
    while item.kind is ItemKind.SUB_ITEM and item.parent_id is not None and not says(item):
        item = tree.items[item.parent_id]
    return item


def _texts(values: Any) -> list[str]:
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
