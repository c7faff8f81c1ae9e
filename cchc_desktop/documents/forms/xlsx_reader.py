"""The cells of an Excel form: words, merges, what their formats take, about how many letters fit in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_desktop.documents.forms.gaps import find_gaps, lead_of
from cchc_desktop.documents.forms.package_copy import require_editable
from cchc_desktop.documents.forms.xlsx_parts import (
    ColumnRun,
    Range,
    cell_place,
    cell_reference,
    child_named,
    column_run,
    kind_of_format,
    read_range,
)
from cchc_desktop.documents.ooxml import Package, local_name
from cchc_desktop.documents.raw import RawTable
from cchc_desktop.documents.readers.doubts import Doubts
from cchc_desktop.documents.readers.limits import SlotBudget
from cchc_desktop.documents.readers.xlsx_parts import SheetEntry, Workbook, read_workbook
from cchc_desktop.documents.readers.xlsx_sheet import SheetReader
from cchc_desktop.documents.readers.xml_parser import XmlElement, parse_part, stream_part
from cchc_desktop.domain.errors import RefusedFile
from cchc_desktop.domain.forms.cells import MOST_CELLS, CellKind, ReadCell

_USUAL_WIDTH = 8.43
_MOST_ROWS = 12
_HIDDEN = "Dòng, cột bị ẩn trên trang tính “{}” được giữ nguyên, không điền được."
_TOO_MANY = (
    f"Biểu mẫu có trên {MOST_CELLS:,} ô nên không nhận được. ".replace(",", ".")
    + "Hãy chép riêng biểu cần điền sang một tệp mới rồi thử lại."
)


@dataclass(slots=True)
class _Facts:
    """What a sheet says of its cells besides their words, by 1-based row and column."""

    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    row_styles: dict[int, int] = field(default_factory=dict)
    columns: list[ColumnRun] = field(default_factory=list)
    merges: dict[tuple[int, int], Range] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    width: float = _USUAL_WIDTH

    def style(self, row: int, column: int) -> int:
        """Return the style of a cell, of its row or column where it has none of its own."""
        own = self.styles.get((row, column))
        if own is not None:
            return own
        run = self._run(column)
        return self.row_styles.get(row, run.style if run else 0)

    def letters(self, first: int, last: int) -> float:
        """Return about how many letters of the usual font fit in some columns."""
        widths = (
            run.width if (run := self._run(column)) and run.width else self.width for column in range(first, last + 1)
        )
        return sum(widths)

    def is_hidden(self, one: Range) -> bool:
        """Tell whether nobody sees any of some cells."""
        runs = [self._run(column) for column in range(one.left, one.right + 1)]
        return all(run and run.is_hidden for run in runs) or self.hidden_rows.issuperset(range(one.top, one.bottom + 1))

    def _run(self, column: int) -> ColumnRun | None:
        return next((run for run in self.columns if run.first <= column <= run.last), None)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The cell styles whose words go on in further lines, and those with lines around (18.8.1, 18.8.4)."""

    wraps: frozenset[int] = frozenset()
    framed: frozenset[int] = frozenset()


def xlsx_cells(package: Package, notes: list[str]) -> Iterator[ReadCell]:
    """Yield the cells and gaps of the visible sheets in reading order; `notes` gets what cannot be filled."""
    workbook = read_workbook(package)
    looks = _looks(package)
    reader = SheetReader(workbook, Doubts(), SlotBudget())
    given = 0
    for sheet in workbook.sheets:
        if sheet.hidden:
            notes.append(f"Trang tính “{sheet.title}” bị ẩn được giữ nguyên, không điền được.")
            continue
        require_editable(package.size(sheet.part))
        for cell in _sheet(package, workbook, sheet, reader, looks, notes):
            given += 1
            if given > MOST_CELLS:
                raise RefusedFile(_TOO_MANY)
            yield cell


def _sheet(
    package: Package, workbook: Workbook, sheet: SheetEntry, reader: SheetReader, looks: _Looks, notes: list[str]
) -> Iterator[ReadCell]:
    with package.open(sheet.part) as stream:
        table = reader.read(sheet.title, stream)
    facts = _facts(package, sheet.part)
    for row in table.rows:
        for index, slot in enumerate(row.cells):
            place = row.number, index + 1
            merge = facts.merges.get(place, Range(*place, *place))
            if slot.covered or place != (merge.top, merge.left):
                continue
            if facts.is_hidden(merge):
                notes.append(_HIDDEN.format(sheet.title))
                continue
            cell = _cell(table, facts, workbook, looks, merge, slot.text)
            yield cell
            if not cell.is_blank and cell.takes is not CellKind.FORMULA:
                yield from _gaps(cell)


def _cell(table: RawTable, facts: _Facts, workbook: Workbook, looks: _Looks, merge: Range, words: str) -> ReadCell:
    row, column = merge.top, merge.left
    style = facts.style(row, column)
    takes = kind_of_format(workbook.format_of(str(style)))
    letters = facts.letters(column, merge.right)
    return ReadCell(
        address=f"{table.name}!{cell_reference(row, column)}",
        table=table.name,
        row=row,
        column=column,
        words=words,
        rows=merge.bottom - row + 1,
        columns=merge.right - column + 1,
        takes=CellKind.FORMULA if (row, column) in facts.formulas else takes,
        room=round(letters * _MOST_ROWS if style in looks.wraps else letters),
        is_framed=style in looks.framed,
    )


def _gaps(cell: ReadCell) -> Iterator[ReadCell]:
    before = 0
    for number, gap in enumerate(find_gaps(cell.words), start=1):
        yield ReadCell(
            f"{cell.address}:{number}", cell.table, cell.row, cell.column, cell.words[gap.start : gap.end],
            gap=number, lead=lead_of(cell.words, gap, before),
        )  # fmt: skip
        before = gap.end


def _facts(package: Package, part: str) -> _Facts:
    facts = _Facts()
    row, column = 0, 0
    with package.open(part) as stream:
        for event, element in stream_part(stream, "row", "c", "mergeCell", "col", "sheetFormatPr"):
            name = local_name(element.tag)
            if event == "start" and name == "row":
                row, column = int(element.get("r") or row + 1), 0
                if element.get("hidden") in ("1", "true"):
                    facts.hidden_rows.add(row)
                if element.get("customFormat") in ("1", "true"):
                    facts.row_styles[row] = int(element.get("s", "0"))
            elif event == "end" and name == "c":
                place = cell_place(element.get("r", ""))
                column = place[1] if place else column + 1
                _take_cell(facts, (row, column), element)
            elif event == "end" and name == "mergeCell":
                _take_merge(facts, element)
            elif event == "end" and name == "col":
                facts.columns.append(column_run(element))
            elif event == "end" and name == "sheetFormatPr":
                facts.width = float(element.get("defaultColWidth") or facts.width)
    return facts


def _take_cell(facts: _Facts, place: tuple[int, int], element: XmlElement) -> None:
    if element.get("s"):
        facts.styles[place] = int(element.get("s"))
    if any(local_name(child.tag) == "f" for child in element):
        facts.formulas.add(place)


def _take_merge(facts: _Facts, element: XmlElement) -> None:
    """Keep a merge for the cells that it covers, as far as forms reach."""
    merge = read_range(element.get("ref", ""))
    if merge is None:
        return
    for row in range(merge.top, min(merge.bottom, merge.top + MOST_CELLS) + 1):
        for column in range(merge.left, min(merge.right, merge.left + 200) + 1):
            facts.merges[row, column] = merge
        if len(facts.merges) > 10 * MOST_CELLS:
            raise RefusedFile(_TOO_MANY)


def _looks(package: Package) -> _Looks:
    relations = package.relations(package.main_part()).values()
    part = next((one.target for one in relations if one.kind == "styles"), "")
    if not part or not package.has(part):
        return _Looks()
    root = parse_part(package.read(part))
    borders = child_named(root, "borders")
    drawn = {str(number) for number, one in enumerate(borders if borders is not None else ()) if _is_drawn(one)}
    listed = child_named(root, "cellXfs")
    styles = list(enumerate(listed if listed is not None else ()))
    return _Looks(
        frozenset(number for number, xf in styles if any(one.get("wrapText") in ("1", "true") for one in xf)),
        frozenset(number for number, xf in styles if xf.get("borderId", "0") in drawn),
    )


def _is_drawn(border: XmlElement) -> bool:
    return any(side.get("style", "none") != "none" for side in border)
