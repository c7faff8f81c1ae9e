"""A plan with everything under it, as one plain snapshot that screens, writers and the command line share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.domain.schedule.from_rules import schedule_from_rules
from cchc_desktop.domain.schedule.model import Schedule
from cchc_desktop.domain.schedule.reading import read_schedule

Shared = TypeVar("Shared")
ChildrenKey = tuple[int, int | None]
"""(section id, parent item id or None): names one list of siblings."""


@dataclass(frozen=True, slots=True)
class PlanTree:
    """One plan as read at one moment; never changed, replaced by a new snapshot after each edit."""

    plan: Plan
    sections: tuple[Section, ...]
    items: Mapping[int, WorkItem]
    siblings: Mapping[ChildrenKey, tuple[WorkItem, ...]]
    indicators: tuple[Indicator, ...]

    def roots(self, section_id: int) -> tuple[WorkItem, ...]:
        """Return the items that stand directly under a section, in order."""
        return self.siblings.get((section_id, None), ())

    def children(self, item: WorkItem) -> tuple[WorkItem, ...]:
        """Return the items directly under `item`, in order."""
        return self.siblings.get((item.section_id, item.id), ())

    def walk(self, section_id: int) -> Iterator[tuple[WorkItem, int]]:
        """Yield every item of a section depth first, with its depth (0 under the section)."""
        yield from self._walk(self.roots(section_id), 0)

    def _walk(self, items: Iterable[WorkItem], depth: int) -> Iterator[tuple[WorkItem, int]]:
        for item in items:
            yield item, depth
            yield from self._walk(self.children(item), depth + 1)

    def section(self, section_id: int) -> Section:
        """Return a section by its id; KeyError where the plan has none such."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def schedule(self, item: WorkItem) -> Schedule:
        """Return an item's schedule: a person's correction where there is one, else the reading of its words."""
        return schedule_of(item, self.plan)


def build_tree(
    plan: Plan, sections: Iterable[Section], items: Iterable[WorkItem], indicators: Iterable[Indicator]
) -> PlanTree:
    """Order flat rows into a tree: siblings by sort key, then id."""
    by_id: dict[int, WorkItem] = {}
    lists: dict[ChildrenKey, list[WorkItem]] = {}
    for item in items:
        by_id[item.id] = item
        lists.setdefault((item.section_id, item.parent_id), []).append(item)
    for siblings in lists.values():
        siblings.sort(key=_order)
    return PlanTree(
        plan=plan,
        sections=tuple(sorted(sections, key=_order)),
        items=by_id,
        siblings={key: tuple(siblings) for key, siblings in lists.items()},
        indicators=tuple(sorted(indicators, key=_order)),
    )


def sharing(tree: PlanTree, before: PlanTree | None) -> PlanTree:
    """Return an equal tree that has the very objects of an older one wherever nothing changed.

    What shows a plan then finds by identity what is new, and an edit leaves one set of rows to the collector.
    """
    if before is None or before.plan.id != tree.plan.id:
        return tree
    items = {id_: _older(item, before.items.get(id_)) for id_, item in tree.items.items()}
    sections = {section.id: section for section in before.sections}
    indicators = {indicator.id: indicator for indicator in before.indicators}
    return PlanTree(
        plan=_older(tree.plan, before.plan),
        sections=tuple(_older(section, sections.get(section.id)) for section in tree.sections),
        items=items,
        siblings={
            key: _older(tuple([items[item.id] for item in siblings]), before.siblings.get(key))
            for key, siblings in tree.siblings.items()
        },
        indicators=tuple(_older(indicator, indicators.get(indicator.id)) for indicator in tree.indicators),
    )


def _older(now: Shared, before: Shared | None) -> Shared:
    return before if before is not None and before == now else now


def _order(row: Section | WorkItem | Indicator) -> tuple[str, int]:
    return row.sort_key, row.id


def schedule_of(item: WorkItem, plan: Plan) -> Schedule:
    """Return the schedule of an item of `plan`."""
    if item.rules is not None:
        return schedule_from_rules(item.time_words, item.rules, plan.period)
    return read_schedule(item.time_words, plan.period)
