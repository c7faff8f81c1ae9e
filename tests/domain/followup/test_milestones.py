"""Milestones of an item: kinds, extensions, orphans, 'theo dõi từ ngày', answers of a group."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.ledger import build_ledger
from cchc_desktop.domain.followup.milestones import MilestoneKind, followed_items, plan_milestones, usual_tracking_start
from cchc_desktop.domain.followup.records import WHOLE_ITEM, Dropping, Extension, Progress, Record
from cchc_desktop.domain.items import ItemKind
from tests.domain.followup.stage import HALF, YEAR, milestones, plan, task, tree

SEPTEMBER = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trước ngày 10/12/2025", [("once", "dated", date(2025, 12, 9), True)]),
        ("Chậm nhất 10/12/2025", [("once", "dated", date(2025, 12, 10), False)]),
        ("Quý III,IV/2025)", [("once", "dated", date(2025, 12, 31), False)]),
        (
            "Trước ngày 10 của tháng cuối quý",
            [("2025-Q3", "dated", date(2025, 9, 9), True), ("2025-Q4", "dated", date(2025, 12, 9), True)],
        ),
        (
            "Hàng quý",
            [("2025-Q3", "summary", date(2025, 9, 30), False), ("2025-Q4", "summary", date(2025, 12, 31), False)],
        ),
        ("Theo lộ trình năm 2025", [("once", "external", date(2025, 12, 31), False)]),
        ("Theo kế hoạch", [("once", "external", None, False)]),
        ("Thường xuyên", [("standing", "standing", None, False)]),
        (None, [("once", "undated", None, False)]),
        (
            "Thường xuyên, định kỳ hằng quý báo cáo",
            [
                ("2025-Q3", "summary", date(2025, 9, 30), False),
                ("2025-Q4", "summary", date(2025, 12, 31), False),
                ("standing", "standing", None, False),
            ],
        ),
    ],
)
def test_words_give_milestones(words, expected) -> None:
    found = milestones(words).milestones
    assert [(one.occurrence, str(one.kind), one.due, one.is_strict) for one in found] == expected


def test_an_extension_moves_the_due_date_and_keeps_the_planned_one() -> None:
    ledger = build_ledger(
        extensions=[
            Extension(1, "once", date(2025, 11, 15), "CV 12", id=1, granted_on=date(2025, 9, 20)),
            Extension(1, "once", date(2025, 12, 1), "CV 40", id=2, granted_on=date(2025, 11, 10)),
        ]
    )
    due = {
        as_of: milestones("31/10/2025", ledger=ledger, as_of=as_of).milestones[0].due
        for as_of in (date(2025, 9, 19), date(2025, 9, 20), date(2025, 11, 10))
    }
    assert list(due.values()) == [date(2025, 10, 31), date(2025, 11, 15), date(2025, 12, 1)]
    last = milestones("31/10/2025", ledger=ledger, as_of=date(2025, 12, 1)).milestones[0]
    assert (last.planned_due, last.extension and last.extension.document) == (date(2025, 10, 31), "CV 40")


def test_an_extended_summary_is_an_exact_date() -> None:
    ledger = build_ledger(extensions=[Extension(1, "2025-Q3", date(2025, 10, 15), "CV 12")])
    first = milestones("Hàng quý", ledger=ledger).milestones[0]
    assert (first.kind, first.due) == (MilestoneKind.DATED, date(2025, 10, 15))


def test_what_no_longer_fits_is_handed_back() -> None:
    record = Record(1, "2025-07", Progress.DONE, result="Đã làm")
    extension = Extension(1, "2025-08", date(2025, 9, 5), "CV 3")
    found = milestones("Hàng quý", ledger=build_ledger([record], [extension]))
    assert found.needs_decision
    assert (found.orphan_records, found.orphan_extensions) == ((record,), (extension,))


def test_an_undated_item_keeps_its_record_when_a_date_is_set() -> None:
    ledger = build_ledger([Record(1, "once", Progress.IN_PROGRESS)])
    for words in (None, "Theo kế hoạch", "31/10/2025", "Quý IV/2025"):
        found = milestones(words, ledger=ledger)
        assert not found.needs_decision
        assert found.milestones[0].record is not None


@pytest.mark.parametrize(
    ("tracked_from", "tracked"),
    [
        (None, [True, True]),
        (date(2025, 9, 9), [True, True]),
        (date(2025, 9, 10), [False, True]),
        (date(2025, 12, 10), [False, False]),
    ],
)
def test_milestones_before_the_day_of_tracking(tracked_from, tracked) -> None:
    found = milestones("Trước ngày 10 của tháng cuối quý", tracked_from=tracked_from)
    assert [one.is_tracked for one in found.milestones] == tracked


def test_an_extension_beyond_the_day_of_tracking_is_tracked() -> None:
    ledger = build_ledger(extensions=[Extension(1, "once", date(2025, 10, 1), "CV 3")])
    found = milestones("Trong tháng 7/2025", ledger=ledger, tracked_from=date(2025, 9, 1))
    assert found.milestones[0].is_tracked


def test_members_answer_and_the_common_result_decides() -> None:
    answers = [Record(1, "once", Progress.DONE, id=n, agency_id=n, done_on=date(2025, 8, n)) for n in (3, 4)]
    one = milestones("Quý III/2025", ledger=build_ledger(answers)).milestones[0]
    assert one.progress_on(date(2025, 8, 2)) is Progress.NOT_STARTED
    assert one.progress_on(SEPTEMBER) is Progress.IN_PROGRESS
    common = Record(1, "once", Progress.DONE, done_on=date(2025, 8, 30))
    both = milestones("Quý III/2025", ledger=build_ledger([*answers, common])).milestones[0]
    assert both.progress_on(date(2025, 8, 29)) is Progress.IN_PROGRESS
    assert both.progress_on(SEPTEMBER) is Progress.DONE
    assert [one.agency_id for one in both.answers] == [3, 4]


def test_a_dropped_item_drops_what_was_not_done() -> None:
    whole = Record(1, WHOLE_ITEM, Progress.DROPPED, dropping=Dropping("Bãi bỏ", date(2025, 10, 15)))
    done = Record(1, "2025-Q3", Progress.DONE, done_on=date(2025, 9, 8))
    found = milestones("Trước ngày 10 của tháng cuối quý", ledger=build_ledger([whole, done]))
    assert not found.needs_decision
    assert [one.progress_on(date(2025, 10, 14)) for one in found.milestones] == ["done", "not_started"]
    assert [one.progress_on(date(2025, 10, 15)) for one in found.milestones] == ["done", "dropped"]


def test_groupings_are_not_followed() -> None:
    items = [
        task(None, 1, kind=ItemKind.OBJECTIVE),
        task(None, 2, kind=ItemKind.TASK, parent_id=1),
        task("Hàng quý", 3, kind=ItemKind.ACTIVITY, parent_id=2),
        task(None, 4, kind=ItemKind.ACTIVITY, parent_id=2),
        task("Cả năm 2025", 5),
        task("Thường xuyên", 6, kind=ItemKind.SUB_ITEM, parent_id=5),
        task(None, 7, kind=ItemKind.OBJECTIVE),
    ]
    assert [item.id for item in followed_items(tree(items))] == [3, 4, 5, 6]


def test_a_plan_of_the_level_above_is_not_followed() -> None:
    assert plan_milestones(tree([task("Hàng quý")], plan(superior=True)), build_ledger(), SEPTEMBER) == ()


@pytest.mark.parametrize(
    ("imported", "expected"),
    [
        (date(2025, 6, 20), None),
        (date(2025, 7, 1), None),
        (date(2025, 9, 5), date(2025, 9, 5)),
        (date(2025, 12, 31), date(2025, 12, 31)),
        (date(2026, 1, 1), None),
    ],
)
def test_the_day_of_tracking_offered_at_import(imported, expected) -> None:
    assert usual_tracking_start(HALF, imported) == expected


def test_milestones_stand_by_their_date() -> None:
    ledger = build_ledger(extensions=[Extension(1, "2026-Q1", date(2026, 8, 1), "CV 3")])
    found = milestones("Hàng quý", YEAR, ledger=ledger, as_of=date(2026, 5, 1))
    assert [one.occurrence for one in found.milestones] == ["2026-Q2", "2026-Q1", "2026-Q3", "2026-Q4"]
