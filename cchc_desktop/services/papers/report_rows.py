"""The tasks of a plan as a report counts them: worked out as of a day, or as a closed period kept them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from cchc_desktop.domain.followup.milestones import ItemMilestones
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.followup.rollups import first_lead
from cchc_desktop.domain.followup.status import CLOSED, ItemStatus, Status
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.papers.report_figures import Counted, ReportRow
from cchc_desktop.domain.periods import Period
from cchc_desktop.services.followup import FollowedPlan


def counted_items(plan: FollowedPlan) -> Iterator[ItemMilestones]:
    """Yield what is counted: tasks, not their sub-rows (as `rollups.PlanStatus.total`)."""
    return (one for one in plan.status.items if one.item.kind is not ItemKind.SUB_ITEM)


def report_rows(
    plan: FollowedPlan, period: ReportingPeriod, as_of: date, frozen: Mapping[int, Status] | None = None
) -> Iterator[ReportRow]:
    """Yield the tasks of a plan as of a day; `frozen` are statuses that were kept, of all tasks that counted then."""
    for one in counted_items(plan):
        item, found = one.item, plan.status.statuses[one.item.id]
        if frozen is None or item.id in frozen:
            status = found.status if frozen is None else frozen[item.id]
            marks = frozenset(_marks(item, found, status, period, as_of))
            yield ReportRow(plan.tree.plan.id, item.id, item.section_id, first_lead(one), status, marks)


def _marks(
    item: WorkItem, found: ItemStatus, status: Status, period: ReportingPeriod, as_of: date
) -> Iterator[Counted]:
    if item.continues_id is not None:
        yield Counted.CARRIED
    if _was_done_in(found, Period(period.window.start, max(period.window.start, min(as_of, period.window.end)))):
        yield Counted.DONE_IN_PERIOD
    if as_of < period.window.end and status not in CLOSED and _is_foreseen(found, period.window.end):
        yield Counted.FORESEEN


def _was_done_in(found: ItemStatus, window: Period) -> bool:
    records = (one.milestone.record for one in found.milestones)
    days = (record.done_on for record in records if record is not None and record.progress is Progress.DONE)
    return any(day is not None and window.contains(day) for day in days)


def _is_foreseen(found: ItemStatus, end: date) -> bool:
    """Tell whether an item in time would be completed by a day if all that falls due until then is done."""
    still_open = [one for one in found.milestones if one.status not in CLOSED]
    if any(one.status is Status.OVERDUE for one in still_open):
        return False
    return all(one.milestone.due is not None and one.milestone.due <= end for one in still_open)


# --- kept with a closed period -----------------------------------------------------------------------------------


def rows_to_json(rows: Iterable[ReportRow]) -> dict[str, Any]:
    """Return what a closed period keeps of rows besides their statuses: area, lead agency, marks, by the task's id."""
    return {
        str(row.item_id): {"section": row.section_id, "agency": row.agency_id, "marks": sorted(row.marks)}
        for row in rows
    }


def kept_rows(plan_id: int, kept: Mapping[str, Any]) -> tuple[ReportRow, ...] | None:
    """Return the rows that a closed period kept of a plan (see `periods.snapshot_of`).

    None where it kept statuses alone, as the program did at first.
    """
    rows, statuses = kept.get("rows"), kept["items"]
    if rows is None:
        return None
    return tuple(
        ReportRow(plan_id, int(id_), row["section"], row["agency"], Status(statuses[id_]), _known(row["marks"]))
        for id_, row in rows.items()
    )


def _known(marks: Iterable[str]) -> frozenset[Counted]:
    known = {counted.value: counted for counted in Counted}
    return frozenset(known[mark] for mark in marks if mark in known)
