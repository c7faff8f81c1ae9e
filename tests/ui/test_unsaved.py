"""Typed words that could not be stored: they stay in their cell, and a strip offers to try again or give them up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from cchc_desktop.domain.errors import CannotWrite, ChangedOutside, InvalidInput
from cchc_desktop.services import item_editing
from cchc_desktop.ui.inspector.inspector import Inspector
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.editors import LineEditor, LinesEditor
from cchc_desktop.ui.workbench.roles import Role
from tests.ui.stage import SAMPLE, import_sample

FULL = CannotWrite("Ổ đĩa đã đầy. Dữ liệu không thay đổi.")
FIRST, SECOND = "Rà soát văn bản", "Công khai"


@pytest.fixture
def refusing(stage):
    import_sample(stage)
    stage.refusal = FULL
    return stage


def item(stage, content):
    return next(item for item in stage.session.tree.items.values() if item.content == content)


def cell(stage, item_id, column=PlanColumn.CONTENT):
    return stage.contents.view.model().index_of_item(item_id, column)


def editor_of(stage, item_id, column=PlanColumn.CONTENT):
    view = stage.contents.view
    stage.window.activateWindow()
    stage.bot.waitUntil(stage.window.isActiveWindow)
    view.select_item(item_id, column)
    view.edit_current()
    stage.bot.waitUntil(lambda: isinstance(QApplication.focusWidget(), LineEditor | LinesEditor))
    return QApplication.focusWidget()


def type_into(stage, item_id, words, column=PlanColumn.CONTENT):
    editor = editor_of(stage, item_id, column)
    editor.set_words(words)
    stage.bot.keyClick(editor, Qt.Key.Key_Return)


def strip_words(stage):
    strip = stage.contents.unsaved.strip
    return strip.sentence() if strip is not None and strip.isVisible() else ""


def boxes(stage):
    return [box for box in stage.window.findChildren(QMessageBox) if box.isVisible()]


def test_words_of_a_failed_write_stay_in_their_cell(refusing):
    first = item(refusing, FIRST).id
    type_into(refusing, first, "Rà soát toàn bộ văn bản")
    refusing.settle()
    assert refusing.words() == SAMPLE
    assert cell(refusing, first).data() == "Rà soát toàn bộ văn bản"
    assert cell(refusing, first).data(Role.UNSAVED)
    assert not cell(refusing, first, PlanColumn.TIME).data(Role.UNSAVED)
    assert "“Rà soát toàn bộ văn bản”" in strip_words(refusing)
    assert FULL.message in strip_words(refusing)
    assert boxes(refusing) == []


def test_the_editor_opens_again_with_the_words(refusing):
    first = item(refusing, FIRST).id
    type_into(refusing, first, "Rà soát toàn bộ văn bản")
    refusing.settle()
    assert editor_of(refusing, first).words() == "Rà soát toàn bộ văn bản"


def test_several_commits_that_fail_are_all_kept_and_stored_by_one_click(refusing):
    first, second = item(refusing, FIRST).id, item(refusing, SECOND).id
    type_into(refusing, first, "Một")
    type_into(refusing, second, "Hai")
    type_into(refusing, second, "Tháng 11/2026", PlanColumn.TIME)
    refusing.settle()
    assert "3 ô" in strip_words(refusing)
    assert boxes(refusing) == []
    refusing.press("Thử lại")
    refusing.settle()
    assert "3 ô" in strip_words(refusing)
    refusing.refusal = None
    refusing.press("Thử lại")
    refusing.settle()
    assert refusing.words() == ["Một", *SAMPLE[1:4], "Hai"]
    assert item(refusing, "Hai").time_words == "Tháng 11/2026"
    assert strip_words(refusing) == ""
    assert not cell(refusing, first).data(Role.UNSAVED)


def test_giving_up_shows_what_is_stored_and_can_be_taken_back(refusing):
    first = item(refusing, FIRST).id
    type_into(refusing, first, "Một")
    refusing.settle()
    refusing.press("Bỏ")
    assert cell(refusing, first).data() == FIRST
    assert strip_words(refusing) == ""
    assert "Đã bỏ" in refusing.deed()
    refusing.press("Hoàn tác")
    assert cell(refusing, first).data() == "Một"
    assert strip_words(refusing)


def test_typing_what_is_stored_gives_the_cell_up(refusing):
    first = item(refusing, FIRST).id
    type_into(refusing, first, "Một")
    refusing.settle()
    type_into(refusing, first, FIRST)
    refusing.settle()
    assert not cell(refusing, first).data(Role.UNSAVED)
    assert strip_words(refusing) == ""


def test_a_later_edit_of_the_cell_that_is_stored_ends_it(refusing):
    first = item(refusing, FIRST).id
    type_into(refusing, first, "Một")
    refusing.settle()
    refusing.refusal = None
    type_into(refusing, first, "Hai")
    refusing.settle()
    assert refusing.words()[0] == "Hai"
    assert strip_words(refusing) == ""


def test_words_of_a_section_stay_too(refusing):
    section = refusing.session.tree.sections[0]
    refusing.contents.view.section_edit_requested.emit(section.id, {"title": "Tên khác"})
    refusing.settle()
    index = refusing.contents.view.model().index_of_section(section.id, PlanColumn.CONTENT)
    assert index.data() == "Tên khác"
    refusing.refusal = None
    refusing.press("Thử lại")
    refusing.settle()
    assert refusing.session.tree.sections[0].title == "Tên khác"


def test_the_inspector_shows_the_words_as_not_stored(refusing):
    first = item(refusing, FIRST).id
    refusing.contents.view.select_item(first)
    type_into(refusing, first, "Phòng Nội vụ", PlanColumn.LEAD)
    refusing.settle()
    refusing.contents.view.select_item(first)  # Enter went down
    inspector = refusing.window.findChild(Inspector)
    labels = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert "Phòng Nội vụ" in inspector.texts()
    assert any("Chưa lưu được" in words for words in labels)


def test_a_refused_value_stays_with_the_reason(refusing):
    refusing.refusal = InvalidInput("Nội dung nhiệm vụ không được để trống.")
    first = item(refusing, FIRST).id
    type_into(refusing, first, "Một")
    refusing.settle()
    assert "không được để trống" in strip_words(refusing)


def test_what_another_program_wrote_is_read_and_the_words_stay(refusing):
    first = item(refusing, FIRST)
    refusing.refusal = ChangedOutside("Tệp dữ liệu vừa bị chương trình khác thay đổi.", must_reopen=False)
    type_into(refusing, first.id, "Tháng 11/2026", PlanColumn.TIME)
    refusing.settle()
    refusing.refusal = None
    item_editing.edit_item(refusing.workspace, first.id, {"content": "Sửa ở nơi khác"})
    refusing.contents.commands.reload()
    refusing.settle()
    assert cell(refusing, first.id).data() == "Sửa ở nơi khác"
    assert cell(refusing, first.id, PlanColumn.TIME).data() == "Tháng 11/2026"
    refusing.press("Thử lại")
    refusing.settle()
    assert refusing.session.tree.items[first.id].time_words == "Tháng 11/2026"


def test_words_of_a_row_that_went_can_still_be_copied(refusing):
    first = item(refusing, FIRST).id
    type_into(refusing, first, "Một")
    refusing.settle()
    refusing.refusal = None
    item_editing.delete_items(refusing.workspace, [first])
    refusing.contents.commands.reload()
    refusing.settle()
    assert strip_words(refusing)
    refusing.press("Sao chép nội dung")
    assert QApplication.clipboard().text() == "Một"
    refusing.press("Thử lại")  # nothing to write into: the words stay, nothing else is written
    refusing.settle()
    assert strip_words(refusing)
    assert "Một" not in refusing.words()


def test_the_window_does_not_close_over_words_that_are_not_stored(refusing):
    type_into(refusing, item(refusing, FIRST).id, "Một")
    refusing.settle()
    refusing.window.close()
    assert refusing.window.isVisible()
    assert [button.text() for button in boxes(refusing)[0].buttons()] == ["Quay lại", "Đóng và bỏ"]
    boxes(refusing)[0].buttons()[1].click()
    refusing.bot.waitUntil(lambda: not refusing.window.isVisible())


def test_closing_waits_for_what_is_being_typed(refusing):
    editor_of(refusing, item(refusing, FIRST).id).set_words("Một")
    refusing.window.close()
    refusing.bot.waitUntil(lambda: bool(boxes(refusing)))
    assert refusing.window.isVisible()
    assert "“Một”" in strip_words(refusing)
    boxes(refusing)[0].close()


def test_a_stored_edit_lets_the_window_close(refusing):
    refusing.refusal = None
    editor_of(refusing, item(refusing, FIRST).id).set_words("Một")
    refusing.window.close()
    refusing.bot.waitUntil(lambda: not refusing.window.isVisible())
    assert refusing.words()[0] == "Một"


def test_several_writes_that_meet_a_replaced_file_open_it_anew_once(refusing):
    wanted = []
    refusing.contents.reopen_wanted.connect(lambda: wanted.append(True))
    refusing.refusal = ChangedOutside("Tệp dữ liệu bị thay.", must_reopen=True)
    type_into(refusing, item(refusing, FIRST).id, "Một")
    type_into(refusing, item(refusing, SECOND).id, "Hai")
    refusing.settle()
    assert wanted == [True]
    refusing.contents.set_writable(True)
    refusing.press("Thử lại")
    refusing.settle()
    assert wanted == [True, True]


def test_the_same_failure_is_told_by_one_box(refusing):
    first = item(refusing, FIRST).id
    refusing.contents.commands.delete_items([first])
    refusing.contents.commands.delete_items([first])
    refusing.settle()
    assert len(boxes(refusing)) == 1
    boxes(refusing)[0].close()
