"""Cell styles of a workbook: each style of the model becomes one entry of its style table (18.8.10)."""

from __future__ import annotations

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.fonts import OFFICE_FONT
from cchc_desktop.documents.model import TextStyle

Frame = tuple[bool, bool]
"""Whether a framed cell has its upper and its lower edge; the rows of one row that was split have none between."""

FULL_FRAME: Frame = (True, True)


class SheetStyles:
    """Gives style numbers; a style is made through a cell that never enters the sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[TextStyle, Frame | None, bool], int] = {}

    def id_of(self, style: TextStyle, frame: Frame | None, quoted: bool) -> int:
        """Return the number of a style, with a frame or without, with the prefix that makes text of anything."""
        key = style, frame, quoted
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = self._make(style, frame, quoted)
        return number

    def _make(self, style: TextStyle, frame: Frame | None, quoted: bool) -> int:
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(name=OFFICE_FONT, size=style.size, bold=style.bold, italic=style.italic)
        vertical = "center" if style.valign == "middle" else "top"
        cell.alignment = Alignment(horizontal=style.align, vertical=vertical, wrap_text=True)
        cell.number_format = "@"
        if frame:
            edge, none = Side(style="thin"), Side()
            top, bottom = (edge if has_edge else none for has_edge in frame)
            cell.border = Border(left=edge, right=edge, top=top, bottom=bottom)
        cell.quotePrefix = quoted
        return int(cell.style_id)
