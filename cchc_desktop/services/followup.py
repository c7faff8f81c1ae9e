"""Use cases that read the follow-up: the statuses of plans as of a day, and what falls due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from cchc_desktop.domain.agencies.merging import heirs
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.due_list import DueGroup, DueRow, closed_list, due_list, pressing_counts
from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.records import PeriodUpdate, Record, Urging
from cchc_desktop.domain.followup.rollups import FollowUpRules, Known, PlanStatus
from cchc_desktop.domain.followup.rollups import plan_status as status_of
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Plan, PlanState, PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.agencies import agency_names
from cchc_desktop.services.followup_rules import follow_up_rules
from cchc_desktop.services.plan_states import state_on
from cchc_desktop.services.plans import open_plan
from cchc_desktop.services.workspace import Workspace

_GivenByAgency = TypeVar("_GivenByAgency", Record, PeriodUpdate, Urging)
_PRESSING = (DueGroup.OVERDUE, DueGroup.WEEK)
_ENDED = frozenset({PlanState.CLOSED, PlanState.REPLACED})
_GROUP_ORDER = {group: place for place, group in enumerate(DueGroup)}


@dataclass(frozen=True, slots=True)
class FollowedPlan:
    """A plan with what was recorded about it and its statuses as of a day, read at one moment.

    `pressing` counts the rows of its due list that are late or fall due within seven days.
    """

    tree: PlanTree
    ledger: Ledger
    status: PlanStatus
    pressing: Mapping[DueGroup, int]


@dataclass(frozen=True, slots=True)
class DueLine:
    """One milestone that is open, with its task and plan; `leads` are the names of the offices that lead it."""

    plan: Plan
    item: WorkItem
    row: DueRow
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowPicture:
    """Everything that presses as of a day, read at one moment: what screens, papers and reminders draw from.

    `plans` are those that are followed, in the chooser's order, and the plan on the screen, also where it presses
    nobody (a draft, a plan that has ended); `pressing` are the ids of those that are followed. `agencies` are all
    names by id, those of merged spellings too.
    """

    as_of: date
    rules: FollowUpRules
    agencies: Mapping[int, str]
    plans: Mapping[int, FollowedPlan]
    pressing: frozenset[int]
    documents: Mapping[int, EvidenceDocument] = field(default_factory=dict)
    """The register of documents by id."""

    def followed(self) -> tuple[FollowedPlan, ...]:
        """Return the plans whose dates press."""
        return tuple(plan for id_, plan in self.plans.items() if id_ in self.pressing)


def picture(workspace: Workspace, as_of: date, shown: int | None = None) -> FollowPicture:
    """Return what presses as of a day; `shown` is the plan on the screen."""
    rules, (pressing, wanted) = follow_up_rules(workspace), plans_to_show(workspace, as_of, shown)
    plans = {id_: followed_plan(workspace, id_, as_of, rules) for id_ in wanted}
    return FollowPicture(as_of, rules, agency_names(workspace), plans, pressing, documents_by_id(workspace))


def plans_to_show(workspace: Workspace, as_of: date, shown: int | None) -> tuple[frozenset[int], Sequence[int]]:
    """Return the plans that press as of a day, and in the chooser's order all that a picture holds."""
    summaries = workspace.queries.plans()
    pressing = frozenset(plan.id for plan in summaries if is_followed(workspace, plan, as_of))
    return pressing, [plan.id for plan in summaries if plan.id in pressing or (plan.id == shown and not plan.superior)]


def documents_by_id(workspace: Workspace) -> dict[int, EvidenceDocument]:
    """Return the register of documents by id."""
    return {row.id: row for row in workspace.queries.documents()}


def picture_of(workspace: Workspace, as_of: date, plan_ids: Iterable[int]) -> FollowPicture:
    """Return just these plans as of a day, whether they press or not; NotFound."""
    rules = follow_up_rules(workspace)
    plans = {id_: followed_plan(workspace, id_, as_of, rules) for id_ in plan_ids}
    return FollowPicture(as_of, rules, agency_names(workspace), plans, frozenset())


def due_lines(of: FollowPicture, days: int | None = None, plan_id: int | None = None) -> tuple[DueLine, ...]:
    """Return the open milestones of all plans that press, or of one plan, the most pressing first.

    With `days` only what is late or falls due within so many days. Among all plans a task that was carried over
    presses once (see `moved_on`); a plan by itself shows all that was left of it.
    """
    rows = ((plan, due_list(plan.status, of.rules.days_off, days=days)) for plan in _plans(of, plan_id))
    elsewhere = moved_on(of) if plan_id is None else frozenset()
    lines = [_line(plan, row, of) for plan, of_plan in rows for row in of_plan if row.item_id not in elsewhere]
    return tuple(sorted(lines, key=lambda line: (_GROUP_ORDER[line.row.group], line.row.due or date.max)))


def moved_on(of: FollowPicture) -> frozenset[int]:
    """Return the tasks of plans whose time is over with which another plan that presses goes on: they press there."""
    plans = of.followed()
    over = {id_ for plan in plans if plan.tree.plan.period.end < of.as_of for id_ in plan.tree.items}
    if not over:
        return frozenset()
    every = (item for plan in plans for item in plan.tree.items.values())
    return frozenset(item.continues_id for item in every if item.continues_id in over)


def pressing_everywhere(of: FollowPicture) -> Mapping[DueGroup, int]:
    """Return how many rows of all plans are late, and how many fall due within seven days, as `due_lines` has them."""
    if moved_on(of):
        groups = (line.row.group for line in due_lines(of))
        return Counter(group for group in groups if group in _PRESSING)
    return sum((Counter(plan.pressing) for plan in of.followed()), Counter())


def overdue_tasks(of: FollowPicture) -> int:
    """Return how many tasks and sub-rows the late rows of all plans belong to: one may be late several times."""
    elsewhere = moved_on(of)
    statuses = (pair for plan in of.followed() for pair in plan.status.statuses.items())
    return sum(1 for id_, found in statuses if found.counts.get(Status.OVERDUE) and id_ not in elsewhere)


def closed_lines(of: FollowPicture, plan_id: int | None = None) -> tuple[DueLine, ...]:
    """Return the milestones that are done or dropped of all plans that press, or of one plan, by their dates."""
    rows = ((plan, closed_list(plan.status, of.rules.days_off)) for plan in _plans(of, plan_id))
    lines = [_line(plan, row, of) for plan, of_plan in rows for row in of_plan]
    return tuple(sorted(lines, key=lambda line: line.row.due or date.max))


def _plans(of: FollowPicture, plan_id: int | None) -> tuple[FollowedPlan, ...]:
    return of.followed() if plan_id is None else tuple(plan for id_, plan in of.plans.items() if id_ == plan_id)


def _line(plan: FollowedPlan, row: DueRow, of: FollowPicture) -> DueLine:
    item = plan.tree.items[row.item_id]
    return DueLine(plan.tree.plan, item, row, lead_names(item, of.agencies))


def plan_status(workspace: Workspace, plan_id: int, as_of: date) -> PlanStatus:
    """Return the statuses of a plan's items as of a day, with their counts; NotFound."""
    return followed_plan(workspace, plan_id, as_of).status


def followed_plan(workspace: Workspace, plan_id: int, as_of: date, rules: FollowUpRules | None = None) -> FollowedPlan:
    """Return a plan with its records and statuses as of a day, by the office's rules; NotFound."""
    tree, ledger = open_plan(workspace, plan_id), plan_ledger(workspace, plan_id)
    return followed(tree, ledger, as_of, rules or follow_up_rules(workspace))


def followed(
    tree: PlanTree, ledger: Ledger, as_of: date, rules: FollowUpRules, known: Known | None = None
) -> FollowedPlan:
    """Return a plan with its statuses as of a day; `known` as in `rollups.plan_status`."""
    status = status_of(tree, ledger, as_of, rules, known)
    return FollowedPlan(tree, ledger, status, pressing_counts(status))


def all_status(workspace: Workspace, as_of: date, rules: FollowUpRules | None = None) -> tuple[FollowedPlan, ...]:
    """Return every plan that is followed as of a day, in the order of the chooser."""
    rules = rules or follow_up_rules(workspace)
    wanted = [plan.id for plan in workspace.queries.plans() if is_followed(workspace, plan, as_of)]
    return tuple(followed_plan(workspace, plan_id, as_of, rules) for plan_id in wanted)


def is_followed(workspace: Workspace, plan: PlanSummary, as_of: date) -> bool:
    """Tell whether a plan's dates press: issued, or typed from a paper without number once its period has begun.

    A superior's plan is kept for tracing; one that ended or was replaced presses no more from that day on.
    """
    if plan.superior:
        return False
    state = state_on(workspace, plan, as_of) if plan.state in _ENDED else plan.state
    return state not in _ENDED and (state is PlanState.ISSUED or plan.period.start <= as_of)


def due(workspace: Workspace, on: date, days: int | None = None) -> tuple[DueLine, ...]:
    """Return the open milestones of all followed plans as of a day, the most pressing first (see `due_lines`)."""
    return due_lines(picture(workspace, on), days)


def lead_names(item: WorkItem, names: Mapping[int, str]) -> tuple[str, ...]:
    """Return what the offices that lead an item are called, as written where they are not known."""
    return tuple(names.get(link.agency_id or 0, link.words) for link in item.lead)


def plan_ledger(workspace: Workspace, plan_id: int) -> Ledger:
    """Return what was recorded about a plan; a merged agency's answers stand under the one it became."""
    return with_heirs(workspace, workspace.queries.ledger(plan_id))


def with_heirs(workspace: Workspace, ledger: Ledger) -> Ledger:
    """Return what was recorded with a merged agency's answers under the one it became."""
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
