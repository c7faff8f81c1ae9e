"""Reads PDFs in turn with the window, whose threads draw pages meanwhile: PDFium would take the process down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2

from cchc_desktop.ui.reports.pdf_pages import PDFIUM_TURN


@contextmanager
def open_pdf(file: bytes | str | Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF as long as no other thread needs PDFium; everything of it is let go at the end."""
    with PDFIUM_TURN:
        document = pypdfium2.PdfDocument(file)
        try:
            yield document
        finally:
            document.close()


def page_texts(file: bytes | str | Path) -> list[str]:
    """Return the text of each page, with single spaces."""
    texts = []
    with open_pdf(file) as document:
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            texts.append(" ".join(words.get_text_bounded().split()))
            words.close()
            page.close()
    return texts


def page_sizes(file: bytes | str | Path) -> list[tuple[float, float]]:
    """Return width and height of each page in points."""
    with open_pdf(file) as document:
        return [document.get_page_size(number) for number in range(len(document))]
