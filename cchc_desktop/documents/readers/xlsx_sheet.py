"""One worksheet, streamed: the texts of its cells as a person sees them, its merged cells, and what to doubt.

Streamed here rather than by openpyxl, whose read-only mode knows no merged cells, gives a formula or its
cached value but not both, finds nothing in a file of the strict kind without a word, and whose other mode
hangs on one cell at XFD1048576.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from cchc_desktop.documents.ooxml import PartStream, local_name
from cchc_desktop.documents.raw import Covered, RawCell, RawRow, RawTable, column_letter
from cchc_desktop.documents.readers.cleaning import Cleaned, clean_text
from cchc_desktop.documents.readers.doubts import CONTROLS_REMOVED, EXCEL_CELL_LIMIT, LOOK_AGAIN, Doubts
from cchc_desktop.documents.readers.limits import MAX_COLUMNS, MAX_EMPTY_ROWS, SlotBudget
from cchc_desktop.documents.readers.number_format import display_number
from cchc_desktop.documents.readers.xlsx_parts import Workbook, decode_escapes, rich_text
from cchc_desktop.documents.readers.xml_parser import XmlElement, stream_part

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_EMPTY = RawCell()
_FORMULA = "Ô có công thức; đã lấy giá trị mà Excel lưu lần cuối."
_FORMULA_EMPTY = "Ô có công thức nhưng tệp không lưu giá trị; ô được để trống."
_FORMULA_HINT = "Hãy mở tệp bằng Excel, lưu lại rồi nhập lại, hoặc tự điền giá trị."
_ERROR_VALUE = "Ô có giá trị lỗi của Excel; ô được để trống."


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: 1-based rows, 0-based columns, all four inside the range."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class SheetCells:
    """The texts found in one sheet: row number -> 0-based column -> text, empty cells left out."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The number of columns up to the last text."""
        return max((max(row) + 1 for row in self.rows.values()), default=0)


class SheetReader:
    """Reads the sheets of one workbook; the budget counts the slots of all of them together."""

    def __init__(self, workbook: Workbook, doubts: Doubts, budget: SlotBudget) -> None:
        self._workbook = workbook
        self._doubts = doubts
        self._budget = budget

    def read(self, title: str, stream: PartStream) -> RawTable:
        """Return the sheet as a table: each row that has text, with one slot for every column up to the
        last.
        """
        cells = _CellCollector(title, self._workbook, self._doubts, self._budget).collect(stream)
        return RawTable(title, tuple(_grid(cells, self._budget)), letters=True)


class _CellCollector:
    """One pass over a sheet's XML; it counts rows and columns itself where `r` is missing (18.3.1.4)."""

    def __init__(self, title: str, workbook: Workbook, doubts: Doubts, budget: SlotBudget) -> None:
        self._title = title
        self._workbook = workbook
        self._doubts = doubts
        self._budget = budget
        self._found = SheetCells()
        self._row = 0
        self._column = -1
        self._last_text_row = 0
        self._far: str | None = None

    def collect(self, stream: PartStream) -> SheetCells:
        """Return all texts near the table; a text far away becomes a doubt."""
        for event, element in stream_part(stream, "row", "c", "mergeCell"):
            name = local_name(element.tag)
            if event == "start" and name == "row":
                self._begin_row(element)
            elif event == "end" and name == "c":
                self._take_cell(element)
            elif event == "end" and name == "mergeCell":
                self._take_merge(element.get("ref", ""))
        self._report_far()
        return self._found

    def _begin_row(self, element: XmlElement) -> None:
        self._row = int(element.get("r") or self._row + 1)
        self._column = -1

    def _take_cell(self, cell: XmlElement) -> None:
        self._budget.spend(1)
        reference = _REFERENCE.fullmatch(cell.get("r", ""))
        self._column = _column_number(reference[1]) if reference else self._column + 1
        if self._is_far() and _has_content(cell):
            self._far = self._far or f"{column_letter(self._column)}{self._row}"
            return
        if self._is_far():
            return
        cleaned = self._text(cell)
        if cleaned.text:
            self._found.rows.setdefault(self._row, {})[self._column] = cleaned.text
            self._last_text_row = max(self._last_text_row, self._row)
        self._check(cleaned)

    def _is_far(self) -> bool:
        return self._column >= MAX_COLUMNS or self._row > self._last_text_row + MAX_EMPTY_ROWS

    def _text(self, cell: XmlElement) -> Cleaned:
        parts = {local_name(child.tag): child for child in cell}
        kind = cell.get("t", "n")
        if "f" in parts:
            is_text = kind == "inlineStr" or (kind == "str" and "v" in parts)  # a formula may well give empty text
            self._doubt_formula(is_text or ("v" in parts and bool(parts["v"].text)))
        if kind == "inlineStr":
            return clean_text(decode_escapes(rich_text(parts["is"]))) if "is" in parts else Cleaned("", False)
        value = parts["v"].text if "v" in parts else None
        return self._typed_text(kind, value, cell.get("s")) if value else Cleaned("", False)

    def _typed_text(self, kind: str, value: str, style: str | None) -> Cleaned:
        if kind == "s":
            return self._workbook.strings[_index(value)]
        if kind == "e":
            self._doubt(f"{_ERROR_VALUE} ({value[:20]})", "Hãy sửa công thức trong Excel hoặc tự điền giá trị.")
            return Cleaned("", False)
        if kind == "b":
            return Cleaned("FALSE" if value.strip() == "0" else "TRUE", False)
        if kind == "d":
            return Cleaned(datetime.fromisoformat(value.strip()).strftime("%d/%m/%Y"), False)
        if kind == "n":
            code = self._workbook.format_of(style)
            shown = display_number(float(value), code, epoch_1904=self._workbook.epoch_1904)
            return clean_text(shown)
        return clean_text(decode_escapes(value))

    def _doubt_formula(self, cached: bool) -> None:
        if cached:
            self._doubt(_FORMULA, LOOK_AGAIN)
        else:
            self._doubt(_FORMULA_EMPTY, _FORMULA_HINT)

    def _check(self, cleaned: Cleaned) -> None:
        if cleaned.removed:
            self._doubt(CONTROLS_REMOVED, LOOK_AGAIN)
        if len(cleaned.text) > EXCEL_CELL_LIMIT:
            self._doubts.add_long(self._title, self._row, column_letter(self._column), cleaned.text)

    def _doubt(self, message: str, suggestion: str) -> None:
        self._doubts.add(self._title, self._row, column_letter(self._column), message, suggestion)

    def _report_far(self) -> None:
        if self._far:
            letters, row = _split_reference(self._far)
            message = f"Có dữ liệu nằm rất xa bảng (ô {self._far}), đã bỏ qua."
            self._doubts.add(self._title, row, letters, message, "Hãy kiểm tra ô đó; xóa đi nếu là nhập nhầm.")

    def _take_merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start and end:
            self._budget.spend(1)
            columns = sorted((_column_number(start[1]), _column_number(end[1])))
            rows = sorted((int(start[2]), int(end[2])))
            self._found.merges.append(Merge(rows[0], columns[0], rows[1], columns[1]))


def _grid(cells: SheetCells, budget: SlotBudget) -> Iterator[RawRow]:
    width = cells.width
    budget.spend(width * len(cells.rows))
    numbers = sorted(cells.rows)
    covered = _covered_slots(cells, numbers, width, budget)
    for number in numbers:
        texts = cells.rows[number]
        slots = (covered.get((number, column)) or _own(texts.get(column)) for column in range(width))
        yield RawRow(number, tuple(slots))


def _own(text: str | None) -> RawCell:
    return RawCell(text) if text else _EMPTY


def _covered_slots(
    cells: SheetCells, numbers: list[int], width: int, budget: SlotBudget
) -> dict[tuple[int, int], RawCell]:
    """Return the slots that merged cells cover, in the rows and columns that hold text."""
    covered: dict[tuple[int, int], RawCell] = {}
    for merge in cells.merges:
        right = min(merge.right, width - 1)
        rows = numbers[bisect_left(numbers, merge.top) : bisect_right(numbers, merge.bottom)]
        budget.spend(len(rows) * max(0, right - merge.left + 1))
        anchor = cells.rows.get(merge.top, {}).get(merge.left, "")
        for number in rows:
            direction: Covered = "left" if number == merge.top else "above"
            cell = RawCell(anchor, direction)
            start = merge.left + 1 if number == merge.top else merge.left
            covered.update(((number, column), cell) for column in range(start, right + 1))
    return covered


def _has_content(cell: XmlElement) -> bool:
    return any(local_name(child.tag) in ("v", "f", "is") for child in cell)


def _index(value: str) -> int:
    index = int(value)
    if index < 0:
        raise IndexError(value)
    return index


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _split_reference(reference: str) -> tuple[str, int]:
    letters = reference.rstrip("0123456789")
    return letters, int(reference[len(letters) :])
