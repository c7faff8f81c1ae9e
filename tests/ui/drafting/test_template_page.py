"""The template of reports: pieces come, go and change, fields are told apart, nothing wrong is saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.papers.report_template import TemplateBlock
from cchc_desktop.services import history
from cchc_desktop.services.papers.report_texts import report_template
from cchc_desktop.ui.drafting.kept_page import DROP
from cchc_desktop.ui.drafting.template_fields import readable
from cchc_desktop.ui.drafting.template_page import TemplatePage
from cchc_desktop.ui.drafting.template_tree import (
    new_section,
    node_at,
    places,
    with_inserted,
    with_moved,
    with_node,
    without,
)
from tests.services.papers.report_scene import usual_template
from tests.ui.office.samples import finish
from tests.ui.reports.conftest import scene  # noqa: F401 (the window with Báo cáo)

USUAL = usual_template()
AREAS = (1, 0)
"""Where the blocks of each area stand."""


@pytest.fixture
def page(qtbot):
    page = TemplatePage()
    qtbot.addWidget(page)
    page.resize(1200, 640)
    page.show_template(USUAL, is_own=False)
    page.show()
    return page


# --- pieces


def test_pieces_are_changed_at_their_places():
    block = TemplateBlock("Mới.")
    path = (*AREAS, 1)
    assert node_at(with_node(USUAL, path, block), path) == block
    assert without(with_inserted(USUAL, path, block), path) == USUAL
    assert len(list(places(with_inserted(USUAL, path, block)))) == len(list(places(USUAL))) + 1
    moved, place = with_moved(USUAL, path, -1)
    assert place == (*AREAS, 0) and node_at(moved, place) == node_at(USUAL, path)
    assert with_moved(moved, place, -1) == (moved, place)
    assert with_moved(moved, place, 1) == (USUAL, path)
    section = new_section(USUAL, "MỚI")
    assert section.key not in {one.key for one in USUAL.sections}
    assert with_inserted(USUAL, (6,), section).sections[6] == section


def test_sentences_are_read_with_the_meaning_of_their_fields():
    assert readable("Đã hoàn thành {done}/{expected} {{x}} {secret}") == (
        "Đã hoàn thành [Đã hoàn thành]/[Số nhiệm vụ phải thực hiện] {x} [secret]"
    )


# --- the page


def test_a_sentence_is_typed_with_fields_and_conditions(page):
    page.pane.choose((4,))
    page.pane.add_block.click()
    form = page.pane.form
    finish(form.text, "Còn ")
    form.insert.picked.emit("overdue")
    form.level.setCurrentIndex(1)
    form.each.setCurrentIndex(form.each._values.index("areas"))
    form.when._pick("overdue")
    form.when._pick("late")
    form.unless._pick("estimated")
    assert page.value().sections[4].blocks == (
        TemplateBlock("Còn {overdue}", 2, ("overdue", "late"), ("estimated",), "areas"),
    )
    assert form._reading.text() == "Còn [Chậm tiến độ]"
    assert form.when.text() == "Chậm tiến độ; Nhiệm vụ chậm tiến độ"
    assert page.is_changed() and page.save_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "words"), [("{secret}", "{secret}"), ("{done", "ngoặc nhọn"), ("{areas}", "{areas}")]
)
def test_what_cannot_be_used_is_told_at_its_place_and_not_saved(page, typed, words):
    page.pane.choose((0, 0))
    finish(page.pane.form.text, typed)
    assert words in page.pane.form._fault.text()
    assert not page.save_button.isEnabled()
    page.leave()
    assert page.leaving.buttons()[1].hasFocus() and not page.leaving.isHidden()
    page.leaving.chosen.emit(DROP)
    assert page.value() == USUAL and not page.is_changed()


def test_a_wrong_subject_is_told(page):
    page.pane.subject.setText("{no}")
    assert "{no}" in page.pane._wrong_subject.text() and not page.is_usable()
    page.pane.subject.setText("Kết quả {period}")
    assert page.pane._wrong_subject.text() == "" and page.is_usable()


def test_pieces_are_added_moved_and_removed_by_buttons_and_keys(qtbot, page):
    pane = page.pane
    pane.choose(AREAS)
    qtbot.keyClick(pane.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.path() == (1, 1) and page.value().sections[1].blocks[1].each == "areas"
    pane.add_inner.click()
    assert pane.path()[:2] == (1, 1) and node_at(page.value(), pane.path()) == TemplateBlock()
    pane.remove.click()
    pane.choose((1, 1))
    pane.up.click()
    assert page.value() == USUAL and not page.is_changed()
    pane.add_section.click()
    finish(pane.form.text, "KẾT LUẬN")
    assert page.value().sections[2].heading == "KẾT LUẬN"
    pane.remove.click()
    while page.value().sections:
        pane.choose((0,))
        pane.remove.click()
    assert pane.path() is None and not pane.form.isEnabled()


def test_the_template_is_kept_given_back_and_undone(scene):  # noqa: F811
    scene.open_reports()
    scene.desk.template_wanted.emit()
    scene.bot.waitUntil(lambda: scene.on_screen("TemplatePage"))
    page = scene.contents._desks.papers.drafting.template.page
    page.pane.type_name.setText("BÁO CÁO NHANH")
    scene.trigger("show_overview")
    assert scene.contents._desks.papers.drafting.template.behind.is_shown()
    scene.press("Mở lại")
    page.save()
    scene.bot.waitUntil(lambda: report_template(scene.workspace, USUAL).type_name == "BÁO CÁO NHANH")
    scene.settle()
    assert scene.deed() == "Đã lưu mẫu báo cáo." and not page.is_changed()
    scene.press("Dùng lại mẫu của chương trình")
    scene.bot.waitUntil(lambda: page.value() == USUAL)
    scene.session.write(history.undo)
    scene.bot.waitUntil(lambda: page.value().type_name == "BÁO CÁO NHANH")
    page.leave()
    scene.bot.waitUntil(lambda: scene.reports.isVisible())
