"""Pages with a table whose header repeats; a row moves to the next page whole and is parted only if none holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from cchc_desktop.ui.history.differences import MarkedText

FONT_FAMILIES = ("Times New Roman", "Liberation Serif", "Noto Serif")
_BODY = 10
_PADDING = 3
_BORDER = 0.5
_NUMBER_ROOM = 16
"""Points: body text, room around it in a cell, width of a rule, and the room for page numbers."""

Cell = Sequence[MarkedText]
"""Paragraphs, one below the other."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its share of the width in per cent, and where its words stand."""

    header: str
    share: float
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class _Line:
    """One laid-out line of a cell; it keeps its layout alive."""

    layout: QTextLayout
    number: int
    height: float


class Sheet:
    """Draws on a device whose page layout is set, from top to bottom; `end` finishes the last page."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        self._device = device
        self._painter = QPainter(device)
        self._painter.setPen(QColor("black"))  # the window's theme stays off the paper
        self._point = device.logicalDpiY() / 72
        self._width, self._bottom = float(device.width()), float(device.height())
        self._page = 1
        self._y = self._top = _NUMBER_ROOM * self._point

    def add_words(
        self, words: str, points: int, side: Qt.AlignmentFlag, *, above: int = 0, below: int = 0,
        bold: bool = False, italic: bool = False,
    ) -> None:  # fmt: skip
        """Draw a paragraph over the whole width; `above` and `below` are points of room."""
        lines = self._laid_out([MarkedText(words)], self._font(points, bold, italic), self._width, side)
        if self._y + above * self._point + _height(lines) > self._bottom:
            self._next_page()
        self._y += above * self._point
        self._draw_lines(lines, 0.0, self._y)
        self._y += _height(lines) + below * self._point

    def add_table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Draw a table; its header stands on every page that holds one of its rows."""
        centre = Qt.AlignmentFlag.AlignHCenter
        widths = [self._width * column.share / 100 for column in columns]
        bold = self._font(_BODY, bold=True)
        header = [
            self._laid_out([MarkedText(column.header)], bold, self._inner(width), centre)
            for column, width in zip(columns, widths, strict=True)
        ]
        is_first = True
        for row in rows:
            cells = [
                self._laid_out(cell, self._font(_BODY), self._inner(width), column.side)
                for column, width, cell in zip(columns, widths, row, strict=True)
            ]
            self._add_row(cells, header, widths, is_first)
            is_first = False

    def end(self) -> None:
        """Finish the last page."""
        self._draw_number()
        self._painter.end()

    # --- rows

    def _add_row(
        self, cells: list[list[_Line]], header: list[list[_Line]], widths: Sequence[float], needs_header: bool
    ) -> None:
        needed = self._row_height(cells) + (self._row_height(header) if needs_header else 0)
        if self._y + needed > self._bottom and self._row_height(cells) <= self._room_below(header):
            self._next_page()
            needs_header = True
        while True:
            if needs_header:
                self._draw_row(header, widths)
            taken = [self._fitting(cell) for cell in cells]
            if any(taken) or not any(cells):
                self._draw_row([cell[:count] for cell, count in zip(cells, taken, strict=True)], widths)
                cells = [cell[count:] for cell, count in zip(cells, taken, strict=True)]
            if not any(cells):
                return
            self._next_page()
            needs_header = True

    def _room_below(self, header: list[list[_Line]]) -> float:
        return self._bottom - self._top - self._row_height(header)

    def _fitting(self, cell: Sequence[_Line]) -> int:
        """Return how many lines of a cell find room on this page."""
        room = self._bottom - self._y - 2 * _PADDING * self._point
        count = 0
        while count < len(cell) and cell[count].height <= room:
            room -= cell[count].height
            count += 1
        return count

    def _draw_row(self, cells: Sequence[Sequence[_Line]], widths: Sequence[float]) -> None:
        height, left = self._row_height(cells), 0.0
        padding = _PADDING * self._point
        pen = self._painter.pen()
        for cell, width in zip(cells, widths, strict=True):
            self._painter.setPen(QPen(pen.color(), _BORDER * self._point))
            self._painter.drawRect(QRectF(left, self._y, width, height))
            self._painter.setPen(pen)
            self._draw_lines(cell, left + padding, self._y + padding)
            left += width
        self._y += height

    def _row_height(self, cells: Sequence[Sequence[_Line]]) -> float:
        return max(map(_height, cells)) + 2 * _PADDING * self._point

    def _inner(self, width: float) -> float:
        return width - 2 * _PADDING * self._point

    # --- lines

    def _laid_out(self, paragraphs: Cell, font: QFont, width: float, side: Qt.AlignmentFlag) -> list[_Line]:
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines = []
        for paragraph in paragraphs:
            layout = QTextLayout(paragraph.text, font, self._device)
            layout.setTextOption(option)
            layout.setFormats([_underlined(start, end) for start, end in paragraph.spans])
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                lines.append(_Line(layout, line.lineNumber(), line.height()))
            layout.endLayout()
        return lines

    def _draw_lines(self, lines: Sequence[_Line], left: float, top: float) -> None:
        for line in lines:
            laid = line.layout.lineAt(line.number)
            laid.draw(self._painter, QPointF(left, top) - QPointF(0, laid.y()))
            top += line.height

    def _font(self, points: int, bold: bool = False, italic: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(FONT_FAMILIES)
        font.setPointSize(points)
        font.setBold(bold)
        font.setItalic(italic)
        return font

    # --- pages

    def _next_page(self) -> None:
        self._draw_number()
        self._device.newPage()
        self._page += 1
        self._y = self._top

    def _draw_number(self) -> None:
        """Draw the number at the top, from the second page on."""
        if self._page > 1:
            font = self._font(_BODY)
            self._painter.setFont(font)
            height = QFontMetricsF(font, self._device).height()
            area = QRectF(0, 0, self._width, height)
            self._painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, str(self._page))


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.height for line in lines)


def _underlined(start: int, end: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    marked.format = QTextCharFormat()
    marked.format.setFontUnderline(True)
    marked.format.setFontWeight(QFont.Weight.Bold)
    return marked
