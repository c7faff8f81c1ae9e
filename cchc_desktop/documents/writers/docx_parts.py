"""The parts of a Word file besides body and styles: page set-up, headers with the page number, properties."""

from __future__ import annotations

from datetime import datetime

from cchc_desktop.documents.fonts import ASCENT
from cchc_desktop.documents.model import POINTS_PER_MM, Document, PageSetup
from cchc_desktop.documents.writers.docx_picture import picture_name
from cchc_desktop.documents.writers.docx_styles import HEADER_STYLE
from cchc_desktop.documents.writers.docx_xml import NAMESPACES, RELATIONS, XML_HEAD, escape, run_look, twips

CONTENT_TYPES = "[Content_Types].xml"

_NUMBER_ABOVE_TEXT_MM = 6  # from the page number's baseline to the text
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EMPTY_HEADER = "word/header0.xml"


def fixed_parts(document: Document, created: datetime, pictures: int = 0) -> dict[str, str]:
    """Return the parts by name; `created` is in UTC, `pictures` counts those of the body."""
    headers = {
        f"word/header{number}.xml": _number_header(section.page.number_size)
        for number, section in enumerate(document.sections(), start=1)
    } | {_EMPTY_HEADER: _header("")}
    return {
        CONTENT_TYPES: _content_types(headers),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(document, created),
        "docProps/app.xml": _application(),
        "word/settings.xml": _settings(document.language),
        "word/_rels/document.xml.rels": _document_relations(headers, pictures),
        **headers,
    }


def section_xml(page: PageSetup, number: int) -> str:
    """Return the properties of a section (17.6.17), counted from 0: paper, margins, its own page numbers."""
    turned = ' w:orient="landscape"' if page.landscape else ""
    size = f'w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}'
    margins = " ".join(
        f'w:{side}="{twips(length * POINTS_PER_MM)}"'
        for side, length in (
            ("top", page.top_mm), ("right", page.right_mm), ("bottom", page.bottom_mm), ("left", page.left_mm)
        )
    )  # fmt: skip
    header = twips(max(0.0, (page.top_mm - _NUMBER_ABOVE_TEXT_MM) * POINTS_PER_MM - ASCENT * page.number_size))
    default, first, title_page = _header_kinds(page, number)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{default}"/>'
        f'<w:headerReference w:type="first" r:id="{first}"/><w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar {margins} w:header="{header}" w:footer="{header}" w:gutter="0"/><w:pgNumType w:start="1"/>'
        f"{title_page}</w:sectPr>"
    )


def _header_kinds(page: PageSetup, number: int) -> tuple[str, str, str]:
    """Return the headers of the other pages and of the first one, and the element that tells them apart."""
    if page.first_numbered is None:
        return "header0", "header0", ""
    own = f"header{number + 1}"
    return own, "header0", "<w:titlePg/>" if page.first_numbered > 1 else ""


def _number_header(size: float) -> str:
    look = f"<w:rPr>{run_look(False, False, size)}</w:rPr>"
    field = "".join(
        f"<w:r>{look}{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return _header(field)


def _header(content: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{HEADER_STYLE}"/></w:pPr>{content}</w:p>'
    return f"{XML_HEAD}<w:hdr {NAMESPACES}>{paragraph}</w:hdr>"


def _settings(language: str) -> str:
    return (
        f'{XML_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{escape(language)}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _core(document: Document, created: datetime) -> str:
    moment = created.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(document.title)}</dc:title>'
        f"<dc:subject>{escape(document.name)}</dc:subject><dc:creator>{escape(document.author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{escape(document.language)}</dc:language></cp:coreProperties>"
    )


def _application() -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{XML_HEAD}<Properties xmlns="{space}"><Application>CCHC Desktop</Application></Properties>'


def _content_types(headers: dict[str, str]) -> str:
    kinds = {
        "word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "word/styles.xml": f"{_WORD_TYPE}.styles+xml",
        "word/settings.xml": f"{_WORD_TYPE}.settings+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **dict.fromkeys(headers, f"{_WORD_TYPE}.header+xml"),
    }
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )


def _package_relations() -> str:
    return _relations(
        (
            ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
        )
    )


def _document_relations(headers: dict[str, str], pictures: int) -> str:
    own = [name.removeprefix("word/") for name in headers]
    return _relations(
        (
            ("styles", f"{RELATIONS}/styles", "styles.xml"),
            ("settings", f"{RELATIONS}/settings", "settings.xml"),
            *((name.removesuffix(".xml"), f"{RELATIONS}/header", name) for name in own),
            *((name, f"{RELATIONS}/image", f"media/{name}.png") for name in map(picture_name, range(1, pictures + 1))),
        )
    )


def _relations(relations: tuple[tuple[str, str, str], ...]) -> str:
    elements = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in relations)
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{elements}</Relationships>'
