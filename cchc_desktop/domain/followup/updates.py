"""Updates that a reporting period asks for: who owes one, who has given it. An update is no completion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.followup.milestones import ItemMilestones, Milestone, MilestoneKind
from cchc_desktop.domain.followup.records import PeriodUpdate
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.items import WorkItem

Members = Mapping[int, Sequence[int]]
"""The members of each agency that is a group."""


class UpdateState(StrEnum):
    """Whether a milestone asks for an update in the period at hand."""

    NONE = "none"
    OWED = "owed"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class OwedUpdate:
    """One update that a period asks of one agency for one item, due on the units' hand-in day.

    `agency_id` is None where the plan names no agency that is known. `given` is the answer, if there is one.
    """

    item_id: int
    period: str
    agency_id: int | None
    due: date
    given: PeriodUpdate | None = None


def owes_update(milestone: Milestone, period: ReportingPeriod, as_of: date, tracked_from: date | None = None) -> bool:
    """Tell whether a milestone asks for an update: open, begun before the period's data close, and tracked.

    A period whose hand-in day lies before 'theo dõi từ ngày' asks for nothing.
    """
    if tracked_from and period.hand_in < tracked_from:
        return False
    if not milestone.is_open_on(as_of) or not (milestone.is_tracked or milestone.is_recorded):
        return False
    return milestone.start is None or milestone.start <= period.window.end


def answering_agencies(item: WorkItem, members: Members) -> tuple[int | None, ...]:
    """Return who answers for an item: its leads in order, a group's members in its place; (None,) if none is known."""
    found: dict[int | None, None] = {}
    for link in item.lead:
        if link.agency_id is not None:
            found.update(dict.fromkeys(members.get(link.agency_id) or (link.agency_id,)))
    return tuple(found) or (None,)


def owed_updates(
    items: Iterable[ItemMilestones],
    period: ReportingPeriod,
    updates: Mapping[int, Sequence[PeriodUpdate]],
    as_of: date,
    members: Members,
    tracked_from: date | None = None,
) -> Iterator[OwedUpdate]:
    """Yield what a period asks for, item by item and agency by agency, given or not."""
    for one in items:
        if any(owes_update(milestone, period, as_of, tracked_from) for milestone in one.milestones):
            given = given_updates(updates.get(one.item.id, ()), period.key, as_of)
            for agency_id in answering_agencies(one.item, members):
                answer = given.get(agency_id) or given.get(None)
                yield OwedUpdate(one.item.id, period.key, agency_id, period.hand_in, answer)


def given_updates(updates: Iterable[PeriodUpdate], period: str, as_of: date) -> dict[int | None, PeriodUpdate]:
    """Return the updates of a period by agency as of a day; under None stands the officer's own."""
    return {
        one.agency_id: one
        for one in updates
        if one.period == period and (one.given_on is None or one.given_on <= as_of)
    }


def is_updated(item: WorkItem, updates: Iterable[PeriodUpdate], period: str, as_of: date, members: Members) -> bool:
    """Tell whether every agency has answered for a period, or the officer for all of them."""
    given = given_updates(updates, period, as_of)
    return None in given or all(agency_id in given for agency_id in answering_agencies(item, members))


def is_asked(milestone: Milestone, period: ReportingPeriod, as_of: date, asked_days: int | None) -> bool:
    """Tell whether an update that is owed shows in the status.

    A standing task shows it from the period's first day on, another item `asked_days` before the hand-in day, with
    None never.
    """
    if milestone.kind is MilestoneKind.STANDING:
        return as_of >= period.window.start
    return asked_days is not None and (period.hand_in - as_of).days <= asked_days
