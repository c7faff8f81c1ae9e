"""Above a draft: where it goes, and how it is followed where some of it lies in the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.plan import DocumentRef, PlanKind, PlanState, PlanSummary
from cchc_desktop.services.exchange import Following, ImportChoices
from cchc_desktop.services.import_backlog import backlog
from cchc_desktop.ui.exchange.target_form import ImportTargetForm
from tests.services.fakes import FakeStore, fake_workspace
from tests.services.followup_scene import HALF, DayClock, half_year


@pytest.fixture
def form(qtbot):
    made = ImportTargetForm()
    qtbot.addWidget(made)
    made.show()
    return made


def show(form, day, draft=None, plans=()):
    draft = draft or half_year()
    form.show_draft(draft, plans, backlog(fake_workspace(FakeStore(), clock=DayClock(day)), draft))


def summary(items):
    return PlanSummary(7, "Cũ", PlanKind.SIX_MONTHS, HALF, PlanState.DRAFT, DocumentRef(), items)


def test_a_running_plan_is_proposed_from_today(form):
    show(form, date(2025, 11, 21))
    assert form.follow.isVisible() and "3 mốc đã qua hạn trước hôm nay" in form.follow.told()
    assert [form.follow.choice.itemText(row) for row in range(form.follow.choice.count())] == [
        "Chỉ theo dõi các mốc từ ngày", "Theo dõi tất cả các mốc",
    ]  # fmt: skip
    assert form.choices().following is Following.FROM_DAY
    assert form.choices().tracked_from == date(2025, 11, 21)
    form.follow.day.setText("1")
    assert not form.is_valid()
    form.follow.day.setText("01/11/2025")
    assert form.is_valid() and form.choices().tracked_from == date(2025, 11, 1)
    form.follow.choice.setCurrentIndex(1)
    assert not form.follow.day.isVisible()
    assert (form.choices().following, form.choices().tracked_from) == (Following.ALL, None)


def test_a_plan_that_is_over_is_proposed_for_looking_up(form):
    show(form, date(2026, 3, 1))
    assert form.follow.told().startswith("Kế hoạch đã hết thời gian ngày 31/12/2025. 7 mốc đã qua hạn")
    assert form.choices() == ImportChoices(half_year().title, HALF, None, Following.ENDED)
    form._end.setText("31/12/2026")  # it is not over after all: another proposal
    assert form.choices().following is Following.FROM_DAY
    form.follow.choice.setCurrentIndex(1)
    form._end.setText("30/12/2026")
    assert form.choices().following is Following.ALL


def test_nothing_is_asked_where_nothing_is_late(form):
    show(form, date(2025, 7, 20))
    assert not form.follow.isVisible()
    assert form.choices().following is Following.USUAL
    show(form, date(2025, 11, 21), replace(half_year(), period=None))
    assert not form.follow.isVisible() and not form.is_valid()


@pytest.mark.parametrize(("items", "is_asked"), [(0, True), (3, False)])
def test_a_plan_that_has_tasks_goes_on_as_before(form, items, is_asked):
    show(form, date(2026, 3, 1), plans=[summary(items)])
    form._target.setCurrentIndex(1)
    assert form.follow.isVisible() is is_asked
    expected = Following.ENDED if is_asked else Following.USUAL
    assert form.choices() == ImportChoices(into_plan_id=7, following=expected)
