"""Owner files as Word and Excel leave them beside an open document."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_desktop.documents import paper_writer
from cchc_desktop.documents.office_lock import holder_of, owner_file
from cchc_desktop.domain.errors import CannotWrite
from tests.documents.appendix_samples import table_document


def owner_bytes(name: str, size: int) -> bytes:
    """Make an owner file: the name in one byte per letter, then in UTF-16 with its length before it."""
    place = {162: 54, 165: 55}[size]
    head = bytes([len(name)]) + name.encode("ascii", "replace").ljust(place - 1)
    return (head + len(name).to_bytes(2, "little") + name.encode("utf-16-le")).ljust(size, b"\x00")


@pytest.mark.parametrize("size", [162, 165])
def test_the_holder_is_named(size: int, tmp_path: Path) -> None:
    owner = tmp_path / "~$a.docx"
    owner.write_bytes(owner_bytes("Nguyễn Văn Đức", size))
    assert holder_of(owner) == "Nguyễn Văn Đức"


@pytest.mark.parametrize("content", [b"", b"\x05short", b"\xff" * 165, bytes(162)])
def test_what_cannot_be_read_names_nobody(content: bytes, tmp_path: Path) -> None:
    owner = tmp_path / "~$a.docx"
    owner.write_bytes(content)
    assert holder_of(owner) == ""
    assert holder_of(tmp_path / "none") == ""


@pytest.mark.parametrize(
    ("target", "owner"), [("a.xlsx", "~$a.xlsx"), ("báo cáo quý III.docx", "~$o cáo quý III.docx")]
)
def test_owner_files_are_found_by_either_name(target: str, owner: str, tmp_path: Path) -> None:
    assert owner_file(tmp_path / target) is None
    (tmp_path / owner).write_bytes(b"")
    assert owner_file(tmp_path / target) == tmp_path / owner


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        ("Nguyễn Văn Đức", "Không ghi được a.docx vì Nguyễn Văn Đức đang mở tệp này bằng Word."),
        ("", "Không ghi được a.docx vì Word đang mở tệp này."),
    ],
)
def test_a_target_that_is_open_is_told_with_its_holder(
    holder: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(target: Path) -> object:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(paper_writer, "write_atomically", locked)
    (tmp_path / "~$a.docx").write_bytes(owner_bytes(holder, 162))
    with pytest.raises(CannotWrite) as refused:
        paper_writer.write_paper(
            table_document([("1", "a", "b")]), tmp_path / "a.docx", lambda done, total: None, lambda: False
        )
    assert str(refused.value).startswith(words)
