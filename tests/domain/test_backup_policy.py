"""Which backups stay: the rule, a simulated year, and clocks that jump."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.backup_policy import (
    DAILY,
    KEEP_ALL,
    MONTHLY,
    WEEKLY,
    is_due,
    next_order,
    to_remove,
)
from cchc_desktop.domain.backups import Backup, BackupReason

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
MOST = 2 * (DAILY + WEEKLY + MONTHLY)
DAY = timedelta(days=1)


def backup(at: datetime, order: int | None = None) -> Backup:
    order = int(at.timestamp()) if order is None else order
    return Backup(Path(f"{order}.db"), at, BackupReason.START, 1, "", 2, 0, "", order=order)


def kept_of(backups, sound=None, now=NOW):
    sound = {one.file for one in backups} if sound is None else sound
    removed = to_remove(backups, sound, now)
    return [one for one in backups if one not in removed]


def test_everything_of_two_days_stays():
    recent = [backup(NOW - timedelta(minutes=minutes)) for minutes in range(0, 2880, 30)]
    assert kept_of(recent) == recent


def test_older_days_keep_their_newest():
    days = [backup(NOW - timedelta(days=day, hours=hour)) for day in range(4, 7) for hour in (0, 1)]
    assert kept_of(days) == [backup(NOW - timedelta(days=day)) for day in range(4, 7)]


def test_days_are_those_of_vietnam():
    before, after = NOW.replace(day=10, hour=16, minute=59), NOW.replace(day=10, hour=17, minute=1)
    assert len(kept_of([backup(before), backup(after)])) == 2


def test_years_of_daily_backups_become_days_weeks_and_months():
    kept = kept_of([backup(NOW - DAY * day) for day in range(900)])
    ages = [(NOW - one.at).days for one in kept]
    assert ages[:DAILY] == list(range(DAILY))
    assert 200 < max(ages) < 31 * MONTHLY
    assert len(kept) <= DAILY + WEEKLY + MONTHLY


def test_the_newest_sound_backup_stays_whatever_its_age():
    old_but_sound = backup(NOW - DAY * 2000)
    damaged = [backup(NOW - DAY * day) for day in range(300)]
    assert old_but_sound in kept_of([*damaged, old_but_sound], sound={old_but_sound.file})


def test_a_sound_backup_represents_its_day_before_a_newer_damaged_one():
    sound, damaged = backup(NOW - DAY * 5 - timedelta(hours=3)), backup(NOW - DAY * 5)
    assert sound in kept_of([sound, damaged], sound={sound.file})
    assert damaged not in kept_of([sound, damaged], sound={sound.file})


def test_the_newest_safety_backup_of_a_restore_stays_whatever_its_age():
    def safety(day: int, hour: int) -> Backup:
        return replace(backup(NOW - DAY * day + timedelta(hours=hour)), reason=BackupReason.RESTORE)

    older, newest = safety(700, 0), safety(600, 0)
    daily = [backup(NOW - DAY * day) for day in range(650)]
    kept = kept_of([*daily, older, newest])
    assert newest in kept
    assert older not in kept


moments = st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))


@st.composite
def folders(draw):
    """Backups in the order in which they were made, by a clock that says whatever it likes; some are damaged."""
    made = draw(st.lists(st.tuples(moments, st.sampled_from([BackupReason.START, BackupReason.RESTORE])), max_size=80))
    backups = [replace(backup(at, order), reason=reason) for order, (at, reason) in enumerate(made, start=1)]
    sound = {one.file for one in backups if draw(st.booleans())}
    return backups, sound


@given(folders(), moments)
def test_the_newest_sound_one_and_the_recent_ones_always_stay(folder, now):
    backups, sound = folder
    kept = kept_of(backups, sound, now)
    newest = max((one for one in backups if one.file in sound), key=lambda one: one.order, default=None)
    assert newest is None or newest in kept
    assert all(one in kept for one in backups if timedelta(0) <= now - one.at <= KEEP_ALL)


@given(folders(), moments)
def test_what_stays_is_bounded_and_settled(folder, now):
    backups, sound = folder
    kept = kept_of(backups, sound, now)
    old = [one for one in kept if not timedelta(0) <= now - one.at <= KEEP_ALL]
    assert len(old) <= MOST + 2
    assert kept_of(kept, sound, now) == kept


@given(st.integers(-20_000, 20_000))
def test_no_jump_of_the_clock_empties_the_folder(days):
    """A year of daily backups is thinned by a wrong clock: what a right one would have kept of each day stays."""
    year = kept_of([backup(NOW - DAY * day) for day in range(365)])
    after_jump = kept_of(year, now=NOW + DAY * days)
    assert {one.at.date() for one in after_jump} == {one.at.date() for one in year}


def test_backups_from_the_future_push_no_honest_one_out():
    honest = kept_of([backup(NOW - DAY * day) for day in range(300)])
    future = [backup(NOW + DAY * day) for day in range(300, 700)]
    kept = kept_of([*honest, *future])
    assert [one for one in kept if one.at <= NOW] == honest
    assert 0 < len(kept) - len(honest) <= DAILY + WEEKLY + MONTHLY


def test_a_simulated_year_has_a_good_backup_each_day():
    """The program starts daily, works, is off on some days; the clock is wrong for two spells of a week."""
    shown, backups, orders = NOW, [], [0]
    for day in range(365):
        jump = {100: DAY * 400, 107: -DAY * 400, 200: -DAY * 4000, 207: DAY * 4000}.get(day, timedelta(0))
        shown += DAY + jump
        if day % 9 == 8:
            continue
        newest = max(backups, key=lambda one: one.order, default=None)
        if is_due(newest.at if newest else None, shown):
            orders.append(next_order(orders, shown))
            backups.append(replace(backup(shown, orders[-1])))
        backups = kept_of(backups, now=shown)
        assert abs(max(backups, key=lambda one: one.order).at - shown) <= DAY
        assert len(backups) <= MOST + 3
    assert len(backups) > DAILY


@pytest.mark.parametrize(
    ("age", "due"),
    [
        (None, True),
        (timedelta(hours=1), False),
        (timedelta(hours=23), False),
        (timedelta(hours=25), True),
        (timedelta(days=400), True),
        (timedelta(minutes=-2), False),
        (timedelta(days=-3), True),
    ],
    ids=str,
)
def test_due(age, due):
    assert is_due(None if age is None else NOW - age, NOW) is due


@given(st.lists(moments, max_size=20))
def test_the_order_only_grows(clock):
    orders: list[int] = []
    for at in clock:
        orders.append(next_order(orders, at))
    assert orders == sorted(set(orders))
