"""Use cases on reporting periods (kỳ báo cáo): dates set by hand, reports out of turn, locking with a snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.period_register import KeptPeriod
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.reporting import (
    PeriodStep,
    ReportingPeriod,
    period_of_key,
    plan_periods,
    special_period,
)
from cchc_desktop.domain.rollups import RollUp
from cchc_desktop.services.followup import FollowedPlan, all_status
from cchc_desktop.services.followup_rules import period_rules, special_reports
from cchc_desktop.services.measuring import value_words, verdicts
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


def periods_within(workspace: Workspace, span: Period) -> tuple[ReportingPeriod, ...]:
    """Return the regular periods that end in a span, with the dates set by hand, and the reports out of turn."""
    kept = {period.key: period for period in special_reports(workspace) if span.contains(period.window.end)}
    regular = {period.key: period for period in plan_periods(span, period_rules(workspace))}
    return tuple(sorted({**regular, **kept}.values(), key=lambda period: (period.window.end, period.window.start)))


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


def locked_figures(workspace: Workspace, key: str) -> Any:
    """Return what `lock` kept of a period (see `snapshot_of`), None where it is open."""
    kept = _kept(workspace, key)
    return kept.snapshot if kept and kept.is_locked else None


def snapshot_of(workspace: Workspace, period: ReportingPeriod, as_of: date) -> dict[str, Any]:
    """Return the figures of all followed plans that run in a period as plain JSON: counts, statuses, values."""
    plans = [plan for plan in all_status(workspace, as_of) if _overlaps(plan.tree.plan.period, period.window)]
    return {
        "period": period.key,
        "as_of": as_of.isoformat(),
        "plans": [_plan_figures(workspace, plan, as_of) for plan in plans],
    }


def _plan_figures(workspace: Workspace, plan: FollowedPlan, as_of: date) -> dict[str, Any]:
    status, plan_id = plan.status, plan.tree.plan.id
    values = workspace.queries.indicator_values(plan_id)
    return {
        "plan_id": plan_id,
        "title": plan.tree.plan.title,
        "total": counts(status.total),
        "sub_items": counts(status.sub_items),
        "by_section": {str(section_id): counts(roll_up) for section_id, roll_up in status.by_section.items()},
        "by_agency": {str(agency_id or ""): counts(roll_up) for agency_id, roll_up in status.by_agency.items()},
        "items": {str(item_id): str(found.status) for item_id, found in status.statuses.items()},
        "indicators": {
            str(indicator_id): {
                "verdict": str(judged.verdict),
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
