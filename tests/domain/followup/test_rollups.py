"""A plan's statuses and their counts: every break-down adds up to the plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.followup.ledger import build_ledger
from cchc_desktop.domain.followup.records import Dropping, PeriodUpdate, Progress, Record
from cchc_desktop.domain.followup.reporting import period_of_key
from cchc_desktop.domain.followup.rollups import FollowUpRules, Known, RollUp, plan_status
from cchc_desktop.domain.followup.status import Status, StatusRules
from cchc_desktop.domain.items import ItemKind
from tests.domain.followup.stage import HALF, led_by, plan, task, tree

NOVEMBER = date(2025, 11, 3)
ITEMS = [
    task("Trong tháng 7/2025", 1, lead=led_by(3)),
    task("Quý III/2025", 2, lead=led_by(3, 4)),
    task("Trước ngày 10/12/2025", 3, lead=led_by(4)),
    task("Thường xuyên", 4, section_id=2, lead=led_by(None)),
    task("Cả năm 2025", 5, section_id=2, lead=led_by(4)),
    task("Quý III/2025", 6, section_id=2, parent_id=5, kind=ItemKind.SUB_ITEM, lead=led_by(3)),
]
RECORDS = [
    Record(1, "once", Progress.DONE, done_on=date(2025, 7, 30)),
    Record(5, "once", Progress.IN_PROGRESS, started_on=date(2025, 8, 1)),
]


def status(as_of=NOVEMBER, records=RECORDS, updates=(), of=None, rules=None):
    return plan_status(tree(ITEMS, of, 2), build_ledger(records, updates=updates), as_of, rules)


def shown(found) -> list[str]:
    return [str(one.status) for one in found.statuses.values()]


def test_statuses_as_of_a_day() -> None:
    assert shown(status()) == ["done", "overdue", "not_due", "update_due", "in_progress", "overdue"]
    assert shown(status(date(2025, 7, 29))) == ["due_soon", "not_due", "not_due", "update_due", "not_due", "not_due"]


def test_tasks_are_counted_and_sub_rows_apart() -> None:
    found = status()
    assert (found.total.total, found.total.done, found.total.percentage) == (5, 1, Decimal("20.0"))
    assert found.sub_items.counts == {Status.OVERDUE: 1}
    assert found.by_section[1].counts == {Status.DONE: 1, Status.OVERDUE: 1, Status.NOT_DUE: 1}
    assert {key: one.total for key, one in found.by_agency.items()} == {3: 2, 4: 2, None: 1}


def test_what_is_late_is_counted_with_the_sub_rows() -> None:
    found = status()
    assert (found.overdue_in(1), found.overdue_in(2)) == (1, 1)
    assert [found.overdue_of(agency_id) for agency_id in (3, 4, None, 99)] == [2, 0, 0, 0]


@pytest.mark.parametrize("day", [date(2025, 7, 1), date(2025, 9, 9), NOVEMBER, date(2026, 1, 15)])
def test_every_break_down_adds_up(day) -> None:
    found = status(day)
    late = sum(one.status is Status.OVERDUE for one in found.statuses.values())
    assert sum(map(found.overdue_in, (1, 2))) == sum(map(found.overdue_of, (3, 4, None))) == late
    for parts in (found.by_section, found.by_agency):
        assert sum((Counter(one.counts) for one in parts.values()), Counter()) == found.total.counts


def test_an_update_makes_a_standing_task_updated() -> None:
    given = [PeriodUpdate(4, "2025", "Đã cập nhật", given_on=NOVEMBER)]
    assert shown(status(updates=given))[3] == "updated"
    assert shown(status(date(2025, 11, 2), updates=given))[3] == "update_due"


def test_open_items_may_show_their_update_some_days_before_it_is_due() -> None:
    rules = FollowUpRules(StatusRules(update_asked_days=7))
    assert shown(status(date(2025, 11, 29), rules=rules))[4] == "in_progress"
    assert shown(status(date(2025, 11, 30), rules=rules))[4] == "update_due"
    assert shown(status(date(2025, 11, 30)))[4] == "in_progress"


def test_a_plan_that_comes_in_while_it_runs_shows_nothing_red() -> None:
    of = plan(HALF, NOVEMBER)
    found = status(records=(), of=of)
    assert shown(found) == ["untracked", "untracked", "not_due", "update_due", "not_due", "untracked"]
    assert (found.total.expected, found.total.percentage) == (3, Decimal("0.0"))
    late = status(date(2025, 12, 10), records=(), of=of)
    assert shown(late)[:3] == ["untracked", "untracked", "overdue"]


def test_what_was_recorded_before_the_day_of_tracking_counts() -> None:
    found = status(of=plan(HALF, NOVEMBER))
    assert shown(found)[:2] == ["done", "untracked"]


def test_dropped_items_are_not_expected() -> None:
    dropped = Record(2, "all", Progress.DROPPED, dropping=Dropping("Bãi bỏ", NOVEMBER))
    found = status(records=[*RECORDS, dropped])
    assert (found.total.total, found.total.expected, found.total.percentage) == (5, 4, Decimal("25.0"))


@pytest.mark.parametrize(("done", "others", "share"), [(15, 24, "38.5"), (1, 7, "12.5"), (2, 1, "66.7"), (0, 0, None)])
def test_percentages(done, others, share) -> None:
    found = RollUp({Status.DONE: done, Status.NOT_DUE: others}).percentage
    assert found == (None if share is None else Decimal(share))


def test_a_plan_without_a_period_owes_no_update() -> None:
    found = status(rules=FollowUpRules(periods=()))
    assert found.period is None
    assert shown(found)[3] == "in_progress"


def test_dates_set_by_hand_decide_who_is_asked_for_an_update() -> None:
    year = period_of_key("2025")
    earlier = FollowUpRules(StatusRules(update_asked_days=7), special=[replace(year, hand_in=date(2025, 11, 10))])
    assert status(rules=earlier).period.hand_in == date(2025, 11, 10)
    assert shown(status(rules=earlier))[4] == "update_due"
    assert shown(status(rules=FollowUpRules(StatusRules(update_asked_days=7))))[4] == "in_progress"


def test_a_hand_in_day_set_before_the_day_of_tracking_asks_for_nothing() -> None:
    rules = FollowUpRules(special=[replace(period_of_key("2025"), hand_in=date(2025, 11, 2))])
    assert shown(status(records=(), of=plan(HALF, NOVEMBER), rules=rules))[3] == "in_progress"
    assert shown(status(records=(), of=plan(HALF, NOVEMBER)))[3] == "update_due"


TIMES = st.sampled_from(("Trong tháng 7/2025", "Quý III/2025", "Hàng quý", "Thường xuyên", None))
FACTS = st.lists(
    st.sampled_from([*RECORDS, Record(2, "once", Progress.DROPPED, dropping=Dropping("Thôi"))]), unique=True
)
STATES = st.tuples(
    st.lists(TIMES, min_size=2, max_size=5),
    FACTS,
    st.lists(
        st.sampled_from([PeriodUpdate(4, "2025-Q3", "Đang làm"), PeriodUpdate(1, "2025-Q3", "Xong")]), unique=True
    ),
    st.sampled_from((NOVEMBER, date(2025, 9, 9))),
    st.sampled_from((None, date(2025, 8, 1))),
    st.sampled_from((FollowUpRules(), FollowUpRules(StatusRules(soon_days=60)))),
)


@given(STATES, STATES)
def test_what_is_known_changes_nothing(before, after) -> None:
    worked_out = []
    for times, records, updates, as_of, tracked_from, rules in (before, after):
        rows = tree(
            [task(words, number, lead=led_by(3)) for number, words in enumerate(times, 1)], plan(HALF, tracked_from)
        )
        ledger = build_ledger(records, updates=updates)
        worked_out.append((rows, ledger, rules, plan_status(rows, ledger, as_of, rules)))
    known, (rows, ledger, rules, found) = Known(*worked_out[0]), worked_out[1]
    assert plan_status(rows, ledger, after[3], rules, known) == found


def test_an_item_of_which_nothing_changed_keeps_its_status() -> None:
    rows, ledger = tree(ITEMS, sections=2), build_ledger(RECORDS)
    before = plan_status(rows, ledger, NOVEMBER)
    more = build_ledger([*RECORDS, Record(2, "once", Progress.DONE, done_on=date(2025, 8, 1))])
    found = plan_status(rows, more, NOVEMBER, known=Known(rows, ledger, FollowUpRules(), before))
    assert [id_ for id_, one in found.statuses.items() if one is not before.statuses[id_]] == [2]
