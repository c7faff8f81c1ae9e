from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound, StaleRow
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.storage.history import SqlHistory
from tests.flows.fingerprint import fingerprint
from tests.storage.conftest import EDIT, sample_plan

PLAN, SECTION, ITEM, INDICATOR = EntityKind.PLAN, EntityKind.SECTION, EntityKind.ITEM, EntityKind.INDICATOR
SECRET = "Nội dung cần xóa sạch khỏi máy"


@pytest.fixture
def history(store):
    return SqlHistory(store.connection)


@pytest.fixture
def ids(store) -> dict[str, int]:
    """A plan with a section, a task with a part, another task, and an indicator."""
    with store.units(Operation("plan.create", f"Lập kế hoạch “{SECRET} 1”")) as unit:
        plan = unit.plans.add(sample_plan(f"{SECRET} 1"))
        section = unit.sections.add(Section(plan.id, f"{SECRET} 2", sort_key="a"))
        task = unit.items.add(WorkItem(plan.id, section.id, f"{SECRET} 3", sort_key="a"))
        below = WorkItem(
            plan.id, section.id, f"{SECRET} 4", parent_id=task.id, sort_key="a", kind=ItemKind.SUB_ITEM
        )
        part = unit.items.add(below)
        other = unit.items.add(WorkItem(plan.id, section.id, "Ở lại", sort_key="b"))
        indicator = unit.indicators.add(Indicator(plan.id, f"{SECRET} 5"))
        unit.commit()
    return {
        "plan": plan.id, "section": section.id, "task": task.id, "part": part.id, "other": other.id,
        "indicator": indicator.id,
    }  # fmt: skip


def delete(store, kind: EntityKind, id_: int) -> None:
    with store.units(Operation("delete", "Xóa")) as unit:
        {PLAN: unit.plans, SECTION: unit.sections, ITEM: unit.items, INDICATOR: unit.indicators}[kind].delete(id_)
        unit.commit()


def restore(store, kind: EntityKind, id_: int) -> None:
    with store.units(EDIT) as unit:
        unit.bin.restore(kind, id_)
        unit.commit()


def purge(store, kind: EntityKind, id_: int) -> None:
    with store.units(Operation("bin.purge", "Xóa hẳn")) as unit:
        unit.bin.purge(kind, id_)
        unit.commit()


def take_back(store, id_: int) -> int:
    with store.units(Operation("undo", "Hoàn tác", undoes=id_)) as unit:
        unit.log.take_back(id_)
        return unit.commit().operation_id


def add_section(store, ids, title: str = "Phần khác") -> Section:
    with store.units(EDIT) as unit:
        section = unit.sections.add(Section(ids["plan"], title, sort_key="b"))
        unit.commit()
    return section


def move_task(store, ids, section_id: int) -> None:
    with store.units(EDIT) as unit:
        unit.items.update(replace(unit.items.get(ids["task"]), section_id=section_id))
        unit.commit()


def listed(history) -> list[tuple[EntityKind, int, str | None]]:
    return [(entry.kind, entry.id, entry.held_by) for entry in history.bin()]


@pytest.mark.parametrize(
    ("kind", "name", "along"),
    [
        (PLAN, "plan", (1, 2, 1, 1)),
        (SECTION, "section", (0, 2, 1, 0)),
        (ITEM, "task", (0, 0, 1, 0)),
        (INDICATOR, "indicator", (0, 0, 0, 0)),
    ],
)
def test_what_was_deleted_comes_back_whole(store, history, ids, database_path, kind, name, along):
    before = fingerprint(database_path)
    delete(store, kind, ids[name])
    (entry,) = history.bin()
    assert (entry.kind, entry.id, entry.who) == (kind, ids[name], "Nguyễn Văn Đức")
    assert (entry.sections, entry.items, entry.parts, entry.indicators) == along
    restore(store, kind, ids[name])
    assert fingerprint(database_path) == before
    assert history.bin() == []
    assert store.queries.check().problems == ()


def test_what_was_deleted_before_stays_in_the_bin(store, history, ids):
    delete(store, ITEM, ids["part"])
    delete(store, SECTION, ids["section"])
    assert listed(history) == [(SECTION, ids["section"], None), (ITEM, ids["part"], f"{SECRET} 3")]
    with pytest.raises(InvalidInput, match="khôi phục nội dung đó trước"):
        restore(store, ITEM, ids["part"])
    restore(store, SECTION, ids["section"])
    assert listed(history) == [(ITEM, ids["part"], None)]
    assert {item.id for item in store.queries.tree(ids["plan"]).items.values()} == {ids["task"], ids["other"]}
    restore(store, ITEM, ids["part"])
    assert ids["part"] in store.queries.tree(ids["plan"]).items


def test_what_comes_back_follows_its_parent_to_another_section(store, ids, database_path):
    delete(store, ITEM, ids["part"])
    other = add_section(store, ids)
    move_task(store, ids, other.id)
    before = fingerprint(database_path)
    restore(store, ITEM, ids["part"])
    assert store.queries.tree(ids["plan"]).items[ids["part"]].section_id == other.id
    assert store.queries.check().problems == ()
    newest = SqlHistory(store.connection).next_steps().undo
    with store.units(Operation("undo", "Hoàn tác", undoes=newest.id)) as unit:
        unit.log.take_back(newest.id)
        unit.commit()
    assert fingerprint(database_path) == before


def test_only_the_bin_is_restored_and_purged(store, ids):
    with pytest.raises(NotFound):
        restore(store, ITEM, ids["task"])
    with pytest.raises(NotFound):
        purge(store, ITEM, ids["task"])


def test_purge_leaves_no_letter_in_the_file(store, ids, database_path):
    delete(store, PLAN, ids["plan"])
    store.connection.close()
    assert SECRET.encode() in database_path.read_bytes()
    purge(store, PLAN, ids["plan"])
    store.connection.close()
    content = database_path.read_bytes()
    assert SECRET.encode() not in content
    assert b"noi dung can xoa sach" not in content  # the folded search text
    with closing(sqlite3.connect(database_path)) as raw:
        assert raw.execute("SELECT count(*) FROM plan").fetchone() == (0,)
        titles = [title for (title,) in raw.execute("SELECT title FROM operation ORDER BY id")]
    assert titles[0] == "Lập kế hoạch “(đã xóa hẳn)”"
    assert store.queries.check().problems == ()


def test_purge_keeps_the_rest_undoable(store, history, ids, database_path):
    """What is left of the operations plays back as if the purged rows had never been."""
    delete(store, ITEM, ids["task"])
    purge(store, ITEM, ids["task"])
    steps = history.next_steps()
    assert steps.undo is not None
    assert steps.undo.kind == "plan.create"
    with store.units(Operation("undo", "Hoàn tác", undoes=steps.undo.id)) as unit:
        unit.log.take_back(steps.undo.id)
        unit.commit()
    assert not any(fingerprint(database_path).values())


def test_purge_empties_references_from_what_stays(store, ids):
    with store.units(EDIT) as unit:
        other = unit.items.get(ids["other"])
        unit.items.update(replace(other, continues_id=ids["task"], carries_out_id=ids["part"]))
        unit.commit()
    delete(store, ITEM, ids["task"])
    purge(store, ITEM, ids["task"])
    other = store.queries.tree(ids["plan"]).items[ids["other"]]
    assert (other.continues_id, other.carries_out_id) == (None, None)
    assert store.queries.check().problems == ()


def test_an_undo_that_needs_a_purged_row_is_refused_in_plain_words(store, ids, database_path):
    other = add_section(store, ids)
    with store.units(Operation("item.move", "Chuyển")) as unit:
        for name in ("task", "part", "other"):
            unit.items.update(replace(unit.items.get(ids[name]), section_id=other.id))
        moved = unit.commit().operation_id
    delete(store, SECTION, ids["section"])
    purge(store, SECTION, ids["section"])
    before = fingerprint(database_path)
    with pytest.raises(StaleRow, match="Dữ liệu giữ nguyên"), store.units(EDIT) as unit:
        unit.log.take_back(moved)
    assert fingerprint(database_path) == before


@pytest.mark.parametrize(("kind", "name"), [(PLAN, "plan"), (SECTION, "section"), (ITEM, "task")])
def test_rows_whose_creation_was_undone_are_purged_too(store, ids, database_path, kind, name):
    """They live in the log alone, deep below each other too."""
    with store.units(Operation("item.add", "Thêm nhiệm vụ “Chỉ còn trong nhật ký”")) as unit:
        task = unit.items.get(ids["task"])
        child = unit.items.add(WorkItem(task.plan_id, task.section_id, "Chỉ còn trong nhật ký", parent_id=task.id))
        unit.items.add(WorkItem(task.plan_id, task.section_id, "Chỉ còn trong nhật ký, sâu hơn", parent_id=child.id))
        added = unit.commit().operation_id
    take_back(store, added)
    with store.units(EDIT) as unit:
        uids = unit.bin.uids(kind, ids[name])
    assert child.uid in uids
    delete(store, kind, ids[name])
    purge(store, kind, ids[name])
    store.connection.close()
    assert "Chỉ còn trong nhật ký".encode() not in database_path.read_bytes()
    assert store.queries.check().problems == ()


def test_rows_made_again_by_redo_are_not_taken_for_unmade(store, ids):
    with store.units(EDIT) as unit:
        task = unit.items.get(ids["task"])
        unit.items.add(WorkItem(task.plan_id, task.section_id, "Làm lại rồi", sort_key="c"))
        added = unit.commit().operation_id
    take_back(store, take_back(store, added))
    delete(store, ITEM, ids["task"])
    purge(store, ITEM, ids["task"])
    contents = {item.content for item in store.queries.tree(ids["plan"]).items.values()}
    assert contents == {"Ở lại", "Làm lại rồi"}


def test_a_deleted_part_belongs_to_where_its_parent_moved(store, history, ids):
    """Deleting and purging the section that the parent left must neither hold the part nor take it along."""
    delete(store, ITEM, ids["part"])
    other = add_section(store, ids)
    move_task(store, ids, other.id)
    delete(store, SECTION, ids["section"])
    assert (ITEM, ids["part"], None) in listed(history)
    purge(store, SECTION, ids["section"])
    restore(store, ITEM, ids["part"])
    assert store.queries.tree(ids["plan"]).items[ids["part"]].section_id == other.id
    assert store.queries.check().problems == ()


def test_a_deleted_part_goes_with_the_section_of_its_parent(store, history, ids):
    delete(store, ITEM, ids["part"])
    other = add_section(store, ids)
    move_task(store, ids, other.id)
    delete(store, SECTION, other.id)
    purge(store, SECTION, other.id)
    assert listed(history) == []
    assert store.queries.check().problems == ()


def test_a_deletion_whose_row_was_purged_is_not_offered_to_be_undone(store, history, ids, database_path):
    """What else it did, such as numbering anew, must not be taken back alone."""
    with store.units(Operation("item.delete", "Xóa nhiệm vụ")) as unit:
        unit.items.delete(ids["task"])
        unit.items.update(replace(unit.items.get(ids["other"]), number="1"))
        deleted = unit.commit().operation_id
    purge(store, ITEM, ids["task"])
    assert history.next_steps().undo.kind == "plan.create"
    before = fingerprint(database_path)
    with pytest.raises(StaleRow, match="xóa hẳn"):
        take_back(store, deleted)
    assert fingerprint(database_path) == before
    assert history.operation(deleted).changes == 3  # two rows that are gone, one number
