"""The words of a report on their page: what is typed stays until it is saved, given up or drafted anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.papers.report_text import DraftBlock
from cchc_desktop.services import periods
from cchc_desktop.services.papers.report_texts import save_report_text
from cchc_desktop.ui.drafting.kept_page import DROP
from cchc_desktop.ui.drafting.words_page import KEEP, REDRAFT, TAKE, WordsPage
from tests.services.papers.report_scene import told_scene
from tests.ui.drafting.samples import KEY, kept_scene, words_of
from tests.ui.office.samples import finish


@pytest.fixture
def page(qtbot):
    page = WordsPage()
    qtbot.addWidget(page)
    page.resize(1200, 640)
    return page


def heard(signal):
    found = []
    signal.connect(lambda *values: found.append(values[0] if values else True))
    return found


def press(strip, key):
    next(button for button in strip.buttons() if button.objectName() == key).click()


def test_words_are_shown_by_sections_and_saved_as_typed(qtbot, page):
    words = words_of(told_scene())
    page.show_words(words)
    page.show()
    saved = heard(page.save_wanted)
    assert page.pane.draft() == words.draft
    assert page.pane.list.item(5).text() == "Lời kết"
    page.pane.list.setCurrentRow(4)
    finish(page.pane.editor, "Đề nghị bố trí kinh phí.")
    page.pane.heading.setText("ĐỀ XUẤT")
    assert page.pane.list.item(4).text() == "ĐỀ XUẤT"
    page.pane.list.setCurrentRow(0)
    qtbot.keyClick(page.pane.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (draft,) = saved
    assert (draft.sections[4].heading, draft.sections[4].blocks[0].text) == ("ĐỀ XUẤT", "Đề nghị bố trí kinh phí.")
    assert draft.sections[:4] == words.draft.sections[:4]
    page.pane.show_stored(draft)
    assert not page.is_changed()


def test_typed_words_stay_when_the_report_is_read_again(page):
    scene = told_scene()
    page.show_words(words_of(scene))
    page.pane.list.setCurrentRow(0)
    finish(page.pane.editor, "Mới. ")
    typed = page.pane.draft()
    page.show_words(words_of(scene))
    assert page.pane.draft() == typed
    left = heard(page.left)
    page.leave()
    assert left == [] and not page.leaving.isHidden()
    press(page.leaving, DROP)
    assert left == [True] and not page.is_changed()
    assert page.pane.draft() == words_of(scene).draft


def test_changed_figures_are_told_and_taken(page):
    scene = kept_scene()
    page.show_words(words_of(scene))
    wanted = heard(page.figures_wanted)
    assert not page.changed.isHidden() and "đã khác số liệu hiện nay" in page.changed.sentence()
    press(page.changed, TAKE)
    assert wanted == [True] and not page.is_changed()
    page.pane.list.setCurrentRow(0)
    finish(page.pane.editor, "Mới. ")
    press(page.changed, TAKE)  # now a part of what is typed
    assert wanted == [True]
    assert page.changed.isHidden() and page.is_changed()
    assert "hoàn thành 02/07" in page.pane.draft().sections[0].blocks[0].text


def test_drafting_anew_is_asked_about(page):
    page.show_words(words_of(kept_scene()))
    wanted = heard(page.redraft_wanted)
    page.anew.click()
    press(page.asking, KEEP)
    assert wanted == [] and page.asking.isHidden()
    page.anew.click()
    press(page.asking, REDRAFT)
    assert wanted == [True]


def test_a_locked_period_says_so_and_its_offered_figures_can_be_inserted(page):
    scene = told_scene()
    periods.lock(scene.workspace, KEY)
    page.show_words(words_of(scene))
    assert not page.locked.isHidden()
    page.pane.list.setCurrentRow(4)
    actions = page.pane.tools._menu.actions()
    next(action for action in actions if action.text().startswith("Đã hoàn thành:")).trigger()
    assert page.pane.draft().sections[4].blocks[0].parts[0].name == "done"
    save_report_text(scene.workspace, KEY, [scene.plan_id], page.pane.draft())
    assert words_of(scene).draft == page.pane.draft()


def test_only_reading_where_nothing_may_be_written(qtbot, page):
    words = words_of(kept_scene())
    page.show_words(words)
    page.set_editable(False)
    page.show()
    qtbot.keyClick(page.pane.editor, Qt.Key.Key_Return)
    assert page.pane.draft() == words.draft
    assert not page.pane.tools.insert.isEnabled() and not page.anew.isEnabled()


def test_a_long_section_can_be_edited_once_it_stands_there(qtbot, page):
    words = words_of(told_scene())
    long = tuple(DraftBlock((f"- Nhiệm vụ {number}.",)) for number in range(400))
    sections = (replace(words.draft.sections[0], blocks=long), *words.draft.sections[1:])
    page.show_words(replace(words, draft=replace(words.draft, sections=sections)))
    assert page.pane.editor.isReadOnly()
    qtbot.waitUntil(lambda: not page.pane.editor.isReadOnly())
    assert not page.is_changed() and page.value().sections[0].blocks == long
    finish(page.pane.editor, "Mới ")
    assert page.value().sections[0].blocks[0].text == "Mới - Nhiệm vụ 0."
