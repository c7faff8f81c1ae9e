"""The screen Nhật ký over an in-memory workspace: by clicks and keys, as a user would."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton, QToolButton

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.services import editing, plans
from cchc_desktop.ui.history.cut_dialog import CutDialog
from cchc_desktop.ui.history.desk import PAGE
from cchc_desktop.ui.history.page import HistoryPage
from cchc_desktop.ui.history.purge_dialog import PurgeDialog
from tests.services.fakes import FakeStore, FixedClock
from tests.ui.history.samples import backup
from tests.ui.stage import SAMPLE, Stage, bare, import_sample


class RunningClock(FixedClock):
    """Each look at it is a day later."""

    def __init__(self) -> None:
        self._days = 0

    def now(self) -> datetime:
        self._days += 1
        return datetime(2025, 1, 1, 1, 0, tzinfo=UTC) + timedelta(days=self._days)


class HistoryStage:
    """The window with the sample, its history on the screen."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        import_sample(stage)
        self.ids = {item.content: item.id for item in stage.session.tree.items.values()}

    def show(self) -> HistoryPage:
        self.stage.trigger("show_history")
        self.settle()
        return self.page

    def settle(self) -> None:
        for _ in range(3):  # an answer may ask for the next
            self.stage.settle()

    @property
    def page(self) -> HistoryPage:
        page = self.stage.window.findChild(HistoryPage)
        assert isinstance(page, HistoryPage)
        return page

    def titles(self) -> list[str]:
        model = self.page.changes.model
        return [bare(model.operation(row).title) for row in range(model.rowCount())]

    def choose(self, title: str) -> None:
        self.page.changes.table.selectRow(self.titles().index(title))
        self.settle()

    def bin_titles(self) -> list[str]:
        model = self.page.bin._model
        return [model.entry(row).title for row in range(model.rowCount())]

    def choose_deleted(self, title: str) -> None:
        self.page.bin._table.selectRow(self.bin_titles().index(title))

    def click(self, words: str) -> None:
        self.stage.press(words)
        self.settle()

    def tab(self, words: str) -> None:
        button = next(b for b in self.page.findChildren(QToolButton) if b.text().startswith(words))
        self.stage.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def field(self, name: str) -> QLineEdit | QComboBox:
        fields = [*self.page.findChildren(QLineEdit), *self.page.findChildren(QComboBox)]
        return next(field for field in fields if field.accessibleName() == name)


@pytest.fixture
def history(qtbot):
    stage = Stage(qtbot, FakeStore(), clock=RunningClock())
    yield HistoryStage(stage)
    stage.database.stop()


def edit(history: HistoryStage, content: str, note: str) -> None:
    editing.edit_item(history.stage.workspace, history.ids[content], {"note": note})


def test_operations_stand_newest_first_with_their_changes_below(history):
    edit(history, "Công khai", "gấp")
    page = history.show()
    assert history.titles() == ["Sửa nhiệm vụ", "Nhập kế hoạch từ tệp"]
    lines = page.changes.details._model
    cells = [lines.index(0, column).data() for column in range(4)]
    assert cells == ["Nhiệm vụ: Công khai", "Ghi chú", "(để trống)", "gấp"]
    assert page.size_words() == "Nhật ký: 2 thao tác, 5 KB, từ 02/01/2025"


def test_older_operations_come_as_one_scrolls(history):
    for number in range(PAGE + 20):
        edit(history, "Công khai", f"lần {number}")
    page = history.show()
    page.changes.table.scrollToBottom()
    history.stage.bot.waitUntil(lambda: page.changes.model.rowCount() == PAGE + 21)
    assert history.titles()[-1] == "Nhập kế hoạch từ tệp"


def test_a_write_refreshes_the_list_and_keeps_the_chosen_operation(history):
    edit(history, "Công khai", "gấp")
    page = history.show()
    history.choose("Nhập kế hoạch từ tệp")
    history.stage.contents.commands.delete_items([history.ids["Công khai"]])
    history.stage.bot.waitUntil(lambda: len(history.titles()) == 3)
    assert bare(page.changes.chosen().title) == "Nhập kế hoạch từ tệp"


def test_an_operation_of_long_ago_is_taken_back(history):
    edit(history, "Công khai", "gấp")
    edit(history, "Lập danh mục", "khác")
    history.show()
    history.page.changes.table.selectRow(1)
    history.settle()
    history.click("Hoàn tác thao tác này")
    assert history.titles()[0] == "Hoàn tác: Sửa nhiệm vụ"
    assert bare(history.stage.deed()) == "Đã hoàn tác: Sửa nhiệm vụ"
    tree = plans.open_plan(history.stage.workspace, 1)
    notes = {item.content: item.note for item in tree.items.values()}
    assert (notes["Công khai"], notes["Lập danh mục"]) == (None, "khác")
    assert not history.page.changes.details._undo.isEnabled()
    assert any(label.text() == "Thao tác này đã được hoàn tác." for label in history.page.findChildren(QLabel))


def test_a_refusal_is_told_in_place(history):
    edit(history, "Công khai", "gấp")
    edit(history, "Công khai", "rất gấp")
    history.show()
    history.page.changes.table.selectRow(1)
    history.settle()
    history.click("Hoàn tác thao tác này")
    assert "đã được sửa sau đó" in history.page.changes.details.refusal()
    assert not history.page.changes.details._undo.isEnabled()
    history.page.changes.table.selectRow(0)
    assert history.page.changes.details.refusal() == ""
    assert history.page.changes.details._undo.isEnabled()


def test_filters_narrow_the_list_and_are_cleared(history):
    edit(history, "Công khai", "gấp")
    history.stage.store.who = "Trần Văn An"
    edit(history, "Lập danh mục", "khác")
    other = history.stage.session.tree.plan
    plans.create_plan(history.stage.workspace, type(other)("Kế hoạch khác", other.kind, other.period))
    history.show()
    all_titles = history.titles()
    assert len(all_titles) == 4
    clear = history.stage.button("Xóa lọc")
    assert not clear.isEnabled()
    people = history.field("Người thực hiện")
    people.setCurrentIndex(people.findText("Trần Văn An"))
    history.settle()
    assert len(history.titles()) == 2
    history.field("Kế hoạch").setCurrentIndex(1)
    history.settle()
    assert history.titles() == ["Sửa nhiệm vụ"]
    history.click("Xóa lọc")
    assert history.titles() == all_titles


def test_words_and_days(history):
    edit(history, "Công khai", "gấp")
    history.show()
    QTest.keyClicks(history.field("Tìm trong nhật ký"), "nhap ke hoach")
    history.stage.bot.waitUntil(lambda: history.titles() == ["Nhập kế hoạch từ tệp"])
    history.click("Xóa lọc")
    QTest.keyClicks(history.field("Từ ngày"), "03/01/2025")
    history.settle()
    assert history.titles() == ["Sửa nhiệm vụ"]
    history.click("Xóa lọc")
    QTest.keyClicks(history.field("Đến ngày"), "31/2/2025")
    history.field("Đến ngày").editingFinished.emit()
    history.settle()
    assert len(history.titles()) == 2
    assert any(label.text() == "Nhập ngày như 01/07/2025" and label.isVisible()
               for label in history.page.findChildren(QLabel))  # fmt: skip


def test_nothing_found_offers_to_clear_the_filter(history):
    history.show()
    QTest.keyClicks(history.field("Tìm trong nhật ký"), "zzz")
    history.stage.bot.waitUntil(lambda: history.titles() == [])
    texts = [label.text() for label in history.page.findChildren(QLabel) if label.isVisible()]
    assert "Không có thao tác nào khớp bộ lọc." in texts
    assert "Chọn một thao tác để xem chi tiết thay đổi." in texts


def test_find_goes_to_the_search_field_of_the_history(history):
    history.show()
    history.tab("Đã xóa")
    history.stage.window.activateWindow()
    history.stage.trigger("find")
    assert history.field("Tìm trong nhật ký").isVisible()
    history.stage.bot.waitUntil(lambda: QApplication.focusWidget() is history.field("Tìm trong nhật ký"))


def test_old_operations_are_forgotten_after_a_warning(history):
    for number in range(3):
        edit(history, "Công khai", f"lần {number}")
    history.show()
    history.click("Dọn bớt")
    dialog = history.stage.window.findChild(CutDialog)
    next(b for b in dialog.findChildren(QRadioButton) if b.text() == "Giữ từ ngày").setChecked(True)
    day = dialog.findChild(QLineEdit)
    cut = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Dọn nhật ký")
    day.setText("32/01/2025")
    assert not cut.isEnabled()
    day.setText("01/01/2020")
    assert not cut.isEnabled()
    day.setText("04/01/2025")
    assert cut.isEnabled()
    assert any("không hoàn tác được nữa" in label.text() for label in dialog.findChildren(QLabel))
    history.stage.bot.mouseClick(cut, Qt.MouseButton.LeftButton)
    history.stage.bot.waitUntil(lambda: history.stage.deed() == "Đã dọn 2 thao tác khỏi nhật ký.")
    history.settle()
    assert "Nhập kế hoạch từ tệp" not in history.titles()


# ---------------------------------------------------------------- bin


def test_an_empty_bin_says_so(history):
    history.show()
    history.tab("Đã xóa")
    assert any(label.text() == "Chưa có gì bị xóa." and label.isVisible()
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
    editing.delete_items(workspace, [history.ids["Công khai"]])
    section = next(section for section in tree.sections if section.title == "Cải cách tài chính công")
    editing.delete_section(workspace, section.id)
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
    editing.delete_items(history.stage.workspace, [history.ids["Công khai"]])
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
    editing.delete_items(history.stage.workspace, [history.ids["Công khai"]])
    history.show()
    history.tab("Đã xóa")
    history.click("Xóa hẳn…")
    dialog = history.stage.window.findChild(PurgeDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    history.settle()
    assert history.bin_titles() == ["Công khai"]
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
