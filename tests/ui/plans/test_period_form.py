from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from cchc_desktop.domain.periods import Period
from cchc_desktop.ui.plans.period_choice import PeriodChoice, title_for
from cchc_desktop.ui.plans.period_form import PeriodForm
from tests.ui.office.samples import compose, finish
from tests.ui.plans.checks import YEAR, show


@pytest.fixture
def form(qtbot):
    form = show(qtbot, PeriodForm())
    form.propose(YEAR, title_for)
    return form


def pick(combo, value):
    combo.choose(value)
    combo.currentIndexChanged.emit(combo.currentIndex())


def doubt(form):
    return form.findChild(QLabel, "doubt").text()


def type_into(field, words):
    field.setText(words)
    field.textEdited.emit(words)


def test_a_proposal_fills_every_field(form):
    assert form.period() == YEAR
    assert form.words() == "Kế hoạch cải cách hành chính năm 2026"
    assert form.is_valid()
    assert not form.years.isVisible()


@pytest.mark.parametrize(
    ("choice", "start", "end", "title"),
    [
        (PeriodChoice.FIRST_HALF, "01/01/2026", "30/06/2026", "6 tháng đầu năm 2026"),
        (PeriodChoice.SECOND_HALF, "01/07/2026", "31/12/2026", "6 tháng cuối năm 2026"),
        (PeriodChoice.SEVERAL_YEARS, "01/01/2026", "31/12/2027", "giai đoạn 2026-2027"),
    ],
)
def test_a_kind_fills_days_and_title(form, choice, start, end, title):
    form.years.choose(2)
    pick(form.kind, choice)
    assert (form.start.text(), form.end.text()) == (start, end)
    assert form.words() == f"Kế hoạch cải cách hành chính {title}"


def test_typed_days_name_their_kind(form):
    type_into(form.start, "1/7/2027")
    type_into(form.end, "31/12/2027")
    assert form.kind.value() is PeriodChoice.SECOND_HALF
    assert form.year.value() == 2027
    type_into(form.start, "15/7/2027")
    assert form.kind.value() is PeriodChoice.OTHER
    assert not form.year.isEnabled()
    assert form.period() == Period(date(2027, 7, 15), date(2027, 12, 31))


def test_a_typed_title_follows_no_more(form):
    type_into(form.title, "Kế hoạch riêng")
    pick(form.kind, PeriodChoice.FIRST_HALF)
    form.propose(YEAR, title_for)
    assert form.words() == "Kế hoạch riêng"
    type_into(form.title, "")
    pick(form.kind, PeriodChoice.FIRST_HALF)
    assert form.words().endswith("6 tháng đầu năm 2026")


def test_a_title_that_is_being_composed_is_left_alone(form):
    form.title.clear()
    compose(form.title, "ke")
    pick(form.kind, PeriodChoice.FIRST_HALF)
    assert form.title.text() == ""
    finish(form.title, "Kế")
    assert form.words() == "Kế"


def test_a_chosen_year_outlives_another_source(form):
    pick(form.year, 2029)
    form.propose(Period(date(2026, 7, 1), date(2026, 12, 31)), title_for)
    assert form.period() == Period(date(2029, 7, 1), date(2029, 12, 31))
    assert form.words().endswith("6 tháng cuối năm 2029")


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("start", "32/1/2026", "“32/1/2026” không phải là ngày; nhập như 01/07/2025."),
        ("end", "", "Cần nhập ngày bắt đầu và ngày kết thúc của kế hoạch."),
        ("end", "31/12/2025", "Ngày kết thúc đứng trước ngày bắt đầu."),
        ("title", "  ", "Cần nhập tên kế hoạch."),
    ],
)
def test_what_is_missing_is_said_in_place(form, field, typed, words):
    type_into(getattr(form, field), typed)
    assert doubt(form) == words
    assert not form.is_valid()
