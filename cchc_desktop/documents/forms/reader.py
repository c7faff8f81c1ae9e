"""Reads a superior's form: the gate, then the cells of a Word or Excel file; in the child process."""

from __future__ import annotations

import hashlib
from itertools import islice
from pathlib import Path

from cchc_desktop.documents.gate import FileType, check_file
from cchc_desktop.documents.ooxml import Package
from cchc_desktop.domain.errors import RefusedFile
from cchc_desktop.domain.forms.cells import MOST_CELLS, FormReading

_MACROS = (
    "Biểu mẫu có chứa macro nên không được nhận, vì bản điền sẽ mang theo macro. "
    "Hãy mở bằng Word hoặc Excel, lưu lại dạng .docx hoặc .xlsx rồi thử lại."
)
_OTHER_ENDING = "Nội dung tệp “{name}” là .{kind}, không đúng với đuôi tệp. Hãy đổi đuôi tệp thành .{kind} rồi thử lại."
_EMPTY = "Không tìm thấy ô nào trong biểu mẫu. Hãy kiểm tra lại tệp."
_CHUNK = 1 << 20


def check_form(path: Path) -> FileType:
    """Return what a form is; RefusedFile for what the gate refuses and for one that carries macros."""
    kind = check_file(path)
    with Package.opened(path) as package:
        main = package.main_part()
        is_macro = "macroenabled" in package.content_type(main).casefold()
        if is_macro or any(one.kind == "vbaProject" for one in package.relations(main).values()):
            raise RefusedFile(_MACROS)
    return kind


def read_form(path: Path) -> FormReading:
    """Return the cells of a form in reading order; RefusedFile."""
    kind = check_form(path)
    if path.suffix.lower() != f".{kind}":
        raise RefusedFile(_OTHER_ENDING.format(name=path.name, kind=kind))
    notes: list[str] = []
    with Package.opened(path) as package:
        if kind is FileType.XLSX:
            from cchc_desktop.documents.forms.xlsx_reader import xlsx_cells

            found = xlsx_cells(package, notes)
        else:
            from cchc_desktop.documents.forms.docx_reader import docx_cells

            found = docx_cells(package, notes)
        cells = tuple(islice(found, MOST_CELLS + 1))
    if len(cells) > MOST_CELLS:
        raise RefusedFile(f"Biểu mẫu có trên {MOST_CELLS} ô nên không nhận được. Hãy chép riêng biểu cần điền.")
    if not any(cell.words or cell.gap for cell in cells):
        raise RefusedFile(_EMPTY)
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return FormReading(digest, cells, tuple(dict.fromkeys(notes)))
