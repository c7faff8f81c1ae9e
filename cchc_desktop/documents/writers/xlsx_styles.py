"""Cell styles of a workbook: each style of the model becomes one entry of its style table (18.8.10)."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.fonts import OFFICE_FONT
from cchc_desktop.documents.model import TextStyle

Frame = tuple[bool, bool]
"""Whether a framed cell has its upper and its lower edge; the rows of one row that was split have none between."""

FULL_FRAME: Frame = (True, True)


TEXT = "@"
"""The number format of text (18.8.30)."""


class CellKind(NamedTuple):
    """What a cell's style has besides the letters: edges, the prefix that makes text of anything, how numbers look.

    `indent` counts steps of three spaces of the default font (18.8.1); `shrinks` makes words smaller that would not
    fit on their line.
    """

    frame: Frame | None = None
    quoted: bool = False
    number_format: str = TEXT
    indent: int = 0
    shrinks: bool = False


class SheetStyles:
    """Gives style numbers; a style is made through a cell that never enters the sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[TextStyle, CellKind], int] = {}
        self._plain: dict[tuple[TextStyle, Frame, bool], int] = {}

    def id_of(self, style: TextStyle, kind: CellKind) -> int:
        """Return the number of a style."""
        number = self._known.get((style, kind))
        if number is None:
            number = self._known[style, kind] = self._make(style, kind)
        return number

    def id_of_text(self, style: TextStyle, frame: Frame, quoted: bool) -> int:
        """Return the number of the style of a framed text, as nearly every cell has it: the short way."""
        key = style, frame, quoted
        number = self._plain.get(key)
        if number is None:
            number = self._plain[key] = self.id_of(style, CellKind(frame, quoted))
        return number

    def _make(self, style: TextStyle, kind: CellKind) -> int:
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(name=OFFICE_FONT, size=style.size, bold=style.bold, italic=style.italic)
        cell.alignment = _alignment(style, kind)
        cell.number_format = kind.number_format
        if kind.frame:
            edge, none = Side(style="thin"), Side()
            top, bottom = (edge if has_edge else none for has_edge in kind.frame)
            cell.border = Border(left=edge, right=edge, top=top, bottom=bottom)
        cell.quotePrefix = kind.quoted
        return int(cell.style_id)


def _alignment(style: TextStyle, kind: CellKind) -> Alignment:
    return Alignment(
        horizontal=style.align,
        vertical="center" if style.valign == "middle" else "top",
        wrap_text=not kind.shrinks,
        shrink_to_fit=kind.shrinks or None,
        indent=kind.indent,
    )
