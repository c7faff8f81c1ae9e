"""Thể thức văn bản: every measure with the decree beside, doubts at their places, one undoable save, a live sample."""

from __future__ import annotations

from dataclasses import asdict, fields, replace

import pytest
from PySide6.QtCore import Qt

from cchc_desktop import wiring
from cchc_desktop.domain.office import LetterheadLine
from cchc_desktop.domain.papers.layout_profile import LANDSCAPE, Element, FixedWords, LayoutProfile, Letterhead, Look
from cchc_desktop.services import history
from cchc_desktop.services.layout_profiles import layout_profile, save_layout_profile
from cchc_desktop.ui.drafting.layout_form import LayoutForm
from tests.ui.office.samples import finish

DEPARTMENT = Letterhead("Phòng", (LetterheadLine("UBND PHƯỜNG", False), LetterheadLine("PHÒNG VĂN HÓA")), "BC-VHXH")
OWN = replace(
    LayoutProfile(),
    paper="A3",
    orientation=LANDSCAPE,
    left_mm=32.5,
    first_numbered=None,
    line_spacing=1.25,
    looks={**LayoutProfile().looks, Element.TABLE: Look(11.5, italic=True)},
    words=replace(FixedWords(), archive="Lưu: VT, VHXH"),
    letterheads=(DEPARTMENT,),
)


@pytest.fixture
def form(qtbot):
    form = LayoutForm()
    qtbot.addWidget(form)
    return form


def doubts(form):
    found = [lines._doubts[field].text() for lines in form._lines for field in sorted(lines.fields())]
    return [words for words in (*found, form._wrong_letterheads.text()) if words]


@pytest.mark.parametrize("profile", [LayoutProfile(), OWN])
def test_a_profile_comes_back_as_it_was_shown(form, profile):
    form.show_stored(profile)
    assert form.profile() == profile
    assert not form.is_changed() and form.is_usable()


def test_every_value_of_a_profile_has_its_field(form):
    measured = {*form.measures, *(choice.field for choice in form._choices), "looks", "words", "letterheads"}
    assert measured == {field.name for field in fields(LayoutProfile)}
    assert set(form.fixed) == set(asdict(FixedWords()))
    assert set(form.looks) == set(Element)


def test_what_leaves_the_decree_is_told_and_what_cannot_be_used_is_not_saved(form):
    form.measures["left_mm"].setText("25.0")
    assert doubts(form) == ["Lề trái 25; Nghị định 30 quy định 30-35 mm."]
    assert form.is_usable() and form.profile().left_mm == 25
    form.looks[Element.MOTTO].bold.click()
    assert "Kiểu chữ “Tiêu ngữ” đứng; Nghị định 30 quy định đậm." in doubts(form)
    form.measures["top_mm"].setText("hai")
    assert "Nhập một số, ví dụ 12,7." in doubts(form) and "Lề trái 25; Nghị định 30 quy định 30-35 mm." in doubts(form)
    assert form.profile() is None and not form.is_usable()
    form.measures["top_mm"].setText("1")
    assert any(words.startswith("Lề trên 1 không dùng được") for words in doubts(form))
    assert not form.is_usable()


def test_typed_values_stay_when_the_stored_ones_are_read_again(form):
    form.show_stored(LayoutProfile())
    finish(form.fixed["archive"], ", VHXH")
    typed = form.profile()
    form.show_stored(OWN)
    assert form.profile() == typed and form.is_changed()
    form.take_stored(typed)
    form.show_stored(OWN)
    assert form.profile() == OWN


def test_a_letterhead_needs_lines_and_a_name_of_its_own(form):
    row = form.letterheads.rows()[0]
    row.name.setText("Phòng")
    assert doubts(form) == ["Mỗi tiêu đề văn bản cần ít nhất một dòng tên cơ quan."]
    row.lines.rows()[0].field.setText("PHÒNG VĂN HÓA")
    assert doubts(form) == [] and form.is_usable()
    row.name.setText("")
    assert doubts(form) == ["Mỗi tiêu đề văn bản cần một tên riêng để chọn khi lập văn bản."]


def test_the_layout_is_a_part_of_the_settings_saved_once_and_undone(stage, monkeypatch):
    desks = stage.contents._desks
    desks._doors = replace(desks._doors, previewer=wiring.preview_paper)
    desks.papers.settings_wanted.emit("layout")
    page = desks._settings._layout
    page._settling.setInterval(0)
    stage.bot.waitUntil(lambda: page.sample.pages() == 2)
    page.form.measures["left_mm"].setText("32")
    stage.bot.keyClick(page.form.measures["left_mm"], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    stage.bot.waitUntil(lambda: not page.is_changed())
    assert layout_profile(stage.workspace).left_mm == 32
    assert stage.deed() == "Đã lưu thể thức văn bản."
    page._usual.click()
    assert page.form.profile() == LayoutProfile() and page.is_changed()
    page._usual.click()
    page.form.measures["left_mm"].setText("32")
    stage.session.write(history.undo)
    stage.settle()
    stage.bot.waitUntil(lambda: page.form.profile() == LayoutProfile())
    page.form.measures["left_mm"].setText("31")
    stage.trigger("show_history")
    stage.press("Mở lại")
    assert page.isVisible() and page.form.profile().left_mm == 31
    page.drop_typed()
    assert not page.is_changed()
    stage.refusal = RuntimeError("lỗi")
    heard = []
    stage.session.failed.disconnect()
    stage.session.failed.connect(heard.append)
    page.form.measures["left_mm"].setText("33")
    page._save.click()
    stage.bot.waitUntil(lambda: heard == [stage.refusal])
    assert page.is_changed() and page._save.isEnabled()
    page.form.measures["left_mm"].setText("30")


def test_a_layout_that_others_saved_is_shown(form, stage):
    save_layout_profile(stage.workspace, OWN)
    form.show_stored(layout_profile(stage.workspace))
    assert form.profile() == OWN
