from __future__ import annotations

import pytest

from cchc_desktop.services import editing, plans
from cchc_desktop.ui.workbench.chooser import PlanChooser
from cchc_desktop.ui.workbench.inspector import Inspector


@pytest.fixture
def inspector(qtbot):
    pane = Inspector()
    qtbot.addWidget(pane)
    pane.show()
    return pane


def item_of(tree, words):
    return next(item.id for item in tree.items.values() if item.content.startswith(words))


def test_inspector_without_item_says_what_to_do(inspector, tree):
    inspector.show_item(tree, None)
    assert inspector.texts() == ["Chọn một nhiệm vụ để xem chi tiết."]
    inspector.show_item(None, None)
    assert inspector.texts() == ["Chọn một nhiệm vụ để xem chi tiết."]


def test_inspector_shows_all_fields_as_written(inspector, tree):
    inspector.show_item(tree, item_of(tree, "Tổng hợp, xây"))
    assert inspector.texts() == [
        "TT 2 · Mục I",
        "Tổng hợp, xây dựng báo cáo cải cách hành chính hằng quý, 6 tháng và năm gửi Sở Nội vụ",
        "Chủ trì", "Phòng Văn hóa - Xã hội",
        "Phối hợp", "Các phòng, ban, đơn vị có liên quan",
        "Thời hạn", "“Trước ngày 10 của tháng cuối quý”", "Thời hạn xác định: ngày 09 các tháng 3, 6, 9, 12",
        "Sản phẩm", "Báo cáo của UBND phường",
    ]  # fmt: skip


def test_inspector_asks_where_time_words_are_not_understood(inspector, tree):
    inspector.show_item(tree, item_of(tree, "Tổ chức hội nghị"))
    assert inspector.texts()[-1] == "Thời hạn “Quý V/2026”: không có quý 5. Cần xác định ngày."
    assert "Chưa xác định thời hạn" in inspector.texts()


def test_inspector_shows_further_fields_where_there_are_some(inspector, workspace):
    store, plan_id = workspace
    item_id = item_of(plans.open_plan(store, plan_id), "Ban hành")
    editing.edit_item(store, item_id, {"funding": "5 triệu đồng", "note": "Trình trước Tết"})
    inspector.show_item(plans.open_plan(store, plan_id), item_id)
    assert inspector.texts()[-4:] == ["Kinh phí", "5 triệu đồng", "Ghi chú", "Trình trước Tết"]


def test_inspector_names_a_sub_item(inspector, tree):
    inspector.show_item(tree, item_of(tree, "Lập danh mục"))
    assert inspector.texts()[0] == "Nội dung thành phần · Mục III"


def test_chooser_shows_plan_document_and_state(qtbot, workspace):
    chooser = PlanChooser()
    qtbot.addWidget(chooser)
    chooser.set_plans([])
    assert chooser.words() == "Chưa chọn kế hoạch"
    chooser.set_plans(plans.list_plans(workspace[0]))
    chooser.set_current(workspace[1])
    assert chooser.words() == (
        "Kế hoạch cải cách hành chính năm 2026 của phường Sông Hương · Kế hoạch 07/KH-UBND, 12/01/2026"
    )


def test_chooser_tells_which_plan_was_chosen(qtbot, workspace):
    chooser = PlanChooser()
    qtbot.addWidget(chooser)
    chooser.set_plans(plans.list_plans(workspace[0]))
    chosen = []
    chooser.plan_chosen.connect(chosen.append)
    chooser.menu().aboutToShow.emit()
    entry = chooser.menu().actions()[0]
    assert entry.text().endswith("\tĐã ban hành")
    entry.trigger()
    assert chosen == [workspace[1]]
