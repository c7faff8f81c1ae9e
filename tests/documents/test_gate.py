"""What the gate lets through, what it refuses and with which words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cchc_desktop.documents.gate import FileType, check_file
from cchc_desktop.domain.errors import RefusedFile
from tests.documents import hostile
from tests.documents.office_files import (
    DOCX_TYPE,
    XLSM_TYPE,
    content_types,
    small_docx,
    small_xlsx,
    write_zip,
)

# These pass the gate: their harm lies in the parsing, which the reader and the child's limits stop.
_FOR_READERS = {"broken xml", "deep nesting", "wide merges", "million cells", "huge span"}


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.txt", "không có đuôi"])
@pytest.mark.parametrize(("parts", "kind"), [(small_xlsx(), FileType.XLSX), (small_docx(), FileType.DOCX)])
def test_type_comes_from_content_not_name(tmp_path: Path, name, parts, kind):
    assert check_file(write_zip(tmp_path / name, parts)) is kind


def test_macro_workbook_is_data(tmp_path: Path):
    parts = small_xlsx() | {"[Content_Types].xml": content_types({"xl/workbook.xml": XLSM_TYPE})}
    assert check_file(write_zip(tmp_path / "a.xlsm", parts)) is FileType.XLSX


def test_type_may_be_declared_for_the_extension(tmp_path: Path):
    types = content_types({}).replace(b'"application/xml"', f'"{DOCX_TYPE}"'.encode())
    path = write_zip(tmp_path / "a.docx", small_docx() | {"[Content_Types].xml": types})
    assert check_file(path) is FileType.DOCX


@pytest.mark.parametrize("case", sorted(hostile.REFUSED.keys() - _FOR_READERS))
def test_hostile_file_is_refused_with_its_reason(tmp_path: Path, case: str):
    make, words = hostile.REFUSED[case]
    with pytest.raises(RefusedFile) as refusal:
        check_file(make(tmp_path))
    assert words in refusal.value.message
    assert "Hãy" in refusal.value.message
    assert "!" not in refusal.value.message


def test_missing_file(tmp_path: Path):
    with pytest.raises(RefusedFile, match="Không tìm thấy tệp “không có"):
        check_file(tmp_path / "không có.xlsx")


def test_folder(tmp_path: Path):
    with pytest.raises(RefusedFile, match="thư mục"):
        check_file(tmp_path)


def test_impossible_name():
    with pytest.raises(RefusedFile, match="Không tìm thấy"):
        check_file(Path("a\0b.xlsx"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_pipe_does_not_block(tmp_path: Path):
    path = tmp_path / "ống.xlsx"
    os.mkfifo(path)
    with pytest.raises(RefusedFile, match="không phải là tệp thường"):
        check_file(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path):
    path = write_zip(tmp_path / "a.xlsx", small_xlsx())
    path.chmod(0)
    with pytest.raises(RefusedFile, match="Không có quyền"):
        check_file(path)


class _Locked(Path):
    """A path whose opening fails as Windows fails on a file that Excel holds."""

    def open(self, *args, **kwargs):
        error = PermissionError(13, "locked")
        error.winerror = 32
        raise error


def test_file_open_in_excel_on_windows(tmp_path: Path):
    path = write_zip(tmp_path / "a.xlsx", small_xlsx())
    locked = type("LockedHere", (type(path),), {"open": _Locked.open})(path)
    with pytest.raises(RefusedFile, match="đang mở trong chương trình khác"):
        check_file(locked)


def test_bitmap_with_an_extreme_ratio_is_let_through(tmp_path: Path):
    """A white picture packs a thousand to one; only XML parts are judged by their ratio."""
    parts = small_xlsx() | {"xl/media/image1.bmp": bytes(12 * 1024 * 1024)}
    assert check_file(write_zip(tmp_path / "a.xlsx", parts)) is FileType.XLSX
