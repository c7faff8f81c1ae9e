"""The Word file read back with python-docx: styles, sections, headers, tables, lines; the way back in; LibreOffice."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from shutil import which
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from cchc_desktop.documents.builders.appendix import build_appendix
from cchc_desktop.documents.builders.indicators import build_indicators
from cchc_desktop.documents.child import read_here
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.model import Cell, Document, PageSetup, Paragraph, Row, Table, TextStyle
from cchc_desktop.documents.recognise.plan import recognise
from cchc_desktop.documents.writers.docx import write_docx
from tests.documents.appendix_samples import MOMENT, flat_tree, indicator_tree, nested_tree, table_document
from tests.documents.paper_samples import SENTENCE, letter, report


def written(document: Document) -> bytes:
    target = io.BytesIO()
    write_docx(document, target, created=MOMENT)
    return target.getvalue()


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(written(document)))


def part(document: Document, name: str) -> str:
    return ZipFile(io.BytesIO(written(document))).read(name).decode()


def test_paper_and_margins_of_every_section() -> None:
    sections = opened(report()).sections
    sizes = [(round(one.page_width.mm), round(one.page_height.mm), one.orientation) for one in sections]
    assert sizes == [
        (210, 297, WD_ORIENT.PORTRAIT),
        (297, 210, WD_ORIENT.LANDSCAPE),
        (210, 297, WD_ORIENT.PORTRAIT),
    ]
    for one in sections:
        margins = (one.top_margin, one.bottom_margin, one.left_margin, one.right_margin)
        assert [round(margin.mm, 1) for margin in margins] == [20, 20, 30, 15]


def test_pages_are_numbered_from_the_second_and_each_section_on_its_own() -> None:
    for section in opened(report()).sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert " PAGE " in section.header._element.xml
        assert section.first_page_header.paragraphs[0].text == ""
        assert section.header.paragraphs[0].runs[0].font.size.pt == 13


def test_no_page_numbers_where_the_setup_has_none() -> None:
    (section,) = opened(table_document([("a", "b", "c")], page=PageSetup(first_numbered=None))).sections
    assert "PAGE" not in section.header._element.xml


@pytest.mark.parametrize(
    ("name", "size", "bold", "italic"),
    [
        ("Quốc hiệu", 13, True, False),
        ("Tiêu ngữ", 14, True, False),
        ("Số, ký hiệu", 13, False, False),
        ("Địa danh, thời gian", 14, False, True),
        ("Title", 14, True, False),
        ("Subtitle", 14, True, False),
        ("heading 1", 14, True, False),
        ("Body Text", 14, False, False),
        ("Nơi nhận", 12, True, True),
        ("Danh sách nơi nhận", 11, False, False),
        ("Chữ trong bảng", 12, False, False),
    ],
)
def test_styles_have_the_decrees_letters(name: str, size: float, bold: bool, italic: bool) -> None:
    styles = {style.name: style for style in opened(report()).styles}
    font = styles["Heading 1" if name == "heading 1" else name].font
    assert (font.size.pt, bool(font.bold), bool(font.italic)) == (size, bold, italic)


def test_paragraphs_have_styles_and_hardly_any_settings_of_their_own() -> None:
    paper = opened(report())
    body = [paragraph for paragraph in paper.paragraphs if paragraph.text == SENTENCE]
    assert {paragraph.style.name for paragraph in body} == {"Body Text"}
    assert {paragraph._p.pPr.find(qn("w:jc")) for paragraph in body} == {None}
    shape = body[0].style.paragraph_format
    assert (round(shape.first_line_indent.mm, 1), shape.space_after.pt) == (12.7, 6)
    assert shape.line_spacing == pytest.approx(1.15)
    headings = [one.text for one in paper.paragraphs if one.style.name == "Heading 1"]
    assert headings[0] == "I. CHỈ ĐẠO ĐIỀU HÀNH, KIỂM TRA VÀ TUYÊN TRUYỀN"
    assert all(one.style.paragraph_format.keep_with_next for one in paper.paragraphs if one.style.name == "Heading 1")


def test_runs_keep_their_look() -> None:
    paragraph = next(one for one in opened(report()).paragraphs if one.text.startswith("Đến ngày"))
    looks = {run.text: (run.bold, run.italic) for run in paragraph.runs}
    assert looks["08/24"] == (True, None)
    assert looks["33,3%"] == (None, None)
    assert looks[" nhiệm vụ quá hạn; kết quả theo từng lĩnh vực như sau:"] == (None, True)


def test_language_font_and_properties() -> None:
    paper = opened(report())
    assert 'w:lang w:val="vi-VN"' in part(report(), "word/styles.xml")
    assert 'w:ascii="Times New Roman"' in part(report(), "word/styles.xml")
    properties = paper.core_properties
    assert (properties.title, properties.language) == ("Báo cáo cải cách hành chính quý III năm 2026", "vi-VN")
    assert properties.author == "UBND phường Hoa Sữa"
    assert properties.created == MOMENT


def test_lines_under_words_have_the_decrees_lengths() -> None:
    from cchc_desktop.documents.metrics import FontMetrics

    words = FontMetrics().words("Bold")
    upper = opened(report()).tables[0]
    for cell, room, text, size, share in (
        (upper.cell(0, 0), 0.39, "PHƯỜNG HOA SỮA", 13, 0.4),
        (upper.cell(0, 1), 0.61, "Độc lập - Tự do - Hạnh phúc", 14, 1.0),
    ):
        line = next(one for one in cell.paragraphs if one._p.pPr.find(qn("w:pBdr")) is not None)
        shape = line.paragraph_format
        length = 165 * room - shape.left_indent.mm - shape.right_indent.mm
        assert length == pytest.approx(share * words[text] * size / 2048 * 25.4 / 72, abs=0.2)
        assert shape.left_indent.mm == pytest.approx(shape.right_indent.mm, abs=0.2)


def test_header_rows_repeat_and_rows_stay_whole() -> None:
    table = opened(build_appendix(flat_tree())).tables[0]
    kinds = [(row._tr.trPr.find(qn("w:tblHeader")) is not None, row._tr.trPr.find(qn("w:cantSplit")) is not None)
             for row in table.rows]  # fmt: skip
    assert kinds[0] == (True, True)
    assert set(kinds[1:]) == {(False, True)}


def test_a_row_taller_than_a_page_may_be_cut() -> None:
    words = " ".join(f"từ{number}" for number in range(2000))
    table = opened(table_document([("1", words, "x"), ("2", "sau", "y")])).tables[0]
    cut = [row._tr.trPr is None or row._tr.trPr.find(qn("w:cantSplit")) is None for row in table.rows]
    assert cut == [False, True, False]
    assert table.cell(1, 1).text == words


def test_section_rows_stay_with_the_next() -> None:
    table = opened(build_appendix(flat_tree())).tables[0]
    keeps = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert [number for number, kept in enumerate(keeps) if kept][:2] == [1, 12]


def test_merged_cells_go_down_and_across() -> None:
    table = opened(build_appendix(nested_tree(activities=3))).tables[0]
    grid = [[cell._tc for cell in row.cells] for row in table.rows]
    assert all(len(row) == 9 for row in grid)
    assert grid[0][5] is grid[0][6]  # 'Cơ quan thực hiện' over two columns
    assert grid[3][1] is grid[8][1]  # the objective over six activities
    assert grid[3][2] is grid[5][2] is not grid[6][2]
    texts = [cell.text for cell in table.rows[3].cells]
    assert texts[1].startswith("1.1. Mục tiêu 1:")


def test_column_widths_are_those_of_the_layout() -> None:
    table = opened(build_appendix(flat_tree())).tables[0]
    widths = [column.width.mm for column in table.columns]
    assert sum(widths) == pytest.approx(252, abs=0.1)
    assert widths[1] == max(widths)


def test_a_table_that_lacks_room_has_less_padding() -> None:
    few, many = (table_document([("HĐND&UBND",) * columns], columns) for columns in (3, 9))
    assert "tblCellMar" not in part(few, "word/document.xml")
    narrow = part(many, "word/document.xml")
    assert '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>' in narrow


def test_line_feeds_and_tabs_are_elements() -> None:
    cell = opened(table_document([("1", "a\nb\tc", "x")])).tables[0].cell(1, 1)
    assert cell.text == "a\nb\tc"
    assert len(cell.paragraphs) == 1


def test_tables_that_meet_stay_two() -> None:
    table = Table(1, (), (Row((Cell(0, "a", TextStyle()),)),))
    paper = opened(Document((table, table, Paragraph("hết"))))
    assert len(paper.tables) == 2
    assert paper.paragraphs[-1].text == "hết"


def test_every_part_is_well_formed_and_named() -> None:
    from defusedxml.ElementTree import fromstring

    package = ZipFile(io.BytesIO(written(report())))
    types = package.read("[Content_Types].xml").decode()
    for name in package.namelist():
        fromstring(package.read(name))
        assert name.endswith(".rels") or name == "[Content_Types].xml" or f'PartName="/{name}"' in types


def test_same_input_gives_the_same_bytes() -> None:
    assert written(report()) == written(report())


def test_illegal_characters_are_removed_with_a_note() -> None:
    target = io.BytesIO()
    notes = write_docx(table_document([("1", "a\x00\x1fb\ufffe", "x")]), target, created=MOMENT)
    assert docx.Document(target).tables[0].cell(1, 1).text == "ab"
    assert notes == ("Đã bỏ 3 ký tự điều khiển không ghi được vào tệp; các chữ khác giữ nguyên.",)


# --- the way back in ---------------------------------------------------------------------------------------------


def test_an_appendix_is_read_again(tmp_path: Path) -> None:
    tree = flat_tree()
    target = tmp_path / "a.docx"
    target.write_bytes(written(build_appendix(tree)))
    draft = recognise(read_here(target))
    assert [(section.number, section.title) for section in draft.sections] == [
        (section.number, section.title) for section in tree.sections
    ]
    contents = [item.content for section in draft.sections for item in section.items]
    assert contents == [item.content for section in tree.sections for item in tree.roots(section.id)]


# --- LibreOffice -------------------------------------------------------------------------------------------------


@pytest.mark.libreoffice
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("document", "pages"),
    [
        (build_appendix(flat_tree(7, 6)), 6),
        (build_appendix(nested_tree()), 5),
        (build_indicators(indicator_tree()), 2),
        (report(), 10),
        (letter(), 1),
        (table_document([("1", " ".join(f"từ{number}" for number in range(2000)), "x")]), 4),
    ],
    ids=["flat", "nested", "indicators", "report", "letter", "tall"],
)
def test_libreoffice_prints_every_word(document: Document, pages: int, tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(written(document))
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(source)], check=True, capture_output=True, timeout=150)
    printed = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    texts = [page.get_textpage().get_text_bounded() for page in printed]
    assert set(" ".join(document_texts(document)).split()) <= set(" ".join(texts).split())
    assert abs(len(printed) - pages) <= 1
    numbers = [text.split()[0] for text in texts]
    assert numbers[0] != "1"
    assert "2" in numbers[1:2] or len(printed) == 1
    printed.close()
