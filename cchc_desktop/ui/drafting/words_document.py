"""The paragraphs of one section of a report as an editable document; undo is the document's own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from cchc_desktop.domain.papers.report_text import DraftBlock, LiveFigure
from cchc_desktop.ui.drafting.figures import (
    FigurePainter,
    block_of,
    blocks_in,
    figure_format,
    figure_places,
    insert_blocks,
)

PARAGRAPH, HEADING, SUBHEADING = 0, 2, 3
LEVELS = (PARAGRAPH, HEADING, SUBHEADING)
_PIECE = 60
"""Paragraphs that are put in at once: a list of thousands is filled while the window lives."""


class SectionDocument(QTextDocument):
    """Holds the blocks of one section; a long one is filled piece by piece and is not to be edited before its end.

    What nobody edited is never read back from the letters.
    """

    def __init__(self, blocks: tuple[DraftBlock, ...], present: Mapping[str, str | None], parent: QObject) -> None:
        super().__init__(parent)
        self._given = blocks
        self._filled = 0
        self._painter = FigurePainter(self)
        self._painter.present = present
        self._headings = _Headings(self)
        self.setUndoRedoEnabled(False)
        self.fill_on()

    @property
    def is_filled(self) -> bool:
        """Tell whether all paragraphs stand there."""
        return self._filled >= len(self._given)

    def fill_on(self) -> None:
        """Put the next paragraphs in."""
        cursor = QTextCursor(self)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._filled:
            cursor.insertBlock()
        insert_blocks(cursor, self._given[self._filled : self._filled + _PIECE])
        self._filled += _PIECE
        if self.is_filled:
            self.setUndoRedoEnabled(True)
        self.setModified(False)

    def is_changed(self) -> bool:
        """Tell whether a person edited something since it was given or stored."""
        return self.is_filled and self.isModified()

    def blocks(self) -> tuple[DraftBlock, ...]:
        """Return the paragraphs as they stand."""
        return blocks_in(self) if self.is_changed() else self._given

    def take_stored(self, blocks: tuple[DraftBlock, ...]) -> None:
        """Take paragraphs as stored; what was typed since then is still to be stored."""
        if self.blocks() == blocks:
            self._given = blocks
            self.setModified(False)

    def figures(self) -> list[LiveFigure]:
        """Return the figures in their order."""
        return [part for block in self.blocks() for part in block.parts if isinstance(part, LiveFigure)]

    def show_present(self, present: Mapping[str, str | None]) -> None:
        """Mark the figures that are others by now; that is no edit."""
        if dict(present) != dict(self._painter.present):
            self._painter.present = present
            self.markContentsDirty(0, self.characterCount())

    def mark(self, live: LiveFigure) -> str:
        """Return what stands beside a figure, '' where it shows what is counted now."""
        return self._painter.mark(live)

    def take_present(self) -> None:
        """Let the figures show what is counted now, as one step that can be undone."""
        while not self.is_filled:
            self.fill_on()
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        for position, live in list(figure_places(self)):
            now = self._painter.present.get(live.name)
            if now is not None and now != live.shown:
                cursor.setPosition(position)
                cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(figure_format(LiveFigure(live.name, now)))
        cursor.endEditBlock()


def set_level(cursor: QTextCursor, level: int) -> None:
    """Make paragraphs headings or headings paragraphs: all that a cursor's selection touches."""
    change = QTextBlockFormat()
    change.setHeadingLevel(level)
    cursor.mergeBlockFormat(change)


def move_blocks(cursor: QTextCursor, step: int) -> QTextCursor | None:
    """Move the paragraphs that a selection touches up (-1) or down (1); return the selection there, None at an end."""
    document = cursor.document()
    first, last = _touched(cursor)
    other = first.previous() if step < 0 else last.next()
    if not other.isValid():
        return None
    number, count = first.blockNumber() + step, last.blockNumber() - first.blockNumber()
    whole = QTextCursor(document)
    whole.setPosition(min(first.position(), other.position()))
    whole.setPosition(max(_end(last), _end(other)), QTextCursor.MoveMode.KeepAnchor)
    moved = _between(first, last)
    passed = _between(other, other)
    insert_whole(whole, (*moved, *passed) if step < 0 else (*passed, *moved))
    chosen = QTextCursor(document.findBlockByNumber(number))
    chosen.setPosition(_end(document.findBlockByNumber(number + count)), QTextCursor.MoveMode.KeepAnchor)
    return chosen


def remove_blocks(cursor: QTextCursor) -> None:
    """Take away the paragraphs that a selection touches; the last one of a document is emptied instead."""
    first, last = _touched(cursor)
    begin, end = first.position(), _end(last)
    if last.next().isValid():
        end += 1
    elif first.previous().isValid():
        begin -= 1
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def insert_whole(cursor: QTextCursor, blocks: tuple[DraftBlock, ...]) -> None:
    """Put paragraphs in the place of whole ones that are selected, blank ones too."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    insert_blocks(cursor, blocks)
    cursor.endEditBlock()


def _touched(cursor: QTextCursor) -> tuple[QTextBlock, QTextBlock]:
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    ends_before = last.position() == cursor.selectionEnd() and last.blockNumber() > first.blockNumber()
    return first, last.previous() if ends_before else last


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _between(first: QTextBlock, last: QTextBlock) -> tuple[DraftBlock, ...]:
    """Return paragraphs as they stand, blank ones too."""
    found, block = [], first
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        found.append(block_of(block))
        block = block.next()
    return tuple(found)


class _Headings(QSyntaxHighlighter):
    """Lets headings stand out; on paper they get their numbers and letters from the layout."""

    def highlightBlock(self, text: str) -> None:
        level = self.currentBlock().blockFormat().headingLevel()
        if level:
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setFontItalic(level == SUBHEADING)
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, look)
