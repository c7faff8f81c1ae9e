from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from cchc_desktop.domain.changes import Changes, EntityKind, Operation
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.plan import Section
from tests.storage.conftest import EDIT, sample_plan


def dump(path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_leaving_without_commit_leaves_no_trace(store, database_path):
    before = database_path.read_bytes()
    with store.units(EDIT) as unit:
        unit.plans.add(sample_plan())
    assert database_path.read_bytes() == before


def test_an_error_leaves_no_trace(store, database_path):
    before = dump(database_path)
    with pytest.raises(IntegrityError), store.units(EDIT) as unit:
        unit.plans.add(sample_plan())
        unit.items.add(WorkItem(plan_id=999, section_id=999, content="không có kế hoạch"))
    assert dump(database_path) == before


def test_a_unit_without_changes_writes_nothing(store, database_path):
    before = database_path.read_bytes()
    with store.units(EDIT) as unit:
        assert unit.commit() == Changes()
    assert database_path.read_bytes() == before


def test_a_unit_ends_with_its_commit(store):
    with store.units(EDIT) as unit:
        unit.plans.add(sample_plan())
        unit.commit()
        with pytest.raises(RuntimeError):
            unit.commit()


def test_commit_tells_what_was_touched(store):
    with store.units(Operation("import", "Nhập kế hoạch")) as unit:
        plan = unit.plans.add(sample_plan())
        section = unit.sections.add(Section(plan.id, "Thể chế"))
        changes = unit.commit()
    assert changes.plan_id == plan.id
    assert changes.touched == {EntityKind.PLAN: {plan.id}, EntityKind.SECTION: {section.id}}


def test_the_log_says_who_when_and_what(store, database_path):
    with store.units(Operation("import", "Nhập kế hoạch", undoes=7)) as unit:
        plan = unit.plans.add(sample_plan())
        section = unit.sections.add(Section(plan.id, "Thể chế"))
        item = unit.items.add(WorkItem(plan.id, section.id, "cũ", lead=(AgencyLink("Công an xã"),)))
        unit.commit()
    with store.units(Operation("edit", "Sửa nội dung", plan_id=plan.id)) as unit:
        unit.items.update(replace(item, content="mới", lead=()))
        unit.commit()
    with closing(sqlite3.connect(database_path)) as raw:
        operations = raw.execute("SELECT id, title, kind, at, who, plan_id, undoes FROM operation").fetchall()
        entity, action, before, after = raw.execute(
            "SELECT entity, action, before, after FROM change WHERE operation_id = 2"
        ).fetchone()
    assert operations == [
        (1, "Nhập kế hoạch", "import", "2025-07-01T01:00:01.000000Z", "Nguyễn Văn Đức", plan.id, 7),
        (2, "Sửa nội dung", "edit", "2025-07-01T01:00:02.000000Z", "Nguyễn Văn Đức", plan.id, None),
    ]
    assert (entity, action) == ("item", "update")
    assert json.loads(before) == {"content": "cũ", "lead": [{"agency_id": None, "words": "Công an xã"}]}
    assert json.loads(after) == {"content": "mới", "lead": []}


def test_a_clock_set_back_does_not_reorder_the_log(store, clock, database_path):
    for moment in (datetime(2026, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)):
        clock.moment = moment
        with store.units(EDIT) as unit:
            unit.plans.add(sample_plan())
            unit.commit()
    with closing(sqlite3.connect(database_path)) as raw:
        years = [at[:4] for (at,) in raw.execute("SELECT at FROM operation ORDER BY id")]
    assert years == ["2026", "2020"]


def test_reads_inside_a_unit_see_its_writes(store):
    with store.units(EDIT) as unit:
        plan = unit.plans.add(sample_plan())
        assert store.queries.tree(plan.id).plan == plan
        unit.commit()
    assert [summary.id for summary in store.queries.plans()] == [plan.id]


def test_a_full_disk_is_told_and_rolled_back(store, database_path):
    before = dump(database_path)
    with store.connection.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotWrite, match="đầy"), store.units(EDIT) as unit:
        for _ in range(200):
            unit.plans.add(sample_plan("Kế hoạch " * 50))
        unit.commit()
    assert dump(database_path) == before
    with store.units(EDIT):  # and the connection works on
        pass
