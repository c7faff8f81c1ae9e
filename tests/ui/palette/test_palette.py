"""The palette in the whole window: commands at once, then all that the library knows; done on Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.search.palette import Entry, EntryKind, PaletteHit
from cchc_desktop.ui.palette.commands import plain_words
from cchc_desktop.ui.palette.entries import EntryModel
from cchc_desktop.ui.palette.recent import MOST, recent_keys, with_latest
from tests.ui.stage import import_sample
from tests.ui.workbench.keyboard import type_text


class Keys:
    """The palette of a window over the sample, used by keys."""

    def __init__(self, stage) -> None:
        self.stage, self.bot = stage, stage.bot
        import_sample(stage)
        stage.window.activateWindow()
        stage.contents.view.setFocus()
        self.bot.waitUntil(lambda: QApplication.focusWidget() is not None)
        self.desk = stage.contents._desks.palette
        self.open()

    def open(self) -> None:
        self.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.bot.waitUntil(self.desk.frame.isVisible)

    def type(self, words: str) -> None:
        type_text(self.desk.frame._field, words)

    def press(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.desk.frame._field, key)

    def titles(self) -> list[str]:
        return [hit.entry.title for hit in self.desk.frame.hits()]

    def wait_for(self, title: str) -> None:
        self.bot.waitUntil(lambda: self.titles()[:1] == [title])


@pytest.fixture
def keys(stage):
    return Keys(stage)


def test_ctrl_k_opens_it_with_commands_and_plans(keys):
    keys.bot.waitUntil(lambda: any(hit.entry.kind is EntryKind.PLAN for hit in keys.desk.frame.hits()))
    assert "Lập kế hoạch mới…" in keys.titles()
    assert len(keys.titles()) <= 12


def test_a_command_says_where_it_stands_and_its_key(keys):
    entry = next(hit.entry for hit in keys.desk.frame.hits() if hit.entry.id == "new_plan")
    assert (entry.path, entry.keys) == ("Tệp", "Ctrl+N")


def test_what_cannot_be_done_now_is_left_out(keys):
    keys.type("ket qua tiep theo")
    keys.wait_for("Kết quả tiếp theo")
    keys.press(Qt.Key.Key_Escape)
    keys.stage.trigger("show_history")
    keys.stage.trigger("palette")
    keys.type("ket qua tiep theo")
    keys.press(Qt.Key.Key_F1)
    keys.bot.waitUntil(lambda: keys.desk.frame._listed_for == "ket qua tiep theo")
    assert "Kết quả tiếp theo" not in keys.titles()


def test_enter_does_it_and_it_is_remembered(keys):
    keys.type("nhat ky")
    keys.press(Qt.Key.Key_Return)
    keys.bot.waitUntil(lambda: keys.stage.on_screen("HistoryPage"))
    assert not keys.desk.frame.isVisible()
    keys.stage.trigger("palette")
    assert keys.titles()[0] == "Nhật ký"


def test_a_task_is_opened_in_its_plan(keys):
    keys.type("lay y kien")
    keys.press(Qt.Key.Key_Return)
    view = keys.stage.contents.view
    keys.bot.waitUntil(lambda: view.current_item_id() is not None)
    keys.bot.waitUntil(
        lambda: keys.stage.session.tree.items[view.current_item_id()].content == "Lấy ý kiến"
    )  # fmt: skip
    assert not keys.desk.frame.isVisible()


def test_up_and_down_choose_a_line_and_say_it(keys):
    first = keys.desk.frame._field.accessibleDescription()
    keys.press(Qt.Key.Key_Down)
    assert keys.desk.frame._field.accessibleDescription() != first
    keys.press(Qt.Key.Key_Up)
    assert keys.desk.frame._field.accessibleDescription() == first


def test_esc_closes_it_and_gives_the_cursor_back(keys):
    keys.press(Qt.Key.Key_Escape)
    assert not keys.desk.frame.isVisible()
    assert QApplication.focusWidget() is keys.stage.contents.view.view()


def test_ctrl_k_again_closes_it(keys):
    keys.bot.keyClick(keys.desk.frame._field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not keys.desk.frame.isVisible()


def test_looking_elsewhere_closes_it(keys):
    keys.stage.contents.view.view().setFocus()
    assert not keys.desk.frame.isVisible()
    keys.stage.trigger("palette")
    keys.bot.mouseClick(keys.stage.contents.view.view().viewport(), Qt.MouseButton.LeftButton)
    assert not keys.desk.frame.isVisible()


def test_it_opens_from_a_text_field_too(keys):
    keys.press(Qt.Key.Key_Escape)
    field = keys.stage.contents.view.bar._search
    field.setFocus()
    type_text(field, "ra soat")
    keys.open()
    assert field.text() == "ra soat"


def test_nothing_found_is_said(keys):
    keys.type("zzz qqq")
    keys.bot.waitUntil(lambda: keys.titles() == [])
    assert keys.desk.frame._nothing.text() == "Không có lệnh hay nội dung nào khớp “zzz qqq”."
    keys.press(Qt.Key.Key_Return)
    assert keys.desk.frame.isVisible()


def test_it_stands_in_the_middle_of_the_windows_upper_end(keys):
    frame, window = keys.desk.frame, keys.stage.window
    assert abs(frame.geometry().center().x() - window.width() // 2) <= 2
    assert frame.y() < 100
    window.resize(1500, 900)
    keys.bot.waitUntil(lambda: abs(frame.geometry().center().x() - window.width() // 2) <= 2)


def test_the_model_keeps_qts_rules(qtbot):
    model = EntryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_hits(
        [
            PaletteHit(Entry(EntryKind.COMMAND, "a", "Một", "Tệp", "Ctrl+A")),
            PaletteHit(Entry(EntryKind.PLAN, "1", "Hai")),
        ]
    )
    assert tester.model() is model
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Một, Tệp, Ctrl+A"
    model.show_hits([])
    assert model.rowCount() == 0


@pytest.mark.parametrize(("text", "words"), [("&Tệp", "Tệp"), ("A && B", "A & B"), ("Thoát", "Thoát")])
def test_letter_keys_are_no_words(text, words):
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("stored", "keys_"),
    [
        (["command:undo", "plan:3"], [(EntryKind.COMMAND, "undo"), (EntryKind.PLAN, "3")]),
        (["nonsense", 5, "flower:1", ""], []),
    ],
)
def test_what_was_used_last_is_read_from_settings(stored, keys_):
    assert recent_keys(stored) == keys_


def test_the_latest_stands_first_and_only_some_are_kept():
    stored: list[str] = []
    for number in range(MOST + 5):
        stored = with_latest(stored, (EntryKind.PLAN, str(number)))
    stored = with_latest(stored, (EntryKind.PLAN, "10"))
    assert stored[0] == "plan:10"
    assert len(stored) == len(set(stored)) == MOST
