from __future__ import annotations

import pytest

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place
from cchc_desktop.services import moving, plans
from cchc_desktop.ui.workbench import places


def find(tree, content):
    return next(item.id for item in tree.items.values() if item.content.startswith(content))


@pytest.mark.parametrize(
    ("mover", "content", "expected"),
    [
        (places.place_up, "Ban hành Kế hoạch", None),
        (places.place_up, "Tổng hợp, xây dựng", "first of section 1"),
        (places.place_up, "Khảo sát", "behind Ban hành"),
        (places.place_up, "Rà soát, hệ thống", "behind Tuyên truyền"),
        (places.place_down, "Tuyên truyền", "first of section 2"),
        (places.place_down, "Ban hành", "behind Tổng hợp, xây dựng"),
        (places.place_down, "Đánh giá chất lượng", None),
        (places.place_up, "Thẩm định", None),
        (places.place_down, "Thẩm định", "behind Tổng hợp kết quả"),
        (places.place_lower, "Ban hành", None),
        (places.place_lower, "Cập nhật", "behind Tổng hợp kết quả"),
        (places.place_higher, "Thẩm định", "behind Rà soát, đơn giản"),
        (places.place_higher, "Cập nhật", None),
    ],
)
def test_where_a_key_takes_an_item(tree, mover, content, expected):
    ids = [find(tree, content)]
    if expected is None:
        with pytest.raises(InvalidInput):
            mover(tree, ids)
        return
    place = mover(tree, ids)
    if expected.startswith("first"):
        assert (place.after_id, place.section_id) == (None, tree.sections[int(expected[-1]) - 1].id)
    else:
        assert place.after_id == find(tree, expected.removeprefix("behind "))


@pytest.mark.parametrize(
    ("mover", "expected"),
    [
        (places.place_up, ["Ban hành", "Khảo sát", "Đo lường", "Tổng hợp, xây", "Tuyên truyền"]),
        (places.place_down, ["Ban hành", "Tổng hợp, xây", "Tuyên truyền", "Khảo sát", "Đo lường"]),
    ],
)
def test_several_items_move_together(workspace, mover, expected):
    store, plan_id = workspace
    tree = plans.open_plan(store, plan_id)
    ids = [find(tree, "Khảo sát"), find(tree, "Đo lường")]
    moving.move_items(store, ids, mover(tree, ids))
    tree = plans.open_plan(store, plan_id)
    contents = [item.content for item in tree.roots(tree.sections[0].id)]
    assert all(map(str.startswith, contents, expected)), contents


def test_several_items_go_one_level_lower_and_come_back(workspace):
    store, plan_id = workspace
    tree = plans.open_plan(store, plan_id)
    before = [(item.content, depth) for item, depth in tree.walk(tree.sections[0].id)]
    ids = [find(tree, "Khảo sát"), find(tree, "Đo lường")]
    moving.move_items(store, ids, places.place_lower(tree, ids))
    tree = plans.open_plan(store, plan_id)
    assert {tree.items[item_id].parent_id for item_id in ids} == {find(tree, "Tổng hợp, xây")}
    moving.move_items(store, ids, places.place_higher(tree, ids))
    tree = plans.open_plan(store, plan_id)
    assert [(item.content, depth) for item, depth in tree.walk(tree.sections[0].id)] == before


def test_items_of_different_levels_do_not_move_together(tree):
    with pytest.raises(InvalidInput, match="cùng cấp"):
        places.place_up(tree, [find(tree, "Thẩm định"), find(tree, "Cập nhật")])


def test_what_lies_below_a_moved_item_goes_along_in_plan_order(tree):
    top, part, other = find(tree, "Rà soát, đơn giản"), find(tree, "Thẩm định"), find(tree, "Cập nhật")
    assert places.tops(tree, [other, part, top]) == [top, other]


def test_a_move_goes_past_rows_that_are_on_the_screen(tree):
    last, first = find(tree, "Tuyên truyền"), find(tree, "Ban hành")
    assert places.place_up(tree, [last], {first, last}).after_id is None
    assert places.place_down(tree, [first], {first, last}).after_id == last


def test_indenting_and_outdenting_come_back(workspace):
    store, plan_id = workspace
    tree = plans.open_plan(store, plan_id)
    before = [(item.content, depth) for item, depth in tree.walk(tree.sections[2].id)]
    item_id = find(tree, "Cập nhật")
    moving.move_item(store, item_id, places.place_lower(tree, [item_id]))
    tree = plans.open_plan(store, plan_id)
    assert tree.items[item_id].parent_id == find(tree, "Rà soát, đơn giản")
    moving.move_item(store, item_id, places.place_higher(tree, [item_id]))
    tree = plans.open_plan(store, plan_id)
    assert [(item.content, depth) for item, depth in tree.walk(tree.sections[2].id)] == before


def test_a_new_item_stands_below_or_inside_or_at_the_end(tree):
    item_id = find(tree, "Rà soát, đơn giản")
    section_id = tree.items[item_id].section_id
    assert places.place_below(tree, item_id) == Place(section_id, None, item_id)
    assert places.place_inside(tree, item_id) == Place(section_id, item_id, find(tree, "Tổng hợp kết quả"))
    assert places.place_in_section(tree, section_id) == Place(section_id, None, find(tree, "Đánh giá"))
