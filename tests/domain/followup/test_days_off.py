"""Days off: weekends, fixed holidays, the office's own data, make-up days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc_desktop.domain.followup.days_off import DayOff, DaysOff, calendar_of, days_off, fixed_holidays

TET = {date(2026, 2, day): "Tết Nguyên đán" for day in (16, 17, 18, 19, 20)}
OWN = days_off([2025, 2026], {**TET, date(2026, 1, 2): "Hoán đổi"}, {date(2026, 1, 10): "Làm bù ngày 02/01"})


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Tết Dương lịch"),
        (date(2026, 4, 30), "Ngày Chiến thắng"),
        (date(2026, 5, 1), "Ngày Quốc tế lao động"),
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2026, 2, 17), "Tết Nguyên đán"),
        (date(2026, 1, 2), "Hoán đổi"),
        (date(2026, 1, 10), None),
        (date(2026, 1, 17), "Thứ Bảy"),
        (date(2026, 1, 11), "Chủ nhật"),
        (date(2026, 1, 12), None),
        (date(2027, 1, 1), None),
    ],
)
def test_names(day, name) -> None:
    assert OWN.name(day) == name
    assert OWN.is_off(day) is (name is not None)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2025, 12, 31), date(2026, 1, 5)),
        (date(2026, 1, 9), date(2026, 1, 10)),
        (date(2026, 2, 13), date(2026, 2, 23)),
        (date(2026, 3, 3), date(2026, 3, 4)),
    ],
)
def test_next_working_day(day, following) -> None:
    assert OWN.next_working_day(day) == following


def test_an_endless_rest_ends_the_search() -> None:
    first = date(2026, 1, 1)
    rest = DaysOff({first + timedelta(days=number): "Nghỉ" for number in range(100)})
    assert rest.next_working_day(first) == first + timedelta(days=60)


def test_fixed_holidays_of_each_year() -> None:
    assert len(fixed_holidays(range(2025, 2035))) == 40


def test_the_calendar_takes_in_what_the_office_keeps():
    kept = [DayOff(date(2025, 5, 2), "Nghỉ hoán đổi"), DayOff(date(2025, 4, 26), "Làm bù", worked=True)]
    calendar = calendar_of([2025], kept)
    assert calendar.name(date(2025, 5, 2)) == "Nghỉ hoán đổi"
    assert calendar.name(date(2025, 4, 26)) is None
    assert calendar.name(date(2025, 5, 1)) == "Ngày Quốc tế lao động"


@pytest.mark.parametrize(("year", "is_filled_in"), [(2025, False), (2026, True), (2027, False)])
def test_a_year_of_which_only_the_fixed_holidays_are_known_was_not_filled_in(year, is_filled_in) -> None:
    assert OWN.has_own(year) is is_filled_in
