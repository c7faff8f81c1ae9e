"""The tab of what was deleted, over an in-memory workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
)

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.services import item_editing, section_editing
from cchc_desktop.ui.history.purge_dialog import PurgeDialog
from tests.ui.history.samples import backup
from tests.ui.stage import SAMPLE


def test_an_empty_bin_says_so(history):
    history.show()
    history.tab("Đã xóa")
    assert any(label.text() == "Không có nội dung nào đã xóa." and label.isVisible()
               for label in history.page.findChildren(QLabel))  # fmt: skip
    assert not history.stage.button("Khôi phục").isEnabled()


def test_a_deleted_task_comes_back_with_its_parts(history):
    history.stage.contents.commands.delete_items([history.ids["Rà soát thủ tục"]])
    history.settle()
    history.show()
    history.tab("Đã xóa (1)")
    assert history.bin_titles() == ["Rà soát thủ tục"]
    history.click("Khôi phục")
    assert history.stage.words() == SAMPLE
    assert history.stage.deed() == "Đã khôi phục nhiệm vụ “Rà soát thủ tục”."
    assert history.bin_titles() == []


def test_what_lies_in_something_deleted_says_what_comes_first(history):
    workspace, tree = history.stage.workspace, history.stage.session.tree
    item_editing.delete_items(workspace, [history.ids["Công khai"]])
    section = next(section for section in tree.sections if section.title == "Cải cách tài chính công")
    section_editing.delete_section(workspace, section.id)
    history.show()
    history.tab("Đã xóa")
    history.choose_deleted("Công khai")
    told = history.page.bin.notices()
    assert told == [
        "Nội dung này nằm trong lĩnh vực “Cải cách tài chính công”, cũng đã bị xóa. "
        "Hãy khôi phục lĩnh vực “Cải cách tài chính công” trước."
    ]
    assert not history.page.bin._restore.isEnabled()
    history.click("Khôi phục lĩnh vực")
    assert history.bin_titles() == ["Công khai"]
    history.choose_deleted("Công khai")
    assert history.page.bin.notices() == []
    history.page.bin._restore.click()
    history.settle()
    assert history.stage.words() == SAMPLE


def test_removing_for_good_is_announced_and_says_which_backups_hold_it(history):
    history.stage.store.backups = [backup()]
    item_editing.delete_items(history.stage.workspace, [history.ids["Công khai"]])
    history.show()
    history.tab("Đã xóa")
    history.click("Xóa hẳn…")
    dialog = history.stage.window.findChild(PurgeDialog)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Xóa hẳn nhiệm vụ “Công khai”?" in texts
    assert "không hoàn tác được" in texts
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Xóa hẳn")
    history.stage.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    history.settle()
    assert history.bin_titles() == []
    assert history.page.bin.notices() == [
        "Đã xóa hẳn nhiệm vụ “Công khai”. 1 bản sao lưu còn giữ nội dung này: 02/03/2026 08:00."
    ]
    history.click("Đóng")
    assert history.page.bin.notices() == []


def test_leaving_the_announcement_removes_nothing(history):
    item_editing.delete_items(history.stage.workspace, [history.ids["Công khai"]])
    history.show()
    history.tab("Đã xóa")
    history.click("Xóa hẳn…")
    dialog = history.stage.window.findChild(PurgeDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    history.settle()
    assert history.bin_titles() == ["Công khai"]
    assert history.stage.store.purged == set()


def test_enter_in_the_announcement_removes_nothing(history):
    item_editing.delete_items(history.stage.workspace, [history.ids["Công khai"]])
    history.show()
    history.tab("Đã xóa")
    history.click("Xóa hẳn…")
    dialog = history.stage.window.findChild(PurgeDialog)
    assert next(b for b in dialog.findChildren(QPushButton) if b.isDefault()).text() == "Hủy"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    history.settle()
    assert history.stage.store.purged == set()


def test_a_deleted_plan_is_restored_and_opened(history):
    history.stage.trigger("delete_plan")
    history.stage.bot.waitUntil(lambda: history.stage.session.tree is None)
    history.show()
    history.tab("Đã xóa")
    history.click("Khôi phục")
    history.stage.bot.waitUntil(lambda: history.stage.session.tree is not None)
    assert history.stage.store.all(EntityKind.PLAN)
    assert history.stage.on_screen("HistoryPage")


def test_every_control_has_a_name(history):
    page = history.show()
    for widget in (*page.findChildren(QLineEdit), *page.findChildren(QComboBox)):
        assert widget.accessibleName()
    for table in (page.changes.table, page.changes.details._table, page.bin._table):
        assert table.accessibleName()
    assert all(button.text() or button.accessibleName() for button in page.findChildren(QPushButton))
