"""The indicators of a report: values of the period and of the last one, verdicts as of the report's day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from cchc_desktop.domain.indicator_values import IndicatorValue, Judgement, Verdict
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.report import IndicatorLine
from cchc_desktop.domain.reporting import ReportingPeriod, find_period
from cchc_desktop.services.followup import FollowedPlan
from cchc_desktop.services.followup_rules import period_rules, special_reports
from cchc_desktop.services.measuring import judgements
from cchc_desktop.services.workspace import Workspace


def indicator_lines(
    workspace: Workspace,
    plans: Sequence[FollowedPlan],
    period: ReportingPeriod,
    as_of: date,
    last: ReportingPeriod | None,
    kept: Mapping[int, Mapping[str, Any]],
) -> tuple[IndicatorLine, ...]:
    """Return the indicators of some plans in their order; `kept` are a locked period's figures by plan."""
    return tuple(line for plan in plans for line in _of_plan(workspace, plan, period, as_of, last, kept))


def _of_plan(
    workspace: Workspace,
    plan: FollowedPlan,
    period: ReportingPeriod,
    as_of: date,
    last: ReportingPeriod | None,
    kept: Mapping[int, Mapping[str, Any]],
) -> Iterator[IndicatorLine]:
    plan_id = plan.tree.plan.id
    values = workspace.queries.indicator_values(plan_id)
    judged = judgements(workspace, plan.tree, values, as_of)
    frozen = kept[plan_id]["indicators"] if plan_id in kept else None
    last_end = last.window.end if last else date.min
    told = [value.period for of_row in values.values() for value in of_row]
    told += [key for one in (frozen or {}).values() for key in one["values"]]
    ends = _ends(workspace, told)
    for row in plan.tree.indicators:
        line = _line(row, judged[row.id], _newest_until(last_end, values.get(row.id, ()), ends))
        newest = judged[row.id].value
        if newest is not None and ends[newest.period] <= last_end:  # nothing was entered since
            line = replace(line, value=None, words="")
        if frozen is None:
            yield line
        elif str(row.id) in frozen:
            yield _frozen(line, frozen[str(row.id)], last_end, period.window.end, ends)


def _ends(workspace: Workspace, keys: Iterable[str]) -> Mapping[str, date]:
    """Return the last day of each period for which there is a value; that of an unknown one is no day of any."""
    rules, special = period_rules(workspace), special_reports(workspace)
    found = {key: find_period(key, rules, special) for key in dict.fromkeys(keys)}
    return {key: period.window.end if period else date.max for key, period in found.items()}


def _newest_until(day: date, values: Sequence[IndicatorValue], ends: Mapping[str, date]) -> IndicatorValue | None:
    stood = [value for value in values if ends[value.period] <= day]
    return max(stood, key=lambda value: (ends[value.period], value.id), default=None)


def _line(row: Indicator, judged: Judgement, before: IndicatorValue | None) -> IndicatorLine:
    value = judged.value
    return IndicatorLine(
        plan_id=row.plan_id,
        indicator_id=row.id,
        group_number=row.group_number or "",
        group=row.group_title or "",
        number=row.number or "",
        text=row.text,
        unit=row.unit or "",
        target=row.target_words or "",
        agency=row.agency_words or "",
        verdict=judged.verdict,
        value=judged.amount,
        words=(value.words or "") if value else "",
        before=before.amount if before else None,
        before_words=(before.words or "") if before else "",
    )


def _frozen(
    line: IndicatorLine, kept: Mapping[str, Any], last_end: date, end: date, ends: Mapping[str, date]
) -> IndicatorLine:
    """Return a line with the verdict that a closed period kept, and the values that it had then."""
    value, words = _read(_newest_words(kept["values"], ends, last_end, end))
    before, before_words = _read(_newest_words(kept["values"], ends, date.min, last_end))
    return replace(
        line,
        verdict=Verdict(kept["verdict"]),
        value=value,
        words=words,
        before=before,
        before_words=before_words,
    )


def _newest_words(values: Mapping[str, str | None], ends: Mapping[str, date], after: date, until: date) -> str:
    """Return the value of the period that ends last between two days, '' for none."""
    found = [(ends[key], words) for key, words in values.items() if words and after < ends[key] <= until]
    return max(found, key=lambda one: one[0])[1] if found else ""


def _read(words: str) -> tuple[Decimal | None, str]:
    try:
        return Decimal(words), ""
    except InvalidOperation:
        return None, words
