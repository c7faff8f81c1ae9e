"""The page in the whole window: found as one types, walked by keys, opened in its plan, left to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.search.palette import EntryKind
from cchc_desktop.ui.finding.page import FindPage
from cchc_desktop.ui.finding.rows import FoundItem
from tests.ui.stage import import_sample
from tests.ui.workbench.keyboard import type_text


class Finder:
    """The page of a window over the sample."""

    def __init__(self, stage) -> None:
        self.stage, self.bot = stage, stage.bot
        import_sample(stage)
        stage.window.activateWindow()
        self.open()

    def open(self) -> None:
        self.stage.trigger("find_everywhere")
        self.bot.waitUntil(lambda: QApplication.focusWidget() is self.page._field)

    @property
    def page(self) -> FindPage:
        page = self.stage.contents.screens.current()
        assert isinstance(page, FindPage)
        return page

    def search(self, words: str) -> list[str]:
        self.page._field.clear()
        type_text(self.page._field, words)
        self.bot.waitUntil(lambda: self.page.answer().words == words)
        return [row.content for row in self.page.answer().rows if isinstance(row, FoundItem)]

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(QApplication.focusWidget(), key, modifiers)

    def chosen(self) -> str:
        row = self.page._list.current()
        return row.content if isinstance(row, FoundItem) else ""


@pytest.fixture
def finder(stage):
    return Finder(stage)


def test_tasks_are_found_while_one_types(finder):
    assert finder.search("ra soat")[:2] == ["Rà soát văn bản", "Rà soát thủ tục"]
    assert finder.page._counts.text().startswith("2 nhiệm vụ")


def test_nothing_found_is_said_and_words_can_be_cleared(finder):
    finder.search("zzz qqq")
    assert finder.page._nothing.isVisible()
    assert finder.page._nothing._sentence.text() == "Không có nội dung nào khớp “zzz qqq”."
    finder.stage.press("Xóa từ đang tìm")
    finder.bot.waitUntil(lambda: finder.page._hint.isVisible())


def test_enter_opens_the_first_hit_in_its_plan(finder):
    finder.search("lay y kien")
    finder.press(Qt.Key.Key_Return)
    view = finder.stage.contents.view
    finder.bot.waitUntil(lambda: view.isVisible() and view.current_item_id() is not None)
    assert finder.stage.session.tree.items[view.current_item_id()].content == "Lấy ý kiến"


def test_enter_waits_for_what_is_still_being_looked_for(finder):
    type_text(finder.page._field, "cong khai")
    finder.press(Qt.Key.Key_Return)
    view = finder.stage.contents.view
    finder.bot.waitUntil(lambda: view.isVisible() and view.current_item_id() is not None)
    assert finder.stage.session.tree.items[view.current_item_id()].content == "Công khai"


def test_a_hit_that_the_plans_filter_hides_is_shown_all_the_same(finder):
    view = finder.stage.contents.view
    finder.press(Qt.Key.Key_Escape)
    view.bar.want("cong khai", view.bar.filters())
    finder.bot.waitUntil(lambda: "1/" in view.bar.count_words())
    finder.open()
    finder.search("lay y kien")
    finder.press(Qt.Key.Key_Return)
    finder.bot.waitUntil(lambda: view.isVisible() and view.current_item_id() is not None)
    assert finder.stage.session.tree.items[view.current_item_id()].content == "Lấy ý kiến"


def test_keys_walk_from_the_field_into_the_list_and_back(finder):
    finder.search("ra soat")
    finder.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is finder.page._list
    finder.press(Qt.Key.Key_Down)
    assert finder.chosen() == "Rà soát thủ tục"
    finder.press(Qt.Key.Key_Up)
    finder.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is finder.page._field


def test_f3_goes_from_hit_to_hit_wherever_the_cursor_is(finder):
    finder.search("ra soat")
    finder.press(Qt.Key.Key_F3)
    assert finder.chosen() == "Rà soát thủ tục"
    finder.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert finder.chosen() == "Rà soát văn bản"


def test_letters_typed_in_the_list_go_on_in_the_field(finder):
    finder.search("ra")
    finder.press(Qt.Key.Key_Down)
    type_text(QApplication.focusWidget(), "x")
    assert finder.page.words() == "rax"


def test_esc_clears_then_leaves_to_the_screen_before(finder):
    finder.stage.trigger("show_history")
    finder.open()
    finder.search("ra soat")
    finder.press(Qt.Key.Key_Escape)
    assert finder.page.words() == ""
    finder.press(Qt.Key.Key_Escape)
    entry = finder.stage.contents.screens.current_entry()
    assert entry is not None
    assert entry.name == "history"


def test_a_page_that_was_begun_is_come_back_to(stage):
    stage.window.activateWindow()
    start = stage.contents.screens.current()
    stage.trigger("find_everywhere")
    assert stage.contents.screens.current() is not start
    stage.press("Trở lại")
    assert stage.contents.screens.current() is start


def test_words_stay_when_one_comes_back(finder):
    finder.search("ra soat")
    finder.press(Qt.Key.Key_Return)
    finder.bot.waitUntil(finder.stage.contents.view.isVisible)
    finder.open()
    assert finder.page.words() == "ra soat"
    assert finder.page._field.selectedText() == "ra soat"


def test_an_edit_changes_what_is_shown(finder):
    finder.search("con tau")
    item_id = next(iter(finder.stage.session.tree.items))
    finder.stage.contents.commands.edit_item(item_id, {"note": "Con tàu"})
    finder.bot.waitUntil(lambda: len(finder.page.answer().rows) == 2)
    assert finder.page.answer().rows[1].field == "Ghi chú"


def test_more_is_shown_on_request(finder, monkeypatch):
    monkeypatch.setattr("cchc_desktop.ui.finding.page.PORTION", 1)
    assert len(finder.search("ra soat")) == 1
    assert finder.page._rest.text() == "còn 1 kết quả"
    finder.stage.press("Xem thêm")
    finder.bot.waitUntil(lambda: len([row for row in finder.page.answer().rows if isinstance(row, FoundItem)]) == 2)
    assert not finder.page._foot.isVisible()


def test_an_agency_that_was_found_is_shown_on_its_screen(finder):
    assert finder.search("zzz") == []
    agencies = finder.stage.session.tree.items.values()
    name = next(link.words for item in agencies for link in item.lead)
    finder.search(name)
    row = next(row for row in finder.page.answer().rows if getattr(row, "kind", None) is EntryKind.AGENCY)
    finder.page.opened.emit(row)
    assert finder.stage.contents.screens.current_entry().name == "agencies"


def test_the_guide_knows_the_page(finder):
    assert finder.stage.contents.places.name() == "FindPage"
    assert "Tìm trong tất cả kế hoạch" in finder.stage.window.windowTitle()
