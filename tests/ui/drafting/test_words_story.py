"""Editing the words of a report in the window: from Báo cáo and back, kept, taken back, never lost on the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from cchc_desktop.services import periods
from cchc_desktop.services.papers.report_texts import kept_draft
from tests.ui.office.samples import finish
from tests.ui.reports.conftest import scene  # noqa: F401 (the window with Báo cáo)
from tests.ui.reports.test_screen import shown

TYPED = "Đề nghị bố trí kinh phí."


def kept(scene):  # noqa: F811
    return kept_draft(scene.workspace, "2026-Q1", [1])


def test_words_are_edited_kept_undone_and_guarded(scene):  # noqa: F811
    page = scene.open_reports()
    page.words_wanted.emit()
    scene.bot.waitUntil(lambda: scene.on_screen("WordsPage"))
    words = scene.contents._desks.papers.drafting.words.page
    words.pane.list.setCurrentRow(4)
    finish(words.pane.editor, TYPED)
    scene.bot.keyClick(words.pane.editor, Qt.Key.Key_Return)
    scene.bot.keyClicks(words.pane.editor, "Mot")
    scene.bot.keyClick(words.pane.editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # not the plan's command
    assert [block.text for block in words.value().sections[4].blocks] == ["Mot", TYPED]
    scene.bot.keyClick(words.pane.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)  # not a backup point
    scene.bot.waitUntil(lambda: kept(scene) is not None)
    scene.settle()
    assert scene.deed() == "Đã lưu nội dung báo cáo quý I năm 2026." and not words.is_changed()
    words.leave()
    scene.bot.waitUntil(lambda: TYPED in shown(scene))  # the preview follows
    page.words_wanted.emit()
    scene.bot.waitUntil(lambda: scene.on_screen("WordsPage"))
    scene.trigger("undo")
    scene.bot.waitUntil(lambda: not words.shown_words().is_kept)
    assert words.pane.draft().sections[4].blocks == ()

    # left without saving: a strip leads back, closing asks
    words.pane.list.setCurrentRow(4)
    finish(words.pane.editor, TYPED)
    scene.trigger("show_overview")
    assert scene.contents._desks.papers.drafting.words.behind.is_shown()
    scene.window.close()
    box = scene.dialog("QMessageBox")
    assert isinstance(box, QMessageBox) and "chưa được lưu" in box.text()
    box.reject()
    scene.press("Mở lại")
    assert scene.on_screen("WordsPage") and words.is_changed()

    # a closed period: other figures are refused with words, and nothing typed is lost
    scene.session.write(lambda workspace: periods.lock(workspace, "2026-Q1"))
    scene.settle()
    document = words.pane._document(0)
    document.show_present({live.name: "99" for live in document.figures()})
    document.take_present()
    words.save()
    scene.bot.waitUntil(lambda: "đã chốt số liệu" in words.refusal())
    assert words.is_changed() and kept(scene) is None
    words.drop_typed()
