"""Tokens -> moments: dates, months, quarters, parts of a year and years, with or without their year.

Impossible ones ('31/02/2025', 'tháng 13', 'quý V') become a BAD token that holds the reason: it matters only
where it is not inside the words of an event ('theo Quyết định số 45/13 …').
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from cchc_desktop.domain.schedule.months import month_end, month_start
from cchc_desktop.domain.schedule.rewriting import Built, Grammar
from cchc_desktop.domain.schedule.tokens import Token

_LEAP_YEAR = 2024
_CENTURIES = ("19", "20", "21")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or the months `first`..`last`, of a year that the words may leave out."""

    year: int | None
    first: int
    last: int
    day: int | None = None

    @property
    def months(self) -> int:
        """Return how many months the moment covers."""
        return self.last - self.first + 1

    def days(self, year: int) -> tuple[date, date] | None:
        """Return the first and the last day in that year; None where the year lacks the day (29/02)."""
        if self.day is None:
            return month_start(year, self.first), month_end(year, self.last)
        if self.day > monthrange(year, self.first)[1]:
            return None
        return date(year, self.first, self.day), date(year, self.first, self.day)


MOMENT_KINDS = ("DATE", "MONTHS", "QUARTERS", "BLOCK", "YEARS")
# What may stand between two moments of which the second lends its year to the first.
_LINKS = frozenset({"COMMA", "AND", "DASH", "TO", "BY", "BEFORE", "FROM", "IN"})


def read_moments(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with dates and spans joined; in 'tháng 8 đến tháng 10/2025' both have the year."""
    return _with_years_lent(_GRAMMAR.rewrite(tokens, None))


def _with_years_lent(tokens: list[Token]) -> list[Token]:
    lender: Moment | None = None
    for index in reversed(range(len(tokens))):
        token = tokens[index]
        if token.kind in MOMENT_KINDS:
            moments = _lent(token.value, lender)
            tokens[index] = replace(token, value=moments)
            lender = moments[0]
        elif token.kind not in _LINKS:
            lender = None
    return tokens


def _lent(moments: tuple[Moment, ...], lender: Moment | None) -> tuple[Moment, ...]:
    """Give the lender's year to earlier moments of the same year; 'quý IV và quý I/2026' stays open."""
    if lender is None or lender.year is None or any(one.year or one.first > lender.first for one in moments):
        return moments
    return tuple(replace(one, year=lender.year) for one in moments)


def _numbers(tokens: Sequence[Token], kinds: tuple[str, ...] = ("NUM", "ROMAN")) -> list[int]:
    return [token.value for token in tokens if token.kind in kinds]


def _year(tokens: Sequence[Token]) -> int | None:
    return next((token.value for token in reversed(tokens) if token.kind == "Y"), None)


def _bad(reason: str) -> Built:
    return "BAD", reason


def _dates(days: Sequence[int], months: Sequence[int], year: int | None) -> Built:
    """Build the same days in each month, or say which is impossible."""
    for month in months:
        if not 1 <= month <= 12:
            return _bad(f"không có tháng {month}")
        for day in days:
            if not 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]:
                return _bad(f"không có ngày {day:02d}/{month:02d}" + (f"/{year}" if year else ""))
    return "DATE", tuple(Moment(year, month, month, day) for month in months for day in days)


def _full_date(tokens: Sequence[Token], _: None) -> Built:
    day, month, year = tokens[-1].value.replace("-", "/").replace(".", "/").split("/")
    if len(year) == len("25"):
        year = f"20{year}"
    if not year.startswith(_CENTURIES):
        return _bad(f"chưa rõ năm {year}")
    return _dates([int(day)], [int(month)], int(year))


def _short_date(tokens: Sequence[Token], _: None) -> Built:
    day, month = _numbers(tokens)
    return _dates([day], [month], _year(tokens))


def _spelled_date(tokens: Sequence[Token], _: None) -> Built:
    """'ngày 31 tháng 12 năm 2025'; 'ngày 09 các tháng 3, 6, 9, 12'."""
    day, *months = _numbers(tokens)
    return _dates([day], months, _year(tokens))


def _listed(tokens: Sequence[Token], highest: int, name: str) -> tuple[list[int], str | None]:
    """Return the numbers of a list, a dash meaning all between, and the reason when one is impossible."""
    numbers: list[int] = []
    for before, token in pairwise(tokens):
        if token.kind not in ("NUM", "ROMAN"):
            continue
        if not 1 <= token.value <= highest:
            return [], f"không có {name} {token.value}"
        if before.kind == "DASH" and numbers and token.value < numbers[-1]:
            return [], "thời điểm kết thúc đứng trước thời điểm bắt đầu"
        numbers.extend(range(numbers[-1] + 1, token.value) if before.kind == "DASH" and numbers else ())
        numbers.append(token.value)
    return sorted(set(numbers)), None


def _months(tokens: Sequence[Token], _: None) -> Built:
    numbers, reason = _listed(tokens, 12, "tháng")
    return _bad(reason) if reason else ("MONTHS", tuple(Moment(_year(tokens), n, n) for n in numbers))


def _quarters(tokens: Sequence[Token], _: None) -> Built:
    numbers, reason = _listed(tokens, 4, "quý")
    if reason:
        return _bad(reason)
    return "QUARTERS", tuple(Moment(_year(tokens), number * 3 - 2, number * 3) for number in numbers)


def _bare_month(tokens: Sequence[Token], _: None) -> Built:
    """'7/2025'."""
    month = tokens[0].value
    if not 1 <= month <= 12:
        return _bad(f"không có tháng {month}")
    return "MONTHS", (Moment(_year(tokens), month, month),)


def _part_of_year(tokens: Sequence[Token], _: None) -> Built:
    """'6 tháng đầu năm 2026', '3 tháng cuối năm'."""
    count = tokens[0].value
    if not 1 <= count <= 11:
        return None
    first, last = (1, count) if tokens[2].kind == "FIRST" else (13 - count, 12)
    return "BLOCK", (Moment(_year(tokens), first, last),)


def _years(tokens: Sequence[Token], _: None) -> Built:
    return "YEARS", (Moment(tokens[-1].value, 1, 12),)


def _report_months(tokens: Sequence[Token], _: None) -> Built:
    """'6 tháng' and '9 tháng' name reports of half a year and of nine months."""
    kind = {6: "SIX", 9: "NINE"}.get(tokens[0].value)
    return (kind, None) if kind else None


def _day_number(tokens: Sequence[Token], _: None) -> Built:
    return "DAYNUM", tokens[-1].value


_GRAMMAR: Grammar[None] = Grammar(
    [
        ("DAY? DMY", _full_date),
        ("DAY? NUM SLASH NUM (YEAR Y)? (?!SLASH)", _short_date),
        ("DAY NUM MONTH n (list n (?!SLASH NUM))* year?", _spelled_date),
        ("NUM MONTH n year?", _spelled_date),
        ("MONTH n (listdash n (?!SLASH NUM|MONTH))* year?", _months),
        ("NUM (SLASH|DASH) Y", _bare_month),
        ("QUARTER n (listdash n (?!SLASH NUM|MONTH))* year?", _quarters),
        ("NUM MONTH (FIRST|LAST) YEAR? (SLASH? Y)?", _part_of_year),
        ("NUM MONTH", _report_months),
        ("YEAR? Y", _years),
        ("DAY NUM", _day_number),
    ],
    aliases={
        "n": "NUM|ROMAN",
        "list": "COMMA|AND",
        "listdash": "COMMA|AND|DASH",
        "year": "((SLASH|DASH)? YEAR?|COMMA YEAR) Y",
    },
)
