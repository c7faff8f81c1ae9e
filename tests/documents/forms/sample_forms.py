"""Superiors' forms as the tests need them, made by code: a statistics sheet and a statistics annex in Word."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.documents.office_files import (
    STRICT_WORD_NS,
    WORD_NS,
    cell,
    docx_parts,
    row,
    sheet_xml,
    table,
    text_cell,
    write_zip,
    xlsx_parts,
)

TITLE = "Biểu 01"
STYLES = (
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs count="6"><xf numFmtId="0"/>'
    '<xf numFmtId="3"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="49"/>'
    '<xf numFmtId="0"><alignment wrapText="1"/></xf></cellXfs>'
)
"""Cell styles: 0 General, 1 whole numbers, 2 percent, 3 days, 4 text, 5 General that wraps."""
_BEFORE = '<cols><col min="2" max="2" width="40"/><col min="6" max="6" width="9" style="5"/></cols>'
_AFTER = (
    '<mergeCells count="2"><mergeCell ref="A2:F2"/><mergeCell ref="B6:F6"/></mergeCells>'
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
)


def styled(reference: str, style: int, inside: str = "") -> str:
    """Return a cell of a style, empty or with a formula or value inside."""
    return f'<c r="{reference}" s="{style}">{inside}</c>' if inside else f'<c r="{reference}" s="{style}"/>'


def texts(number: int, *words: str) -> str:
    """Return the cells of a row from its first column on, as texts."""
    return "".join(text_cell(f"{letter}{number}", text) for letter, text in zip("ABCDEF", words, strict=False))


def sheet_row(number: int, *cells: str) -> str:
    """Return a row of a sheet."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def _waiting(number: int, style: int) -> str:
    return styled(f"D{number}", style) + styled(f"E{number}", style) + styled(f"F{number}", 4)


SHEET_ROWS = (
    sheet_row(1, texts(1, "UBND ……………"))
    + sheet_row(2, texts(2, "Kỳ báo cáo: ………… năm …… (từ ngày … tháng … năm …)"))
    + sheet_row(4, texts(4, "STT", "Chỉ tiêu thống kê", "Đơn vị", "Số liệu kỳ trước", "Số liệu kỳ này", "Ghi chú"))
    + sheet_row(5, texts(5, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)"))
    + sheet_row(6, texts(6, "I", "Thực hiện kế hoạch"))
    + sheet_row(7, texts(7, "1", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ"), _waiting(7, 1))
    + sheet_row(8, texts(8, "2", "Tỷ lệ hoàn thành", "%"), _waiting(8, 2))
    + sheet_row(9, texts(9, "3", "Số hồ sơ tiếp nhận", "Hồ sơ"), _waiting(9, 1))
    + sheet_row(10, texts(10, "", "Cộng"), styled("D10", 1, "<f>SUM(D7:D9)</f><v>7</v>"),
                styled("E10", 1, "<f>SUM(E7:E9)</f><v>9</v>"))
    + sheet_row(11, texts(11, "", "Ngày lập biểu:"), styled("C11", 3))
)  # fmt: skip


def xlsx_form(path: Path, rows: str = SHEET_ROWS) -> Path:
    """Write the statistics sheet, a second one whose formula looks at it, and parts that nobody reads."""
    other = sheet_xml('<row r="1"><c r="A1"><f>\'Biểu 01\'!E7*2</f><v>4</v></c></row>')
    sheet = sheet_xml(rows, before=_BEFORE, after=_AFTER)
    parts = xlsx_parts(sheet, other, titles=(TITLE, "Phụ"), styles=STYLES)
    return write_zip(path, {**parts, **_unread("xl")})


def _unread(folder: str) -> dict[str, bytes]:
    return {f"{folder}/media/image1.png": b"\x89PNG not unpacked", "customXml/item1.xml": b"<x>  <!-- as it is --></x>"}


WAITING = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>......</w:t></w:r></w:p><w:p/>'
_BOLD = '<w:r><w:rPr><w:b/><w:sz w:val="26"/></w:rPr><w:t>…………</w:t></w:r>'
_LEADER = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr>'
WORD_BODY = (
    table(row("UBND XÃ ………/BC", "……, ngày … tháng … năm ……"))
    + f'<w:p><w:r><w:t xml:space="preserve">Kỳ báo cáo: </w:t></w:r>{_BOLD}<w:r><w:t>, v.v…</w:t></w:r></w:p>'
    + f"<w:p>{_LEADER}<w:r><w:t>Người lập biểu:</w:t><w:tab/></w:r></w:p>"
    + table(
        row("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"),
        row("I", cell("Kế hoạch", '<w:gridSpan w:val="4"/>')),
        row("1", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", cell(content=WAITING), ""),
        row("2", "Số cuộc kiểm tra", "Cuộc", "", ""),
    )
)


def docx_form(path: Path, body: str = WORD_BODY, *, strict: bool = False) -> Path:
    """Write the statistics annex, with parts that nobody reads."""
    parts = docx_parts(body, namespace=STRICT_WORD_NS if strict else WORD_NS)
    return write_zip(path, {**parts, **_unread("word")})


def parts_of(path: Path) -> dict[str, bytes]:
    """Return the parts of a package in their order."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_macros(path: Path) -> Path:
    """Write a form of an honest kind whose workbook names a macro project."""
    parts = parts_of(xlsx_form(path))
    rels = "xl/_rels/workbook.xml.rels"
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    macro = f'<Relationship Id="rIdM" Type="{kind}" Target="vbaProject.bin"/></Relationships>'
    named = parts[rels].replace(b"</Relationships>", macro.encode())
    return write_zip(path, {**parts, rels: named, "xl/vbaProject.bin": b"macro"})
