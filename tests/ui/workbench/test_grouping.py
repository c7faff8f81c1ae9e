from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import AgencyLink, ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import build_tree
from cchc_desktop.services import item_editing, moving, plans
from cchc_desktop.ui.workbench import places
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.grouping import NO_LEAD, UNDATED, agency_names, by_agency, by_month, grouped
from cchc_desktop.ui.workbench.grouping_rows import Grouping, GroupingFacts
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.rows import GroupSummary
from cchc_desktop.ui.workbench.tree_model import PlanTreeModel

TODAY = date(2026, 3, 20)
PLAN = Plan("Kế hoạch", PlanKind.ANNUAL, Period(date(2026, 1, 1), date(2026, 12, 31)), id=1)
_TOP = QModelIndex()


def item(number, *leads, time=None, parent=None, kind=ItemKind.TASK, section=1):
    links = tuple(AgencyLink(words, agency_id) for words, agency_id in leads)
    return WorkItem(
        1, section, f"Việc {number}", id=number, sort_key=f"{number:03}", parent_id=parent, kind=kind, lead=links,
        lead_words="; ".join(link.words for link in links) or None, time_words=time,
    )  # fmt: skip


def plan_tree(*items):
    return build_tree(PLAN, [Section(1, "Thể chế", id=1, number="I")], items, ())


def as_lines(found):
    lines = []
    for group in found.groups:
        lines.append(group.title)
        for entry in found.members[group]:
            lines.append(f"  {entry.id}")
            lines += [f"    {below.id}" for below in found.below.get(entry.id, ())]
    return lines


def test_several_leads_stand_once_under_the_first_and_none_comes_last():
    tree = plan_tree(
        item(1), item(2, ("Phòng Kinh tế", 7), ("Công an xã", 8)), item(3, ("VP HĐND", 9)), item(4, ("Công an xã", 8))
    )
    names = agency_names(tree.items.values(), {9: "Văn phòng HĐND và UBND"})
    assert as_lines(grouped(tree, by_agency(names), NO_LEAD)) == [
        "Công an xã", "  4", "Phòng Kinh tế", "  2", "Văn phòng HĐND và UBND", "  3",
        "(chưa có cơ quan chủ trì)", "  1",
    ]  # fmt: skip


def test_an_agency_without_a_canonical_name_is_called_as_it_is_mostly_written():
    items = [item(1, ("VP HĐND", 9)), item(2, ("Văn phòng", 9)), item(3, ("Văn phòng", 9)), item(4, ("Thôn A", None))]
    assert agency_names(items, {}) == {"9": "Văn phòng", "thôn a": "Thôn A"}


def test_parts_stay_with_their_task_and_activities_go_to_their_own_agency():
    one, other = ("Phòng Kinh tế", 7), ("Công an xã", 8)
    tree = plan_tree(
        item(1, kind=ItemKind.OBJECTIVE),
        item(2, one, parent=1),
        item(3, other, parent=2, kind=ItemKind.ACTIVITY),
        item(4, parent=2, kind=ItemKind.ACTIVITY),
        item(5, other, parent=2, kind=ItemKind.SUB_ITEM),
    )
    found = grouped(tree, by_agency(agency_names(tree.items.values(), {})), NO_LEAD)
    assert as_lines(found) == ["Công an xã", "  3", "Phòng Kinh tế", "  1", "    2"]
    assert [below.id for below in found.below[2]] == [4, 5]


@pytest.mark.parametrize(
    ("time", "title"),
    [
        ("Trong tháng 4/2026", "Tháng 04/2026"),
        ("Trong tháng 1/2026", "Tháng 01/2026"),
        ("Hằng quý", "Tháng 03/2026"),
        ("Trước ngày 10 của tháng cuối quý", "Tháng 06/2026"),
        ("Thường xuyên", "Thường xuyên"),
        ("Theo kế hoạch của tỉnh", "Chưa xác định thời hạn"),
        (None, "Chưa xác định thời hạn"),
    ],
)
def test_items_stand_in_the_month_of_their_next_due_date(time, title):
    tree = plan_tree(item(1, time=time))
    assert as_lines(grouped(tree, by_month(tree.schedule, TODAY), UNDATED)) == [title, "  1"]


def test_months_run_in_order_then_standing_then_undated():
    times = ["Theo kế hoạch", "Thường xuyên", "Tháng 12/2026", "Tháng 4/2026"]
    tree = plan_tree(*(item(number, time=time) for number, time in enumerate(times, 1)))
    found = grouped(tree, by_month(tree.schedule, TODAY), UNDATED)
    assert [group.title for group in found.groups] == [
        "Tháng 04/2026", "Tháng 12/2026", "Thường xuyên", "Chưa xác định thời hạn",
    ]  # fmt: skip


# --- the model


@pytest.fixture
def tested(qtbot, qtlog):
    testers = []

    def put(grouping):
        model = PlanTreeModel(facts=GroupingFacts(lambda: TODAY))
        model.set_grouping(grouping)
        testers.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning))
        return model

    yield put
    assert [record.message for record in qtlog.records] == []


def outline(model, parent=_TOP, depth=0):
    lines = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, PlanColumn.CONTENT, parent)
        lines.append("  " * depth + index.data())
        lines += outline(model, index.siblingAtColumn(0), depth + 1)
    return lines


def random_edit(workspace, plan_id, chance):
    tree = plans.open_plan(workspace, plan_id)
    chosen = chance.choice(list(tree.items))
    kind = chance.choice(["lead", "lead", "time", "time", "delete", "add", "lower"])
    if kind == "lead":
        words = chance.choice(["Phòng Kinh tế", "Công an phường", "", "Trạm Y tế phường; Phòng Kinh tế"])
        item_editing.edit_item(workspace, chosen, {"lead_words": words})
    elif kind == "time":
        words = chance.choice(["Tháng 5/2026", "Thường xuyên", "", "Quý IV/2026"])
        item_editing.edit_item(workspace, chosen, {"time_words": words})
    elif kind == "delete":
        item_editing.delete_items(workspace, [chosen])
    elif kind == "add":
        words = {"content": f"Việc {chance.random()}"}
        item_editing.add_item(workspace, plan_id, places.place_below(tree, chosen), words)
    else:
        with suppress(InvalidInput):
            moving.move_item(workspace, chosen, places.place_lower(tree, [chosen]))


@pytest.mark.parametrize("grouping", [Grouping.AGENCY, Grouping.MONTH])
def test_groups_follow_random_edits_row_by_row(tested, workspace, grouping):
    chance = random.Random(7)
    model = tested(grouping)
    model.set_tree(plans.open_plan(*workspace))
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    for _ in range(30):
        random_edit(*workspace, chance)
        tree = plans.open_plan(*workspace)
        model.apply(tree)
        fresh = PlanTreeModel(facts=GroupingFacts(lambda: TODAY))
        fresh.set_grouping(grouping)
        fresh.set_tree(tree)
        assert outline(model) == outline(fresh)
        assert sorted(model.item_ids()) == sorted(tree.items)
    assert resets == []


def test_another_lead_moves_one_row(qtbot, workspace):
    model = PlanTreeModel()
    model.set_grouping(Grouping.AGENCY)
    tree = plans.open_plan(*workspace)
    model.set_tree(tree)
    chosen = next(entry for entry in tree.items.values() if entry.content == "Kiểm tra văn bản")
    kept = QPersistentModelIndex(model.index_of_item(chosen.id))
    events = []
    model.rowsMoved.connect(lambda *_: events.append("move"))
    model.rowsInserted.connect(lambda *_: events.append("insert"))
    model.rowsRemoved.connect(lambda *_: events.append("remove"))
    item_editing.edit_item(workspace[0], chosen.id, {"lead_words": "Phòng Văn hóa - Xã hội"})
    model.apply(plans.open_plan(*workspace))
    assert events == ["move"]
    assert kept.parent().siblingAtColumn(PlanColumn.CONTENT).data() == "Phòng Văn hóa - Xã hội"


def test_a_group_is_no_entity_and_cannot_be_typed_into(tree):
    model = PlanTreeModel()
    model.set_grouping(Grouping.AGENCY)
    model.set_tree(tree)
    group = model.index(0, PlanColumn.CONTENT)
    assert (group.data(Role.ROW), group.data(Role.GROUP_ROW), group.data(Role.UID)[:7]) == (None, True, "agency:")
    assert not model.flags(group) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(group, "Phòng khác")


def test_figures_of_sections_count_what_is_shown_and_what_has_no_date(tree):
    model = PlanTreeModel()
    model.set_tree(tree)
    assert [model.index(row, 0).data(Role.SUMMARY) for row in range(3)] == [
        GroupSummary(5, 0, 0, 1), GroupSummary(4, 0, 0, 2), GroupSummary(5, 0, 3, 0),
    ]  # fmt: skip


def test_a_task_that_leaves_the_time_to_its_parts_needs_no_date(qtbot):
    parent, part = item(1), item(2, time="Tháng 4/2026", parent=1, kind=ItemKind.ACTIVITY)
    model = PlanTreeModel()
    model.set_tree(plan_tree(parent, part))
    assert model.index(0, 0).data(Role.SUMMARY) == GroupSummary(1, 1, 0, 0)
    model.apply(plan_tree(parent, replace(part, time_words=None)))
    assert model.index(0, 0).data(Role.SUMMARY).undated == 1
