"""Worksheets as read: what a person sees in a cell, merged cells, and the list of doubts."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from cchc_desktop.documents import raw_json
from cchc_desktop.documents.child import read_here
from cchc_desktop.documents.raw import RawCell, RawDocument, RawTable
from cchc_desktop.documents.readers.number_format import display_number
from tests.documents.office_files import (
    STRICT_SHEET_NS,
    XLSM_TYPE,
    Parts,
    sheet_xml,
    small_xlsx,
    text_cell,
    write_zip,
    xlsx_parts,
)

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "reference-plans"


def read(folder: Path, parts: Parts) -> RawDocument:
    return read_here(write_zip(folder / "a.xlsx", parts))


def read_rows(folder: Path, rows: str, **options) -> dict[int, list[str]]:
    document = read(folder, xlsx_parts(sheet_xml(rows), **options))
    return {row.number: [cell.text for cell in row.cells] for row in only_table(document).rows}


def only_table(document: RawDocument) -> RawTable:
    (table,) = document.blocks
    assert isinstance(table, RawTable)
    return table


def all_texts(document: RawDocument) -> set[str]:
    tables = [block for block in document.blocks if isinstance(block, RawTable)]
    return {cell.text for table in tables for row in table.rows for cell in row.cells}


def problems(document: RawDocument) -> list[tuple[str, int | None, str | None, str]]:
    return [(p.table, p.row, p.cell, p.message) for p in document.problems]


def test_small_workbook(tmp_path: Path):
    document = read(tmp_path, small_xlsx())
    table = only_table(document)
    assert (table.name, table.letters, [row.number for row in table.rows]) == ("Trang 1", True, [1, 3, 4])
    assert table.rows[0].cells == (RawCell("Phụ lục"), *[RawCell("Phụ lục", "left")] * 3)
    assert [cell.text for cell in table.rows[1].cells] == ["TT", "Nội dung công việc", "", ""]
    assert [cell.text for cell in table.rows[2].cells] == ["1", "Rà soát văn bản", "95%", "2"]
    assert problems(document) == [("Trang 1", 4, "D", "Ô có công thức; đã lấy giá trị mà Excel lưu lần cuối.")]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<c r="A1"><v>95.0</v></c>', "95"),
        ('<c r="A1"><v>95.5</v></c>', "95,5"),
        ('<c r="A1"><v>0.30000000000000004</v></c>', "0,3"),
        ('<c r="A1"><v>-3</v></c>', "-3"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="A1" t="str"><f>A2</f><v>chữ</v></c>', "chữ"),
        ('<c r="A1" t="d"><v>2025-07-31T00:00:00</v></c>', "31/07/2025"),
        ('<c r="A1" t="inlineStr"><is><r><t>một </t></r><r><t>hai</t></r></is></c>', "một hai"),
        ('<c r="A1" t="inlineStr"><is><t>chữ</t><rPh sb="0" eb="1"><t>đọc</t></rPh></is></c>', "chữ"),
        (text_cell("A1", "một_x000D_\nhai"), "một\nhai"),
        ('<!-- a --><c r="A1"><!-- b --><v><!-- c -->7</v></c>', "7"),
        (text_cell("A1", "giữ _x005F_x000D_"), "giữ _x000D_"),
        (text_cell("A1", "- Mẫu đơn =1+1"), "- Mẫu đơn =1+1"),
        (text_cell("A1", "  khoảng trắng  "), "  khoảng trắng  "),
        (text_cell("A1", unicodedata.normalize("NFD", "Ủy ban phường")), "Ủy ban phường"),
    ],
)
def test_cell_text(tmp_path: Path, xml: str, text: str):
    assert read_rows(tmp_path, f'<row r="1">{xml}{text_cell("B1", "x")}</row>') == {1: [text, "x"]}


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95,5%"),
        (0.355, "0%", "36%"),
        (1.5, "0.00", "1,50"),
        (5, "00", "05"),
        (1234567, "#,##0", "1.234.567"),
        (1234.5, "#,##0.00", "1.234,50"),
        (0.5, "#.##", "0,5"),
        (95, '"≥ "0"%"', "≥ 95%"),
        (-2, "0;(0)", "(2)"),
        (0, '0;-0;"không"', "0"),
        (3, "[Red]0", "3"),
        (1500, "#,##0 [$₫-42A]", "1.500 ₫"),
        (2.5, "# ?/?", "2,5"),
        (1e20, "0", "1E+20"),
        (45869, "dd/mm/yyyy", "31/07/2025"),
        (45869, "m/d/yyyy", "31/07/2025"),
        (45869.5, "dd/mm/yyyy h:mm", "31/07/2025 12:00"),
        (45869, "mm/yyyy", "07/2025"),
        (45869, '"Tháng "m/yyyy', "Tháng 7/2025"),
        (45869, "yyyy", "2025"),
        (0.75, "h:mm", "18:00"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (-1, "dd/mm/yyyy", "-1"),
        (1.5, "[h]:mm", "1,5"),
    ],
)
def test_number_format(value: float, code: str, shown: str):
    assert display_number(value, code) == shown


def test_dates_of_the_1904_system(tmp_path: Path):
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    rows = '<row r="1"><c r="A1" s="0"><v>44407</v></c></row>'
    properties = '<workbookPr date1904="1"/>'
    assert read_rows(tmp_path, rows, styles=styles, properties=properties) == {1: ["31/07/2025"]}


def test_custom_format_and_unknown_style(tmp_path: Path):
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot; điểm&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="170"/></cellXfs>'
    )
    rows = '<row r="1"><c r="A1" s="0"><v>9</v></c><c r="B1" s="77"><v>9</v></c></row>'
    assert read_rows(tmp_path, rows, styles=styles) == {1: ["9,0 điểm", "9"]}


@pytest.mark.parametrize(
    ("xml", "text", "words"),
    [
        ('<c r="B1"><f>SUM(C1)</f></c>', "", "không lưu giá trị"),
        ('<c r="B1"><f>SUM(C1)</f><v></v></c>', "", "không lưu giá trị"),
        ('<c r="B1"><f>SUM(C1)</f><v>7</v></c>', "7", "lưu lần cuối"),
        ('<c r="B1" t="str"><f>T(C1)</f><v></v></c>', "", "lưu lần cuối"),
        ('<c r="B1" t="e"><v>#REF!</v></c>', "", "giá trị lỗi của Excel; ô được để trống. (#REF!)"),
        (text_cell("B1", "một_x0001_ hai"), "một hai", "ký tự điều khiển"),
        (text_cell("B1", "dài " * 10_000), "dài " * 10_000, "40000 ký tự"),
    ],
)
def test_doubtful_cell_is_read_and_listed(tmp_path: Path, xml: str, text: str, words: str):
    document = read(tmp_path, xlsx_parts(sheet_xml(f'<row r="1">{text_cell("A1", "x")}{xml}</row>')))
    assert [cell.text for cell in only_table(document).rows[0].cells] == (["x", text] if text else ["x"])
    ((table, row, cell, message),) = problems(document)
    assert (table, row, cell) == ("Trang 1", 1, "B")
    assert words in message


@pytest.mark.parametrize("control", ["\x01", "&#1;", "&#x1;", "&#xFFFF;"])
def test_control_characters_that_xml_forbids(tmp_path: Path, control: str):
    document = read(tmp_path, xlsx_parts(sheet_xml(f'<row r="1">{text_cell("A1", f"một{control} hai")}</row>')))
    assert only_table(document).rows[0].cells[0].text == "một hai"
    assert ["ký tự điều khiển" in problem.message for problem in document.problems] == [True]


def test_same_doubt_in_many_cells_is_cut_short(tmp_path: Path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>ROW()</f><v>{n}</v></c></row>' for n in range(1, 101))
    document = read(tmp_path, xlsx_parts(sheet_xml(rows)))
    assert len(document.problems) == 21
    assert document.problems[-1].message.startswith("Còn 80 ô khác: Ô có công thức")


@pytest.mark.parametrize("reference", ["XFD1048576", "GS2", "A300"])
def test_cell_far_from_the_table(tmp_path: Path, reference: str):
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rows = f'<row r="2">{text_cell("A2", "x")}</row><row r="{row}">{text_cell(reference, "lạc")}</row>'
    document = read(tmp_path, xlsx_parts(sheet_xml(rows)))
    assert [row.cells for row in only_table(document).rows] == [(RawCell("x"),)]
    assert problems(document) == [
        ("Trang 1", int(row), reference.removesuffix(row), f"Có dữ liệu nằm rất xa bảng (ô {reference}), đã bỏ qua.")
    ]


def test_wrong_dimension_is_ignored(tmp_path: Path):
    rows = "".join(f'<row r="{n}">{text_cell(f"A{n}", str(n))}</row>' for n in range(1, 1001))
    document = read(tmp_path, xlsx_parts(sheet_xml(rows, before='<dimension ref="A1:B2"/>')))
    assert len(only_table(document).rows) == 1000


def test_cells_without_references(tmp_path: Path):
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>"
    assert read_rows(tmp_path, rows) == {1: ["1", "2"], 2: ["", "4"]}


def test_merges_across_and_down(tmp_path: Path):
    rows = (
        f'<row r="1">{text_cell("A1", "gộp")}{text_cell("C1", "x")}</row>'
        f'<row r="2">{text_cell("C2", "y")}</row><row r="9">{text_cell("C9", "z")}</row>'
    )
    after = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    table = only_table(read(tmp_path, xlsx_parts(sheet_xml(rows, after=after))))
    assert table.rows[0].cells == (RawCell("gộp"), RawCell("gộp", "left"), RawCell("x"))
    assert table.rows[1].cells == (RawCell("gộp", "above"), RawCell("gộp", "above"), RawCell("y"))
    assert table.rows[2].cells == (RawCell(), RawCell(), RawCell("z"))


def test_hidden_sheet_is_named_and_left_out(tmp_path: Path):
    sheet = sheet_xml(f'<row r="1">{text_cell("A1", "x")}</row>')
    document = read(tmp_path, xlsx_parts(sheet, sheet, titles=("Nhiệm vụ", "Nháp"), hidden=("Nháp",)))
    assert [block.name for block in document.blocks if isinstance(block, RawTable)] == ["Nhiệm vụ"]
    assert [(p.table, p.message) for p in document.problems] == [("Nháp", "Trang tính bị ẩn nên không được đọc.")]


def test_hidden_rows_and_columns_are_read(tmp_path: Path):
    assert read_rows(tmp_path, f'<row r="1" hidden="1">{text_cell("A1", "x")}</row>') == {1: ["x"]}


def test_macro_workbook_is_noted(tmp_path: Path):
    document = read(tmp_path, xlsx_parts(sheet_xml(f'<row r="1">{text_cell("A1", "x")}</row>'), kind=XLSM_TYPE))
    assert "macro không được chạy" in document.problems[0].message


def test_strict_workbook(tmp_path: Path):
    sheet = sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', namespace=STRICT_SHEET_NS)
    parts = xlsx_parts(sheet, strings="<si><t>chữ</t></si>", namespace=STRICT_SHEET_NS)
    assert only_table(read(tmp_path, parts)).rows[0].cells == (RawCell("chữ"),)


def test_utf16_parts(tmp_path: Path):
    parts = small_xlsx()
    sheet = parts["xl/worksheets/sheet1.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    document = read(tmp_path, parts | {"xl/worksheets/sheet1.xml": sheet.encode("utf-16")})
    assert only_table(document).rows[0].cells[0].text == "Phụ lục"


def test_progress_counts_sheets(tmp_path: Path):
    sheet = sheet_xml(f'<row r="1">{text_cell("A1", "x")}</row>')
    calls: list[tuple[int, int]] = []
    read_here(write_zip(tmp_path / "a.xlsx", xlsx_parts(sheet, sheet)), lambda *call: calls.append(call))
    assert calls == [(0, 2), (1, 2), (2, 2)]


def test_document_survives_json(tmp_path: Path):
    document = read(tmp_path, small_xlsx())
    assert raw_json.load(raw_json.dump(document)) == document


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"texts":[],"blocks":[{"name":"a"}],"problems":[]}'])
def test_other_json_is_no_document(data: bytes):
    with pytest.raises(ValueError):
        raw_json.load(data)


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize(
    ("file", "structured"),
    [
        ("khuc-thua-du-2026-2030_nhiem-vu", "khuc-thua-du-2026-2030"),
        ("lac-phuong-2026-2030_phu-luc", "lac-phuong-2026-2030"),
        ("le-ich-moc-2025h2_phu-luc", "le-ich-moc-2025h2"),
    ],
)
def test_every_field_of_a_real_appendix_is_a_cell(file: str, structured: str, form: str):
    path = REFERENCE / "files" / f"{file}.{form}"
    if not path.exists():
        pytest.skip("reference plans are not here")
    cells = all_texts(read_here(path))
    plan = json.loads((REFERENCE / "structured" / f"{structured}.json").read_text("utf-8"))
    items = [item for section in plan["sections"] for item in section["items"]]
    items += [sub for item in items for sub in item["sub_items"]]
    fields = ("content", "lead_raw", "coordinating_raw", "time", "product")
    wanted = {item[field] for item in items for field in fields if item[field]}
    wanted |= {
        entry[field] for entry in plan["indicators"] for field in ("text", "target") if "appendix" in entry["origin"]
    }
    indicators = REFERENCE / "files" / f"{structured}_phu-luc-I-chi-tieu.{form}"
    if indicators.exists():
        cells |= all_texts(read_here(indicators))
    assert wanted <= cells
