"""A plan with everything under it, as one plain snapshot that screens, writers and the command line share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.domain.schedule.from_rules import schedule_from_rules
from cchc_desktop.domain.schedule.model import Schedule
from cchc_desktop.domain.schedule.reading import read_schedule

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


def _order(row: Section | WorkItem | Indicator) -> tuple[str, int]:
    return row.sort_key, row.id


def schedule_of(item: WorkItem, plan: Plan) -> Schedule:
    """Return the schedule of an item of `plan`."""
    if item.rules is not None:
        return schedule_from_rules(item.time_words, item.rules, plan.period)
    return read_schedule(item.time_words, plan.period)
