"""Pictures of pages as they are needed: drawn in the background, the latest wish first, the oldest let go."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from cchc_desktop.ui.jobs import run_job
from cchc_desktop.ui.reports.pdf_pages import PageSize, PdfPages

_Key = tuple[int, int]
_KEPT_BYTES = 96_000_000
_WISHES = 24
"""Wishes that wait; older ones are of pages that were scrolled past, and are wished again when they are seen."""


class PageImages(QObject):
    """Holds the open document; `drawn` says that a page can be painted better than before."""

    drawn = Signal(int)
    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._wishes: OrderedDict[_Key, None] = OrderedDict()
        self._is_drawing = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """Return the sizes of all pages, () while no document is open."""
        return self._pages.sizes if self._pages is not None else ()

    def open(self, pages: PdfPages | None) -> None:
        """Show another document; the one before is closed."""
        before, self._pages = self._pages, pages
        self._kept.clear()
        self._wishes.clear()
        if before is not None:
            before.close()
        self.opened.emit()

    def close(self) -> None:
        """Let the document go: PDFium must not find it open when the program ends."""
        self.open(None)

    def picture(self, number: int, width: int) -> QImage | None:
        """Return a page `width` pixels wide, else what there is of it, None for nothing; `drawn` follows then."""
        key = (number, width)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        self._wish(key)
        others = [known for known in self._kept if known[0] == number]
        return self._kept[max(others, key=lambda known: known[1])] if others else None

    def kept_bytes(self) -> int:
        """Return the memory that the pictures take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def _wish(self, key: _Key) -> None:
        self._wishes[key] = None
        self._wishes.move_to_end(key)
        while len(self._wishes) > _WISHES:
            self._wishes.popitem(last=False)
        self._draw_next()

    def _draw_next(self) -> None:
        if self._is_drawing or not self._wishes or self._pages is None:
            return
        (number, width), _ = self._wishes.popitem()
        pages, self._is_drawing = self._pages, True

        def drawn(image: QImage) -> None:
            self._is_drawing = False
            if pages is self._pages and not image.isNull():
                self._keep((number, width), image)
                self.drawn.emit(number)
            self._draw_next()

        run_job(self, lambda progress, is_cancelled: pages.picture(number, width), drawn, self._failed)

    def _failed(self, error: Exception) -> None:
        """Leave a page white that cannot be drawn; what else is wished comes."""
        self._is_drawing = False
        self._draw_next()

    def _keep(self, key: _Key, image: QImage) -> None:
        self._wishes.pop(key, None)
        self._kept[key] = image
        while len(self._kept) > 1 and self.kept_bytes() > _KEPT_BYTES:
            self._kept.popitem(last=False)
