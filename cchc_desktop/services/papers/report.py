"""The periodic report over one or several plans: gathered from what was recorded, as of the period's day of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_desktop.domain.agencies.spelling import in_running_text
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.reporting import ReportingPeriod, plan_periods
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.followup.status import CLOSED, COMPLETED, Status
from cchc_desktop.domain.followup.updates import owed_updates
from cchc_desktop.domain.items import ItemOrigin, bare_number
from cchc_desktop.domain.numbering import to_roman
from cchc_desktop.domain.papers.report import AreaFacts, NamedTask, NotAnswered, Report, SinceLast
from cchc_desktop.domain.papers.report_figures import (
    UNKNOWN_AGENCY,
    Counted,
    IndicatorRow,
    ReportFigures,
    ReportGroup,
    ReportRow,
    Scope,
)
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.services import periods
from cchc_desktop.services.followup import FollowedPlan, FollowPicture, lead_names, picture_of
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.papers.report_indicators import indicator_lines
from cchc_desktop.services.papers.report_rows import counted_items, kept_rows, report_rows
from cchc_desktop.services.papers.report_words import said_in_period
from cchc_desktop.services.workspace import Workspace

_NO_AGENCY = "Chưa xác định cơ quan"


@dataclass(frozen=True, slots=True)
class _Kept:
    """The figures that a period kept when it was closed (see `periods.snapshot_of`), by plan."""

    as_of: date
    plans: Mapping[int, Mapping[str, Any]]

    def statuses(self, plan_id: int) -> Mapping[int, Status] | None:
        """Return the kept statuses of a plan's items; None for a plan that was not followed then."""
        plan = self.plans.get(plan_id)
        return None if plan is None else {int(id_): Status(status) for id_, status in plan["items"].items()}

    def rows(self, plan_id: int) -> tuple[ReportRow, ...] | None:
        """Return the kept rows of a plan; None where there are none, for the statuses alone or nothing was kept."""
        plan = self.plans.get(plan_id)
        return None if plan is None else kept_rows(plan_id, plan)


def report(workspace: Workspace, plan_ids: Sequence[int], period_key: str) -> Report:
    """Return the report of some plans for a period; InvalidInput, NotFound.

    Figures are those that were kept when the period was closed, else as of its day of figures or today before it. A
    task that a task of another one of these plans carries out, or continues, counts there only.
    """
    period = periods.reporting_period(workspace, period_key)
    kept = _kept(workspace, period)
    as_of = kept.as_of if kept else min(workspace.clock.today(), period.figures)
    of = picture_of(workspace, as_of, dict.fromkeys(plan_ids))
    plans = tuple(of.plans.values())
    _refuse_bad_plans(plans, period)
    left_out = _counted_elsewhere(plans)
    since = _since_last(workspace, of, period, left_out)
    lines = indicator_lines(workspace, plans, period, as_of, since[0] if since else None, kept.plans if kept else {})
    indicators = tuple(IndicatorRow(line.plan_id, line.indicator_id, line.verdict) for line in lines)
    figures = _figures(of, period, as_of, left_out, kept, indicators)
    following = _neighbour(of.rules, period, later=True)
    return Report(
        period=period,
        as_of=as_of,
        plans=tuple(plan.tree.plan for plan in plans),
        office=office_profile(workspace).name or _issuer(plans),
        figures=figures,
        areas=_areas(of, figures, period, as_of),
        indicators=lines,
        since=_changes(of, figures, *since) if since else None,
        next_period=following,
        next_tasks=tuple(_next_tasks(of, figures, following)),
        not_answered=_not_answered(of, period),
        is_locked=kept is not None,
        left_out=tuple(sorted(left_out)),
    )


def _kept(workspace: Workspace, period: ReportingPeriod) -> _Kept | None:
    figures = periods.locked_figures(workspace, period.key)
    if figures is None:
        return None
    return _Kept(date.fromisoformat(figures["as_of"]), {plan["plan_id"]: plan for plan in figures["plans"]})


def _refuse_bad_plans(plans: Sequence[FollowedPlan], period: ReportingPeriod) -> None:
    if not plans:
        raise InvalidInput("Chưa chọn kế hoạch để lập báo cáo.")
    for one in plans:
        plan = one.tree.plan
        if plan.superior:
            raise InvalidInput(f"“{plan.title}” là kế hoạch của cấp trên nên không lập báo cáo. Hãy bỏ kế hoạch này.")
        if not _overlap(plan.period, period.window):
            raise InvalidInput(f"“{plan.title}” không thực hiện trong kỳ “{period.title}”. Hãy chọn kỳ khác.")


def _overlap(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


# --- figures -----------------------------------------------------------------------------------------------------


def _counted_elsewhere(plans: Sequence[FollowedPlan]) -> frozenset[int]:
    """Return the tasks that another counted task of these plans carries out or continues: they count there."""
    own = {one.item.id: one.item for plan in plans for one in counted_items(plan)}
    targets = (id_ for item in own.values() for id_ in (item.carries_out_id, item.continues_id) if id_ in own)
    return frozenset(id_ for id_ in targets if id_ is not None)


def _issuer(plans: Sequence[FollowedPlan]) -> str:
    return in_running_text(next((plan.tree.plan.issuer or "" for plan in plans), ""))


def _figures(
    of: FollowPicture,
    period: ReportingPeriod,
    as_of: date,
    left_out: frozenset[int],
    kept: _Kept | None,
    indicators: tuple[IndicatorRow, ...] = (),
) -> ReportFigures:
    plans = tuple(of.plans.values())
    rows = tuple(row for plan in plans for row in _rows(plan, period, as_of, left_out, kept))
    return ReportFigures(
        plans=tuple(of.plans),
        period=period.key,
        as_of=as_of,
        rows=rows,
        indicators=indicators,
        areas=_area_groups(plans, {row.section_id for row in rows}),
        agencies=_agency_groups(rows, of.agencies),
    )


def _rows(
    plan: FollowedPlan, period: ReportingPeriod, as_of: date, left_out: frozenset[int], kept: _Kept | None
) -> Iterator[ReportRow]:
    """Yield the rows of a plan as they were kept, else as they are; a task that is gone since stays counted."""
    plan_id = plan.tree.plan.id
    rows = kept.rows(plan_id) if kept else None
    found = report_rows(plan, period, as_of, kept.statuses(plan_id) if kept else None) if rows is None else rows
    return (row for row in found if row.item_id not in left_out)


def _area_groups(plans: Sequence[FollowedPlan], used: set[int]) -> tuple[ReportGroup, ...]:
    """Return the areas that have tasks: the plan's own sections, or those of several plans joined by area."""
    sections = [section for plan in plans for section in plan.tree.sections if section.id in used]
    if len(plans) == 1:
        return tuple(
            ReportGroup(section.title, Scope((section.id,)), bare_number(section.number) or "") for section in sections
        )
    joined: dict[str, list[Section]] = {}
    for section in sections:
        key = section.area.value if section.area.value != "other" else f"other {fold(section.title)}"
        joined.setdefault(key, []).append(section)
    return tuple(
        ReportGroup(of_area[0].title, Scope(tuple(section.id for section in of_area)), to_roman(place))
        for place, of_area in enumerate(joined.values(), start=1)
    )


def _agency_groups(rows: Sequence[ReportRow], names: Mapping[int, str]) -> tuple[ReportGroup, ...]:
    """Return the lead agencies, those with most tasks first, tasks of nobody last."""
    counts: dict[int, int] = {}
    for row in rows:
        id_ = row.agency_id or UNKNOWN_AGENCY
        counts[id_] = counts.get(id_, 0) + 1
    ordered = sorted(counts, key=lambda id_: (id_ == UNKNOWN_AGENCY, -counts[id_], collation_key(names.get(id_, ""))))
    return tuple(ReportGroup(names.get(id_) or _NO_AGENCY, Scope(agency=id_)) for id_ in ordered)


# --- words and tasks by name -------------------------------------------------------------------------------------


def _areas(of: FollowPicture, figures: ReportFigures, period: ReportingPeriod, as_of: date) -> tuple[AreaFacts, ...]:
    said = [one for plan in of.plans.values() for one in said_in_period(plan, period, as_of, of.rules, of.agencies)]
    section_of = {item.id: item.section_id for plan in of.plans.values() for item in plan.tree.items.values()}
    return tuple(
        AreaFacts(
            group,
            results=tuple(one.said for one in said if one.is_result and section_of[one.said.item_id] in sections),
            limits=tuple(one.said for one in said if not one.is_result and section_of[one.said.item_id] in sections),
            overdue=tuple(_named_rows(of, figures.counted_rows(Counted.OVERDUE, group.scope))),
        )
        for group in figures.areas
        for sections in (group.scope.sections,)
    )


def _named_rows(of: FollowPicture, rows: Iterable[ReportRow]) -> Iterator[NamedTask]:
    for row in rows:
        plan = of.plans[row.plan_id]
        if found := plan.status.statuses.get(row.item_id):  # else it is gone since the figures were kept
            yield _named(of, plan, row.item_id, found.leading.milestone.due)


def _named(of: FollowPicture, plan: FollowedPlan, item_id: int, due: date | None) -> NamedTask:
    item = plan.tree.items[item_id]
    return NamedTask(plan.tree.plan.id, item_id, item.content, lead_names(item, of.agencies), due)


def _next_tasks(of: FollowPicture, figures: ReportFigures, following: ReportingPeriod | None) -> list[NamedTask]:
    """Return the open tasks of which something is late or falls due by the end of the next period, by that day."""
    end = following.window.end if following else date.max
    found = []
    for row in figures.counted_rows(Counted.OPEN):
        plan = of.plans[row.plan_id]
        status = plan.status.statuses.get(row.item_id)
        still_open = [one for one in status.milestones if one.status not in CLOSED] if status else []
        due = min((one.milestone.due for one in still_open if one.milestone.due), default=None)
        if due is not None and due <= end:
            found.append(_named(of, plan, row.item_id, due))
    return sorted(found, key=lambda one: one.due or date.max)


def _not_answered(of: FollowPicture, period: ReportingPeriod) -> tuple[NotAnswered, ...]:
    """Return the agencies that have not said all that the period asks of them; a 9-month period asks for nothing."""
    asked: dict[int, list[tuple[int, bool]]] = {}
    for plan in of.plans.values():
        own = plan.tree.plan
        if period.key in {one.key for one in plan_periods(own.period, of.rules.periods, of.rules.special)}:
            owed = owed_updates(
                plan.status.items, period, plan.ledger.updates, of.as_of, of.rules.members, own.tracked_from
            )
            for one in owed:
                asked.setdefault(one.agency_id or UNKNOWN_AGENCY, []).append((one.item_id, one.given is not None))
    found = (
        NotAnswered(
            of.agencies.get(id_) or _NO_AGENCY,
            sum(given for _, given in rows),
            len(rows),
            tuple(item_id for item_id, given in rows if not given),
        )
        for id_, rows in asked.items()
    )
    return tuple(sorted((one for one in found if one.item_ids), key=lambda one: collation_key(one.agency)))


# --- the periods beside it ---------------------------------------------------------------------------------------


def _neighbour(rules: FollowUpRules, period: ReportingPeriod, *, later: bool) -> ReportingPeriod | None:
    """Return the regular period whose data end last before this one's end, or first after it."""
    end = period.window.end
    span = Period(date(max(end.year - 2, 1), 1, 1), date(min(end.year + 2, 9999), 12, 31))
    regular = [one for one in plan_periods(span, rules.periods, rules.special) if one.key != period.key]
    if later:
        return next((one for one in regular if one.window.end > end), None)
    return next((one for one in reversed(regular) if one.window.end < end), None)


_Before = tuple[ReportingPeriod, FollowPicture, _Kept | None, frozenset[int]]


def _since_last(
    workspace: Workspace, of: FollowPicture, period: ReportingPeriod, left_out: frozenset[int]
) -> _Before | None:
    """Return the last period with the plans that ran in it as of its day; None where there is nothing to compare."""
    last = _neighbour(of.rules, period, later=False)
    ids = [id_ for id_, plan in of.plans.items() if last and _overlap(plan.tree.plan.period, last.window)]
    if last is None or not ids:
        return None
    kept = _kept(workspace, last)
    then = kept.as_of if kept else last.figures
    return (last, picture_of(workspace, then, ids), kept, left_out) if then < of.as_of else None


def _changes(
    of: FollowPicture,
    figures: ReportFigures,
    last: ReportingPeriod,
    before: FollowPicture,
    kept: _Kept | None,
    left_out: frozenset[int],
) -> SinceLast:
    then = _figures(before, last, before.as_of, left_out, kept)
    was = {row.item_id: row.status for row in then.rows}
    rows = [row for row in figures.rows if row.plan_id in before.plans]

    def named(chosen: Iterable[ReportRow]) -> tuple[NamedTask, ...]:
        return tuple(_named_rows(of, chosen))

    return SinceLast(
        period=last,
        as_of=before.as_of,
        is_locked=kept is not None,
        figures=then,
        done=named(row for row in rows if row.status in COMPLETED and was.get(row.item_id) not in COMPLETED),
        overdue=named(row for row in rows if _became(row, was, Status.OVERDUE)),
        added=named(row for row in rows if row.item_id not in was and _arose(of, row)),
        dropped=named(row for row in rows if _became(row, was, Status.DROPPED)),
    )


def _became(row: ReportRow, was: Mapping[int, Status], status: Status) -> bool:
    return row.status is status and was.get(row.item_id) is not status


def _arose(of: FollowPicture, row: ReportRow) -> bool:
    item = of.plans[row.plan_id].tree.items.get(row.item_id)
    return item is not None and item.origin is ItemOrigin.ADDED
