"""The pages of a PDF as pictures: the one module of the window that knows pypdfium2."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

from PySide6.QtGui import QImage

from cchc_desktop.domain.errors import RefusedFile

if TYPE_CHECKING:  # it comes with the first document, off the main thread
    import pypdfium2

POINTS_PER_INCH = 72
_LARGEST = 16_000_000
"""Pixels of one picture at most: 64 MB. What is wanted larger is stretched when it is painted."""
_STRIP = 4_000_000
"""Pixels of one strip of a printed page."""
_JUST_BELOW = 0.01
"""Part of a pixel by which an edge is moved before pypdfium2 rounds it up: it then falls on the pixel meant."""

PDFIUM_TURN = threading.RLock()
"""PDFium keeps state for the whole process: one thread at a time may call it, whatever the document."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


class PdfPages:
    """One open PDF; any thread may ask for pictures. RefusedFile for what is no PDF."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2

        self._document: pypdfium2.PdfDocument | None = None
        # Handlers run from the last to the first: this one before pypdfium2's, which takes the library down.
        self._at_exit = partial(_close_what_is_left, ref(self))
        atexit.register(self._at_exit)
        with PDFIUM_TURN:
            try:
                self._document = pypdfium2.PdfDocument(content)
                found = [self._document.get_page_size(number) for number in range(len(self._document))]
            except pypdfium2.PdfiumError as error:
                raise RefusedFile("Không đọc được bản xem trước. Hãy tạo lại bản xem trước.") from error
        self.sizes = tuple(PageSize(width, height) for width, height in found)

    def picture(self, number: int, width: int) -> QImage:
        """Return a page (from 0) as a picture `width` pixels wide, smaller where it would take too much memory.

        An empty picture once the document is closed.
        """
        size = self.sizes[number]
        scale = min(width / size.width, (_LARGEST / (size.width * size.height)) ** 0.5)
        return self._drawn(number, scale, (0.0, 0.0, 0.0, 0.0))

    def strips(self, number: int, dpi: float) -> Iterator[tuple[int, QImage]]:
        """Yield a page from top to bottom in pictures of little memory, each with the pixel at which it begins."""
        size, scale = self.sizes[number], dpi / POINTS_PER_INCH
        width, height = ceil(size.width * scale), ceil(size.height * scale)
        rows = max(1, _STRIP // max(1, width))
        for top in range(0, height, rows):
            below = max(0, height - top - rows)
            crop = (0.0, _edge(below, scale), 0.0, _edge(top, scale))
            yield top, self._drawn(number, scale, crop)

    def close(self) -> None:
        """Let the document go; waits for the picture that is being drawn."""
        with PDFIUM_TURN:
            if self._document is not None:
                self._document.close()
                self._document = None
        atexit.unregister(self._at_exit)

    def __del__(self) -> None:
        """Close in turn: left to pypdfium2, it might happen while another thread draws."""
        if hasattr(self, "_at_exit"):
            self.close()

    def _drawn(self, number: int, scale: float, crop: tuple[float, float, float, float]) -> QImage:
        with PDFIUM_TURN:
            if self._document is None:
                return QImage()
            page = self._document[number]
            try:
                return _image(page.render(scale=scale, crop=crop, prefer_bgrx=True))
            finally:
                page.close()


def _close_what_is_left(pages: ReferenceType[PdfPages]) -> None:
    """Close a document that is still open when the program ends; a document must not outlive its library."""
    still_there = pages()
    if still_there is not None:
        still_there.close()


def joined(contents: Sequence[bytes]) -> bytes:
    """Return the pages of several PDFs as one; RefusedFile for what is no PDF."""
    import pypdfium2

    target = BytesIO()
    with PDFIUM_TURN:
        whole = pypdfium2.PdfDocument.new()
        try:
            for content in contents:
                part = pypdfium2.PdfDocument(content)
                whole.import_pages(part)
                part.close()
            whole.save(target)
        except pypdfium2.PdfiumError as error:
            raise RefusedFile("Không ghép được bản xem trước. Hãy tạo lại bản xem trước.") from error
        finally:
            whole.close()
    return target.getvalue()


def _edge(pixels: int, scale: float) -> float:
    return max(0.0, (pixels - _JUST_BELOW) / scale)


def _image(bitmap: pypdfium2.PdfBitmap) -> QImage:
    """Return a bitmap as a picture with memory of its own."""
    view = memoryview(bitmap.buffer)
    image = QImage(view, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    bitmap.close()
    return image
