from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.items import ItemKind, Place
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.services import editing, exchange
from cchc_desktop.services.exchange import ImportChoices
from tests.services.fakes import FakeQueries, FakeStore, fake_workspace
from tests.services.samples import draft


class Scene:
    """A workspace with the sample plan, and short ways to look at it."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.workspace = fake_workspace(self.store)
        self.plan_id = exchange.import_plan(self.workspace, draft(), ImportChoices()).plan_id

    @property
    def tree(self):
        return FakeQueries(self.store).tree(self.plan_id)

    def item(self, content):
        return next(item for item in self.tree.items.values() if item.content == content)

    def outline(self):
        return [
            (section.title, [("  " * depth) + item.content for item, depth in self.tree.walk(section.id)])
            for section in self.tree.sections
        ]


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_edit_changes_words_and_links_agencies_anew(scene):
    item = scene.item("Rà soát văn bản")
    changes = editing.edit_item(
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
    editing.edit_item(scene.workspace, item.id, {"time_words": " ", "content": ""})
    edited = scene.tree.items[item.id]
    assert (edited.time_words, edited.content) == (None, "")


def test_edit_without_change_is_no_operation(scene):
    item = scene.item("Công khai")
    before = len(scene.store.operations)
    assert not editing.edit_item(scene.workspace, item.id, {"content": "Công khai"})
    assert len(scene.store.operations) == before


def test_edit_refuses_fields_that_nobody_types(scene):
    with pytest.raises(ValueError, match="sort_key"):
        editing.edit_item(scene.workspace, scene.item("Công khai").id, {"sort_key": "a"})


def test_bulk_edit_is_one_operation(scene):
    edits = {scene.item(words).id: {"note": "x"} for words in ("Công khai", "Rà soát văn bản")}
    before = len(scene.store.operations)
    editing.edit_items(scene.workspace, edits)
    assert len(scene.store.operations) == before + 1
    assert [item.note for item in scene.tree.items.values()].count("x") == 2


def test_bulk_edit_touches_what_changed_only(scene):
    one, other = scene.item("Công khai"), scene.item("Rà soát văn bản")
    changes = editing.edit_items(scene.workspace, {one.id: {"content": one.content}, other.id: {"note": "x"}})
    assert changes.ids(EntityKind.ITEM) == {other.id}


def test_new_words_of_time_drop_the_correction_of_the_old_ones(scene):
    item = scene.item("Lấy ý kiến")
    rules = (Rule(ScheduleKind.STANDING),)
    with scene.workspace.units(Operation("item.edit", "Sửa thời hạn")) as unit:
        unit.items.update(replace(item, rules=rules))
        unit.commit()
    editing.edit_item(scene.workspace, item.id, {"time_words": item.time_words, "note": "x"})
    assert scene.tree.items[item.id].rules == rules
    editing.edit_item(scene.workspace, item.id, {"time_words": "Cả năm"})
    assert scene.tree.items[item.id].rules is None


def test_add_behind_a_sibling_and_first(scene):
    section = scene.tree.sections[0].id
    after = scene.item("Rà soát văn bản").id
    editing.add_item(scene.workspace, scene.plan_id, Place(section, None, after), {"content": "Giữa"})
    editing.add_item(scene.workspace, scene.plan_id, Place(section), {"content": "Đầu"})
    assert [item.content for item in scene.tree.roots(section)] == [
        "Đầu", "Rà soát văn bản", "Giữa", "Rà soát thủ tục",
    ]  # fmt: skip
    assert scene.item("Giữa").kind is ItemKind.TASK


def test_add_below_a_task_makes_a_sub_item(scene):
    task = scene.item("Công khai")
    new_id, _ = editing.add_item(
        scene.workspace, scene.plan_id, Place(task.section_id, task.id), {"content": "Phần một"}
    )
    assert scene.tree.items[new_id].kind is ItemKind.SUB_ITEM


def test_add_behind_a_vanished_sibling_is_refused(scene):
    with pytest.raises(NotFound):
        editing.add_item(scene.workspace, scene.plan_id, Place(scene.tree.sections[0].id, None, 999), {})


def test_move_takes_the_subtree_to_another_section(scene):
    task = scene.item("Rà soát thủ tục")
    target = scene.tree.sections[1].id
    editing.move_item(scene.workspace, task.id, Place(target, None, scene.item("Công khai").id))
    assert scene.outline() == [
        ("Cải cách thể chế", ["Rà soát văn bản"]),
        ("Cải cách tài chính công", ["Công khai", "Rà soát thủ tục", "  Lập danh mục", "  Lấy ý kiến"]),
    ]


def test_move_into_its_own_subtree_is_refused(scene):
    task, part = scene.item("Rà soát thủ tục"), scene.item("Lập danh mục")
    before = scene.outline()
    with pytest.raises(InvalidInput):
        editing.move_item(scene.workspace, task.id, Place(task.section_id, part.id))
    assert scene.outline() == before


def test_indent_and_outdent_change_the_kind(scene):
    task, above = scene.item("Rà soát thủ tục"), scene.item("Rà soát văn bản")
    editing.move_item(scene.workspace, task.id, Place(task.section_id, above.id))
    assert scene.item("Rà soát thủ tục").kind is ItemKind.SUB_ITEM
    editing.move_item(scene.workspace, task.id, Place(task.section_id, None, above.id))
    assert scene.item("Rà soát thủ tục").kind is ItemKind.TASK


def test_delete_takes_children_along_once(scene):
    task, part = scene.item("Rà soát thủ tục"), scene.item("Lập danh mục")
    before = len(scene.store.operations)
    editing.delete_items(scene.workspace, [task.id, part.id])
    assert len(scene.store.operations) == before + 1
    assert scene.outline()[0] == ("Cải cách thể chế", ["Rà soát văn bản"])


def test_sections_are_added_moved_edited_deleted(scene):
    first, second = (section.id for section in scene.tree.sections)
    new_id, _ = editing.add_section(
        scene.workspace, scene.plan_id, first, Section(plan_id=scene.plan_id, title="Mới")
    )
    editing.edit_section(scene.workspace, new_id, {"title": "Công tác khác", "number": "III"})
    editing.move_section(scene.workspace, new_id, second)
    assert [section.title for section in scene.tree.sections] == [
        "Cải cách thể chế", "Cải cách tài chính công", "Công tác khác",
    ]  # fmt: skip
    editing.delete_section(scene.workspace, new_id)
    assert len(scene.tree.sections) == 2


def test_indicators_are_edited_and_deleted(scene):
    indicator = scene.tree.indicators[0]
    editing.edit_indicator(
        scene.workspace, indicator.id, {"target_words": "trên 85%", "agency_words": "Công an"}
    )
    edited = scene.tree.indicators[0]
    assert (edited.target_words, edited.agency_words) == ("trên 85%", "Công an")
    assert edited.agency_id != indicator.agency_id
    editing.delete_indicators(scene.workspace, [indicator.id])
    assert scene.tree.indicators == ()


def numbers(scene):
    return [item.number for section in scene.tree.sections for item in scene.tree.roots(section.id)]


def test_a_new_task_takes_its_number_and_the_later_ones_move_on(scene):
    first = scene.tree.sections[0].id
    after = scene.item("Rà soát văn bản").id
    editing.add_item(scene.workspace, scene.plan_id, Place(first, None, after), {"content": "Mới"})
    assert numbers(scene) == ["1", "2", "3", "4"]
    assert scene.item("Mới").number == "2"


def test_move_and_delete_keep_the_count(scene):
    task, other = scene.item("Rà soát văn bản"), scene.item("Rà soát thủ tục")
    editing.move_item(scene.workspace, task.id, Place(task.section_id, None, other.id))
    assert (scene.item("Rà soát thủ tục").number, scene.item("Rà soát văn bản").number) == ("1", "2")
    editing.delete_items(scene.workspace, [other.id])
    assert numbers(scene) == ["1", "2"]


def test_numbers_that_follow_no_scheme_are_the_plans_own_words(scene):
    editing.edit_item(scene.workspace, scene.item("Công khai").id, {"number": "3.9"})
    section = scene.tree.sections[0].id
    editing.add_item(scene.workspace, scene.plan_id, Place(section), {"content": "Mới"})
    assert numbers(scene) == [None, "1", "2", "3.9"]


def test_numbers_keep_the_stop_that_closes_them(scene):
    for content, number in (("Rà soát văn bản", "1."), ("Rà soát thủ tục", "2."), ("Công khai", "3.")):
        editing.edit_item(scene.workspace, scene.item(content).id, {"number": number})
    section = scene.tree.sections[1].id
    editing.add_item(scene.workspace, scene.plan_id, Place(section), {"content": "Mới"})
    assert numbers(scene) == ["1.", "2.", "3.", "4."]
