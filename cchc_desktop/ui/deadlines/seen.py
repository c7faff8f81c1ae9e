"""What one look brings for the screen: milestones of the wanted plans, and the dates of their reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.reporting import ReportingPeriod
from cchc_desktop.domain.unclear_results import unclear_of
from cchc_desktop.services import followup
from cchc_desktop.services.followup import DueLine, FollowPicture
from cchc_desktop.services.periods import periods_within
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Seen:
    """Open milestones, those that are done or dropped, reports, and the days from the first plan's to the last's.

    `unclear` are those of the completed ones of which nobody can say yet whether they were late.
    """

    picture: FollowPicture
    open: tuple[DueLine, ...]
    closed: tuple[DueLine, ...]
    periods: Sequence[ReportingPeriod]
    span: Period | None
    unclear: tuple[DueLine, ...] = ()


def look(workspace: Workspace, picture: FollowPicture, plan_id: int | None) -> Seen:
    """Return what a picture says of one plan, or of all that press; for the database's thread."""
    span, closed = _span(picture, plan_id), followup.closed_lines(picture, plan_id)
    return Seen(
        picture,
        followup.due_lines(picture, plan_id=plan_id),
        closed,
        periods_within(workspace, span) if span is not None else (),
        span,
        tuple(line for line in closed if unclear_of(line.row.status) is not None),
    )


def _span(picture: FollowPicture, plan_id: int | None) -> Period | None:
    plans = picture.followed() if plan_id is None else [plan for id_, plan in picture.plans.items() if id_ == plan_id]
    periods = [plan.tree.plan.period for plan in plans]
    if not periods:
        return None
    return Period(min(period.start for period in periods), max(period.end for period in periods))
