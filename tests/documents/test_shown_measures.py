"""The papers by the ruler: margins, letters, lines under words, page numbers, header rows, whole rows, whole words."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from docx.oxml.ns import qn
from openpyxl.utils import get_column_letter

from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.followup_papers import build_paper
from cchc_desktop.documents.layout.wrap import Wrapper
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics
from cchc_desktop.documents.model import Cell, Document, Row, SideBySide, Table
from cchc_desktop.documents.writers.docx import write_docx
from cchc_desktop.documents.writers.pdf import PdfPaper
from cchc_desktop.documents.writers.xlsx import write_xlsx
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from tests.documents.appendix_samples import CONTENTS, MOMENT
from tests.documents.pdf_ruler import MM, chars, found_in, strokes
from tests.documents.shown_papers import PAPERS, SHORTENED, letter_data
from tests.documents.test_paper_formats import pdf

TEXTS = [f"đầu{number} {CONTENTS[number % 4]} cuối{number}" for number in range(1, 31)]
LONG_WORDS = "nghiêng nghiêng Trung-tâm-Phục-vụ-hành-chính-công thường xuyên; khuyến khích (nguyên nhân, chuyển biến)"
papers = pytest.mark.parametrize("name", list(PAPERS))
headed = pytest.mark.parametrize("name", ["tracking", "agency", "reminder", "report"])


@cache
def long_paper(name: str) -> Document:
    return PAPERS[name](TEXTS)


@cache
def long_pdf(name: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf(long_paper(name)))


@cache
def long_book(name: str) -> openpyxl.Workbook:
    target = io.BytesIO()
    write_xlsx(long_paper(name), target, created=MOMENT)
    return openpyxl.load_workbook(target, rich_text=True)


@cache
def long_word(name: str) -> Any:
    target = io.BytesIO()
    write_docx(long_paper(name), target, created=MOMENT)
    return docx.Document(target)


# --- margins -----------------------------------------------------------------------------------------------------


@papers
def test_words_and_lines_keep_the_margins_to_the_millimetre(name: str) -> None:
    rights = []
    for page in list(long_pdf(name))[:6]:
        width, height = page.get_width() / MM, page.get_height() / MM
        assert sorted((round(width), round(height))) == [210, 297]
        body = [char for char in chars(page) if char.top > 19]
        boxes = [(char.left, char.top, char.right, char.bottom) for char in body] + strokes(page)
        assert min(box[0] for box in boxes) == pytest.approx(30, abs=0.5)
        rights.append(width - max(box[2] for box in boxes))
        assert min(box[1] for box in boxes) == pytest.approx(20, abs=1.6)  # room over the small letters of a line
        assert max(box[3] for box in boxes) <= height - 20 + 0.2
    assert min(rights) == pytest.approx(15, abs=0.5)


@papers
def test_the_other_formats_have_the_same_paper_and_margins(name: str) -> None:
    pages = [section.page for section in long_paper(name).sections()]
    sections = long_word(name).sections
    assert [(round(one.page_width.mm), round(one.page_height.mm)) for one in sections] == [
        (round(page.width_mm), round(page.height_mm)) for page in pages
    ]
    for one in sections:
        sides = (one.top_margin, one.bottom_margin, one.left_margin, one.right_margin)
        assert [round(side.mm, 1) for side in sides] == [20, 20, 30, 15]
    for sheet in long_book(name).worksheets:
        found = sheet.page_margins
        assert [round(side * 25.4, 2) for side in (found.top, found.bottom, found.left, found.right)] == [
            20,
            20,
            30,
            15,
        ]
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation in {"landscape" if page.landscape else "portrait" for page in pages}


# --- letters --------------------------------------------------------------------------------------------------------


@papers
def test_there_is_one_font_in_every_paper(name: str) -> None:
    fonts = {char.font.partition("-")[0] for page in list(long_pdf(name))[:2] for char in chars(page)}
    assert fonts == {"LiberationSerif"}  # the shipped twin of Times New Roman
    styles = long_word(name).styles.element
    assert {found.get(qn("w:ascii")) for found in styles.iter(qn("w:rFonts"))} == {"Times New Roman"}
    assert not list(long_word(name).element.body.iter(qn("w:rFonts"), qn("w:color")))
    sheets = long_book(name).worksheets
    assert {cell.font.name for sheet in sheets for row in sheet.iter_rows() for cell in row} == {"Times New Roman"}


# --- lines under words -------------------------------------------------------------------------------------------


def _underlined(document: Document) -> list[tuple[float, float]]:
    """Return the width of every paragraph that a line stands under (mm), and the part that the line must have."""
    stacks = [block for part in document.sections() for block in part.blocks]
    every = [one for block in stacks for one in (block.paragraphs() if isinstance(block, SideBySide) else [block])]
    lined = [one for one in every if not isinstance(one, Table) and one.form.underline is not None]
    metrics = FontMetrics().words("Bold")
    return [(metrics[one.text] * one.style.size / UNITS_PER_EM / MM, one.form.underline or 0) for one in lined]


def _pdf_lengths(name: str) -> Iterator[float]:
    """Yield the lengths of level lines that no frame has a part in: they are thicker."""
    for page in long_pdf(name):
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=1):
            width = ctypes.c_float()
            pdfium_c.FPDFPageObj_GetStrokeWidth(item.raw, width)
            left, _, right, _ = item.get_bounds()
            if width.value > 0.7:
                yield (right - left - width.value) / MM


def _word_lengths(name: str) -> Iterator[float]:
    word = long_word(name)
    for paragraph in word.element.body.iter(qn("w:p")):
        if paragraph.pPr is None or paragraph.pPr.find(qn("w:pBdr")) is None:
            continue
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        page = word.sections[0]
        room = page.page_width - page.left_margin - page.right_margin if cell is None else _cell_width(cell)
        indent = paragraph.pPr.find(qn("w:ind"))
        sides = sum(int(indent.get(qn(f"w:{side}"))) for side in ("left", "right"))
        yield room / 36000 - sides / 20 / MM


def _cell_width(cell: Any) -> float:
    return int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) * 635


def _sheet_lengths(name: str) -> Iterator[float]:
    target = io.BytesIO()
    write_xlsx(long_paper(name), target, created=MOMENT)
    package = ZipFile(target)
    for part in package.namelist():
        if part.startswith("xl/drawings/drawing"):
            for found in re.findall(r'<xdr:ext cx="(\d+)" cy="0"', package.read(part).decode()):
                yield int(found) / 36000


@headed
@pytest.mark.parametrize("lengths", [_pdf_lengths, _word_lengths, _sheet_lengths], ids=["pdf", "docx", "xlsx"])
def test_lines_under_words_have_the_decrees_lengths(lengths: Any, name: str) -> None:
    wanted = _underlined(long_paper(name))
    assert len(wanted) >= 2
    assert all(share == 1 or 1 / 3 <= share <= 1 / 2 for _, share in wanted)
    assert sorted(lengths(name)) == pytest.approx(sorted(width * share for width, share in wanted), abs=0.6)


@headed
def test_a_line_stands_in_the_middle_right_under_its_words(name: str) -> None:
    page = long_pdf(name)[0]
    for words in ("XÃ HOA SỮA" if name == "report" else "PHƯỜNG HOA SỮA", "Độc lập - Tự do - Hạnh phúc"):
        letters = found_in(chars(page), words)
        middle, bottom = (letters[0].left + letters[-1].right) / 2, max(char.bottom for char in letters)
        near = [
            line for line in strokes(page) if abs((line[0] + line[2]) / 2 - middle) < 0.5 and 0 < line[1] - bottom < 2
        ]
        assert len(near) == 1


# --- pages and rows ----------------------------------------------------------------------------------------------


def _numbered_pages(name: str) -> Iterator[tuple[int, pypdfium2.PdfPage, bool]]:
    """Yield the pages with their numbers inside their sections, and whether they are wider than high."""
    pages = PdfPaper(long_paper(name)).pages
    for page, drawn in zip(pages, long_pdf(name), strict=True):
        yield page.number, drawn, page.setup.landscape


@papers
def test_page_numbers_stand_from_the_second_page_in_the_middle_of_the_top_margin(name: str) -> None:
    counted = 0
    for number, page, landscape in _numbered_pages(name):
        above = [char for char in chars(page) if char.bottom < 19]
        assert "".join(char.letter for char in above) == (str(number) if number > 1 else "")
        if above:
            counted += 1
            middle = (30 + (297 if landscape else 210) - 15) / 2
            assert (above[0].left + above[-1].right) / 2 == pytest.approx(middle, abs=0.5)
            assert above[0].top > 8 and above[0].bottom == pytest.approx(14, abs=0.5)
            assert {(char.size, char.font) for char in above} == {(13, "LiberationSerif")}
    assert counted >= (0 if name == SHORTENED else 2)


@papers
def test_page_numbers_of_the_other_formats(name: str) -> None:
    for section in long_word(name).sections:
        assert section.different_first_page_header_footer
        assert " PAGE " in section.header._element.xml and "PAGE" not in section.first_page_header._element.xml
        assert section.header.paragraphs[0].runs[0].font.size.pt == 13
        assert section.header.paragraphs[0].style.paragraph_format.alignment == 1
    for sheet in long_book(name).worksheets:
        header = sheet.oddHeader.center
        assert (header.text, header.size, header.font) == ("&P", 13, "Times New Roman,Regular")
        assert sheet.HeaderFooter.differentFirst and sheet.firstHeader.center.text is None


def _long_tables(document: Document) -> list[Table]:
    tables = (block for part in document.sections() for block in part.blocks if isinstance(block, Table))
    return [table for table in tables if any("đầu" in cell.text for row in table.rows for cell in row.cells)]


@papers
def test_header_rows_stand_over_the_rows_of_every_page(name: str) -> None:
    headers = {
        "".join(cell.text for row in table.header for cell in row.cells) for table in _long_tables(long_paper(name))
    }
    squeezed = {"".join(header.split()) for header in headers}
    with_rows = 0
    for page in long_pdf(name):
        text = "".join(char.letter for char in chars(page))
        if strokes(page) and "đầu" in text and "TT" in text.upper():
            with_rows += 1
            assert any(header in text for header in squeezed)
    assert with_rows >= (1 if name == SHORTENED else 2)
    tables = [table for table in long_word(name).tables if table._tbl.tblPr.find(qn("w:tblStyle")) is not None]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in tables)
    assert all(sheet.print_title_rows for sheet in long_book(name).worksheets if sheet.auto_filter.ref)


@papers
def test_no_row_is_cut_that_a_page_holds(name: str) -> None:
    cells = [box.lines for page in PdfPaper(long_paper(name)).pages for box in page.texts if page.boxes and box.pitch]
    words = [" ".join(lines).split() for lines in cells]
    begun = [text for text in words if re.match(r"đầu\d", text[0])]
    assert len(begun) >= 3
    assert name == SHORTENED or [text[0] for text in begun if text[-1] != text[0].replace("đầu", "cuối")] == []
    assert all(
        row._tr.trPr.find(qn("w:cantSplit")) is not None for table in long_word(name).tables for row in table.rows
    )


@papers
def test_no_page_ends_in_a_row_that_heads_others(name: str) -> None:
    tables = (block for part in long_paper(name).sections() for block in part.blocks if isinstance(block, Table))
    heads = {
        cell.text
        for table in tables
        for row in table.rows
        if row.keep_with_next
        for cell in row.cells
        if cell.columns > 1
    }
    lowest = [max(page.texts, key=lambda box: box.baseline) for page in PdfPaper(long_paper(name)).pages]
    assert heads
    assert [box.lines for box in lowest if " ".join(box.lines) in heads] == []


def test_the_total_of_the_statistics_stays_with_a_line_that_it_sums() -> None:
    tables = [block for block in long_paper("report").sections()[1].blocks if isinstance(block, Table)]
    assert [[row.keep_with_next for row in table.rows[-2:]] for table in tables] == [[True, False]] * 2


@pytest.mark.parametrize("lines", range(25, 33))
def test_headings_stay_together_over_a_row_that_fills_a_page(lines: int) -> None:
    parts = PaperParts()
    rows = tuple(Row((Cell(0, text),)) for text in ("\n".join(f"dòng {number}" for number in range(lines)), "sau"))
    heading = parts.appendix_heading(("DANH MỤC",), "Kế hoạch", 1)
    document = Document((*heading, Table(1, (Row((Cell(0, "Nội dung"),)),), rows)), parts.page(landscape=True))
    first = [" ".join(box.lines) for box in PdfPaper(document).pages[0].texts]
    assert first[:3] == ["Phụ lục I", "DANH MỤC", "(Kèm theo Kế hoạch)"]


@papers
@pytest.mark.parametrize("size", [11, 12, 13])
def test_every_word_stands_whole_inside_its_cell(size: int, name: str) -> None:
    document = PAPERS[name]([LONG_WORDS, f"{LONG_WORDS} {LONG_WORDS}"], LayoutProfile().with_table_size(size))
    metrics = FontMetrics()
    for page in PdfPaper(document).pages:
        for box in page.texts:
            face = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}
            words = metrics.words(face.get((box.style.bold, box.style.italic), "BoldItalic"))  # type: ignore[arg-type]
            assert all(words[line.strip()] * box.style.size / UNITS_PER_EM <= box.width + 0.1 for line in box.lines)
    found = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(document))).split()
    missing = {word for word in LONG_WORDS.split() if word not in found}
    assert missing <= ({"Trung-tâm-Phục-vụ-hành-chính-công"} if name != "indicators" else set())


@pytest.mark.parametrize("name", ["appendix", "indicators", "tracking", "reminder"])
@pytest.mark.parametrize("size", [11, 12, 13])
def test_rows_of_a_sheet_are_high_enough_for_their_lines(size: int, name: str) -> None:
    target = io.BytesIO()
    write_xlsx(PAPERS[name]([*CONTENTS, LONG_WORDS * 3], LayoutProfile().with_table_size(size)), target, created=MOMENT)
    for sheet in openpyxl.load_workbook(target).worksheets:
        for row, text, font, room in _single_cells(sheet):
            words = FontMetrics().words("Bold" if font.bold else "Regular")
            lines = Wrapper(words, room / font.size * UNITS_PER_EM)(text)
            assert len(lines) * 1.15 * font.size <= sheet.row_dimensions[row].height + 0.5, text


def _single_cells(sheet: Any) -> Iterator[tuple[int, str, Any, float]]:
    """Yield row, words, font and room (points) of the cells with words that take one row."""
    edges = [0.0]
    for column in range(1, sheet.max_column + 1):
        edges.append(edges[-1] + sheet.column_dimensions[get_column_letter(column)].width * 8 * 0.75)
    merged = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        for cell in row:
            over = merged.get((cell.row, cell.column))
            last = over.max_col if over else cell.column
            if isinstance(cell.value, str) and not (over and over.max_row > cell.row):
                yield cell.row, cell.value, cell.font, edges[last] - edges[cell.column - 1] - 5


# --- pages of a sheet --------------------------------------------------------------------------------------------


def _pages_of_rows(sheet: Any) -> dict[str, int]:
    """Return the page of each text's row: a page ends where it is told to, else where it is full."""
    room = (297 - 40) * MM
    ends = {stop.id for stop in sheet.row_breaks.brk}
    first, last = map(int, (sheet.print_title_rows or "1:0").replace("$", "").split(":"))
    repeated = sum(sheet.row_dimensions[row].height for row in range(first, last + 1))
    found: dict[str, int] = {}
    page, y = 1, 0.0
    for number in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[number].height or 15.75
        if y + height > room or number - 1 in ends:
            page, y = page + 1, repeated if number > last else 0.0
        y += height
        for cell in sheet[number]:
            found.setdefault(str(cell.value), page)
    return found


@pytest.mark.parametrize("tasks", range(5, 10))
def test_a_sheet_keeps_the_signature_with_the_last_words(tasks: int) -> None:
    data = replace(letter_data([CONTENTS[0]] * tasks), appended=False)
    pages = _pages_of_rows(_opened(build_paper(data)).worksheets[0])
    last = [page for words, page in pages.items() if words.endswith("./.") or words in _FOOT]
    assert len(last) == 1 + len(_FOOT) and len(set(last)) == 1


_FOOT = ("Nơi nhận:", "- Lưu: VT, VHXH.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Thu Hằng")


@pytest.mark.parametrize("before", range(1, 6))
def test_a_sheet_keeps_the_parts_of_a_high_row_on_one_page(before: int) -> None:
    tall = " ".join(f"từ{number}" for number in range(240))
    sheet = _opened(PAPERS["reminder"]([*[CONTENTS[1]] * before, tall, "sau"])).worksheets[1]
    parts = {page for words, page in _pages_of_rows(sheet).items() if words.startswith("từ")}
    assert len(parts) == 1


def _opened(document: Document) -> openpyxl.Workbook:
    target = io.BytesIO()
    write_xlsx(document, target, created=MOMENT)
    return openpyxl.load_workbook(target)
