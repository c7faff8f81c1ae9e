"""The gate for files from outside: what a file really is and whether it is safe to parse, decided before
parsing.

Nothing but the zip directory, the content types and a bounded scan of the XML parts is looked at; media are
never unpacked. Every refusal says in Vietnamese what the file is and what to do.
"""

from __future__ import annotations

import re
import stat
import zipfile
from enum import StrEnum
from pathlib import Path
from typing import IO

from cchc_desktop.documents.ooxml import CONTENT_TYPES, DAMAGED, Package, refusing_damage
from cchc_desktop.documents.sniff import describe_foreign
from cchc_desktop.domain.errors import RefusedFile

MB = 1024 * 1024
MAX_FILE = 30 * MB
MAX_ENTRIES = 2_000
MAX_ENTRY = 100 * MB
MAX_UNPACKED = 300 * MB
MAX_RATIO = 100
RATIO_FROM = 10 * MB
_CHUNK = MB
_OVERLAP = 64
_DIRECTORY_ENTRY = b"PK\x01\x02"
_XML_NAME = re.compile(r"\.(xml|rels|vml|xhtml|svg)$", re.IGNORECASE)
_DTD = re.compile(rb"<\0{0,3}!\0{0,3}(?:D\0{0,3}O\0{0,3}C|E\0{0,3}N\0{0,3}T)\0{0,3}")
_XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<|(?:\xff\xfe)?<\0[^\0]|(?:\xfe\xff)?\0<\0")
_XML_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_ALLOWED_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"})
_BOMB = (
    "Tệp phình to bất thường khi giải nén nên không được mở, để máy không bị treo. "
    "Hãy xin lại tệp gốc, hoặc chép riêng bảng cần dùng sang một tệp mới."
)
_STRANGE_PARTS = (
    "Tệp có cấu trúc bên trong không bình thường nên không được mở, để bảo đảm an toàn. "
    "Hãy mở bằng Word hoặc Excel và lưu lại thành tệp mới rồi thử lại."
)
_DTD_FOUND = (
    "Tệp chứa khai báo XML không an toàn (DOCTYPE hoặc ENTITY) nên không được mở. "
    "Hãy mở bằng Word hoặc Excel và lưu lại thành tệp mới rồi thử lại."
)


class FileType(StrEnum):
    """The kinds of files that can be read."""

    XLSX = "xlsx"
    DOCX = "docx"


def check_file(path: Path) -> FileType:
    """Return what the file is, found from its content; raise `RefusedFile` when it cannot be read safely."""
    _check_on_disk(path)
    try:
        with path.open("rb") as stream:
            _check_container(stream)
        with Package.opened(path) as package:
            kind = _office_type(package)
        with refusing_damage(), zipfile.ZipFile(path) as archive:
            _scan_xml_parts(archive)
    except OSError as error:
        raise RefusedFile(_cannot_open(path, error)) from error
    return kind


def _check_on_disk(path: Path) -> None:
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise RefusedFile(_cannot_open(path, error)) from error
    if stat.S_ISDIR(found.st_mode):
        raise RefusedFile(f"“{path.name}” là một thư mục. Hãy chọn một tệp Excel (.xlsx) hoặc Word (.docx).")
    if not stat.S_ISREG(found.st_mode):
        raise RefusedFile(f"“{path.name}” không phải là tệp thường. Hãy chọn một tệp .xlsx hoặc .docx.")
    if found.st_size == 0:
        raise RefusedFile("Tệp trống, không có nội dung. Hãy chép hoặc tải lại tệp rồi thử lại.")
    if found.st_size > MAX_FILE:
        raise RefusedFile(
            f"Tệp quá lớn ({found.st_size / MB:.0f} MB, mức tối đa là {MAX_FILE // MB} MB). "
            "Hãy bỏ bớt hình ảnh hoặc chép riêng bảng cần dùng sang một tệp mới."
        )


def _cannot_open(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return f"Không tìm thấy tệp “{path.name}”. Hãy kiểm tra lại tên và nơi lưu tệp."
    if getattr(error, "winerror", None) in (32, 33):
        return f"Tệp “{path.name}” đang mở trong chương trình khác (Excel hoặc Word). Hãy đóng tệp rồi thử lại."
    if isinstance(error, PermissionError):
        return (
            f"Không có quyền đọc tệp “{path.name}”, hoặc tệp đang mở trong Excel hay Word. "
            "Hãy đóng tệp đó hoặc chép tệp sang thư mục khác rồi thử lại."
        )
    return f"Không đọc được tệp “{path.name}” từ ổ đĩa. Hãy chép tệp sang thư mục khác rồi thử lại."


def _check_container(stream: IO[bytes]) -> None:
    """Refuse what is no zip, and a zip whose directory alone would take hundreds of megabytes to read."""
    data = stream.read(MAX_FILE + 1)
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise RefusedFile(describe_foreign(data))
    if data.rfind(b"PK\x05\x06") < 0:
        raise RefusedFile("Tệp bị thiếu phần cuối (chép hoặc tải chưa xong). Hãy chép hoặc tải lại tệp rồi thử lại.")
    if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:
        raise RefusedFile(_STRANGE_PARTS)
    with refusing_damage(), zipfile.ZipFile(stream) as archive:
        _check_directory(archive.infolist())


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    names = {_part_key(entry.filename) for entry in entries}
    if len(names) != len(entries) or len(entries) > MAX_ENTRIES or not all(map(_is_plain_name, names)):
        raise RefusedFile(_STRANGE_PARTS)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise RefusedFile("Tệp nén có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise RefusedFile(_STRANGE_PARTS)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED or any(map(_is_bomb, entries)):
        raise RefusedFile(_BOMB)


def _part_key(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _is_plain_name(name: str) -> bool:
    rooted = name.startswith("/") or re.match(r"[a-z]:", name) is not None
    return bool(name) and not rooted and ".." not in name.split("/")


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    if entry.file_size > MAX_ENTRY:
        return True
    is_xml = _XML_NAME.search(entry.filename) is not None
    return is_xml and entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size


def _office_type(package: Package) -> FileType:
    if not package.has(CONTENT_TYPES):
        raise RefusedFile(_other_archive(package))
    main = package.main_part()
    kind = package.content_type(main).casefold()
    if not main or not package.has(main):
        raise RefusedFile(DAMAGED)
    if "sheet.binary" in kind:
        raise RefusedFile("Tệp Excel dạng nhị phân (.xlsb) không đọc được. Hãy mở bằng Excel và lưu lại dạng .xlsx.")
    if "spreadsheetml" in kind or "ms-excel" in kind:
        return FileType.XLSX
    if "wordprocessingml" in kind or "ms-word" in kind:
        return FileType.DOCX
    raise RefusedFile("Tệp không phải là bảng tính Excel hay văn bản Word. Hãy chọn một tệp .xlsx hoặc .docx.")


def _other_archive(package: Package) -> str:
    kind = package.read("mimetype")[:200] if package.has("mimetype") else b""
    if b"opendocument.spreadsheet" in kind:
        return (
            "Tệp bảng tính OpenDocument (.ods) không đọc được. "
            "Hãy mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx."
        )
    if b"opendocument" in kind:
        return (
            "Tệp văn bản OpenDocument (.odt) không đọc được. Hãy mở bằng Word hoặc LibreOffice và lưu lại dạng .docx."
        )
    return "Đây là tệp nén, không phải tệp Excel hay Word. Hãy giải nén rồi chọn tệp .xlsx hoặc .docx bên trong."


def _scan_xml_parts(archive: zipfile.ZipFile) -> None:
    package = Package(archive)
    for entry in archive.infolist():
        if _XML_NAME.search(entry.filename) or package.content_type(entry.filename).endswith("xml"):
            with archive.open(entry) as part:
                _scan_xml(part)


def _scan_xml(part: IO[bytes]) -> None:
    """Read a part to its end (zipfile verifies its checksum) and refuse a document type declaration."""
    kept = part.read(_CHUNK)
    _check_encoding(kept[:1000])
    while kept:
        if _DTD.search(kept):
            raise RefusedFile(_DTD_FOUND)
        chunk = part.read(_CHUNK)
        kept = kept[-_OVERLAP:] + chunk if chunk else b""


def _check_encoding(head: bytes) -> None:
    """Refuse encodings other than UTF-8 and UTF-16 (ECMA-376 part 2, 8.1.4): others hide declarations."""
    if head and not _XML_START.match(head):
        raise RefusedFile(DAMAGED)
    declared = _XML_ENCODING.search(head.replace(b"\0", b""))
    if declared and declared.group(1).lower() not in _ALLOWED_ENCODINGS:
        raise RefusedFile(_STRANGE_PARTS)
