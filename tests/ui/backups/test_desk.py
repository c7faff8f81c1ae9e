"""The screen of backups as a person uses it, by clicks and keys, over a keeper without a disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QTableView

from cchc_desktop.domain.backups import BackupReason, BackupState, OutsidePlace
from cchc_desktop.domain.errors import Cancelled, CannotWrite, NotFound
from cchc_desktop.settings import Settings, load_settings
from cchc_desktop.ui.backups.desk import BackupDesk
from cchc_desktop.ui.backups.table import BackupTable
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.widgets.strip import Strip
from tests.ui.backups.fakes import HOME, LINES, NOW, PREVIEW, STATE, FakeDisplay, FakeKeeper, FakeSession

STICK = OutsidePlace(Path("/media/usb"), "KINGSTON (E:)", 8_000_000_000)
OTHER = OutsidePlace(Path("/media/đen"), "USB đen (F:)", 4_000_000)


class Stage:
    def __init__(self, qtbot, keeper: FakeKeeper):
        self.bot = qtbot
        self.keeper = keeper
        self.session = FakeSession(keeper)
        self.display = FakeDisplay(self.session)
        self.shared = set()
        self.shown_folders, self.told = [], {"done": [], "failed": [], "restored": [], "state": [], "left": []}
        parent = QLabel()
        qtbot.addWidget(parent)
        self.parent = parent
        self.preferences = Preferences(Settings())
        self.desk = BackupDesk(
            self.session, self.preferences, HOME, self.display, parent, show_folder=self.shown_folders.append,
            shares_disk=lambda folder: folder in self.shared,
            now=lambda: NOW,
        )  # fmt: skip
        for name, signal in (
            ("done", self.desk.done), ("failed", self.desk.failed), ("restored", self.desk.restored),
            ("state", self.desk.state_changed),
        ):  # fmt: skip
            signal.connect(self.told[name].append)
        self.desk.left.connect(lambda: self.told["left"].append(True))
        self.page = self.desk.page
        self.page.setParent(None)
        qtbot.addWidget(self.page)
        self.page.resize(1278, 690)
        self.page.show()
        self.desk.open()

    def button(self, words):
        found = [b for b in self.page.findChildren(QPushButton) if b.isVisible() and b.text() == words]
        assert found, words
        return found[0]

    def press(self, words):
        self.bot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def words(self):
        labels = [label for label in self.page.findChildren(QLabel) if label.isVisible()]
        return " ".join((label.accessibleName() or label.text()) for label in labels)

    def strips(self):
        return [strip.sentence() for strip in self.page.findChildren(Strip) if strip.isVisible()]

    def table(self):
        return next(table for table in self.page.findChildren(QTableView) if table.isVisible())

    def rows(self):
        model = self.table().model()
        columns, rows = range(model.columnCount()), range(model.rowCount())
        return [[model.index(row, column).data() for column in columns] for row in rows]


@pytest.fixture
def stage(qtbot):
    return Stage(qtbot, FakeKeeper())


def test_the_list_says_when_why_what_changed_and_whether_it_is_sound(stage):
    rows = stage.rows()
    assert rows[2][:5] == ["20/11/2026 05:30", "Tự tạo", "12 thay đổi sau bản này", "Đã kiểm tra, dùng được", "1,2 MB"]
    assert [row[3] for row in rows].count("Hỏng, không dùng được") == 1
    assert rows[5][5] == str(LINES[5].backup.file.parent)
    assert "Bản sao lưu gần nhất" in stage.words()
    assert "21/11/2026 06:30 (cách đây 2 giờ)" in stage.words()
    assert stage.told["state"] == [STATE]


def test_one_click_makes_a_backup_and_shows_it(stage):
    stage.press("Sao lưu ngay")
    assert stage.keeper.deeds == [("make", BackupReason.MANUAL)]
    assert stage.told["done"] == ["Đã sao lưu lúc 21/11/2026 08:30."]
    assert len(stage.rows()) == 7
    assert not stage.display.is_shown


def test_while_one_is_made_no_second_can_be_asked_for(stage):
    stage.session.hold = True
    stage.press("Sao lưu ngay")
    assert stage.display.words == ["Đang sao lưu dữ liệu…"]
    assert not any(stage.button(words).isEnabled() for words in ("Sao lưu ngay", "Chép ra USB", "Xem và khôi phục…"))
    assert stage.table().isEnabled()
    stage.session.go()
    assert stage.button("Sao lưu ngay").isEnabled()


@pytest.mark.parametrize("error", [CannotWrite("Ổ đĩa đã đầy."), Cancelled()])
def test_a_backup_that_fails_leaves_the_page_usable(qtbot, error):
    stage = Stage(qtbot, FakeKeeper(error=error))
    stage.press("Sao lưu ngay")
    assert stage.told["failed"] == [error]
    assert stage.button("Sao lưu ngay").isEnabled()
    assert not stage.display.is_shown


# ---------------------------------------------------------------- USB and the second place


def test_without_a_stick_the_page_says_so(stage):
    stage.press("Chép ra USB")
    assert "Không thấy USB nào đang cắm vào máy." in stage.words()
    assert stage.keeper.deeds == []


def test_one_stick_is_used_at_once(qtbot):
    stage = Stage(qtbot, FakeKeeper(sticks=(STICK,)))
    stage.press("Chép ra USB")
    assert stage.keeper.deeds == [("copy", STICK.folder)]
    assert "Đã chép xong: /media/usb" in stage.words()
    assert "trong 24 giờ qua" in stage.words()


def test_of_several_sticks_one_is_chosen_in_a_menu(qtbot):
    stage = Stage(qtbot, FakeKeeper(sticks=(STICK, OTHER)))
    menu = stage.desk.list_page.offer_places(stage.keeper.sticks)
    assert [action.text() for action in menu.actions()] == [
        "KINGSTON (E:), còn trống 7629,4 MB", "USB đen (F:), còn trống 3,8 MB",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    menu.close()
    assert stage.keeper.deeds == [("copy", OTHER.folder)]


def test_a_failed_copy_leaves_no_note_of_success(qtbot):
    stage = Stage(qtbot, FakeKeeper(sticks=(STICK,), error=CannotWrite("USB đã đầy.")))
    stage.press("Chép ra USB")
    assert [error.message for error in stage.told["failed"]] == ["USB đã đầy."]
    assert "Đã chép" not in stage.words()


def test_nine_days_without_another_disk_are_a_strip_with_its_way_on(qtbot):
    keeper = FakeKeeper(shown=BackupState(STATE.newest, None, (), 9), sticks=(STICK,))
    stage = Stage(qtbot, keeper)
    strip = stage.page.findChild(Strip)
    assert strip.sentence().startswith("Đã 9 ngày chưa có bản sao lưu trên ổ đĩa khác.")
    qtbot.mouseClick(strip.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert keeper.deeds == [("copy", STICK.folder)]
    assert [s for s in stage.page.findChildren(Strip) if s.isVisible()] == []


def test_a_second_place_is_remembered_and_used_at_once(stage, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    stage.press("Chọn nơi lưu thứ hai…")
    assert load_settings().second_backup_dir == str(tmp_path)
    assert stage.keeper.deeds == [("make", BackupReason.MANUAL)]
    assert str(tmp_path) in stage.words()
    stage.press("Bỏ nơi này")
    assert load_settings().second_backup_dir == ""


def test_a_second_place_on_the_same_disk_is_warned_of_and_taken_if_wanted(stage, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    stage.shared.add(tmp_path)
    stage.press("Chọn nơi lưu thứ hai…")
    assert load_settings().second_backup_dir == ""
    assert "nằm trên cùng ổ đĩa với dữ liệu" in stage.strips()[0]
    stage.desk.reload()
    assert len(stage.strips()) == 1
    stage.press("Vẫn dùng thư mục này")
    assert load_settings().second_backup_dir == str(tmp_path)
    assert stage.keeper.deeds == [("make", BackupReason.MANUAL)]
    assert stage.strips() == []


def test_another_place_than_one_on_the_same_disk_is_chosen(stage, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    stage.shared.add(tmp_path)
    stage.press("Chọn nơi lưu thứ hai…")
    stage.shared.clear()
    stage.press("Chọn nơi khác…")
    assert load_settings().second_backup_dir == str(tmp_path)
    assert stage.strips() == []


def test_the_folder_is_opened_on_a_click_only_where_there_is_one(stage, tmp_path):
    stage.press("Mở thư mục")
    assert stage.shown_folders == []
    assert "Chưa có thư mục" in stage.words()
    stage.desk.list_page.show_places(tmp_path, "")
    stage.press("Mở thư mục")
    assert stage.shown_folders == [tmp_path]


# ---------------------------------------------------------------- restoring


def test_a_restore_is_looked_at_first_and_then_told(stage):
    stage.table().selectRow(2)
    stage.press("Xem và khôi phục…")
    assert stage.keeper.deeds == [("preview", LINES[2].backup.file)]
    assert "12 thay đổi thực hiện sau bản sao lưu này sẽ không còn trong dữ liệu." in stage.words()
    assert "Dữ liệu hiện nay được sao lưu trước khi khôi phục; hoàn tác được." in stage.words()
    assert [row[1:] for row in stage.rows()] == [
        ["41 nhiệm vụ", "39 nhiệm vụ", "5 nhiệm vụ"], ["39 nhiệm vụ", "39 nhiệm vụ", "không"],
        ["12 nhiệm vụ", "không có", "sẽ mất kế hoạch"], ["không có", "8 nhiệm vụ", "sẽ có thêm kế hoạch"],
    ]  # fmt: skip
    stage.press("Khôi phục")
    assert stage.keeper.deeds[-1] == ("restore", LINES[2].backup.file)
    assert [restored.file for restored in stage.told["restored"]] == [LINES[2].backup.file]
    assert isinstance(stage.table(), BackupTable)


def test_leaving_the_preview_restores_nothing(stage):
    stage.table().setFocus()
    stage.bot.keyClick(stage.table(), Qt.Key.Key_Return)
    stage.press("Hủy")
    assert [deed[0] for deed in stage.keeper.deeds] == ["preview"]
    stage.press("Về kế hoạch")
    assert stage.told["left"] == [True]


def test_an_unsound_backup_cannot_be_opened(stage):
    stage.table().selectRow(4)
    assert not stage.button("Xem và khôi phục…").isEnabled()
    stage.bot.keyClick(stage.table(), Qt.Key.Key_Return)
    assert stage.keeper.deeds == []


def test_a_backup_from_elsewhere_is_chosen_as_a_file(stage, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/media/usb/cchc.db", ""))
    stage.press("Khôi phục từ tệp khác…")
    assert stage.keeper.deeds == [("preview", Path("/media/usb/cchc.db"))]


def test_a_refused_restore_keeps_the_preview_with_its_ways(stage):
    stage.press("Xem và khôi phục…")
    stage.keeper.error = CannotWrite("Ổ đĩa đã đầy. Dữ liệu không thay đổi.")
    stage.press("Khôi phục")
    assert stage.told["restored"] == []
    assert stage.button("Khôi phục").isEnabled()


def test_what_a_person_should_read_before_a_restore_is_a_strip(stage):
    stage.keeper.seen = replace(PREVIEW, problems=("Bản sao lưu này là của dữ liệu khác.",))
    stage.press("Xem và khôi phục…")
    assert "Bản sao lưu này là của dữ liệu khác." in stage.strips()


# ---------------------------------------------------------------- what others do meanwhile


@pytest.mark.parametrize("ended", ["saved", "worked"])
def test_the_list_follows_what_others_write(stage, ended):
    stage.keeper.listed = LINES[1:]
    getattr(stage.session, ended).emit()
    assert len(stage.rows()) == len(LINES) - 1


@pytest.mark.parametrize("ended", ["saved", "worked"])
def test_an_open_preview_follows_what_others_write(stage, ended):
    stage.press("Xem và khôi phục…")
    stage.keeper.seen = replace(PREVIEW, operations_lost=13)
    getattr(stage.session, ended).emit()
    assert "13 thay đổi thực hiện sau bản sao lưu này" in stage.words()


def test_a_preview_whose_backup_went_gives_way_to_the_list(stage):
    stage.press("Xem và khôi phục…")
    stage.keeper.error = NotFound("Không còn bản sao lưu này.")
    stage.session.saved.emit()
    assert isinstance(stage.table(), BackupTable)
    assert "Không còn bản sao lưu này." in stage.words()


def test_a_page_that_is_not_seen_reads_when_it_is_shown(stage):
    stage.page.hide()
    stage.keeper.listed = LINES[1:]
    stage.session.saved.emit()
    stage.page.show()
    assert len(stage.rows()) == len(LINES)
    stage.page.refresh()
    assert len(stage.rows()) == len(LINES) - 1


# ---------------------------------------------------------------- what refreshes keep


def test_a_refresh_keeps_the_chosen_backup(stage):
    stage.table().selectRow(2)
    stage.press("Sao lưu ngay")
    assert stage.table().chosen().backup == LINES[2].backup


def test_an_empty_list_offers_the_first_backup(qtbot):
    stage = Stage(qtbot, FakeKeeper(shown=BackupState(None, None), listed=()))
    assert stage.rows() == []
    assert not stage.button("Xem và khôi phục…").isEnabled()
    assert stage.button("Sao lưu ngay").isEnabled()


def test_troubles_of_the_last_backup_are_strips(qtbot):
    trouble = "Không chép được bản sao lưu sang D:\\ vì ổ đĩa đã đầy."
    stage = Stage(qtbot, FakeKeeper(shown=replace(STATE, troubles=(trouble,))))
    assert [strip.sentence() for strip in stage.page.findChildren(Strip)] == [trouble]


def test_every_control_has_a_name(stage):
    for kind in (QPushButton, QLineEdit, QTableView):
        for control in stage.page.findChildren(kind):
            assert control.accessibleName() or getattr(control, "text", str)()
