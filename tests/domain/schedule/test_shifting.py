from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.domain.schedule.reading import read_schedule
from cchc_desktop.domain.schedule.shifting import shift_named_years, shift_rule, shift_years


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Quý IV/2025", "Quý IV/2026"),
        ("Quý III,IV/2025)", "Quý III,IV/2026)"),
        ("Trước ngày 10/12/2025", "Trước ngày 10/12/2026"),
        ("Giai đoạn 2026-2030", "Giai đoạn 2027-2031"),
        ("2026 - tháng 2/2027", "2027 - tháng 2/2028"),
        ("Năm học 2025/2026", "Năm học 2026/2027"),
        ("Cả năm 2025.", "Cả năm 2026."),
        ("29/02/2028", "28/02/2029"),
        ("29/2/2024 và 29-02-2027", "28/2/2025 và 29-02-2028"),
        ("Theo Thông tư số 15/2020/TT-BNV, năm 2025", "Theo Thông tư số 15/2020/TT-BNV, năm 2026"),
        ("Theo Kế hoạch số 2025/KH-UBND", "Theo Kế hoạch số 2025/KH-UBND"),
        ("Trước ngày 10 của tháng cuối quý", "Trước ngày 10 của tháng cuối quý"),
        ("120251 hồ sơ", "120251 hồ sơ"),
        ("", ""),
    ],
)
def test_years_move_and_words_stay(words, expected):
    assert shift_years(words, 1) == expected


@pytest.mark.parametrize("words", ["Quý IV/2025", "29/02/2028", "Theo lộ trình năm 2025"])
def test_no_years_no_change(words):
    assert shift_years(words, 0) == words


@given(
    st.sampled_from(["Quý II/{}", "Trước ngày 10/12/{}", "Trong tháng 7/{}", "Cả năm {}", "31/10/{}"]),
    st.integers(2020, 2040),
    st.integers(-5, 5),
)
def test_the_due_dates_move_along(words, year, years):
    def due(text: str, of: int) -> list[date]:
        return list(read_schedule(text, Period(date(of, 1, 1), date(of, 12, 31))).due)

    moved = shift_years(words.format(year), years)
    assert due(moved, year + years) == [day.replace(year=year + years) for day in due(words.format(year), year)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kế hoạch CCHC năm 2026", "Kế hoạch CCHC năm 2028"),
        ("Kế hoạch giai đoạn 2026-2030", "Kế hoạch giai đoạn 2028-2032"),
        ("Chỉ số CCHC năm 2025", "Chỉ số CCHC năm 2025"),
        ("Nghị quyết ngày 15/7/2026", "Nghị quyết ngày 15/7/2026"),
        ("Kế hoạch giai đoạn 2021-2025, năm 2026", "Kế hoạch giai đoạn 2021-2025, năm 2028"),
    ],
)
def test_years_that_name_the_period_move(words, expected):
    assert shift_named_years(words, 2, Period(date(2026, 1, 1), date(2026, 12, 31))) == expected


def test_the_dates_of_a_rule_move():
    rule = Rule(ScheduleKind.WINDOW, start=date(2028, 2, 29), due=date(2028, 12, 31))
    assert shift_rule(rule, 1) == Rule(ScheduleKind.WINDOW, start=date(2029, 2, 28), due=date(2029, 12, 31))
    assert shift_rule(Rule(ScheduleKind.STANDING), 1) == Rule(ScheduleKind.STANDING)
