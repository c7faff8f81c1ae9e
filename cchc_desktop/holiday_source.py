"""Proposals for a year's days off from the library `holidays`: Vietnam's holidays by the Labour Code, the lunar ones
too, and the exchanged days that the library knows. What was decided for a year is announced; this is to be compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from holidays.countries.vietnam import Vietnam

from cchc_desktop.domain.followup.days_off import DayOff, fixed_holidays

_LANGUAGE = "vi"
_MADE_UP = "Làm bù"


def proposed_days_off(year: int) -> tuple[DayOff, ...]:
    """Return the days off of a year that are not the same in every year, and the days worked instead, by date."""
    calendar = Vietnam(years=year, language=_LANGUAGE)  # type: ignore[no-untyped-call]
    known = fixed_holidays([year])
    return tuple(sorted(_days(calendar, year, set(known)), key=lambda row: row.day))


def _days(calendar: Vietnam, year: int, known: set[object]) -> Iterator[DayOff]:
    for day, name in calendar.items():
        if day.year == year and day not in known:
            yield DayOff(day, name)
    for day in calendar.weekend_workdays:
        if day.year == year:
            yield DayOff(day, _MADE_UP, worked=True)
