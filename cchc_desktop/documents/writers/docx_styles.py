"""The styles of a Word file: one for each kind of paragraph in the document, so that a person goes on with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cchc_desktop.documents.fonts import OFFICE_FONT
from cchc_desktop.documents.model import Document, Paragraph, SideBySide, TextStyle
from cchc_desktop.documents.writers.docx_xml import NAMESPACES, XML_HEAD, Shape, escape, run_look, shape_of

TABLE_STYLE = "Bang"
CELL_STYLE = "ChuTrongBang"
HEADER_STYLE = "Header"
LINE_STYLE = "DuongKe"
PLAIN_STYLE = "Normal"

_USUAL_SIZE = 14

STYLE_NAMES: Mapping[str, tuple[str, str]] = {
    "national_title": ("QuocHieu", "Quốc hiệu"),
    "motto": ("TieuNgu", "Tiêu ngữ"),
    "issuer": ("CoQuanBanHanh", "Cơ quan ban hành"),
    "number": ("SoKyHieu", "Số, ký hiệu"),
    "place_date": ("DiaDanh", "Địa danh, thời gian"),
    "letter_subject": ("TrichYeuCongVan", "Trích yếu công văn"),
    "type_name": ("Title", "Title"),
    "subject": ("Subtitle", "Subtitle"),
    "addressee": ("KinhGui", "Kính gửi"),
    "legal_basis": ("CanCu", "Căn cứ"),
    "heading1": ("Heading1", "heading 1"),
    "heading2": ("Heading2", "heading 2"),
    "heading3": ("Heading3", "heading 3"),
    "heading4": ("Heading4", "heading 4"),
    "body": ("BodyText", "Body Text"),
    "capacity": ("ChucVu", "Quyền hạn, chức vụ"),
    "signer": ("NguoiKy", "Người ký"),
    "recipients_label": ("NoiNhan", "Nơi nhận"),
    "recipients": ("DanhSachNoiNhan", "Danh sách nơi nhận"),
    "appendix_label": ("PhuLuc", "Phụ lục"),
    "appendix_title": ("TenPhuLuc", "Tên phụ lục"),
    "attached": ("KemTheo", "Kèm theo"),
    "caption": ("Caption", "caption"),
}
"""Id and name of the style of each role; English names are those that Word itself knows and shows translated."""


class WordStyle(NamedTuple):
    """The look that a style gives to its paragraphs."""

    id: str
    shape: Shape
    look: TextStyle


def role_styles(document: Document) -> dict[str, WordStyle]:
    """Return a style for every role in the document, made after the first paragraph that has it."""
    styles: dict[str, WordStyle] = {}
    for paragraph in _paragraphs(document):
        if paragraph.role in STYLE_NAMES and paragraph.role not in styles:
            id_ = STYLE_NAMES[paragraph.role][0]
            styles[paragraph.role] = WordStyle(id_, shape_of(paragraph), paragraph.style)
    return styles


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    for section in document.sections():
        for block in section.blocks:
            if isinstance(block, SideBySide):
                yield from block.paragraphs()
            elif isinstance(block, Paragraph):
                yield block


def styles_xml(styles: Mapping[str, WordStyle], language: str, cell_size: float) -> str:
    """Return the part of styles; `cell_size` is that of most cells."""
    return (
        f"{XML_HEAD}<w:styles {NAMESPACES}>{_defaults(language)}{_plain()}{''.join(_of_roles(styles))}"
        f"{_cell_style(cell_size)}{_line_style()}{_header_style()}{_table_styles()}</w:styles>"
    )


def _defaults(language: str) -> str:
    fonts = " ".join(f'w:{kind}="{OFFICE_FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    tongue = escape(language)
    look = f"<w:rFonts {fonts}/>{run_look(False, False, _USUAL_SIZE)}"
    tongues = f'<w:lang w:val="{tongue}" w:eastAsia="{tongue}" w:bidi="ar-SA"/>'
    spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{look}{tongues}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _plain() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _of_roles(styles: Mapping[str, WordStyle]) -> Iterable[str]:
    for role, style in styles.items():
        look = run_look(style.look.bold, style.look.italic, style.look.size)
        yield _style(style.id, STYLE_NAMES[role][1], style.shape.xml(), look)


def _style(id_: str, name: str, shape: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"{_custom(name)}><w:name w:val="{escape(name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{shape}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def _custom(name: str) -> str:
    return "" if name.isascii() else ' w:customStyle="1"'


def _cell_style(size: float) -> str:
    return _style(CELL_STYLE, "Chữ trong bảng", '<w:jc w:val="left"/>', run_look(False, False, size))


def _line_style() -> str:
    """The style of the tiny paragraph whose upper border is a line under words."""
    return _style(LINE_STYLE, "Đường kẻ", '<w:spacing w:line="40" w:lineRule="exact"/>', run_look(False, False, 1))


def _header_style() -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{HEADER_STYLE}"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    )


def _table_styles() -> str:
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>'
        for edge, width in (("top", 60), ("left", 90), ("bottom", 60), ("right", 90))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="Bảng"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
