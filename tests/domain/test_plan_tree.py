"""Snapshots of a plan: what an edit leaves alone stays the same object."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree, sharing

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def sample_tree(plan_id: int = 1) -> PlanTree:
    """Return a plan of two sections with three items, one of them below another."""
    sections = [Section(plan_id, f"Lĩnh vực {number}", id=number, sort_key=str(number)) for number in (1, 2)]
    items = [
        WorkItem(plan_id, 1, "Rà soát văn bản", id=1, sort_key="1"),
        WorkItem(plan_id, 1, "Lập danh mục", id=2, parent_id=1, sort_key="1"),
        WorkItem(plan_id, 2, "Rà soát thủ tục", id=3, sort_key="1"),
    ]
    return build_tree(Plan("Kế hoạch", PlanKind.ANNUAL, YEAR, id=plan_id), sections, items, ())


def read_again(tree: PlanTree, **changes: str) -> PlanTree:
    """Return a tree of equal rows that are all new objects, the first item with other words."""
    first, *others = [replace(item) for item in tree.items.values()]
    rows = [replace(first, **changes), *others]
    return build_tree(replace(tree.plan), map(replace, tree.sections), rows, map(replace, tree.indicators))


def test_all_that_did_not_change_is_the_same_object():
    before = sample_tree()
    again = read_again(before)
    shared = sharing(again, before)
    assert shared == again
    assert shared.plan is before.plan
    assert all(shared.items[id_] is item for id_, item in before.items.items())
    assert all(shared.siblings[key] is items for key, items in before.siblings.items())
    assert all(one is other for one, other in zip(shared.sections, before.sections, strict=True))


def test_what_changed_is_new_with_the_lists_that_hold_it():
    before = sample_tree()
    again = read_again(before, content="Nội dung khác")
    shared = sharing(again, before)
    assert shared == again
    changed = next(iter(before.items))
    assert [id_ for id_, item in shared.items.items() if item is not before.items[id_]] == [changed]
    item = before.items[changed]
    assert [key for key, items in shared.siblings.items() if items is not before.siblings[key]] == [
        (item.section_id, item.parent_id)
    ]


def test_another_plan_or_none_shares_nothing():
    tree = sample_tree(1)
    assert sharing(tree, None) is tree
    assert sharing(tree, sample_tree(2)) is tree
