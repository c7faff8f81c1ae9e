"""Small Office packages written part by part, so that a test says exactly what stands in the XML."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_SHEET_NS = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_WORD_NS = "http://purl.oclc.org/ooxml/wordprocessingml/main"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
XLSM_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
XLSB_TYPE = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

Parts = dict[str, bytes]


def write_zip(path: Path, parts: Mapping[str, bytes | str]) -> Path:
    """Write the parts in order, deflated."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def content_types(overrides: Mapping[str, str]) -> bytes:
    """Return [Content_Types].xml with the usual defaults."""
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    ).encode()


def relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """Return a .rels part: id -> (last word of the type, target)."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def sheet_xml(rows: str, *, before: str = "", after: str = "", namespace: str = SHEET_NS) -> str:
    """Return a worksheet part around the given row elements."""
    inside = f"{before}<sheetData>{rows}</sheetData>{after}"
    return f'{_HEAD}<worksheet xmlns="{namespace}">{inside}</worksheet>'


def text_cell(reference: str, text: str) -> str:
    """Return a cell with an inline string."""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def xlsx_parts(
    *sheets: str,
    titles: tuple[str, ...] = ("Trang 1", "Trang 2", "Trang 3"),
    hidden: tuple[str, ...] = (),
    properties: str = "",
    strings: str | None = None,
    styles: str | None = None,
    kind: str = XLSX_TYPE,
    namespace: str = SHEET_NS,
) -> Parts:
    """Return the parts of a workbook with these worksheet parts."""
    listed = "".join(
        f'<sheet name="{title}" sheetId="{n}" r:id="rId{n}"{" state=" + chr(34) + "hidden" + chr(34) if title in hidden else ""}/>'  # noqa: E501
        for n, title in enumerate(titles[: len(sheets)], start=1)
    )
    workbook = f'<workbook xmlns="{namespace}" xmlns:r="{_DOCUMENT}">{properties}<sheets>{listed}</sheets></workbook>'
    targets = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
    parts: Parts = {
        "[Content_Types].xml": content_types({"xl/workbook.xml": kind}),
        "_rels/.rels": relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (_HEAD + workbook).encode(),
    }
    for n, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{n}.xml"] = sheet.encode()
    if strings is not None:
        targets["rIdS"] = ("sharedStrings", "sharedStrings.xml")
        parts["xl/sharedStrings.xml"] = f'{_HEAD}<sst xmlns="{namespace}">{strings}</sst>'.encode()
    if styles is not None:
        targets["rIdT"] = ("styles", "styles.xml")
        parts["xl/styles.xml"] = f'{_HEAD}<styleSheet xmlns="{namespace}">{styles}</styleSheet>'.encode()
    parts["xl/_rels/workbook.xml.rels"] = relations(targets)
    return parts


def docx_parts(
    body: str,
    *,
    numbering: str | None = None,
    styles: str | None = None,
    kind: str = DOCX_TYPE,
    namespace: str = WORD_NS,
) -> Parts:
    """Return the parts of a document with this body."""

    def part(root: str, inside: str) -> bytes:
        return f'{_HEAD}<w:{root} xmlns:w="{namespace}">{inside}</w:{root}>'.encode()

    targets = {}
    parts: Parts = {
        "[Content_Types].xml": content_types({"word/document.xml": kind}),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    if numbering is not None:
        targets["rId1"] = ("numbering", "numbering.xml")
        parts["word/numbering.xml"] = part("numbering", numbering)
    if styles is not None:
        targets["rId2"] = ("styles", "styles.xml")
        parts["word/styles.xml"] = part("styles", styles)
    parts["word/_rels/document.xml.rels"] = relations(targets)
    return parts


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: str) -> str:
    """Return a table of row elements."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row; a cell is a text or a finished w:tc element."""
    finished = (c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(finished)}</w:tr>"


def cell(text: str = "", properties: str = "", content: str | None = None) -> str:
    """Return a table cell with one paragraph, or with the given content."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text) if content is None else content}</w:tc>"


def small_xlsx() -> Parts:
    """Return an honest workbook that uses most of what the reader knows."""
    rows = (
        f'<row r="1">{text_cell("A1", "Phụ lục")}</row>'
        f'<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row>'
        f'<row r="4"><c r="A4"><v>1</v></c>{text_cell("B4", "Rà soát văn bản")}'
        '<c r="C4" s="1"><v>0.95</v></c><c r="D4"><f>1+1</f><v>2</v></c></row>'
    )
    strings = "<si><t>TT</t></si><si><r><t>Nội dung </t></r><r><t>công việc</t></r></si>"
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>'
    after = '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>'
    return xlsx_parts(sheet_xml(rows, after=after), strings=strings, styles=styles)


def small_docx() -> Parts:
    """Return an honest document with a title, a numbered table, a merge and a nested table."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("Phụ lục") + table(
        row("TT", "Nội dung", "Chủ trì"),
        row(cell("I. Cải cách thể chế", '<w:gridSpan w:val="3"/>')),
        row(cell(content=paragraph("", number)), "Rà soát văn bản", cell("Văn phòng", "<w:vMerge w:val='restart'/>")),
        row(cell(content=paragraph("", number)), cell(content=table(row("a", "b"))), cell("", "<w:vMerge/>")),
    )
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return docx_parts(body, numbering=numbering, styles="")
