"""What one look brings for the screen: milestones of the wanted plans, and the dates of their reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import followup
from cchc_desktop.services.followup import DueLine, FollowPicture
from cchc_desktop.services.periods import periods_within
from cchc_desktop.services.tracking_offer import TrackingOffer, tracking_offer
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Seen:
    """Open milestones, those that are done or dropped, reports, and the days from the first plan's to the last's.

    `unclear` are those of the completed ones of which nobody can say yet whether they were late. `offer` is about the
    one plan that is looked at.
    """

    picture: FollowPicture
    open: tuple[DueLine, ...]
    closed: tuple[DueLine, ...]
    periods: Sequence[ReportingPeriod]
    span: Period | None
    unclear: tuple[DueLine, ...] = ()
    offer: TrackingOffer | None = None


def look(workspace: Workspace, picture: FollowPicture, plan_id: int | None) -> Seen:
    """Return what a picture says of one plan, or of all that press; for the database's thread."""
    span, closed = _span(picture, plan_id), followup.closed_lines(picture, plan_id)
    return Seen(
        picture,
        followup.due_lines(picture, plan_id=plan_id),
        closed,
        periods_within(workspace, span) if span is not None else (),
        span,
        tuple(line for line in closed if line.row.unclear is not None),
        _offer(workspace, picture, plan_id),
    )


def _offer(workspace: Workspace, picture: FollowPicture, plan_id: int | None) -> TrackingOffer | None:
    """Return what may be proposed for the plan; of all plans only where there is but one."""
    if plan_id is None and len(picture.pressing) == 1:
        (plan_id,) = picture.pressing
    return None if plan_id is None else tracking_offer(workspace, picture, plan_id)


def _span(picture: FollowPicture, plan_id: int | None) -> Period | None:
    plans = picture.followed() if plan_id is None else [plan for id_, plan in picture.plans.items() if id_ == plan_id]
    periods = [plan.tree.plan.period for plan in plans]
    if not periods:
        return None
    return Period(min(period.start for period in periods), max(period.end for period in periods))
