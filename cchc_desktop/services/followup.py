"""Use cases that read the follow-up: the statuses of plans as of a day, and what falls due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from cchc_desktop.domain.agency_merging import heirs
from cchc_desktop.domain.due_list import DueGroup, DueRow, due_list
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.ledger import Ledger
from cchc_desktop.domain.plan import Plan, PlanState, PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.records import PeriodUpdate, Record, Urging
from cchc_desktop.domain.rollups import FollowUpRules, PlanStatus
from cchc_desktop.domain.rollups import plan_status as status_of
from cchc_desktop.services.followup_rules import follow_up_rules
from cchc_desktop.services.plans import open_plan
from cchc_desktop.services.workspace import Workspace

_GivenByAgency = TypeVar("_GivenByAgency", Record, PeriodUpdate, Urging)
_GROUP_ORDER = {group: place for place, group in enumerate(DueGroup)}


@dataclass(frozen=True, slots=True)
class FollowedPlan:
    """A plan with what was recorded about it and its statuses as of a day, read at one moment."""

    tree: PlanTree
    ledger: Ledger
    status: PlanStatus


@dataclass(frozen=True, slots=True)
class DueLine:
    """One milestone that is open, with its task and plan; `leads` are the names of the offices that lead it."""

    plan: Plan
    item: WorkItem
    row: DueRow
    leads: tuple[str, ...]


def plan_status(workspace: Workspace, plan_id: int, as_of: date) -> PlanStatus:
    """Return the statuses of a plan's items as of a day, with their counts; NotFound."""
    return followed_plan(workspace, plan_id, as_of).status


def followed_plan(workspace: Workspace, plan_id: int, as_of: date, rules: FollowUpRules | None = None) -> FollowedPlan:
    """Return a plan with its records and statuses as of a day, by the office's rules; NotFound."""
    tree, ledger = open_plan(workspace, plan_id), plan_ledger(workspace, plan_id)
    return FollowedPlan(tree, ledger, status_of(tree, ledger, as_of, rules or follow_up_rules(workspace)))


def all_status(workspace: Workspace, as_of: date, rules: FollowUpRules | None = None) -> tuple[FollowedPlan, ...]:
    """Return every plan that is followed as of a day, in the order of the chooser."""
    rules = rules or follow_up_rules(workspace)
    wanted = [plan.id for plan in workspace.queries.plans() if is_followed(plan, as_of)]
    return tuple(followed_plan(workspace, plan_id, as_of, rules) for plan_id in wanted)


def is_followed(plan: PlanSummary, as_of: date) -> bool:
    """Tell whether a plan's dates press: issued, or typed from a paper without number once its period has begun.

    A superior's plan is kept for tracing; one that ended or was replaced presses no more.
    """
    if plan.superior or plan.state in (PlanState.CLOSED, PlanState.REPLACED):
        return False
    return plan.state is PlanState.ISSUED or plan.period.start <= as_of


def due(workspace: Workspace, on: date, days: int | None = None) -> tuple[DueLine, ...]:
    """Return the open milestones of all followed plans as of a day, the most pressing first.

    With `days` only what is late or falls due within so many days.
    """
    rules = follow_up_rules(workspace)
    names = {agency.id: agency.name for agency in workspace.queries.agencies()}
    lines = [
        DueLine(plan.tree.plan, item, row, lead_names(item, names))
        for plan in all_status(workspace, on, rules)
        for row in due_list(plan.status, rules.days_off, days=days)
        for item in (plan.tree.items[row.item_id],)
    ]
    return tuple(sorted(lines, key=lambda line: (_GROUP_ORDER[line.row.group], line.row.due or date.max)))


def lead_names(item: WorkItem, names: Mapping[int, str]) -> tuple[str, ...]:
    """Return what the offices that lead an item are called, as written where they are not known."""
    return tuple(names.get(link.agency_id or 0, link.words) for link in item.lead)


def plan_ledger(workspace: Workspace, plan_id: int) -> Ledger:
    """Return what was recorded about a plan; a merged agency's answers stand under the one it became."""
    ledger = workspace.queries.ledger(plan_id)
    heir_of = {id_: heir for id_, heir in heirs(workspace.queries.agencies()).items() if id_ != heir}
    if not heir_of:
        return ledger
    return replace(
        ledger,
        records=_with_heirs(ledger.records, heir_of),
        updates=_with_heirs(ledger.updates, heir_of),
        urgings=_with_heirs(ledger.urgings, heir_of),
    )


def _with_heirs(
    rows: Mapping[int, tuple[_GivenByAgency, ...]], heir_of: Mapping[int, int]
) -> dict[int, tuple[_GivenByAgency, ...]]:
    return {item_id: tuple(_with_heir(row, heir_of) for row in of_item) for item_id, of_item in rows.items()}


def _with_heir(row: _GivenByAgency, heir_of: Mapping[int, int]) -> _GivenByAgency:
    heir = heir_of.get(row.agency_id) if row.agency_id is not None else None
    return row if heir is None else replace(row, agency_id=heir)
