"""A copy of an Office package in which some parts are other ones; all other parts hold the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from lxml import etree

from cchc_desktop.documents.ooxml import DAMAGED
from cchc_desktop.documents.readers.xml_parser import XmlElement
from cchc_desktop.domain.errors import RefusedFile

MAX_PART = 20 * 1024 * 1024
"""Bytes of a sheet or document part that is edited: it stands in memory as a whole, some twenty times its size."""
_TOO_LARGE = (
    "Biểu mẫu quá lớn (một trang tính hoặc phần văn bản trên 20 MB). "
    "Hãy chép riêng biểu cần điền sang một tệp mới rồi thử lại."
)
_CHUNK = 1 << 20
_PARSER: Mapping[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "strip_cdata": False,
}


def require_editable(size: int) -> None:
    """Raise RefusedFile for a part that is too large to be edited."""
    if size > MAX_PART:
        raise RefusedFile(_TOO_LARGE)


def no_such_cell(address: str) -> RefusedFile:
    """Return the refusal of an address that the file does not have."""
    return RefusedFile(f"Tệp biểu mẫu không có ô “{address}”. Hãy chọn lại ô, hoặc thay tệp biểu mẫu rồi điền lại.")


def parse_whole(data: bytes) -> XmlElement:
    """Return the root of a part with all that it holds, comments too; RefusedFile for a document type."""
    root = etree.fromstring(data, etree.XMLParser(**_PARSER))
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedFile(DAMAGED)
    return root


def part_bytes(root: XmlElement) -> bytes:
    """Return a part as it is written: UTF-8 with its declaration."""
    written: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def copy_package(
    source: zipfile.ZipFile, target: BinaryIO, parts: Mapping[str, bytes], checkpoint: Callable[[int, int], None]
) -> None:
    """Write the package with other bytes for some parts (by their names in the package), in the same order."""
    entries = source.infolist()
    with zipfile.ZipFile(target, "w") as copy:
        for done, entry in enumerate(entries):
            checkpoint(done, len(entries))
            _copy(source, entry, copy, parts.get(entry.filename))
    checkpoint(len(entries), len(entries))


def _copy(source: zipfile.ZipFile, entry: zipfile.ZipInfo, copy: zipfile.ZipFile, other: bytes | None) -> None:
    named = zipfile.ZipInfo(entry.filename, entry.date_time)
    named.compress_type, named.external_attr, named.create_system = (
        entry.compress_type,
        entry.external_attr,
        entry.create_system,
    )
    if other is not None:
        copy.writestr(named, other)
        return
    with source.open(entry) as part, copy.open(named, "w") as written:
        shutil.copyfileobj(part, written, _CHUNK)
