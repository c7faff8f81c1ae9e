from __future__ import annotations

import pytest

from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services import item_editing, plans
from cchc_desktop.ui.workbench.filtering import PlanFilter


def contents(tree, ids):
    return sorted(tree.items[item_id].content.split(",")[0][:20] for item_id in ids)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", None),
        ("   ", None),
        ("tai su dung", ["Số hóa hồ sơ"]),
        ("tai su dung khong co", []),
        ("lap danh muc", ["Lập danh mục hồ sơ", "Số hóa hồ sơ"]),
        ("tram y te", ["Đo lường mức độ hài "]),
    ],
)
def test_matches_come_with_the_items_above(tree, query, found):
    finder = PlanFilter()
    finder.set_tree(tree)
    visible = finder.visible(query)
    assert (visible if visible is None else contents(tree, visible)) == found


def test_abbreviations_are_known(tree):
    finder = PlanFilter()
    finder.set_tree(tree)
    finder.set_abbreviations(lambda: Abbreviations({"HCC": "hành chính công"}))
    assert len(finder.visible("trung tam phuc vu hcc")) >= 4


def test_reading_little_by_little_ends_with_the_same_answer(tree):
    slow, fast = PlanFilter(), PlanFilter()
    for finder in (slow, fast):
        finder.set_tree(tree)
    steps = 1
    while not slow.prepare(4):
        steps += 1
    assert steps == 5
    assert slow.visible("thu tuc") == fast.visible("thu tuc")


@pytest.mark.parametrize("read_before", [0, 5, 100])
def test_a_newer_snapshot_is_searched(workspace, read_before):
    store, plan_id = workspace
    finder = PlanFilter()
    tree = plans.open_plan(store, plan_id)
    finder.set_tree(tree)
    finder.prepare(read_before)
    changed = next(iter(tree.items))
    gone = next(item.id for item in tree.items.values() if item.content.startswith("Đánh giá chất lượng"))
    item_editing.edit_item(store, changed, {"content": "Chữ ký điện tử"})
    item_editing.delete_items(store, [gone])
    finder.set_tree(plans.open_plan(store, plan_id))
    assert finder.visible("chu ky dien tu") == {changed}
    assert not finder.visible("danh gia chat luong")
    assert not finder.visible("phan cong nhiem vu")


@pytest.mark.parametrize(
    ("query", "field", "marked"),
    [
        ("tai su dung", "content", ["tái", "sử", "dụng"]),
        ("tram y te", "coordinating_words", ["Trạm", "Y", "tế"]),
        ("khong co gi", "content", []),
    ],
)
def test_what_is_marked_stands_where_the_words_stand(tree, query, field, marked):
    finder = PlanFilter()
    finder.set_tree(tree)
    finder.visible(query)
    hits = [item for item in tree.items.values() if finder.is_hit(item.id)]
    found = [getattr(item, field)[first:last] for item in hits for first, last in finder.marks(item.id).get(field, ())]
    assert found == marked
