"""The workbook read back: cells, merges, sizes, print setup; text safety; the way back in; LibreOffice."""

from __future__ import annotations

import io
import subprocess
from itertools import pairwise
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.builders.appendix import build_appendix
from cchc_desktop.documents.builders.indicators import build_indicators
from cchc_desktop.documents.child import read_here
from cchc_desktop.documents.followup_papers import write_followup_paper
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.model import A3_MM, Cell, Document, PageSetup, Paragraph, ParagraphForm, Row, Table
from cchc_desktop.documents.recognise.plan import recognise
from cchc_desktop.documents.writers.pdf import write_pdf
from cchc_desktop.documents.writers.xlsx import write_xlsx
from cchc_desktop.documents.writers.xlsx_breaks import SheetRow, breaks_before
from cchc_desktop.documents.writers.xlsx_text import LONGEST_TEXT, chunks, sheet_name
from cchc_desktop.domain.draft import DraftItem, DraftPlan
from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.papers.followup import AppendixPaper
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.domain.plan import AppendixForm, SectionRows
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import never_cancelled, no_progress
from tests.documents.appendix_samples import (
    CONTENTS,
    MOMENT,
    TreeMaker,
    flat_tree,
    indicator_tree,
    nested_tree,
    plan,
    table_document,
)

PAYLOADS = (
    "=1+1", "+84 225", "-5", "- Mẫu đơn", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0", "<b>x",
    "<img src=x>", "a & b", "&amp;", "_x0041_", "_x000D_", "'quoted", "]]>", "#REF!", "TRUE", "00123", "1/2", "{=1}",
    " x ",
)  # fmt: skip


def xlsx(document: Document) -> bytes:
    target = io.BytesIO()
    write_xlsx(document, target, created=MOMENT)
    return target.getvalue()


def sheet(document: Document) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(xlsx(document))).worksheets[0]


def merges(page: Worksheet) -> set[str]:
    return {str(merged) for merged in page.merged_cells.ranges}


def test_print_setup_follows_the_page() -> None:
    page = sheet(build_appendix(flat_tree()))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    margins = page.page_margins
    found = [round(side * 25.4, 3) for side in (margins.top, margins.bottom, margins.left, margins.right)]
    assert found == [20, 20, 30, 15]
    assert page.HeaderFooter.differentFirst
    assert page.oddHeader.center.text == "&P"
    assert page.firstHeader.center.text is None
    assert page.print_title_rows == "$4:$4"
    assert page.freeze_panes == "A5"


def test_a3_portrait_without_page_number() -> None:
    page = sheet(table_document([("a", "b", "c")], page=PageSetup(*A3_MM, first_numbered=None)))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("portrait", 8)
    assert page.oddHeader.center.text is None


def test_cells_merges_and_styles() -> None:
    page = sheet(build_appendix(flat_tree()))
    assert page.title == "Nhiệm vụ"
    assert page["A1"].value == "Phụ lục"
    assert {"A1:F1", "A2:F2", "A3:F3", "B5:F5"} <= merges(page)
    assert page["A1"].font.name == page["B6"].font.name == "Times New Roman"
    assert (page["A1"].font.size, page["A1"].font.bold, page["A3"].font.italic) == (14, True, True)
    assert (page["A5"].value, page["B5"].value, page["B5"].font.bold) == ("I", "Nội dung cải cách thứ 1", True)
    assert page["B6"].alignment.wrap_text
    assert (page["A6"].alignment.horizontal, page["B6"].alignment.horizontal) == ("center", "left")
    assert all(page.cell(row, column).border.left.style == "thin" for row in (4, 6, 9) for column in range(1, 7))
    assert page["A6"].data_type == "s"


def test_widths_add_up_to_the_text_width_in_units_of_the_default_font() -> None:
    data = xlsx(build_appendix(flat_tree()))
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    pixels = [page.column_dimensions[letter].width * 8 for letter in "ABCDEF"]
    assert all(width == int(width) for width in pixels)
    assert sum(pixels) == int((297 - 45) / 25.4 * 96)
    assert b'<fonts count="5"><font><name val="Times New Roman"/><family val="1"/><sz val="12"/>' in ZipFile(
        io.BytesIO(data)
    ).read("xl/styles.xml").replace(b" />", b"/>")


def test_nested_appendix_merges_downwards() -> None:
    page = sheet(build_appendix(nested_tree(activities=3)))
    assert {"A3:A4", "F3:G3", "F4:F4"} & merges(page) == {"A3:A4", "F3:G3"}
    assert {"B6:B11", "C6:C8", "C9:C11", "B12:B17"} <= merges(page)
    assert page.print_title_rows == "$3:$4"
    assert all(page.cell(row, 2).border.left.style == "thin" for row in range(6, 18))


def test_cells_stand_in_order_in_their_rows() -> None:
    data = ZipFile(io.BytesIO(xlsx(build_appendix(nested_tree())))).read("xl/worksheets/sheet1.xml").decode()
    for row in data.split("<row ")[1:]:
        letters = [part[0] for part in row.split('<c r="')[1:]]
        assert all(before < after for before, after in pairwise(letters))
        assert len(letters) in (1, 9)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_texts_stay_texts_as_typed(payload: str, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(xlsx(table_document([("1", payload, "x")])))
    cell = openpyxl.load_workbook(target).worksheets[0]["B3"]
    assert cell.data_type == "s"
    assert cell.value.replace("_x005F_", "_") == payload
    assert cell.quotePrefix == payload.startswith(("=", "+", "-", "@", "\t"))
    rows = next(block for block in read_here(target).blocks if not isinstance(block, str)).rows
    assert rows[2].cells[1].text.strip() == payload.strip()


def test_illegal_characters_are_removed_with_a_note() -> None:
    target = io.BytesIO()
    notes = write_xlsx(table_document([("1", "a\x00\x0b\x1fb\ufffe\ud800", "x")]), target, created=MOMENT)
    assert openpyxl.load_workbook(target).worksheets[0]["B3"].value == "a\nb"
    assert notes == ("Đã bỏ 4 ký tự điều khiển không ghi được vào tệp; các chữ khác giữ nguyên.",)


@pytest.mark.parametrize("filler", ["từ ", "x", "😀 "])
def test_chunks_lose_nothing(filler: str) -> None:
    text = filler * 40_000
    parts = chunks(text)
    assert all(len(part.encode("utf-16-le")) // 2 <= LONGEST_TEXT for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert len(parts) > 1


def test_a_text_that_no_cell_holds_goes_on_below_with_a_note() -> None:
    words = [f"t{number}" for number in range(8000)]
    target = io.BytesIO()
    notes = write_xlsx(table_document([("1", " ".join(words), "x"), ("2", "sau", "y")]), target, created=MOMENT)
    values = [row[1].value for row in openpyxl.load_workbook(target).worksheets[0].iter_rows(min_row=3)]
    assert " ".join(filter(None, values)).split() == [*words, "sau"]
    assert len(notes) == 1


def test_a_long_text_in_a_merged_cell_stretches_it() -> None:
    long = " ".join(f"t{number}" for number in range(8000))
    rows = (Row((Cell(0, "a", rows=2), Cell(1, long))), Row((Cell(1, "b"),)), Row((Cell(0, "c"), Cell(1, "d"))))
    page = sheet(Document((Table(2, (), rows),)))
    values = [(row[0].value, row[1].value) for row in page.iter_rows()]
    starts = [number for number, row in enumerate(values, start=1) if row[0]]
    assert " ".join(row[1] for row in values if row[1]) == f"{long} b d"
    assert f"A1:A{starts[1] - 1}" in merges(page)


def test_a_row_higher_than_excel_allows_goes_on_below_without_lines_between() -> None:
    words = " ".join(f"từ{number}" for number in range(2000))
    page = sheet(table_document([("1", words, "x"), ("2", "sau", "y")]))
    last = next(row for row in range(3, 99) if page.cell(row, 2).value == "sau") - 1
    assert " ".join(page.cell(row, 2).value for row in range(3, last + 1)) == words
    assert [page.cell(row, 1).value for row in range(3, last + 2)] == ["1", *[None] * (last - 3), "2"]
    assert max(page.row_dimensions[row].height for row in range(3, last + 1)) < 409
    edges = [(page.cell(row, 2).border.top.style, page.cell(row, 2).border.bottom.style) for row in (3, 4, last)]
    assert edges == [("thin", None), (None, None), (None, "thin")]


def test_a_tall_merged_cell_keeps_its_text_whole() -> None:
    words = " ".join(f"từ{number}" for number in range(1500))
    rows = (Row((Cell(0, words, rows=2), Cell(1, "a"))), Row((Cell(1, "b"),)))
    page = sheet(Document((Table(2, (), rows),)))
    tall = next(merged for merged in page.merged_cells.ranges if merged.min_col == 1)
    heights = [page.row_dimensions[row].height for row in range(tall.min_row, tall.max_row + 1)]
    assert page["A1"].value == words
    assert max(heights) <= 409 < sum(heights)


@pytest.mark.parametrize(
    ("rows", "breaks"),
    [
        ("aaaaaSa", [5]),  # the section row would be last
        ("aaaaSa", []),
        ("aaaaSSa", [4]),
        ("aaaaaaSa", []),  # the page ends before it by itself
        ("aaaaaSaaaSa", [5]),
        ("aaaaaSaaaaSa", [5, 10]),  # six rows fit under the repeated header
        ("S", []),
    ],
)
def test_pages_end_before_a_section_row_that_would_be_last(rows: str, breaks: list[int]) -> None:
    written = [SheetRow(20, False), *(SheetRow(20, row == "S") for row in rows)]
    assert [number - 1 for number in breaks_before(written, range(1), 7 * 20 + 5)] == breaks


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Phụ lục", (), "Phụ lục"),
        ("a/b:c*[d]?\\e", (), "a b c d e"),
        ("x" * 40, (), "x" * 31),
        ("Phụ lục", ("phụ lục",), "Phụ lục (2)"),
        ("x" * 40, ("x" * 31,), "x" * 27 + " (2)"),
        ("'", (), "Phụ lục"),
        ("History", (), "History (2)"),
    ],
)
def test_sheet_names_are_legal(wanted: str, taken: tuple[str, ...], name: str) -> None:
    assert sheet_name(wanted, taken) == name


def test_each_table_has_a_sheet_with_the_words_above_it() -> None:
    one = table_document([("a", "b", "c")])
    book = openpyxl.load_workbook(io.BytesIO(xlsx(Document((*one.blocks, *one.blocks, Paragraph("hết"))))))
    assert book.sheetnames == ["Phụ lục", "Phụ lục (2)"]
    assert [page["A1"].value for page in book.worksheets] == ["Phụ lục", "Phụ lục"]
    assert book.worksheets[1]["A4"].value == "hết"


def test_a_remark_below_a_table_stays_on_its_sheet() -> None:
    name, remark = Paragraph("Bảng 2", form=ParagraphForm(keep_with_next=True)), Paragraph("Ghi chú")
    (table,) = (block for block in table_document([("a", "b", "c")]).blocks if isinstance(block, Table))
    book = openpyxl.load_workbook(io.BytesIO(xlsx(Document((table, remark, name, table)))))
    assert [[row[0].value for row in page][-1] for page in book.worksheets] == ["Ghi chú", "a"]
    assert book.worksheets[1]["A1"].value == "Bảng 2"


def test_properties_and_same_bytes() -> None:
    data = xlsx(build_appendix(flat_tree()))
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert properties.title.startswith("Phụ lục DANH MỤC NHIỆM VỤ")
    assert properties.creator == "Ủy ban nhân dân phường Hoa Sữa"
    assert properties.created == MOMENT.replace(tzinfo=None)
    assert data == xlsx(build_appendix(flat_tree()))


# --- the facade --------------------------------------------------------------------------------------------------


def appendix_of(tree: PlanTree, appendix: str = "appendix") -> AppendixPaper:
    return AppendixPaper(tree, LayoutProfile(), indicators=appendix == "indicators")


@pytest.mark.parametrize("ending", ["xlsx", "PDF", "docx"])
@pytest.mark.parametrize("appendix", ["appendix", "indicators"])
def test_the_ending_chooses_the_format(ending: str, appendix: str, tmp_path: Path) -> None:
    target = tmp_path / f"phụ lục.{ending}"
    calls: list[tuple[int, int]] = []
    notes = write_followup_paper(
        appendix_of(flat_tree(), appendix), target, lambda *call: calls.append(call), never_cancelled
    )
    assert notes == ()
    assert target.read_bytes()[:2] == (b"%P" if ending == "PDF" else b"PK")
    assert calls[-1] == (1, 1)


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"\.docx, \.xlsx hoặc \.pdf"):
        write_followup_paper(appendix_of(flat_tree()), tmp_path / "a.odt", no_progress, never_cancelled)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Không có thư mục"):
        write_followup_paper(appendix_of(flat_tree()), tmp_path / "none" / "a.pdf", no_progress, never_cancelled)


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "docx"])
def test_a_cancelled_export_leaves_the_old_file(ending: str, tmp_path: Path) -> None:
    target = tmp_path / f"a.{ending}"
    target.write_text("cũ", encoding="utf-8")
    answers = iter([False, False])
    with pytest.raises(Cancelled):
        write_followup_paper(appendix_of(flat_tree()), target, no_progress, lambda: next(answers, True))
    assert target.read_text(encoding="utf-8") == "cũ"
    assert list(tmp_path.glob("*.tmp")) == []


# --- the way back in ---------------------------------------------------------------------------------------------


def read_back(tree: PlanTree, appendix: str, folder: Path) -> DraftPlan:
    target = folder / "a.xlsx"
    write_followup_paper(appendix_of(tree, appendix), target, no_progress, never_cancelled)
    return recognise(read_here(target))


def item_fields(item: DraftItem) -> tuple[object, ...]:
    own = (
        item.number, item.ordinal, item.label, item.content, item.lead_words, item.coordinating_words, item.time_words,
        item.product, item.funding, item.note,
    )  # fmt: skip
    return own, tuple(item_fields(child) for child in item.children)


def tree_fields(tree: PlanTree, section: int, parent: int | None = None) -> tuple[object, ...]:
    return tuple(
        (
            (
                item.number, item.ordinal, item.label, item.content, item.lead_words, item.coordinating_words,
                item.time_words, item.product, item.funding, item.note,
            ),
            tree_fields(tree, section, item.id),
        )
        for item in tree.siblings.get((section, parent), ())
    )  # fmt: skip


@pytest.mark.parametrize(
    "tree",
    [flat_tree(), flat_tree(of=plan(form=AppendixForm(section_rows=SectionRows.MERGED))), nested_tree()],
    ids=["split", "merged", "nested"],
)
def test_exported_and_read_again_is_the_same(tree: PlanTree, tmp_path: Path) -> None:
    draft = read_back(tree, "appendix", tmp_path)
    assert [(section.number, section.title) for section in draft.sections] == [
        (section.number, section.title) for section in tree.sections
    ]
    for section, read in zip(tree.sections, draft.sections, strict=True):
        assert tuple(map(item_fields, read.items)) == tree_fields(tree, section.id)


def test_a_task_of_two_thousand_words_comes_back(tmp_path: Path) -> None:
    make = TreeMaker()
    make.section("I", "Thể chế")
    make.item(" ".join(CONTENTS[:3] * 25), number="1", product="Báo cáo", lead_words="Văn phòng")
    make.item("Việc sau", number="2")
    tree = make.tree()
    draft = read_back(tree, "appendix", tmp_path)
    assert len(tree.items[1].content.split()) > 1500
    assert tuple(map(item_fields, draft.sections[0].items)) == tree_fields(tree, 1)


def test_indicators_come_back(tmp_path: Path) -> None:
    tree = indicator_tree()
    draft = read_back(tree, "indicators", tmp_path)
    assert [
        (row.group_number, row.group_title, row.number, row.text, row.unit, row.target_words, row.agency_words)
        for row in draft.indicators
    ] == [
        (row.group_number, row.group_title, row.number, row.text, row.unit, row.target_words, row.agency_words)
        for row in tree.indicators
    ]


# --- LibreOffice -------------------------------------------------------------------------------------------------


@pytest.mark.libreoffice
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    "document",
    [
        build_appendix(flat_tree()),
        build_appendix(flat_tree(7, 3)),
        build_appendix(flat_tree(7, 6)),
        build_appendix(nested_tree()),
        build_indicators(indicator_tree()),
        table_document([("1", " ".join(f"từ{number}" for number in range(2000)), "x")]),
    ],
    ids=["flat", "7 x 3", "7 x 6", "nested", "indicators", "tall"],
)
def test_libreoffice_prints_every_word(document: Document, tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(xlsx(document))
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(source)], check=True, capture_output=True, timeout=150)
    printed = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    words = " ".join(page.get_textpage().get_text_bounded() for page in printed).split()
    direct = io.BytesIO()
    write_pdf(document, direct, created=MOMENT)
    assert set(" ".join(document_texts(document)).split()) <= set(words)
    assert abs(len(printed) - len(pypdfium2.PdfDocument(direct))) <= 1
    for page in printed:
        assert "Nội dung cải cách thứ" not in page.get_textpage().get_text_bounded().splitlines()[-1]
    assert "2" in printed[1].get_textpage().get_text_bounded().split()[:1] if len(printed) > 1 else True
    printed.close()
