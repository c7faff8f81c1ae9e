"""Editing a section's paragraphs: figures stay whole, levels and places change, letters are not lost."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor

from cchc_desktop.domain.papers.report_text import DraftBlock, LiveFigure
from cchc_desktop.ui.drafting.words_document import HEADING, PARAGRAPH, SUBHEADING, SectionDocument
from cchc_desktop.ui.drafting.words_editor import WordsEditor
from cchc_desktop.ui.widgets.text_menu import build_text_menu
from tests.ui.office.samples import compose, finish

DONE, TOTAL = LiveFigure("done", "01"), LiveFigure("total", "07")
SENTENCE = DraftBlock(("Đã hoàn thành ", DONE, "/", TOTAL, " nhiệm vụ."))
BLOCKS = (DraftBlock(("Kết quả",), HEADING), SENTENCE, DraftBlock(("Cuối cùng.",)))
_KEEP = QTextCursor.MoveMode.KeepAnchor


@pytest.fixture
def editor(qtbot):
    editor = WordsEditor(None)
    qtbot.addWidget(editor)
    editor.resize(700, 300)
    editor.show_section(SectionDocument(BLOCKS, {}, editor), "Nội dung")
    editor.source = "2025-Q3/1"
    editor.show()
    return editor


def place(editor, words, *, behind=True):
    """Put the cursor behind some words, or before them."""
    found = editor.document().find(words)
    cursor = editor.textCursor()
    cursor.setPosition(found.selectionEnd() if behind else found.selectionStart())
    editor.setTextCursor(cursor)


def blocks(editor):
    return editor.section().blocks()


def test_words_come_back_as_they_were_shown(editor):
    assert blocks(editor) == BLOCKS
    assert not editor.document().isModified()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_figure_goes_whole_and_comes_back_whole(qtbot, editor, key):
    place(editor, "Đã hoàn thành ")
    if key == Qt.Key.Key_Backspace:
        qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, key)
    assert blocks(editor)[1].parts == ("Đã hoàn thành /", TOTAL, " nhiệm vụ.")
    editor.undo()
    assert blocks(editor) == BLOCKS
    assert not editor.document().isModified()


def test_what_is_typed_beside_a_figure_is_words(qtbot, editor):
    place(editor, "Đã hoàn thành ")
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClicks(editor, "23")
    assert blocks(editor)[1].parts[:3] == ("Đã hoàn thành ", DONE, "23/")


def test_an_input_method_composes_and_takes_letters_back_beside_a_figure(editor):
    place(editor, "Đã hoàn thành ", behind=False)
    compose(editor, "tiê")
    assert editor.is_composing() and blocks(editor) == BLOCKS
    finish(editor, "tieen")
    finish(editor, "iên", replaced=4)  # as Unikey takes back what it typed
    assert not editor.is_composing()
    assert blocks(editor)[1].parts[0] == "tiênĐã hoàn thành "
    place(editor, "hoàn thành ")
    finish(editor, "số ")
    assert blocks(editor)[1].parts[:2] == ("tiênĐã hoàn thành số ", DONE)


def test_decomposed_letters_are_stored_composed(editor):
    place(editor, "Cuối cùng.")
    finish(editor, unicodedata.normalize("NFD", " Đề nghị"))
    assert blocks(editor)[2].text == "Cuối cùng. Đề nghị"


def test_enter_begins_a_paragraph_that_is_no_heading(qtbot, editor):
    place(editor, "Kết quả")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert blocks(editor) == BLOCKS  # a blank paragraph is none
    qtbot.keyClicks(editor, "Mot")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "Hai")
    assert [(block.level, block.text) for block in blocks(editor)][:3] == [(2, "Kết quả"), (0, "Mot"), (0, "Hai")]


def test_paragraphs_change_places_with_their_figures(qtbot, editor):
    alt = Qt.KeyboardModifier.AltModifier
    place(editor, "nhiệm vụ")
    qtbot.keyClick(editor, Qt.Key.Key_Up, alt)
    assert blocks(editor) == (SENTENCE, BLOCKS[0], BLOCKS[2])
    qtbot.keyClick(editor, Qt.Key.Key_Up, alt)  # nothing stands above
    qtbot.keyClick(editor, Qt.Key.Key_Down, alt)
    qtbot.keyClick(editor, Qt.Key.Key_Down, alt)
    assert blocks(editor) == (BLOCKS[0], BLOCKS[2], SENTENCE)
    editor.undo()
    editor.undo()
    editor.undo()
    assert blocks(editor) == BLOCKS


def test_a_paragraph_is_taken_away_whole(editor):
    for rest in (BLOCKS[1:], BLOCKS[2:], ()):
        cursor = editor.textCursor()
        cursor.setPosition(0)
        editor.setTextCursor(cursor)
        editor.remove()
        assert blocks(editor) == rest


def test_levels_by_keys(qtbot, editor):
    place(editor, "Cuối")
    for level in (SUBHEADING, HEADING, HEADING):
        qtbot.keyClick(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert editor.level() == level
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert blocks(editor)[2] == DraftBlock(("Cuối cùng.",), SUBHEADING)


def test_copied_words_keep_figures_in_their_report_and_are_words_elsewhere(editor):
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "Kết quả\nĐã hoàn thành 01/07 nhiệm vụ.\nCuối cùng."
    place(editor, "Cuối cùng.")
    editor.insertFromMimeData(data)
    assert blocks(editor)[2].text == "Cuối cùng.Kết quả"
    assert blocks(editor)[3] == SENTENCE
    editor.selectAll()
    editor.source = "2025/1"
    editor.insertFromMimeData(data)
    assert [block.parts for block in blocks(editor)] == [(block.text,) for block in BLOCKS]


def test_words_of_other_programs_become_paragraphs_without_objects(editor):
    data = QMimeData()
    data.setText("Một\r\n\r\nHai \ufffc<b>x</b>")
    data.setHtml("<b>khác</b>")
    editor.selectAll()
    editor.insertFromMimeData(data)
    assert [block.text for block in blocks(editor)] == ["Một", "Hai <b>x</b>"]


def test_a_figure_is_found_by_keys_and_its_rows_are_asked_for(qtbot, editor):
    wanted = []
    editor.figure_wanted.connect(wanted.append)
    step = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(editor, key, step)
    assert editor.figure() == TOTAL
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Left, step)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wanted == ["total", "done"]
    assert blocks(editor) == BLOCKS


def test_a_figure_is_opened_by_a_double_click_and_chosen_by_a_click(qtbot, editor):
    wanted = []
    editor.figure_wanted.connect(wanted.append)
    place(editor, "Đã hoàn thành ")
    point = editor.cursorRect().center() + QPoint(8, 0)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor.figure() == DONE and editor.textCursor().hasSelection()
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert wanted == ["done"]


def test_a_changed_figure_says_what_it_is_now(editor):
    section = editor.section()
    editor.explain({"done": "Đã hoàn thành"})
    section.show_present({"done": "02", "total": None})
    assert (section.mark(DONE), section.mark(TOTAL)) == ("nay là 02", "không còn tính được")
    assert editor.told_of(DONE).startswith("Đã hoàn thành: 01, nay là 02.")
    assert "kỳ trước" in editor.told_of(LiveFigure("done_before", "01"))
    assert not section.is_changed()
    section.take_present()
    assert section.figures() == [LiveFigure("done", "02"), TOTAL]
    section.undo()
    assert blocks(editor) == BLOCKS


def test_a_locked_editor_changes_nothing(qtbot, editor):
    editor.setReadOnly(True)
    place(editor, "Kết quả")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_A):
        qtbot.keyClick(editor, key)
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert blocks(editor) == BLOCKS
    assert blocks(editor)[1].level == PARAGRAPH


def test_a_long_section_is_filled_piece_by_piece(qtbot):
    blocks_ = tuple(DraftBlock((f"- Nhiệm vụ {number} ", DONE)) for number in range(400))
    section = SectionDocument(blocks_, {}, None)
    assert not section.is_filled and section.blocks() == blocks_
    while not section.is_filled:
        section.fill_on()
    assert section.blocks() is blocks_ and not section.isUndoAvailable()
    QTextCursor(section).insertText("Mới ")
    assert section.is_changed() and section.blocks()[1:] == blocks_[1:]


def test_the_menu_of_a_right_click_is_vietnamese(editor):
    editor.selectAll()
    words = [action.text().partition("\t")[0] for action in build_text_menu(editor).actions() if action.text()]
    assert words == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Chọn hết"]
