"""The screen Nhật ký over an in-memory workspace: by clicks and keys, as a user would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSplitter,
)

from cchc_desktop.services import item_editing, plans, section_editing
from cchc_desktop.ui.contents import show_item_history
from cchc_desktop.ui.history.cut_dialog import CutDialog
from cchc_desktop.ui.history.desk import PAGE
from tests.ui.history.history_stage import edit
from tests.ui.stage import bare


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


def test_an_undo_is_taken_back_by_doing_again(history):
    edit(history, "Công khai", "gấp")
    edit(history, "Lập danh mục", "khác")
    history.show()
    history.page.changes.table.selectRow(1)
    history.settle()
    history.click("Hoàn tác thao tác này")
    history.choose("Hoàn tác: Sửa nhiệm vụ")
    history.click("Làm lại thao tác này")
    assert history.titles()[0] == "Làm lại: Sửa nhiệm vụ"
    assert bare(history.stage.deed()) == "Đã làm lại: Sửa nhiệm vụ"
    tree = plans.open_plan(history.stage.workspace, 1)
    assert {item.content: item.note for item in tree.items.values()}["Công khai"] == "gấp"
    history.choose("Hoàn tác: Sửa nhiệm vụ")
    assert any(label.text() == "Thao tác này đã được làm lại." for label in history.page.findChildren(QLabel))
    history.choose("Làm lại: Sửa nhiệm vụ")
    assert history.stage.button("thao tác này").text() == "Hoàn tác thao tác này"


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
    history.page.changes.table.selectRow(1)
    assert "đã được sửa sau đó" in history.page.changes.details.refusal()  # said of that operation, and stays so
    history.stage.trigger("undo")
    history.settle()
    assert history.page.changes.details.refusal() == ""  # what stood in the way is gone


def test_a_long_refusal_is_never_clipped(history):
    edit(history, "Công khai", "gấp")
    details = history.show().changes.details
    sentence = "Nội dung này đã được sửa sau đó bởi “Sửa nhiệm vụ” ngày 02/03/2026. " * 5
    details.show_refusal(details._operation.id, sentence)
    history.stage.window.resize(1180, 680)
    history.page.findChild(QSplitter).setSizes([600, 1])
    QApplication.processEvents()
    strip = details._strip
    label = next(label for label in strip.findChildren(QLabel) if label.text())
    assert label.height() >= label.heightForWidth(label.width())
    assert strip.geometry().bottom() <= details.height()


def test_data_open_only_to_be_looked_at_cannot_be_changed_here(history):
    edit(history, "Công khai", "gấp")
    item_editing.delete_items(history.stage.workspace, [history.ids["Lập danh mục"]])
    history.look_only()
    page = history.show()
    buttons = (page.changes.details._undo, page._cut, page.bin._purge, page.bin._restore)
    assert [button.isEnabled() for button in buttons] == [False] * 4
    assert {button.toolTip() for button in buttons} == {"Dữ liệu đang mở chỉ để xem nên không thay đổi được."}
    assert page._print.isEnabled()
    history.look_only(is_writable=True)
    assert [button.isEnabled() for button in buttons] == [True] * 4
    assert {button.toolTip() for button in buttons} == {""}


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
    history.type_day("Từ ngày", "3/1/2025")
    assert history.titles() == ["Sửa nhiệm vụ"]
    assert history.field("Từ ngày").text() == "03/01/2025"
    history.click("Xóa lọc")
    assert len(history.titles()) == 2
    history.type_day("Đến ngày", "2-1-2025")
    assert history.titles() == ["Nhập kế hoạch từ tệp"]


def test_a_wrong_day_is_told_in_place(history):
    edit(history, "Công khai", "gấp")
    bar = history.show().changes.bar
    history.type_day("Đến ngày", "31/2/2025")
    assert bar.doubt() == "“31/2/2025” không phải là ngày nên chưa được lọc. Nhập như 1/7 hoặc 01/07/2025."
    assert any(label.text() == bar.doubt() and label.isVisible() for label in history.page.findChildren(QLabel))
    assert len(history.titles()) == 2
    history.field("Đến ngày").clear()
    history.type_day("Đến ngày", "1/1/2025")
    history.type_day("Từ ngày", "2/1/2025")
    assert bar.doubt() == "Ngày đầu đứng sau ngày cuối nên không có thao tác nào."
    history.click("Xóa lọc")
    assert (bar.doubt(), len(history.titles())) == ("", 2)


def test_every_plan_of_the_log_can_be_chosen(history):
    workspace, plan = history.stage.workspace, history.stage.session.tree.plan
    ids = [plans.create_plan(workspace, type(plan)(title, plan.kind, plan.period))[0] for title in ("Cũ", "Bỏ", "Mới")]
    for id_ in ids[:2]:
        plans.delete_plan(workspace, id_)
    history.show()
    choice = history.field("Kế hoạch")
    assert [choice.itemText(row) for row in range(choice.count())] == [
        "Mọi kế hoạch", "Kế hoạch đang mở", plan.title, "Mới", "Bỏ (đã xóa)", "Cũ (đã xóa)"
    ]  # fmt: skip
    choice.setCurrentIndex(choice.findText("Bỏ (đã xóa)"))
    history.settle()
    assert history.titles() == ["Xóa kế hoạch", "Lập kế hoạch"]
    assert history.page.changes.bar.words("") == "Kế hoạch: Bỏ (đã xóa)"
    history.stage.trigger("undo")
    history.settle()
    assert choice.currentData() == ids[1]  # the list was offered anew


def test_operations_on_one_kind_of_content(history):
    edit(history, "Công khai", "gấp")
    workspace = history.stage.workspace
    section_editing.edit_section(workspace, history.stage.session.tree.sections[0].id, {"title": "Thể chế"})
    history.show()
    kinds = history.field("Loại nội dung")
    kinds.setCurrentIndex(kinds.findText("Lĩnh vực"))
    history.settle()
    assert "Sửa nhiệm vụ" not in history.titles()
    assert "Nhập kế hoạch từ tệp" in history.titles()
    assert history.page.changes.bar.words("") == "Loại nội dung: lĩnh vực"


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


def test_the_history_of_a_task_is_a_filter_that_one_sees_and_takes_back(history):
    edit(history, "Công khai", "gấp")
    edit(history, "Lập danh mục", "khác")
    stage = history.stage
    show_item_history(stage.contents, stage.session, history.ids["Lập danh mục"])
    history.settle()
    chip = history.page.changes.bar._chip
    assert chip.isVisible()
    assert chip.text() == "Nhiệm vụ: Lập danh mục  ✕"
    assert history.titles() == ["Sửa nhiệm vụ", "Nhập kế hoạch từ tệp"]
    assert history.page.changes.bar.words("") == "Nhiệm vụ: Lập danh mục"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    history.settle()
    assert not chip.isVisible()
    assert len(history.titles()) == 3
    assert not history.page.changes.bar.is_active()
