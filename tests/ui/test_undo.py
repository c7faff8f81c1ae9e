"""Undo and redo through the whole window: menu, keys, deed line, what is shown afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolBar

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.items import Place
from cchc_desktop.services import item_editing, plans
from cchc_desktop.ui.status import DeedLine
from cchc_desktop.ui.workbench.columns import PlanColumn
from tests.services.fakes import FakeStore
from tests.ui.stage import SAMPLE, Stage, bare, import_sample


def ids(stage: Stage) -> dict[str, int]:
    return {item.content: item.id for item in stage.session.tree.items.values()}


def selected(stage: Stage) -> list[str]:
    rows = stage.contents.view.view().selectionModel().selectedRows()
    return [index.siblingAtColumn(1).data() for index in sorted(rows, key=lambda index: index.row())]


def wait_deed(stage: Stage, words: str) -> None:
    stage.bot.waitUntil(lambda: bare(stage.deed()) == words)


def press_link(stage: Stage, words: str) -> None:
    link = next(b for b in stage.window.findChild(DeedLine).findChildren(QPushButton) if b.isVisible())
    assert link.text() == words
    stage.bot.mouseClick(link, Qt.MouseButton.LeftButton)


def test_nothing_to_undo_in_an_empty_database(stage):
    assert not stage.action("undo").isEnabled()
    assert not stage.action("redo").isEnabled()
    assert stage.action("undo").text() == "Hoàn tác"


def test_undo_and_redo_stand_first_in_menu_and_toolbar(stage):
    edit = next(action.menu() for action in stage.window.menuBar().actions() if action.text() == "Sửa")
    assert [action.objectName() for action in edit.actions()[:2]] == ["undo", "redo"]
    named = [action.objectName() for action in stage.window.findChild(QToolBar).actions() if action.objectName()]
    assert named[:2] == ["undo", "redo"]
    keys = [[keys.toString() for keys in stage.action(name).shortcuts()] for name in ("undo", "redo")]
    assert keys == [["Ctrl+Z"], ["Ctrl+Y", "Ctrl+Shift+Z"]]


def test_menu_and_tooltip_say_what_would_be_undone(stage):
    import_sample(stage)
    found = ids(stage)
    stage.contents.commands.delete_items([found["Rà soát văn bản"], found["Công khai"]])
    wait_deed(stage, "Đã xóa 2 nhiệm vụ.")
    assert stage.action("undo").text() == "Hoàn tác: Xóa 2 nhiệm vụ"
    assert stage.action("undo").toolTip() == "Hoàn tác: Xóa 2 nhiệm vụ (Ctrl+Z)"
    assert stage.action("undo").iconText() == "Hoàn tác"
    stage.trigger("undo")
    wait_deed(stage, "Đã hoàn tác: Xóa 2 nhiệm vụ")
    assert stage.action("redo").text() == "Làm lại: Xóa 2 nhiệm vụ"
    stage.trigger("redo")
    wait_deed(stage, "Đã làm lại: Xóa 2 nhiệm vụ")
    assert stage.action("undo").text() == "Hoàn tác: Xóa 2 nhiệm vụ"


def test_keys_undo_and_redo(stage):
    import_sample(stage)
    stage.contents.commands.edit_item(ids(stage)["Công khai"], {"content": "Công khai ngân sách"})
    stage.wait_contents([*SAMPLE[:4], "Công khai ngân sách"])
    stage.contents.view.setFocus()
    QTest.keyClick(stage.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.wait_contents(SAMPLE)
    stage.settle()  # the rows are stored before the window hears what can be done again
    QTest.keyClick(stage.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    stage.wait_contents([*SAMPLE[:4], "Công khai ngân sách"])


@pytest.mark.parametrize("key", ["Z", "Y", "Shift+Z"])
def test_in_a_text_field_the_keys_belong_to_the_field(stage, key):
    import_sample(stage)
    stage.contents.commands.edit_item(ids(stage)["Công khai"], {"content": "Công khai ngân sách"})
    stage.settle()
    stage.trigger("undo")
    stage.settle()
    before = len(stage.store.log)
    stage.window.activateWindow()
    stage.trigger("find")
    field = stage.window.focusWidget()
    assert isinstance(field, QLineEdit)
    stage.bot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "ra soat")
    modifiers = Qt.KeyboardModifier.ControlModifier
    if key.startswith("Shift"):
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, Qt.Key.Key_Y if key == "Y" else Qt.Key.Key_Z, modifiers)
    stage.settle()
    assert len(stage.store.log) == before
    assert key != "Z" or field.text() == ""


def test_deleted_rows_come_back_selected(stage):
    import_sample(stage)
    found = ids(stage)
    stage.contents.commands.delete_items([found["Rà soát thủ tục"]])
    stage.wait_contents(["Rà soát văn bản", "Công khai"])
    stage.trigger("undo")
    stage.wait_contents(SAMPLE)
    wait_deed(stage, "Đã hoàn tác: Xóa nhiệm vụ")
    assert stage.contents.view.current_item_id() == found["Rà soát thủ tục"]
    assert len(stage.contents.view.view().selectionModel().selectedRows()) == 3


def test_a_row_that_a_search_hides_is_shown_again(stage):
    import_sample(stage)
    found = ids(stage)
    stage.contents.commands.edit_item(found["Công khai"], {"note": "mới"})
    stage.settle()
    stage.contents.view.bar.focus_search()
    QTest.keyClicks(stage.window.focusWidget(), "ra soat van ban")
    stage.trigger("undo")
    wait_deed(stage, "Đã hoàn tác: Sửa nhiệm vụ")
    assert stage.contents.view.current_item_id() == found["Công khai"]


def test_an_undone_move_selects_what_moved_not_what_was_renumbered(stage):
    import_sample(stage)
    found, first = ids(stage), stage.session.tree.sections[0].id
    stage.contents.commands.move_item(found["Rà soát văn bản"], Place(first, None, found["Rà soát thủ tục"]))
    stage.settle()
    stage.trigger("undo")
    stage.wait_contents(SAMPLE)
    stage.settle()
    assert stage.contents.view.current_item_id() == found["Rà soát văn bản"]


def current_cell(stage: Stage) -> tuple[int | None, int]:
    return stage.contents.view.current_item_id(), stage.contents.view.view().currentIndex().column()


@pytest.mark.parametrize(
    ("stood", "expected"),
    [(PlanColumn.CONTENT, PlanColumn.TIME), (PlanColumn.TIME, PlanColumn.TIME), (PlanColumn.LEAD, PlanColumn.TIME)],
)
def test_the_current_cell_goes_to_what_was_undone(stage, stood, expected):
    import_sample(stage)
    found = ids(stage)
    stage.contents.commands.edit_item(found["Công khai"], {"time_words": "Quý IV"})
    stage.settle()
    stage.contents.view.select_item(found["Rà soát văn bản"], stood)
    stage.trigger("undo")
    stage.settle()
    assert current_cell(stage) == (found["Công khai"], expected)


def test_the_current_cell_stays_where_a_row_comes_back(stage):
    import_sample(stage)
    found = ids(stage)
    stage.contents.view.select_item(found["Công khai"], PlanColumn.LEAD)
    stage.contents.commands.delete_items([found["Lập danh mục"]])
    stage.settle()
    stage.contents.view.select_item(found["Công khai"], PlanColumn.LEAD)
    stage.trigger("undo")
    stage.settle()
    assert current_cell(stage) == (found["Lập danh mục"], PlanColumn.LEAD)


def test_a_changed_field_without_a_column_leaves_the_column_alone(stage):
    import_sample(stage)
    found = ids(stage)
    stage.contents.commands.edit_item(found["Công khai"], {"note": "mới"})  # its column goes with the undo
    stage.settle()
    stage.contents.view.select_item(found["Rà soát văn bản"], PlanColumn.PRODUCT)
    stage.trigger("undo")
    stage.settle()
    view = stage.contents.view.view()
    item_id, column = current_cell(stage)
    assert item_id == found["Công khai"]
    assert not view.isColumnHidden(column)


def test_an_old_operation_taken_back_can_be_done_again_by_the_link_and_by_undo(stage):
    import_sample(stage)
    found = ids(stage)
    item_editing.edit_item(stage.workspace, found["Công khai"], {"note": "mới"})
    item_editing.edit_item(stage.workspace, found["Lập danh mục"], {"note": "khác"})
    old = next(entry.id for entry in stage.store.log if "Công khai" in entry.operation.title)
    stage.contents._steps.take_back(old)
    wait_deed(stage, "Đã hoàn tác: Sửa nhiệm vụ")
    assert bare(stage.action("undo").text()) == "Hoàn tác: lần hoàn tác Sửa nhiệm vụ"
    press_link(stage, "Làm lại")
    wait_deed(stage, "Đã làm lại: Sửa nhiệm vụ")
    press_link(stage, "Hoàn tác")
    wait_deed(stage, "Đã hoàn tác: Sửa nhiệm vụ")


def test_the_link_of_a_deed_takes_just_that_deed_back(stage):
    import_sample(stage)
    stage.contents.commands.delete_items([ids(stage)["Công khai"]])
    wait_deed(stage, "Đã xóa 1 nhiệm vụ.")
    press_link(stage, "Hoàn tác")
    stage.wait_contents(SAMPLE)
    wait_deed(stage, "Đã hoàn tác: Xóa nhiệm vụ")
    press_link(stage, "Làm lại")
    stage.wait_contents(SAMPLE[:4])


def test_an_ordinary_edit_takes_the_older_deed_line_away(stage):
    import_sample(stage)
    found = ids(stage)
    stage.contents.commands.delete_items([found["Công khai"]])
    wait_deed(stage, "Đã xóa 1 nhiệm vụ.")
    stage.contents.commands.edit_item(found["Lập danh mục"], {"note": "mới"})
    stage.bot.waitUntil(lambda: stage.deed() == "")


def test_a_deleted_plan_comes_back_and_is_opened(stage):
    import_sample(stage)
    plan_id = stage.session.tree.plan.id
    stage.trigger("delete_plan")
    stage.bot.waitUntil(lambda: stage.on_screen("StartPage"))
    stage.trigger("undo")
    stage.bot.waitUntil(lambda: stage.on_screen("PlanView"))
    assert stage.session.tree.plan.id == plan_id
    assert stage.words() == SAMPLE


def test_an_undone_import_leaves_the_start_page_and_redo_opens_the_plan(stage):
    import_sample(stage)
    wait_deed(stage, "Đã nhập 5 nhiệm vụ.")
    press_link(stage, "Hoàn tác")
    stage.bot.waitUntil(lambda: stage.on_screen("StartPage"))
    assert stage.store.all(EntityKind.PLAN) == []
    stage.trigger("redo")
    stage.bot.waitUntil(lambda: stage.on_screen("PlanView"))


def test_an_undo_in_another_plan_shows_that_plan(stage):
    import_sample(stage)
    first = stage.session.tree.plan.id
    stage.contents.commands.edit_item(ids(stage)["Công khai"], {"note": "mới"})
    stage.settle()
    other = stage.session.tree.plan
    with_other = plans.create_plan(stage.workspace, type(other)("Kế hoạch khác", other.kind, other.period))[0]
    stage.session.open_plan(with_other)
    stage.bot.waitUntil(lambda: stage.session.tree.plan.id == with_other)
    stage.trigger("undo")  # the other plan goes
    stage.bot.waitUntil(lambda: stage.session.tree is not None and stage.session.tree.plan.id == first)
    stage.settle()
    stage.trigger("undo")
    wait_deed(stage, "Đã hoàn tác: Sửa nhiệm vụ")


def test_undo_works_right_after_the_start(qtbot):
    store = FakeStore()
    before = Stage(qtbot, store)
    import_sample(before)
    item_editing.edit_item(before.workspace, ids(before)["Công khai"], {"content": "Khác"})
    before.database.stop()
    stage = Stage(qtbot, store)
    qtbot.waitUntil(stage.action("undo").isEnabled)
    assert stage.action("undo").text() == "Hoàn tác: Sửa nhiệm vụ “Khác”"
    stage.trigger("undo")
    stage.wait_contents(SAMPLE)
    stage.database.stop()


def test_an_export_offers_nothing_to_take_back(stage):
    import_sample(stage)
    stage.contents.exchange.flow.export("appendix", Path("ra.pdf"))
    wait_deed(stage, "Đã xuất phụ lục ra tệp ra.pdf.")
    assert not any(b.isVisible() for b in stage.window.findChild(DeedLine).findChildren(QPushButton))


def test_a_long_deed_is_cut_and_whole_in_its_tooltip(qtbot):
    line = DeedLine()
    qtbot.addWidget(line)
    line.resize(300, 24)
    line.show_words("Đã xóa kế hoạch “" + "Kế hoạch cải cách hành chính " * 5 + "”.", None)
    assert line.words().endswith("”.")
    assert line.minimumSizeHint().width() < 300
