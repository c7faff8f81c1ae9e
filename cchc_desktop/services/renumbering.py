"""Keeping printed numbers in step when tasks are added, moved or deleted, as Word's own numbering would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cchc_desktop.domain.items import ItemOrigin, WorkItem, bare_number
from cchc_desktop.domain.numbering import (
    NumberedItem,
    NumberedSection,
    NumberingScheme,
    detect_scheme,
    next_numeral,
    numbers,
    to_roman,
)
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import UnitOfWork


def counted_on(before: Sequence[Section], after: Sequence[Section]) -> list[Section]:
    """Return the sections of a new order with the numbers that change: the order of the numbers stays.

    None where the numbers did not follow one another before: those are the plan's own.
    """
    printed = [section.number for section in before]
    follows = all(next_numeral(bare_number(one)) == bare_number(other) for one, other in pairwise(printed))
    if not follows or None in printed:
        return []
    pairs = zip(after, printed, strict=True)
    return [replace(section, number=number) for section, number in pairs if section.number != number]


class NumberKeeper:
    """Looks at a plan's numbers before a change and sets them after it.

    Made at the start of an operation. Where the numbers follow no scheme they are the plan's own words and stay.
    Only tasks directly under a section are counted; what stands below them keeps its printed number, and what arose
    later (phát sinh) has none.
    """

    def __init__(self, unit: UnitOfWork, plan_id: int) -> None:
        self._unit = unit
        self._plan_id = plan_id
        tops = self._tops(plan_id)
        self._scheme = detect_scheme([section for section, _ in tops])
        self._stop = _stop_of([item for _, items in tops for item in items])

    def keep(self, plan_id: int | None = None) -> None:
        """Give every top item the number that the scheme asks for; those of another plan that is numbered alike."""
        if self._scheme is NumberingScheme.AS_PRINTED:
            return
        tops = self._tops(plan_id or self._plan_id)
        wanted = numbers(self._scheme, [section for section, _ in tops])
        self._unit.items.update_all(
            [
                replace(item, number=label + self._stop)
                for (_, items), labels in zip(tops, wanted, strict=True)
                for item, label in zip(items, labels, strict=True)
                if bare_number(item.number) != label
            ]
        )

    def _tops(self, plan_id: int) -> list[tuple[NumberedSection, list[WorkItem]]]:
        return list(self._sections(plan_id))

    def _sections(self, plan_id: int) -> Iterator[tuple[NumberedSection, list[WorkItem]]]:
        for section in self._unit.sections.of_plan(plan_id):
            present = [item for item in self._unit.items.siblings(section.id, None) if item.origin is ItemOrigin.ISSUED]
            items = sorted(present, key=lambda item: (item.sort_key, item.id))
            numbered = tuple(NumberedItem(printed=bare_number(item.number) or "") for item in items)
            yield NumberedSection(bare_number(section.number) or "", numbered), items


def renumbered(tree: PlanTree, scheme: NumberingScheme) -> list[WorkItem]:
    """Return the items whose number another scheme changes; below tasks only rows that have a number keep one."""
    walks = [[(item, depth) for item, depth in tree.walk(section.id) if _counts(item)] for section in tree.sections]
    stop = _stop_of([item for walk in walks for item, _ in walk])
    sections = [
        NumberedSection(
            bare_number(section.number) or to_roman(place),
            tuple(NumberedItem(depth, _is_lettered(item), bare_number(item.number) or "") for item, depth in walk),
        )
        for place, (section, walk) in enumerate(zip(tree.sections, walks, strict=True), start=1)
    ]
    return [
        replace(item, number=label + _closing(item, stop))
        for walk, labels in zip(walks, numbers(scheme, sections), strict=True)
        for (item, _), label in zip(walk, labels, strict=True)
        if bare_number(item.number) != label
    ]


def _closing(item: WorkItem, usual: str) -> str:
    """Return what closes an item's own number, the plan's usual sign where it has none."""
    return item.number.strip()[len(bare_number(item.number) or "") :] if item.number else usual


def _counts(item: WorkItem) -> bool:
    return item.origin is ItemOrigin.ISSUED and (item.parent_id is None or bool(bare_number(item.number)))


def _is_lettered(item: WorkItem) -> bool:
    return item.parent_id is not None and (bare_number(item.number) or "").isalpha()


def _stop_of(items: list[WorkItem]) -> str:
    """Return what closes the plan's numbers ('' or '.'), as most of them have it."""
    printed = [item.number for item in items if item.number]
    dotted = sum(number.rstrip().endswith(".") for number in printed)
    return "." if dotted * 2 > len(printed) else ""
