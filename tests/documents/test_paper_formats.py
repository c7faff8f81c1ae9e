"""One paper in three formats: the same words and figures, the decree's measures, letters, text that stays text."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import docx
import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest

from cchc_desktop.documents.builders.appendix import build_appendix
from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.fonts import default_folder
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import Cell, Document, Paragraph, Row, Run, SideBySide, Table, TextStyle, mixed
from cchc_desktop.documents.paper_writer import preview_paper
from cchc_desktop.documents.writers.docx import write_docx
from cchc_desktop.documents.writers.pdf import write_pdf
from cchc_desktop.documents.writers.xlsx import write_xlsx
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from tests.documents.appendix_samples import MOMENT, TreeMaker, flat_tree, table_document
from tests.documents.paper_samples import SENTENCE, letter, report
from tests.documents.payloads import PAYLOADS
from tests.documents.test_pdf_writer import letters, page_texts

MM = 72 / 25.4


def pdf(document: Document) -> bytes:
    target = io.BytesIO()
    write_pdf(document, target, created=MOMENT, fonts=default_folder())
    return target.getvalue()


def pdf_words(document: Document) -> str:
    return " ".join(" ".join(page_texts(pdf(document))).split())


def docx_words(document: Document) -> str:
    target = io.BytesIO()
    write_docx(document, target, created=MOMENT)
    body = docx.Document(target).element.body
    words = (element.text or "" if element.tag.endswith("}t") else " " for element in body.iter()
             if element.tag.endswith(("}t", "}p", "}br")))  # fmt: skip
    return " ".join("".join(words).split())


def book(document: Document) -> openpyxl.Workbook:
    target = io.BytesIO()
    write_xlsx(document, target, created=MOMENT)
    return openpyxl.load_workbook(target, rich_text=True)


def xlsx_words(document: Document) -> str:
    cells = (cell for sheet in book(document).worksheets for row in sheet.iter_rows() for cell in row)
    return " ".join(" ".join(str(cell.value) for cell in cells if cell.value is not None).split())


READERS: dict[str, Callable[[Document], str]] = {"pdf": pdf_words, "docx": docx_words, "xlsx": xlsx_words}
formats = pytest.mark.parametrize("kind", list(READERS))


@formats
@pytest.mark.parametrize("make", [report, letter], ids=["report", "letter"])
def test_every_word_is_in_every_format(kind: str, make: Callable[[], Document]) -> None:
    found = READERS[kind](make())
    shown = {text for text in document_texts(make()) if kind != "xlsx" or not text.replace(",", "").isdigit()}
    wanted = {" ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()) for text in shown if "/2026" not in text}
    assert [
        text for text in wanted if not set(text.split()) <= set(found.replace("\N{NO-BREAK SPACE}", " ").split())
    ] == []


@formats
def test_formulas_markup_and_field_codes_stay_as_typed(kind: str) -> None:
    assert len(PAYLOADS) >= 60
    cells = Table(1, (), tuple(Row((Cell(0, f"{number}» {text} «"),)) for number, text in enumerate(PAYLOADS)))
    paragraphs = [Paragraph(f"p{number}» {text} «") for number, text in enumerate(PAYLOADS)]
    runs = [mixed((Run(f"r{number}» "), Run(text, bold=True), Run(" «"))) for number, text in enumerate(PAYLOADS)]
    beside = SideBySide(tuple(paragraphs[:5]), tuple(paragraphs[5:9]))
    found = READERS[kind](Document((*paragraphs, *runs, beside, cells), title="<b>&{PAGE}"))
    wanted = [f"{mark}{number}» {text} «" for mark in ("p", "r", "") for number, text in enumerate(PAYLOADS)]
    assert [text for text in wanted if text not in found] == []


@formats
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_all_vietnamese_letters_come_back_composed(kind: str, form: str) -> None:
    words = unicodedata.normalize(form, " ".join(letters()))  # type: ignore[arg-type]
    halves = mixed((Run(words[:101]), Run(words[101:202], bold=True), Run(words[202:], italic=True)))
    found = READERS[kind](Document((Paragraph(words), halves, *table_document([("1", words, "x")]).blocks)))
    assert unicodedata.is_normalized("NFC", found)
    assert [letter for letter in letters() if found.count(letter) < 3] == []


@formats
def test_a_thousand_tasks(kind: str) -> None:
    make = TreeMaker()
    make.section("I", "Thể chế")
    for number in range(1, 1001):
        make.item(f"Rà soát văn bản quy phạm pháp luật đợt{number}", number=str(number), lead_words="Văn phòng")
    found = READERS[kind](build_appendix(make.tree())).split()
    assert [f"đợt{number}" for number in range(1, 1001) if f"đợt{number}" not in set(found)] == []


@formats
@pytest.mark.parametrize("size", [11, 12, 13])
def test_a_task_of_two_thousand_words(kind: str, size: float) -> None:
    words = [f"từ{number}" for number in range(2000)]
    make = TreeMaker()
    make.section("I", "Thể chế")
    make.item(" ".join(words), number="1", product="Báo cáo")
    found = READERS[kind](build_appendix(make.tree(), size)).split()
    assert [word for word in found if word.startswith("từ")] == words


@formats
def test_a_paragraph_of_two_thousand_words(kind: str) -> None:
    words = [f"từ{number}" for number in range(2000)]
    found = READERS[kind](Document((PaperParts().body(" ".join(words)),), PaperParts().page())).split()
    assert [word for word in found if word.startswith("từ")] == words


# --- the PDF by the ruler ----------------------------------------------------------------------------------------


class PdfPage:
    """One page of a PDF: characters with their boxes, fonts and sizes, and the lines on it (points from the top)."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.height = page.get_height()
        self.words = page.get_textpage()
        self.text = self.words.get_text_range()
        self.lines = [item.get_bounds() for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=1)]

    def span(self, words: str) -> tuple[float, float, float]:
        """Return left and right edge of some words, and their baseline's neighbourhood from the top."""
        first = self.text.index(words)
        boxes = [self.words.get_charbox(first + place, loose=True) for place in range(len(words))]
        return min(box[0] for box in boxes), max(box[2] for box in boxes), self.height - boxes[0][1]

    def font(self, words: str) -> tuple[str, float]:
        """Return the name of the font and the size of some words."""
        first = self.text.index(words)
        buffer = ctypes.create_string_buffer(100)
        flags = ctypes.c_int()
        pdfium_c.FPDFText_GetFontInfo(self.words.raw, first, buffer, 100, flags)
        return buffer.value.decode().rpartition("+")[2], pdfium_c.FPDFText_GetFontSize(self.words.raw, first)


def pages_of(document: Document) -> list[PdfPage]:
    return [PdfPage(page) for page in pypdfium2.PdfDocument(pdf(document))]


@pytest.mark.parametrize(
    ("words", "face", "size"),
    [
        ("ỦY BAN NHÂN DÂN", "Bold", 13),
        ("CỘNG HÒA XÃ HỘI", "Bold", 13),
        ("Độc lập - Tự do", "Bold", 14),
        ("Số:", "", 13),
        ("Hoa Sữa, ngày", "Italic", 14),
        ("BÁO CÁO", "Bold", 14),
        ("Kết quả công tác", "Bold", 14),
        ("Kính gửi:", "", 14),
        ("I. CHỈ ĐẠO", "Bold", 14),
        ("đã chỉ đạo các phòng", "", 14),
    ],
)
def test_fonts_and_sizes_of_the_first_page(words: str, face: str, size: float) -> None:
    name, found = pages_of(report())[0].font(words)
    assert (name.replace("LiberationSerif", "").strip("-"), round(found, 2)) == (face, size)


@pytest.mark.parametrize("margins", [(20, 20, 30, 15), (25, 25, 35, 20)])
def test_margins_to_the_millimetre(margins: tuple[int, int, int, int]) -> None:
    top, bottom, left, right = margins
    profile = LayoutProfile(top_mm=top, bottom_mm=bottom, left_mm=left, right_mm=right)
    for page in pages_of(report(profile, paragraphs=6))[:3]:
        chars = [page.words.get_charbox(place) for place, letter in enumerate(page.text) if not letter.isspace()]
        inner = [box for box in chars if page.height - box[3] >= (top - 1) * MM]  # not the page number
        edges = [box for box in chars if box not in inner]
        assert min(box[0] for box in inner) / MM == pytest.approx(left, abs=1)
        assert max(box[2] for box in inner) / MM == pytest.approx(210 - right, abs=0.6)
        assert min(box[1] for box in inner) / MM >= bottom - 0.1
        assert all((page.height - box[3]) / MM > 8 for box in edges)


def test_body_lines_are_justified_and_the_first_is_indented() -> None:
    page = pages_of(report())[0]
    left, _, _ = page.span("Ủy ban nhân dân phường đã chỉ đạo")
    assert left / MM == pytest.approx(30 + 12.7, abs=0.3)
    _, right, _ = page.span("rà soát, công")
    assert right / MM == pytest.approx(210 - 15, abs=0.3)


@pytest.mark.parametrize(
    ("words", "size", "share"),
    [
        ("PHƯỜNG HOA SỮA", 13, 0.4),
        ("Độc lập - Tự do - Hạnh phúc", 14, 1.0),
        ("Kết quả công tác cải cách hành chính quý III năm 2026", 14, 0.4),
    ],
)
def test_lines_under_words_to_the_millimetre(words: str, size: float, share: float) -> None:
    page = pages_of(report())[0]
    left, right, bottom = page.span(words)
    middle = (left + right) / 2
    under = (line for line in page.lines if -8 < line[3] - (page.height - bottom) < 6)
    found = [line for line in under if abs((line[0] + line[2]) / 2 - middle) < 2]
    width = FontMetrics().words("Bold")[words] * size / 2048
    assert [(line[2] - line[0]) / MM for line in found] == [pytest.approx(width * share / MM, abs=0.6)]


def test_each_appendix_is_numbered_on_its_own_from_its_second_page() -> None:
    texts = page_texts(pdf(report()))
    numbers = [text.split()[0] if text.split()[0].isdigit() else "" for text in texts]
    assert numbers == ["", "2", "3", "", "2", "3", "4", "5", "6", ""]


def test_header_rows_stand_on_each_page_of_the_table() -> None:
    for text in page_texts(pdf(report()))[3:9]:
        assert "Nội dung nhiệm vụ" in " ".join(text.split())


def test_outline_leads_to_parts_of_the_paper() -> None:
    file = pypdfium2.PdfDocument(pdf(report()))
    entries = [(entry.level, entry.get_title()) for entry in file.get_toc()]
    assert entries[:3] == [
        (0, "BÁO CÁO"),
        (0, "I. CHỈ ĐẠO ĐIỀU HÀNH, KIỂM TRA VÀ TUYÊN TRUYỀN"),
        (1, "1. Kết quả thực hiện"),
    ]
    assert (0, "Phụ lục II. TỔNG HỢP SỐ LIỆU") in entries


def test_a_preview_is_the_pdf_and_knows_its_figures() -> None:
    preview = preview_paper(report(), lambda done, total: None, lambda: False)
    assert preview.pdf.startswith(b"%PDF")
    assert preview.notes == ()
    keys = [figure.key for figure in preview.figures]
    assert keys[:4] == ["plan:1/done", "plan:1/done", "plan:1/in_progress", "plan:1/overdue"]
    assert keys.count("area:II") == 2
    first = preview.figures[0]
    left, right, _ = PdfPage(pypdfium2.PdfDocument(preview.pdf)[first.page]).span("08/24")
    assert (first.left, first.right) == (pytest.approx(left, abs=2), pytest.approx(right, abs=2))


# --- the workbook ------------------------------------------------------------------------------------------------


def test_dates_and_numbers_are_typed_cells() -> None:
    sheet = book(report()).worksheets[0]
    row = next(row for row in sheet.iter_rows() if row[0].value == "I" and row[2].value is not None)
    assert [cell.value for cell in row] == [
        "I", "Chỉ đạo điều hành, kiểm tra và tuyên truyền", 6, 2, 33.3, datetime(2026, 9, 2)
    ]  # fmt: skip
    assert [cell.number_format for cell in row] == ["@", "@", "0", "0", "0.0", "dd/mm/yyyy"]


@pytest.mark.parametrize(
    ("value", "text", "stored", "number_format"),
    [
        (5, "05", 5, "00"),
        (1250, "1.250", 1250, "#,##0"),
        (Decimal("95.25"), "95,25%", 95.25, '0.00"%"'),
        (Decimal("-3"), "-3", -3, "0"),
        (10**17, "100000000000000000", "100000000000000000", "@"),
        (Decimal("NaN"), "–", "–", "@"),
    ],
)
def test_numbers_are_shown_as_on_paper(value: int | Decimal, text: str, stored: object, number_format: str) -> None:
    cell = book(Document((Table(1, (), (Row((Cell(0, text, value=value),)),)),))).worksheets[0]["A1"]
    assert (cell.value, cell.number_format) == (stored, number_format)


def test_each_section_is_a_sheet_with_its_own_setup() -> None:
    sheets = book(report()).worksheets
    assert [sheet.title for sheet in sheets] == ["Báo cáo", "Phụ lục I", "Phụ lục II"]
    assert [sheet.page_setup.orientation for sheet in sheets] == ["portrait", "landscape", "portrait"]
    assert [(sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber) for sheet in sheets] == [
        (1, True)
    ] * 3


def test_filters_and_frozen_headers() -> None:
    report_sheet, appendix, _ = book(report()).worksheets
    assert appendix.auto_filter.ref == f"A4:F{appendix.max_row}"
    assert appendix.freeze_panes == "A5"
    assert appendix.print_title_rows == "$4:$4"
    assert report_sheet.freeze_panes is None  # its table lies deep below the text


def test_a_letterhead_stands_beside_quoc_hieu_with_lines_drawn_under_both() -> None:
    target = io.BytesIO()
    write_xlsx(letter(), target, created=MOMENT)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert (sheet["A1"].value, sheet["B1"].value) == ("UBND PHƯỜNG HOA SỮA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert (sheet["A1"].font.size, sheet["A1"].font.bold, sheet["B1"].font.bold) == (13, False, True)
    from zipfile import ZipFile

    drawing = ZipFile(target).read("xl/drawings/drawing1.xml").decode()
    lengths = [int(part.split('"')[1]) / 12700 for part in drawing.split("<xdr:ext ")[1:]]
    words = FontMetrics().words("Bold")
    wanted = [0.4 * words["PHÒNG VĂN HÓA - XÃ HỘI"] * 13 / 2048, words["Độc lập - Tự do - Hạnh phúc"] * 14 / 2048]
    assert sorted(lengths) == pytest.approx(sorted(wanted), abs=0.01)


def test_words_of_a_paragraph_keep_their_look_on_a_sheet() -> None:
    sheet = book(report()).worksheets[0]
    value = next(cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("Đến ngày"))
    blocks = [part for part in value if not isinstance(part, str)]
    assert [(part.text, bool(part.font.b), bool(part.font.i)) for part in blocks][1] == ("08/24", True, False)
    assert {part.font.sz for part in blocks} == {14}


def test_no_word_is_clipped_in_a_sheets_rows() -> None:
    sheet = book(report()).worksheets[0]
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == SENTENCE)
    assert sheet.row_dimensions[row].height > 4 * 16


@pytest.mark.parametrize("size", [11, 12, 13])
def test_no_word_is_wider_than_its_column(size: float) -> None:
    from cchc_desktop.documents.layout.measure import MeasuredTable, measure

    measured = measure(build_appendix(flat_tree(), size), FontMetrics())
    table = next(block for block in measured.sections[0].blocks if isinstance(block, MeasuredTable))
    words = measured.metrics.words("Regular")
    for row, lines in zip(table.table.rows, table.lines, strict=True):
        for cell, cell_lines in zip(row.cells, lines, strict=True):
            room = table.edges[cell.column + cell.columns] - table.edges[cell.column]
            face = words if not cell.style.bold else measured.metrics.words("Bold")
            assert all(face[line] * size / 2048 <= room - 8.9 for line in cell_lines)
            assert " ".join(" ".join(cell_lines).split()) == " ".join(cell.text.split())


def test_text_styles_keep_their_size_in_every_format() -> None:
    document = Document((Paragraph("cỡ chữ", TextStyle(size=12.5)),))
    assert pages_of(document)[0].font("cỡ")[1] == pytest.approx(12.5)
    target = io.BytesIO()
    write_docx(document, target, created=MOMENT)
    assert docx.Document(target).paragraphs[0].runs[0].font.size.pt == 12.5
    assert book(document).worksheets[0]["A1"].font.size == 12.5
