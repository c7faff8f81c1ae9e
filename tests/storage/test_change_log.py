"""The ground of undo: forwards the log gives the tables, backwards it gives the empty file."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage import strategies
from tests.storage.conftest import EDIT

ENTITIES = ("plan", "section", "item", "indicator", "agency")
JSON_COLUMNS = {"legal_bases", "recipients", "form", "indicator_form", "rules", "target"}
State = dict[tuple[str, int], dict[str, Any]]


def tables_state(path) -> State:
    """Read all rows with their parts the plain way, in the shape of the log's images."""
    state: State = {}
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        for entity in ENTITIES:
            for row in raw.execute(f"SELECT * FROM {entity}"):
                state[entity, row["id"]] = {
                    **{name: value_of(name, row[name]) for name in row.keys() if name not in ("id", "search_text")},  # noqa: SIM118
                    **parts(raw, entity, row["id"]),
                }
    return state


def value_of(name: str, value: Any) -> Any:
    if name == "superior":
        return bool(value)
    return json.loads(value) if name in JSON_COLUMNS and value is not None else value


def parts(raw: sqlite3.Connection, entity: str, id_: int) -> dict[str, Any]:
    if entity == "item":
        links: dict[str, Any] = {"lead": [], "coordinating": []}
        query = "SELECT role, words, agency_id FROM item_agency WHERE item_id = ? ORDER BY position"
        for role, words, agency_id in raw.execute(query, (id_,)):
            links[role].append({"words": words, "agency_id": agency_id})
        return links
    if entity == "agency":
        aliases = raw.execute("SELECT words FROM agency_alias WHERE agency_id = ? ORDER BY position", (id_,))
        members = raw.execute("SELECT member_id FROM agency_member WHERE group_id = ? ORDER BY position", (id_,))
        return {"aliases": [row[0] for row in aliases], "member_ids": [row[0] for row in members]}
    return {}


def logged(path) -> list[tuple[tuple[str, int], str, Any, Any]]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT entity, entity_id, action, before, after FROM change ORDER BY id").fetchall()
    return [
        ((entity, id_), action, json.loads(before or "null"), json.loads(after or "null"))
        for entity, id_, action, before, after in rows
    ]


def forwards(changes) -> State:
    state: State = {}
    for key, action, _, after in changes:
        if action == "create":
            state[key] = {**after, "row_version": 1}
        else:
            state[key] = {**state[key], **after, "row_version": state[key]["row_version"] + 1}
    return state


def backwards(state: State, changes) -> State:
    state = dict(state)
    for key, action, before, after in reversed(changes):
        assert {name: state[key][name] for name in after} == after
        if action == "create":
            del state[key]
        else:
            state[key] = {**state[key], **before}
    return state


def edit_at_random(unit, data) -> None:
    """Do a few things that a person could do."""
    plans = [unit.plans.add(data.draw(strategies.plans()))]
    agency = unit.agencies.add(data.draw(strategies.agencies()))
    sections = [unit.sections.add(data.draw(strategies.sections(plans[0].id))) for _ in range(2)]
    items = []
    for _ in range(data.draw(st.integers(1, 4))):
        section = data.draw(st.sampled_from(sections))
        inside = [None, *(item.id for item in items if item.section_id == section.id)]
        drawn = data.draw(strategies.items(plans[0].id, section.id, agency.id))
        items.append(unit.items.add(replace(drawn, parent_id=data.draw(st.sampled_from(inside)))))
    indicator = unit.indicators.add(data.draw(strategies.indicators(plans[0].id, agency.id)))
    unit.indicators.update(replace(indicator, text=data.draw(strategies.texts)))
    unit.agencies.update(replace(agency, aliases=data.draw(strategies.tuples), member_ids=(agency.id,)))
    item = data.draw(st.sampled_from(items))
    drawn = data.draw(strategies.items(item.plan_id, item.section_id, agency.id))
    unit.items.update(replace(drawn, id=item.id, uid=item.uid, row_version=1, parent_id=item.parent_id))
    delete_at_random(unit, data, items[0].id, sections[0].id, plans[0].id)


def delete_at_random(unit, data, item_id: int, section_id: int, plan_id: int) -> None:
    depth = data.draw(st.integers(0, 3))
    if depth >= 1:
        unit.items.delete(item_id)
    if depth >= 2:
        unit.sections.delete(section_id)
    if depth >= 3:
        unit.plans.delete(plan_id)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=15)
@given(st.data())
def test_the_log_plays_both_ways(store, database_path, data):
    with store.units(EDIT) as unit:
        edit_at_random(unit, data)
        assert unit.commit()
    state, changes = tables_state(database_path), logged(database_path)
    assert forwards(changes) == state
    assert backwards(state, changes) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=5)
@given(st.data())
def test_one_operation_back_gives_the_state_before_it(store, database_path, data):
    before, known = tables_state(database_path), len(logged(database_path))
    with store.units(EDIT) as unit:
        edit_at_random(unit, data)
        unit.commit()
    changes = logged(database_path)[known:]
    assert backwards(tables_state(database_path), changes) == before
