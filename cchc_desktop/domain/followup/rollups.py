"""Statuses of a whole plan and their counts by section and by agency: every screen and paper takes them from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.milestones import ItemMilestones, Milestone, plan_milestones
from cchc_desktop.domain.followup.reporting import (
    DEFAULT_PERIOD_RULES,
    PeriodRule,
    ReportingPeriod,
    current_period,
    plan_periods,
)
from cchc_desktop.domain.followup.status import (
    COMPLETED,
    ItemStatus,
    Status,
    StatusRules,
    item_status,
    milestone_status,
)
from cchc_desktop.domain.followup.updates import Members, UpdateState, is_asked, is_updated, owes_update
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import PlanTree

_NEUTRAL = frozenset({Status.DROPPED, Status.UNTRACKED})


@dataclass(frozen=True, slots=True)
class FollowUpRules:
    """What an office has set: numbers of days, reporting periods, days off and the members of its groups.

    `special` are the reporting periods with dates of their own: they go before what the rules give.
    """

    status: StatusRules = field(default_factory=StatusRules)
    periods: Sequence[PeriodRule] = DEFAULT_PERIOD_RULES
    days_off: DaysOff | None = None
    members: Members = field(default_factory=dict)
    special: Sequence[ReportingPeriod] = ()


@dataclass(frozen=True, slots=True)
class RollUp:
    """How many items have which status."""

    counts: Mapping[Status, int]

    @property
    def total(self) -> int:
        """Return the number of items."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Return the number of completed items, late ones included."""
        return sum(self.counts.get(status, 0) for status in COMPLETED)

    @property
    def expected(self) -> int:
        """Return the number of items that can be completed: not those dropped or before 'theo dõi từ ngày'."""
        return self.total - sum(self.counts.get(status, 0) for status in _NEUTRAL)

    @property
    def percentage(self) -> Decimal | None:
        """Return the completed share of what is expected, rounded to one decimal; None where nothing is."""
        if not self.expected:
            return None
        return (Decimal(100 * self.done) / self.expected).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """A plan as of a day: its items in order, and their counts.

    Tasks are counted, sub-rows apart; by agency each counts once, under its first lead (None: not known), so that
    every break-down adds up to the plan. What is late is looked for among both: `overdue_in`, `overdue_of`.
    """

    as_of: date
    period: ReportingPeriod | None
    items: tuple[ItemMilestones, ...]
    statuses: Mapping[int, ItemStatus]
    total: RollUp
    sub_items: RollUp
    by_section: Mapping[int, RollUp]
    by_agency: Mapping[int | None, RollUp]
    sub_items_by_section: Mapping[int, RollUp] = field(default_factory=dict)
    sub_items_by_agency: Mapping[int | None, RollUp] = field(default_factory=dict)

    def overdue_in(self, section_id: int) -> int:
        """Return how many tasks and sub-rows of a section are overdue."""
        return _overdue(self.by_section.get(section_id), self.sub_items_by_section.get(section_id))

    def overdue_of(self, agency_id: int | None) -> int:
        """Return how many tasks and sub-rows counted under an agency are overdue."""
        return _overdue(self.by_agency.get(agency_id), self.sub_items_by_agency.get(agency_id))


@dataclass(frozen=True, slots=True)
class Known:
    """Statuses that were worked out before, and what from: items of which nothing changed since keep theirs."""

    tree: PlanTree
    ledger: Ledger
    rules: FollowUpRules
    status: PlanStatus


def plan_status(
    tree: PlanTree, ledger: Ledger, as_of: date, rules: FollowUpRules | None = None, known: Known | None = None
) -> PlanStatus:
    """Return the statuses of all followed items of a plan as of a day, with their counts.

    `known` spares work and changes nothing: the answer is the same without it.
    """
    rules = rules or FollowUpRules()
    kept = _unchanged(known, tree, ledger, as_of, rules) if known is not None else {}
    items = plan_milestones(tree, ledger, as_of, kept)
    period = current_period(plan_periods(tree.plan.period, rules.periods, rules.special), as_of)
    statuses = {
        one.item.id: _status(one, tree.plan, ledger, period, as_of, rules)
        if known is None or one.item.id not in kept
        else known.status.statuses[one.item.id]
        for one in items
    }
    counted = [one for one in items if one.item.kind is not ItemKind.SUB_ITEM]
    subs = [one for one in items if one.item.kind is ItemKind.SUB_ITEM]
    return PlanStatus(
        as_of=as_of,
        period=period,
        items=items,
        statuses=statuses,
        total=_roll_up(counted, statuses),
        sub_items=_roll_up(subs, statuses),
        by_section=_by_section(tree, counted, statuses),
        by_agency=_by_agency(counted, statuses),
        sub_items_by_section=_by_section(tree, subs, statuses),
        sub_items_by_agency=_by_agency(subs, statuses),
    )


def _unchanged(
    known: Known, tree: PlanTree, ledger: Ledger, as_of: date, rules: FollowUpRules
) -> dict[int, ItemMilestones]:
    """Return the milestones of the items about which nothing is other than it was; none where a rule or the day is."""
    before = known.tree.plan
    frame = (tree.plan.period, tree.plan.tracked_from, as_of, rules)
    if frame != (before.period, before.tracked_from, known.status.as_of, known.rules):
        return {}
    return {
        one.item.id: one
        for one in known.status.items
        if [tree.items.get(one.item.id), *_told(ledger, one.item.id)] == [one.item, *_told(known.ledger, one.item.id)]
    }


def _told(ledger: Ledger, item_id: int) -> tuple[object, ...]:
    """Return what was recorded about an item as far as its status rests on it."""
    return ledger.records.get(item_id, ()), ledger.extensions.get(item_id, ()), ledger.updates.get(item_id, ())


def _status(
    one: ItemMilestones,
    plan: Plan,
    ledger: Ledger,
    period: ReportingPeriod | None,
    as_of: date,
    rules: FollowUpRules,
) -> ItemStatus:
    updates = ledger.updates.get(one.item.id, ())
    is_given = period is not None and is_updated(one.item, updates, period.key, as_of, rules.members)
    found = []
    for milestone in one.milestones:
        update = _update_state(milestone, period, plan.tracked_from, as_of, rules.status, is_given=is_given)
        found.append(milestone_status(milestone, as_of, update, rules.status, rules.days_off))
    return item_status(one.item.id, found)


def _update_state(
    milestone: Milestone,
    period: ReportingPeriod | None,
    tracked_from: date | None,
    as_of: date,
    rules: StatusRules,
    *,
    is_given: bool,
) -> UpdateState:
    if period is None or not owes_update(milestone, period, as_of, tracked_from):
        return UpdateState.NONE
    if is_given:
        return UpdateState.GIVEN
    return UpdateState.OWED if is_asked(milestone, period, as_of, rules.update_asked_days) else UpdateState.NONE


def _roll_up(items: Iterable[ItemMilestones], statuses: Mapping[int, ItemStatus]) -> RollUp:
    return RollUp(Counter(statuses[one.item.id].status for one in items))


def _overdue(*roll_ups: RollUp | None) -> int:
    return sum(one.counts.get(Status.OVERDUE, 0) for one in roll_ups if one is not None)


def _by_section(
    tree: PlanTree, items: Iterable[ItemMilestones], statuses: Mapping[int, ItemStatus]
) -> dict[int, RollUp]:
    groups: dict[int, list[ItemMilestones]] = {section.id: [] for section in tree.sections}
    for one in items:
        groups[one.item.section_id].append(one)
    return {section_id: _roll_up(of_section, statuses) for section_id, of_section in groups.items()}


def _by_agency(items: Iterable[ItemMilestones], statuses: Mapping[int, ItemStatus]) -> dict[int | None, RollUp]:
    groups: dict[int | None, list[ItemMilestones]] = {}
    for one in items:
        groups.setdefault(first_lead(one), []).append(one)
    return {agency_id: _roll_up(of_agency, statuses) for agency_id, of_agency in groups.items()}


def first_lead(one: ItemMilestones) -> int | None:
    """Return the agency under which an item is counted: its first lead that is known."""
    return next((link.agency_id for link in one.item.lead if link.agency_id is not None), None)
