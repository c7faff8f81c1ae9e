from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QPushButton

from cchc_desktop.domain.office import LetterheadLine, OfficeProfile, Signer, suggest_letterhead
from cchc_desktop.ui.office.form import OfficeForm
from tests.ui.office.samples import PROFILE, compose, finish

LINES = ("name", "superior", "place", "standing", "symbols")


@pytest.fixture
def form(qtbot):
    form = OfficeForm()
    qtbot.addWidget(form)
    form.resize(1080, 320)
    form.show()
    qtbot.waitExposed(form)
    return form


@pytest.fixture
def filled(form):
    form.set_profile(PROFILE)
    return form


def save_button(form):
    return next(button for button in form.findChildren(QPushButton) if button.text() == "Lưu thông tin đơn vị")


def visible_words(form):
    return [label.text() for label in form.findChildren(object) if hasattr(label, "wordWrap") and label.isVisible()]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# --- values


def test_a_fresh_form_holds_nothing(form):
    assert form.profile() == OfficeProfile()
    assert not form.is_changed()


@pytest.mark.parametrize(
    "profile",
    [
        PROFILE,
        OfficeProfile(name="Phòng Nội vụ"),
        replace(PROFILE, letterhead=(LetterheadLine("UBND", bold=False), LetterheadLine("PHÒNG"), LetterheadLine("A"))),
        replace(PROFILE, letterhead=(), signers=()),
        OfficeProfile(),
    ],
)
def test_a_profile_comes_back_as_it_was_shown(filled, profile):
    filled.set_profile(profile)
    assert filled.profile() == profile
    assert not filled.is_changed()


def test_what_is_typed_is_taken_in_one_form_without_blanks_and_empty_parts(form):
    form.name.setText(unicodedata.normalize("NFD", "  Ủy ban nhân dân xã Tân Hòa "))
    form.symbols.setText(" KH-UBND,, BC-UBND , ")
    form.signers.add_row()
    row = form.signers.rows()[1]
    row.name.setText("Lê Thị Bình ")
    row.capacity.setPlainText("\n KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH ")
    form.letterhead.add_row()
    profile = form.profile()
    assert profile.name == "Ủy ban nhân dân xã Tân Hòa"
    assert profile.symbols == ("KH-UBND", "BC-UBND")
    assert profile.signers == (Signer("Lê Thị Bình", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),)
    assert profile.letterhead == suggest_letterhead(profile.name)


# --- saving


def test_only_the_button_saves(qtbot, filled):
    saved = []
    filled.save_wanted.connect(saved.append)
    filled.place.setText("Tân Hòa")
    qtbot.keyClick(filled.place, Qt.Key.Key_Return)
    qtbot.keyClick(filled.place, Qt.Key.Key_Tab)
    assert saved == []
    click(qtbot, save_button(filled))
    assert saved == [replace(PROFILE, place="Tân Hòa")]


@pytest.mark.parametrize(
    ("name", "place", "is_open"),
    [
        ("Ủy ban nhân dân phường An Bình", "An Bình", False),
        ("Ủy ban nhân dân phường An Bình ", "An Bình", False),
        ("Ủy ban nhân dân phường An Bình", "Tân Hòa", True),
        ("", "Tân Hòa", False),
        ("   ", "Tân Hòa", False),
    ],
)
def test_saving_is_open_when_something_changed_and_a_name_is_there(filled, name, place, is_open):
    filled.name.setText(name)
    filled.place.setText(place)
    assert save_button(filled).isEnabled() == is_open


def test_a_refusal_and_a_success_stand_in_place_until_something_changes(filled):
    filled.show_refusal("Chưa có tên đơn vị.")
    assert "Chưa có tên đơn vị." in visible_words(filled)
    filled.show_saved()
    assert "Chưa có tên đơn vị." not in visible_words(filled)
    assert "Đã lưu thông tin đơn vị." in visible_words(filled)
    filled.place.setText("Tân Hòa")
    assert "Đã lưu thông tin đơn vị." not in visible_words(filled)


# --- the lines that the name offers


def test_the_name_offers_lines_until_a_person_types_some(form):
    form.name.setText("Ủy ban nhân dân xã Tân Hòa")
    assert form.profile().letterhead == (LetterheadLine("ỦY BAN NHÂN DÂN"), LetterheadLine("XÃ TÂN HÒA"))
    form.letterhead.rows()[1].field.setText("XÃ TÂN HÒA MỚI")
    form.name.setText("Ủy ban nhân dân xã Đại Lộc")
    assert form.profile().letterhead[1].words == "XÃ TÂN HÒA MỚI"


def test_a_bold_flag_that_a_person_set_is_his_own_line(qtbot, form):
    form.name.setText("Phòng Nội vụ")
    click(qtbot, form.letterhead.rows()[0].bold)
    form.name.setText("Phòng Tư pháp")
    assert form.profile().letterhead == (LetterheadLine("PHÒNG NỘI VỤ", bold=False),)


@pytest.mark.parametrize(
    ("stored", "followed"),
    [(PROFILE.letterhead, True), ((LetterheadLine("PHƯỜNG AN BÌNH"),), False), ((), True)],
)
def test_stored_lines_follow_a_new_name_only_where_it_had_offered_them(form, stored, followed):
    form.set_profile(replace(PROFILE, letterhead=stored))
    form.name.setText("Phòng Tư pháp")
    expected = suggest_letterhead("Phòng Tư pháp") if followed else stored
    assert form.profile().letterhead == expected


def test_lines_that_are_emptied_are_not_offered_again_at_once(filled):
    for row in filled.letterhead.rows():
        row.field.clear()
    assert filled.profile().letterhead == ()
    filled.show_stored(PROFILE)
    assert filled.profile().letterhead == ()


# --- what is stored meanwhile


def test_another_stored_profile_is_shown(filled):
    other = OfficeProfile(name="Ủy ban nhân dân xã Đại Lộc", signers=(Signer("Lê Thị Bình"),))
    filled.show_stored(other)
    assert filled.profile() == other
    assert not filled.is_changed()


def test_typed_words_stay_when_something_else_was_stored(filled):
    filled.place.setText("Tân Hòa")
    filled.show_stored(replace(PROFILE, place="Đại Lộc", standing_office="Phòng Nội vụ"))
    assert (filled.profile().place, filled.profile().standing_office) == ("Tân Hòa", "Phòng Nội vụ")
    assert filled.is_changed()


def test_rows_that_were_added_stay_when_the_profile_is_read_again(filled):
    filled.signers.add_row()
    filled.show_stored(PROFILE)
    assert len(filled.signers.rows()) == 3


def test_the_cursor_stays_when_the_profile_is_read_again(filled):
    filled.place.setFocus()
    filled.place.setCursorPosition(2)
    filled.show_stored(PROFILE)
    assert filled.place.cursorPosition() == 2
    assert QApplication.focusWidget() is filled.place


def test_what_was_just_stored_is_no_change_any_more(filled):
    filled.place.setText("Tân Hòa")
    filled.show_stored(filled.profile())
    assert not save_button(filled).isEnabled()


# --- input methods


@pytest.mark.parametrize("field", LINES)
def test_composed_letters_are_no_text_before_they_are_handed_over(form, field):
    widget = getattr(form, field)
    widget.setFocus()
    finish(widget, "Xã Ta")
    told = []
    form.changed.connect(lambda: told.append(form.profile()))
    compose(widget, "â")
    assert widget.words() == "Xã Ta"
    assert told == []
    finish(widget, "ân", replaced=1)
    assert widget.words() == "Xã Tân"
    assert len(told) == 1


@pytest.mark.parametrize("field", LINES)
def test_a_refresh_leaves_letters_alone_that_are_being_composed(filled, field):
    widget = getattr(filled, field)
    before = widget.words()
    widget.setFocus()
    compose(widget, "ư")
    filled.show_stored(OfficeProfile(name="Khác"))
    assert widget.words() == before
    finish(widget, "ư")
    assert "ư" in widget.words()


def test_a_capacity_is_composed_line_by_line(form):
    row = form.signers.rows()[0]
    row.capacity.setFocus()
    finish(row.capacity, "KT. CHU")
    compose(row.capacity, "Ủ")
    assert row.capacity.lines() == ("KT. CHU",)
    finish(row.capacity, "Ủ", replaced=1)
    assert row.capacity.lines() == ("KT. CHỦ",)


def test_a_name_that_is_composed_offers_its_lines_when_it_is_handed_over(form):
    form.name.setFocus()
    finish(form.name, "UBND xa")
    compose(form.name, "ã")
    assert form.profile().letterhead == (LetterheadLine("UBND XA"),)
    finish(form.name, "ã", replaced=1)
    assert form.profile().letterhead == (LetterheadLine("UBND XÃ"),)


def test_nothing_completes_what_is_typed(filled):
    assert [field for field in filled.findChildren(QLineEdit) if field.completer() is not None] == []


# --- keys and names


def reached_by_tab(qtbot, form, count):
    reached = []
    for _ in range(count):
        widget = QApplication.focusWidget()
        reached.append(widget.accessibleName() or widget.text())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    return reached


def test_tab_follows_the_eye_through_rows_that_came_later(qtbot, form):
    form.set_profile(PROFILE)
    form.place.setText("Tân Hòa")  # opens the button
    form.activateWindow()
    form.name.setFocus()
    assert reached_by_tab(qtbot, form, 22) == [
        "Tên đơn vị (bắt buộc)",
        "Địa danh",
        "Cơ quan cấp trên",
        "Ký hiệu",
        "Cơ quan thường trực CCHC",
        "Chức vụ của người ký 1",
        "Họ và tên người ký 1",
        "Chuyển người ký 1 xuống",
        "Bỏ người ký 1",
        "Chức vụ của người ký 2",
        "Họ và tên người ký 2",
        "Chuyển người ký 2 lên",
        "Bỏ người ký 2",
        "Thêm người ký",
        "Dòng đầu văn bản 1",
        "In đậm dòng 1",
        "Bỏ dòng 1",
        "Dòng đầu văn bản 2",
        "In đậm dòng 2",
        "Bỏ dòng 2",
        "Thêm dòng",
        "Lưu thông tin đơn vị",
    ]


def test_every_field_and_button_has_a_name(filled):
    widgets = [*filled.findChildren(QLineEdit), *filled.findChildren(QPlainTextEdit),
               *filled.findChildren(QAbstractButton)]  # fmt: skip
    assert len(widgets) >= 20
    assert [widget for widget in widgets if not (widget.accessibleName() or getattr(widget, "text", str)())] == []


def test_words_that_do_not_fit_stand_in_a_tooltip(qtbot, filled):
    long = "Ủy ban nhân dân phường An Bình " * 4
    filled.name.setText(long)
    assert filled.name.toolTip() == long
    filled.name.setText("An Bình")
    assert filled.name.toolTip() == ""


@pytest.mark.parametrize(("width", "beside"), [(1400, True), (600, False)])
def test_the_preview_goes_below_the_fields_where_it_has_no_room(qtbot, filled, width, beside):
    filled.resize(width, 700)
    qtbot.waitUntil(lambda: (filled.letterhead.geometry().left() > filled.place.geometry().right()) == beside)
    assert (filled.preview.geometry().top() > filled.letterhead.geometry().bottom()) == beside
    assert filled.preview.height() > 20
