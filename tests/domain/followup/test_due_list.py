"""The due list: groups, late days, days off, agencies, on a plan of our own."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.days_off import days_off
from cchc_desktop.domain.followup.due_list import by_agency, due_list
from cchc_desktop.domain.followup.ledger import build_ledger
from cchc_desktop.domain.followup.records import Extension, Progress, Record
from cchc_desktop.domain.followup.rollups import plan_status
from tests.domain.followup.stage import led_by, task, tree

ITEMS = [
    task("Trong tháng 7/2025", 1, lead=led_by(3)),
    task("Trước ngày 10 của tháng cuối quý", 2, lead=led_by(3, 4)),
    task("Hàng quý", 3),
    task("Cả năm 2025", 4, lead=led_by(4)),
    task("Thường xuyên", 5),
    task("Theo lộ trình năm 2025", 6),
    task("Theo kế hoạch", 7),
    task(None, 8),
]
REST = days_off([2025], {date(2025, 9, 1): "Quốc khánh"}, {date(2025, 8, 30): "Làm bù"})


def listed(as_of, items=ITEMS, records=(), extensions=(), **options):
    return due_list(plan_status(tree(items), build_ledger(records, extensions), as_of), REST, **options)


def rows(as_of, **options):
    return [(row.item_id, row.occurrence, str(row.group), row.late_days) for row in listed(as_of, **options)]


TAIL = [(8, "once", "undated", 0), (7, "once", "waiting", 0)]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (
            date(2025, 9, 1),
            [
                (1, "once", "overdue", 32), (2, "2025-Q3", "month", 0), (3, "2025-Q3", "month", 0),
                (2, "2025-Q4", "later", 0), (3, "2025-Q4", "later", 0), (4, "once", "later", 0),
                (6, "once", "later", 0),
            ],
        ),
        (
            date(2025, 10, 1),
            [
                (1, "once", "overdue", 62), (2, "2025-Q3", "overdue", 22), (3, "2025-Q3", "week", 0),
                (2, "2025-Q4", "quarter", 0), (3, "2025-Q4", "quarter", 0), (4, "once", "quarter", 0),
                (6, "once", "quarter", 0),
            ],
        ),
        (
            date(2025, 10, 11),
            [
                (1, "once", "overdue", 72), (2, "2025-Q3", "overdue", 32), (3, "2025-Q3", "overdue", 11),
                (2, "2025-Q4", "quarter", 0), (3, "2025-Q4", "quarter", 0), (4, "once", "quarter", 0),
                (6, "once", "quarter", 0),
            ],
        ),
    ],
)  # fmt: skip
def test_rows_by_group_and_date(as_of, expected) -> None:
    assert rows(as_of) == expected + TAIL


@pytest.mark.parametrize(
    ("as_of", "overdue", "week", "month", "quarter", "later"),
    [
        (date(2025, 9, 1), "1", "", "2 3", "", "2 3 4 6"),
        (date(2025, 9, 9), "1", "2", "3", "", "2 3 4 6"),
        (date(2025, 9, 10), "1 2", "", "3", "", "2 3 4 6"),
        (date(2025, 9, 30), "1 2", "3", "", "", "2 3 4 6"),
        (date(2025, 12, 2), "1 2 3", "2", "3 4 6", "", ""),
        (date(2025, 12, 31), "1 2 3 2", "3 4 6", "", "", ""),
        (date(2026, 1, 1), "1 2 3 2 4 6", "3", "", "", ""),
    ],
)
def test_groups_through_the_half_year(as_of, overdue, week, month, quarter, later) -> None:
    found: dict[str, list[str]] = {}
    for item_id, _, group, _ in rows(as_of):
        found.setdefault(group, []).append(str(item_id))
    wanted = {"overdue": overdue, "week": week, "month": month, "quarter": quarter, "later": later}
    wanted |= {"undated": "8", "waiting": "7"}
    assert {group: " ".join(items) for group, items in found.items()} == {key: of for key, of in wanted.items() if of}


def test_only_the_days_that_were_asked_for() -> None:
    assert [row[0] for row in rows(date(2025, 9, 1), days=8)] == [1, 2]
    assert [row[0] for row in rows(date(2025, 9, 1), days=7)] == [1]


def test_results_leave_the_list_from_their_day_on() -> None:
    done = [Record(1, "once", Progress.DONE, done_on=date(2025, 8, 5))]
    assert rows(date(2025, 8, 4), records=done)[0] == (1, "once", "overdue", 4)
    assert 1 not in [row[0] for row in rows(date(2025, 8, 5), records=done)]


def test_an_extension_moves_the_row_and_shows_both_dates() -> None:
    granted = [Extension(1, "once", date(2025, 9, 5), "CV 12/UBND", granted_on=date(2025, 7, 30))]
    found = listed(date(2025, 9, 1), extensions=granted)[0]
    assert (found.item_id, found.due, found.planned_due) == (1, date(2025, 9, 5), date(2025, 7, 31))


@pytest.mark.parametrize(
    ("words", "day_off", "made_up"),
    [
        ("31/8/2025", "Chủ nhật", None),
        ("01/9/2025", "Quốc khánh", None),
        ("02/9/2025", "Quốc khánh", None),
        ("03/9/2025", None, None),
        ("30/8/2025", None, "Làm bù"),
    ],
)
def test_days_off_are_shown_and_never_shift(words, day_off, made_up) -> None:
    (found,) = listed(date(2025, 8, 25), items=[task(words)])
    assert (found.day_off, found.made_up) == (day_off, made_up)
    assert f"{found.due:%d/%m/%Y}".lstrip("0").replace("/0", "/") == words.lstrip("0")


def test_a_row_stands_with_each_of_its_leads() -> None:
    found = by_agency(listed(date(2025, 9, 1), days=30))
    assert {key: [row.item_id for row in of] for key, of in found.items()} == {3: [1, 2], 4: [2], None: [3]}
