"""Live figures inside edited words: one letter of the text that shows its number as a tinted field.

A figure is an inline object of the document: the cursor steps over it, deleting takes all of it, and undo brings it
back. Its name and what it showed are properties of that one letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from cchc_desktop.domain.papers.report_text import DraftBlock, LiveFigure, Part
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.ui import theme
from cchc_desktop.ui.words import Words

FIGURE = QTextFormat.ObjectTypes.UserObject.value + 1
_NAME = QTextFormat.Property.UserProperty.value + 1
_SHOWN = QTextFormat.Property.UserProperty.value + 2
_OBJECT = "\ufffc"
"""The letter by which Qt's documents hold an object."""
_BREAKS = str.maketrans({_OBJECT: "", "\u2028": " ", "\u2029": " ", "\n": " ", "\r": " "})
_SIDE = 3.0
"""Pixels between a number and the edge of its field."""
_AFTER = 6.0
"""Pixels between paragraphs."""
_LINE_PERCENT = 125

_words = Words("LiveFigures")


def now_words(now: str | None) -> str:
    """Return what stands beside a number that is another one by now; None: it can no longer be counted."""
    return _words("không còn tính được") if now is None else _words("nay là {}").format(now)


class FigurePainter(QPyTextObject):
    """Draws the figures of one document; `present` says what each is now, by its name."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.present: Mapping[str, str | None] = {}
        document.documentLayout().registerHandler(FIGURE, self)

    def mark(self, live: LiveFigure) -> str:
        """Return what stands beside a figure, '' where it shows what is counted now."""
        now = self.present.get(live.name, live.shown)
        return "" if now == live.shown else now_words(now)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: N803 (Qt)
        live = figure_of(format)
        metrics = QFontMetricsF(doc.defaultFont())
        return QSizeF(metrics.horizontalAdvance(self._text(live)) + 2 * _SIDE, metrics.height())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 (Qt)
        format: QTextFormat,
    ) -> None:
        live, tokens = figure_of(format), theme.current()
        is_changed = bool(self.mark(live))
        fill, edge = (tokens.soon.fill, tokens.soon.text) if is_changed else (tokens.tint, tokens.accent)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(doc.defaultFont())
        painter.setPen(QColor(tokens.text))  # is read through the colour of a selection too
        baseline = rect.top() + QFontMetricsF(doc.defaultFont()).ascent()
        painter.drawText(QPointF(rect.left() + _SIDE, baseline), self._text(live))
        painter.restore()

    def _text(self, live: LiveFigure) -> str:
        mark = self.mark(live)
        return f"{live.shown} ({mark})" if mark else live.shown


# --- formats and reading ---------------------------------------------------------------------------------------------


def figure_format(live: LiveFigure) -> QTextCharFormat:
    """Return the format of the one letter that is a figure."""
    format_ = QTextCharFormat()
    format_.setObjectType(FIGURE)
    format_.setProperty(_NAME, live.name)
    format_.setProperty(_SHOWN, live.shown)
    format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return format_


def is_figure(format_: QTextFormat) -> bool:
    """Tell whether a format is that of a figure."""
    return format_.objectType() == FIGURE


def figure_of(format_: QTextFormat) -> LiveFigure:
    """Return the figure that a format holds."""
    return LiveFigure(str(format_.property(_NAME) or ""), str(format_.property(_SHOWN) or ""))


def block_format(level: int) -> QTextBlockFormat:
    """Return the format of a paragraph (level 0) or a heading (2, 3)."""
    format_ = QTextBlockFormat()
    format_.setHeadingLevel(level)
    format_.setBottomMargin(_AFTER)
    format_.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return format_


def insert_blocks(cursor: QTextCursor, blocks: Iterable[DraftBlock]) -> None:
    """Insert paragraphs at a cursor as one step: the first joins what stands there, unless nothing does."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for number, block in enumerate(blocks):
        if number:
            cursor.insertBlock(block_format(block.level), QTextCharFormat())
        elif cursor.block().length() == 1:  # the end of the paragraph alone
            cursor.setBlockFormat(block_format(block.level))
        for part in block.parts:
            insert_part(cursor, part)
    cursor.endEditBlock()


def insert_part(cursor: QTextCursor, part: Part) -> None:
    """Insert words or a figure at a cursor."""
    if isinstance(part, LiveFigure):
        cursor.insertText(_OBJECT, figure_format(part))
    else:
        cursor.insertText(plain(part), QTextCharFormat())


def plain(words: str) -> str:
    """Return words as they may stand in one paragraph: composed, without letters that break it or stand for objects."""
    return nfc(words).translate(_BREAKS)


def blocks_in(document: QTextDocument) -> tuple[DraftBlock, ...]:
    """Return the paragraphs of a document that hold something."""
    found: list[DraftBlock] = []
    block = document.firstBlock()
    while block.isValid():
        read = block_of(block)
        if read.text.strip():
            found.append(read)
        block = block.next()
    return tuple(found)


def block_of(block: QTextBlock) -> DraftBlock:
    """Return one paragraph as it stands."""
    return DraftBlock(_joined(_parts(block)), block.blockFormat().headingLevel())


def _parts(block: QTextBlock) -> Iterator[Part]:
    if _OBJECT not in (words := block.text()):  # most paragraphs: to go through their fragments takes ten times as long
        yield plain(words)
        return
    for iterator in block:  # type: ignore[attr-defined]  # PySide iterates over fragments
        fragment = iterator.fragment()
        format_ = fragment.charFormat()
        if is_figure(format_):  # figures side by side that are the same come as one fragment
            yield from (figure_of(format_) for letter in fragment.text() if letter == _OBJECT)
        else:
            yield plain(fragment.text())


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    found: list[Part] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] = nfc(found[-1] + part)
        elif part:
            found.append(part)
    return tuple(found)


def figure_places(document: QTextDocument) -> Iterator[tuple[int, LiveFigure]]:
    """Yield all figures of a document with their positions, in their order."""
    block = document.firstBlock()
    while block.isValid():
        for iterator in block if _OBJECT in block.text() else ():  # type: ignore[attr-defined]  # as above
            fragment = iterator.fragment()
            if is_figure(fragment.charFormat()):
                live = figure_of(fragment.charFormat())
                yield from ((fragment.position() + number, live) for number in range(fragment.length()))
        block = block.next()
