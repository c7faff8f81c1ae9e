"""What stands while lists are read, and where the list stands afterwards."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import (
    QLabel,
)

from tests.ui.history.history_stage import edit


def test_lists_say_that_they_are_being_read(history):
    held = threading.Event()
    history.stage.session.read(lambda workspace: held.wait(10), lambda _: None)
    history.stage.trigger("show_history")
    page = history.page
    lines = lambda: [label for label in page.findChildren(QLabel) if label.text() == "Đang đọc…"]  # noqa: E731
    history.stage.bot.waitUntil(lambda: any(line.isVisible() for line in lines()))
    assert not any(label.isVisible() and "chưa có" in label.text() for label in page.changes.findChildren(QLabel))
    history.tab("Đã xóa")
    history.stage.bot.waitUntil(lambda: any(line.isVisible() for line in lines()))
    held.set()
    history.settle()
    assert not any(line.isVisible() for line in lines())


def test_another_filter_that_takes_long_says_that_it_is_being_read(history):
    page = history.show()
    held = threading.Event()
    history.stage.session.read(lambda workspace: held.wait(10), lambda _: None)
    people = history.field("Loại nội dung")
    people.setCurrentIndex(1)
    history.stage.bot.waitUntil(lambda: not page.changes.table.isVisible())
    held.set()
    history.stage.bot.waitUntil(page.changes.table.isVisible)


def test_changes_of_an_operation_are_not_denied_before_they_are_read(history):
    edit(history, "Công khai", "gấp")
    page = history.show()
    page.changes.table.selectRow(1)
    assert not any("không thay đổi" in label.text() and label.isVisible() for label in page.findChildren(QLabel))
    history.settle()
    assert page.changes.details._model.rowCount() > 0


def test_a_deed_done_elsewhere_is_seen_at_the_top(history):
    for number in range(40):
        edit(history, "Công khai", f"lần {number}")
    table = history.show().changes.table
    history.page.changes.table.selectRow(30)
    assert table.verticalScrollBar().value() > 0
    history.stage.trigger("show_plan")
    edit(history, "Lập danh mục", "khác")
    history.show()
    assert (table.chosen_row(), table.verticalScrollBar().value()) == (0, 0)


def test_coming_back_without_news_keeps_the_place(history):
    for number in range(40):
        edit(history, "Công khai", f"lần {number}")
    table = history.show().changes.table
    table.selectRow(30)
    before = table.verticalScrollBar().value()
    history.stage.trigger("show_plan")
    history.show()
    assert (table.chosen_row(), table.verticalScrollBar().value()) == (30, before)


def test_reading_further_down_keeps_the_place_while_something_is_done(history):
    for number in range(40):
        edit(history, "Công khai", f"lần {number}")
    table = history.show().changes.table
    table.selectRow(30)
    chosen, top = history.page.changes.chosen().id, table.rowAt(0)
    history.stage.trigger("undo")
    history.settle()
    assert history.page.changes.chosen().id == chosen
    assert (table.chosen_row(), table.rowAt(0)) == (31, top + 1)  # the same rows under the same eyes


def test_at_the_top_the_newest_is_shown_and_chosen(history):
    for number in range(40):
        edit(history, "Công khai", f"lần {number}")
    table = history.show().changes.table
    history.stage.trigger("undo")
    history.settle()
    assert (table.chosen_row(), table.verticalScrollBar().value()) == (0, 0)
    assert history.titles()[0] == "Hoàn tác: Sửa nhiệm vụ"
