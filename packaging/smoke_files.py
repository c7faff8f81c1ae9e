"""Files for the smoke test, made of nothing but the standard library: an honest appendix, and hostile ones."""

from __future__ import annotations

import zipfile
from pathlib import Path

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_BOMB_BYTES = 101 * 1024 * 1024

TITLE = (
    "Phụ lục",
    "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025",
    "(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/7/2025 của Ủy ban nhân dân phường Bình Minh)",
)
ROWS = (
    ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm"),
    ("I", "Cải cách thể chế", "", "", "", ""),
    ("1", "Rà soát văn bản của phường", "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Quý IV/2025", "Danh mục"),
    ("2", "Phổ biến quy định mới ở tổ dân phố", "Văn phòng HĐND và UBND", "", "Hàng quý", "Hội nghị"),
    ("II", "Cải cách thủ tục hành chính", "", "", "", ""),
    ("3", "Giảm giấy tờ phải nộp", "Trung tâm Phục vụ hành chính công", "", "Cả năm 2025", "Phương án"),
)
SECTIONS = 2
ITEMS = 3
"""What the program must find in the rows above."""


def write_appendix(path: Path) -> Path:
    """Write a Word file with a title and one table of tasks (ECMA-376, WordprocessingML)."""
    table = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in ROWS)
    body = "".join(map(_paragraph, TITLE)) + f"<w:tbl>{table}</w:tbl>"
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def write_bomb(path: Path) -> Path:
    """Write an appendix whose table unpacks to more than any document has."""
    write_appendix(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/footnotes.xml", b" " * _BOMB_BYTES)
    return path


def write_stranger(path: Path) -> Path:
    """Write a file that is no Word file, whatever its name says."""
    path.write_bytes("Đây không phải là tệp Word.\n".encode() * 100)
    return path


def _cell(text: str) -> str:
    return f"<w:tc>{_paragraph(text)}</w:tc>"


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
