"""A plan that came in late and is red all over: from when on it may be followed, and following it from then on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.changes import Changes, EntityKind, Operation
from cchc_desktop.domain.days import VIETNAM, show_day
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.services.followup import FollowPicture, due_lines
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

_IMPORT = "plan.import"
_WHOLE_LOG = 1_000_000


@dataclass(frozen=True, slots=True)
class TrackingOffer:
    """The day on which a plan came in, after all `overdue` milestones had fallen due."""

    plan_id: int
    came_in: date
    overdue: int


def tracking_offer(workspace: Workspace, of: FollowPicture, plan_id: int) -> TrackingOffer | None:
    """Return what may be proposed for a plan of a picture.

    None where something fell due since, where it was decided, or where it would help nobody: what was recorded stays.
    """
    plan = of.plans.get(plan_id)
    if plan is None or plan.tree.plan.tracked_from is not None or not plan.pressing[DueGroup.OVERDUE]:
        return None
    came_in = imported_on(workspace, plan_id)
    late = [line.row for line in due_lines(of, plan_id=plan_id) if line.row.group is DueGroup.OVERDUE]
    if came_in is None or any(row.due is None or row.due >= came_in for row in late):
        return None
    if all(row.status.milestone.is_recorded for row in late):
        return None
    return TrackingOffer(plan_id, came_in, len(late))


def imported_on(workspace: Workspace, plan_id: int) -> date | None:
    """Return the day on which a plan came from a file, None where it did not or the log does not tell any more."""
    operations = workspace.history.operations(HistoryFilter(row=(EntityKind.PLAN, plan_id)), _WHOLE_LOG)
    first = operations[-1] if operations else None
    return first.at.astimezone(VIETNAM).date() if first is not None and first.kind == _IMPORT else None


def track_from(workspace: Workspace, plan_id: int, day: date) -> Changes:
    """Follow a plan from a day on: what fell due before it and was not recorded is nobody's lateness."""
    with workspace.units(Operation("plan.track", "Theo dõi kế hoạch", plan_id)) as unit:
        plan = unit.plans.update(replace(unit.plans.get(plan_id), tracked_from=day))
        unit.describe(about(f"Theo dõi từ ngày {show_day(day)}", plan.title))
        return unit.commit()
