"""The cells of a Word form, and the gaps of dots in its cells and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_desktop.documents.forms.docx_cells import (
    WordCell,
    WordParagraph,
    WordTable,
    body_places,
    cell_paragraphs,
    has_table,
    paragraph_pieces,
)
from cchc_desktop.documents.forms.gaps import find_gaps, lead_of
from cchc_desktop.documents.forms.package_copy import require_editable
from cchc_desktop.documents.ooxml import Package
from cchc_desktop.documents.readers.cleaning import clean_text
from cchc_desktop.documents.readers.docx_text import paragraph_text
from cchc_desktop.documents.readers.docx_xml import parse_word_part, w
from cchc_desktop.documents.readers.xml_parser import XmlElement
from cchc_desktop.domain.forms.cells import ReadCell

_OUTSIDE = "Tiêu đề đầu trang, chân trang và hộp chữ của biểu mẫu được giữ nguyên, không điền được."
_NESTED = "Bảng lồng trong ô được giữ nguyên, không điền được."


def docx_cells(package: Package, notes: list[str]) -> Iterator[ReadCell]:
    """Yield the cells and gaps of a document in reading order; `notes` gets what cannot be filled."""
    main = package.main_part()
    require_editable(package.size(main))
    root = parse_word_part(package.read(main))
    body = root.find(w("body"))
    for place in body_places(body) if body is not None else ():
        if isinstance(place, WordTable):
            yield from _table(place, notes)
        else:
            yield from _paragraph(place)
    if any(one.kind in ("header", "footer") for one in package.relations(main).values()):
        notes.append(_OUTSIDE)


def _paragraph(place: WordParagraph) -> Iterator[ReadCell]:
    yield from _gaps(place.element, place.address, "", place.number + 1, 1)


def _table(table: WordTable, notes: list[str]) -> Iterator[ReadCell]:
    name = f"Bảng {table.number + 1}"
    for cell in table.cells:
        if has_table(cell.element):
            notes.append(f"{name}: {_NESTED}")
            continue
        yield from _cell(cell, name)


def _cell(cell: WordCell, table: str) -> Iterator[ReadCell]:
    paragraphs = list(cell_paragraphs(cell.element))
    words = clean_text("\n".join(paragraph_text(one) for one in paragraphs)).text.strip("\n")
    whole = ReadCell(cell.address, table, cell.row + 1, cell.column + 1, words, cell.rows, cell.columns)
    yield whole
    if not whole.is_blank:
        for number, paragraph in enumerate(paragraphs):
            yield from _gaps(paragraph, f"{cell.address}:p{number}", table, cell.row + 1, cell.column + 1)


def _gaps(paragraph: XmlElement, address: str, table: str, row: int, column: int) -> Iterator[ReadCell]:
    text = "".join(piece.text for piece in paragraph_pieces(paragraph))
    before = 0
    for number, gap in enumerate(find_gaps(text), start=1):
        words = clean_text(text[gap.start : gap.end]).text
        lead = clean_text(lead_of(text, gap, before)).text
        yield ReadCell(f"{address}:{number}", table, row, column, words, gap=number, lead=lead)
        before = gap.end
