"""Use cases on reporting periods (kỳ báo cáo): dates set by hand, reports out of turn, locking with a snapshot."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.followup.reporting import (
    PeriodRule,
    PeriodStep,
    ReportingPeriod,
    find_period,
    period_of_key,
    report_periods,
    rule_periods,
    special_period,
)
from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.services.followup import FollowedPlan, all_status, followed_plan
from cchc_desktop.services.followup_rules import period_rules, special_reports
from cchc_desktop.services.measuring import value_words, verdicts
from cchc_desktop.services.papers.report_indicators import words_to_json
from cchc_desktop.services.papers.report_rows import report_rows, rows_to_json
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


def periods_within(workspace: Workspace, span: Period) -> tuple[ReportingPeriod, ...]:
    """Return the regular periods that end in a span, with the dates set by hand, and the reports out of turn."""
    return report_periods(span, period_rules(workspace), special_reports(workspace))


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One period as the list shows it.

    `locked_at` is the moment in UTC at which its figures were closed. `is_own`: somebody set one of its dates;
    `is_special`: it is a report out of turn, that no rule gives.
    """

    period: ReportingPeriod
    locked_at: datetime | None = None
    is_own: bool = False
    is_special: bool = False

    @property
    def is_locked(self) -> bool:
        """Tell whether the figures are closed."""
        return self.locked_at is not None


def report_years(workspace: Workspace) -> tuple[int, ...]:
    """Return the years for which reports are made: those of the plans that are no superior's, and this one."""
    own = [plan.period for plan in workspace.queries.plans() if not plan.superior]
    years = {year for period in own for year in range(period.start.year, period.end.year + 1)}
    return tuple(sorted({*years, workspace.clock.today().year}))


def period_lines(workspace: Workspace, year: int, *, on_request: bool = False) -> tuple[PeriodLine, ...]:
    """Return the periods whose data end in a year, by that end; `on_request` adds those made when asked for."""
    rules, span = period_rules(workspace), Period(date(year, 1, 1), date(year, 12, 31))
    kept = {one.key: one for one in workspace.queries.reporting_periods()}
    found = {period.key: period for period in periods_within(workspace, span)}
    if on_request:
        found = {period.key: period for period in rule_periods(span, rules)} | found
    ordered = sorted(found.values(), key=lambda period: (period.window.end, period.window.start))
    return tuple(_line(period, kept.get(period.key), rules) for period in ordered)


def _line(period: ReportingPeriod, kept: KeptPeriod | None, rules: Sequence[PeriodRule]) -> PeriodLine:
    by_rule = find_period(period.key, rules)
    is_own = kept is not None and by_rule is not None and kept.period != by_rule
    return PeriodLine(period, kept.locked_at if kept else None, is_own, by_rule is None)


def reporting_period(workspace: Workspace, key: str) -> ReportingPeriod:
    """Return the period that a key names, with the dates set by hand; InvalidInput."""
    return period_of_key(key, period_rules(workspace), special_reports(workspace))


def set_dates(workspace: Workspace, key: str, dates: Mapping[PeriodStep, date]) -> Changes:
    """Set some of the four dates of one period by hand; InvalidInput for a locked one or one sent before signing."""
    period = reporting_period(workspace, key)
    changed = replace(period, **{step.value: day for step, day in dates.items()})  # type: ignore[arg-type]
    _refuse_bad_dates(changed)
    with workspace.units(Operation("period.dates", about("Sửa các ngày của kỳ báo cáo", period.title))) as unit:
        before = _kept(workspace, key)
        _require_open(before)
        if before:
            unit.reporting_periods.update(replace(before, period=changed))
        else:
            unit.reporting_periods.add(KeptPeriod(changed))
        return unit.commit()


def add_special(
    workspace: Workspace, window: Period, hand_in: date, submitted: date, sent: date, title: str = ""
) -> tuple[str, Changes]:
    """Add a report out of turn (đột xuất) and return its key; InvalidInput where one ends its data on that day."""
    period = special_period(window, hand_in, submitted, sent, title.strip())
    _refuse_bad_dates(period)
    with workspace.units(Operation("period.add", about("Thêm kỳ báo cáo", period.title))) as unit:
        if _kept(workspace, period.key):
            raise InvalidInput(f"Đã có kỳ báo cáo với số liệu đến ngày {show_day(window.end)}.")
        unit.reporting_periods.add(KeptPeriod(period))
        return period.key, unit.commit()


def reset_dates(workspace: Workspace, key: str) -> Changes:
    """Put what was set for a period away: a regular one follows its rule again, one out of turn is gone."""
    with workspace.units(Operation("period.reset", "Bỏ các ngày đã đặt riêng của kỳ báo cáo")) as unit:
        before = _kept(workspace, key)
        _require_open(before)
        if before:
            unit.reporting_periods.delete(before.id)
        return unit.commit()


def lock(workspace: Workspace, key: str) -> Changes:
    """Close the figures of a period and keep what they are, as of its day of figures or today before it.

    Undo opens it again. InvalidInput where it is closed already or its data have not begun.
    """
    period, today = reporting_period(workspace, key), workspace.clock.today()
    if today < period.window.start:
        raise InvalidInput(f"Số liệu của kỳ này bắt đầu từ ngày {show_day(period.window.start)} nên chưa chốt được.")
    with workspace.units(Operation("period.lock", about("Chốt số liệu kỳ báo cáo", period.title))) as unit:
        before = _kept(workspace, key)
        _require_open(before)
        figures = snapshot_of(workspace, period, min(today, period.figures))
        facts = {"locked_at": workspace.clock.now(), "snapshot": figures}
        if before:
            unit.reporting_periods.update(replace(before, **facts))  # type: ignore[arg-type]
        else:
            unit.reporting_periods.add(KeptPeriod(period, **facts))  # type: ignore[arg-type]
        return unit.commit()


def figures_to_lock(workspace: Workspace, key: str) -> dict[str, Any]:
    """Return what `lock` would keep of a period now (see `snapshot_of`); InvalidInput for a key that names none."""
    period = reporting_period(workspace, key)
    return snapshot_of(workspace, period, min(workspace.clock.today(), period.figures))


def figures_now(workspace: Workspace, key: str) -> Any:
    """Return what the figures of a locked period would be by what is recorded now, None where it is open.

    They are as of the day of the kept ones: what differs was recorded or changed after the period was locked.
    """
    kept = locked_figures(workspace, key)
    if kept is None:
        return None
    return snapshot_of(workspace, reporting_period(workspace, key), date.fromisoformat(kept["as_of"]))


def locked_figures(workspace: Workspace, key: str) -> Any:
    """Return what `lock` kept of a period (see `snapshot_of`), None where it is open."""
    kept = _kept(workspace, key)
    return kept.snapshot if kept and kept.is_locked else None


def snapshot_of(workspace: Workspace, period: ReportingPeriod, as_of: date) -> dict[str, Any]:
    """Return the figures of all plans that run in a period as plain JSON: counts, statuses, values.

    A plan that has ended since presses nobody any more, but what it came to belongs to the report of its time.
    """
    pressing = all_status(workspace, as_of)
    ended = _ended_plans(workspace, as_of, {plan.tree.plan.id for plan in pressing})
    plans = [plan for plan in (*pressing, *ended) if _overlaps(plan.tree.plan.period, period.window)]
    return {
        "period": period.key,
        "as_of": as_of.isoformat(),
        "plans": [_plan_figures(workspace, plan, period, as_of) for plan in plans],
    }


def _ended_plans(workspace: Workspace, as_of: date, known: Collection[int]) -> Iterator[FollowedPlan]:
    for plan in workspace.queries.plans():
        if plan.state is PlanState.CLOSED and not plan.superior and plan.id not in known:
            yield followed_plan(workspace, plan.id, as_of)


def _plan_figures(workspace: Workspace, plan: FollowedPlan, period: ReportingPeriod, as_of: date) -> dict[str, Any]:
    status, plan_id = plan.status, plan.tree.plan.id
    values = workspace.queries.indicator_values(plan_id)
    words = words_to_json(plan.tree.indicators)
    return {
        "plan_id": plan_id,
        "title": plan.tree.plan.title,
        "total": counts(status.total),
        "sub_items": counts(status.sub_items),
        "by_section": {str(section_id): counts(roll_up) for section_id, roll_up in status.by_section.items()},
        "by_agency": {str(agency_id or ""): counts(roll_up) for agency_id, roll_up in status.by_agency.items()},
        "items": {str(item_id): str(found.status) for item_id, found in status.statuses.items()},
        "rows": rows_to_json(report_rows(plan, period, as_of)),
        "indicators": {
            str(indicator_id): {
                "verdict": str(judged.verdict),
                "words": words[indicator_id],
                "values": {value.period: value_words(value) for value in values.get(indicator_id, ())},
            }
            for indicator_id, judged in verdicts(workspace, plan_id, as_of).items()
        },
    }


def counts(roll_up: RollUp) -> dict[str, int]:
    """Return how many items have which status, by its code, without the empty ones."""
    return {str(status): count for status, count in sorted(roll_up.counts.items()) if count}


def _overlaps(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _kept(workspace: Workspace, key: str) -> KeptPeriod | None:
    return next((one for one in workspace.queries.reporting_periods() if one.key == key.strip()), None)


def _require_open(kept: KeptPeriod | None) -> None:
    if kept and kept.is_locked:
        raise InvalidInput("Kỳ báo cáo này đã chốt số liệu. Hãy hoàn tác việc chốt số liệu trước khi sửa.")


def _refuse_bad_dates(period: ReportingPeriod) -> None:
    if period.sent < period.submitted:
        raise InvalidInput(
            f"Ngày gửi cấp trên {show_day(period.sent)} trước ngày trình ký {show_day(period.submitted)}. "
            "Kiểm tra lại hai ngày này."
        )
    if period.submitted < period.window.start:
        raise InvalidInput(f"Ngày trình ký {show_day(period.submitted)} trước khi kỳ số liệu bắt đầu.")
