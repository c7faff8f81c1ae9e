"""Fills a copy of a superior's form: some cells of a Word or Excel file get other words, all else stays as it was.

The XML of the parts concerned is edited, and every other part is copied with the same bytes: libraries that write
whole files lose what they do not know (drawings, print set-ups, custom parts). The file came from outside: a child
process edits its parts (`changed_parts`), this one only puts the package together.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from cchc_desktop.documents.forms.package_copy import copy_package
from cchc_desktop.documents.forms.reader import check_form
from cchc_desktop.documents.gate import FileType
from cchc_desktop.documents.office_lock import cannot_write
from cchc_desktop.documents.ooxml import DAMAGED, Package, refusing_damage
from cchc_desktop.domain.errors import Cancelled, CannotWrite, RefusedFile
from cchc_desktop.domain.forms.writing import FilledCell, shown
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled
from cchc_desktop.domain.text.folding import clean
from cchc_desktop.safe_files import write_atomically

PartsMaker = Callable[[Path, Sequence[FilledCell], CancelCheck], Mapping[str, bytes]]
"""Returns the parts of a form that change when cells are filled, by name."""
_SHARE_OF_PARTS = 50
"""Percent of the work after which the parts are written."""


def changed_parts(
    original: Path, cells: Sequence[FilledCell], is_cancelled: CancelCheck = never_cancelled
) -> dict[str, bytes]:
    """Check a form and return its parts with cells filled, by name, in this process; RefusedFile."""
    kind = check_form(original)
    with Package.opened(original) as package:
        if kind is FileType.XLSX:
            from cchc_desktop.documents.forms.xlsx_filler import filled_xlsx

            return filled_xlsx(package, cells)
        from cchc_desktop.documents.forms.docx_filler import filled_docx

        return filled_docx(package, {cell.address: shown(cell.content) for cell in cells})


def fill_form(
    original: Path,
    cells: Sequence[FilledCell],
    target: Path,
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
    make_parts: PartsMaker = changed_parts,
) -> tuple[str, ...]:
    """Write a copy with cells filled; RefusedFile, CannotWrite, Cancelled. The old target stays until it is whole.

    Returns Vietnamese notes on what could not be written as it stands.
    """

    def checkpoint(done: int, total: int) -> None:
        if is_cancelled():
            raise Cancelled()
        progress(done, total)

    def writing(done: int, total: int) -> None:
        checkpoint(_SHARE_OF_PARTS + (100 - _SHARE_OF_PARTS) * done // max(total, 1), 100)

    checkpoint(0, 100)
    cleaned, notes = _cleaned(cells)
    parts = make_parts(original, cleaned, is_cancelled)
    checkpoint(_SHARE_OF_PARTS, 100)
    try:
        with write_atomically(target) as file, refusing_damage(), zipfile.ZipFile(original) as source:
            copy_package(source, file, _named_as_stored(source, parts), writing)
    except OSError as error:
        raise CannotWrite(cannot_write(target, error)) from error
    return notes


def _cleaned(cells: Sequence[FilledCell]) -> tuple[list[FilledCell], tuple[str, ...]]:
    """Return the cells with words that files can hold, and a note where letters were left out."""
    removed, found = 0, []
    for cell in cells:
        if isinstance(cell.content, str):
            text, lost = clean(cell.content.replace("\t", " "))
            removed += lost
            cell = replace(cell, content=text)
        found.append(cell)
    note = f"Đã bỏ {removed} ký tự ẩn hoặc ký tự điều khiển mà tệp không chứa được."
    return found, (note,) if removed else ()


def _named_as_stored(source: zipfile.ZipFile, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts by the very names that the package has them under."""
    names = {name.casefold(): name for name in source.namelist()}
    try:
        return {names[part.casefold()]: data for part, data in parts.items()}
    except KeyError as error:
        raise RefusedFile(DAMAGED) from error
