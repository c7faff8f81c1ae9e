"""The places of a Word form: its paragraphs, and the cells of its tables with their place on the grid.

Reader and filler walk the body the same way, so that an address names the same element for both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_desktop.documents.forms.gaps import LEADER
from cchc_desktop.documents.readers.docx_table import children_through
from cchc_desktop.documents.readers.docx_xml import child_value, local, number_value, w
from cchc_desktop.documents.readers.xml_parser import XmlElement

_BLOCKS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_INLINE = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo"})
_DRAWN = frozenset({"dot", "underscore", "hyphen", "middleDot", "heavy"})


@dataclass(frozen=True, slots=True)
class WordCell:
    """One w:tc: its address, 0-based row and grid column, how many of both it covers."""

    element: XmlElement
    address: str
    row: int
    column: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class WordTable:
    """One table outside other tables, with the cells that no merge covers."""

    number: int
    cells: tuple[WordCell, ...]


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph outside tables."""

    number: int
    element: XmlElement

    @property
    def address(self) -> str:
        """Return the paragraph's address."""
        return f"p{self.number}"


@dataclass(slots=True)
class _Count:
    paragraphs: int = 0
    tables: int = 0


def body_places(body: XmlElement) -> Iterator[WordParagraph | WordTable]:
    """Yield the paragraphs and tables of a body in reading order, those inside content controls too."""
    return _places(body, _Count())


def _places(parent: XmlElement, count: _Count) -> Iterator[WordParagraph | WordTable]:
    for child in parent:
        name = local(child)
        if name == "p":
            yield WordParagraph(count.paragraphs, child)
            count.paragraphs += 1
        elif name == "tbl":
            yield WordTable(count.tables, tuple(_cells(child, count.tables)))
            count.tables += 1
        elif name in _BLOCKS:
            yield from _places(child, count)


@dataclass(slots=True)
class _Slot:
    element: XmlElement
    address: str
    column: int
    columns: int
    continues: bool
    rows: int = field(default=1)


def _cells(table: XmlElement, number: int) -> Iterator[WordCell]:
    rows = [list(_slots(row, f"t{number}:r{index}")) for index, row in enumerate(children_through(table, "tr"))]
    above: dict[int, _Slot] = {}
    for slots in rows:
        for slot in slots:
            if slot.continues and slot.column in above:
                above[slot.column].rows += 1
            else:
                above[slot.column] = slot
                slot.continues = False
    for index, slots in enumerate(rows):
        for slot in slots:
            if not slot.continues:
                yield WordCell(slot.element, slot.address, index, slot.column, slot.columns, slot.rows)


def _slots(row: XmlElement, address: str) -> Iterator[_Slot]:
    properties = row.find(w("trPr"))
    before = number_value(properties, "gridBefore") if properties is not None else None
    column = max(before or 0, 0)
    for index, cell in enumerate(children_through(row, "tc")):
        own = cell.find(w("tcPr"))
        span = max(number_value(own, "gridSpan") or 1, 1) if own is not None else 1
        merge = own.find(w("vMerge")) if own is not None else None
        continues = merge is not None and child_value(own, "vMerge") in ("", "continue")
        yield _Slot(cell, f"{address}:c{index}", column, span, continues)
        column += span


def cell_paragraphs(cell: XmlElement) -> Iterator[XmlElement]:
    """Yield the paragraphs of a cell in order, without those of tables inside it."""
    for child in cell:
        name = local(child)
        if name == "p":
            yield child
        elif name in _BLOCKS:
            yield from cell_paragraphs(child)


def has_table(cell: XmlElement) -> bool:
    """Tell whether a table stands inside a cell."""
    return next(cell.iter(w("tbl")), None) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """One w:t, or a w:tab that draws a line of dots, and its text."""

    element: XmlElement
    text: str


def paragraph_pieces(paragraph: XmlElement) -> list[Piece]:
    """Return what gaps are looked for in: the texts of a paragraph that are no field's code, and its leaders.

    A break counts as the end of a line.
    """
    draws = _draws_leaders(paragraph)
    return list(_Pieces(draws=draws).of(paragraph))


class _Pieces:
    """Walks one paragraph's runs and knows whether it stands in a field: what a field shows is not for filling."""

    def __init__(self, *, draws: bool) -> None:
        self._draws = draws
        self._depth = 0

    def of(self, parent: XmlElement) -> Iterator[Piece]:
        for child in parent:
            name = local(child)
            if name == "r":
                yield from self._run(child)
            elif name in _INLINE:
                yield from self.of(child)

    def _run(self, run: XmlElement) -> Iterator[Piece]:
        for child in run:
            name = local(child)
            if name == "fldChar":
                kind = child.get(w("fldCharType"), "")
                self._depth += (kind == "begin") - (kind == "end")
            elif self._depth > 0:
                continue
            elif name == "t":
                yield Piece(child, child.text or "")
            elif name == "tab":
                yield Piece(child, LEADER if self._draws else " ")
            elif name in ("br", "cr"):
                yield Piece(child, "\n")


def _draws_leaders(paragraph: XmlElement) -> bool:
    """Tell whether the paragraph itself has a tab stop that draws dots (17.3.1.37)."""
    properties = paragraph.find(w("pPr"))
    tabs = properties.find(w("tabs")) if properties is not None else None
    return tabs is not None and any(tab.get(w("leader")) in _DRAWN for tab in tabs)
