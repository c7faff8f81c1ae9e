"""Writes a document as .xlsx: openpyxl makes the workbook and its print setup, the rows are put in as XML.

Every table gets a sheet, with the paragraphs before it on top; what follows the last table stays on its sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from cchc_desktop.documents.fonts import OFFICE_FONT
from cchc_desktop.documents.layout.charts import MeasuredChart
from cchc_desktop.documents.layout.cleaning import clean_text
from cchc_desktop.documents.layout.measure import (
    Checkpoint,
    MeasuredBlock,
    MeasuredPair,
    MeasuredTable,
    measure,
    no_checkpoint,
)
from cchc_desktop.documents.layout.paragraphs import MeasuredParagraph
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import A3_MM, Document, PageSetup, Section
from cchc_desktop.documents.writers.xlsx_breaks import breaks_before
from cchc_desktop.documents.writers.xlsx_chart import CHART_TYPE, chart_xml, with_tables
from cchc_desktop.documents.writers.xlsx_drawing import (
    DRAWING_TYPE,
    chart_relations,
    drawing_element,
    drawing_relation,
    drawing_xml,
)
from cchc_desktop.documents.writers.xlsx_rows import InlineStrings, SheetRows
from cchc_desktop.documents.writers.xlsx_splitting import split_long_texts, split_tall_rows
from cchc_desktop.documents.writers.xlsx_styles import SheetStyles
from cchc_desktop.documents.writers.xlsx_text import sheet_name

_DEFAULT_SIZE = 12
_DIGIT_PIXELS = 8  # a digit of Times New Roman 12 at 96 dots per inch: the unit of column widths (18.3.1.13)
_PIXELS_PER_POINT = 96 / 72
_MM_PER_INCH = 25.4
_HEADER_MM = 10
_PAPER = {"A4": 9, "A3": 8}
_CONTENT_TYPES = "[Content_Types].xml"
_EMPTY_DATA = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_xlsx(
    document: Document,
    target: BinaryIO,
    *,
    created: datetime,
    fonts: Path | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> tuple[str, ...]:
    """Write a document to a binary file; returns Vietnamese notes on what could not be written as it stands.

    The same document and date (an aware moment) give the same bytes. `fonts` is the folder of the width table.
    """
    splittable, continued = split_long_texts(with_tables(document))
    measured = measure(splittable, FontMetrics(fonts))
    lower = split_tall_rows(measured)
    if lower is not measured.document:
        measured = measure(lower, measured.metrics)._replace(notes=measured.notes)
    book = _new_workbook(measured.document, created)
    maker = _SheetMaker(book, InlineStrings(), measured.metrics, checkpoint)
    sheets = [
        maker.add(part, section.section) for section in measured.sections for part in _sheet_parts(section.blocks)
    ]
    _save(book, sheets, target)
    return measured.notes + continued


def _sheet_parts(blocks: Sequence[MeasuredBlock]) -> list[Sequence[MeasuredBlock]]:
    """Share the blocks out to sheets, one for each table: between two, what keeps with the next begins its sheet."""
    tables = [number for number, block in enumerate(blocks) if isinstance(block, MeasuredTable)]
    starts = [0]
    for above, below in pairwise(tables):
        leading = (number for number in range(above + 1, below) if _leads_on(blocks[number]))
        starts.append(next(leading, above + 1))
    return [blocks[start:end] for start, end in pairwise([*starts, len(blocks)])]


def _leads_on(block: MeasuredBlock) -> bool:
    return not isinstance(block, MeasuredParagraph) or block.paragraph.form.keep_with_next


def _filled(shell: bytes, rows: SheetRows) -> bytes:
    """Return openpyxl's part of a sheet with rows, filter, merged ranges, and no warning on texts like numbers."""
    before, after = _EMPTY_DATA.split(shell, maxsplit=1)
    drawing = drawing_element() if rows.is_drawn_on else ""
    ignored = f'<ignoredErrors><ignoredError sqref="{rows.area}" numberStoredAsText="1"/></ignoredErrors>{drawing}'
    parts = (
        _DIMENSION.sub(f'<dimension ref="{rows.area}"/>'.encode(), before),
        rows.sheet_data.encode(),
        rows.auto_filter.encode(),
        rows.merge_cells.encode(),
        after.replace(b"</worksheet>", f"{ignored}</worksheet>".encode()),
    )
    return b"".join(parts)


def _new_workbook(document: Document, created: datetime) -> Workbook:
    book = Workbook()
    # The first font is the default one, whose digit is the unit of column widths; openpyxl has no other door to it.
    fonts = IndexedList([Font(name=OFFICE_FONT, size=_DEFAULT_SIZE, family=1)])
    setattr(book, "_fonts", fonts)  # noqa: B010 (the type stubs do not know it)
    book.remove(book.worksheets[0])
    moment = created.astimezone(UTC).replace(tzinfo=None)
    properties = book.properties
    properties.title, properties.creator = clean_text(document.title), clean_text(document.author)
    properties.language = document.language
    properties.created = properties.modified = moment
    return book


@dataclass(frozen=True, slots=True)
class _SheetMaker:
    """Adds sheets to one workbook."""

    book: Workbook
    strings: InlineStrings
    metrics: FontMetrics
    checkpoint: Checkpoint

    def add(self, blocks: Sequence[MeasuredBlock], section: Section) -> SheetRows:
        """Add a sheet with its print setup; returns its rows, to be put in when the workbook is saved."""
        sheet = self.book.create_sheet(sheet_name(section.name, self.book.sheetnames))
        edges = _edges(blocks, section.page.text_width)
        rows = SheetRows(edges, SheetStyles(sheet), self.strings, self.metrics, self.checkpoint)
        for block in blocks:
            _add_block(rows, block)
        _set_widths(sheet, edges)
        _set_page(sheet, section.page)
        if rows.header:
            sheet.print_title_rows = f"{rows.header.start + 1}:{rows.header.stop}"
        if rows.freezes:
            sheet.freeze_panes = f"A{rows.header.stop + 1}"
        for number in breaks_before(rows.written, rows.header, section.page.text_height):
            sheet.row_breaks.append(Break(id=number))  # named by the row above, counted from 1
        return rows


def _add_block(rows: SheetRows, block: MeasuredBlock) -> None:
    if isinstance(block, MeasuredTable):
        rows.add_table(block)
    elif isinstance(block, MeasuredPair):
        rows.add_pair(block)
    elif isinstance(block, MeasuredChart):
        rows.add_chart(block)
    else:
        rows.add_paragraph(block)


def _edges(blocks: Sequence[MeasuredBlock], width: float) -> Sequence[float]:
    """Return the edges of a sheet's columns: those of its table, else those of a letterhead."""
    for block in blocks:
        if isinstance(block, MeasuredTable):
            return block.edges
    pair = next((block for block in blocks if isinstance(block, MeasuredPair)), None)
    return (0.0, pair.widths[0], width) if pair else (0.0, width)


def _set_widths(sheet: Worksheet, edges: Sequence[float]) -> None:
    """Round edges, not widths, to whole pixels: the sum stays the text width."""
    pixels = [int(edge * _PIXELS_PER_POINT + 0.01) for edge in edges]
    for column, (left, right) in enumerate(pairwise(pixels), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = (right - left) / _DIGIT_PIXELS


def _set_page(sheet: Worksheet, page: PageSetup) -> None:
    setup = sheet.page_setup
    setup.orientation = "landscape" if page.landscape else "portrait"
    is_a3 = sorted((page.width_mm, page.height_mm)) == list(A3_MM)
    setup.paperSize = _PAPER["A3" if is_a3 else "A4"]
    setup.firstPageNumber, setup.useFirstPageNumber = 1, True
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.top, margins.bottom = page.top_mm / _MM_PER_INCH, page.bottom_mm / _MM_PER_INCH
    margins.left, margins.right = page.left_mm / _MM_PER_INCH, page.right_mm / _MM_PER_INCH
    margins.header = margins.footer = _HEADER_MM / _MM_PER_INCH
    _set_page_number(sheet, page)


def _set_page_number(sheet: Worksheet, page: PageSetup) -> None:
    if page.first_numbered is None or sheet.oddHeader is None:
        return
    center = sheet.oddHeader.center
    center.text, center.size, center.font = "&P", round(page.number_size), f"{OFFICE_FONT},Regular"
    sheet.HeaderFooter.differentFirst = page.first_numbered > 1


def _save(book: Workbook, sheets: Sequence[SheetRows], target: BinaryIO) -> None:
    """Write the package: openpyxl's parts with the rows put into the sheets, all with one fixed time."""
    shell = BytesIO()
    ExcelWriter(book, ZipFile(shell, "w", ZIP_STORED)).save()
    filled = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, start=1)}
    drawn = _drawn_parts(sheets, book.sheetnames)
    with ZipFile(shell) as parts, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in parts.namelist():
            content = parts.read(name)
            if name in filled:
                content = _filled(content, filled[name])
            elif name == _CONTENT_TYPES:
                content = _with_types(content, drawn)
            _write(package, name, content)
        for name, part in drawn.items():
            _write(package, name, part.encode())


def _drawn_parts(sheets: Sequence[SheetRows], names: Sequence[str]) -> dict[str, str]:
    """Return the parts of drawings and charts by their names, with those that relate them to the sheets."""
    parts: dict[str, str] = {}
    charts = 0
    for number, (sheet, name) in enumerate(zip(sheets, names, strict=True), start=1):
        if not sheet.is_drawn_on:
            continue
        own = range(charts + 1, charts + 1 + len(sheet.charts))
        charts += len(own)
        parts[f"xl/drawings/drawing{number}.xml"] = drawing_xml(sheet.lines, sheet.charts)
        parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = drawing_relation(number)
        if own:
            parts[f"xl/drawings/_rels/drawing{number}.xml.rels"] = chart_relations(own)
        parts |= {f"xl/charts/chart{at}.xml": chart_xml(one, name) for at, one in zip(own, sheet.charts, strict=True)}
    return parts


def _write(package: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _ZIP_EPOCH)
    entry.compress_type = ZIP_DEFLATED
    package.writestr(entry, content)


_DRAWN_TYPES = {"xl/drawings/drawing": DRAWING_TYPE, "xl/charts/chart": CHART_TYPE}


def _with_types(content_types: bytes, parts: Iterable[str]) -> bytes:
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name in parts
        for beginning, kind in _DRAWN_TYPES.items()
        if name.startswith(beginning)
    )
    return content_types.replace(b"</Types>", f"{types}</Types>".encode())
