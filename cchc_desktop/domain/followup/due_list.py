"""The list of what falls due as of a day: one row for each open milestone, in groups by how it presses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.milestones import ItemMilestones, MilestoneKind
from cchc_desktop.domain.followup.rollups import PlanStatus
from cchc_desktop.domain.followup.status import CLOSED, COMPLETED, MilestoneStatus, Status
from cchc_desktop.domain.followup.unclear_results import Unclear, unclear_of
from cchc_desktop.domain.schedule.months import month_end

_NEAR_DAYS, _FAR_DAYS = 7, 30
_OPEN = frozenset(Status) - CLOSED
_OVER = COMPLETED | {Status.DROPPED}


class DueGroup(StrEnum):
    """The groups of the list; a row stands in the first that fits."""

    OVERDUE = "overdue"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    LATER = "later"
    UNDATED = "undated"
    WAITING = "waiting"


GROUP_NAMES: Mapping[DueGroup, str] = {
    DueGroup.OVERDUE: "Quá hạn",
    DueGroup.WEEK: "Đến hạn trong 7 ngày",
    DueGroup.MONTH: "Đến hạn trong 30 ngày",
    DueGroup.QUARTER: "Đến hạn trong quý",
    DueGroup.LATER: "Đến hạn sau quý này",
    DueGroup.UNDATED: "Chưa xác định thời hạn",
    DueGroup.WAITING: "Chờ văn bản",
}


@dataclass(frozen=True, slots=True)
class DueRow:
    """One milestone. `late_days` is 0 while it is not late; `day_off` names the day off on which it falls.

    `unclear` is what a result that is there lacks.
    """

    item_id: int
    occurrence: str
    group: DueGroup
    status: MilestoneStatus
    due: date | None
    planned_due: date | None
    late_days: int
    agency_ids: tuple[int, ...]
    day_off: str | None = None
    made_up: str | None = None
    unclear: Unclear | None = None


def due_list(plan: PlanStatus, days_off: DaysOff | None = None, *, days: int | None = None) -> tuple[DueRow, ...]:
    """Return the open milestones of a plan, group by group, each by its date.

    With `days` only what is late or falls due within so many days. Standing tasks have no date and no row: what they
    owe stands in the updates of the period.
    """
    quarter_end = _quarter_end(plan.as_of)
    rows = (row for one in plan.items for row in _rows(one, plan, days_off, quarter_end))
    wanted = (row for row in rows if days is None or _is_within(row, plan.as_of, days))
    order = {group: place for place, group in enumerate(DueGroup)}
    return tuple(sorted(wanted, key=lambda row: (order[row.group], row.due or date.max)))


def closed_list(plan: PlanStatus, days_off: DaysOff | None = None) -> tuple[DueRow, ...]:
    """Return the milestones of a plan that are done or dropped, each by its date; their group tells the date alone.

    A standing task that is over has a row: whoever said that it is done may have left out the day.
    """
    rows = (row for one in plan.items for row in _rows(one, plan, days_off, _quarter_end(plan.as_of), _OVER))
    return tuple(sorted(rows, key=lambda row: row.due or date.max))


def _rows(
    one: ItemMilestones,
    plan: PlanStatus,
    days_off: DaysOff | None,
    quarter_end: date,
    wanted: Collection[Status] = _OPEN,
) -> Iterator[DueRow]:
    agencies = tuple(dict.fromkeys(link.agency_id for link in one.item.lead if link.agency_id is not None))
    for found in plan.statuses[one.item.id].milestones:
        milestone, due = found.milestone, found.milestone.due
        is_owed = milestone.kind is MilestoneKind.STANDING and found.status in _OPEN
        if found.status not in wanted or is_owed:
            continue
        is_late = found.status is Status.OVERDUE
        yield DueRow(
            item_id=one.item.id,
            occurrence=milestone.occurrence,
            group=_due_group(found, plan.as_of, quarter_end),
            status=found,
            due=due,
            planned_due=milestone.planned_due,
            late_days=found.days or 0 if is_late else 0,
            agency_ids=agencies,
            day_off=days_off.name(due) if days_off and due else None,
            made_up=days_off.made_up.get(due) if days_off and due else None,
            unclear=unclear_of(found),
        )


def _due_group(found: MilestoneStatus, as_of: date, quarter_end: date) -> DueGroup:
    due = found.milestone.due
    if due is None:
        is_waiting = found.milestone.kind is MilestoneKind.EXTERNAL
        return DueGroup.WAITING if is_waiting else DueGroup.UNDATED
    if found.status is Status.OVERDUE:
        return DueGroup.OVERDUE
    left = (due - as_of).days
    if left <= _FAR_DAYS:
        return DueGroup.WEEK if left <= _NEAR_DAYS else DueGroup.MONTH
    return DueGroup.QUARTER if due <= quarter_end else DueGroup.LATER


def pressing_counts(plan: PlanStatus) -> Mapping[DueGroup, int]:
    """Return how many rows `due_list` has that are late, and how many that fall due within seven days."""
    quarter_end = _quarter_end(plan.as_of)
    counts = dict.fromkeys((DueGroup.OVERDUE, DueGroup.WEEK), 0)
    for item in plan.statuses.values():
        for one in item.milestones:
            if one.milestone.due is not None and one.status in _OPEN:
                group = _due_group(one, plan.as_of, quarter_end)
                if group in counts:
                    counts[group] += 1
    return counts


def _quarter_end(day: date) -> date:
    return month_end(day.year, (day.month + 2) // 3 * 3)


def _is_within(row: DueRow, as_of: date, days: int) -> bool:
    return row.due is not None and (row.due - as_of).days <= days


def by_agency(rows: Iterable[DueRow]) -> dict[int | None, tuple[DueRow, ...]]:
    """Return the rows of each lead agency; a row of several leads stands with each, one of none under None."""
    found: dict[int | None, list[DueRow]] = {}
    for row in rows:
        for agency_id in row.agency_ids or (None,):
            found.setdefault(agency_id, []).append(row)
    return {agency_id: tuple(of_agency) for agency_id, of_agency in found.items()}
