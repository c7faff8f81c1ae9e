"""Which items of a plan the filter chips let through: area, agency, due date, origin; without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from cchc_desktop.domain.items import ItemKind, ItemOrigin, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.model import Schedule, ScheduleKind
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.ui.workbench.grouping import agency_key, agency_names

ScheduleOf = Callable[[WorkItem], Schedule]
_QUARTER = 3


class DueFilter(StrEnum):
    """What the chip of due dates offers."""

    PAST = "past"
    THIS_MONTH = "this_month"
    THIS_QUARTER = "this_quarter"
    STANDING = "standing"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Filters:
    """What was checked in each chip, nothing letting everything through; an item has to pass every chip.

    Areas are uids of sections, agencies keys of `agency_key`, the others values of their enumerations.
    """

    areas: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    dues: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()

    def is_active(self) -> bool:
        """Tell whether anything is left out."""
        return self != Filters()

    def with_chip(self, chip: str, chosen: Iterable[str]) -> Filters:
        """Return the filters with other values in one chip, named as the field."""
        return replace(self, **{chip: frozenset(chosen)})

    def to_json(self) -> dict[str, list[str]]:
        """Return the filters as plain values; empty chips are left out."""
        return {field.name: sorted(chosen) for field in fields(self) if (chosen := getattr(self, field.name))}

    @classmethod
    def from_json(cls, values: Any, tree: PlanTree) -> Filters:
        """Return the filters that `to_json` wrote; what the plan no longer has is left out."""
        known = values if isinstance(values, Mapping) else {}
        return cls(**{
            field.name: frozenset(choices_of(field.name, tree)).intersection(_texts(known.get(field.name)))
            for field in fields(cls)
        })  # fmt: skip


def choices_of(chip: str, tree: PlanTree, canonical: Mapping[int, str] | None = None) -> dict[str, str]:
    """Return what a chip offers for a plan, in order: values and their words; those of enumerations are the view's."""
    if chip == "areas":
        return {section.uid: f"{section.number or ''} {section.title}".strip() for section in tree.sections}
    if chip == "agencies":
        names = agency_names(tree.items.values(), canonical or {})
        return dict(sorted(names.items(), key=lambda entry: collation_key(entry[1])))
    return {value.value: value.value for value in (DueFilter if chip == "dues" else ItemOrigin)}


def matching(tree: PlanTree, filters: Filters, schedule_of: ScheduleOf, today: date) -> frozenset[int] | None:
    """Return the ids of the items that pass every chip; None where nothing is left out.

    A component part that says nothing of its own about agencies or time goes with the item above it.
    """
    if not filters.is_active():
        return None
    areas = {section.id for section in tree.sections if section.uid in filters.areas}
    tests: list[Callable[[WorkItem], bool]] = []
    if filters.areas:
        tests.append(lambda item: item.section_id in areas)
    if filters.origins:
        tests.append(lambda item: item.origin.value in filters.origins)
    if filters.agencies:
        tests.append(lambda item: _has_agency(_speaker(tree, item, _names_agency), filters.agencies))
    if filters.dues:
        tests.append(_due_test(tree, filters.dues, schedule_of, today))
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


def _due_test(
    tree: PlanTree, chosen: frozenset[str], schedule_of: ScheduleOf, today: date
) -> Callable[[WorkItem], bool]:
    """Return the test of the chip of due dates; equal words are judged once."""
    known: dict[tuple[Any, ...], bool] = {}

    def falls_due(item: WorkItem) -> bool:
        item = _speaker(tree, item, _names_time)
        key = (item.time_words, item.rules)
        if key not in known:
            known[key] = not chosen.isdisjoint(due_kinds(schedule_of(item), today))
        return known[key]

    return falls_due


def _has_agency(item: WorkItem, chosen: frozenset[str]) -> bool:
    return any(agency_key(link) in chosen for link in (*item.lead, *item.coordinating))


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
