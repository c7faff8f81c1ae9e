from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import Cancelled, InvalidInput, NotFound
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column, PlanKind, plan_kind
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from tests.services.fakes import FakeQueries, FakeStore, fake_workspace
from tests.services.samples import YEAR, draft


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


def imported(store: FakeStore, choices: ImportChoices = ImportChoices()) -> exchange.ImportResult:
    return exchange.import_plan(fake_workspace(store), draft(), choices)


def test_import_stores_everything_as_one_operation(store):
    result = imported(store)
    assert (result.sections, result.items, result.indicators) == (2, 5, 1)
    assert result.problems == draft().problems
    assert [operation.kind for operation in store.operations] == ["plan.import"]
    tree = FakeQueries(store).tree(result.plan_id)
    assert [section.title for section in tree.sections] == ["Cải cách thể chế", "Cải cách tài chính công"]
    assert [section.area for section in tree.sections] == [AreaCode.INSTITUTIONS, AreaCode.PUBLIC_FINANCE]
    first = tree.sections[0].id
    assert [(item.content, depth) for item, depth in tree.walk(first)] == [
        ("Rà soát văn bản", 0), ("Rà soát thủ tục", 0), ("Lập danh mục", 1), ("Lấy ý kiến", 1),
    ]  # fmt: skip
    assert tree.plan.kind is PlanKind.ANNUAL
    assert tree.indicators[0].agency_id is not None


def test_import_links_each_name_to_one_agency(store):
    imported(store)
    names = sorted(agency.name for agency in store.all(EntityKind.AGENCY))
    assert names == [
        "Công an",
        "Phòng Kinh tế",
        "Trung tâm Phục vụ hành chính công",
        "Văn phòng HĐND và UBND",
    ]
    item = next(item for item in store.all(EntityKind.ITEM) if item.content == "Rà soát văn bản")
    assert [link.words for link in item.coordinating] == ["Phòng Kinh tế", "Công an"]
    assert item.coordinating_words == "Phòng Kinh tế; Công an"


def test_dry_run_stores_nothing(store):
    result = exchange.preview_import(fake_workspace(store), draft(), ImportChoices())
    assert (result.plan_id, result.items) == (None, 5)
    assert store.operations == []


def test_import_without_period_is_refused_and_stores_nothing(store):
    workspace = fake_workspace(store)
    with pytest.raises(InvalidInput, match="thời gian"):
        exchange.import_plan(workspace, replace(draft(), period=None), ImportChoices())
    assert store.all(EntityKind.PLAN) == []


def test_choices_win_over_the_file(store):
    half = Period(date(2026, 7, 1), date(2026, 12, 31))
    result = imported(store, ImportChoices(title="Tên khác", period=half))
    plan = FakeQueries(store).tree(result.plan_id).plan
    assert (plan.title, plan.period, plan.kind) == ("Tên khác", half, PlanKind.SIX_MONTHS)


def test_import_into_a_plan_adds_to_sections_of_the_same_name(store):
    first = imported(store)
    second = imported(store, ImportChoices(into_plan_id=first.plan_id))
    tree = FakeQueries(store).tree(second.plan_id)
    assert len(tree.sections) == 2
    assert len(tree.items) == 10
    assert len(tree.indicators) == 2
    contents = [item.content for item in tree.roots(tree.sections[0].id)]
    assert contents == ["Rà soát văn bản", "Rà soát thủ tục"] * 2


def test_import_into_keeps_the_plans_own_form(store):
    form = AppendixForm(columns=(AppendixColumn(Column.CONTENT, "Nội dung"),))
    other = AppendixForm(columns=(AppendixColumn(Column.CONTENT, "Nhiệm vụ"),))
    workspace = fake_workspace(store)
    first = exchange.import_plan(workspace, replace(draft(), form=form), ImportChoices())
    exchange.import_plan(workspace, replace(draft(), form=other), ImportChoices(into_plan_id=first.plan_id))
    assert FakeQueries(store).tree(first.plan_id).plan.form == form


def test_import_into_a_missing_plan_is_refused(store):
    with pytest.raises(NotFound):
        imported(store, ImportChoices(into_plan_id=99))


def test_cancelled_import_stores_nothing(store):
    with pytest.raises(Cancelled):
        exchange.import_plan(fake_workspace(store), draft(), ImportChoices(), is_cancelled=lambda: True)
    assert store.all(EntityKind.ITEM) == []


def test_import_reports_progress_to_the_end(store):
    seen: list[tuple[int, int]] = []
    exchange.import_plan(
        fake_workspace(store),
        draft(),
        ImportChoices(),
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(step, 6) for step in range(1, 7)]


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        (date(2025, 7, 1), date(2025, 12, 31), PlanKind.SIX_MONTHS),
        (date(2026, 1, 1), date(2026, 6, 30), PlanKind.SIX_MONTHS),
        (YEAR.start, YEAR.end, PlanKind.ANNUAL),
        (date(2026, 1, 1), date(2030, 12, 31), PlanKind.MULTI_YEAR),
        (date(2026, 2, 1), date(2026, 9, 30), PlanKind.OTHER),
        (date(2026, 3, 1), date(2026, 8, 31), PlanKind.OTHER),
    ],
)
def test_kind_of_a_period(start, end, kind):
    assert plan_kind(Period(start, end)) is kind
