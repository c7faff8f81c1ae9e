"""The history on paper: A4 landscape, a table whose header repeats, page numbers at the top from page 2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize

from cchc_desktop.domain.history import ChangeLine, LoggedOperation
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.differences import MarkedText
from cchc_desktop.ui.history.lines_model import marked_words
from cchc_desktop.ui.history.sheet import Cell, Column, Sheet

_MARGINS_MM = QMarginsF(15, 15, 15, 15)
_COLUMNS = (
    Column("TT", 4, Qt.AlignmentFlag.AlignHCenter),
    Column("Thời gian", 9),
    Column("Người thực hiện", 12),
    Column("Nội dung", 18),
    Column("Kế hoạch", 17),
    Column("Thay đổi", 40),
)
_MOST_LINES = 8
_LONGEST_NAME = 120
_WHOLE = 160
"""Characters up to which a text is printed whole, also where little of it differs."""


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
    centre = Qt.AlignmentFlag.AlignHCenter
    counted = f"{words.count_words(len(rows))} thao tác. In lúc {words.moment_words(now)}."
    sheet = Sheet(device)
    sheet.add_words("NHẬT KÝ THAO TÁC", 14, centre, bold=True)
    sheet.add_words(filter_words or "Toàn bộ nhật ký", 11, centre, above=2)
    sheet.add_words(counted, 10, centre, above=2, below=8, italic=True)
    sheet.add_table(_COLUMNS, [_cells(number, row) for number, row in enumerate(rows, start=1)])
    if note:
        sheet.add_words(note, 10, Qt.AlignmentFlag.AlignLeft, above=6)
    sheet.end()


def _cells(number: int, row: PrintedOperation) -> tuple[Cell, ...]:
    operation = row.operation
    state = words.state_words(operation).lower()
    plain = (
        str(number),
        words.moment_words(operation.at),
        operation.who,
        f"{operation.title} ({state})" if state else operation.title,
        row.plan,
    )
    return *([MarkedText(text)] for text in plain), _changes(row.lines)


def _changes(lines: Sequence[ChangeLine]) -> Cell:
    shown = [_change(line) for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown.append(MarkedText(f"… và {words.count_words(len(lines) - _MOST_LINES)} thay đổi khác."))
    return shown or [MarkedText("Không thay đổi nội dung nào.")]


def _change(line: ChangeLine) -> MarkedText:
    """Return one change as a paragraph: whole texts where they are short, else what differs with words around it."""
    head = MarkedText(f"{_short(words.object_words(line))}. {words.field_words(line)}")
    if words.is_whole_row(line):
        return _joined(head, MarkedText("."))
    old, new = (value if len(value.text) <= _WHOLE else value.without_ends() for value in marked_words(line))
    if not old.text:
        return _joined(head, MarkedText(" "), new)
    return _joined(head, MarkedText(": "), old, MarkedText(" → "), new)


def _joined(*parts: MarkedText) -> MarkedText:
    text, spans = "", []
    for part in parts:
        spans += [(len(text) + start, len(text) + end) for start, end in part.spans]
        text += part.text
    return MarkedText(text, tuple(spans))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rpartition(" ")[0] + "…"
