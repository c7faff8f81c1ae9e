"""Filling an Excel form: numbers, days and words into cells that keep their style; formulas are worked out anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal

from lxml import etree

from cchc_desktop.documents.forms.gaps import fill_gaps
from cchc_desktop.documents.forms.package_copy import no_such_cell, parse_whole, part_bytes, require_editable
from cchc_desktop.documents.forms.xlsx_parts import (
    ColumnRun,
    cell_place,
    cell_reference,
    child_named,
    children_named,
    column_run,
)
from cchc_desktop.documents.forms.xlsx_styles import QuotedStyles
from cchc_desktop.documents.ooxml import Package, local_name
from cchc_desktop.documents.readers.xlsx_parts import read_workbook
from cchc_desktop.documents.readers.xml_parser import XmlElement
from cchc_desktop.documents.writers.xlsx_text import needs_quote_prefix
from cchc_desktop.domain.forms.cells import CellKind
from cchc_desktop.domain.forms.writing import FilledCell

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORMULA = b"<f"
_AFTER_CALC = frozenset(
    {"oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr",
     "webPublishObjects", "extLst"}
)  # fmt: skip
"""What comes behind `calcPr` in a workbook (18.2.27)."""


def filled_xlsx(package: Package, cells: Sequence[FilledCell]) -> dict[str, bytes]:
    """Return the parts that change, by name; RefusedFile for an address that the workbook lacks."""
    workbook = read_workbook(package)
    styles = QuotedStyles(package)
    parts = {sheet.title: sheet.part for sheet in workbook.sheets}
    wanted: dict[str, list[FilledCell]] = defaultdict(list)
    for cell in cells:
        title, _, _ = cell.address.rpartition("!")
        if title not in parts:
            raise no_such_cell(cell.address)
        wanted[parts[title]].append(cell)
    changed: dict[str, bytes] = {}
    has_formulas = False
    for sheet in workbook.sheets:
        require_editable(package.size(sheet.part))
        data = package.read(sheet.part)
        if sheet.part not in wanted and _FORMULA not in data:
            continue
        page = _Sheet(package, parse_whole(data), styles, is_1904=workbook.epoch_1904)
        for cell in _gaps_last(wanted.get(sheet.part, ())):
            page.fill(cell)
        page.finish_gaps()
        formulas = page.forget_results()
        has_formulas = has_formulas or formulas
        if sheet.part in wanted or formulas:
            changed[sheet.part] = part_bytes(page.root)
    if has_formulas:
        changed[package.main_part()] = _calculating(package.read(package.main_part()))
    return changed | styles.changed()


def _gaps_last(cells: Sequence[FilledCell]) -> Iterator[FilledCell]:
    yield from sorted(cells, key=lambda cell: cell.address.rpartition("!")[2].count(":"))


class _Sheet:
    """One sheet while it is filled."""

    def __init__(self, package: Package, root: XmlElement, styles: QuotedStyles, *, is_1904: bool) -> None:
        self.root = root
        self._package = package
        self._styles = styles
        self._is_1904 = is_1904
        self._namespace = etree.QName(root).namespace
        self._data = child_named(root, "sheetData")
        self._columns = self._column_runs()
        self._rows = self._numbered_rows()
        self._gaps: dict[tuple[int, int], dict[int, str]] = defaultdict(dict)
        self._strings: list[XmlElement] | None = None

    def fill(self, cell: FilledCell) -> None:
        """Write one cell, or keep one gap until all of its cell are known."""
        reference, _, gap = cell.address.rpartition("!")[2].partition(":")
        place = cell_place(reference)
        if place is None:
            raise no_such_cell(cell.address)
        if gap:
            self._gaps[place][int(gap)] = str(cell.content)
        else:
            self._write(self._cell(place), cell)

    def finish_gaps(self) -> None:
        """Write the words of gaps into the texts of their cells, whose letters keep their looks."""
        for place, words in self._gaps.items():
            cell = self._cell(place)
            holder = self._own_string(cell)
            texts = [one for one in holder.iter() if local_name(one.tag) == "t"]
            plain = [(one.text or "").replace("\t", " ") for one in texts]
            for one, text in zip(texts, fill_gaps(plain, words), strict=True):
                _set(one, text)
            self._empty(cell)
            cell.set("t", "inlineStr")
            cell.insert(0, holder)

    def forget_results(self) -> bool:
        """Take away what formulas came to before; tell whether there is any formula."""
        found = False
        for cell in self._all_cells():
            if child_named(cell, "f") is not None:
                found = True
                value = child_named(cell, "v")
                if value is not None:
                    cell.remove(value)
                    cell.attrib.pop("t", None)
        return found

    # ------------------------------------------------------------ writing

    def _write(self, cell: XmlElement, filled: FilledCell) -> None:
        self._empty(cell)
        content = filled.content
        if isinstance(content, str):
            if content:
                self._write_text(cell, content)
            return
        value = etree.SubElement(cell, self._tag("v"))
        value.text = self._serial(content) if isinstance(content, date) else _digits(content, filled.takes)
        cell.insert(0, value)

    def _write_text(self, cell: XmlElement, text: str) -> None:
        if needs_quote_prefix(text):
            style = self._styles.quoted(int(cell.get("s", "0")))
            if style:
                cell.set("s", str(style))
        cell.set("t", "inlineStr")
        holder = etree.Element(self._tag("is"))
        _set(etree.SubElement(holder, self._tag("t")), text)
        cell.insert(0, holder)

    def _empty(self, cell: XmlElement) -> None:
        for child in list(cell):
            if isinstance(child.tag, str) and local_name(child.tag) in ("v", "f", "is"):
                cell.remove(child)
        for name in ("t", "cm", "vm"):
            cell.attrib.pop(name, None)

    def _serial(self, day: date) -> str:
        start = date(1904, 1, 1) if self._is_1904 else date(1899, 12, 30)
        return str((day - start).days)

    def _own_string(self, cell: XmlElement) -> XmlElement:
        """Return a copy of a cell's string as its own: of a shared one without the hints of how it is spoken."""
        own = child_named(cell, "is")
        value = child_named(cell, "v")
        if own is not None:
            holder = deepcopy(own)
        elif cell.get("t") == "s" and value is not None:
            holder = deepcopy(self._shared()[int(value.text)])
            holder.tag = self._tag("is")
        else:
            holder = etree.Element(self._tag("is"))
            _set(etree.SubElement(holder, self._tag("t")), value.text or "" if value is not None else "")
        for child in list(holder):
            if local_name(child.tag) in ("rPh", "phoneticPr"):
                holder.remove(child)
        return holder

    def _shared(self) -> list[XmlElement]:
        if self._strings is None:
            relations = self._package.relations(self._package.main_part()).values()
            part = next(one.target for one in relations if one.kind == "sharedStrings")
            self._strings = list(children_named(parse_whole(self._package.read(part)), "si"))
        return self._strings

    # ------------------------------------------------------------ places

    def _tag(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"

    def _column_runs(self) -> list[ColumnRun]:
        columns = child_named(self.root, "cols")
        return [column_run(one) for one in children_named(columns, "col")] if columns is not None else []

    def _numbered_rows(self) -> dict[int, XmlElement]:
        """Return rows by number; one without a number follows the one before it (18.3.1.73)."""
        rows: dict[int, XmlElement] = {}
        number = 0
        for row in children_named(self._data, "row") if self._data is not None else ():
            number = int(row.get("r") or number + 1)
            rows[number] = row
        return rows

    def _all_cells(self) -> Iterator[XmlElement]:
        return (cell for row in self._rows.values() for cell in children_named(row, "c"))

    def _cell(self, place: tuple[int, int]) -> XmlElement:
        """Return the cell of a place, a new one with the style of its row or column where there is none."""
        row = self._row(place[0])
        column, following = 0, None
        for cell in children_named(row, "c"):
            found = cell_place(cell.get("r", ""))
            column = found[1] if found else column + 1
            if column == place[1]:
                return cell
            if column > place[1]:
                following = cell
                break
        return self._new_cell(row, place, following)

    def _new_cell(self, row: XmlElement, place: tuple[int, int], following: XmlElement | None) -> XmlElement:
        cell = etree.Element(self._tag("c"), r=cell_reference(*place))
        style = self._usual_style(row, place[1])
        if style:
            cell.set("s", str(style))
        if following is not None:
            following.addprevious(cell)
        else:
            last = list(children_named(row, "c"))
            row.insert(row.index(last[-1]) + 1 if last else 0, cell)
        row.attrib.pop("spans", None)  # only a hint, and wrong now
        return cell

    def _usual_style(self, row: XmlElement, column: int) -> int:
        if row.get("customFormat") in ("1", "true"):
            return int(row.get("s", "0"))
        return next((run.style for run in self._columns if run.first <= column <= run.last), 0)

    def _row(self, number: int) -> XmlElement:
        if number in self._rows:
            return self._rows[number]
        if self._data is None:
            raise no_such_cell(str(number))
        row = etree.Element(self._tag("row"), r=str(number))
        following = min((one for one in self._rows if one > number), default=None)
        if following is None:
            self._data.append(row)
        else:
            self._rows[following].addprevious(row)
        self._rows[number] = row
        return row


def _digits(number: Decimal, takes: CellKind) -> str:
    """Return a number as a sheet holds it: a percentage as its part of one."""
    value = number / 100 if takes is CellKind.PERCENT else number
    return format(value, "f")


def _set(element: XmlElement, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _calculating(data: bytes) -> bytes:
    """Return the workbook part that has all formulas worked out when it is opened (18.2.2)."""
    root = parse_whole(data)
    found = child_named(root, "calcPr")
    if found is None:
        found = etree.Element(f"{{{etree.QName(root).namespace}}}calcPr")
        after = next((one for one in root if isinstance(one.tag, str) and local_name(one.tag) in _AFTER_CALC), None)
        if after is None:
            root.append(found)
        else:
            after.addprevious(found)
    found.set("fullCalcOnLoad", "1")
    return part_bytes(root)
