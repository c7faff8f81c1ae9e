"""Since when there is no copy on another disk, by clocks that were wrong for a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cchc_desktop.storage.backups.ledger import Ledger, merged

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


def ago(days: float | None) -> datetime | None:
    return None if days is None else NOW - timedelta(days=days)


@pytest.mark.parametrize(
    ("first", "outside", "outside_days", "at_risk"),
    [
        (None, None, None, 0),
        (9, None, None, 9),
        (9, 3.5, 3, 3),
        (9, -0.5, 0, 0),
        (9, -2, None, 9),
        (-400, -400, None, 0),
    ],
)
def test_what_lies_in_the_future_does_not_count(first, outside, outside_days, at_risk):
    ledger = Ledger(ago(first), ago(outside))
    assert (ledger.outside_days(NOW), ledger.days_at_risk(NOW)) == (outside_days, at_risk)


def test_a_credible_copy_goes_before_one_from_the_future():
    honest, future = Ledger(ago(30), ago(2), "USB"), Ledger(ago(20), ago(-90), "D:")
    for one, other in ((honest, future), (future, honest)):
        assert merged(one, other, NOW) == Ledger(ago(30), ago(2), "USB")


def test_a_first_backup_from_the_future_is_begun_anew():
    assert Ledger(ago(-90)).begun(NOW).first == NOW
    assert Ledger(ago(5)).begun(NOW).first == ago(5)
    assert Ledger().begun(NOW).first == NOW
