"""What a file that is no Office package really is, told from its first bytes, with advice in Vietnamese."""

from __future__ import annotations

import re

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RENAMED = "dù tên tệp có thể ghi khác"
_PASSWORD = "Tệp được đặt mật khẩu nên không đọc được. Hãy mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi thử lại."
_OLD_WORD = "Tệp là văn bản Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại dạng .docx."
_OLD_EXCEL = "Tệp là bảng tính Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại dạng .xlsx."
_OLD_OFFICE = (
    "Tệp là tài liệu Office kiểu cũ. Hãy mở bằng Excel và lưu lại dạng .xlsx, hoặc bằng Word và lưu lại dạng .docx."
)
_OFFICE_XML = (
    "Tệp là XML của Office 2003 hoặc XML khác, không phải tệp .xlsx hay .docx. "
    "Hãy mở bằng Excel hoặc Word và lưu lại dạng .xlsx hoặc .docx."
)
_HTML = f"Tệp là trang web (HTML), {_RENAMED}. Hãy mở bằng Excel hoặc Word và lưu lại dạng .xlsx hoặc .docx."
_TEXT = f"Tệp là văn bản thuần hoặc CSV, {_RENAMED}. Hãy mở bằng Excel hoặc Word và lưu lại dạng .xlsx hoặc .docx."
_UNKNOWN = "Tệp không phải là Excel (.xlsx) hay Word (.docx), hoặc đã bị hỏng. Hãy xin lại tệp gốc rồi thử lại."
_IMAGE = f"Tệp là hình ảnh, {_RENAMED}. Hãy dùng tệp Word hoặc Excel gốc thay cho ảnh chụp."
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"Tệp là PDF, {_RENAMED}. Hãy dùng tệp Word (.docx) hoặc Excel (.xlsx) gốc."),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"{\\rtf", "Tệp là văn bản RTF. Hãy mở bằng Word và lưu lại dạng .docx."),
    (b"Rar!", "Tệp là tệp nén RAR. Hãy giải nén rồi chọn tệp .xlsx hoặc .docx bên trong."),
    (b"7z\xbc\xaf", "Tệp là tệp nén 7-Zip. Hãy giải nén rồi chọn tệp .xlsx hoặc .docx bên trong."),
    (b"BM", _IMAGE),
)
_HTML_START = re.compile(rb"(?:<!--.*?-->|\s)*<(?:!doctype html|html|head|body|table|meta|div|style)", re.I | re.S)
_MHTML_START = re.compile(rb"(?:mime-version|content-type|from):", re.I)


def describe_foreign(data: bytes) -> str:
    """Return one Vietnamese sentence or two: what these bytes are, and what to do."""
    if data.startswith(_OLE):
        return _describe_ole(data)
    for signature, message in _SIGNATURES:
        if data.startswith(signature) and not (signature == b"BM" and b"\0" not in data[:64]):
            return message
    return _describe_text(data[:4096])


def _describe_ole(data: bytes) -> str:
    """Name an OLE container ([MS-CFB]) by the streams in its directory, whose names are UTF-16."""
    if _has_stream(data, "EncryptedPackage"):
        return _PASSWORD
    if _has_stream(data, "WordDocument"):
        return _OLD_WORD
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return _OLD_EXCEL
    return _OLD_OFFICE


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _describe_text(head: bytes) -> str:
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _HTML_START.match(plain) or _MHTML_START.match(plain):
        return _HTML
    if plain.startswith(b"<?xml"):
        return _HTML if b"<html" in plain.lower() else _OFFICE_XML
    return _TEXT if _looks_like_text(head) else _UNKNOWN


def _looks_like_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return bool(head) and not any(byte < 9 or 13 < byte < 32 for byte in head)
