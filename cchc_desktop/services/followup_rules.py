"""What the office has set for its follow-up: numbers of days, periods, 'gần đạt', its calendar; read and changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from cchc_desktop.domain.agencies.merging import living
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.days_off import DaysOff, calendar_of
from cchc_desktop.domain.followup.period_register import special_periods
from cchc_desktop.domain.followup.reporting import (
    DEFAULT_PERIOD_RULES,
    PeriodRule,
    ReportingPeriod,
    rule_from_json,
    rule_to_json,
)
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.domain.indicators.values import NEAR_POINTS as USUAL_NEAR_POINTS
from cchc_desktop.domain.written_numbers import parse_number
from cchc_desktop.services.workspace import Workspace

STATUS_RULES = "followup.status_rules"
"""Name of the setting with the numbers of days (`StatusRules` as JSON)."""
PERIOD_RULES = "followup.period_rules"
"""Name of the setting with the rules of the reporting periods: {"rules": [...]}."""
NEAR_POINTS = "followup.near_points"
"""Name of the setting with the points by which a percentage may miss its target and be 'gần đạt': {"points": "5"}."""
_LONGEST_DAYS = 366
_MOST_POINTS = 100


def follow_up_rules(workspace: Workspace) -> FollowUpRules:
    """Return everything that decides statuses besides the plan and what was recorded."""
    groups = {agency.id: agency.member_ids for agency in living(workspace.queries.agencies()) if agency.member_ids}
    return FollowUpRules(
        status_rules(workspace),
        period_rules(workspace),
        office_calendar(workspace),
        groups,
        special_reports(workspace),
    )


def office_calendar(workspace: Workspace) -> DaysOff:
    """Return the days off of all years that the plans reach, and of the one after them."""
    plans = workspace.queries.plans()
    years = {year for plan in plans for year in range(plan.period.start.year, min(plan.period.end.year, 9998) + 2)}
    return calendar_of(sorted(years), workspace.queries.days_off())


def special_reports(workspace: Workspace) -> tuple[ReportingPeriod, ...]:
    """Return the reporting periods with dates of their own, as `reporting.find_period` takes them."""
    return special_periods(workspace.queries.reporting_periods())


def status_rules(workspace: Workspace) -> StatusRules:
    """Return the numbers of days that the office has set, the usual ones where it has not."""
    kept = workspace.history.setting(STATUS_RULES, {})
    values = kept if isinstance(kept, Mapping) else {}
    known = {field.name: values[field.name] for field in fields(StatusRules) if _is_count(values.get(field.name))}
    return StatusRules(**known)


def save_status_rules(workspace: Workspace, rules: StatusRules) -> Changes:
    """Store the numbers of days; InvalidInput for one that is negative or longer than a year."""
    for days in asdict(rules).values():
        if days is not None and not 0 <= days <= _LONGEST_DAYS:
            raise InvalidInput(f"Số ngày {days} không dùng được. Nhập số từ 0 đến {_LONGEST_DAYS}.")
    with workspace.units(Operation("followup.status_rules", "Sửa số ngày nhắc hạn")) as unit:
        unit.settings.put(STATUS_RULES, asdict(rules))
        return unit.commit()


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LONGEST_DAYS


def near_points(workspace: Workspace) -> Decimal:
    """Return by how many points a percentage may miss its target and still be 'gần đạt'."""
    kept = workspace.history.setting(NEAR_POINTS, {})
    try:
        points = Decimal(kept["points"])
    except (KeyError, TypeError, ValueError, InvalidOperation):  # never set, or written by a newer program
        return USUAL_NEAR_POINTS
    return points if points.is_finite() and 0 <= points <= _MOST_POINTS else USUAL_NEAR_POINTS


def save_near_points(workspace: Workspace, text: str) -> Changes:
    """Store the points of 'gần đạt' as typed ('5', '2,5'); InvalidInput for no number, or one beyond 0 to 100."""
    points = parse_number(text)
    if not 0 <= points <= _MOST_POINTS:
        raise InvalidInput(f"“{text.strip()}” không dùng được. Nhập số điểm từ 0 đến {_MOST_POINTS}.")
    with workspace.units(Operation("followup.near_points", "Sửa mức coi là gần đạt")) as unit:
        unit.settings.put(NEAR_POINTS, {"points": f"{points:f}"})
        return unit.commit()


def period_rules(workspace: Workspace) -> tuple[PeriodRule, ...]:
    """Return the rules of the reporting periods, the usual ones where the office has set none that can be read."""
    kept = workspace.history.setting(PERIOD_RULES, {})
    try:
        rules = tuple(rule_from_json(values) for values in kept["rules"])
    except (KeyError, TypeError, ValueError):  # never set, or written by a newer program
        return DEFAULT_PERIOD_RULES
    return rules or DEFAULT_PERIOD_RULES


def save_period_rules(workspace: Workspace, rules: Sequence[PeriodRule]) -> Changes:
    """Store the rules of the reporting periods; InvalidInput for none, two with one key, or a window upside down."""
    _refuse_bad_rules(rules)
    with workspace.units(Operation("followup.period_rules", "Sửa quy tắc kỳ báo cáo")) as unit:
        unit.settings.put(PERIOD_RULES, {"rules": [rule_to_json(rule) for rule in rules]})
        return unit.commit()


def _refuse_bad_rules(rules: Sequence[PeriodRule]) -> None:
    if not rules:
        raise InvalidInput("Cần ít nhất một kỳ báo cáo.")
    codes = [rule.code if rule.closing_month else None for rule in rules]
    if len(set(codes)) < len(codes):
        raise InvalidInput("Có hai kỳ báo cáo trùng mã. Mỗi kỳ cần một mã riêng.")
    for rule in rules:
        try:
            found = rule.period(2025, 6)
        except (ValueError, KeyError, IndexError) as error:
            raise InvalidInput(
                f"Kỳ “{rule.title}” có tên hoặc các ngày không dùng được. Kiểm tra lại ngày đầu, ngày cuối của số liệu."
            ) from error
        if found.sent < found.submitted:
            raise InvalidInput(f"Kỳ “{found.title}” có ngày gửi cấp trên trước ngày trình ký.")
