from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput, NotFound, StaleRow
from cchc_desktop.domain.indicators.indicator import Indicator
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
        group = replace(group, member_ids=(kept_agency.id,), merged_into_id=kept_agency.id)
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


def test_subtrees_come_once_each_with_what_stands_above(store, ids):
    with store.units(EDIT) as unit:
        trees = unit.items.subtrees([ids["a11"], ids["b"], ids["a1"], ids["b"]])
        assert list(map(words, trees)) == [["b"], ["a1", "a11"]]
        assert unit.items.subtrees([]) == []
        with pytest.raises(NotFound):
            unit.items.subtrees([ids["a"], 999])


def test_a_cycle_of_parents_ends(store, ids):
    with store.units(EDIT) as unit:
        unit.items.update(replace(unit.items.get(ids["a"]), parent_id=ids["a11"]))
        assert words(unit.items.subtree(ids["a"])) == ["a", "a1", "a2", "a11"]
        assert unit.items.subtrees([ids["a"], ids["a1"]]) == []


def test_rows_come_in_the_order_asked_for(store, ids):
    wanted = [ids[name] for name in ("b", "a", "a11")]
    with store.units(EDIT) as unit:
        assert words(unit.items.get_all(wanted)) == ["b", "a", "a11"]
        assert unit.items.get_all([]) == []
        with pytest.raises(NotFound, match="số 999"):
            unit.items.get_all([ids["a"], 999])


def test_many_are_updated_as_each_alone_would_be(store, ids, database_path):
    """Different columns, links and nothing at all, beside more rows than one statement takes."""
    with store.units(EDIT) as unit:
        items = unit.items.add_all([WorkItem(ids["plan"], ids["two"], f"việc {n}") for n in range(1200)])
        unit.commit()
    edits = [
        replace(items[0], note="a\u0301"),
        replace(items[1], content="Rà soát", product="Báo cáo"),
        replace(items[2], lead=(AgencyLink("Công an xã"),)),
        items[3],
        *(replace(item, note="chung") for item in items[4:]),
    ]
    with store.units(EDIT) as unit:
        kept = unit.items.update_all(edits)
        changes = unit.commit()
        assert [item.row_version for item in kept[:5]] == [2, 2, 2, 1, 2]
        assert changes.ids(EntityKind.ITEM) == {item.id for item in items} - {items[3].id}
    with store.units(EDIT) as unit:
        assert unit.items.get_all([item.id for item in items]) == kept == [nfc(item) for item in kept]
    assert next(row.folded for row in store.queries.search_rows() if row.item_id == items[1].id) == "ra soat\nbao cao"
    with closing(sqlite3.connect(database_path)) as raw:
        query = "SELECT before, after FROM change WHERE operation_id = ? ORDER BY id LIMIT 3"
        logged = raw.execute(query, (changes.operation_id,)).fetchall()
    assert logged == [
        ('{"note":null}', '{"note":"á"}'),
        ('{"content":"việc 1","product":null}', '{"content":"Rà soát","product":"Báo cáo"}'),
        ('{"lead":[]}', '{"lead":[{"agency_id":null,"words":"Công an xã"}]}'),
    ]


def test_a_bulk_update_with_a_stale_row_writes_nothing(store, ids):
    with store.units(EDIT) as unit:
        first, second = unit.items.get_all([ids["a"], ids["b"]])
        unit.items.update(replace(second, note="mới"))
        with pytest.raises(StaleRow):
            unit.items.update_all([replace(first, note="x"), replace(second, note="y")])
        with pytest.raises(NotFound):
            unit.items.update_all([replace(first, note="x"), replace(second, id=999)])
        with pytest.raises(ValueError, match="twice"):
            unit.items.update_all([replace(first, note="x"), replace(first, note="y")])
        assert [item.note for item in unit.items.get_all([ids["a"], ids["b"]])] == [None, "mới"]
        assert unit.commit().ids(EntityKind.ITEM) == {ids["b"]}


def test_many_are_deleted_with_what_stands_below_and_logged_parents_first(store, ids, database_path):
    with store.units(EDIT) as unit:
        unit.items.delete_all([ids["a11"], ids["b"], ids["a"], ids["b"]])
        operation_id = unit.commit().operation_id
    with closing(sqlite3.connect(database_path)) as raw:
        query = "SELECT entity_id, action FROM change WHERE operation_id = ? ORDER BY id"
        logged = raw.execute(query, (operation_id,)).fetchall()
        versions = set(raw.execute("SELECT row_version FROM item").fetchall())
    assert logged == [(ids[name], "delete") for name in ("b", "a", "a1", "a2", "a11")]
    assert versions == {(2,)}


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
