"""The indicators of a report: values of the period and of the last one, verdicts as of the report's day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from cchc_desktop.domain.followup.reporting import ReportingPeriod, find_period
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.values import IndicatorValue, Judgement, Verdict
from cchc_desktop.domain.papers.report import IndicatorLine
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
    lines: dict[str, IndicatorLine] = {}
    for row in plan.tree.indicators:
        line = _line(row, judged[row.id], _newest_until(last_end, values.get(row.id, ()), ends))
        newest = judged[row.id].value
        if newest is not None and ends[newest.period] <= last_end:  # nothing was entered since
            line = replace(line, value=None, words="")
        lines[str(row.id)] = line
    if frozen is None:
        yield from lines.values()
        return
    for id_, line in _kept_lines(plan_id, lines, frozen).items():
        yield _frozen(line, frozen[id_], last_end, period.window.end, ends)


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


def words_to_json(rows: Sequence[Indicator]) -> dict[int, dict[str, Any]]:
    """Return what a closed period keeps of indicators besides verdict and values: their words and places, by id."""
    return {
        row.id: {
            "place": place,
            "group_number": row.group_number or "",
            "group": row.group_title or "",
            "number": row.number or "",
            "text": row.text,
            "unit": row.unit or "",
            "target": row.target_words or "",
            "agency": row.agency_words or "",
        }
        for place, row in enumerate(rows)
    }


def _kept_lines(
    plan_id: int, lines: Mapping[str, IndicatorLine], frozen: Mapping[str, Mapping[str, Any]]
) -> dict[str, IndicatorLine]:
    """Return the indicators that a closed period kept, those that are gone since too, in the order that they had.

    Their words are those of that time, to which the verdict belongs. The program did not keep words at first: such a
    line has its present ones, and is left out where it is gone.
    """
    found: list[tuple[int, str, IndicatorLine]] = []
    for place, (id_, line) in enumerate(lines.items()):
        if id_ in frozen:
            found.append((frozen[id_].get("words", {}).get("place", place), id_, line))
    for id_, kept in frozen.items():
        if id_ not in lines and "words" in kept:
            gone = IndicatorLine(plan_id, int(id_), verdict=Verdict(kept["verdict"]), **_words_of(kept))
            found.append((kept["words"]["place"], id_, gone))
    ordered = sorted(found, key=lambda one: one[:2])
    return {id_: replace(line, **_words_of(frozen[id_])) for _, id_, line in ordered}


def _words_of(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: text for name, text in kept.get("words", {}).items() if name != "place"}


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
