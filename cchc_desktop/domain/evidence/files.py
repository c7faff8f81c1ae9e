"""Files of evidence: which may come in, what their names propose, what they are called when they are looked at.

The list is short on purpose. What is on it opens on a click in the program that the machine has for it, so nothing is
there that runs by itself or carries others along: no archive (its content is seen by nobody here), no web page, no
format whose ending promises macros.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import RefusedFile
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.text.folding import nfc

MOST_BYTES = 100 * 1024 * 1024
"""The largest file of evidence: a scanned dossier of some hundred pages; each backup place holds it once more."""
HEAD_BYTES = 16
"""Bytes at the beginning of a file that `require_content` needs."""

_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "docx": (_ZIP, _OLE),  # OLE: locked with a password
    "xlsx": (_ZIP, _OLE),
    "doc": (_OLE,),
    "xls": (_OLE,),
    "jpg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
}
_SAME = {"jpeg": "jpg", "jpe": "jpg"}
ALLOWED = tuple(_BEGINNINGS)
"""Endings of files that may come in, as they are stored; 'jpeg' is stored as 'jpg'."""
PATTERNS = tuple(f"*.{ending}" for ending in (*ALLOWED, "jpeg"))
"""What a file dialog shows."""
_KINDS = "PDF, Word (.doc, .docx), Excel (.xls, .xlsx) hoặc ảnh (.jpg, .png)"


class FileState(StrEnum):
    """How the file of a document is in the store."""

    PRESENT = "present"
    MISSING = "missing"
    CHANGED = "changed"


def require_kind(name: str) -> str:
    """Return the ending under which a file is stored; RefusedFile for one that may not come in."""
    written = nfc(name).rsplit(".", 1)[-1].strip().lower() if "." in name else ""
    ending = _SAME.get(written, written)
    if ending not in _BEGINNINGS:
        raise RefusedFile(f"Kho tài liệu không nhận tệp “{shown_name(name)}”. Hãy chọn tệp {_KINDS}.")
    return ending


def require_size(name: str, size: int) -> None:
    """Raise RefusedFile for an empty file and for one that is too large."""
    if size == 0:
        raise RefusedFile(f"Tệp “{shown_name(name)}” trống nên không được nhận. Hãy kiểm tra lại tệp gốc.")
    if size > MOST_BYTES:
        raise RefusedFile(
            f"Tệp “{shown_name(name)}” lớn hơn {MOST_BYTES // (1024 * 1024)} MB nên không được nhận. "
            "Hãy quét lại với độ phân giải thấp hơn hoặc tách thành nhiều tệp."
        )


def require_content(name: str, head: bytes) -> None:
    """Raise RefusedFile where a file does not begin as its ending promises (a program named '.pdf')."""
    ending = require_kind(name)
    if not head.startswith(_BEGINNINGS[ending]):
        raise RefusedFile(
            f"Nội dung tệp “{shown_name(name)}” không đúng với đuôi “.{ending}” nên không được nhận. "
            "Hãy mở tệp bằng chương trình đã tạo ra tệp và lưu lại."
        )


# ---------------------------------------------------------------- names

_UNSAFE = re.compile(r"[^\w\-., ()&+]")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
_LONGEST = 80
"""Letters of a file's name: a Vietnamese one takes up to three bytes, a name holds 255, a path 260 letters."""
_LONGEST_SHOWN = 60


def shown_name(name: str) -> str:
    """Return a file's name for a sentence: without its folders and what cannot be printed, and not endless."""
    last = re.split(r"[/\\]", nfc(name))[-1]
    words = "".join(letter if letter.isprintable() else " " for letter in last)
    words = " ".join(words.replace("“", '"').replace("”", '"').split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 12]}…{words[-11:]}"


def file_name(words: str, extension: str) -> str:
    """Return a name that every system takes, for a copy that is opened: no folder, no device, no dot at the end."""
    plain = "".join(letter if letter.isprintable() else " " for letter in nfc(words).replace("/", "-"))
    plain = " ".join(_UNSAFE.sub("_", plain).split())[:_LONGEST].strip(" .")
    if not plain or _RESERVED.match(plain):
        plain = f"Tài liệu {plain}".strip()
    return f"{plain}.{extension}"


TYPE_NAMES: Mapping[str, str] = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QYĐ": "Quy định",
    "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch",
    "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình",
    "HĐ": "Hợp đồng", "CĐ": "Công điện", "GM": "Giấy mời", "GGT": "Giấy giới thiệu", "CV": "Công văn",
}  # fmt: skip
"""Kinds of documents by their abbreviation (Decree 30/2020/NĐ-CP, annex III); 'CV' is what offices add."""
_ABBREVIATIONS = {name: short for short, name in TYPE_NAMES.items()}
_BY_LETTERS = {short.upper(): short for short in TYPE_NAMES} | {"QD": "QĐ"}


def document_label(document: EvidenceDocument) -> str:
    """Return what a document is called in a line: 'BC 401/BC-UBND, 02/12/2025', else its abstract."""
    if not document.reference:
        return document.abstract
    short = _ABBREVIATIONS.get(document.type or "", document.type or "")
    day = show_day(document.issued_on) if document.issued_on else ""
    return ", ".join(filter(None, (" ".join(filter(None, (short, document.reference))), day)))


def file_label(document: EvidenceDocument) -> str:
    """Return the label with the file's ending, as a line of files shows it."""
    label = document_label(document)
    return f"{label}.{document.file.extension}" if document.file else label


@dataclass(frozen=True, slots=True)
class NameProposal:
    """What the name of a file proposes for the register: for a person to take or to leave, never taken unasked."""

    number: str | None = None
    symbol: str | None = None
    type: str | None = None
    issued_on: date | None = None

    @property
    def reference(self) -> str:
        """Return number and symbol as papers write them, '' where there are none."""
        return "/".join(part for part in (self.number, self.symbol) if part)

    def __bool__(self) -> bool:
        return bool(self.number or self.issued_on)


_DAY = re.compile(r"(?<!\d)(\d{1,2})[._ -](\d{1,2})[._ -](\d{4})(?!\d)")
_COMPACT_DAY = re.compile(r"(?<!\d)(\d{4})[._-]?(\d{2})[._-]?(\d{2})(?!\d)")
_REFERENCE = re.compile(
    r"(?<!\w)(?P<number>\d{1,5}[a-zđ]?)[ ]?[-_./ ][ ]?(?P<symbol>[A-ZĐ][A-Za-zĐđ&]*(?:-[A-ZĐ][\wĐđ&]*)+)"
)


def read_file_name(name: str) -> NameProposal:
    """Return what a name such as 'BC 312-BC-UBND 08-09-2025.pdf' says; nothing where it says nothing for certain."""
    stem = stem_words(name)
    day = _day_in(stem)
    found = _REFERENCE.search(stem)
    if found is None:
        return NameProposal(issued_on=day)
    kind = _BY_LETTERS.get(found["symbol"].split("-")[0].upper())
    return NameProposal(found["number"], found["symbol"], TYPE_NAMES[kind] if kind else None, day)


def stem_words(name: str) -> str:
    """Return a file's name without folders and ending, as words: what a new document is called at first."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    stem = last.rsplit(".", 1)[0] if "." in last.strip(".") else last
    plain = "".join(letter if letter.isprintable() else " " for letter in stem.replace("_", " "))
    return " ".join(plain.split())[:500] or "Tài liệu chưa đặt tên"


def _day_in(stem: str) -> date | None:
    for pattern, order in ((_DAY, (3, 2, 1)), (_COMPACT_DAY, (1, 2, 3))):
        for found in pattern.finditer(stem):
            try:
                day = date(*(int(found[part]) for part in order))
            except ValueError:
                continue
            if 1945 <= day.year <= 2100:
                return day
    return None
