from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.agencies import Agency
from cchc_desktop.domain.agency_names import AgencyKind
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput, NotFound, StaleRow
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.plan import Section
from tests.storage import strategies
from tests.storage.conftest import EDIT, sample_plan

per_example = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)


def nfc(value):
    """Normalise every text of an entity; the test's own way, over the fields."""
    if type(value) is str:
        return unicodedata.normalize("NFC", value)
    if isinstance(value, tuple):
        return tuple(map(nfc, value))
    if is_dataclass(value):
        return replace(value, **{part.name: nfc(getattr(value, part.name)) for part in fields(value)})
    return value


def expected(entity, stored):
    return replace(nfc(entity), id=stored.id, row_version=stored.row_version)


@per_example
@given(st.data())
def test_every_entity_comes_back_as_it_went_in(store, data):
    with store.units(EDIT) as unit:
        agency = data.draw(strategies.agencies())
        group = replace(data.draw(strategies.agencies()), kind=AgencyKind.GROUP)
        kept_agency = unit.agencies.add(agency)
        group = replace(group, member_ids=(kept_agency.id,))
        plan = data.draw(strategies.plans())
        kept_plan = unit.plans.add(plan)
        section = data.draw(strategies.sections(kept_plan.id))
        kept_section = unit.sections.add(section)
        item = data.draw(strategies.items(kept_plan.id, kept_section.id, kept_agency.id))
        indicator = data.draw(strategies.indicators(kept_plan.id, kept_agency.id))
        pairs = [
            (unit.agencies, agency, kept_agency),
            (unit.agencies, group, unit.agencies.add(group)),
            (unit.plans, plan, kept_plan),
            (unit.sections, section, kept_section),
            (unit.items, item, unit.items.add(item)),
            (unit.indicators, indicator, unit.indicators.add(indicator)),
        ]
        for repository, given_entity, kept in pairs:
            assert kept == expected(given_entity, kept)
            assert repository.get(kept.id) == kept


@pytest.fixture
def ids(store):
    """A plan with two sections; in the first a, with a1 and a2 below it, a11 below a1; and an indicator."""
    with store.units(EDIT) as unit:
        plan = unit.plans.add(sample_plan())
        one = unit.sections.add(Section(plan.id, "Cải cách thể chế", sort_key="a"))
        two = unit.sections.add(Section(plan.id, "Tài chính công", sort_key="b"))
        a = unit.items.add(WorkItem(plan.id, one.id, "a", sort_key="m"))
        a2 = unit.items.add(WorkItem(plan.id, one.id, "a2", parent_id=a.id, sort_key="n"))
        a1 = unit.items.add(WorkItem(plan.id, one.id, "a1", parent_id=a.id, sort_key="k"))
        a11 = unit.items.add(WorkItem(plan.id, one.id, "a11", parent_id=a1.id, lead=(AgencyLink("Công an xã"),)))
        b = unit.items.add(WorkItem(plan.id, two.id, "b", sort_key="a"))
        indicator = unit.indicators.add(Indicator(plan.id, "Tỷ lệ hồ sơ"))
        unit.commit()
    return {
        "plan": plan.id, "one": one.id, "two": two.id, "a": a.id, "a1": a1.id, "a2": a2.id, "a11": a11.id,
        "b": b.id, "indicator": indicator.id,
    }  # fmt: skip


def words(items) -> list[str]:
    return [item.content for item in items]


def test_subtree_has_parents_first_and_siblings_in_order(store, ids):
    with store.units(EDIT) as unit:
        assert words(unit.items.subtree(ids["a"])) == ["a", "a1", "a2", "a11"]
        assert words(unit.items.siblings(ids["one"], None)) == ["a"]
        assert words(unit.items.siblings(ids["one"], ids["a"])) == ["a1", "a2"]


def test_updates_count_versions_and_refuse_stale_rows(store, ids):
    with store.units(EDIT) as unit:
        first = unit.items.get(ids["a"])
        second = unit.items.update(replace(first, content="Sửa lần một"))
        third = unit.items.update(replace(second, content="Sửa lần hai"))
        assert (first.row_version, second.row_version, third.row_version) == (1, 2, 3)
        with pytest.raises(StaleRow, match="vừa được sửa"):
            unit.items.update(replace(first, content="Sửa từ bản cũ"))
        assert unit.items.get(ids["a"]) == third


def test_an_update_that_changes_nothing_writes_nothing(store, ids):
    with store.units(EDIT) as unit:
        item = unit.items.get(ids["a"])
        assert unit.items.update(replace(item)) == item
        assert not unit.commit()


def test_links_are_replaced_with_their_item(store, ids):
    with store.units(EDIT) as unit:
        agency = unit.agencies.add(Agency("Phòng Kinh tế", aliases=("P. Kinh tế",)))
        item = unit.items.get(ids["a11"])
        links = (AgencyLink("Phòng Kinh tế", agency.id), AgencyLink("Công an xã"))
        changed = unit.items.update(replace(item, lead=links, coordinating=links[:1]))
        assert unit.items.get(ids["a11"]) == changed
        emptied = unit.items.update(replace(changed, lead=(), coordinating=()))
        assert unit.items.get(ids["a11"]) == emptied
        renamed = unit.agencies.update(replace(agency, aliases=("Phòng KT", "P.KT")))
        assert unit.agencies.all() == [renamed]


@pytest.mark.parametrize(
    ("kind", "name", "gone"),
    [
        ("items", "a1", {"a1", "a11"}),
        ("sections", "one", {"one", "a", "a1", "a2", "a11"}),
        ("plans", "plan", {"plan", "one", "two", "a", "a1", "a2", "a11", "b", "indicator"}),
        ("indicators", "indicator", {"indicator"}),
    ],
)
def test_deleting_takes_along_what_stands_below(store, ids, kind, name, gone):
    with store.units(EDIT) as unit:
        getattr(unit, kind).delete(ids[name])
        touched = unit.commit().touched
    expected_ids = {
        EntityKind.PLAN: {"plan"}, EntityKind.SECTION: {"one", "two"}, EntityKind.INDICATOR: {"indicator"},
        EntityKind.ITEM: {"a", "a1", "a2", "a11", "b"},
    }  # fmt: skip
    for entity, names in expected_ids.items():
        assert touched.get(entity, frozenset()) == {ids[one] for one in names & gone}


def test_deleted_rows_are_not_found(store, ids):
    with store.units(EDIT) as unit:
        unit.items.delete(ids["a1"])
        assert words(unit.items.of_plan(ids["plan"])) == ["a", "a2", "b"]
        assert words(unit.items.subtree(ids["a"])) == ["a", "a2"]
        for id_ in (ids["a1"], ids["a11"], 999):
            with pytest.raises(NotFound, match="Không tìm thấy nhiệm vụ"):
                unit.items.get(id_)
        with pytest.raises(NotFound):
            unit.items.delete(ids["a1"])
        stale = WorkItem(ids["plan"], ids["one"], "x", id=ids["a1"])
        with pytest.raises(NotFound):
            unit.items.update(stale)


def test_ids_are_never_used_again(store):
    with store.units(EDIT) as unit:
        first = unit.plans.add(sample_plan())
        unit.commit()
    store.connection.begin_writing().exec_driver_sql("DELETE FROM plan")  # as the bin's purge will
    store.connection.commit()
    with store.units(EDIT) as unit:
        assert unit.plans.add(sample_plan()).id > first.id


def test_a_stored_entity_is_not_added_twice(store, ids):
    with store.units(EDIT) as unit, pytest.raises(ValueError, match="stored already"):
        unit.plans.add(unit.plans.get(ids["plan"]))


def test_broken_text_is_refused_by_name(store):
    with store.units(EDIT) as unit, pytest.raises(InvalidInput, match="ký tự hỏng"):
        unit.plans.add(sample_plan("Kế \ud800 hoạch"))


def test_search_text_follows_the_words(store, ids):
    with store.units(EDIT) as unit:
        item = unit.items.get(ids["a"])
        unit.items.update(replace(item, content="Rà soát Văn bản", product="Báo cáo", lead_words="Sở Tư pháp"))
        unit.commit()
    row = next(row for row in store.queries.search_rows() if row.item_id == ids["a"])
    assert row.folded == "ra soat van ban\nbao cao\nso tu phap"
    assert (row.content, row.beside) == ("Rà soát Văn bản", ("Báo cáo", "Sở Tư pháp"))
