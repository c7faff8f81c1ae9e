from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from cchc_desktop.settings import Settings, load_settings, save_settings
from cchc_desktop.ui.person import PersonField, PersonStrip, clean_name
from cchc_desktop.ui.preferences import Preferences


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Nguyễn Thị  Ánh\tTuyết ", "Nguyễn Thị Ánh Tuyết"),
        (unicodedata.normalize("NFD", "Trần Văn Đức"), "Trần Văn Đức"),
        ("   ", ""),
        ("a" * 200, "a" * 80),
    ],
)
def test_names_are_cleaned(typed, name):
    assert clean_name(typed) == name


def button(widget, words):
    return next(button for button in widget.findChildren(QPushButton) if button.text() == words)


def test_the_strip_takes_a_name_by_enter(qtbot):
    strip = PersonStrip()
    qtbot.addWidget(strip)
    strip.show()
    field = strip.findChild(QLineEdit)
    assert not field.hasFocus()
    assert not button(strip, "Lưu").isEnabled()
    field.setText("Tuyết")  # QTest types ASCII only
    with qtbot.waitSignal(strip.named) as named:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert named.args == ["Tuyết"]


def test_the_strip_can_wait(qtbot):
    strip = PersonStrip()
    qtbot.addWidget(strip)
    strip.show()
    with qtbot.waitSignal(strip.postponed), qtbot.assertNotEmitted(strip.named):
        qtbot.mouseClick(button(strip, "Để sau"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("may_be_empty", "expected"), [(True, [""]), (False, [])])
def test_a_name_can_be_taken_away_where_that_is_allowed(qtbot, may_be_empty, expected):
    field = PersonField("Tuyết", may_be_empty=may_be_empty)
    qtbot.addWidget(field)
    named = []
    field.named.connect(named.append)
    field.field.clear()
    qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert named == expected


def test_preferences_are_written_at_once_over_what_another_window_wrote(qapp):
    preferences = Preferences(Settings())
    save_settings(Settings(theme="dark"))
    preferences.change(person="Tuyết")
    assert (load_settings().person, load_settings().theme) == ("Tuyết", "dark")


def test_the_windows_state_leaves_the_name_alone(qapp):
    preferences = Preferences(Settings())
    preferences.change(person="Tuyết", second_backup_dir="/mnt/b")
    preferences.keep_window(Settings(last_plan=4, geometry="x"))
    kept = load_settings()
    assert (kept.person, kept.second_backup_dir, kept.last_plan, kept.geometry) == ("Tuyết", "/mnt/b", 4, "x")
