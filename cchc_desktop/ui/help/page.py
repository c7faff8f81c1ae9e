"""The page of the guide: a chapter with its pictures, the words searched for marked in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from cchc_desktop import paths
from cchc_desktop.ui import theme
from cchc_desktop.ui.help.page_look import dress, pictures_in
from cchc_desktop.ui.widgets.hits import hit_spans

_MARGIN = 20


class GuidePage(QTextBrowser):
    """Shows Markdown; a link to another chapter is told, pictures come from resources/help and from nowhere else."""

    chapter_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Trang hướng dẫn"))
        self.anchorClicked.connect(self._follow)
        self._hits: list[tuple[int, int]] = []

    def show_text(self, text: str) -> None:
        """Show Markdown from its beginning."""
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(_MARGIN)
        self.setDocument(document)
        document.setMarkdown(text)
        dress(document, theme.current())
        self._fit_pictures()
        self._begin_at(document.begin())

    def show_heading(self, words: str) -> None:
        """Show the page from a heading on, from its beginning where there is none of these words."""
        block = self.document().begin()
        while block.isValid() and not (block.blockFormat().headingLevel() and block.text() == words):
            block = block.next()
        self._begin_at(block if block.isValid() else self.document().begin())

    def _begin_at(self, block: QTextBlock) -> None:
        """Let a block be the first that is seen; the cursor goes there too, or the page would follow it elsewhere."""
        self.setTextCursor(QTextCursor(block))
        is_first = block == self.document().begin()
        top = 0 if is_first else self.document().documentLayout().blockBoundingRect(block).top() - _MARGIN / 2
        self.verticalScrollBar().setValue(round(top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        """Make each picture as wide as the page, never wider than it is; Qt's own scaling leaves letters ragged."""
        document, ratio = self.document(), self.devicePixelRatioF()
        width = round((self.viewport().width() - 2 * _MARGIN) * ratio)
        for name in pictures_in(document):
            picture = QImage(str(paths.resource("help", name)))
            if picture.width() > width > 0:
                picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
        document.markContentsDirty(0, document.characterCount())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Read nothing by itself: pictures are put into the document when it is shown."""
        return None

    def mark(self, words: str) -> None:
        """Mark every place of the words on the page, and go to the first."""
        self._hits = list(hit_spans(self.document().toPlainText(), tuple(words.split()))) if words else []
        self.setExtraSelections([self._marked(start, end) for start, end in self._hits])
        if self._hits:
            self._go_to(self._hits[0])

    def next_hit(self) -> None:
        """Go to the next marked place, from the last one to the first."""
        here = self.textCursor().position()
        if self._hits:
            self._go_to(next((hit for hit in self._hits if hit[0] >= here), self._hits[0]))

    def _go_to(self, hit: tuple[int, int]) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(hit[1])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.format = QTextCharFormat()
        mark.format.setBackground(QColor(theme.current().soon.fill))
        return mark

    def _follow(self, link: QUrl) -> None:
        if link.fileName().endswith(".md"):
            self.chapter_wanted.emit(link.fileName().removesuffix(".md"))
