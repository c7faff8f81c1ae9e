"""Moments and words -> rules: the table of Vietnamese time phrases.

A new phrase is one row of `_GRAMMAR`: a pattern (see rewriting) and a builder of a few lines that returns a
PART, declines with None (the next row is tried), or raises Doubt where the words leave a choice open.
A missing year is taken only where the plan's period leaves exactly one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule import recurrences
from cchc_desktop.domain.schedule.model import Every, Rule, ScheduleKind
from cchc_desktop.domain.schedule.moments import MOMENT_KINDS, Moment
from cchc_desktop.domain.schedule.months import day_before
from cchc_desktop.domain.schedule.parts import UNITS, has_kind, moments_of, part_token
from cchc_desktop.domain.schedule.questions import Doubt, day_outside
from cchc_desktop.domain.schedule.rewriting import Built, Grammar
from cchc_desktop.domain.schedule.tokens import Token

Days = tuple[date, date]
_TURNS_BACK = "thời điểm kết thúc đứng trước thời điểm bắt đầu"


def read_phrases(tokens: Sequence[Token], period: Period) -> list[Token]:
    """Return the tokens with every understood phrase as a PART; Doubt where one leaves a choice open."""
    return _GRAMMAR.rewrite(tokens, period)


# ---- moments in the plan's period


def _only(moments: Sequence[Moment], period: Period, make: Callable[[Sequence[Days]], Rule]) -> Rule:
    """Return the one rule that lies in the plan, over the years that the words leave open."""
    is_open = any(moment.year is None for moment in moments)
    years = range(period.start.year, period.end.year + 1) if is_open else (period.start.year,)
    spans = [_days_in(moments, year) for year in years]
    made = [make(span) for span in spans if span is not None]
    found = [rule for rule in made if _is_inside(rule, period)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Doubt("chưa rõ năm")
    if not made:
        raise Doubt(_TURNS_BACK if len(moments) > 1 else "không có ngày này trong thời gian của kế hoạch")
    raise Doubt(day_outside("thời điểm này", period))


def _days_in(moments: Sequence[Moment], year: int) -> list[Days] | None:
    """Return the days of the moments, `year` standing in; None where they are impossible or turn back."""
    spans: list[Days] = []
    for moment in moments:
        days = moment.days(moment.year or year)
        if days is None or (spans and days[1] < spans[-1][0]):
            return None
        spans.append(days)
    return spans


def _is_inside(rule: Rule, period: Period) -> bool:
    if rule.start is None:
        return rule.due is not None and period.contains(rule.due)
    return rule.due is not None and period.clamp(rule.start, rule.due) is not None


def _last_good_day(moment: Moment, period: Period) -> Rule:
    """Build the deadline at the end of a moment; a span that the plan's end cuts ends there."""

    def make(days: Sequence[Days]) -> Rule:
        start, end = days[-1]
        inside = period.clamp(start, end)
        return Rule(ScheduleKind.DEADLINE, due=inside.end if inside and moment.day is None else end)

    return _only([moment], period, make)


def _day_before_it(moment: Moment, period: Period) -> Rule:
    return _only([moment], period, lambda days: Rule(ScheduleKind.DEADLINE, due=day_before(days[-1][0])))


def _whole(moment: Moment, period: Period) -> Rule:
    if moment.day is not None:
        return _last_good_day(moment, period)
    return _only([moment], period, lambda days: Rule(ScheduleKind.WINDOW, start=days[0][0], due=days[0][1]))


# ---- deadlines and windows


def _strict_deadline(tokens: Sequence[Token], period: Period) -> Built:
    """'Trước ngày 10/12/2025': the day before; a list of days follows the one 'trước'."""
    if _is_day_of_months(tokens):
        return recurrences.yearly(tokens, period)
    return part_token(*(_day_before_it(moment, period) for moment in moments_of(tokens)))


def _deadline(tokens: Sequence[Token], period: Period) -> Built:
    """'Chậm nhất 15/12/2025', 'Đến hết quý III', 'Cuối năm 2025': inclusive, the last day of a span."""
    if _is_day_of_months(tokens):
        return recurrences.yearly(tokens, period)
    return part_token(*(_last_good_day(moment, period) for moment in moments_of(tokens)))


def _is_day_of_months(tokens: Sequence[Token]) -> bool:
    """Tell a day of several months without a year ('ngày 09 các tháng 3, 6, 9, 12'): it is yearly."""
    listed = [token.value for token in tokens if token.kind == "DATE"]
    return len(listed) == 1 and len(listed[0]) > 1 and not any(moment.year for moment in listed[0])


def _window(tokens: Sequence[Token], period: Period) -> Built:
    """'Quý IV/2025', 'Trong tháng 7/2025'; a plain date is a deadline."""
    if _is_day_of_months(tokens):
        return recurrences.yearly(tokens, period)
    rules = [_whole(moment, period) for moment in moments_of(tokens)]
    return part_token(*rules, limits=all(token.kind in ("IN", "STAGE", "YEARS") for token in tokens))


def _range(tokens: Sequence[Token], period: Period) -> Built:
    """'Từ tháng 8 đến tháng 10/2025', 'Quý IV/2025- Quý II/2026', '2026 - tháng 2/2027'."""
    first, last = (token.value for token in tokens if token.kind in MOMENT_KINDS)
    strict = has_kind(tokens, "BEFORE")

    def make(days: Sequence[Days]) -> Rule:
        start, end = days[0][0], day_before(days[1][0]) if strict else days[1][1]
        if end < start:
            raise Doubt(_TURNS_BACK)
        return Rule(ScheduleKind.WINDOW, start=start, due=end)

    rule = _only([first[0], last[-1]], period, make)
    return part_token(rule, limits=first[0].months == last[-1].months == len(range(1, 13)))


def _onward(tokens: Sequence[Token], period: Period) -> Built:
    """'Quý IV/2025 và các năm tiếp theo': clear for whole years, or where the plan has no later year."""
    rules = [_whole(moment, period) for moment in moments_of(tokens)]
    last = rules[-1]
    if last.due is None or last.start is None:
        return None
    if period.end.year <= last.due.year:
        return part_token(*rules)
    if has_kind(tokens, "YEARS"):
        return part_token(Rule(ScheduleKind.WINDOW, start=rules[0].start, due=period.end), limits=True)
    raise Doubt("chưa rõ thời gian thực hiện của các năm tiếp theo")


def _unit_of_plan(tokens: Sequence[Token], period: Period) -> Built:
    """'Trong năm', 'Trong quý', 'Cuối năm': only where the plan holds one such unit."""
    unit = UNITS[tokens[-1].kind]
    size = {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}[unit]
    first = (period.start.month - 1) // size * size + 1
    moment = Moment(period.start.year, first, first + size - 1)
    days = moment.days(period.start.year)
    if days is None or not period.end <= days[1]:
        raise Doubt("chưa rõ năm" if unit is Every.YEAR else "chưa rõ tháng, quý nào")
    if has_kind(tokens, "LAST", "TO", "BY"):
        return part_token(_last_good_day(moment, period))
    return part_token(_whole(moment, period), limits=unit is Every.YEAR)


def _whole_plan(tokens: Sequence[Token], period: Period) -> Built:
    return part_token(Rule(ScheduleKind.WINDOW, start=period.start, due=period.end), limits=True)


def _standing(tokens: Sequence[Token], period: Period) -> Built:
    return part_token(Rule(ScheduleKind.STANDING))


_GRAMMAR: Grammar[Period] = Grammar(
    [
        ("by* BEFORE? sub (sep by? BEFORE? sub)* COMMA? PERIODIC? EVERY YEAR", recurrences.yearly),
        ("PERIODIC? EVERY YEAR sep? by* BEFORE? sub (sep by? BEFORE? sub)*", recurrences.yearly),
        ("by* BEFORE? (DAYNUM|NUM) PERIODIC? EVERY MONTH", recurrences.monthly),
        ("PERIODIC? EVERY MONTH sep? by* BEFORE? DAYNUM (?!MONTH)", recurrences.monthly),
        ("by* BEFORE? DAYNUM? EVERY? MONTH edge EVERY? QUARTER (sep tail)*", recurrences.month_in_unit),
        ("(TO|BY|IN|DAY)* LAST EVERY unit (sep EVERY? unit)*", recurrences.units),
        ("DAY LAST unit (sep EVERY? unit)*", recurrences.units),
        ("every* NUM? unit (SLASH TIMES|SLASH? NUM TIMES)", recurrences.counted),
        ("every* NUM TIMES (SLASH|COMMA)? EVERY? NUM? unit", recurrences.counted),
        ("every+ NUM MONTH", recurrences.counted),
        ("every+ unit ((sep|DASH) every* unit)*", recurrences.units),
        ("unit (sep every* unit)+", recurrences.units),
        ("EVERY DAY", _standing),
        ("STANDING", _standing),
        ("(FROM|IN|STAGE)* moment (TO|DASH) by* BEFORE? moment", _range),
        ("(IN|STAGE)* moment (sep (IN|STAGE)? moment)* sep? LATER", _onward),
        ("(TO|BY|IN)* BEFORE moment (sep BEFORE? DATE)*", _strict_deadline),
        ("(TO|BY)+ LAST? moment (sep (TO|BY)? DATE)*", _deadline),
        ("IN? LAST moment", _deadline),
        ("(IN|STAGE)* moment", _window),
        ("(IN|LAST|TO|BY)+ (YEAR|QUARTER|MONTH)", _unit_of_plan),
        ("IN? STAGE", _whole_plan),
    ],
    aliases={
        "by": "TO|BY|IN",
        "sep": "COMMA|AND|SEMI",
        "sub": "DATE|MONTHS|QUARTERS|BLOCK",
        "moment": "DATE|MONTHS|QUARTERS|BLOCK|YEARS",
        "unit": "MONTH|QUARTER|SIX|NINE|YEAR",
        "every": "EVERY|PERIODIC",
        "edge": "FIRST|MID|LAST",
        "tail": "EVERY? MONTH? (FIRST|MID|LAST)? (QUARTER|SIX|NINE|YEAR)",
    },
)
