"""Builders of recurrences: units ('hằng quý'), counts ('6 tháng/lần'), named days and months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import CLOSING_MONTHS, Every, Rule, ScheduleKind
from cchc_desktop.domain.schedule.moments import MOMENT_KINDS, Moment
from cchc_desktop.domain.schedule.parts import UNITS, has_kind, moments_of, part_token
from cchc_desktop.domain.schedule.questions import Doubt
from cchc_desktop.domain.schedule.rewriting import Built
from cchc_desktop.domain.schedule.tokens import Token

_MONTHS_OF_EDGE: Mapping[str, Mapping[Every, tuple[int, ...]]] = {
    "FIRST": {
        Every.QUARTER: (1, 4, 7, 10),
        Every.HALF_YEAR: (1, 7),
        Every.NINE_MONTHS: (1,),
        Every.YEAR: (1,),
    },
    "MID": {Every.QUARTER: (2, 5, 8, 11)},
    "LAST": CLOSING_MONTHS,
}
_UNITS_BY_MONTHS = {1: Every.MONTH, 3: Every.QUARTER, 6: Every.HALF_YEAR, 12: Every.YEAR}
_SHORTEST_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _recurrence(every: Every, **details: Any) -> Rule:
    return Rule(ScheduleKind.RECURRENCE, every=every, **details)


def units(tokens: Sequence[Token], period: Period) -> Built:
    """'Hàng quý, 6 tháng, 9 tháng, năm', 'Cuối mỗi quý'."""
    named = dict.fromkeys(UNITS[token.kind] for token in tokens if token.kind in UNITS)
    return part_token(*(_recurrence(unit) for unit in named))


def counted(tokens: Sequence[Token], period: Period) -> Built:
    """'6 tháng/lần', '1 lần/năm', 'mỗi 3 tháng'; '2 lần/năm' does not say when."""
    index = next(index for index, token in enumerate(tokens) if token.kind in UNITS)
    size = tokens[index - 1].value if index and tokens[index - 1].kind == "NUM" else 1
    counts = [token.value for place, token in enumerate(tokens) if token.kind == "NUM" and place != index - 1]
    unit = UNITS[tokens[index].kind]
    if unit is Every.MONTH and size in _UNITS_BY_MONTHS:
        unit, size = _UNITS_BY_MONTHS[size], 1
    if size != 1 or any(count != 1 for count in counts) or unit is Every.NINE_MONTHS:
        raise Doubt("chưa rõ các mốc trong kỳ")
    return part_token(_recurrence(unit))


def _checked_day(day: int, months: Sequence[int]) -> int:
    """Return the day of the month, or ask where one of the months can be too short for it."""
    shortest = min(_SHORTEST_MONTHS[month - 1] for month in months)
    if not 1 <= day <= shortest:
        raise Doubt(f"không phải tháng nào cũng có ngày {day:02d}")
    return day


def monthly(tokens: Sequence[Token], period: Period) -> Built:
    """'Ngày 20 hằng tháng', 'Trước ngày 15 hàng tháng'."""
    day = next(token.value for token in tokens if token.kind in ("DAYNUM", "NUM"))
    checked = _checked_day(day, CLOSING_MONTHS[Every.MONTH])
    return part_token(_recurrence(Every.MONTH, day=checked, before=has_kind(tokens, "BEFORE")))


def month_in_unit(tokens: Sequence[Token], period: Period) -> Built:
    """'Trước ngày 10 của tháng cuối quý', 'Ngày 05 tháng đầu quý', 'tháng cuối quý, năm'."""
    start = next(index for index, token in enumerate(tokens) if token.kind == "MONTH")
    table = _MONTHS_OF_EDGE[tokens[start + 1].kind]
    named = [UNITS[token.kind] for token in tokens[start + 1 :] if token.kind in UNITS]
    if any(unit not in table for unit in named):
        return None
    day = next((token.value for token in tokens if token.kind == "DAYNUM"), None)
    if day is None and has_kind(tokens, "BEFORE"):
        day = 1
    return part_token(*(_in_months(unit, table[unit], day, has_kind(tokens, "BEFORE")) for unit in named))


def _in_months(every: Every, months: tuple[int, ...], day: int | None, before: bool) -> Rule:
    if day is None:
        return _recurrence(every, months=months, span=1)
    return _recurrence(every, months=months, day=_checked_day(day, months), before=before)


def yearly(tokens: Sequence[Token], period: Period) -> Built:
    """'Trước 15/12 hàng năm', 'Tháng 6, 12 hằng năm', 'Quý IV hàng năm'; declines a named year."""
    if any(moment.year for moment in moments_of(tokens)):
        return None
    return part_token(*_grouped(_yearly_rules(tokens)))


def _yearly_rules(tokens: Sequence[Token]) -> Iterator[Rule]:
    before = False
    for token in tokens:
        before = before or token.kind == "BEFORE"
        for moment in token.value if token.kind in MOMENT_KINDS else ():
            yield _each_year(moment, before)


def _each_year(moment: Moment, before: bool) -> Rule:
    if moment.day is None and not before:
        return _recurrence(Every.YEAR, months=(moment.last,), span=moment.months)
    day = _checked_day(moment.day or 1, (moment.first,))
    return _recurrence(Every.YEAR, months=(moment.first,), day=day, before=before)


def _grouped(rules: Iterator[Rule]) -> list[Rule]:
    """Join the yearly rules that differ in their month only; adjoining quarters or months are one window."""
    groups: dict[tuple[int | None, bool, int | None], list[int]] = {}
    for rule in rules:
        groups.setdefault((rule.day, rule.before, rule.span), []).append(rule.months[0])
    return [
        _recurrence(Every.YEAR, months=tuple(sorted(set(months))), day=day, before=before, span=span)
        for (day, before, span), months in groups.items()
    ]
