"""Thiết lập: its parts, and what each of them changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QToolButton, QWidget

from cchc_desktop.settings import Settings, load_settings
from cchc_desktop.ui import theme
from cchc_desktop.ui.settings.look_page import LookPage
from cchc_desktop.ui.settings.page import PARTS, SettingsPage


class Part(QWidget):
    def __init__(self):
        super().__init__()
        self.refreshed = 0

    def refresh(self):
        self.refreshed += 1


@pytest.fixture
def page(qtbot):
    page = SettingsPage({part.name: Part for part in PARTS})
    qtbot.addWidget(page)
    return page


def listed(page):
    return page.findChild(QListWidget)


def test_the_parts_stand_in_their_order(page):
    names = [listed(page).item(row).text() for row in range(listed(page).count())]
    assert names == ["Đơn vị", "Thể thức văn bản", "Giao diện", "Ngày nghỉ", "Sao lưu", "Người dùng"]


def test_a_part_is_built_when_it_is_first_opened_and_read_anew_afterwards(page):
    assert page.findChildren(Part) == []
    part = page.open_part("look")
    assert page.findChildren(Part) == [part]
    page.open_part("look")
    page.open_part("office")
    assert page.open_part("look") is part
    assert part.refreshed == 2


def test_the_first_part_stands_there_where_none_was_chosen(page):
    page.refresh()
    assert listed(page).currentRow() == 0


def test_the_keys_of_the_list_open_parts(page, qtbot):
    page.show()
    page.refresh()
    page.setFocus()
    QTest.keyClick(listed(page), Qt.Key.Key_Down)
    assert listed(page).currentItem().text() == "Thể thức văn bản"
    assert len(page.findChildren(Part)) == 2


# ---------------------------------------------------------------- Giao diện


def test_look_shows_what_is_chosen(qtbot):
    page = LookPage()
    qtbot.addWidget(page)
    page.show_settings(Settings(theme="dark", text_size=13, density="roomy", language="en"))
    checked = [button.text() for button in page.findChildren(QToolButton) if button.isChecked()]
    assert checked == ["Tối", "13", "Thoáng", "English"]


def test_look_ignores_foreign_settings(qtbot):
    page = LookPage()
    qtbot.addWidget(page)
    page.show_settings(Settings(theme="blue", text_size=99, density="?", language="fr"))
    checked = [button.text() for button in page.findChildren(QToolButton) if button.isChecked()]
    assert checked == ["Theo hệ thống", "10", "Gọn", "Tiếng Việt"]


@pytest.fixture
def look(qapp):
    """Give the application a theme and take it away again."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    made = theme.apply(qapp, "light")
    yield made
    made.choose("system")
    made.setParent(None)
    made.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def press(stage, words):
    button = next(b for b in stage.window.findChildren(QToolButton) if b.isVisible() and b.text() == words)
    stage.bot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_colours_and_size_of_text_change_at_once_and_are_kept(stage, look):
    stage.contents.show_settings("look")
    press(stage, "Tối")
    press(stage, "14")
    assert (look.tokens.dark, QApplication.font().pointSize()) == (True, 14)
    assert (load_settings().theme, load_settings().text_size) == ("dark", 14)
    press(stage, "Sáng")
    assert not look.tokens.dark


def test_the_language_is_kept_for_the_next_start_and_says_so(stage):
    stage.contents.show_settings("look")
    said = [label.text() for label in stage.window.findChildren(QLabel) if label.isVisible()]
    assert "Áp dụng từ lần mở chương trình sau. Văn bản in và xuất ra luôn bằng tiếng Việt." in said
    press(stage, "English")
    assert load_settings().language == "en"
    assert stage.action("quit").text() == "Thoát"
    press(stage, "Tiếng Việt")
    assert load_settings().language == "vi"


def test_density_changes_at_once(stage):
    stage.contents.show_settings("look")
    press(stage, "Thoáng")
    assert stage.contents.state.density() == "roomy"
    assert stage.action("density_roomy").isChecked()


# ---------------------------------------------------------------- the other parts


def test_the_screen_opens_with_the_office(stage):
    stage.trigger("show_settings")
    assert stage.on_screen("OfficePage")


def test_the_status_bars_link_opens_the_backups(stage):
    stage.trigger("show_settings")
    stage.window.statusBar().backups_wanted.emit()
    assert stage.on_screen("BackupPage")
    assert stage.window.windowTitle().startswith("Thiết lập")


def test_the_name_is_kept_and_told(stage):
    stage.contents.show_settings("person")
    field = next(f for f in stage.window.findChildren(QLineEdit) if f.isVisible() and "Tên" in f.accessibleName())
    field.setText("Trần Thị Ánh")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert load_settings().person == "Trần Thị Ánh"
    assert stage.deed() == "Đã lưu tên người nhập liệu."


def test_the_office_can_only_be_looked_at_while_nothing_can_be_written(stage):
    stage.contents.show_settings("office")
    page = next(w for w in stage.window.findChildren(QWidget) if type(w).__name__ == "OfficePage")
    assert page.form.isEnabled()
    stage.contents.set_writable(False)
    assert not page.form.isEnabled()


def test_a_backup_is_asked_for_from_the_start_page(stage, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "cchc_desktop.ui.backups.desk.QFileDialog.getOpenFileName", lambda *_: asked.append(1) or ("", "")
    )
    stage.press("Khôi phục từ bản sao lưu…")
    assert asked == [1]
    assert stage.on_screen("BackupPage")
