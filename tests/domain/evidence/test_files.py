"""Files of evidence: what may come in, names from a hostile hand, what a name proposes."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import InvalidInput, RefusedFile
from cchc_desktop.domain.evidence.files import (
    MOST_BYTES,
    NameProposal,
    document_label,
    file_label,
    file_name,
    read_file_name,
    require_content,
    require_kind,
    require_size,
    shown_name,
    stem_words,
)
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile

PDF = b"%PDF-1.7"


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.pdf", "pdf"),
        ("A.PDF", "pdf"),
        ("ảnh.jpeg", "jpg"),
        ("b.JPE", "jpg"),
        ("x.exe.docx", "docx"),
        ("x.xls ", "xls"),
    ],
)
def test_allowed_kinds_come_in_under_one_ending(name, ending):
    assert require_kind(name) == ending


@pytest.mark.parametrize(
    "name",
    [
        "a.exe",
        "a",
        "pdf",
        ".pdf.",
        "a.pdf.exe",
        "a.docm",
        "a.xlsm",
        "a.zip",
        "a.html",
        "a.lnk",
        "a.pdf::$DATA",
        "a.p\u200bdf",
    ],
)
def test_other_kinds_are_refused(name):
    with pytest.raises(RefusedFile, match="không nhận tệp"):
        require_kind(name)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.pdf", b"MZ\x90"),
        ("a.pdf", b"<html>"),
        ("a.docx", PDF),
        ("a.jpg", b"\x89PNG\r\n\x1a\n"),
        ("a.xls", b"PK\x03\x04"),
        ("a.png", b""),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name, head):
    with pytest.raises(RefusedFile, match="không đúng với đuôi"):
        require_content(name, head)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.pdf", PDF),
        ("a.docx", b"PK\x03\x04"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.jpeg", b"\xff\xd8\xff\xe0"),
    ],
)
def test_a_file_that_begins_as_it_should_passes(name, head):
    require_content(name, head)


@pytest.mark.parametrize(("size", "words"), [(0, "trống"), (MOST_BYTES + 1, "lớn hơn 100 MB")])
def test_sizes(size, words):
    with pytest.raises(RefusedFile, match=words):
        require_size("a.pdf", size)
    require_size("a.pdf", 1)


RESERVED = ["CON", "nul", "Com1", "LPT9", "aux", "PRN", "con.2025", "NUL.pdf"]


@pytest.mark.parametrize(
    "words", [*RESERVED, "", "...", "..", "../../etc/passwd", "C:\\Windows\\x", "a/b", "a. . .", "\x00\n"]
)
def test_a_copys_name_is_one_that_every_system_takes(words):
    name = file_name(words, "pdf")
    assert not set(name) & set('/\\:*?"<>|\x00\n') and name.endswith(".pdf")
    assert not PureWindowsPath(name).is_reserved()
    assert not name.removesuffix(".pdf").endswith((".", " ")) and not name.startswith(".")


@given(st.text(max_size=300))
def test_any_words_make_a_name(words):
    name = file_name(words, "docx")
    assert len(name) <= 100 and len(name.encode()) <= 255 and name == unicodedata.normalize("NFC", name)
    assert not PureWindowsPath(name).is_reserved() and PureWindowsPath(name).name == name


def test_a_shown_name_has_no_folders_and_ends():
    assert shown_name("C:\\Users\\Hoa\\báo cáo.pdf") == "báo cáo.pdf"
    assert shown_name(unicodedata.normalize("NFD", "/tmp/Quyết định.pdf")) == "Quyết định.pdf"
    assert len(shown_name("x" * 500 + ".pdf")) <= 60 and shown_name("x" * 500 + ".pdf").endswith(".pdf")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("BC 312-BC-UBND 08-09-2025.pdf", NameProposal("312", "BC-UBND", "Báo cáo", date(2025, 9, 8))),
        ("QĐ 510_QĐ-UBND.docx", NameProposal("510", "QĐ-UBND", "Quyết định")),
        (unicodedata.normalize("NFD", "QĐ 510-QĐ-UBND ngày 30.7.2025.pdf"),
         NameProposal("510", "QĐ-UBND", "Quyết định", date(2025, 7, 30))),
        ("15-KH-UBND.pdf", NameProposal("15", "KH-UBND", "Kế hoạch")),
        ("số 12-UBND-VP 2025-03-02.pdf", NameProposal("12", "UBND-VP", None, date(2025, 3, 2))),
        ("Phụ lục số liệu quý III.xlsx", NameProposal()),
        ("scan0001.pdf", NameProposal()),
        ("31-02-2025.pdf", NameProposal()),
        ("../../15-BC-UBND.pdf", NameProposal("15", "BC-UBND", "Báo cáo")),
    ],
)  # fmt: skip
def test_what_a_name_proposes(name, expected):
    assert read_file_name(name) == expected


def test_a_new_document_is_called_as_its_file():
    assert stem_words("/tmp/Phụ_lục số liệu.xlsx") == "Phụ lục số liệu"
    assert stem_words(".pdf") and stem_words("") and len(stem_words("x" * 2000 + ".pdf")) == 500


def test_labels():
    file = StoredFile("ab" * 32, "pdf", 5)
    full = EvidenceDocument(
        "Báo cáo quý III", number="401", symbol="BC-UBND", issued_on=date(2025, 12, 2), type="Báo cáo", file=file
    )
    assert document_label(full) == "BC 401/BC-UBND, 02/12/2025" and file_label(full).endswith(".pdf")
    assert file_label(EvidenceDocument("Phụ lục", file=file)) == "Phụ lục.pdf"
    with pytest.raises(InvalidInput):
        EvidenceDocument("Tài liệu mật", secret=True, file=file)
