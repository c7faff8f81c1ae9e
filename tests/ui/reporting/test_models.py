"""The lists of Kỳ báo cáo: Qt's own tester, words of days, countdowns and states."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.followup.reporting import DEFAULT_PERIOD_RULES, DayRule, period_of_key
from cchc_desktop.services.period_figures import FigureLine
from cchc_desktop.services.periods import PeriodLine
from cchc_desktop.ui.reporting.models import FiguresModel, PeriodsModel, RulesModel
from cchc_desktop.ui.reporting.words import left_words, rule_day_words, state_words
from tests.ui.reporting.reporting_stage import table

Q3 = period_of_key("2025-Q3")


def test_the_models_follow_the_rules_of_qt(qtbot):
    periods, figures, rules = PeriodsModel(), FiguresModel(), RulesModel()
    for model in (periods, figures, rules):
        QAbstractItemModelTester(model, model)
    periods.show_lines([PeriodLine(Q3)], date(2025, 9, 1))
    periods.show_lines([PeriodLine(Q3, is_own=True)], date(2025, 9, 1))
    periods.show_lines([], date(2025, 9, 1))
    figures.show_figures([FigureLine("Kế hoạch", "Hoàn thành", 1, 2)])
    rules.show_rows(DEFAULT_PERIOD_RULES)
    assert (periods.rowCount(), figures.rowCount(), rules.rowCount()) == (0, 1, 6)


def test_what_differs_comes_first_and_a_plan_is_named_once(qtbot):
    model = FiguresModel()
    model.show_figures([
        FigureLine("A", "Tổng số nhiệm vụ", 6, 6),
        FigureLine("A", "Hoàn thành", 1, 2),
        FigureLine("B", "Hoàn thành", None, 3),
    ])  # fmt: skip
    assert table(model) == [
        ["A", "Hoàn thành", "1", "2", "Khác"],
        ["", "Tổng số nhiệm vụ", "6", "6", "Như lúc chốt"],
        ["B", "Hoàn thành", "–", "3", "Khác"],
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 9, 1), "6 ngày: các đơn vị gửi"),
        (date(2025, 9, 8), "hôm nay: trình ký"),
        (date(2025, 9, 9), "5 ngày: chốt số liệu"),
        (date(2025, 9, 15), "Đã qua"),
    ],
)
def test_the_countdown(day, words):
    assert left_words(Q3, day) == words


def test_the_state_names_the_day_in_vietnam():
    late = datetime(2025, 9, 14, 18, 30, tzinfo=UTC)
    assert state_words(PeriodLine(Q3, late)) == "Đã chốt 15/09/2025"
    assert state_words(PeriodLine(Q3)) == "Đang mở"


@pytest.mark.parametrize(
    ("day", "words"),
    [(DayRule(14), "ngày 14"), (DayRule(15, -3), "15, trước 3 tháng"), (DayRule(5, 1), "5, sau 1 tháng")],
)
def test_days_of_rules(day, words):
    assert rule_day_words(day) == words


def test_periods_with_dates_of_their_own_say_so(qtbot):
    model = PeriodsModel()
    model.show_lines([PeriodLine(replace(Q3, sent=date(2025, 9, 9)), is_own=True)], date(2025, 9, 1))
    assert model.index(0, 0).data() == "Quý III năm 2025 (ngày đặt riêng)"
    assert model.index(0, 5).data() == "09/09/2025"
