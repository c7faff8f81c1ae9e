"""What Tổng quan shows of a plan, worked out of the one picture from which list, table and command line draw too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.reporting import Countdown, ReportingPeriod, countdown, report_periods
from cchc_desktop.domain.followup.rollups import FollowUpRules, RollUp
from cchc_desktop.domain.followup.status import CLOSED, RANK, MilestoneStatus, Status
from cchc_desktop.domain.followup.updates import OwedUpdate, owed_updates
from cchc_desktop.domain.items import WorkItem, bare_number
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.services.followup import DueLine, FollowedPlan, FollowPicture, due_lines, lead_names

PRESSING = frozenset({Status.OVERDUE, Status.DUE_SOON, Status.UPDATE_DUE, Status.UNDATED})
"""The statuses of items that somebody has to do something about now."""
_LEFT_OUT = frozenset({Status.DROPPED, Status.UNTRACKED})


@dataclass(frozen=True, slots=True)
class PressingItem:
    """One item to do something about; `status` is its most pressing milestone, `leads` names who leads it."""

    item: WorkItem
    status: MilestoneStatus
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One line of a break-down: a section or a lead agency (None: none that is known) with the counts of its tasks.

    `overdue` counts its tasks and sub-rows that are late: both stand in the due list.
    """

    id: int | None
    title: str
    roll_up: RollUp
    overdue: int


@dataclass(frozen=True, slots=True)
class AgencyUpdates:
    """What a reporting period asks of one agency (None: none that is known), given or not."""

    agency_id: int | None
    name: str
    owed: tuple[OwedUpdate, ...]

    @property
    def given(self) -> int:
        """Return how many updates were given."""
        return sum(one.given is not None for one in self.owed)

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing."""
        return self.given == len(self.owed)

    @property
    def missing(self) -> tuple[int, ...]:
        """Return the ids of the items of which nothing was said yet."""
        return tuple(one.item_id for one in self.owed if one.given is None)

    @property
    def last_given_on(self) -> date | None:
        """Return the day of the last update, None where none has a day."""
        days = [one.given.given_on for one in self.owed if one.given is not None and one.given.given_on is not None]
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """The milestones that fall due on one day; they are counted once, for a screen asks with each paint."""

    day: date
    milestones: tuple[MilestoneStatus, ...]
    counts: Mapping[Status, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Count how many have which status."""
        object.__setattr__(self, "counts", Counter(one.status for one in self.milestones))

    @property
    def open(self) -> int:
        """Return how many of them are not done."""
        return sum(count for status, count in self.counts.items() if status not in CLOSED)

    @property
    def overdue(self) -> int:
        """Return how many of them are late."""
        return self.counts.get(Status.OVERDUE, 0)

    @property
    def pressing(self) -> Status:
        """Return the status by which the day is coloured: the most pressing one."""
        return min(self.counts, key=RANK.__getitem__)


@dataclass(frozen=True, slots=True)
class NextReport:
    """The report that is to be made next, with the next of its four dates."""

    period: ReportingPeriod
    countdown: Countdown


@dataclass(frozen=True, slots=True)
class Overview:
    """A plan as of a day.

    `due` are the rows of the due list by group; `pressing` its items with one of the statuses `PRESSING`, the most
    pressing first. Areas and agencies count tasks, as `rollups.PlanStatus` does; sub-rows are counted apart, but
    what is late is counted with them everywhere.
    """

    plan: Plan
    as_of: date
    due: Mapping[DueGroup, tuple[DueLine, ...]]
    pressing: tuple[PressingItem, ...]
    total: RollUp
    sub_items: RollUp
    areas: tuple[Share, ...]
    agencies: tuple[Share, ...]
    period: ReportingPeriod | None
    updates: tuple[AgencyUpdates, ...]
    timeline: tuple[TimelineDay, ...]
    next_report: NextReport | None

    @property
    def has_items(self) -> bool:
        """Tell whether the plan has anything to follow up."""
        return bool(self.total.total or self.sub_items.total)

    def count(self, status: Status) -> int:
        """Return how many items, sub-rows included, show a status."""
        return self.total.counts.get(status, 0) + self.sub_items.counts.get(status, 0)

    def group(self, group: DueGroup) -> tuple[DueLine, ...]:
        """Return the rows of the due list in one group."""
        return self.due.get(group, ())


def overview(of: FollowPicture, plan_id: int) -> Overview | None:
    """Return what Tổng quan shows of a plan, None for one that is not followed (a superior's)."""
    plan = of.plans.get(plan_id)
    if plan is None:
        return None
    status = plan.status
    return Overview(
        plan=plan.tree.plan,
        as_of=status.as_of,
        due=_due(of, plan_id),
        pressing=_pressing(plan, of.agencies),
        total=status.total,
        sub_items=status.sub_items,
        areas=_areas(plan),
        agencies=_agencies(plan, of.agencies),
        period=status.period,
        updates=_updates(plan, of),
        timeline=_timeline(plan),
        next_report=next_report(plan.tree.plan.period, of.rules, status.as_of),
    )


def next_report(span: Period, rules: FollowUpRules, day: date) -> NextReport | None:
    """Return the report of a span whose next date comes first; None when all of them have gone out."""
    coming = (
        NextReport(period, left)
        for period in report_periods(span, rules.periods, rules.special)
        if (left := countdown(period, day)) is not None
    )
    return min(coming, key=lambda one: (one.countdown.day, one.period.window.end), default=None)


def _due(of: FollowPicture, plan_id: int) -> dict[DueGroup, tuple[DueLine, ...]]:
    groups: defaultdict[DueGroup, list[DueLine]] = defaultdict(list)
    for line in due_lines(of, plan_id=plan_id):
        groups[line.row.group].append(line)
    return {group: tuple(lines) for group, lines in groups.items()}


def _pressing(plan: FollowedPlan, names: Mapping[int, str]) -> tuple[PressingItem, ...]:
    found = [
        PressingItem(one.item, leading, lead_names(one.item, names))
        for one in plan.status.items
        if (leading := plan.status.statuses[one.item.id].leading).status in PRESSING
    ]
    return tuple(sorted(found, key=lambda one: (RANK[one.status.status], one.status.milestone.due or date.max)))


def _areas(plan: FollowedPlan) -> tuple[Share, ...]:
    status = plan.status
    shares = (
        Share(section.id, _heading(section), status.by_section[section.id], status.overdue_in(section.id))
        for section in plan.tree.sections
    )
    return tuple(share for share in shares if share.roll_up.total or share.overdue)


def _heading(section: Section) -> str:
    number = bare_number(section.number)
    return f"{number}. {section.title}" if number else section.title


def _agencies(plan: FollowedPlan, names: Mapping[int, str]) -> tuple[Share, ...]:
    """Return the lead agencies, those with most tasks first; one that leads sub-rows alone where some are late."""
    status, none = plan.status, RollUp({})
    ids = dict.fromkeys((*status.by_agency, *status.sub_items_by_agency))
    shares = (
        Share(id_, names.get(id_ or 0, ""), status.by_agency.get(id_, none), status.overdue_of(id_)) for id_ in ids
    )
    found = [share for share in shares if share.roll_up.total or share.overdue]
    return tuple(sorted(found, key=lambda one: (-one.roll_up.total, one.id is None, collation_key(one.title))))


def _updates(plan: FollowedPlan, of: FollowPicture) -> tuple[AgencyUpdates, ...]:
    """Return who owes updates for the period at hand: those who lack some first, by their names.

    Before its data have begun a period asks nobody.
    """
    status, period = plan.status, plan.status.period
    if period is None or status.as_of < period.window.start:
        return ()
    tracked_from = plan.tree.plan.tracked_from
    owed = owed_updates(status.items, period, plan.ledger.updates, status.as_of, of.rules.members, tracked_from)
    by_agency: defaultdict[int | None, list[OwedUpdate]] = defaultdict(list)
    for one in owed:
        by_agency[one.agency_id].append(one)
    found = [AgencyUpdates(id_, of.agencies.get(id_ or 0, ""), tuple(rows)) for id_, rows in by_agency.items()]
    return tuple(sorted(found, key=lambda one: (one.is_complete, one.agency_id is None, collation_key(one.name))))


def _timeline(plan: FollowedPlan) -> tuple[TimelineDay, ...]:
    days: defaultdict[date, list[MilestoneStatus]] = defaultdict(list)
    for found in plan.status.statuses.values():
        for one in found.milestones:
            if one.milestone.due is not None and one.status not in _LEFT_OUT:
                days[one.milestone.due].append(one)
    return tuple(TimelineDay(day, tuple(days[day])) for day in sorted(days))
