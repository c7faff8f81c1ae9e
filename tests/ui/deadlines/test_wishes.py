"""What can be chosen above the list, and how it is kept."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.periods import Period
from cchc_desktop.ui.deadlines.wishes import Wishes, quarter_period, quarters

HALF = Period(date(2025, 7, 1), date(2025, 12, 31))
FIVE_YEARS = Period(date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    "wishes",
    [Wishes(), Wishes("2025-Q4", True, False, True, frozenset({"I"}), frozenset({"Công an", "Đảng ủy"}), True)],
)
def test_wishes_come_back_from_the_settings(wishes):
    assert Wishes.from_json(wishes.to_json()) == wishes


def test_values_that_cannot_be_read_are_as_at_the_first_start():
    broken = {"span": 3, "all_plans": "x", "areas": "I", "agencies": [1, "Công an"], "other": 1}
    assert Wishes.from_json(broken) == Wishes(agencies=frozenset({"Công an"}))


@pytest.mark.parametrize(
    ("period", "today", "expected"),
    [
        (HALF, date(2025, 12, 2), ("2025-Q3", "2025-Q4")),
        (FIVE_YEARS, date(2027, 5, 2), ("2027-Q2", "2027-Q3")),
        (FIVE_YEARS, date(2025, 5, 2), ("2026-Q1", "2026-Q2")),
        (FIVE_YEARS, date(2030, 12, 31), ("2030-Q3", "2030-Q4")),
        (Period(date(2025, 8, 1), date(2025, 8, 31)), date(2025, 8, 2), ("2025-Q3",)),
    ],
)
def test_quarters_offered(period, today, expected):
    assert quarters(period, today) == expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("2025-Q4", Period(date(2025, 10, 1), date(2025, 12, 31))),
        ("2024-Q1", Period(date(2024, 1, 1), date(2024, 3, 31))),
        ("all", None),
        ("2025-Q5", None),
    ],
)
def test_the_days_of_a_quarter(span, expected):
    assert quarter_period(span) == expected
