"""A form as its reader found it, and its next version, in which one row is called otherwise."""

from __future__ import annotations

from cchc_desktop.domain.forms.cells import CellKind, FormReading, ReadCell

SHEET = "Biểu 01"
DONE, LATE, TALKS = "Số nhiệm vụ đã hoàn thành", "Số nhiệm vụ chậm tiến độ", "Số cuộc tuyên truyền"
MEETINGS = "Số hội nghị tuyên truyền"
HEADS = ("Nội dung", "Kỳ này", "Kỳ trước", "Ghi chú")
DONE_NOW, DONE_BEFORE, LATE_NOW, TALKS_NOW = (f"{SHEET}!{place}" for place in ("B2", "C2", "B3", "B4"))
ORDER = [f"{SHEET}!{column}{row}" for row in (2, 3, 4) for column in "BCD"]


def reading(*labels: str) -> FormReading:
    """Return a sheet with a row for each label, and a last row of formulas."""
    cells = [_cell(1, column, words) for column, words in enumerate(HEADS, start=1)]
    for row, label in enumerate(labels, start=2):
        kinds = (CellKind.TEXT, CellKind.NUMBER, CellKind.NUMBER, CellKind.TEXT)
        cells += [_cell(row, column, "" if column > 1 else label, kind) for column, kind in enumerate(kinds, start=1)]
    last = len(labels) + 2
    cells += [_cell(last, 1, "Cộng"), _cell(last, 2, "=SUM(B2:B4)", CellKind.FORMULA)]
    return FormReading("", tuple(cells), ())


def _cell(row: int, column: int, words: str = "", takes: CellKind = CellKind.TEXT) -> ReadCell:
    return ReadCell(f"{SHEET}!{'ABCD'[column - 1]}{row}", SHEET, row, column, words, takes=takes)


FIRST, NEXT = reading(DONE, LATE, TALKS), reading(DONE, LATE, MEETINGS)
