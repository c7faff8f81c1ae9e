"""The whole window over an in-memory workspace: import, edit, add, move, delete, export, as a user would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QLineEdit

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import ChangedOutside, RefusedFile
from cchc_desktop.domain.items import Place
from cchc_desktop.services import item_editing
from cchc_desktop.settings import Settings
from cchc_desktop.ui.errors import QMessageBox
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.workbench.editors import LineEditor
from tests.services.fakes import FakeStore
from tests.ui.stage import SAMPLE, Stage, import_sample


def test_an_empty_database_offers_three_ways_in(stage):
    for words in ("Chọn tệp…", "Tạo kế hoạch…", "Mở dữ liệu mẫu"):
        assert stage.button(words).isEnabled()


def test_file_is_shown_before_anything_is_stored(stage):
    stage.contents.read_file(Path("phụ lục.docx"))
    stage.bot.waitUntil(lambda: stage.on_screen("ImportPage"))
    assert stage.store.all(EntityKind.PLAN) == []
    texts = [label.text() for label in stage.window.findChildren(QLabel)]
    assert any("2 lĩnh vực, 3 nhiệm vụ, 2 nội dung thành phần, 1 chỉ tiêu" in text for text in texts)
    stage.press("Hủy")
    assert stage.on_screen("StartPage")


def test_import_without_title_waits_for_one(stage):
    stage.contents.read_file(Path("phụ lục.docx"))
    stage.bot.waitUntil(lambda: stage.on_screen("ImportPage"))
    title = next(field for field in stage.window.findChildren(QLineEdit) if field.text() == "Kế hoạch năm 2026")
    title.clear()
    assert not stage.button("Nhập kế hoạch").isEnabled()
    title.setText("Tên mới")
    assert stage.button("Nhập kế hoạch").isEnabled()


def test_imported_plan_is_shown_and_named_in_the_title(stage):
    import_sample(stage)
    assert stage.on_screen("PlanView")
    assert "Theo dõi CCHC" in stage.window.windowTitle()


def test_sample_button_stores_the_sample(stage):
    stage.press("Mở dữ liệu mẫu")
    stage.wait_contents(SAMPLE)


def test_commands_write_through_services_and_refresh_the_screen(stage):
    import_sample(stage)
    commands, tree = stage.contents.commands, stage.session.tree
    first = tree.sections[0].id
    ids = {item.content: item.id for item in tree.items.values()}
    commands.edit_item(ids["Công khai"], {"content": "Công khai ngân sách"})
    stage.wait_contents([*SAMPLE[:4], "Công khai ngân sách"])
    commands.move_item(ids["Rà soát văn bản"], Place(first, None, ids["Rà soát thủ tục"]))
    moved = ["Rà soát thủ tục", "Lập danh mục", "Lấy ý kiến", "Rà soát văn bản", "Công khai ngân sách"]
    stage.wait_contents(moved)
    commands.delete_items([ids["Rà soát thủ tục"]])
    stage.wait_contents(["Rà soát văn bản", "Công khai ngân sách"])
    kinds = [operation.kind for operation in stage.store.operations]
    assert kinds == ["plan.import", "item.edit", "item.move", "item.delete"]


def test_export_writes_where_asked(stage, tmp_path):
    import_sample(stage)
    stage.contents.exchange.flow.export("appendix", tmp_path / "ra.pdf")
    stage.bot.waitUntil(lambda: stage.written == [("AppendixPaper", tmp_path / "ra.pdf")])


def test_refused_file_is_told_and_nothing_changes(qtbot):
    def refuse(path, progress, is_cancelled):
        raise RefusedFile("Tệp bị hỏng. Hãy lưu lại tệp rồi thử lại.")

    stage = Stage(qtbot, FakeStore(), refuse)
    stage.contents.read_file(Path("hỏng.docx"))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in stage.window.findChildren(QMessageBox)))
    box = stage.window.findChildren(QMessageBox)[0]
    assert "Tệp bị hỏng" in box.text()
    assert [button.text() for button in box.buttons()] == ["Đóng"]
    box.close()
    assert stage.store.operations == []
    stage.database.stop()


def test_the_inspector_comes_back_as_wide_as_it_was(stage):
    import_sample(stage)
    dock = stage.window.findChild(QDockWidget)
    width = dock.width()
    assert abs(width - 320) < 10
    stage.contents.read_file(Path("phụ lục.docx"))
    stage.bot.waitUntil(lambda: stage.on_screen("ImportPage"))
    assert not dock.isVisible()
    stage.press("Hủy")
    stage.bot.waitUntil(dock.isVisible)
    assert dock.width() == width
    assert stage.contents.settings().inspector_width == width


def test_what_another_program_wrote_is_shown(stage):
    import_sample(stage)
    first = next(iter(stage.session.tree.items.values()))
    item_editing.edit_item(stage.workspace, first.id, {"content": "Sửa ở nơi khác"})
    stage.session.failed.emit(ChangedOutside("Tệp dữ liệu vừa bị thay đổi.", must_reopen=False))
    stage.bot.waitUntil(lambda: stage.session.tree.items[first.id].content == "Sửa ở nơi khác")
    close_box(stage)


def test_a_file_that_was_replaced_is_opened_anew(stage, qtbot):
    import_sample(stage)
    with qtbot.waitSignal(stage.contents.reopen_wanted):
        stage.session.failed.emit(ChangedOutside("Tệp dữ liệu bị thay.", must_reopen=True))
    close_box(stage)


def close_box(stage):
    box = next(box for box in stage.window.findChildren(QMessageBox) if box.isVisible())
    box.close()


def test_enter_clicks_the_button_that_has_the_focus_and_no_other(stage):
    button = stage.button("Mở dữ liệu mẫu")
    stage.window.findChild(QLineEdit).setFocus()
    stage.bot.keyClick(stage.window, Qt.Key.Key_Return)
    assert stage.on_screen("StartPage")
    button.setFocus()
    stage.bot.keyClick(button, Qt.Key.Key_Return)
    stage.wait_contents(SAMPLE)


@pytest.mark.parametrize(
    ("room", "smallest", "first"),
    [
        (None, (1180, 680), (1366, 728)),
        (QSize(1920, 1032), (1180, 680), (1366, 728)),
        (QSize(1280, 672), (1180, 640), (1280, 640)),  # 1920x1080 at 150 %
        (QSize(1093, 566), (1093, 534), (1093, 534)),  # 1366x768 at 125 %
    ],
)
def test_the_frame_is_never_larger_than_the_desk(qtbot, room, smallest, first):
    window = MainWindow(Settings(), room)
    qtbot.addWidget(window)
    assert (window.minimumSize(), window.size()) == (QSize(*smallest), QSize(*first))


def test_a_new_section_counts_on_and_waits_for_its_title(stage):
    import_sample(stage)
    stage.contents.view.show_table()
    stage.trigger("add_section")
    stage.bot.waitUntil(lambda: isinstance(QApplication.focusWidget(), LineEditor))
    assert QApplication.focusWidget().selectedText() == "Lĩnh vực mới"
    assert [section.number for section in stage.session.tree.sections] == ["I", "II", "III"]
