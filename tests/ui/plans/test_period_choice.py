from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.periods import Period
from cchc_desktop.ui.plans.amendment import amendment_words
from cchc_desktop.ui.plans.period_choice import PeriodChoice, choice_of, moved, period_of, title_for, upcoming, years_of

USUAL = [choice for choice in PeriodChoice if choice is not PeriodChoice.OTHER]


def days(start, end):
    return Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("choice", "period", "title"),
    [
        (PeriodChoice.FIRST_HALF, days("2026-01-01", "2026-06-30"), "6 tháng đầu năm 2026"),
        (PeriodChoice.SECOND_HALF, days("2025-07-01", "2025-12-31"), "6 tháng cuối năm 2025"),
        (PeriodChoice.YEAR, days("2026-01-01", "2026-12-31"), "năm 2026"),
        (PeriodChoice.SEVERAL_YEARS, days("2026-01-01", "2030-12-31"), "giai đoạn 2026-2030"),
        (PeriodChoice.OTHER, days("2026-02-01", "2026-12-31"), "từ ngày 01/02/2026 đến ngày 31/12/2026"),
    ],
)
def test_titles_of_periods(choice, period, title):
    assert choice_of(period) is choice
    assert title_for(period) == f"Kế hoạch cải cách hành chính {title}"


@given(st.sampled_from(USUAL), st.integers(2011, 2060), st.integers(2, 10))
def test_a_choice_is_told_by_its_days(choice, year, years):
    period = period_of(choice, year, years)
    assert choice_of(period) is choice
    assert years_of(period) == (years if choice is PeriodChoice.SEVERAL_YEARS else 1)


def test_another_period_has_no_days_of_its_own():
    assert period_of(PeriodChoice.OTHER, 2026) is None


@pytest.mark.parametrize(
    ("period", "today", "next_one"),
    [
        (days("2026-01-01", "2026-12-31"), date(2026, 3, 2), days("2026-01-01", "2026-12-31")),
        (days("2026-01-01", "2026-12-31"), date(2026, 11, 2), days("2027-01-01", "2027-12-31")),
        (days("2026-07-01", "2026-12-31"), date(2027, 5, 2), days("2027-07-01", "2027-12-31")),
        (days("2026-01-01", "2030-12-31"), date(2028, 5, 2), days("2026-01-01", "2030-12-31")),
        (days("2026-01-01", "2030-12-31"), date(2030, 12, 2), days("2031-01-01", "2035-12-31")),
    ],
)
def test_the_period_that_comes(period, today, next_one):
    assert upcoming(period, today) == next_one


def test_a_leap_day_moves_to_the_28th():
    assert moved(days("2028-02-29", "2028-12-31"), 1) == days("2029-02-28", "2029-12-31")


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2025, 9, 5), "05/9/2025"), (date(2026, 1, 12), "12/01/2026"), (date(2026, 12, 31), "31/12/2026")],
)
def test_an_amending_document_in_one_line(day, words):
    assert amendment_words(" Quyết định", "612/QĐ-UBND ", day) == f"Quyết định số 612/QĐ-UBND ngày {words}"
