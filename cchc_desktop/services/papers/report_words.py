"""What was said about tasks in a reporting period: updates of the offices, results and difficulties on record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.followup.milestones import ItemMilestones
from cchc_desktop.domain.followup.records import PeriodUpdate, Progress, Record
from cchc_desktop.domain.followup.reporting import ReportingPeriod, find_period
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.papers.report import Said
from cchc_desktop.services.followup import FollowedPlan


@dataclass(frozen=True, slots=True)
class SaidInPeriod:
    """Words about one task; `is_result`: a result, not a difficulty."""

    said: Said
    is_result: bool


def said_in_period(
    plan: FollowedPlan, period: ReportingPeriod, as_of: date, rules: FollowUpRules, names: Mapping[int, str]
) -> Iterator[SaidInPeriod]:
    """Yield the words of a period in the plan's order, those of updates first; what was said twice comes once."""
    for one in plan.status.items:
        updates = _updates(plan.ledger.updates.get(one.item.id, ()), period, as_of, rules)
        records = [row for row in plan.ledger.records.get(one.item.id, ()) if _falls_into(row, one, period, as_of)]
        yield from _said(one.item, updates, records, names)


def _updates(
    updates: Sequence[PeriodUpdate], period: ReportingPeriod, as_of: date, rules: FollowUpRules
) -> list[PeriodUpdate]:
    """Return the updates given for the period; without any, the newest for a shorter period inside it."""
    known = [row for row in updates if row.given_on is None or row.given_on <= as_of]
    own = [row for row in known if row.period == period.key]
    if own:
        return own
    ends = {row.period: _end_inside(row.period, period, rules) for row in known}
    newest = max((end for end in ends.values() if end), default=None)
    return [row for row in known if newest and ends[row.period] == newest]


def _end_inside(key: str, period: ReportingPeriod, rules: FollowUpRules) -> date | None:
    shorter = find_period(key, rules.periods, rules.special)
    if shorter is None or not period.window.contains(shorter.window.start):
        return None
    return shorter.window.end if period.window.contains(shorter.window.end) else None


def _falls_into(record: Record, one: ItemMilestones, period: ReportingPeriod, as_of: date) -> bool:
    """Tell whether a result belongs to the period: by its day, else by the due date of its milestone."""
    if record.progress is Progress.DROPPED:
        return False
    milestone = one.milestone(record.occurrence)
    day = record.done_on or record.started_on or (milestone.due if milestone else None)
    is_known = record.done_on is None or record.done_on <= as_of
    return is_known and day is not None and period.window.contains(day)


_Words = tuple[str | None, int | None]
"""Words with the agency that gave them."""


def _said(
    item: WorkItem, updates: Sequence[PeriodUpdate], records: Sequence[Record], names: Mapping[int, str]
) -> Iterator[SaidInPeriod]:
    results: list[_Words] = [(row.words, row.agency_id) for row in updates]
    results += [(row.result or row.product, row.agency_id) for row in records]
    limits: list[_Words] = [(row.difficulty, row.agency_id) for row in updates]
    limits += [(row.difficulty, row.agency_id) for row in records]
    for given, is_result in ((results, True), (limits, False)):
        told: dict[str, int | None] = {}
        for words, agency_id in given:
            if words and words.strip():
                told.setdefault(words.strip(), agency_id)
        for words, agency_id in told.items():
            agency = names.get(agency_id or 0, "") if len(told) > 1 else ""
            yield SaidInPeriod(Said(item.plan_id, item.id, item.content, words, agency), is_result)
