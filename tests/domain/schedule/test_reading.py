"""Time words -> schedule: DOMAIN's table, what else clerks write, and what must be asked about."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Schedule, ScheduleKind, schedule_to_json
from cchc_desktop.domain.schedule.reading import read_schedule

PLANS = {
    "2025b": Period(date(2025, 7, 1), date(2025, 12, 31)),
    "2026": Period(date(2026, 1, 1), date(2026, 12, 31)),
    "21-25": Period(date(2021, 1, 1), date(2025, 12, 31)),
    "26-30": Period(date(2026, 1, 1), date(2030, 12, 31)),
    "work": Period(date(2025, 12, 15), date(2026, 12, 14)),
}
YEAR_ENDS = "2026-12-31 2027-12-31 2028-12-31 2029-12-31 2030-12-31"
MONTH_ENDS_2025B = "2025-07-31 2025-08-31 2025-09-30 2025-10-31 2025-11-30 2025-12-31"
QUARTER_ENDS = "2026-03-31 2026-06-30 2026-09-30 2026-12-31"
ALL_QUARTERS = (3, 6, 9, 12)

# plan, words, kind, start, due, every, months
TABLE = [
    ("2025b", "Trong tháng 7/2025", "window", "2025-07-01", "2025-07-31", "", ()),
    ("2025b", "Trước ngày 10/12/2025", "deadline", None, "2025-12-09", "", ()),
    (
        "2025b",
        "Trước ngày 10 của tháng cuối quý",
        "recurrence",
        None,
        "2025-09-09 2025-12-09",
        "quarter",
        ALL_QUARTERS,
    ),
    ("2025b", "Quý IV/2025", "window", "2025-10-01", "2025-12-31", "", ()),
    ("2025b", "Quý III năm 2025", "window", "2025-07-01", "2025-09-30", "", ()),
    ("2025b", "Quý III,IV/2025", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Quý III, IV/2025", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Quý III-IV/2025", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Quý III – IV/2025", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Quý III,IV/2025)", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Cả năm 2025", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Hàng tháng", "recurrence", None, MONTH_ENDS_2025B, "month", ()),
    ("2025b", "Hàng quý", "recurrence", None, "2025-09-30 2025-12-31", "quarter", ()),
    ("26-30", "Hàng năm", "recurrence", None, YEAR_ENDS, "year", ()),
    ("26-30", "Hằng năm", "recurrence", None, YEAR_ENDS, "year", ()),
    ("26-30", "Quý IV hàng năm", "recurrence", "2026-10-01", YEAR_ENDS, "year", (10, 11, 12)),
    ("2025b", "Thường xuyên", "standing", None, "", "", ()),
    ("26-30", "2026-2030", "window", "2026-01-01", "2030-12-31", "", ()),
    ("26-30", "2026- 2030", "window", "2026-01-01", "2030-12-31", "", ()),
    ("26-30", "Giai đoạn 2026-2030", "window", "2026-01-01", "2030-12-31", "", ()),
    ("21-25", "Năm 2021-2025", "window", "2021-01-01", "2025-12-31", "", ()),
    ("26-30", "2026 - tháng 2/2027", "window", "2026-01-01", "2027-02-28", "", ()),
    ("26-30", "2026 - tháng 2/2028", "window", "2026-01-01", "2028-02-29", "", ()),
    ("21-25", "Từ năm 2022 - đến hết 31/12/2025", "window", "2022-01-01", "2025-12-31", "", ()),
    ("2025b", "Từ năm 2022 - đến hết 31/12/2025", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Đạt 100% đến 31/12/2025", "deadline", None, "2025-12-31", "", ()),
    (
        "2025b",
        "Kết hợp báo cáo công tác KSTTHC quý, năm",
        "recurrence",
        None,
        "2025-09-30 2025-12-31",
        "quarter year",
        (),
    ),
    ("2025b", "Theo thời gian đánh giá hàng năm của Sở Y tế", "external", None, "", "", ()),
    ("2025b", "Theo lộ trình năm 2025", "external", "2025-07-01", "2025-12-31", "", ()),
    ("2025b", "Theo kế hoạch", "external", None, "", "", ()),
    ("2025b", "Khi có phát sinh", "external", None, "", "", ()),
    # others in use
    ("2025b", "31/10/2025", "deadline", None, "2025-10-31", "", ()),
    ("2025b", "Tháng 12/2025", "window", "2025-12-01", "2025-12-31", "", ()),
    ("26-30", "Trước năm 2030", "deadline", None, "2029-12-31", "", ()),
    ("26-30", "Tháng 12 hằng năm", "recurrence", "2026-12-01", YEAR_ENDS, "year", (12,)),
    ("2026", "Tháng 6, 12 hằng năm", "recurrence", "2026-06-01", "2026-06-30 2026-12-31", "year", (6, 12)),
    ("21-25", "Quý IV/2025- Quý II/2026", "window", "2025-10-01", "2025-12-31", "", ()),
    ("26-30", "Quý IV/2026- Quý II/2027", "window", "2026-10-01", "2027-06-30", "", ()),
    (
        "2025b",
        "Thường xuyên, định kỳ hằng quý báo cáo UBND xã",
        "standing",
        None,
        "2025-09-30 2025-12-31",
        "quarter",
        (),
    ),
    ("2025b", "6 tháng/lần", "recurrence", None, "2025-12-31", "half_year", ()),
    ("2025b", "Báo cáo sau khi Thành phố ban hành", "external", None, "", "", ()),
    # moments and their spellings
    ("2025b", "31-12-2025", "deadline", None, "2025-12-31", "", ()),
    ("2025b", "31.12.2025", "deadline", None, "2025-12-31", "", ()),
    ("2025b", "31/12/25", "deadline", None, "2025-12-31", "", ()),
    ("2025b", "ngày 31 tháng 12 năm 2025", "deadline", None, "2025-12-31", "", ()),
    ("2025b", "05/9/2025", "deadline", None, "2025-09-05", "", ()),
    ("2025b", "T7/2025", "window", "2025-07-01", "2025-07-31", "", ()),
    ("2025b", "7/2025", "window", "2025-07-01", "2025-07-31", "", ()),
    ("2025b", "tháng 07 năm 2025", "window", "2025-07-01", "2025-07-31", "", ()),
    ("2025b", "QUÝ III/2025", "window", "2025-07-01", "2025-09-30", "", ()),
    ("2025b", "Quí 3/2025", "window", "2025-07-01", "2025-09-30", "", ()),
    ("2025b", "Qúy 3/2025", "window", "2025-07-01", "2025-09-30", "", ()),
    ("2025b", "Q3/2025", "window", "2025-07-01", "2025-09-30", "", ()),
    ("2025b", "Quý 4-2025", "window", "2025-10-01", "2025-12-31", "", ()),
    ("2025b", "quý4/2025.", "window", "2025-10-01", "2025-12-31", "", ()),
    ("2026", "6 tháng đầu năm 2026", "window", "2026-01-01", "2026-06-30", "", ()),
    ("2025b", "6 tháng cuối năm", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2026", "9 tháng đầu năm 2026", "window", "2026-01-01", "2026-09-30", "", ()),
    ("2026", "Sáu tháng đầu năm 2026", "window", "2026-01-01", "2026-06-30", "", ()),
    # a missing year that the plan leaves no choice about
    ("2025b", "Tháng 9", "window", "2025-09-01", "2025-09-30", "", ()),
    ("2025b", "Quý IV", "window", "2025-10-01", "2025-12-31", "", ()),
    ("2025b", "15/10", "deadline", None, "2025-10-15", "", ()),
    ("2025b", "Trước 31/10", "deadline", None, "2025-10-30", "", ()),
    ("2025b", "Trong năm", "window", "2025-07-01", "2025-12-31", "", ()),
    ("2026", "Cả năm", "window", "2026-01-01", "2026-12-31", "", ()),
    ("2025b", "Trong quý III", "window", "2025-07-01", "2025-09-30", "", ()),
    ("2026", "Trước ngày 10 tháng 12", "deadline", None, "2026-12-09", "", ()),
    ("26-30", "Cả giai đoạn", "window", "2026-01-01", "2030-12-31", "", ()),
    # deadlines: strict and inclusive
    ("2026", "Chậm nhất 15/12/2026", "deadline", None, "2026-12-15", "", ()),
    ("2026", "Chậm nhất trước ngày 15/12/2026", "deadline", None, "2026-12-14", "", ()),
    ("2026", "Không quá 30/6/2026", "deadline", None, "2026-06-30", "", ()),
    ("2026", "Đến hết quý III/2026", "deadline", None, "2026-09-30", "", ()),
    ("26-30", "Đến năm 2030", "deadline", None, "2030-12-31", "", ()),
    ("2025b", "Hoàn thành trước 30/9/2025", "deadline", None, "2025-09-29", "", ()),
    ("2025b", "Hoàn thành ngày 30/9/2025", "deadline", None, "2025-09-30", "", ()),
    ("2026", "Trước tháng 12/2026", "deadline", None, "2026-11-30", "", ()),
    ("2026", "Trước ngày 01/3/2026", "deadline", None, "2026-02-28", "", ()),
    ("26-30", "Trước ngày 01/3/2028", "deadline", None, "2028-02-29", "", ()),
    ("2026", "Cuối năm 2026", "deadline", None, "2026-12-31", "", ()),
    ("2026", "cuối quý III", "deadline", None, "2026-09-30", "", ()),
    ("2026", "15/6, 15/12/2026", "deadline", None, "2026-06-15 2026-12-15", "", ()),
    ("2026", "Trước 15/6 và 15/12/2026", "deadline", None, "2026-06-14 2026-12-14", "", ()),
    # windows: lists and ranges
    ("2025b", "Từ tháng 8 đến tháng 10/2025", "window", "2025-08-01", "2025-10-31", "", ()),
    ("2025b", "Từ 01/8/2025 đến 30/9/2025", "window", "2025-08-01", "2025-09-30", "", ()),
    ("2026", "01/3/2026-30/6/2026", "window", "2026-03-01", "2026-06-30", "", ()),
    ("2025b", "Từ ngày 01/8 đến trước ngày 30/9/2025", "window", "2025-08-01", "2025-09-29", "", ()),
    ("2025b", "Tháng 8-9/2025", "window", "2025-08-01", "2025-09-30", "", ()),
    ("2025b", "Tháng 7,8,9/2025", "window", "2025-07-01", "2025-09-30", "", ()),
    ("2025b", "Quý III/2025, Quý IV/2025", "window", "2025-07-01", "2025-12-31", "", ()),
    ("26-30", "Từ tháng 11 đến tháng 2/2027", "window", "2026-11-01", "2027-02-28", "", ()),
    ("26-30", "Năm 2026, 2027", "window", "2026-01-01", "2027-12-31", "", ()),
    ("26-30", "Năm 2026, 2028", "window", "2026-01-01", "2026-12-31 2028-12-31", "", ()),
    ("2026", "Quý I, III/2026", "window", "2026-01-01", "2026-03-31 2026-09-30", "", ()),
    ("2026", "Quý II và Quý IV/2026", "window", "2026-04-01", "2026-06-30 2026-12-31", "", ()),
    ("2026", "Quý I, II, III, IV", "window", "2026-01-01", "2026-12-31", "", ()),
    ("2025b", "Quý IV/2025 và các năm tiếp theo", "window", "2025-10-01", "2025-12-31", "", ()),
    ("26-30", "Năm 2027 và các năm tiếp theo", "window", "2027-01-01", "2030-12-31", "", ()),
    ("2026", "Dự kiến quý IV/2026", "window", "2026-10-01", "2026-12-31", "", ()),
    # recurrences
    ("2025b", "Định kỳ hàng quý", "recurrence", None, "2025-09-30 2025-12-31", "quarter", ()),
    ("2025b", "01 quý/lần", "recurrence", None, "2025-09-30 2025-12-31", "quarter", ()),
    ("2026", "3 tháng/lần", "recurrence", None, QUARTER_ENDS, "quarter", ()),
    ("2025b", "1 lần/năm", "recurrence", None, "2025-12-31", "year", ()),
    ("2026", "Mỗi năm 1 lần", "recurrence", None, "2026-12-31", "year", ()),
    ("2026", "Cuối mỗi quý", "recurrence", None, QUARTER_ENDS, "quarter", ()),
    ("2026", "Theo quý, năm", "recurrence", None, QUARTER_ENDS, "quarter year", ()),
    ("2026", "Định kỳ 6 tháng, năm", "recurrence", None, "2026-06-30 2026-12-31", "half_year year", ()),
    (
        "2026",
        "Hàng quý, 6 tháng, 9 tháng, năm",
        "recurrence",
        None,
        QUARTER_ENDS,
        "quarter half_year nine_months year",
        (),
    ),
    ("26-30", "Trước 15/12 hàng năm", "recurrence", None, YEAR_ENDS.replace("31", "14"), "year", (12,)),
    ("2026", "Hằng năm, trước 15/12", "recurrence", None, "2026-12-14", "year", (12,)),
    ("2026", "ngày 15/6 và 15/12 hằng năm", "recurrence", None, "2026-06-15 2026-12-15", "year", (6, 12)),
    (
        "2026",
        "ngày 09 các tháng 3, 6, 9, 12",
        "recurrence",
        None,
        "2026-03-09 2026-06-09 2026-09-09 2026-12-09",
        "year",
        ALL_QUARTERS,
    ),
    (
        "2026",
        "Quý III, IV hằng năm",
        "recurrence",
        "2026-07-01",
        "2026-09-30 2026-12-31",
        "year",
        (7, 8, 9, 10, 11, 12),
    ),
    (
        "2025b",
        "Trước ngày 15 hàng tháng",
        "recurrence",
        None,
        "2025-07-14 2025-08-14 2025-09-14 2025-10-14 2025-11-14 2025-12-14",
        "month",
        (),
    ),
    (
        "2025b",
        "Ngày 20 hằng tháng",
        "recurrence",
        None,
        "2025-07-20 2025-08-20 2025-09-20 2025-10-20 2025-11-20 2025-12-20",
        "month",
        (),
    ),
    ("2025b", "Ngày 05 tháng đầu quý", "recurrence", None, "2025-07-05 2025-10-05", "quarter", (1, 4, 7, 10)),
    (
        "2025b",
        "Hàng quý (trước ngày 10 tháng cuối quý)",
        "recurrence",
        None,
        "2025-09-09 2025-12-09",
        "quarter",
        ALL_QUARTERS,
    ),
    (
        "26-30",
        "Hàng năm, từ năm 2027 đến năm 2029",
        "recurrence",
        None,
        "2027-12-31 2028-12-31 2029-12-31",
        "year",
        (),
    ),
    ("26-30", "Hàng quý, năm 2026", "recurrence", None, QUARTER_ENDS, "quarter", ()),
    ("work", "Hằng năm", "recurrence", None, "2025-12-31", "year", ()),
    # standing and mixes
    ("2025b", "Liên tục", "standing", None, "", "", ()),
    ("2026", "Hằng ngày", "standing", None, "", "", ()),
    ("2025b", "Thường xuyên trong năm", "standing", "2025-07-01", "", "", ()),
    ("2025b", "Thường xuyên, hàng năm", "standing", None, "2025-12-31", "year", ()),
    ("2026", "Thường xuyên; hoàn thành trước 31/10/2026", "standing", None, "2026-10-30", "", ()),
    ("2026", "Quý IV/2026, thường xuyên", "window", "2026-10-01", "2026-12-31", "", ()),
    ("2026", "Báo cáo UBND/HĐND hằng quý", "recurrence", None, QUARTER_ENDS, "quarter", ()),
    # events
    ("2025b", "Khi có yêu cầu", "external", None, "", "", ()),
    ("2025b", "Đột xuất", "external", None, "", "", ()),
    ("2025b", "Theo kế hoạch của Thành phố", "external", None, "", "", ()),
    ("2025b", "Sau khi có hướng dẫn của cấp trên", "external", None, "", "", ()),
    ("2025b", "Trong vòng 15 ngày sau khi Thành phố ban hành", "external", None, "", "", ()),
    ("2025b", "Theo Kế hoạch số 12/KH-UBND ngày 30/7/2025", "external", None, "", "", ()),
    ("2025b", "Theo Quyết định số 2025/QĐ-UBND", "external", None, "", "", ()),
    (
        "2025b",
        "Theo Kế hoạch của UBND thành phố, hoàn thành trước 30/11/2025",
        "external",
        None,
        "2025-11-29",
        "",
        (),
    ),
    ("2025b", "Quý IV/2025 theo kế hoạch của UBND thành phố", "window", "2025-10-01", "2025-12-31", "", ()),
    ("2025b", "Hàng quý hoặc khi có yêu cầu", "recurrence", None, "2025-09-30 2025-12-31", "quarter", ()),
]

# Nothing, the impossible, the ambiguous, and what only looks like a time: always a question, never a date.
ASKED = [
    ("2025b", "31/02/2025"),
    ("2025b", "30/2"),
    ("2026", "29/02/2026"),
    ("2026", "29/02"),
    ("2025b", "32/10/2025"),
    ("2025b", "15/13/2025"),
    ("2025b", "tháng 13"),
    ("2025b", "tháng 0/2025"),
    ("2025b", "Quý V"),
    ("2025b", "Quý 5/2025"),
    ("2025b", "Quý I/2025"),
    ("2025b", "Quý IV/2026"),
    ("2025b", "10/6/2025"),
    ("2025b", "Trước 01/7/2025"),
    ("2025b", "Đến năm 2030"),
    ("2025b", "Từ 30/9/2025 đến 01/8/2025"),
    ("2025b", "Quý IV - III/2025"),
    ("2025b", "ngày 31 hằng tháng"),
    ("2025b", "ngày 30 hằng tháng"),
    ("2025b", "ngày 31 tháng cuối quý"),
    ("26-30", "Tháng 9"),
    ("26-30", "Quý IV"),
    ("26-30", "15/10"),
    ("26-30", "Trong năm"),
    ("work", "Quý IV"),
    ("26-30", "Quý IV/2027 và các năm tiếp theo"),
    ("2025b", "Hằng tuần"),
    ("2025b", "Tuần 1 tháng 8"),
    ("2025b", "2 lần/năm"),
    ("2025b", "2 quý/lần"),
    ("2025b", "9 tháng"),
    ("2025b", "Quý"),
    ("2025b", "đầu quý III"),
    ("2025b", "Giữa tháng 9/2025"),
    ("2025b", "Sau 15/10/2025"),
    ("2025b", "Từ tháng 8/2025"),
    ("2025b", "ngày 15"),
    ("2025b", "30 ngày"),
    ("2025b", "Hằng quý, trước ngày 10"),
    ("2025b", "Quý III/2025 hoặc quý IV/2025"),
    ("2025b", "Không thực hiện trong quý III/2025"),
    ("2025b", "Năm học 2025-2026"),
    ("2025b", "Quý III/2025 123456"),
    ("2025b", "Quý IV/2025 (?)"),
    ("2025b", "Định kỳ"),
    ("2025b", "Tháng 9/2025 - 15/10/2025 - 12/2025"),
    ("2025b", "xã Vĩnh Lập"),
    ("2025b", "01/01/0025"),
]


@pytest.mark.parametrize(("plan", "words", "kind", "start", "due", "every", "months"), TABLE)
def test_reads(
    plan: str, words: str, kind: str, start: str | None, due: str, every: str, months: tuple[int, ...]
) -> None:
    read = schedule_to_json(read_schedule(words, PLANS[plan]))
    expected = (kind, start, due.split(), every.split(), list(months), None)
    assert tuple(read[name] for name in ("kind", "start", "due", "every", "months", "question")) == expected


@pytest.mark.parametrize(("plan", "words"), ASKED)
def test_asks_instead_of_guessing(plan: str, words: str) -> None:
    schedule = read_schedule(words, PLANS[plan])
    assert schedule.kind is ScheduleKind.UNSPECIFIED
    assert schedule.due == () and schedule.rules == ()
    assert schedule.question and words.strip() in schedule.question


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Kết hợp báo cáo công tác KSTTHC quý, năm", "báo cáo công tác KSTTHC quý, năm"),
        ("Theo lộ trình năm 2025", "Theo lộ trình năm 2025"),
        ("Hàng quý hoặc khi có yêu cầu", "khi có yêu cầu"),
        ("Khi có phát sinh; hằng quý", "Khi có phát sinh"),
        ("Sau khi có hướng dẫn của cấp trên.", "Sau khi có hướng dẫn của cấp trên"),
        ("Trong 15 ngày sau khi Thành phố ban hành", "Trong 15 ngày sau khi Thành phố ban hành"),
        ("Theo Kế hoạch, hướng dẫn của Sở", "Theo Kế hoạch, hướng dẫn của Sở"),
        ("Thường xuyên", None),
    ],
)
def test_keeps_the_event_words(words: str, event: str | None) -> None:
    assert read_schedule(words, PLANS["2025b"]).event == event


@pytest.mark.parametrize("words", [None, "", "   \u00a0", "\n", "-", " ; "])
def test_an_empty_cell_is_asked_about(words: str | None) -> None:
    schedule = read_schedule(words, PLANS["2025b"])
    assert (schedule.kind, schedule.due) == (ScheduleKind.UNSPECIFIED, ())
    assert schedule.question and "để trống" in schedule.question


def test_no_words_are_no_words() -> None:
    assert read_schedule(" ", PLANS["2025b"]).words is None


def test_keeps_the_words_as_written() -> None:
    assert read_schedule(" Quý III,IV/2025) ", PLANS["2025b"]).words == " Quý III,IV/2025) "


def test_a_recurrence_without_a_day_inside_the_plan_is_asked_about() -> None:
    schedule = read_schedule("Hằng năm", Period(date(2026, 1, 1), date(2026, 6, 30)))
    assert schedule.kind is ScheduleKind.RECURRENCE
    assert schedule.due == () and schedule.question


def meaning(schedule: Schedule) -> tuple[object, ...]:
    return (schedule.kind, schedule.start, schedule.due, schedule.every, schedule.months)


_TIME_WORDS = (
    "quý tháng năm ngày hằng hàng mỗi trước sau đến từ trong cả cuối đầu giữa thường xuyên định kỳ theo khi "
    "lần giai đoạn kế hoạch 6 9 12 15 31 2025 2026 2030 III IV V / - – , ; . ( ) và 31/12/2025 15/10 7/2025 "
    "tiếp kết hợp % ?"
)
_FRAGMENTS = _TIME_WORDS.split()
fragments = st.lists(st.sampled_from(_FRAGMENTS), max_size=9).map(" ".join)
tight = st.lists(st.sampled_from(_FRAGMENTS), max_size=9).map("".join)
days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
periods = st.builds(lambda day, length: Period(day, day + timedelta(length)), days, st.integers(0, 2500))
known_words = st.sampled_from([row[1] for row in TABLE])


@given(st.one_of(fragments, tight, st.text(max_size=60)), periods)
def test_any_text_gives_sorted_unique_dates_inside_the_plan(words: str, period: Period) -> None:
    schedule = read_schedule(words, period)
    assert list(schedule.due) == sorted(set(schedule.due))
    assert all(period.contains(day) for day in schedule.due)
    assert schedule.start is None or period.contains(schedule.start)
    assert schedule.kind is not ScheduleKind.UNSPECIFIED or schedule.question


@given(fragments | st.text(max_size=40), st.sampled_from([date.min, date(1, 12, 31), date(9999, 1, 1)]))
def test_the_ends_of_the_calendar_do_not_raise(words: str, day: date) -> None:
    period = Period(day, min(date.max, day.replace(month=12, day=31)))
    assert all(period.contains(due) for due in read_schedule(words, period).due)


@given(st.one_of(known_words, fragments), st.sampled_from(sorted(PLANS)))
def test_composed_and_decomposed_letters_read_alike(words: str, plan: str) -> None:
    decomposed = unicodedata.normalize("NFD", words)
    assert read_schedule(decomposed, PLANS[plan]) == read_schedule(words, PLANS[plan])


@given(known_words, st.sampled_from(["\u00a0", "  ", "\n", " \u200b", "\t"]), st.sampled_from("-–—−‑"))
def test_spaces_and_dashes_make_no_difference(words: str, space: str, dash: str) -> None:
    varied = f"{space}{words}{space}".replace(" ", space).replace("-", dash)
    assert meaning(read_schedule(varied, PLANS["2026"])) == meaning(read_schedule(words, PLANS["2026"]))


@given(known_words)
def test_capitals_make_no_difference(words: str) -> None:
    plan = PLANS["2026"]
    assert meaning(read_schedule(words.upper(), plan)) == meaning(read_schedule(words, plan))


def test_a_very_long_text_is_asked_about() -> None:
    schedule = read_schedule("Quý IV/2025 " * 3000, PLANS["2025b"])
    assert schedule.kind is ScheduleKind.UNSPECIFIED
    assert schedule.question and len(schedule.question) < 300
