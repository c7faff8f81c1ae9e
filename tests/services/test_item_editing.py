from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.items import ItemKind, Place
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.services import item_editing
from tests.services.scene import Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_edit_changes_words_and_links_agencies_anew(scene):
    item = scene.item("Rà soát văn bản")
    changes = item_editing.edit_item(
        scene.workspace, item.id, {"content": "  Rà soát toàn bộ văn bản ", "lead_words": "Công an; Đội mới"}
    )
    edited = scene.tree.items[item.id]
    assert edited.content == "Rà soát toàn bộ văn bản"
    assert [link.words for link in edited.lead] == ["Công an", "Đội mới"]
    assert all(link.agency_id for link in edited.lead)
    assert edited.coordinating == item.coordinating
    assert changes.ids(EntityKind.ITEM) == {item.id}


def test_emptied_cell_becomes_none_but_content_stays_text(scene):
    item = scene.item("Rà soát văn bản")
    item_editing.edit_item(scene.workspace, item.id, {"time_words": " ", "content": ""})
    edited = scene.tree.items[item.id]
    assert (edited.time_words, edited.content) == (None, "")


def test_edit_without_change_is_no_operation(scene):
    item = scene.item("Công khai")
    before = len(scene.store.operations)
    assert not item_editing.edit_item(scene.workspace, item.id, {"content": "Công khai"})
    assert len(scene.store.operations) == before


def test_edit_refuses_fields_that_nobody_types(scene):
    with pytest.raises(ValueError, match="sort_key"):
        item_editing.edit_item(scene.workspace, scene.item("Công khai").id, {"sort_key": "a"})


def test_bulk_edit_is_one_operation(scene):
    edits = {scene.item(words).id: {"note": "x"} for words in ("Công khai", "Rà soát văn bản")}
    before = len(scene.store.operations)
    item_editing.edit_items(scene.workspace, edits)
    assert len(scene.store.operations) == before + 1
    assert [item.note for item in scene.tree.items.values()].count("x") == 2


def test_bulk_edit_touches_what_changed_only(scene):
    one, other = scene.item("Công khai"), scene.item("Rà soát văn bản")
    changes = item_editing.edit_items(scene.workspace, {one.id: {"content": one.content}, other.id: {"note": "x"}})
    assert changes.ids(EntityKind.ITEM) == {other.id}


def test_new_words_of_time_drop_the_correction_of_the_old_ones(scene):
    item = scene.item("Lấy ý kiến")
    rules = (Rule(ScheduleKind.STANDING),)
    with scene.workspace.units(Operation("item.edit", "Sửa thời hạn")) as unit:
        unit.items.update(replace(item, rules=rules))
        unit.commit()
    item_editing.edit_item(scene.workspace, item.id, {"time_words": item.time_words, "note": "x"})
    assert scene.tree.items[item.id].rules == rules
    item_editing.edit_item(scene.workspace, item.id, {"time_words": "Cả năm"})
    assert scene.tree.items[item.id].rules is None


def test_add_behind_a_sibling_and_first(scene):
    section = scene.tree.sections[0].id
    after = scene.item("Rà soát văn bản").id
    item_editing.add_item(scene.workspace, scene.plan_id, Place(section, None, after), {"content": "Giữa"})
    item_editing.add_item(scene.workspace, scene.plan_id, Place(section), {"content": "Đầu"})
    assert [item.content for item in scene.tree.roots(section)] == [
        "Đầu", "Rà soát văn bản", "Giữa", "Rà soát thủ tục",
    ]  # fmt: skip
    assert scene.item("Giữa").kind is ItemKind.TASK


def test_add_below_a_task_makes_a_sub_item(scene):
    task = scene.item("Công khai")
    new_id, _ = item_editing.add_item(
        scene.workspace, scene.plan_id, Place(task.section_id, task.id), {"content": "Phần một"}
    )
    assert scene.tree.items[new_id].kind is ItemKind.SUB_ITEM


def test_add_behind_a_vanished_sibling_is_refused(scene):
    with pytest.raises(NotFound):
        item_editing.add_item(scene.workspace, scene.plan_id, Place(scene.tree.sections[0].id, None, 999), {})


def test_delete_takes_children_along_once(scene):
    task, part = scene.item("Rà soát thủ tục"), scene.item("Lập danh mục")
    before = len(scene.store.operations)
    item_editing.delete_items(scene.workspace, [task.id, part.id])
    assert len(scene.store.operations) == before + 1
    assert scene.outline()[0] == ("Cải cách thể chế", ["Rà soát văn bản"])


def test_a_new_task_takes_its_number_and_the_later_ones_move_on(scene):
    first = scene.tree.sections[0].id
    after = scene.item("Rà soát văn bản").id
    item_editing.add_item(scene.workspace, scene.plan_id, Place(first, None, after), {"content": "Mới"})
    assert scene.numbers() == ["1", "2", "3", "4"]
    assert scene.item("Mới").number == "2"


def test_numbers_that_follow_no_scheme_are_the_plans_own_words(scene):
    item_editing.edit_item(scene.workspace, scene.item("Công khai").id, {"number": "3.9"})
    section = scene.tree.sections[0].id
    item_editing.add_item(scene.workspace, scene.plan_id, Place(section), {"content": "Mới"})
    assert scene.numbers() == [None, "1", "2", "3.9"]


def test_numbers_keep_the_stop_that_closes_them(scene):
    for content, number in (("Rà soát văn bản", "1."), ("Rà soát thủ tục", "2."), ("Công khai", "3.")):
        item_editing.edit_item(scene.workspace, scene.item(content).id, {"number": number})
    section = scene.tree.sections[1].id
    item_editing.add_item(scene.workspace, scene.plan_id, Place(section), {"content": "Mới"})
    assert scene.numbers() == ["1.", "2.", "3.", "4."]
