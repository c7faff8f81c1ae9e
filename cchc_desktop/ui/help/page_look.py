"""How a chapter looks: Markdown has structure only, sizes and spaces come from here, in proportion to the text size."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from cchc_desktop.ui.tokens import Tokens

_HEADINGS = {1: 1.6, 2: 1.2, 3: 1.1}
"""Sizes of headings beside the body's text, by level."""
_CLOSE, _APART = 0.3, 0.8
_LINE = 135
"""Height of a line in percent."""


def dress(document: QTextDocument, tokens: Tokens) -> None:
    """Give a document that was read from Markdown its sizes, spaces and colours."""
    block = document.begin()
    while block.isValid():
        _dress_block(block, tokens)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, tokens)


def _dress_block(block: QTextBlock, tokens: Tokens) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    space = block.document().defaultFont().pointSizeF()
    look = QTextBlockFormat()
    if not any(piece.charFormat().isImageFormat() for piece in _pieces(block)):  # it would be stretched by room
        look.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    look.setTopMargin(space * 1.4 if level > 1 else 0)
    look.setBottomMargin(space * _space_below(block, cursor))
    cursor.mergeBlockFormat(look)
    if level:
        _dress_heading(cursor, level, space, tokens)
    else:
        _dress_words(block, tokens)


def _space_below(block: QTextBlock, cursor: QTextCursor) -> float:
    """Return the space below a block beside the text's size: entries of a list stand close, a table has its own."""
    if cursor.currentTable() is not None:
        return 0
    return _CLOSE if block.textList() and block.next().textList() else _APART


def _dress_heading(cursor: QTextCursor, level: int, points: float, tokens: Tokens) -> None:
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    letters = cursor.charFormat()
    letters.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)  # it wins over a size
    letters.setFontPointSize(points * _HEADINGS.get(level, 1.0))
    letters.setFontWeight(QFont.Weight.DemiBold)
    letters.setForeground(QBrush(QColor(tokens.accent if level > 1 else tokens.text)))
    cursor.setCharFormat(letters)


def _dress_words(block: QTextBlock, tokens: Tokens) -> None:
    """Let keys look like keys: Markdown's code is in a typewriter's letters, which no key has."""
    for cursor in [_around(piece, block) for piece in _pieces(block) if piece.charFormat().fontFixedPitch()]:
        letters = QTextCharFormat()
        letters.setFontFamilies(block.document().defaultFont().families())
        letters.setFontFixedPitch(False)
        letters.setFontWeight(QFont.Weight.DemiBold)
        letters.setBackground(QBrush(QColor(tokens.group)))
        cursor.mergeCharFormat(letters)


def pictures_in(document: QTextDocument) -> list[str]:
    """Return the names of the pictures of a document, as its Markdown names them."""
    names = []
    block = document.begin()
    while block.isValid():
        looks = [piece.charFormat() for piece in _pieces(block)]
        names += [look.toImageFormat().name() for look in looks if look.isImageFormat()]
        block = block.next()
    return names


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    pieces = []
    walk = block.begin()
    while not walk.atEnd():
        pieces.append(walk.fragment())
        walk += 1
    return pieces


def _around(piece: QTextFragment, block: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(block.document())
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _dress_table(table: QTextTable, tokens: Tokens) -> None:
    look = table.format()
    look.setCellPadding(6)
    look.setCellSpacing(0)
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(QColor(tokens.border)))
    look.setBorderCollapse(True)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if table.columns() == 2:
        look.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, part) for part in (36, 64)])
    table.setFormat(look)
