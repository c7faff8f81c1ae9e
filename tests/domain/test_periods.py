"""The period: validation, membership, clamping."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.periods import Period

PLAN = Period(date(2025, 7, 1), date(2025, 12, 31))


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2025, 7, 2), date(2025, 7, 1))


def test_one_day_is_a_period() -> None:
    assert Period(date(2025, 7, 1), date(2025, 7, 1)).contains(date(2025, 7, 1))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2025, 6, 30), False),
        (date(2025, 7, 1), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
    ],
)
def test_contains_both_ends(day: date, inside: bool) -> None:
    assert PLAN.contains(day) is inside


def test_clamp_cuts_to_the_period() -> None:
    assert PLAN.clamp(date(2025, 1, 1), date(2025, 8, 31)) == Period(date(2025, 7, 1), date(2025, 8, 31))


def test_clamp_of_a_span_outside_is_none() -> None:
    assert PLAN.clamp(date(2026, 1, 1), date(2026, 2, 1)) is None
