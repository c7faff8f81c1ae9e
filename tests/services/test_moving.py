from __future__ import annotations

import pytest

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import ItemKind, Place
from cchc_desktop.services import item_editing, moving
from tests.services.scene import Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_move_takes_the_subtree_to_another_section(scene):
    task = scene.item("Rà soát thủ tục")
    target = scene.tree.sections[1].id
    moving.move_item(scene.workspace, task.id, Place(target, None, scene.item("Công khai").id))
    assert scene.outline() == [
        ("Cải cách thể chế", ["Rà soát văn bản"]),
        ("Cải cách tài chính công", ["Công khai", "Rà soát thủ tục", "  Lập danh mục", "  Lấy ý kiến"]),
    ]


def test_move_into_its_own_subtree_is_refused(scene):
    task, part = scene.item("Rà soát thủ tục"), scene.item("Lập danh mục")
    before = scene.outline()
    with pytest.raises(InvalidInput):
        moving.move_item(scene.workspace, task.id, Place(task.section_id, part.id))
    assert scene.outline() == before


def test_indent_and_outdent_change_the_kind(scene):
    task, above = scene.item("Rà soát thủ tục"), scene.item("Rà soát văn bản")
    moving.move_item(scene.workspace, task.id, Place(task.section_id, above.id))
    assert scene.item("Rà soát thủ tục").kind is ItemKind.SUB_ITEM
    moving.move_item(scene.workspace, task.id, Place(task.section_id, None, above.id))
    assert scene.item("Rà soát thủ tục").kind is ItemKind.TASK


def test_move_and_delete_keep_the_count(scene):
    task, other = scene.item("Rà soát văn bản"), scene.item("Rà soát thủ tục")
    moving.move_item(scene.workspace, task.id, Place(task.section_id, None, other.id))
    assert (scene.item("Rà soát thủ tục").number, scene.item("Rà soát văn bản").number) == ("1", "2")
    item_editing.delete_items(scene.workspace, [other.id])
    assert scene.numbers() == ["1", "2"]
