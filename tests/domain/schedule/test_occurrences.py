"""Milestones: keys that outlive a change of the due date, merged dates, clamped windows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Every, Rule, ScheduleKind
from cchc_desktop.domain.schedule.occurrences import occurrences
from cchc_desktop.domain.schedule.reading import read_schedule

HALF = Period(date(2025, 7, 1), date(2025, 12, 31))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
FIVE = Period(date(2026, 1, 1), date(2030, 12, 31))


def keys(words: str, period: Period) -> list[str]:
    return [one.key for one in occurrences(read_schedule(words, period).rules, period)]


@pytest.mark.parametrize(
    ("words", "period", "expected"),
    [
        ("Trước ngày 10 của tháng cuối quý", HALF, ["2025-Q3", "2025-Q4"]),
        ("Hàng tháng", Period(date(2025, 11, 1), date(2025, 12, 31)), ["2025-11", "2025-12"]),
        ("Định kỳ 6 tháng/lần", YEAR, ["2026-H1", "2026-H2"]),
        ("Hàng năm", FIVE, ["2026", "2027", "2028", "2029", "2030"]),
        ("Trước 15/12 hàng năm", FIVE, ["2026", "2027", "2028", "2029", "2030"]),
        ("Tháng 6, 12 hằng năm", YEAR, ["2026-06", "2026-12"]),
        ("Quý II, IV hằng năm", YEAR, ["2026-Q2", "2026-Q4"]),
        ("Quý IV/2025", HALF, ["once"]),
        ("Quý I, III/2026", YEAR, ["2026-Q1", "2026-Q3"]),
        ("15/6, 15/12/2026", YEAR, ["2026-06", "2026-12"]),
        ("10/6, 15/6/2026", YEAR, ["2026-06", "2026-06-2"]),
        ("Hàng quý, 6 tháng, 9 tháng, năm", YEAR, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("Hàng năm, quý", YEAR, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("6 tháng, 9 tháng, năm", YEAR, ["2026-H1", "2026-9M", "2026-H2"]),
        ("Thường xuyên", YEAR, []),
        ("Theo kế hoạch", YEAR, []),
    ],
)
def test_keys(words: str, period: Period, expected: list[str]) -> None:
    assert keys(words, period) == expected


def test_a_changed_day_keeps_the_key() -> None:
    assert keys("Trước ngày 10 tháng cuối quý", YEAR) == keys("Trước ngày 08 tháng cuối quý", YEAR)
    assert keys("Trước 31/10/2026", YEAR) == keys("Trước 15/11/2026", YEAR) == ["once"]


def test_windows_of_occurrences_are_clamped() -> None:
    found = occurrences(read_schedule("Hàng năm", HALF).rules, HALF)
    assert [(one.start, one.due) for one in found] == [(date(2025, 7, 1), date(2025, 12, 31))]


def test_a_quarter_each_year_opens_with_the_quarter() -> None:
    found = occurrences(read_schedule("Quý IV hàng năm", FIVE).rules, FIVE)
    assert found[1].start == date(2027, 10, 1)


def test_an_occurrence_that_ends_outside_is_not_listed() -> None:
    plan = Period(date(2025, 7, 1), date(2025, 12, 30))
    assert keys("Hàng quý", plan) == ["2025-Q3"]


@pytest.mark.parametrize(("year", "last"), [(2027, 28), (2028, 29)])
def test_the_end_of_february_knows_leap_years(year: int, last: int) -> None:
    plan = Period(date(year, 2, 1), date(year, 2, 29 if last == 29 else 28))
    found = occurrences((Rule(ScheduleKind.RECURRENCE, every=Every.MONTH),), plan)
    assert [one.due.day for one in found] == [last]


def test_before_january_falls_due_in_the_year_before() -> None:
    rule = Rule(ScheduleKind.RECURRENCE, every=Every.YEAR, months=(1,), day=1, before=True)
    found = occurrences((rule,), YEAR)
    assert [(one.key, one.due) for one in found] == [("2027", date(2026, 12, 31))]


recurrences = st.builds(
    Rule,
    kind=st.just(ScheduleKind.RECURRENCE),
    every=st.sampled_from(Every),
    months=st.lists(st.integers(1, 12), max_size=3, unique=True).map(lambda months: tuple(sorted(months))),
    day=st.integers(1, 31),
    before=st.booleans(),
    span=st.none() | st.integers(1, 12),
)
deadlines = st.builds(Rule, kind=st.just(ScheduleKind.DEADLINE), due=st.dates(date(2024, 1, 1), date(2028, 1, 1)))
periods = st.builds(
    lambda day, length: Period(day, day + timedelta(length)),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    st.integers(0, 1500),
)


@given(st.lists(recurrences | deadlines, max_size=5), periods)
def test_keys_and_dates_are_unique_and_inside(rules: list[Rule], period: Period) -> None:
    found = occurrences(rules, period)
    assert len({one.key for one in found}) == len(found) == len({one.due for one in found})
    assert [one.due for one in found] == sorted(one.due for one in found)
    assert all(period.start <= one.start <= one.due <= period.end for one in found)
