"""The status table: every combination of kind, progress, date, update and tracking, against rows written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations_with_replacement, product

import pytest

from cchc_desktop.domain.followup.days_off import days_off
from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.records import Dropping, Progress, Record
from cchc_desktop.domain.followup.status import (
    STATUS_WORDS,
    MilestoneStatus,
    Status,
    StatusRules,
    item_status,
    milestone_status,
    printed_words,
    screen_words,
)
from cchc_desktop.domain.followup.updates import UpdateState

DUE = date(2025, 9, 30)
K, S, U = MilestoneKind, Status, UpdateState
OFFSETS = (-60, -8, -7, -1, 0, 1, 10, 11, 63)
"""The day that is looked at, counted from the due date."""


def record(progress: Progress, **details) -> Record:
    return Record(1, "once", progress, **details)


def records(day: date) -> dict[str, dict]:
    """Return what may be recorded, by name, as fields of the milestone; `day` is the day that is looked at."""
    later = day + timedelta(days=1)
    return {
        "nothing": {},
        "not started": {"record": record(Progress.NOT_STARTED)},
        "begun": {"record": record(Progress.IN_PROGRESS)},
        "begun later": {"record": record(Progress.IN_PROGRESS, started_on=later)},
        "done undated": {"record": record(Progress.DONE)},
        "done today": {"record": record(Progress.DONE, done_on=day)},
        "done later": {"record": record(Progress.DONE, done_on=later)},
        "begun, done later": {"record": record(Progress.DONE, started_on=day, done_on=later)},
        "dropped": {"record": record(Progress.DROPPED, dropping=Dropping("Bãi bỏ", day))},
        "dropped later": {"record": record(Progress.DROPPED, dropping=Dropping("Bãi bỏ", later))},
        "item dropped": {"dropping": Dropping("Bãi bỏ", day)},
        "one member done": {"answers": (record(Progress.DONE, agency_id=3, done_on=day),)},
        "a member not begun": {"answers": (record(Progress.NOT_STARTED, agency_id=3),)},
    }


NAMES = tuple(records(DUE))
BEGUN = ("begun", "begun, done later", "one member done")
UNRECORDED = ("nothing", "item dropped")
DATED = (K.DATED, K.SUMMARY, K.EXTERNAL)

# The rows of the table, the first that fits counts. None in a column: any. The offset is an inclusive range.
# (kinds, recorded, offsets, update, tracked) -> status
ROWS = [
    (None, ("dropped", "item dropped"), None, None, None, S.DROPPED),
    (None, ("done undated",), None, None, None, S.DONE),
    ((K.DATED, K.EXTERNAL), ("done today",), (1, 999), None, None, S.DONE_LATE),
    ((K.SUMMARY,), ("done today",), (11, 999), None, None, S.DONE_LATE),
    (None, ("done today",), None, None, None, S.DONE),
    (None, ("nothing",), None, None, False, S.UNTRACKED),
    ((K.STANDING,), None, None, U.OWED, None, S.UPDATE_DUE),
    ((K.STANDING,), None, None, U.GIVEN, None, S.UPDATED),
    ((K.STANDING,), None, None, U.NONE, None, S.IN_PROGRESS),
    ((K.DATED, K.EXTERNAL), None, (1, 999), None, None, S.OVERDUE),
    ((K.SUMMARY,), None, (11, 999), None, None, S.OVERDUE),
    ((K.SUMMARY,), None, (1, 10), None, None, S.DUE_SOON),
    (DATED, None, (-7, 0), None, None, S.DUE_SOON),
    (None, None, None, U.OWED, None, S.UPDATE_DUE),
    (None, BEGUN, None, None, None, S.IN_PROGRESS),
    ((K.EXTERNAL,), None, None, None, None, S.WAITING),
    ((K.UNDATED,), None, None, None, None, S.UNDATED),
    (None, None, None, None, None, S.NOT_DUE),
]


def expected(kind, name, offset, update, tracked) -> Status:
    for kinds, names, offsets, wanted_update, wanted_tracked, status in ROWS:
        fits = (
            (kinds is None or kind in kinds)
            and (names is None or name in names)
            and (offsets is None or offsets[0] <= offset <= offsets[1])
            and (wanted_update is None or update is wanted_update)
            and (wanted_tracked is None or tracked is wanted_tracked)
        )
        if fits:
            return status
    raise AssertionError


@pytest.mark.parametrize("kind", list(MilestoneKind))
@pytest.mark.parametrize("name", NAMES)
def test_every_combination(kind, name) -> None:
    seen = 0
    for offset, update, tracked in product(OFFSETS, UpdateState, (True, False)):
        day = DUE + timedelta(days=offset)
        due = DUE if kind in DATED else None
        one = Milestone(1, "once", kind, None, due, due, is_tracked=tracked, **records(day)[name])
        found = milestone_status(one, day, update)
        assert found.status is expected(kind, name, offset, update, tracked), (offset, update, tracked)
        seen += 1
    assert seen == len(OFFSETS) * 6


def test_an_external_date_that_is_unset_waits() -> None:
    one = Milestone(1, "once", K.EXTERNAL)
    assert milestone_status(one, DUE).status is S.WAITING


@pytest.mark.parametrize(
    ("kind", "offset", "status", "days"),
    [
        (K.DATED, -8, S.NOT_DUE, 8),
        (K.DATED, -7, S.DUE_SOON, 7),
        (K.DATED, 0, S.DUE_SOON, 0),
        (K.DATED, 63, S.OVERDUE, 63),
        (K.SUMMARY, 0, S.DUE_SOON, 0),
        (K.SUMMARY, 1, S.DUE_SOON, 9),
        (K.SUMMARY, 10, S.DUE_SOON, 0),
        (K.SUMMARY, 11, S.OVERDUE, 11),
    ],
)
def test_days_left_and_late_count_from_the_due_date(kind, offset, status, days) -> None:
    found = milestone_status(Milestone(1, "once", kind, None, DUE, DUE), DUE + timedelta(days=offset))
    assert (found.status, found.days) == (status, days)


def test_the_numbers_of_days_are_settings() -> None:
    rules = StatusRules(soon_days=15, summary_days=0)
    summary = Milestone(1, "2025-Q3", K.SUMMARY, None, DUE, DUE)
    assert milestone_status(summary, DUE + timedelta(days=1), rules=rules).status is S.OVERDUE
    assert milestone_status(summary, DUE - timedelta(days=15), rules=rules).status is S.DUE_SOON
    assert milestone_status(summary, DUE - timedelta(days=16), rules=rules).status is S.NOT_DUE


def test_a_standing_task_that_has_not_begun() -> None:
    one = Milestone(1, "standing", K.STANDING, DUE)
    assert milestone_status(one, DUE - timedelta(days=1), U.OWED).status is S.NOT_DUE


# --- results whose lateness a person decides -------------------------------------------------------------------

SUNDAY = date(2025, 11, 9)


@pytest.mark.parametrize(
    ("due", "strict", "done_on", "answer", "status", "asks"),
    [
        (DUE, True, date(2025, 10, 1), None, S.DONE, True),
        (DUE, True, date(2025, 10, 1), True, S.DONE_LATE, False),
        (DUE, True, date(2025, 10, 1), False, S.DONE, False),
        (DUE, True, date(2025, 10, 2), None, S.DONE_LATE, False),
        (DUE, False, date(2025, 10, 1), None, S.DONE_LATE, False),
        (DUE, False, date(2025, 10, 1), False, S.DONE, False),
        (SUNDAY, False, date(2025, 11, 10), None, S.DONE, True),
        (SUNDAY, False, date(2025, 11, 11), None, S.DONE_LATE, False),
        (SUNDAY, False, SUNDAY, None, S.DONE, False),
        (date(2025, 8, 31), False, date(2025, 9, 3), None, S.DONE_LATE, False),
        (date(2026, 4, 30), False, date(2026, 5, 4), None, S.DONE, True),
    ],
)
def test_doubtful_lateness_is_asked_about(due, strict, done_on, answer, status, asks) -> None:
    kept = record(Progress.DONE, done_on=done_on, counts_as_late=answer)
    one = Milestone(1, "once", K.DATED, None, due, due, is_strict=strict, record=kept)
    found = milestone_status(one, date(2026, 12, 31), days_off=days_off((2025, 2026)))
    assert (found.status, found.asks) == (status, asks)


@pytest.mark.parametrize(
    ("seen", "answer", "status", "asks"),
    [
        (date(2025, 10, 10), None, S.DONE, True),
        (date(2025, 10, 10), True, S.DONE_LATE, False),
        (date(2025, 10, 8), None, S.DONE_LATE, False),
    ],
)
def test_a_due_date_moved_forward_later_makes_nothing_late_unasked(seen, answer, status, asks) -> None:
    kept = record(Progress.DONE, done_on=date(2025, 10, 9), due_seen=seen, counts_as_late=answer)
    found = milestone_status(Milestone(1, "once", K.DATED, None, DUE, DUE, record=kept), date(2025, 12, 1))
    assert (found.status, found.asks) == (status, asks)


# --- precedence ------------------------------------------------------------------------------------------------

PRECEDENCE = (
    "overdue", "due_soon", "update_due", "in_progress", "updated", "undated", "waiting", "not_due", "done_late",
    "done", "dropped", "untracked",
)  # fmt: skip


@pytest.mark.parametrize(("first", "second"), list(combinations_with_replacement(PRECEDENCE, 2)))
def test_the_more_pressing_status_leads(first, second) -> None:
    bare = Milestone(1, "once", K.DATED, None, DUE, DUE)
    one, other = MilestoneStatus(bare, Status(first)), MilestoneStatus(bare, Status(second))
    assert item_status(1, [one, other]).status == first
    assert item_status(1, [other, one]).status == first
    assert item_status(1, [one, other]).counts[Status(second)] == (2 if first == second else 1)


@pytest.mark.parametrize(
    ("own", "whole", "status"),
    [(False, True, "dropped"), (True, False, "done"), (True, True, "done"), (None, True, "done")],
)
def test_what_was_done_before_does_not_complete_an_item_that_was_dropped(own, whole, status) -> None:
    """`own`: the milestone was dropped for itself; None: it fell due before 'theo dõi từ ngày'."""
    before, after = date(2025, 5, 1), date(2025, 7, 1)
    gone = Dropping("Bãi bỏ", date(2025, 5, 15))
    done = record(Progress.DONE, done_on=date(2025, 3, 31))
    dropped = record(Progress.DROPPED, dropping=gone) if own else None
    first = Milestone(1, "2025-Q1", K.DATED, None, date(2025, 3, 31), record=done, dropping=gone if whole else None)
    second = replace(first, occurrence="2025-Q2", due=date(2025, 6, 30), record=dropped, is_tracked=own is not None)
    shown = [item_status(1, [milestone_status(one, day) for one in (first, second)]) for day in (before, after)]
    assert [one.status for one in shown] == ["done" if own is None else "not_due", status]
    assert shown[1].counts == {S.DONE: 1, S.DROPPED: 1}


def test_of_two_alike_the_earlier_leads() -> None:
    late = [MilestoneStatus(Milestone(1, str(n), K.DATED, None, date(2025, n, 1)), S.OVERDUE, n) for n in (9, 3)]
    assert item_status(1, late).leading.milestone.occurrence == "3"


# --- words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "screen", "printed"),
    [
        ("not_due", "Chưa đến hạn", "Chưa đến hạn"),
        ("in_progress", "Đang thực hiện", "Đang thực hiện, trong hạn"),
        ("due_soon", "Còn 63 ngày", "Đang thực hiện, trong hạn"),
        ("overdue", "Quá hạn 63 ngày", "Chậm tiến độ"),
        ("done", "Đã hoàn thành", "Hoàn thành đúng hạn"),
        ("done_late", "Hoàn thành quá hạn", "Hoàn thành quá hạn"),
        ("update_due", "Chờ cập nhật kỳ này", "Đang thực hiện, trong hạn"),
        ("updated", "Thường xuyên, đã cập nhật", "Thường xuyên"),
        ("undated", "Chưa xác định thời hạn", "Chưa xác định thời hạn"),
        ("waiting", "Chờ văn bản", "Chờ văn bản"),
        ("dropped", "Không còn thực hiện", "Không còn thực hiện"),
        ("untracked", "Trước ngày theo dõi", "Trước ngày theo dõi"),
    ],
)
def test_words(status, screen, printed) -> None:
    one = MilestoneStatus(Milestone(1, "once", K.DATED, None, DUE, DUE), Status(status), 63)
    assert (screen_words(one), printed_words(one)) == (screen, printed)


@pytest.mark.parametrize(("days", "words"), [(0, "Hôm nay"), (1, "Ngày mai"), (2, "Còn 2 ngày")])
def test_the_nearest_days_have_words(days, words) -> None:
    assert screen_words(MilestoneStatus(Milestone(1, "once", K.DATED, None, DUE, DUE), S.DUE_SOON, days)) == words
    late = MilestoneStatus(Milestone(1, "once", K.DATED, None, DUE, DUE), S.OVERDUE, days)
    assert screen_words(late) == f"Quá hạn {days} ngày"


def test_every_status_has_words() -> None:
    assert set(STATUS_WORDS) == set(Status)


@pytest.mark.parametrize(
    ("one", "update", "printed"),
    [
        (Milestone(1, "s", K.STANDING), U.OWED, "Thường xuyên"),
        (Milestone(1, "s", K.STANDING), U.NONE, "Thường xuyên"),
        (Milestone(1, "o", K.DATED, None, DUE), U.OWED, "Chưa đến hạn"),
        (Milestone(1, "o", K.UNDATED), U.OWED, "Chưa xác định thời hạn"),
        (Milestone(1, "o", K.UNDATED, record=record(Progress.IN_PROGRESS)), U.NONE, "Đang thực hiện"),
    ],
)
def test_a_paper_tells_what_lies_beneath_an_update(one, update, printed) -> None:
    assert printed_words(milestone_status(one, DUE - timedelta(days=30), update)) == printed
