"""Writes a paper to a file as the file's ending says: .docx, .xlsx or .pdf; and makes its preview, which is the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from cchc_desktop.documents.layout.measure import Checkpoint
from cchc_desktop.documents.model import Document
from cchc_desktop.documents.office_lock import cannot_write
from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.safe_files import write_atomically


class _Writer(Protocol):
    def __call__(
        self, document: Document, target: BinaryIO, *, created: datetime, checkpoint: Checkpoint
    ) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class FigureOnPage:
    """Where a live figure stands: the page of the file from 0, points from its upper left corner, the rows' key."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    key: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as it will be printed: the PDF, where its live figures stand, notes on what could not be set."""

    pdf: bytes
    figures: tuple[FigureOnPage, ...]
    notes: tuple[str, ...]


def write_paper(
    document: Document, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck
) -> tuple[str, ...]:
    """Write a paper to a file; the old file stays until the new one is whole. Raises CannotWrite, Cancelled.

    Returns Vietnamese notes on what could not be written as it stands.
    """
    writer = writer_for(target)
    checkpoint = _checkpoint(progress, is_cancelled)
    checkpoint(0, 1)
    try:
        with write_atomically(target) as file:
            notes = writer(document, file, created=datetime.now(UTC), checkpoint=checkpoint)
            checkpoint(1, 1)
    except OSError as error:
        raise CannotWrite(cannot_write(target, error)) from error
    progress(1, 1)
    return notes


def preview_paper(document: Document, progress: ProgressCallback, is_cancelled: CancelCheck) -> Preview:
    """Return the paper as it will be printed; raises Cancelled."""
    from cchc_desktop.documents.writers.pdf import PdfPaper

    paper = PdfPaper(document)
    target = BytesIO()
    notes = paper.write(target, created=datetime.now(UTC), checkpoint=_checkpoint(progress, is_cancelled))
    figures = tuple(
        FigureOnPage(number, *spot.box, spot.key) for number, page in enumerate(paper.pages) for spot in page.figures
    )
    return Preview(target.getvalue(), figures, notes)


def _checkpoint(progress: ProgressCallback, is_cancelled: CancelCheck) -> Checkpoint:
    def checkpoint(done: int, total: int) -> None:
        if is_cancelled():
            raise Cancelled()
        progress(done, total)

    return checkpoint


def writer_for(target: Path) -> _Writer:
    """Return the writer of a file's ending; each is imported when used, for openpyxl and reportlab are slow to."""
    ending = target.suffix.lower()
    if ending == ".xlsx":
        from cchc_desktop.documents.writers.xlsx import write_xlsx

        return write_xlsx
    if ending == ".pdf":
        from cchc_desktop.documents.writers.pdf import write_pdf

        return write_pdf
    if ending == ".docx":
        from cchc_desktop.documents.writers.docx import write_docx

        return write_docx
    raise CannotWrite("Chỉ ghi được tệp .docx, .xlsx hoặc .pdf. Hãy đặt tên tệp có phần đuôi là một trong ba loại này.")
