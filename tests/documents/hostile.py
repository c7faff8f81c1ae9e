"""Files that nobody should be able to harm us with, made anew in a temporary folder by each test."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.documents.office_files import (
    XLSB_TYPE,
    Parts,
    content_types,
    docx_parts,
    paragraph,
    sheet_xml,
    small_docx,
    small_xlsx,
    text_cell,
    write_zip,
    xlsx_parts,
)

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Maker = Callable[[Path], Path]


def raw_bytes(data: bytes, name: str = "ke-hoach.xlsx") -> Maker:
    """Return a maker of a file with these bytes under an honest-looking name."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def ole(*streams: str) -> Maker:
    """Return a maker of an OLE container whose directory names these streams."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return raw_bytes(OLE_SIGNATURE + bytes(504) + names)


def package(parts: Parts) -> Maker:
    """Return a maker of a package."""

    def make(folder: Path) -> Path:
        return write_zip(folder / "ke-hoach.xlsx", parts)

    return make


def with_part(parts: Parts, name: str, data: bytes | str) -> Maker:
    """Return a maker of a package with one part added or replaced."""
    return package(parts | {name: data if isinstance(data, bytes) else data.encode()})


def truncated(folder: Path) -> Path:
    """Half of an honest workbook."""
    path = write_zip(folder / "ke-hoach.xlsx", small_xlsx())
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def damaged(folder: Path) -> Path:
    """An honest workbook with a block of bytes overwritten in the middle of a part."""
    path = write_zip(folder / "ke-hoach.xlsx", small_xlsx())
    data = bytearray(path.read_bytes())
    start = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[start : start + 40] = bytes(40)
    path.write_bytes(bytes(data))
    return path


def encrypted_entry(folder: Path) -> Path:
    """A zip whose entries say that they are encrypted."""
    path = write_zip(folder / "ke-hoach.xlsx", small_xlsx())
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + offset] |= 1
            start = data.find(signature, start + 4)
    path.write_bytes(bytes(data))
    return path


def duplicate_entry(folder: Path) -> Path:
    """Two parts of one name: readers disagree which one counts."""
    path = write_zip(folder / "ke-hoach.xlsx", small_xlsx())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("XL/workbook.xml", b"<workbook/>")
    return path


def many_entries(folder: Path) -> Path:
    """A zip with more entries than any document."""
    return write_zip(folder / "ke-hoach.xlsx", small_xlsx() | {f"x/{n}.xml": b"<a/>" for n in range(2_100)})


def odd_compression(folder: Path) -> Path:
    """A package compressed by LZMA, whose dictionary may be gigabytes."""
    path = folder / "ke-hoach.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in small_xlsx().items():
            archive.writestr(name, data)
    return path


def huge_entry(folder: Path) -> Path:
    """One part of 101 MB of blanks in about 100 KB."""
    sheet = sheet_xml("<row/>").encode() + b" " * (101 * 1024 * 1024)
    return with_part(small_xlsx(), "xl/worksheets/sheet1.xml", sheet)(folder)


def ratio_bomb(folder: Path) -> Path:
    """One XML part of 60 MB, over a thousand times its packed size."""
    rows = b"<row>" + b'<c t="n"><v>1</v></c>' * 3_000_000 + b"</row>"
    return with_part(small_xlsx(), "xl/worksheets/sheet1.xml", rows)(folder)


def many_large_entries(folder: Path) -> Path:
    """Four media parts of 80 MB: each allowed, together not."""
    block = bytes(80 * 1024 * 1024)
    path = write_zip(folder / "ke-hoach.xlsx", small_xlsx())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"xl/media/image{number}.bmp", block)
    return path


def lying_size(folder: Path) -> Path:
    """A part of 20 MB whose directory entry declares 1,000 bytes."""
    path = with_part(small_xlsx(), "xl/worksheets/sheet1.xml", b" " * (20 * 1024 * 1024))(folder)
    data = bytearray(path.read_bytes())
    start = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/worksheets/sheet1.xml"))
    struct.pack_into("<I", data, start + 24, 1_000)
    path.write_bytes(bytes(data))
    return path


def large_file(folder: Path) -> Path:
    """A sparse file of 31 MB."""
    path = folder / "ke-hoach.xlsx"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(31 * 1024 * 1024)
    return path


def entity_bomb(encoding: str, part: str = "xl/worksheets/sheet1.xml") -> Maker:
    """Return a maker of the 'billion laughs' in the given encoding."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = f'{declared}<!DOCTYPE x [<!ENTITY e0 "lol">{levels}]><worksheet>&e9;</worksheet>'
    if encoding.upper().startswith("UTF-16"):
        return with_part(small_xlsx(), part, b"\xff\xfe" + text.encode("utf-16-le"))
    return with_part(small_xlsx(), part, text.encode(encoding))


def hidden_declaration(folder: Path) -> Path:
    """A document type declaration behind an encoding that libxml2 knows and a byte search does not."""
    inside = "<!DOCTYPE x>".encode("utf-7").replace(b"<!", b"+ADwAIQ-")
    return with_part(small_docx(), "word/document.xml", b'<?xml version="1.0" encoding="UTF-7"?>' + inside)(folder)


def deep_nesting(folder: Path) -> Path:
    """Content controls in each other, 100,000 deep."""
    depth = 100_000
    body = "<w:sdt>" * depth + "</w:sdt>" * depth
    return package(docx_parts(body))(folder)


def wide_merges(folder: Path) -> Path:
    """Thousands of merges that each cover the whole table."""
    rows = "".join(f'<row r="{n}">{text_cell(f"A{n}", "x")}{text_cell(f"GR{n}", "x")}</row>' for n in range(1, 400))
    merges = "".join(f'<mergeCell ref="A1:XFD{1_048_576 - n}"/>' for n in range(5_000))
    return package(xlsx_parts(sheet_xml(rows, after=f"<mergeCells>{merges}</mergeCells>")))(folder)


def million_cells(folder: Path) -> Path:
    """1.2 million small, different cells: below every limit of the zip, too many to read."""
    rows = "".join(
        f'<row r="{r}">' + "".join(f"<c><v>{(r * 7919 + c * 104729) % 999983}</v></c>" for c in range(60)) + "</row>"
        for r in range(1, 20_001)
    )
    return package(xlsx_parts(sheet_xml(rows)))(folder)


def huge_span(folder: Path) -> Path:
    """A table of many rows whose cells each claim a billion columns."""
    rows = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr>' * 20_000
    return package(docx_parts(f"<w:tbl>{rows}<w:tr>{'<w:tc><w:p/></w:tc>' * 200}</w:tr></w:tbl>"))(folder)


def binary_workbook(folder: Path) -> Path:
    """What Excel saves as .xlsb."""
    parts = small_xlsx() | {"[Content_Types].xml": content_types({"xl/workbook.xml": XLSB_TYPE})}
    return package(parts)(folder)


def open_document(kind: str) -> Maker:
    """Return a maker of an OpenDocument file of the kind 'spreadsheet' or 'text'."""
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "content.xml": b"<a/>"})


def presentation(folder: Path) -> Path:
    """A PowerPoint file under another name."""
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    return with_part(small_xlsx(), "[Content_Types].xml", content_types({"xl/workbook.xml": kind}))(folder)


def bad_name(name: str) -> Maker:
    """Return a maker of a package with a part of a dangerous name."""
    return with_part(small_xlsx(), name, b"<a/>")


def undeclared(folder: Path) -> Path:
    """A package whose main part is missing."""
    parts = small_docx()
    del parts["word/document.xml"]
    return package(parts)(folder)


def broken_xml(folder: Path) -> Path:
    """A document whose XML ends in the middle."""
    return with_part(small_docx(), "word/document.xml", docx_parts(paragraph("x"))["word/document.xml"][:-20])(folder)


REFUSED: dict[str, tuple[Maker, str]] = {
    "empty": (raw_bytes(b""), "trống"),
    "truncated zip": (truncated, "thiếu phần cuối"),
    "damaged zip": (damaged, "bị hỏng"),
    "password": (ole("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    "encrypted zip": (encrypted_entry, "mật khẩu"),
    "old excel": (ole("Root Entry", "Workbook"), "lưu lại dạng .xlsx"),
    "old word": (ole("Root Entry", "WordDocument"), "lưu lại dạng .docx"),
    "other ole": (ole("Root Entry"), "kiểu cũ"),
    "html": (raw_bytes("\ufeff<html><table><tr><td>Kế hoạch</td></tr></table></html>".encode()), "HTML"),
    "html comment": (raw_bytes(b"<!-- saved -->\r\n<!DOCTYPE html><p>x"), "HTML"),
    "office 2003 xml": (
        raw_bytes(b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
        "XML",
    ),
    "csv": (raw_bytes("TT;Nội dung\n1;Rà soát\n".encode()), "CSV"),
    "utf-16 text": (raw_bytes("TT\tNội dung".encode("utf-16")), "CSV"),
    "pdf": (raw_bytes(b"%PDF-1.7\n", "ke-hoach.docx"), "PDF"),
    "png": (raw_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64)), "hình ảnh"),
    "jpeg": (raw_bytes(b"\xff\xd8\xff\xe0" + bytes(64)), "hình ảnh"),
    "rtf": (raw_bytes(b"{\\rtf1\\ansi}", "ke-hoach.docx"), "RTF"),
    "rar": (raw_bytes(b"Rar!\x1a\x07\x01\x00"), "RAR"),
    "noise": (raw_bytes(bytes(range(256)) * 8), "hỏng"),
    "plain zip": (package({"a.txt": b"x"}), "tệp nén"),
    "ods": (open_document("spreadsheet"), ".ods"),
    "odt": (open_document("text"), ".odt"),
    "xlsb": (binary_workbook, ".xlsb"),
    "pptx": (presentation, "không phải là bảng tính"),
    "no main part": (undeclared, "bị hỏng"),
    "broken xml": (broken_xml, "bị hỏng"),
    "large file": (large_file, "quá lớn"),
    "huge entry": (huge_entry, "phình to"),
    "ratio bomb": (ratio_bomb, "phình to"),
    "many large entries": (many_large_entries, "phình to"),
    "lying size": (lying_size, "bị hỏng"),
    "many entries": (many_entries, "cấu trúc"),
    "duplicate entry": (duplicate_entry, "cấu trúc"),
    "parent folder": (bad_name("../evil.xml"), "cấu trúc"),
    "parent folder backslash": (bad_name("xl\\..\\..\\evil.xml"), "cấu trúc"),
    "absolute name": (bad_name("/etc/evil.xml"), "cấu trúc"),
    "drive name": (bad_name("C:/evil.xml"), "cấu trúc"),
    "lzma": (odd_compression, "cấu trúc"),
    "entity bomb": (entity_bomb("UTF-8"), "DOCTYPE"),
    "entity bomb utf-16": (entity_bomb("UTF-16"), "DOCTYPE"),
    "entity bomb aside": (entity_bomb("UTF-8", "customXml/item1.xml"), "DOCTYPE"),
    "entity bomb ebcdic": (entity_bomb("cp037"), "bị hỏng"),
    "hidden declaration": (hidden_declaration, "cấu trúc"),
    "deep nesting": (deep_nesting, "bị hỏng"),
    "wide merges": (wide_merges, "quá nhiều ô"),
    "million cells": (million_cells, "quá nhiều ô"),
    "huge span": (huge_span, "quá nhiều ô"),
}
"""Name -> (maker, words that the refusal must contain)."""
