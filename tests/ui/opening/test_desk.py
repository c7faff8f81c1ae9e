"""Refusals as a person meets them: a page, its buttons pressed, and what is opened next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QPushButton, QTableWidget, QToolBar

from cchc_desktop.domain.errors import (
    CannotWrite,
    DamagedDatabase,
    DatabaseInUse,
    ForeignDatabase,
    NewerDatabase,
    NotFound,
)
from cchc_desktop.domain.opening import Holder, PlaceKind, PlaceWarning, Salvaged
from cchc_desktop.ui.backups.table import BackupTable
from cchc_desktop.ui.opening.desk import OpeningDesk
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.opening.memory import PlaceMemory
from cchc_desktop.ui.opening.place_guard import PlaceGuard, free_path
from cchc_desktop.ui.widgets.strip import Strip
from tests.ui.backups.fakes import LINES, NOW
from tests.ui.opening.fakes import FakeDoors, FakeThread, opened_as

PATH = Path("/dữ liệu/cchc.db")
ELSEWHERE = Holder("tuyet", "VP-01", 77, datetime(2026, 11, 21, 0, 12, tzinfo=UTC), False)
HERE = Holder("tuyet", "VP-02", 78, datetime(2026, 11, 21, 0, 12, tzinfo=UTC), True)


class Stage:
    """A window with an opening desk, and short ways to drive it."""

    def __init__(self, qtbot, doors=None, **options):
        self.bot = qtbot
        self.window = QMainWindow()
        self.window.setCentralWidget(QLabel("kế hoạch"))
        self.window.addToolBar(QToolBar("x", self.window))
        self.window.resize(1180, 680)
        qtbot.addWidget(self.window)
        self.thread = FakeThread()
        self.doors = doors or FakeDoors()
        self.memory = PlaceMemory()
        front = Front(self.window)
        self.desk = OpeningDesk(self.thread, self.doors, PATH, front, self.window, now=lambda: NOW, **options)
        self.places = PlaceGuard(self.thread, front, self.memory, self.window)
        self.places.moved.connect(self.desk.open_moved)
        self.places.stayed.connect(self.desk.try_again)
        self.told, self.done = [], []
        self.desk.told.connect(self.told.append)
        self.desk.done.connect(self.done.append)
        self.window.show()

    def refuse(self, error):
        before = len(self.told)
        self.desk.refused(error)
        self.bot.waitUntil(lambda: len(self.told) > before)

    def button(self, words):
        found = [b for b in self.window.findChildren(QPushButton) if b.isVisible() and b.text() == words]
        assert found, words
        return found[0]

    def press(self, words):
        self.bot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def ways(self):
        buttons = self.window.findChildren(QPushButton)
        return [button.text() for button in buttons if button.isVisible() and button.property("way")]

    def words(self):
        labels = self.window.findChildren(QLabel)
        return " ".join(label.text().replace("\u200b", "") for label in labels if label.isVisible())

    def strips(self):
        return [strip for strip in self.window.findChildren(Strip) if strip.isVisible()]


@pytest.fixture
def damaged(qtbot):
    salvaged = Salvaged(Path("/dữ liệu/cứu.db"), {"item": 76, "plan": 2}, {"item": 3}, ("Ba nhiệm vụ không đọc được.",))
    stage = Stage(qtbot, FakeDoors(LINES, salvaged))
    stage.refuse(DamagedDatabase("hỏng", ("Tree 5 page 7",)))
    return stage


def test_damage_offers_the_newest_sound_backup_by_date(damaged):
    assert "21/11/2026 06:30 (cách đây 2 giờ)" in damaged.words()
    damaged.press("Khôi phục bản sao lưu này")
    damaged.bot.waitUntil(lambda: bool(damaged.thread.ways))
    assert damaged.doors.deeds == [("restore", LINES[0].backup.file)]
    assert opened_as(damaged.thread) == ("write", PATH)
    damaged.desk.opened()
    assert "kế hoạch" in damaged.words()
    assert "Đã khôi phục dữ liệu từ bản sao lưu" in damaged.done[0]


def test_another_backup_is_chosen_in_the_list(damaged):
    damaged.press("Chọn bản sao lưu khác…")
    table = next(table for table in damaged.window.findChildren(BackupTable) if table.isVisible())
    damaged.bot.keyClick(table, Qt.Key.Key_Down)
    damaged.press("Khôi phục bản sao lưu này")
    damaged.bot.waitUntil(lambda: bool(damaged.thread.ways))
    assert damaged.doors.deeds == [("restore", LINES[1].backup.file)]


def test_an_unsound_backup_is_not_restored(damaged):
    damaged.press("Chọn bản sao lưu khác…")
    table = next(table for table in damaged.window.findChildren(BackupTable) if table.isVisible())
    table.selectRow(4)
    damaged.press("Khôi phục bản sao lưu này")
    assert damaged.doors.deeds == []


def test_a_failed_restore_is_told_in_place(damaged):
    damaged.doors.error = CannotWrite("Ổ đĩa đã đầy. Dữ liệu không thay đổi.")
    damaged.press("Khôi phục bản sao lưu này")
    damaged.bot.waitUntil(lambda: "Ổ đĩa đã đầy" in damaged.words())
    assert damaged.thread.ways == []
    assert damaged.button("Khôi phục bản sao lưu này").isEnabled()


def test_salvage_shows_read_and_lost_before_anything_is_used(damaged):
    damaged.press("Thử cứu dữ liệu còn đọc được")
    damaged.bot.waitUntil(lambda: "Ước tính mất 3 dòng." in damaged.words())
    table = next(table for table in damaged.window.findChildren(QTableWidget) if table.isVisible())
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert rows == [["Kế hoạch", "2", "0"], ["Nhiệm vụ", "76", "3"]]
    primary = [b.text() for b in damaged.window.findChildren(QPushButton) if b.objectName() == "primary"]
    assert primary == ["Dùng dữ liệu đã cứu"]
    assert damaged.doors.deeds == [("salvage",)]
    damaged.press("Dùng dữ liệu đã cứu")
    damaged.bot.waitUntil(lambda: bool(damaged.thread.ways))
    assert damaged.doors.deeds[-1] == ("use", Path("/dữ liệu/cứu.db"))


def test_details_open_on_request(damaged):
    damaged.press("Chi tiết kỹ thuật")
    assert any(
        "page 7" in box.toPlainText() for box in damaged.window.findChildren(object) if hasattr(box, "toPlainText")
    )


def test_menus_and_toolbar_rest_while_a_trouble_stands(damaged):
    bars = (damaged.window.menuBar(), damaged.window.findChild(QToolBar))
    assert not any(bar.isEnabled() for bar in bars)
    damaged.desk.opened()
    assert all(bar.isEnabled() for bar in bars)


def test_the_way_on_has_the_focus_and_tab_leads_from_way_to_way(damaged):
    damaged.window.activateWindow()
    first, second = damaged.button("Khôi phục bản sao lưu này"), damaged.button("Chọn bản sao lưu khác…")
    damaged.bot.waitUntil(first.hasFocus)
    damaged.bot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()


def test_a_newer_file_offers_no_restore(qtbot):
    stage = Stage(qtbot, FakeDoors(LINES))
    stage.refuse(NewerDatabase("mới", 9))
    assert stage.ways() == ["Thử lại", "Chọn tệp dữ liệu khác…", "Đóng chương trình"]
    stage.press("Thử lại")
    assert opened_as(stage.thread) == ("write", PATH)


def test_a_missing_file_offers_the_disk_first_and_the_backups_last(qtbot):
    stage = Stage(qtbot, FakeDoors(LINES))
    stage.refuse(NotFound("Không thấy."))
    assert stage.ways()[:3] == ["Thử lại", "Chọn tệp dữ liệu khác…", "Khôi phục bản sao lưu này"]
    stage.press("Khôi phục bản sao lưu này")
    stage.bot.waitUntil(lambda: bool(stage.thread.ways))
    assert stage.doors.deeds == [("restore", LINES[0].backup.file)]


def test_a_backup_of_other_data_is_not_offered(qtbot):
    foreign = replace(LINES[0], is_own=False)
    stage = Stage(qtbot, FakeDoors((foreign, *LINES[1:])))
    stage.refuse(DamagedDatabase("hỏng"))
    stage.press("Khôi phục bản sao lưu này")
    stage.bot.waitUntil(lambda: bool(stage.thread.ways))
    assert stage.doors.deeds == [("restore", LINES[1].backup.file)]


def test_another_file_is_chosen_for_a_foreign_one(qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/dữ liệu/đúng.db", ""))
    stage = Stage(qtbot)
    stage.refuse(ForeignDatabase("Tệp cchc.db thiếu cột uid."))
    stage.press("Chọn tệp dữ liệu khác…")
    assert opened_as(stage.thread) == ("write", Path("/dữ liệu/đúng.db"))
    assert stage.desk.path == Path("/dữ liệu/đúng.db")


def test_data_in_use_elsewhere_can_be_looked_at_and_later_edited(qtbot):
    stage = Stage(qtbot)
    stage.refuse(DatabaseInUse("bận", ELSEWHERE))
    assert "tuyet trên máy VP-01" in stage.words()
    stage.press("Mở chỉ để xem")
    assert opened_as(stage.thread) == ("read", PATH)
    stage.desk.opened()
    assert stage.desk.is_read_only
    assert "Đang mở chỉ để xem: tuyet trên máy VP-01" in stage.strips()[0].sentence()
    stage.press("Thử mở để sửa")
    assert opened_as(stage.thread) == ("write", PATH)
    stage.desk.refused(DatabaseInUse("bận", ELSEWHERE))  # still held: the strip stays, no page comes
    assert opened_as(stage.thread) == ("read", PATH)
    stage.desk.opened()
    assert len(stage.strips()) == 1
    stage.press("Thử mở để sửa")
    stage.desk.opened()
    assert (stage.desk.is_read_only, stage.strips()) == (False, [])


@pytest.mark.parametrize("answers", [True, False])
def test_a_window_of_this_machine_is_asked_first(qtbot, answers):
    asked = []

    def ask(holder, then):
        asked.append(holder)
        then(answers)

    stage = Stage(qtbot, ask_first=ask)
    ended = []
    stage.desk.first_answered.connect(lambda: ended.append(True))
    stage.desk.refused(DatabaseInUse("bận", HERE))
    assert asked == [HERE]
    assert (ended, len(stage.told)) == (([True], 0) if answers else ([], 1))


def test_an_upgrade_shows_progress_and_where_the_backup_is(qtbot):
    stage = Stage(qtbot)
    stage.desk.show_upgrade(0, 0)
    stage.desk.show_upgrade_backup("/sao lưu/trước khi nâng cấp.db")
    assert "Đang nâng cấp dữ liệu…" in stage.words()
    assert "Bản sao lưu trước khi nâng cấp: /sao lưu/trước khi nâng cấp.db" in stage.words()
    stage.desk.opened()
    assert "kế hoạch" in stage.words()
    assert stage.done == [
        "Đã nâng cấp dữ liệu cho phiên bản mới của chương trình. "
        "Bản trước khi nâng cấp được giữ tại /sao lưu/trước khi nâng cấp.db."
    ]
    stage.desk.opened()
    assert len(stage.done) == 1


def test_closing_is_offered_and_asked_of_the_window(qtbot):
    stage = Stage(qtbot)
    closed = []
    stage.desk.close_wanted.connect(lambda: closed.append(True))
    stage.refuse(CannotWrite("Ổ đĩa chỉ cho đọc."))
    stage.press("Đóng chương trình")
    assert closed == [True]


# ---------------------------------------------------------------- the place


@pytest.fixture
def badly_placed(qtbot, tmp_path):
    warning = PlaceWarning(PlaceKind.NETWORK, "Tệp dữ liệu nằm trên ổ mạng (Z:).", tmp_path / "cchc.db")
    stage = Stage(qtbot, FakeDoors(warned=(warning,)))
    stage.places.watch(stage.doors(PATH), 0)
    qtbot.waitUntil(lambda: bool(stage.strips()))
    return stage


def test_a_bad_place_is_told_once_and_can_be_ignored(badly_placed):
    assert "ổ mạng" in badly_placed.strips()[0].sentence()
    badly_placed.press("Bỏ qua")
    assert badly_placed.strips() == []
    assert badly_placed.memory.is_ignored(PATH)


def test_data_are_copied_while_closed_and_opened_at_the_new_place(badly_placed, tmp_path):
    badly_placed.press("Chuyển về máy này")
    badly_placed.bot.waitUntil(lambda: bool(badly_placed.thread.ways))
    assert badly_placed.thread.stops == 1
    assert badly_placed.doors.deeds == [("move", tmp_path / "cchc.db")]
    assert opened_as(badly_placed.thread) == ("write", tmp_path / "cchc.db")
    badly_placed.desk.opened()
    assert "Tệp cũ vẫn còn nguyên chỗ cũ." in badly_placed.done[0]


def test_a_copy_that_fails_leaves_the_old_file_open(badly_placed):
    badly_placed.doors.error = CannotWrite("Ổ đĩa đã đầy.")
    badly_placed.press("Chuyển về máy này")
    badly_placed.bot.waitUntil(lambda: bool(badly_placed.thread.ways))
    assert opened_as(badly_placed.thread) == ("write", PATH)
    assert "Ổ đĩa đã đầy." in badly_placed.strips()[0].sentence()


def test_a_free_name_is_found_beside_what_is_there(tmp_path):
    (tmp_path / "cchc.db").touch()
    (tmp_path / "cchc 2.db").touch()
    assert free_path(tmp_path / "cchc.db") == tmp_path / "cchc 3.db"


def test_ignored_places_are_kept_as_lines(tmp_path):
    saved = []
    memory = PlaceMemory(str(tmp_path / "a.db"), saved.append)
    memory.ignore(tmp_path / "b.db")
    memory.ignore(tmp_path / "b.db")
    assert memory.is_ignored(tmp_path / "a.db")
    assert saved == [f"{tmp_path / 'a.db'}\n{tmp_path / 'b.db'}"]
