"""Who owes an update for a reporting period, and who has given it."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.ledger import build_ledger
from cchc_desktop.domain.followup.milestones import plan_milestones
from cchc_desktop.domain.followup.records import Dropping, PeriodUpdate, Progress, Record
from cchc_desktop.domain.followup.reporting import period_of_key
from cchc_desktop.domain.followup.updates import answering_agencies, is_updated, owed_updates
from tests.domain.followup.stage import led_by, plan, task, tree

THIRD, YEAR = period_of_key("2025-Q3"), period_of_key("2025")
SEPTEMBER = date(2025, 9, 5)


def owed(words, period=THIRD, records=(), updates=(), as_of=SEPTEMBER, tracked_from=None, lead=(5,), members=None):
    of = plan(tracked_from=tracked_from)
    ledger = build_ledger(records, updates=updates)
    items = plan_milestones(tree([task(words, lead=led_by(*lead))], of), ledger, as_of)
    found = owed_updates(items, period, ledger.updates, as_of, members or {}, tracked_from)
    return [(one.agency_id, one.given is not None) for one in found]


@pytest.mark.parametrize(
    ("words", "third", "year"),
    [
        ("Thường xuyên", True, True),
        ("Cả năm 2025", True, True),
        ("Quý III/2025", True, True),
        ("Quý IV/2025", False, True),
        ("Hàng quý", True, True),
        ("Theo kế hoạch", True, True),
        (None, True, True),
    ],
)
def test_open_items_owe_an_update(words, third, year) -> None:
    assert bool(owed(words)) is third
    assert bool(owed(words, YEAR)) is year


@pytest.mark.parametrize(
    "record",
    [
        Record(1, "once", Progress.DONE, done_on=date(2025, 9, 4)),
        Record(1, "once", Progress.DROPPED, dropping=Dropping("Bãi bỏ", date(2025, 9, 4))),
    ],
)
def test_what_is_closed_owes_nothing_from_then_on(record) -> None:
    assert owed("Cả năm 2025", records=[record]) == []
    assert owed("Cả năm 2025", records=[record], as_of=date(2025, 9, 3)) == [(5, False)]


def test_a_period_before_the_day_of_tracking_asks_for_nothing() -> None:
    assert owed("Thường xuyên", tracked_from=date(2025, 9, 7)) == [(5, False)]
    assert owed("Thường xuyên", tracked_from=date(2025, 9, 8)) == []
    assert owed("Trong tháng 7/2025", tracked_from=date(2025, 8, 8)) == []


def test_each_member_of_a_group_answers() -> None:
    members = {9: (3, 4)}
    given = [PeriodUpdate(1, "2025-Q3", "Đã rà soát", agency_id=4, given_on=date(2025, 9, 2))]
    assert owed("Thường xuyên", updates=given, lead=(9, 4), members=members) == [(3, False), (4, True)]
    assert owed("Thường xuyên", updates=given, lead=(9,), members=members, as_of=date(2025, 9, 1)) == [
        (3, False), (4, False),
    ]  # fmt: skip


def test_the_officer_answers_for_all() -> None:
    given = [PeriodUpdate(1, "2025-Q3", "Các đơn vị đã thực hiện")]
    assert owed("Thường xuyên", updates=given, lead=(3, 4)) == [(3, True), (4, True)]
    assert owed("Thường xuyên", YEAR, updates=given, lead=(3, 4)) == [(3, False), (4, False)]


@pytest.mark.parametrize(
    ("lead", "members", "expected"),
    [
        ((), {}, (None,)),
        ((None,), {}, (None,)),
        ((2, None, 2), {}, (2,)),
        ((9,), {9: ()}, (9,)),
        ((9, 3), {9: (3,)}, (3,)),
    ],
)
def test_who_answers(lead, members, expected) -> None:
    assert answering_agencies(task("Hàng quý", lead=led_by(*lead)), members) == expected


def test_updated_means_all_have_answered() -> None:
    item = task("Thường xuyên", lead=led_by(3, 4))
    one, other = (PeriodUpdate(1, "2025-Q3", "Đã làm", agency_id=number) for number in (3, 4))
    assert not is_updated(item, [one], "2025-Q3", SEPTEMBER, {})
    assert is_updated(item, [one, other], "2025-Q3", SEPTEMBER, {})
    assert not is_updated(item, [one, other], "2025", SEPTEMBER, {})
