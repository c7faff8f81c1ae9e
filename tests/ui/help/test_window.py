"""The window with the guide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from cchc_desktop.ui.help.guide import CHAPTERS, FIRST, KEYS
from cchc_desktop.ui.help.page_look import pictures_in
from cchc_desktop.ui.help.window import HelpWindow


@pytest.fixture
def guide(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    window = HelpWindow(lambda: "# Phím tắt\n\n| Phím | Việc làm |\n| --- | --- |\n| `F1` | Hướng dẫn |\n", parent)
    window.open_chapter(FIRST)
    window.show()
    yield window


def _entries(guide: HelpWindow) -> list[str]:
    contents = guide.findChild(QListWidget)
    return [contents.item(row).text() for row in range(contents.count())]


def test_the_contents_list_every_chapter_and_mark_the_present_one(guide) -> None:
    assert _entries(guide) == [each.title for each in CHAPTERS]
    guide.open_chapter(KEYS)
    assert guide.findChild(QListWidget).currentItem().text() == "Phím tắt"
    assert "Hướng dẫn" in guide.page.document().toPlainText()


def test_a_chapter_opens_at_its_beginning_or_at_a_heading(guide) -> None:
    guide.page.setFocus()
    guide.open_chapter("nhap-lieu")
    bar = guide.page.verticalScrollBar()
    assert (bar.value(), guide.page.textCursor().position()) == (0, 0)
    guide.page.show_heading("Như Excel")
    assert 0 < bar.value() <= bar.maximum()
    assert guide.page.textCursor().block().text() == "Như Excel"
    guide.page.show_heading("Không có")
    assert bar.value() == 0


def test_a_heading_is_larger_than_the_text(guide) -> None:
    block = guide.page.document().begin()
    size = block.begin().fragment().charFormat().font().pointSizeF()
    assert size > guide.page.document().defaultFont().pointSizeF() * 1.4


def test_searching_lists_what_holds_the_words_and_goes_to_them(guide) -> None:
    QTest.keyClicks(guide._search, "thung rac")
    assert _entries(guide) == ["Hoàn tác, nhật ký và sao lưu"]
    assert guide.chapter_name() == "an-toan"
    marked = [each.cursor.selectedText().lower() for each in guide.page.extraSelections()]
    assert "thùng" in marked or "thùng rác" in marked


def test_what_stands_nowhere_is_said(guide) -> None:
    QTest.keyClicks(guide._search, "xyzt")
    assert guide._nothing.isVisible()
    assert "xyzt" in guide._nothing.text()


def test_escape_clears_the_search_then_closes(guide) -> None:
    guide._search.setText("lưu")
    QTest.keyClick(guide._search, Qt.Key.Key_Escape)
    assert guide._search.text() == ""
    assert guide.isVisible()
    QTest.keyClick(guide._search, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_a_link_opens_its_chapter_and_back_returns(guide) -> None:
    guide.page.anchorClicked.emit(QUrl("nhap-lieu.md"))
    assert guide.chapter_name() == "nhap-lieu"
    guide._back()
    assert guide.chapter_name() == FIRST


def test_nothing_outside_the_guide_is_read(guide) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert guide.page.loadResource(kind, QUrl("https://example.org/a.png")) is None
    assert guide.page.loadResource(kind, QUrl.fromLocalFile("/etc/hostname")) is None
    guide.page.anchorClicked.emit(QUrl("https://example.org/"))
    assert guide.chapter_name() == FIRST


def test_pictures_are_never_wider_than_the_page(guide) -> None:
    document = guide.page.document()
    names = pictures_in(document)
    assert names
    for width in (620, 900):
        guide.resize(width, 600)
        for name in names:
            picture = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
            assert 0 < picture.width() / picture.devicePixelRatio() <= guide.page.viewport().width()
