"""The usual periods of plans, their days and the titles that they propose."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanKind, plan_kind
from cchc_desktop.ui.words import Words

_LAST_MONTH_FOR_THIS_YEAR = 10
"""From November on a new plan is next year's."""
_SUBJECT = "Kế hoạch cải cách hành chính"


class PeriodChoice(StrEnum):
    """What kind of period a person picks for a plan."""

    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    YEAR = "year"
    SEVERAL_YEARS = "several_years"
    OTHER = "other"


_words = Words("PeriodForm")
CHOICE_WORDS: Mapping[PeriodChoice, str] = _words.table({
    PeriodChoice.FIRST_HALF: "6 tháng đầu năm",
    PeriodChoice.SECOND_HALF: "6 tháng cuối năm",
    PeriodChoice.YEAR: "Năm",
    PeriodChoice.SEVERAL_YEARS: "Giai đoạn nhiều năm",
    PeriodChoice.OTHER: "Khác",
})


def period_of(choice: PeriodChoice, year: int, years: int = 5) -> Period | None:
    """Return the days of a choice that begins in `year`; None for another period, which has days of its own."""
    match choice:
        case PeriodChoice.FIRST_HALF:
            return Period(date(year, 1, 1), date(year, 6, 30))
        case PeriodChoice.SECOND_HALF:
            return Period(date(year, 7, 1), date(year, 12, 31))
        case PeriodChoice.YEAR:
            return Period(date(year, 1, 1), date(year, 12, 31))
        case PeriodChoice.SEVERAL_YEARS:
            return Period(date(year, 1, 1), date(year + years - 1, 12, 31))
        case PeriodChoice.OTHER:
            return None


def choice_of(period: Period) -> PeriodChoice:
    """Return the choice whose days a period has exactly."""
    candidates = (choice for choice in PeriodChoice if choice is not PeriodChoice.OTHER)
    wanted = (choice for choice in candidates if period_of(choice, period.start.year, years_of(period)) == period)
    return next(wanted, PeriodChoice.OTHER)


def years_of(period: Period) -> int:
    """Return how many calendar years a period touches."""
    return period.end.year - period.start.year + 1


def title_for(period: Period) -> str:
    """Return the title that a period proposes."""
    first, last = period.start.year, period.end.year
    match choice_of(period):
        case PeriodChoice.FIRST_HALF:
            return f"{_SUBJECT} 6 tháng đầu năm {first}"
        case PeriodChoice.SECOND_HALF:
            return f"{_SUBJECT} 6 tháng cuối năm {first}"
        case PeriodChoice.YEAR:
            return f"{_SUBJECT} năm {first}"
        case PeriodChoice.SEVERAL_YEARS:
            return f"{_SUBJECT} giai đoạn {first}-{last}"
        case PeriodChoice.OTHER:
            return f"{_SUBJECT} từ ngày {show_day(period.start)} đến ngày {show_day(period.end)}"


def moved(period: Period, years: int) -> Period:
    """Return the period moved by whole years; 29 February becomes the 28th where the other year has none."""
    return Period(_moved_day(period.start, years), _moved_day(period.end, years))


def upcoming(period: Period, today: date) -> Period:
    """Return the next period like this one: of several years the one that runs, else this year's or the next."""
    year = today.year + (today.month > _LAST_MONTH_FOR_THIS_YEAR)
    if plan_kind(period) is PlanKind.MULTI_YEAR and period.start.year <= year <= period.end.year:
        return period
    return moved(period, year - period.start.year)


def _moved_day(day: date, years: int) -> date:
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
