"""A schedule -> a short Vietnamese reading for the screen; dates dd/mm/yyyy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc_desktop.domain.schedule.model import Every, Rule, Schedule, ScheduleKind
from cchc_desktop.domain.schedule.months import month_end

UNDATED = "Cần xác định ngày"
_STANDING = "Thường xuyên"
_UNITS = {
    Every.MONTH: "tháng",
    Every.QUARTER: "quý",
    Every.HALF_YEAR: "6 tháng",
    Every.NINE_MONTHS: "9 tháng",
    Every.YEAR: "năm",
}
_ENDS = {
    Every.MONTH: "ngày cuối tháng",
    Every.QUARTER: "ngày cuối quý",
    Every.HALF_YEAR: "ngày 30/06 và 31/12",
    Every.NINE_MONTHS: "ngày 30/09",
    Every.YEAR: "ngày 31/12",
}
_MOST_DATES = 3


def describe(schedule: Schedule) -> str:
    """Return the reading in a few words, such as 'Đến hạn 09/12/2025' or 'Hằng quý, ngày cuối quý'."""
    recurring = [rule for rule in schedule.rules if rule.every is not None]
    once = any(rule.every is None and rule.due is not None for rule in schedule.rules)
    words = "" if once or not recurring else _recurring(recurring, schedule)
    if schedule.kind is ScheduleKind.STANDING:
        return f"{_STANDING}; {words[0].lower()}{words[1:]}" if words else _with_dates(_STANDING, schedule)
    if schedule.kind is ScheduleKind.UNSPECIFIED or not schedule.due:
        return UNDATED
    return words or f"Đến hạn {_dates(schedule.due)}"


def _recurring(rules: Sequence[Rule], schedule: Schedule) -> str:
    if all(rule.is_bare for rule in rules):
        return _bare(schedule.every)
    day = _common_day(schedule.due)
    if day is None:
        return f"Đến hạn {_dates(schedule.due)}"
    months = sorted({due.month for due in schedule.due})
    if schedule.every == (Every.MONTH,):
        return f"{day} hằng tháng"
    if len(months) > 1:
        return f"{day} các tháng {', '.join(map(str, months))}"
    if len(schedule.due) > 1:
        return f"ngày {schedule.due[0]:%d/%m} hằng năm"
    return f"Đến hạn {_dates(schedule.due)}"


def _bare(units: Sequence[Every]) -> str:
    first = "Định kỳ" if units[0] in (Every.HALF_YEAR, Every.NINE_MONTHS) else "Hằng"
    end = f", {_ENDS[units[0]]}" if len(units) == 1 else ""
    return f"{first} {', '.join(_UNITS[unit] for unit in units)}{end}"


def _common_day(days: Sequence[date]) -> str | None:
    """Return 'ngày 09' or 'ngày cuối' where all dates fall on that day of their month."""
    if days and all(day == month_end(day.year, day.month) for day in days):
        return "ngày cuối"
    numbers = {day.day for day in days}
    return f"ngày {numbers.pop():02d}" if len(numbers) == 1 else None


def _with_dates(words: str, schedule: Schedule) -> str:
    return f"{words}; đến hạn {_dates(schedule.due)}" if schedule.due else words


def _dates(days: Sequence[date]) -> str:
    """Return up to three dates; of more, the first two and the last."""
    shown = [f"{day:%d/%m}/{day.year:04d}" for day in days]
    if len(shown) > _MOST_DATES:
        shown = [*shown[:2], "…", shown[-1]]
    return ", ".join(shown)
