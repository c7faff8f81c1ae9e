"""The history on paper: A4 landscape, a table whose header repeats, page numbers at the top from page 2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from cchc_desktop.domain.history import ChangeLine, LoggedOperation
from cchc_desktop.ui.history import words

FONT_FAMILIES = ("Times New Roman", "Liberation Serif", "Noto Serif")
_MARGINS_MM = QMarginsF(15, 15, 15, 15)
_HEADERS = ("TT", "Thời gian", "Người thực hiện", "Nội dung", "Kế hoạch", "Thay đổi")
_WIDTHS = (4, 9, 12, 18, 17, 40)
"""Per cent of the paper's width."""
_POINT = 96 / 72
"""A point in the unit of Qt's document formats, which it scales to the device by itself."""
_MOST_LINES = 8
_LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class PrintedOperation:
    """One row on paper: an operation, its plan's title, what it changed."""

    operation: LoggedOperation
    plan: str
    lines: Sequence[ChangeLine]


def page_layout() -> QPageLayout:
    """Return the paper: A4 landscape with margins of 15 mm."""
    landscape = QPageLayout.Orientation.Landscape
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), landscape, _MARGINS_MM, QPageLayout.Unit.Millimeter)


def print_history(
    device: QPagedPaintDevice, rows: Sequence[PrintedOperation], filter_words: str, now: datetime, note: str = ""
) -> None:
    """Draw the history on a device whose page layout is set."""
    document = _Paper(device, rows, filter_words, now, note).document
    painter = QPainter(device)
    size = document.pageSize()
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        painter.save()
        painter.translate(0, -page * size.height())
        _draw_page(painter, document, QRectF(QPointF(0, page * size.height()), size))
        painter.restore()
        _draw_number(painter, document, page + 1, size)
    painter.end()


def _draw_page(painter: QPainter, document: QTextDocument, area: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))  # the window's theme stays off the paper
    painter.setClipRect(area)
    document.documentLayout().draw(painter, context)


def _draw_number(painter: QPainter, document: QTextDocument, number: int, size: QSizeF) -> None:
    if number > 1:
        font = QFont(document.defaultFont())
        painter.setFont(font)
        painter.setPen(QColor("black"))
        height = QFontMetricsF(font, painter.device()).height()
        painter.drawText(QRectF(0, 0, size.width(), height), Qt.AlignmentFlag.AlignHCenter, str(number))


class _Paper:
    """Builds the document for a device."""

    def __init__(
        self,
        device: QPagedPaintDevice,
        rows: Sequence[PrintedOperation],
        filter_words: str,
        now: datetime,
        note: str,
    ) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.documentLayout().setPaintDevice(device)
        self.document.setDefaultFont(_font(10))
        self.document.setPageSize(QSizeF(device.width(), device.height()))
        self.document.setDocumentMargin(0)
        self._keep_room_for_numbers()
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()  # laid out once, at the end
        self._add_head(len(rows), filter_words, now)
        self._add_table(rows)
        if note:
            self._cursor.movePosition(QTextCursor.MoveOperation.End)
            self._add_line(note, 10, Qt.AlignmentFlag.AlignLeft, above=6)
        self._cursor.endEditBlock()

    def _keep_room_for_numbers(self) -> None:
        frame = QTextFrameFormat(self.document.rootFrame().frameFormat())
        frame.setTopMargin(16 * _POINT)
        self.document.rootFrame().setFrameFormat(frame)

    def _add_head(self, count: int, filter_words: str, now: datetime) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._cursor.insertText("NHẬT KÝ THAO TÁC", _characters(14, bold=True))
        self._cursor.setBlockFormat(self._block(centre))
        self._add_line(filter_words or "Toàn bộ nhật ký", 11, centre, above=2)
        counted = f"{words.count_words(count)} thao tác. In lúc {words.moment_words(now)}."
        self._add_line(counted, 10, centre, above=2, below=8, italic=True)

    def _add_line(
        self, text: str, points: int, side: Qt.AlignmentFlag, *, above: int = 0, below: int = 0, italic: bool = False
    ) -> None:
        self._cursor.insertBlock(self._block(side, above, below))
        self._cursor.insertText(text, _characters(points, italic=italic))

    def _add_table(self, rows: Sequence[PrintedOperation]) -> None:
        table = self._cursor.insertTable(len(rows) + 1, len(_HEADERS), self._table_format())
        for column, header in enumerate(_HEADERS):
            self._fill(table, 0, column, [header], bold=True, side=Qt.AlignmentFlag.AlignHCenter)
        for number, row in enumerate(rows, start=1):
            for column, lines in enumerate(_cells(number, row)):
                side = Qt.AlignmentFlag.AlignHCenter if column == 0 else Qt.AlignmentFlag.AlignLeft
                self._fill(table, number, column, lines, side=side)

    def _fill(
        self,
        table: QTextTable,
        row: int,
        column: int,
        lines: Sequence[str],
        *,
        bold: bool = False,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        cell: QTextTableCell = table.cellAt(row, column)
        cursor = cell.firstCursorPosition()
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock(self._block(side, above=1))
            else:
                cursor.setBlockFormat(self._block(side))
            cursor.insertText(line, _characters(10, bold=bold))

    def _block(self, side: Qt.AlignmentFlag, above: int = 0, below: int = 0) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setAlignment(side)
        block.setTopMargin(above * _POINT)
        block.setBottomMargin(below * _POINT)
        return block

    def _table_format(self) -> QTextTableFormat:
        table = QTextTableFormat()
        table.setHeaderRowCount(1)
        table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in _WIDTHS])
        table.setCellPadding(3 * _POINT)
        table.setCellSpacing(0)
        table.setBorder(1)
        table.setBorderCollapse(True)
        table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        table.setBorderBrush(QBrush(QColor("black")))
        return table


def _cells(number: int, row: PrintedOperation) -> tuple[Sequence[str], ...]:
    operation = row.operation
    title = f"{operation.title} ({words.UNDONE.lower()})" if operation.undone else operation.title
    return (
        [str(number)],
        [words.moment_words(operation.at)],
        [operation.who],
        [title],
        [row.plan],
        _line_words(row.lines),
    )


def _line_words(lines: Sequence[ChangeLine]) -> list[str]:
    shown = [_cut(_one_line(line)) for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown.append(f"… và {words.count_words(len(lines) - _MOST_LINES)} thay đổi khác.")
    return shown or ["Không thay đổi nội dung nào."]


def _one_line(line: ChangeLine) -> str:
    head = f"{words.object_words(line)}. {words.field_words(line)}"
    if not line.field:
        return f"{head}."
    old, new = words.value_words(line)
    return f"{head}: {old} → {new}" if old else f"{head} {new}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_WORDS else text[:_LONGEST_WORDS].rstrip() + "…"


def _font(points: int) -> QFont:
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPointSize(points)
    return font


def _characters(points: int, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    characters = QTextCharFormat()
    font = _font(points)
    font.setBold(bold)
    font.setItalic(italic)
    characters.setFont(font)
    return characters
