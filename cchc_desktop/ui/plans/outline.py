"""What a plan will hold, as plain rows for a look before anything is stored: sections, tasks, what is below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cchc_desktop.domain.areas import DEFAULT_RULES
from cchc_desktop.domain.draft import DraftItem, DraftPlan
from cchc_desktop.domain.followup.status import MilestoneStatus
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.numbering import to_roman
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.shifting import shift_years


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row; `was` are the time words before they were moved, `taken` says that the plan has the row already.

    `status` is how the row stands in the plan that it comes from, None where that is not known.
    """

    words: str
    number: str = ""
    lead: str = ""
    time: str = ""
    was: str = ""
    id: int | None = None
    taken: bool = False
    status: MilestoneStatus | None = None
    children: tuple[OutlineRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a plan's rows stand, and which of its tasks directly under a section are not finished."""

    statuses: Mapping[int, MilestoneStatus] = field(default_factory=dict)
    unfinished: frozenset[int] = frozenset()


Outline = tuple[OutlineRow, ...]
"""The sections of a plan, with their tasks as children."""


def tasks_of(outline: Outline) -> Iterator[OutlineRow]:
    """Yield the rows directly under the sections."""
    for section in outline:
        yield from section.children


def blank_outline() -> Outline:
    """Return the sections that an empty plan begins with."""
    return tuple(OutlineRow(rule.name, to_roman(number)) for number, rule in enumerate(DEFAULT_RULES, start=1))


def draft_outline(before: DraftPlan, after: DraftPlan) -> Outline:
    """Return a template's draft for a period beside the draft as it was written."""
    return tuple(
        OutlineRow(section.title, section.number or "", children=_draft_rows(old.items, section.items))
        for old, section in zip(before.sections, after.sections, strict=True)
    )


def _draft_rows(before: Iterable[DraftItem], after: Iterable[DraftItem]) -> tuple[OutlineRow, ...]:
    return tuple(
        OutlineRow(
            item.content,
            item.number or "",
            item.lead_words or "",
            item.time_words or "",
            old.time_words or "",
            children=_draft_rows(old.children, item.children),
        )
        for old, item in zip(before, after, strict=True)
    )


def copy_outline(tree: PlanTree, period: Period, standing: Standing | None = None) -> Outline:
    """Return what a copy of a plan for another period holds: dates moved as the copy moves them, words as written."""
    years = period.start.year - tree.plan.period.start.year
    statuses = standing.statuses if standing is not None else {}

    def row(item: WorkItem) -> OutlineRow:
        time = item.time_words or ""
        return OutlineRow(
            item.content,
            item.number or "",
            item.lead_words or "",
            shift_years(time, years),
            time,
            item.id,
            status=statuses.get(item.id),
            children=tuple(map(row, tree.children(item))),
        )

    return tuple(
        OutlineRow(section.title, section.number or "", children=tuple(map(row, tree.roots(section.id))))
        for section in tree.sections
    )


def superior_outline(source: PlanTree, target: PlanTree | None) -> Outline:
    """Return the rows of a superior plan; those that an item of `target` carries out are taken."""
    return tuple(superior_sections(source, target))


def superior_sections(source: PlanTree, target: PlanTree | None) -> Iterator[OutlineRow]:
    """Yield the sections of `superior_outline`, for reading a large plan little by little."""
    items = target.items.values() if target is not None else ()
    taken = {item.carries_out_id for item in items if item.carries_out_id is not None}

    def row(item: WorkItem) -> OutlineRow:
        time = item.time_words or ""
        return OutlineRow(
            item.content,
            item.number or "",
            item.lead_words or "",
            time,
            time,
            item.id,
            item.id in taken,
            children=tuple(map(row, source.children(item))),
        )

    for section in source.sections:
        yield OutlineRow(section.title, section.number or "", children=tuple(map(row, source.roots(section.id))))
