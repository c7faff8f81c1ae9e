"""Reads a Word document (.docx, .docm as data) into a `RawDocument`: paragraphs and tables in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.documents.ooxml import Package
from cchc_desktop.documents.raw import RawDocument, RawTable
from cchc_desktop.documents.readers.cleaning import clean_text
from cchc_desktop.documents.readers.docx_numbering import ListNumbers
from cchc_desktop.documents.readers.docx_table import TableProblem, children_through, read_grid
from cchc_desktop.documents.readers.docx_text import paragraph_text
from cchc_desktop.documents.readers.docx_xml import local, parse_word_part, w
from cchc_desktop.documents.readers.doubts import CONTROLS_REMOVED, EXCEL_CELL_LIMIT, LOOK_AGAIN, Doubts
from cchc_desktop.documents.readers.limits import SlotBudget
from cchc_desktop.documents.readers.xml_parser import XmlElement

if TYPE_CHECKING:  # the reading child starts faster without the rest of the domain
    from cchc_desktop.domain.ports import ProgressCallback

_BLOCK_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_BULLET = re.compile(r"[-–—+*]")
_MACRO = "Tệp có chứa macro; chỉ đọc dữ liệu, macro không được chạy."
_NESTED = "Trong ô có bảng lồng; chữ của bảng lồng được gộp vào ô."
_ATTACHED = "Tệp có phần nội dung đính kèm dạng khác (altChunk), không được đọc."


def read_docx(path: Path, progress: ProgressCallback = lambda done, total: None) -> RawDocument:
    """Read body text and tables, automatic numbers included; `RefusedFile` when the file is damaged.

    The file must have passed `gate.check_file`; headers, footers, notes and text boxes are left out; progress
    counts the blocks of the body.
    """
    with Package.opened(path) as package:
        doubts = Doubts()
        main = package.main_part()
        if "macroenabled" in package.content_type(main).casefold():
            doubts.add("", None, None, _MACRO)
        root = parse_word_part(package.read(main))
        numbers = ListNumbers(_related(package, main, "numbering"), _related(package, main, "styles"))
        body = root.find(w("body"))
        blocks = _BodyReader(numbers, doubts).read(body, progress) if body is not None else []
        if package.removed_controls:
            doubts.add("", None, None, CONTROLS_REMOVED, LOOK_AGAIN)
        return RawDocument(tuple(blocks), doubts.found())


def _related(package: Package, main: str, kind: str) -> XmlElement | None:
    relations = package.relations(main).values()
    part = next((relation.target for relation in relations if relation.kind == kind), "")
    return parse_word_part(package.read(part)) if part and package.has(part) else None


class _BodyReader:
    """Walks the body once, in order: list numbers depend on it."""

    def __init__(self, numbers: ListNumbers, doubts: Doubts) -> None:
        self._numbers = numbers
        self._doubts = doubts
        self._budget = SlotBudget()
        self._tables = 0

    def read(self, body: XmlElement, progress: ProgressCallback) -> list[str | RawTable]:
        blocks: list[str | RawTable] = []
        total = len(body)
        for done, child in enumerate(body):
            progress(done, total)
            blocks.extend(self._blocks_of(child))
        progress(total, total)
        return blocks

    def _blocks_of(self, element: XmlElement) -> Iterator[str | RawTable]:
        name = local(element)
        if name == "p":
            text = self._paragraph(element, "", None, None).strip()
            if text:
                yield text
        elif name == "tbl":
            yield self._table(element)
        elif name in _BLOCK_WRAPPERS:
            for child in element:
                yield from self._blocks_of(child)
        elif name == "altChunk":
            self._doubts.add("", None, None, _ATTACHED)

    def _table(self, element: XmlElement) -> RawTable:
        self._tables += 1
        name = f"Bảng {self._tables}"

        def text_of(cell: XmlElement, row: int, column: int) -> str:
            return self._cell(cell, name, row, column)

        def doubt(problem: TableProblem) -> None:
            self._doubts.add(name, problem.row, str(problem.column), problem.message, LOOK_AGAIN)

        return RawTable(name, read_grid(element, text_of, self._budget, doubt))

    def _cell(self, cell: XmlElement, table: str, row: int, column: int) -> str:
        text = "\n".join(self._cell_lines(cell, table, row, column)).strip("\n")
        if len(text) > EXCEL_CELL_LIMIT:
            self._doubts.add_long(table, row, str(column), text)
        return text

    def _cell_lines(self, parent: XmlElement, table: str, row: int, column: int) -> Iterator[str]:
        for child in parent:
            name = local(child)
            if name == "p":
                yield self._paragraph(child, table, row, column)
            elif name == "tbl":
                self._doubts.add(table, row, str(column), _NESTED, LOOK_AGAIN)
                yield from self._nested_lines(child, table, row, column)
            elif name in _BLOCK_WRAPPERS:
                yield from self._cell_lines(child, table, row, column)

    def _nested_lines(self, nested: XmlElement, table: str, row: int, column: int) -> Iterator[str]:
        """Yield one line for each row of a table inside a cell."""
        for inner in children_through(nested, "tr"):
            cells = children_through(inner, "tc")
            texts = ["\n".join(self._cell_lines(cell, table, row, column)).strip() for cell in cells]
            yield " ".join(text for text in texts if text)

    def _paragraph(self, element: XmlElement, table: str, row: int | None, column: int | None) -> str:
        """Return a paragraph's clean text behind its list number; a bullet alone is no text."""
        label = self._numbers.label(element)
        text, removed = clean_text(paragraph_text(element))
        if removed:
            self._doubts.add(table, row, str(column) if column else None, CONTROLS_REMOVED, LOOK_AGAIN)
        shown = clean_text(label).text
        if not text.strip():
            return "" if _BULLET.fullmatch(shown) or row is None else shown
        return f"{shown} {text}" if shown else text
