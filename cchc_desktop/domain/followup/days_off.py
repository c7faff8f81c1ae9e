"""Days off and make-up days: shown beside a due date, which is never moved by them.

The fixed holidays stand in the Labour Code 2019 (45/2019/QH14), article 112. The lunar ones, the second day of the
National Day and the days that the government exchanges each year are data that the office keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from cchc_desktop.domain.entities import UNSAVED, new_uid

_WEEKEND: Mapping[int, str] = {5: "Thứ Bảy", 6: "Chủ nhật"}
_FIXED: tuple[tuple[int, int, str], ...] = (
    (1, 1, "Tết Dương lịch"),
    (4, 30, "Ngày Chiến thắng"),
    (5, 1, "Ngày Quốc tế lao động"),
    (9, 2, "Quốc khánh"),
)
_LONGEST_REST = 60


@dataclass(frozen=True, slots=True)
class DayOff:
    """One day that the office keeps in its calendar: a day off or, `worked`, one that is worked instead (làm bù)."""

    day: date
    name: str
    worked: bool = False
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days on which an office does not work: weekends and `holidays`, without the days worked instead.

    Both mappings give a day its name. `made_up` are days off that were exchanged (làm bù): the office works.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    made_up: Mapping[date, str] = field(default_factory=dict)

    def name(self, day: date) -> str | None:
        """Return why the day is off ('Chủ nhật', 'Quốc khánh'), None for a working day."""
        if day in self.made_up:
            return None
        return self.holidays.get(day) or _WEEKEND.get(day.weekday())

    def is_off(self, day: date) -> bool:
        """Tell whether the office does not work on the day."""
        return self.name(day) is not None

    def has_own(self, year: int) -> bool:
        """Tell whether the office keeps days of a year: the lunar holidays and exchanges are announced year by year."""
        fixed = fixed_holidays([year])
        return any(day.year == year and day not in fixed for day in (*self.holidays, *self.made_up))

    def next_working_day(self, day: date) -> date:
        """Return the first working day after `day`; after a rest of 60 days it gives up and returns that day."""
        for _ in range(_LONGEST_REST):
            day += timedelta(days=1)
            if not self.is_off(day):
                break
        return day


def fixed_holidays(years: Iterable[int]) -> dict[date, str]:
    """Return the holidays that fall on the same date of every year."""
    return {date(year, month, day): name for year in years for month, day, name in _FIXED}


def days_off(
    years: Iterable[int], others: Mapping[date, str] | None = None, made_up: Mapping[date, str] | None = None
) -> DaysOff:
    """Return the days off of the years: the fixed holidays and what the office's own data adds."""
    return DaysOff({**fixed_holidays(years), **(others or {})}, dict(made_up or {}))


def calendar_of(years: Iterable[int], kept: Iterable[DayOff]) -> DaysOff:
    """Return the days off of the years with those that the office keeps."""
    rows = list(kept)
    return days_off(
        years,
        {row.day: row.name for row in rows if not row.worked},
        {row.day: row.name for row in rows if row.worked},
    )
