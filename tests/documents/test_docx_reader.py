"""Word documents as read: words of paragraphs, grids of tables, automatic numbers."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from cchc_desktop.documents.child import read_here
from cchc_desktop.documents.raw import RawCell, RawDocument, RawTable
from tests.documents.office_files import (
    STRICT_WORD_NS,
    cell,
    content_types,
    docx_parts,
    paragraph,
    row,
    small_docx,
    table,
    write_zip,
)


def read(folder: Path, body: str, **options) -> RawDocument:
    return read_here(write_zip(folder / "a.docx", docx_parts(body, **options)))


def only_table(document: RawDocument) -> RawTable:
    (found,) = (block for block in document.blocks if isinstance(block, RawTable))
    return found


def texts(document: RawDocument) -> list[list[str]]:
    return [[slot.text for slot in found.cells] for found in only_table(document).rows]


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def words(text: str) -> str:
    return run(f'<w:t xml:space="preserve">{text}</w:t>')


def field(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def test_blocks_stand_in_reading_order(tmp_path: Path):
    body = (
        paragraph("trước")
        + table(row("một"))
        + paragraph(" ")
        + f"<w:sdt><w:sdtContent>{paragraph('giữa')}{table(row('hai'))}</w:sdtContent></w:sdt>"
        + paragraph("sau")
    )
    blocks = read(tmp_path, body).blocks
    shown = [block if isinstance(block, str) else (block.name, block.rows[0].cells[0].text) for block in blocks]
    assert shown == ["trước", ("Bảng 1", "một"), "giữa", ("Bảng 2", "hai"), "sau"]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (words("một ") + words("hai"), "một hai"),
        (words("một") + run("<w:br/>") + words("hai"), "một\nhai"),
        (words("một") + run("<w:tab/>") + words("hai"), "một hai"),
        (words("một<!-- ghi chú --> hai") + "<?x y?><!-- z -->", "một hai"),
        (words("VH") + run("<w:noBreakHyphen/>") + words("TT"), "VH-TT"),
        (words("a") + run("<w:softHyphen/>") + words("b"), "ab"),
        (run('<w:sym w:font="Symbol" w:char="F0B3"/>') + words(" 95"), "≥ 95"),
        (run('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "□"),
        ("<w:ins>" + words("thêm") + "</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>", "thêm"),
        ("<w:moveFrom>" + words("cũ") + "</w:moveFrom><w:moveTo>" + words("mới") + "</w:moveTo>", "mới"),
        ("<w:hyperlink>" + words("liên kết") + "</w:hyperlink>", "liên kết"),
        ("<w:sdt><w:sdtContent>" + words("ô chọn") + "</w:sdtContent></w:sdt>", "ô chọn"),
        ('<w:fldSimple w:instr="PAGE">' + words("7") + "</w:fldSimple>", "7"),
        (field("begin") + words("mã") + field("separate") + words("kết quả") + field("end"), "kết quả"),
        (field("begin") + words("mã") + field("end") + words(" sau"), " sau"),
        (run("<w:pict><w:txbxContent>" + paragraph("hộp") + "</w:txbxContent></w:pict>") + words("x"), "x"),
        (words(unicodedata.normalize("NFD", "Ủy ban phường")), "Ủy ban phường"),
    ],
)
def test_words_of_a_paragraph(tmp_path: Path, runs: str, text: str):
    document = read(tmp_path, table(row(cell(content=f"<w:p>{runs}</w:p>"))))
    assert texts(document) == [[text]]


def test_paragraphs_of_a_cell_are_lines(tmp_path: Path):
    content = paragraph("Văn phòng;") + paragraph("") + paragraph("Công an xã")
    assert texts(read(tmp_path, table(row(cell(content=content))))) == [["Văn phòng;\n\nCông an xã"]]


def test_spans_merges_and_offsets(tmp_path: Path):
    body = table(
        row("TT", "Nội dung", "Chủ trì"),
        row(cell("I. Thể chế", '<w:gridSpan w:val="3"/>')),
        row("1", cell("gộp", '<w:vMerge w:val="restart"/>'), "x"),
        row("2", cell("", "<w:vMerge/>"), "y"),
        row("lùi", properties='<w:gridBefore w:val="1"/>'),
    )
    document = read(tmp_path, body)
    rows = [found.cells for found in only_table(document).rows]
    assert rows[1] == (RawCell("I. Thể chế"), RawCell("I. Thể chế", "left"), RawCell("I. Thể chế", "left"))
    assert rows[2][1] == RawCell("gộp")
    assert rows[3] == (RawCell("2"), RawCell("gộp", "above"), RawCell("y"))
    assert rows[4] == (RawCell(), RawCell("lùi"), RawCell())
    assert [found.number for found in only_table(document).rows] == [1, 2, 3, 4, 5]
    assert document.problems == ()


def test_vertical_merge_over_a_span(tmp_path: Path):
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        row("a", "b", "c"),
        row(cell("gộp", wide + '<w:vMerge w:val="restart"/>'), "x"),
        row(cell("", wide + '<w:vMerge w:val="continue"/>'), "y"),
    )
    third = only_table(read(tmp_path, body)).rows[2]
    assert third.cells == (RawCell("gộp", "above"), RawCell("gộp", "above"), RawCell("y"))


def test_words_in_a_covered_cell_are_kept(tmp_path: Path):
    body = table(row(cell("trên", '<w:vMerge w:val="restart"/>')), row(cell("riêng", "<w:vMerge/>")))
    document = read(tmp_path, body)
    assert texts(document) == [["trên"], ["riêng"]]
    assert [(p.row, p.cell) for p in document.problems] == [(2, "1")]


def test_merge_that_begins_nowhere(tmp_path: Path):
    assert texts(read(tmp_path, table(row(cell("đầu", "<w:vMerge/>"))))) == [["đầu"]]


def test_grid_columns_without_a_cell_are_dropped(tmp_path: Path):
    wide = '<w:gridSpan w:val="2"/>'
    body = table(row(cell("a", wide), "b"), row(cell("c", wide), "d"))
    assert texts(read(tmp_path, body)) == [["a", "b"], ["c", "d"]]


def test_deleted_rows_are_left_out_and_wrapped_ones_read(tmp_path: Path):
    inner = row("hai")
    body = table(row("một"), row("bỏ", properties="<w:del/>"), f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    assert texts(read(tmp_path, body)) == [["một"], ["hai"]]


def test_nested_table_joins_its_cell(tmp_path: Path):
    document = read(tmp_path, table(row("1", cell(content=paragraph("trên") + table(row("a", "b"), row("c"))))))
    assert texts(document) == [["1", "trên\na b\nc"]]
    assert [(p.table, p.row, p.cell) for p in document.problems] == [("Bảng 1", 1, "2")]


def test_columns_beyond_the_bound_are_listed(tmp_path: Path):
    document = read(tmp_path, table(row(*[str(n) for n in range(205)])))
    assert len(only_table(document).rows[0].cells) == 200
    assert {p.message for p in document.problems} == {"Có dữ liệu ngoài 200 cột đầu của bảng, đã bỏ qua."}


def test_long_cell_is_whole_and_listed(tmp_path: Path):
    document = read(tmp_path, table(row("x" * 40_000)))
    assert len(texts(document)[0][0]) == 40_000
    assert "40000 ký tự" in document.problems[0].message


def test_control_characters_are_removed_and_listed(tmp_path: Path):
    document = read(tmp_path, table(row("một\x01 hai")))
    assert texts(document) == [["một hai"]]
    assert ["ký tự điều khiển" in p.message for p in document.problems] == [True]


def test_strict_document(tmp_path: Path):
    assert texts(read(tmp_path, table(row("chữ")), namespace=STRICT_WORD_NS)) == [["chữ"]]


def test_macro_document_is_noted(tmp_path: Path):
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    parts = small_docx() | {"[Content_Types].xml": content_types({"word/document.xml": kind})}
    document = read_here(write_zip(tmp_path / "a.docm", parts))
    assert "macro không được chạy" in document.problems[0].message


def test_small_document(tmp_path: Path):
    document = read_here(write_zip(tmp_path / "a.docx", small_docx()))
    assert document.blocks[0] == "Phụ lục"
    assert texts(document)[2:] == [["1.", "Rà soát văn bản", "Văn phòng"], ["2.", "a b", "Văn phòng"]]


# ---------------------------------------------------------------- automatic numbers


def level(index: int, kind: str = "decimal", text: str = "", start: int = 1, more: str = "") -> str:
    shape = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}">{shape}</w:lvl>'


def definition(*levels: str, number: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int = 0, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def listed(number: int, depth: int = 0, text: str = "x") -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(folder: Path, numbering: str, *paragraphs: str, styles: str = "") -> list[str]:
    document = read(folder, "".join(paragraphs), numbering=numbering, styles=styles)
    return [block.removesuffix("x").strip() for block in document.blocks if isinstance(block, str)]


@pytest.mark.parametrize(
    ("kind", "start", "shown"),
    [
        ("decimal", 9, ["9", "10"]),
        ("decimalZero", 9, ["09", "10"]),
        ("upperRoman", 3, ["III", "IV"]),
        ("lowerRoman", 9, ["ix", "x"]),
        ("upperLetter", 26, ["Z", "AA"]),
        ("lowerLetter", 1, ["a", "b"]),
        ("bullet", 1, ["-", "-"]),
        ("none", 1, ["", ""]),
        ("cardinalText", 1, ["1", "2"]),
    ],
)
def test_number_kinds(tmp_path: Path, kind: str, start: int, shown: list[str]):
    numbering = definition(level(0, kind, "%1" if kind != "bullet" else "", start)) + instance(1)
    assert labels(tmp_path, numbering, listed(1), listed(1)) == shown


def test_levels_restart_below_a_new_number(tmp_path: Path):
    numbering = definition(level(0, text="%1."), level(1, text="%1.%2."), level(2, "lowerLetter", "%3)")) + instance(1)
    order = [listed(1, depth) for depth in (0, 1, 1, 2, 0, 1, 2)]
    assert labels(tmp_path, numbering, *order) == ["1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "a)"]


def test_level_that_never_restarts(tmp_path: Path):
    never = level(1, text="%2", more='<w:lvlRestart w:val="0"/>')
    numbering = definition(level(0, text="%1."), never) + instance(1)
    order = [listed(1, depth) for depth in (0, 1, 0, 1)]
    assert labels(tmp_path, numbering, *order) == ["1.", "1", "2.", "2"]


def test_legal_numbering_shows_arabic_numbers(tmp_path: Path):
    numbering = definition(level(0, "upperRoman", "%1."), level(1, text="%1.%2", more="<w:isLgl/>")) + instance(1)
    assert labels(tmp_path, numbering, listed(1), listed(1, 1)) == ["I.", "1.1"]


def test_lists_of_one_definition_count_on_unless_told_to_restart(tmp_path: Path):
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = definition(level(0, text="%1")) + instance(1) + instance(2) + instance(3, override=restart)
    order = [listed(number) for number in (1, 2, 3, 3)]
    assert labels(tmp_path, numbering, *order) == ["1", "2", "1", "2"]


def test_override_of_a_whole_level(tmp_path: Path):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", 3)}</w:lvlOverride>'
    numbering = definition(level(0, text="%1")) + instance(1, override=override)
    assert labels(tmp_path, numbering, listed(1), listed(1)) == ["C)", "D)"]


def test_numbers_through_styles(tmp_path: Path):
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Muc">{number}</w:style>'
        '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>'
    )
    second = level(1, text="%1.%2", more='<w:pStyle w:val="Bac2"/>')
    styles += f'<w:style w:type="paragraph" w:styleId="Bac2">{number}</w:style>'
    numbering = definition(level(0, text="%1"), second) + instance(1)
    order = [paragraph("x", f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "MucCon", "Bac2")]
    order.append(paragraph("x", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'))
    assert labels(tmp_path, numbering, *order, styles=styles) == ["1", "2", "2.1", ""]


def test_definition_behind_a_numbering_style(tmp_path: Path):
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    numbering = linked + definition(level(0, "upperRoman", "%1")) + instance(1) + instance(2, of=5)
    styles = (
        '<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    assert labels(tmp_path, numbering, listed(2), listed(2), styles=styles) == ["I", "II"]


def test_empty_numbered_cell_shows_its_number_and_a_lone_bullet_nothing(tmp_path: Path):
    numbering = definition(level(0, text="%1"), level(1, "bullet", "")) + instance(1)
    body = table(*(row(cell(content=listed(1, 0, "")), cell(content=listed(1, 1, ""))) for _ in range(2)))
    assert texts(read(tmp_path, body, numbering=numbering)) == [["1", ""], ["2", ""]]


def test_list_that_is_not_defined(tmp_path: Path):
    assert labels(tmp_path, "", listed(7)) == [""]
