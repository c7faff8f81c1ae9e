"""Milestones of an item: computed from its schedule at each reading, joined with what was recorded.

Nothing is ever spawned: a PC that was off for a month misses no milestone and doubles none. What was recorded for a
milestone that a changed schedule no longer gives is handed back for a decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.records import WHOLE_ITEM, Dropping, Extension, Progress, Record
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import PlanTree, schedule_of
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.domain.schedule.occurrences import occurrences

ONCE = "once"
STANDING = "standing"
_BEFORE = re.compile(r"\btrước\b", re.IGNORECASE)


class MilestoneKind(StrEnum):
    """How a milestone comes due.

    A summary is the milestone of a bare recurrence ('hằng quý'): it sums its period up afterwards.
    """

    DATED = "dated"
    SUMMARY = "summary"
    EXTERNAL = "external"
    STANDING = "standing"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone of an item with what was recorded for it.

    `planned_due` is what the plan's words give, `due` the date that counts (an extension moves it); both None
    without a date. `is_strict`: the words say 'trước ngày', `due` is the day before. `record` is the common result,
    `answers` those of a group's members, `dropping` that of the whole item. `is_tracked` is False before the plan's
    'theo dõi từ ngày'.
    """

    item_id: int
    occurrence: str
    kind: MilestoneKind
    start: date | None = None
    due: date | None = None
    planned_due: date | None = None
    is_strict: bool = False
    is_tracked: bool = True
    record: Record | None = None
    answers: tuple[Record, ...] = ()
    extension: Extension | None = None
    dropping: Dropping | None = None

    @property
    def is_recorded(self) -> bool:
        """Tell whether anybody recorded anything for this milestone."""
        return self.record is not None or bool(self.answers)

    def progress_on(self, day: date) -> Progress:
        """Return the progress as of a day; members' answers show that work goes on, the common result decides."""
        if self.record is None and self.dropping is None and not self.answers:
            return Progress.NOT_STARTED
        common = self.record.progress_on(day) if self.record else Progress.NOT_STARTED
        if common in (Progress.DONE, Progress.DROPPED):
            return common
        if self.dropping and (self.dropping.on is None or self.dropping.on <= day):
            return Progress.DROPPED
        at_work = any(answer.progress_on(day) in (Progress.IN_PROGRESS, Progress.DONE) for answer in self.answers)
        return Progress.IN_PROGRESS if at_work else common

    def is_open_on(self, day: date) -> bool:
        """Tell whether the milestone was neither done nor dropped as of a day."""
        return self.progress_on(day) not in (Progress.DONE, Progress.DROPPED)


@dataclass(frozen=True, slots=True)
class ItemMilestones:
    """The milestones of one item by due date (those without one last), and what fits none of them any more."""

    item: WorkItem
    milestones: tuple[Milestone, ...]
    orphan_records: tuple[Record, ...] = ()
    orphan_extensions: tuple[Extension, ...] = ()

    @property
    def needs_decision(self) -> bool:
        """Tell whether a changed schedule left records or extensions without a milestone."""
        return bool(self.orphan_records or self.orphan_extensions)

    def milestone(self, occurrence: str) -> Milestone | None:
        """Return the milestone of a key, None where the schedule gives none such."""
        return next((one for one in self.milestones if one.occurrence == occurrence), None)


@dataclass(frozen=True, slots=True)
class _Planned:
    """A milestone as the schedule alone gives it, before anything recorded is joined."""

    occurrence: str
    kind: MilestoneKind
    start: date
    due: date | None = None
    is_strict: bool = False


def plan_milestones(
    tree: PlanTree, ledger: Ledger, as_of: date, kept: Mapping[int, ItemMilestones] | None = None
) -> tuple[ItemMilestones, ...]:
    """Return the milestones of every followed item of a plan, in the plan's order; none for a superior's plan.

    `kept` are those of items that are known to be the same, by the item.
    """
    if tree.plan.superior:
        return ()
    known = kept or {}
    return tuple(
        known.get(item.id) or item_milestones(item, tree.plan, ledger, as_of) for item in followed_items(tree)
    )


def followed_items(tree: PlanTree) -> Iterator[WorkItem]:
    """Yield the items that are followed up: not the objectives and parents that only group what is below them."""
    for section in tree.sections:
        for item, _ in tree.walk(section.id):
            if has_own_time(item) or not (item.kind is ItemKind.OBJECTIVE or tree.children(item)):
                yield item


def has_own_time(item: WorkItem) -> bool:
    """Tell whether an item carries time words or a schedule of its own."""
    return item.rules is not None or bool(item.time_words and item.time_words.strip())


def item_milestones(item: WorkItem, plan: Plan, ledger: Ledger, as_of: date) -> ItemMilestones:
    """Return an item's milestones as of a day; an extension granted later does not count yet."""
    planned = _planned(item, plan)
    keys = {one.occurrence for one in planned}
    records, extensions = ledger.records.get(item.id, ()), ledger.extensions.get(item.id, ())
    dropping = next((one.dropping for one in records if one.occurrence == WHOLE_ITEM), None)
    if not records and not extensions:
        return ItemMilestones(item, tuple(_untouched(item.id, one, plan.tracked_from) for one in planned))
    joined = [_joined(item.id, one, records, extensions, plan.tracked_from, dropping, as_of) for one in planned]
    if extensions:
        joined.sort(key=lambda one: one.due or date.max)
    return ItemMilestones(
        item,
        tuple(joined),
        tuple(one for one in records if one.occurrence not in keys and one.occurrence != WHOLE_ITEM),
        tuple(one for one in extensions if one.occurrence not in keys),
    )


def _untouched(item_id: int, bare: _Planned, tracked_from: date | None) -> Milestone:
    is_tracked = not (bare.due and tracked_from and bare.due < tracked_from)
    return Milestone(item_id, bare.occurrence, bare.kind, bare.start, bare.due, bare.due, bare.is_strict, is_tracked)


def _joined(
    item_id: int,
    bare: _Planned,
    records: Sequence[Record],
    extensions: Sequence[Extension],
    tracked_from: date | None,
    dropping: Dropping | None,
    as_of: date,
) -> Milestone:
    own = [one for one in records if one.occurrence == bare.occurrence]
    extension = _valid_extension([one for one in extensions if one.occurrence == bare.occurrence], as_of)
    due = extension.new_due if extension else bare.due
    return Milestone(
        item_id=item_id,
        occurrence=bare.occurrence,
        kind=MilestoneKind.DATED if extension else bare.kind,
        start=bare.start,
        due=due,
        planned_due=bare.due,
        is_strict=bare.is_strict and extension is None,
        is_tracked=not (due and tracked_from and due < tracked_from),
        record=next((one for one in own if one.is_common), None),
        answers=tuple(one for one in own if not one.is_common),
        extension=extension,
        dropping=dropping,
    )


def _valid_extension(extensions: Sequence[Extension], as_of: date) -> Extension | None:
    """Return the extension that counts as of a day: the one granted last."""
    granted = [one for one in extensions if one.granted_on is None or one.granted_on <= as_of]
    return max(granted, key=lambda one: (one.granted_on or date.min, one.id), default=None)


def _planned(item: WorkItem, plan: Plan) -> tuple[_Planned, ...]:
    """Return what the schedule alone gives, by date."""
    schedule = schedule_of(item, plan)
    says_before = item.rules is None and _BEFORE.search(schedule.words or "") is not None
    return _planned_by(schedule.rules, plan.period, says_before)


@lru_cache(maxsize=4096)
def _planned_by(rules: tuple[Rule, ...], period: Period, says_before: bool) -> tuple[_Planned, ...]:
    """Return the milestones of rules; remembered, for the items of a plan share a few ways to say a time."""
    kinds = _kinds(rules, period)
    strict = _strict_days(rules, period, says_before)
    found = [
        _Planned(one.key, kinds[one.due], one.start, one.due, one.due in strict) for one in occurrences(rules, period)
    ]
    standing = next((rule for rule in rules if rule.kind is ScheduleKind.STANDING), None)
    if standing is not None:
        start = max(standing.start or period.start, period.start)
        found.append(_Planned(STANDING, MilestoneKind.STANDING, start))
    return tuple(found) or (_Planned(ONCE, _undated_kind(rules), period.start),)


def _undated_kind(rules: Sequence[Rule]) -> MilestoneKind:
    waits = any(rule.kind is ScheduleKind.EXTERNAL for rule in rules)
    return MilestoneKind.EXTERNAL if waits else MilestoneKind.UNDATED


def _kinds(rules: Sequence[Rule], period: Period) -> Mapping[date, MilestoneKind]:
    """Return the kind of each due date; where rules fall on one day, the most binding of them counts."""
    groups = (
        (MilestoneKind.EXTERNAL, [rule for rule in rules if rule.kind is ScheduleKind.EXTERNAL]),
        (MilestoneKind.SUMMARY, [rule for rule in rules if rule.is_bare]),
        (MilestoneKind.DATED, [rule for rule in rules if _is_binding(rule)]),
    )
    return {one.due: kind for kind, of_kind in groups for one in occurrences(of_kind, period)}


def _is_binding(rule: Rule) -> bool:
    return rule.kind is not ScheduleKind.EXTERNAL and not rule.is_bare


def _strict_days(rules: Sequence[Rule], period: Period, says_before: bool) -> frozenset[date]:
    """Return the due dates that are the day before the one the words name ('trước ngày 10')."""
    strict = [rule for rule in rules if rule.before or (says_before and rule.kind is ScheduleKind.DEADLINE)]
    return frozenset(one.due for one in occurrences(strict, period))


def usual_tracking_start(period: Period, imported_on: date) -> date | None:
    """Return the 'theo dõi từ ngày' to offer for a plan that comes in while it runs; None where none is needed."""
    return imported_on if period.start < imported_on <= period.end else None
