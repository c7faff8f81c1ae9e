from __future__ import annotations

import random
from contextlib import suppress

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import sharing
from cchc_desktop.services import item_editing, moving, plans, section_editing
from cchc_desktop.ui.workbench import places
from cchc_desktop.ui.workbench.columns import COLUMNS, PlanColumn
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.table_model import PlanTableModel
from cchc_desktop.ui.workbench.tree_model import PlanTreeModel
from tests.ui.sample import sample_tree

_TOP = QModelIndex()
MODELS = [PlanTreeModel, PlanTableModel]


@pytest.fixture
def tested(qtbot, qtlog):
    """Put Qt's own tester on a model; whatever it complains of fails the test."""
    testers = []

    def put(model):
        testers.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning))
        return model

    yield put
    assert [record.message for record in qtlog.records] == []


def tree_text(model, parent=_TOP, depth=0):
    lines = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, PlanColumn.NUMBER, parent)
        lines.append("  " * depth + f"{index.data() or '-'} {index.siblingAtColumn(PlanColumn.CONTENT).data()}")
        lines += tree_text(model, index, depth + 1)
    return lines


def expected_text(tree):
    lines = []
    for section in tree.sections:
        lines.append(f"{section.number} {section.title}")
        lines += [f"{'  ' * (depth + 1)}{item.number or '-'} {item.content}" for item, depth in tree.walk(section.id)]
    return lines


def read_again(workspace, plan_id, before, chance):
    """Read the plan: mostly sharing with the snapshot before what did not change, as the session does."""
    tree = plans.open_plan(workspace, plan_id)
    return sharing(tree, before) if chance.random() < 0.8 else tree


def random_edit(workspace, plan_id, chance):
    """Carry out one random operation of those that a person has."""
    tree = plans.open_plan(workspace, plan_id)
    items = list(tree.items)
    kind = chance.choice(["add", "add", "sub", "edit", "delete", "up", "down", "lower", "higher", "section"])
    if kind == "section":
        chosen = chance.choice(tree.sections).id
        section_editing.edit_section(workspace, chosen, {"title": f"Lĩnh vực {chance.randrange(9)}"})
    elif kind in ("add", "sub") or not items:
        section = chance.choice(tree.sections)
        place = places.place_in_section(tree, section.id)
        if items and kind == "sub":
            place = places.place_inside(tree, chance.choice(items))
        item_editing.add_item(workspace, plan_id, place, {"content": f"Việc {chance.randrange(1000)}"})
    elif kind == "edit":
        item_editing.edit_item(workspace, chance.choice(items), {"content": f"Sửa {chance.randrange(1000)}"})
    elif kind == "delete":
        item_editing.delete_items(workspace, [chance.choice(items)])
    else:
        mover = getattr(places, f"place_{kind}")
        chosen = chance.choice(items)
        with suppress(InvalidInput):
            moving.move_item(workspace, chosen, mover(tree, [chosen]))


@pytest.mark.parametrize("seed", range(3))
def test_models_follow_random_edits_one_by_one(tested, workspace, seed):
    chance = random.Random(seed)
    tree_model, table_model = tested(PlanTreeModel()), tested(PlanTableModel())
    tree = plans.open_plan(*workspace)
    for model in (tree_model, table_model):
        model.set_tree(tree)
    for _ in range(40):
        random_edit(*workspace, chance)
        tree = read_again(*workspace, tree, chance)
        tree_model.apply(tree)
        table_model.apply(tree)
        assert tree_text(tree_model) == expected_text(tree)
        walked = [item.content for section in tree.sections for item, _ in tree.walk(section.id)]
        assert [table_model.index(row, 1).data() for row in range(table_model.rowCount())] == walked


@pytest.mark.parametrize("seed", range(3))
def test_models_follow_many_edits_at_once(tested, workspace, seed):
    chance = random.Random(100 + seed)
    tree_model, table_model = tested(PlanTreeModel()), tested(PlanTableModel())
    tree = plans.open_plan(*workspace)
    tree_model.set_tree(tree)
    table_model.set_tree(tree)
    table_model.sort(PlanColumn.CONTENT, Qt.SortOrder.DescendingOrder)
    for _ in range(6):
        for _ in range(chance.randrange(1, 16)):
            random_edit(*workspace, chance)
        tree = read_again(*workspace, tree, chance)
        visible = None
        if chance.random() < 0.4:
            visible = {item.id for item in tree.items.values() if item.parent_id is None}
        tree_model.apply(tree, visible)
        table_model.apply(tree, visible)
        if visible is None:
            assert tree_text(tree_model) == expected_text(tree)
        assert table_model.rowCount() == len(tree.items if visible is None else visible)


def test_a_section_that_turns_inside_out_keeps_its_rows(tested, workspace):
    """An item and its sub-item change places in one snapshot."""
    tree = plans.open_plan(*workspace)
    part = next(item for item in tree.items.values() if item.content == "Lập danh mục hồ sơ")
    model = tested(PlanTreeModel())
    model.set_tree(tree)
    kept = QPersistentModelIndex(model.index_of_item(part.id))
    moving.move_item(workspace[0], part.id, places.place_higher(tree, [part.id]))
    tree = plans.open_plan(*workspace)
    moving.move_item(workspace[0], part.parent_id, places.place_inside(tree, part.id))
    tree = plans.open_plan(*workspace)
    model.apply(tree)
    assert tree_text(model) == expected_text(tree)
    assert kept.data(Role.ROW).id == part.id
    assert model.rowCount(kept) == 1


@pytest.mark.parametrize("model_class", MODELS)
def test_one_edit_touches_one_row(qtbot, workspace, model_class):
    model = model_class()
    tree = plans.open_plan(*workspace)
    model.set_tree(tree)
    item = next(iter(tree.items.values()))
    item_editing.edit_item(workspace[0], item.id, {"product": "Quyết định"})
    rows, resets = [], []
    model.dataChanged.connect(lambda first, last: rows.append(first.data(Role.ROW)))
    model.modelReset.connect(lambda: resets.append(True))
    model.apply(sharing(plans.open_plan(*workspace), tree))
    items = [row.id for row in rows if isinstance(row, WorkItem)]
    assert items == [item.id]
    assert resets == []


@pytest.mark.parametrize("model_class", MODELS)
def test_one_move_is_one_move(qtbot, workspace, model_class):
    model = model_class()
    tree = plans.open_plan(*workspace)
    model.set_tree(tree)
    last = list(tree.roots(tree.sections[0].id))[-1]
    moving.move_item(workspace[0], last.id, Place(tree.sections[0].id))
    moves, others = [], []
    model.rowsMoved.connect(lambda *_: moves.append(True))
    model.rowsInserted.connect(lambda *_: others.append("insert"))
    model.rowsRemoved.connect(lambda *_: others.append("remove"))
    model.apply(plans.open_plan(*workspace))
    assert (len(moves), others) == (1, [])


def test_deleting_the_first_of_many_removes_one_row(qtbot, workspace):
    model = PlanTreeModel()
    tree = plans.open_plan(*workspace)
    model.set_tree(tree)
    first = tree.roots(tree.sections[0].id)[0]
    item_editing.delete_items(workspace[0], [first.id])
    events = []
    model.rowsMoved.connect(lambda *_: events.append("move"))
    model.rowsRemoved.connect(lambda _parent, start, end: events.append((start, end)))
    model.apply(plans.open_plan(*workspace))
    assert events == [(0, 0)]


def test_cells_of_the_tree_as_a_table(tree):
    model = PlanTreeModel()
    model.set_tree(tree)
    section = model.index(0, 0)
    row = [model.index(1, column, section).data() for column in range(len(COLUMNS))]
    assert row == [
        "2",
        "Tổng hợp, xây dựng báo cáo cải cách hành chính hằng quý, 6 tháng và năm gửi Sở Nội vụ",
        "I Chỉ đạo điều hành, kiểm tra và tuyên truyền",
        "Phòng Văn hóa - Xã hội",
        "Các phòng, ban, đơn vị có liên quan",
        "Trước ngày 10 của tháng cuối quý",
        "",
        "Báo cáo của UBND phường",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Trong kế hoạch",
        "",
    ]
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(len(COLUMNS))] == [
        "TT", "Nội dung nhiệm vụ", "Lĩnh vực", "Chủ trì", "Phối hợp", "Thời hạn", "Tiến độ", "Sản phẩm", "Kinh phí",
        "Ghi chú", "Kết quả kỳ này", "Ngày", "Số văn bản", "Người phụ trách",
        "Lãnh đạo phụ trách", "Nguồn", "Sửa theo văn bản",
    ]  # fmt: skip
    assert [model.index(row, 0).data(Role.COUNT) for row in range(3)] == [5, 4, 5]
    assert isinstance(section.data(Role.ROW), Section)


def test_tooltip_of_time_words_says_what_is_read(tree):
    model = PlanTreeModel()
    model.set_tree(tree)
    tip = model.index(1, PlanColumn.TIME, model.index(0, 0)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == ["Trước ngày 10 của tháng cuối quý", "ngày 09 các tháng 3, 6, 9, 12"]


@pytest.mark.parametrize(
    ("column", "editable"),
    [(PlanColumn.NUMBER, True), (PlanColumn.CONTENT, True), (PlanColumn.SECTION, False), (PlanColumn.TIME, True)],
)
def test_which_cells_of_an_item_can_be_typed_into(tree, column, editable):
    model = PlanTableModel()
    model.set_tree(tree)
    assert bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable) is editable


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Kế hoạch mới", {"product": "Kế hoạch mới"}),
        ("  Kế hoạch mới \n", {"product": "Kế hoạch mới"}),
        ("Ke\u0302\u0301 hoa\u0323ch", {"product": "Kế hoạch"}),
        ("", {"product": ""}),
        ("Kế hoạch của UBND phường", None),
        (" Kế hoạch của UBND phường ", None),
    ],
)
@pytest.mark.parametrize("model_class", MODELS)
def test_typing_asks_and_changes_nothing(qtbot, tree, model_class, typed, asked):
    model = model_class()
    model.set_tree(tree)
    item = tree.roots(tree.sections[0].id)[0]
    index = model.index_of_item(item.id, PlanColumn.PRODUCT)
    requests = []
    model.edit_requested.connect(lambda item_id, values: requests.append((item_id, values)))
    assert model.setData(index, typed) is (asked is not None)
    assert requests == ([(item.id, asked)] if asked is not None else [])
    assert index.data() == "Kế hoạch của UBND phường"


def test_typing_a_section_title_asks_for_the_section(qtbot, tree):
    model = PlanTreeModel()
    model.set_tree(tree)
    requests = []
    model.section_edit_requested.connect(lambda section_id, values: requests.append((section_id, values)))
    model.setData(model.index(1, PlanColumn.CONTENT), "Thể chế")
    assert requests == [(tree.sections[1].id, {"title": "Thể chế"})]


@pytest.mark.parametrize(
    ("column", "order", "first"),
    [
        (PlanColumn.NUMBER, Qt.SortOrder.AscendingOrder, "1"),
        (PlanColumn.NUMBER, Qt.SortOrder.DescendingOrder, "14"),
        (PlanColumn.TIME, Qt.SortOrder.AscendingOrder, "1"),
        (PlanColumn.CONTENT, Qt.SortOrder.AscendingOrder, "1"),
    ],
)
def test_table_sorts_and_keeps_indexes(tested, column, order, first):
    tree = sample_tree()
    model = tested(PlanTableModel())
    model.set_tree(tree)
    ids = list(tree.items)
    kept = [QPersistentModelIndex(model.index_of_item(item_id)) for item_id in ids]
    model.sort(column, order)
    assert model.index(0, 0).data() == first
    assert [index.data(Role.ROW).id for index in kept] == ids


def test_table_shows_depth_in_plan_order_only(tree):
    model = PlanTableModel()
    model.set_tree(tree)
    part = next(item for item in tree.items.values() if item.content == "Lập danh mục hồ sơ")
    assert model.index_of_item(part.id).data(Role.DEPTH) == 1
    model.sort(PlanColumn.CONTENT)
    assert model.index_of_item(part.id).data(Role.DEPTH) == 0
