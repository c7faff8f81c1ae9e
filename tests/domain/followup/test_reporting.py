"""Reporting periods: keys, windows, the four dates, the plan's periods, countdown, editable rules."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.reporting import (
    DEFAULT_PERIOD_RULES,
    DayRule,
    PeriodStep,
    countdown,
    current_period,
    find_period,
    period_of_key,
    plan_periods,
    report_periods,
    rule_from_json,
    rule_periods,
    rule_to_json,
    special_period,
    standard_rule,
)
from cchc_desktop.domain.periods import Period
from tests.domain.followup.stage import HALF


@pytest.mark.parametrize(
    ("key", "title", "start", "end", "sent"),
    [
        ("2025-Q1", "Quý I năm 2025", date(2024, 12, 15), date(2025, 3, 14), date(2025, 3, 8)),
        ("2025-H1", "6 tháng đầu năm 2025", date(2024, 12, 15), date(2025, 6, 14), date(2025, 6, 8)),
        ("2025-Q3", "Quý III năm 2025", date(2025, 6, 15), date(2025, 9, 14), date(2025, 9, 8)),
        ("2025-9M", "9 tháng năm 2025", date(2024, 12, 15), date(2025, 9, 14), date(2025, 9, 8)),
        ("2025", "Năm 2025", date(2024, 12, 15), date(2025, 12, 14), date(2025, 12, 8)),
        ("2025-06", "Tháng 6 năm 2025", date(2025, 5, 15), date(2025, 6, 14), date(2025, 6, 8)),
        ("2025-01", "Tháng 1 năm 2025", date(2024, 12, 15), date(2025, 1, 14), date(2025, 1, 8)),
    ],
)
def test_a_key_names_its_window_and_dates(key, title, start, end, sent) -> None:
    found = period_of_key(key)
    assert (found.key, found.title, found.window, found.sent) == (key, title, Period(start, end), sent)
    assert found.hand_in == sent.replace(day=7)
    assert found.is_estimated


@pytest.mark.parametrize("key", ["2025-Q2", "2025-Q4", "2025-H2", "2025-13", "2025-00", "25-Q3", "quý 3", "", "0001"])
def test_no_such_period(key) -> None:
    assert find_period(key) is None
    with pytest.raises(InvalidInput, match="Không có kỳ báo cáo"):
        period_of_key(key)


def test_an_office_may_change_the_days_and_add_a_period() -> None:
    third = next(rule for rule in DEFAULT_PERIOD_RULES if rule.code == "Q3")
    own = replace(third, hand_in=DayRule(9), sent=DayRule(20))
    fourth = standard_rule("Q4", "Quý IV năm {year}", 12, 3)
    assert period_of_key("2025-Q3", [own]).hand_in == date(2025, 9, 9)
    assert not period_of_key("2025-Q3", [own]).is_estimated
    assert period_of_key("2025-Q4", [own, fourth]).window == Period(date(2025, 9, 15), date(2025, 12, 14))


def test_a_day_that_the_month_lacks_is_its_last() -> None:
    assert [DayRule(31).on(2028, month) for month in (1, 2, 4)] == [
        date(2028, 1, 31), date(2028, 2, 29), date(2028, 4, 30),
    ]  # fmt: skip
    assert DayRule(30, -1).on(2027, 3) == date(2027, 2, 28)
    assert DayRule(5, 1).on(2027, 12) == date(2028, 1, 5)
    with pytest.raises(ValueError, match="1 to 31"):
        DayRule(0)


def test_rules_go_through_json() -> None:
    kept = json.dumps([rule_to_json(rule) for rule in DEFAULT_PERIOD_RULES])
    assert tuple(rule_from_json(values) for values in json.loads(kept)) == DEFAULT_PERIOD_RULES


def test_a_report_out_of_turn() -> None:
    window = Period(date(2025, 7, 1), date(2025, 8, 20))
    own = special_period(window, date(2025, 8, 21), date(2025, 8, 22), date(2025, 8, 23))
    assert period_of_key("2025-08-20", special=[own]) is own
    assert own.title == "Đột xuất đến ngày 20/08/2025"
    assert not own.is_estimated


def test_dates_set_by_hand_go_before_the_rule() -> None:
    own = replace(period_of_key("2025-Q3"), sent=date(2025, 9, 5))
    assert period_of_key("2025-Q3", special=[own]).sent == date(2025, 9, 5)


@pytest.mark.parametrize(
    ("plan", "keys"),
    [
        (HALF, ["2025-Q3", "2025"]),
        (Period(date(2026, 1, 1), date(2026, 12, 31)), ["2026-Q1", "2026-H1", "2026-Q3", "2026"]),
        (Period(date(2026, 1, 1), date(2026, 12, 13)), ["2026-Q1", "2026-H1", "2026-Q3"]),
        (Period(date(2026, 1, 1), date(2026, 2, 1)), []),
    ],
)
def test_the_periods_of_a_plan(plan, keys) -> None:
    assert [period.key for period in plan_periods(plan)] == keys


def test_a_five_year_plan_has_twenty_periods() -> None:
    assert len(plan_periods(Period(date(2026, 1, 1), date(2030, 12, 31)))) == 20


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2025, 7, 1), "2025-Q3"),
        (date(2025, 9, 14), "2025-Q3"),
        (date(2025, 9, 15), "2025"),
        (date(2025, 12, 31), "2025"),
        (date(2024, 1, 1), "2025-Q3"),
    ],
)
def test_the_period_at_hand(day, key) -> None:
    found = current_period(plan_periods(HALF), day)
    assert found is not None
    assert found.key == key
    assert current_period((), day) is None


@pytest.mark.parametrize(
    ("day", "step", "days"),
    [
        (date(2025, 12, 2), PeriodStep.HAND_IN, 5),
        (date(2025, 12, 8), PeriodStep.SUBMITTED, 0),
        (date(2025, 12, 9), PeriodStep.FIGURES, 5),
    ],
)
def test_countdown(day, step, days) -> None:
    found = countdown(period_of_key("2025"), day)
    assert found is not None
    assert (found.step, found.days) == (step, days)


def test_nothing_to_count_down_to() -> None:
    assert countdown(period_of_key("2025"), date(2025, 12, 15)) is None


def test_dates_set_by_hand_stand_among_the_periods_of_a_plan() -> None:
    own = replace(period_of_key("2025-Q3"), hand_in=date(2025, 9, 3))
    odd = special_period(Period(date(2025, 7, 1), date(2025, 8, 20)), *[date(2025, 8, 21)] * 3)
    assert plan_periods(HALF, special=[odd, own]) == (own, period_of_key("2025"))
    assert report_periods(HALF, special=[own, odd]) == (odd, own, period_of_key("2025"))


def test_a_report_out_of_turn_beyond_the_span_is_left_out() -> None:
    odd = special_period(Period(date(2026, 1, 1), date(2026, 1, 5)), *[date(2026, 1, 6)] * 3)
    assert [period.key for period in report_periods(HALF, special=[odd])] == ["2025-Q3", "2025"]


def test_periods_on_request() -> None:
    monthly = [rule for rule in DEFAULT_PERIOD_RULES if not rule.is_regular]
    keys = [period.key for period in rule_periods(HALF, monthly)]
    assert keys == ["2025-07", "2025-08", "2025-9M", "2025-09", "2025-10", "2025-11", "2025-12"]
