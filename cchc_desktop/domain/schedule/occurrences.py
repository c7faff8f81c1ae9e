"""Rules -> milestones inside a period, each with a key that outlives a change of its due date.

Keys: a recurrence is named by its unit ('2025-06', '2025-Q3', '2025-H1', '2025-9M', '2025'); a yearly rule
with several months by month, quarter or half ('2025-06', '2025-Q4'); the only one-off rule is 'once', one of
several is named by the span it covers. Equal due dates are one milestone under the key of the finest unit.
An occurrence whose last day lies outside the period is not listed; its window's start is clamped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import CLOSING_MONTHS, Every, Occurrence, Rule, ScheduleKind
from cchc_desktop.domain.schedule.months import day_before, month_end, month_start, months_back

_RANK = {unit: rank for rank, unit in enumerate(Every)}
_ONE_OFF_RANK = len(_RANK)
_UNIT_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.NINE_MONTHS: 9, Every.YEAR: 12}
_DATED_ONCE = (ScheduleKind.DEADLINE, ScheduleKind.WINDOW, ScheduleKind.EXTERNAL)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A milestone before merging: the lower rank names the merged one."""

    rank: int
    key: str
    start: date
    due: date


def occurrences(rules: Sequence[Rule], period: Period) -> tuple[Occurrence, ...]:
    """Return the milestones of the rules inside the period, by due date; keys are unique."""
    dated = [rule for rule in rules if rule.kind in _DATED_ONCE and rule.due is not None]
    found = [_one_off(rule, period, alone=len(dated) == 1) for rule in dated]
    for rule in rules:
        if rule.every is not None:
            found.extend(_recurring(rule, rule.every, period))
    return _named_apart(_merged(candidate for candidate in found if candidate is not None))


def _one_off(rule: Rule, period: Period, *, alone: bool) -> _Candidate | None:
    assert rule.due is not None
    if rule.kind is ScheduleKind.DEADLINE or rule.start is None:
        span = Period(period.start, rule.due) if period.contains(rule.due) else None
    else:
        span = period.clamp(rule.start, rule.due)
    if span is None:
        return None
    return _Candidate(_ONE_OFF_RANK, "once" if alone else _span_key(rule), span.start, span.end)


def _span_key(rule: Rule) -> str:
    """Name a one-off rule among several by the year, half, quarter or month that it covers."""
    assert rule.due is not None
    start = rule.start or rule.due
    if start.year == rule.due.year:
        return _covering_key(rule.due.year, start.month, rule.due.month)
    return _month_key(rule.due.year, rule.due.month)


def _covering_key(year: int, first: int, last: int) -> str:
    whole = {(1, 12): f"{year}", (1, 6): f"{year}-H1", (7, 12): f"{year}-H2", (1, 9): f"{year}-9M"}
    whole |= {(quarter * 3 - 2, quarter * 3): f"{year}-Q{quarter}" for quarter in range(1, 5)}
    return whole.get((first, last), _month_key(year, last))


def _recurring(rule: Rule, every: Every, period: Period) -> Iterator[_Candidate]:
    limit = period.clamp(rule.start or date.min, rule.due or date.max)
    if limit is None:
        return
    # One year more: 'trước tháng 1' falls due in December of the year before.
    for year in range(limit.start.year, min(limit.end.year + 1, date.max.year) + 1):
        for month in rule.months or CLOSING_MONTHS[every]:
            due = _due(rule, year, month)
            if limit.contains(due):
                start = min(max(_window_start(rule, every, year, month), limit.start), due)
                yield _Candidate(_RANK[every], _key(rule, every, year, month), start, due)


def _due(rule: Rule, year: int, month: int) -> date:
    last = month_end(year, month)
    if rule.day is None:
        return last
    due = last.replace(day=min(rule.day, last.day))
    return day_before(due) if rule.before else due


def _window_start(rule: Rule, every: Every, year: int, month: int) -> date:
    if rule.span is not None:
        return months_back(month_start(year, month), rule.span - 1)
    size = _UNIT_MONTHS[every]
    first = 1 if every is Every.NINE_MONTHS else (month - 1) // size * size + 1
    return month_start(year, first)


def _key(rule: Rule, every: Every, year: int, month: int) -> str:
    if every is Every.YEAR and len(rule.months) > 1:
        return _covering_key(year, max(month - (rule.span or 1) + 1, 1), month)
    return _unit_key(every, year, month)


def _unit_key(every: Every, year: int, month: int) -> str:
    names = {
        Every.MONTH: _month_key(year, month),
        Every.QUARTER: f"{year}-Q{(month + 2) // 3}",
        Every.HALF_YEAR: f"{year}-H{(month + 5) // 6}",
        Every.NINE_MONTHS: f"{year}-9M",
        Every.YEAR: f"{year}",
    }
    return names[every]


def _month_key(year: int, month: int) -> str:
    return f"{year}-{month:02d}"


def _merged(found: Iterable[_Candidate]) -> list[_Candidate]:
    """Return one candidate for each due date, the finest, by date."""
    finest: dict[date, _Candidate] = {}
    for candidate in found:
        other = finest.get(candidate.due)
        if other is None or (candidate.rank, candidate.key) < (other.rank, other.key):
            finest[candidate.due] = candidate
    return [finest[due] for due in sorted(finest)]


def _named_apart(found: Sequence[_Candidate]) -> tuple[Occurrence, ...]:
    """Number the milestones that share a key ('2025-06', '2025-06-2'): two days in one month."""
    taken: set[str] = set()
    result = []
    for candidate in found:
        key, number = candidate.key, 1
        while key in taken:
            number += 1
            key = f"{candidate.key}-{number}"
        taken.add(key)
        result.append(Occurrence(key, candidate.start, candidate.due))
    return tuple(result)
