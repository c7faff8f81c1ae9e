from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from cchc_desktop.domain.followup.period_register import KeptPeriod, special_periods
from cchc_desktop.domain.followup.reporting import find_period, period_of_key

QUARTER = period_of_key("2025-Q3")


def test_dates_set_by_hand_win_over_the_rules():
    moved = replace(QUARTER, hand_in=date(2025, 9, 4))
    kept = KeptPeriod(moved)
    assert (kept.key, kept.is_locked) == ("2025-Q3", False)
    assert find_period("2025-Q3", special=special_periods([kept])) == moved


def test_a_locked_period_says_so():
    assert KeptPeriod(QUARTER, locked_at=datetime(2025, 9, 14, tzinfo=UTC)).is_locked
