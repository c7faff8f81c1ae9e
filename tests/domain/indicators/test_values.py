"""Verdicts: operators, near, ranges, ranks, yearly steps, stages, values by period as of a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.domain.followup.reporting import period_of_key
from cchc_desktop.domain.indicators.targets import Target, YearlyStep, read_target
from cchc_desktop.domain.indicators.values import (
    VERDICT_NAMES,
    IndicatorValue,
    ValueMode,
    Verdict,
    compare,
    judge,
    questions_about_value,
    target_in_year,
)
from cchc_desktop.domain.periods import Period

STAGE = Period(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("target", "amount", "verdict", "missing"),
    [
        ("95%", "95.6", "met", "0"),
        ("95%", "95", "met", "0"),
        ("90%", "89.2", "near", "0.8"),
        ("90%", "85", "near", "5"),
        ("90%", "84.9", "not_met", "5.1"),
        ("90%", "63.8", "not_met", "26.2"),
        ("≥ 95 hồ", "94", "not_met", "1"),
        ("trên 85%", "85", "near", "0"),
        ("trên 85%", "85.1", "met", "0"),
        ("dưới 5%", "5", "near", "0"),
        ("dưới 5%", "4.9", "met", "0"),
        ("dưới 5%", "11", "not_met", "6"),
        ("tối đa 13-15 phút", "15", "met", "0"),
        ("tối đa 13-15 phút", "16", "not_met", "1"),
        ("99% - 100%", "99", "met", "0"),
        ("99% - 100%", "96", "near", "3"),
        ("99% - 100%", "100.5", "asked", None),
        ("0%", "0", "met", "0"),
        ("0%", "3", "near", "3"),
        ("15 phút", "15", "met", "0"),
        ("15 phút", "20", "asked", None),
        ("15 phút", "10", "asked", None),
        ("top 20/114", "20", "met", "0"),
        ("top 20/114", "21", "not_met", "1"),
        ("vượt chỉ tiêu", "120", "asked", None),
    ],
)
def test_one_amount(target, amount, verdict, missing) -> None:
    found = compare(read_target(target), Decimal(amount))
    assert found == (verdict, None if missing is None else Decimal(missing))


def test_near_is_a_setting() -> None:
    assert compare(read_target("90%"), Decimal(85), Decimal(2))[0] is Verdict.NOT_MET
    assert set(VERDICT_NAMES) == set(Verdict)


@pytest.mark.parametrize(
    ("words", "years", "low"),
    [
        ("15%, mỗi năm tăng thêm 5 điểm", 0, "15"),
        ("15%, mỗi năm tăng thêm 5 điểm", 3, "30"),
        ("15%, mỗi năm tăng 20%", 0, "15"),
        ("15%, mỗi năm tăng 20%", 1, None),
    ],
)
def test_yearly_steps(words, years, low) -> None:
    found = target_in_year(read_target(words), years)
    assert (found and found.low) == (None if low is None else Decimal(low))


def test_a_step_that_a_person_called_a_share() -> None:
    base = read_target("15%")
    grown = target_in_year(Target("", base.operator, base.low, unit="%", step=YearlyStep(Decimal(20), False)), 2)
    assert grown is not None
    assert grown.low == Decimal("21.6")


def value(period, amount, **details) -> IndicatorValue:
    return IndicatorValue(1, period, None if amount is None else Decimal(amount), **details)


HISTORY = [value("2026-H1", "41.7"), value("2026-Q3", "55"), value("2026", "63.8", measured_on=date(2026, 12, 4))]


@pytest.mark.parametrize(
    ("as_of", "verdict", "amount"),
    [
        (date(2025, 12, 31), "not_begun", None),
        (date(2026, 6, 13), "no_value", None),
        (date(2026, 6, 14), "not_met", "41.7"),
        (date(2026, 12, 3), "not_met", "55"),
        (date(2026, 12, 4), "not_met", "63.8"),
    ],
)
def test_the_newest_value_by_a_day_decides(as_of, verdict, amount) -> None:
    found = judge(read_target("90", "%"), STAGE, HISTORY, as_of)
    assert (found.verdict, found.amount) == (verdict, None if amount is None else Decimal(amount))


def test_what_is_missing_is_told() -> None:
    found = judge(read_target("90", "%"), STAGE, HISTORY, date(2026, 12, 31))
    assert (found.missing, found.value) == (Decimal("26.2"), HISTORY[-1])


def test_words_are_judged_by_a_person() -> None:
    target, kept = read_target("vượt chỉ tiêu"), value("2026", None, words="Vượt 12%")
    assert judge(target, STAGE, [kept], date(2027, 1, 1)).verdict is Verdict.ASKED
    judged = value("2026", None, words="Vượt 12%", verdict=Verdict.MET)
    assert judge(target, STAGE, [judged], date(2027, 1, 1)).verdict is Verdict.MET


def in_period(period, amount):
    return value(period, amount, mode=ValueMode.IN_PERIOD)


@pytest.mark.parametrize(
    ("values", "amount", "verdict"),
    [
        ([in_period("2026-Q1", 40), in_period("2026-Q3", 70)], 110, "met"),
        ([in_period("2026-01", 40), in_period("2026-02", 50)], 90, "not_met"),
        ([in_period("2026-Q1", 40), in_period("2026-H1", 70)], None, "asked"),
        ([in_period("2026-Q3", 90), in_period("2027-Q1", 20)], 20, "not_met"),
        ([in_period("2026-Q1", 40), value("2026-H1", 110)], 110, "met"),
    ],
)
def test_values_within_their_periods_are_summed_over_the_year(values, amount, verdict) -> None:
    found = judge(read_target("100 hồ"), STAGE, values, date(2027, 12, 31))
    assert (found.amount, found.verdict) == (amount, verdict)


def test_percentages_are_never_summed() -> None:
    values = [in_period("2026-Q1", 40), in_period("2026-Q3", 70)]
    assert judge(read_target("90%"), STAGE, values, date(2027, 1, 1)).amount == 70


def test_a_yearly_step_counts_from_the_stage() -> None:
    target = read_target("15%, mỗi năm tăng thêm 5 điểm")
    kept = [value("2027", 18)]
    assert judge(target, STAGE, kept, date(2027, 12, 31)).verdict is Verdict.NEAR
    assert judge(target, Period(date(2027, 1, 1), date(2027, 12, 31)), kept, date(2027, 12, 31)).verdict is Verdict.MET


@pytest.mark.parametrize(("period", "verdict"), [("2025", Verdict.NO_VALUE), ("2026-Q1", Verdict.MET)])
def test_a_value_before_the_stage_gives_no_verdict_on_it(period, verdict) -> None:
    assert judge(read_target("90%"), STAGE, [value(period, 95)], date(2026, 4, 1)).verdict is verdict


def test_a_value_after_the_stage_leaves_its_verdict() -> None:
    kept = [value("2027", 95), value("2028", 50)]
    assert judge(read_target("90%"), STAGE, kept, date(2029, 1, 1)).verdict is Verdict.MET


def test_a_value_of_a_period_that_the_rules_do_not_know_is_left_out() -> None:
    found = judge(read_target("90%"), STAGE, [*HISTORY, value("2026-Q2", 99)], date(2027, 1, 1))
    assert found.amount == Decimal("63.8")


@pytest.mark.parametrize(
    ("target", "period", "amount", "words"),
    [
        ("95%", "2026-Q3", "93.8", []),
        ("95%", "2026-Q3", "938", ["Giá trị 938% nằm ngoài khoảng"]),
        ("95%", "2026-Q3", "-1", ["Giá trị -1% nằm ngoài khoảng"]),
        ("1.200 hồ sơ", "2026-Q3", "1300", []),
        ("95%", "2027-Q1", "93.8", ["Kỳ “Quý I năm 2027” chưa bắt đầu (số liệu từ ngày 15/12/2026)"]),
        ("95%", "2028-Q1", "100.5", ["Kỳ “Quý I năm 2028” nằm ngoài thời gian theo dõi", "Giá trị 100,5%"]),
        ("tốt", "2026-Q3", None, []),
    ],
)
def test_what_is_doubtful_about_a_value(target, period, amount, words) -> None:
    number = None if amount is None else Decimal(amount)
    asked = questions_about_value(read_target(target), STAGE, period_of_key(period), number, date(2026, 12, 14))
    assert [found[: len(begins)] for found, begins in zip(asked, words, strict=True)] == words
