"""Time words carried over into another year: 'Quý IV/2025' becomes 'Quý IV/2026', every other word stays."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Rule

_LEAP_DAY = re.compile(r"(?<![\d/.-])29(?P<between>\s*[/.-]\s*0?2\s*[/.-]\s*)(?P<year>(?:19|20)\d\d)(?!\d)")
_NAMED_YEAR = re.compile(
    r"(?P<name>\b(?:năm|giai đoạn)\s+)(?P<years>(?P<first>(?:19|20)\d\d)(?:\s*[-–]\s*(?:19|20)\d\d)?)(?!\d|\s?/)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|\s?/\s?[^\W\d])")


def shift_years(words: str, years: int) -> str:
    """Return the words with each year moved; numbers of documents ('15/2020/TT-BNV') stay as they are.

    29 February becomes the 28th where the other year has none.
    """
    if not years:
        return words
    without = _LEAP_DAY.sub(lambda found: f"{_day(found, years)}{found['between']}{found['year']}", words)
    return _YEAR.sub(lambda found: str(int(found.group()) + years), without)


def _day(found: re.Match[str], years: int) -> int:
    return 29 if calendar.isleap(int(found["year"]) + years) else 28


def shift_named_years(words: str, years: int, of: Period) -> str:
    """Return the words with 'năm 2026', 'giai đoạn 2026-2030' moved where that year is one of the period's."""

    def moved(found: re.Match[str]) -> str:
        is_of_it = of.start.year <= int(found["first"]) <= of.end.year
        return found["name"] + shift_years(found["years"], years) if is_of_it else found.group()

    return _NAMED_YEAR.sub(moved, words)


def shift_rule(rule: Rule, years: int) -> Rule:
    """Return a rule with its dates moved."""
    return replace(rule, start=_moved(rule.start, years), due=_moved(rule.due, years))


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
