"""Printing the pages of a preview: which of them, and how they reach the paper; the same PDF that was looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.ui.reports.pdf_pages import POINTS_PER_INCH, PageSize, PdfPages
from cchc_desktop.ui.reports.sides import Sides

_FINEST = 600
"""Dots per inch at most: finer ones cost memory and time and cannot be seen."""


def has_printer() -> bool:
    """Tell whether the system knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def new_printer(first: PageSize, name: str = "") -> QPrinter:
    """Return a printer set for the paper of a first page: the named one where it is still there, else the usual one."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    printer.setPageLayout(layout_of(first))
    return printer


def ask_printer(printer: QPrinter, pages: int, current: int, title: str, window: QWidget) -> bool:
    """Let a person choose printer, pages and copies with the system's own dialog; False where it was left.

    `current` is the number of the page in sight, from 0.
    """
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, pages)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    if accepted and printer.printRange() == QPrinter.PrintRange.CurrentPage:
        printer.setFromTo(current + 1, current + 1)
    return accepted


def chosen_pages(printer: QPrinter, count: int, sides: Sides = Sides.ALL) -> tuple[int, ...]:
    """Return the numbers of the pages to print, from 0, in the order in which they leave the printer."""
    ranges = printer.pageRanges()
    is_whole = printer.printRange() == QPrinter.PrintRange.AllPages or ranges.isEmpty()
    wanted = [number for number in range(1, count + 1) if is_whole or ranges.contains(number)]
    if sides is not Sides.ALL:
        wanted = [number for number in wanted if number % 2 == (1 if sides is Sides.ODD else 0)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    return tuple(number - 1 for number in wanted)


def print_pages(
    pages: PdfPages, printer: QPrinter, numbers: Sequence[int], progress: ProgressCallback, is_cancelled: CancelCheck
) -> int:
    """Print pages, on any thread, and return how many sheets' sides that were; CannotWrite, Cancelled."""
    numbers = list(numbers) * (1 if printer.supportsMultipleCopies() else max(1, printer.copyCount()))
    own = printer.pageLayout().pageSize().isEquivalentTo(layout_of(pages.sizes[numbers[0]]).pageSize())
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for done, number in enumerate(numbers):
            if is_cancelled():
                printer.abort()
                raise Cancelled()
            _turn(printer, pages.sizes[number], own=own)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise CannotWrite("Máy in không nhận trang in. Hãy kiểm tra máy in hoặc chọn máy in khác.")
            _print_page(painter, printer, pages, number)
            progress(done + 1, len(numbers))
    finally:
        painter.end()
    return len(numbers)


def layout_of(size: PageSize) -> QPageLayout:
    """Return the paper and the way it is turned for a page of a PDF."""
    short, long = sorted((size.width, size.height))
    paper = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if size.width > size.height else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, turned, QMarginsF())


def _turn(printer: QPrinter, size: PageSize, *, own: bool) -> None:
    """Turn the next sheet as its page is turned; `own`: the paper is the page's, not another that a person chose."""
    layout = layout_of(size)
    if own:
        printer.setPageSize(layout.pageSize())
    printer.setPageOrientation(layout.orientation())


def _print_page(painter: QPainter, printer: QPrinter, pages: PdfPages, number: int) -> None:
    """Draw a page at its true size; on smaller paper it is made to fit."""
    size, sheet = pages.sizes[number], printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / POINTS_PER_INCH
    fit = min(1.0, sheet.width() / (size.width * dots), sheet.height() / (size.height * dots))
    dpi = min(_FINEST, printer.resolution()) * fit
    stretch = printer.resolution() * fit / dpi
    left = (sheet.width() - size.width * dots * fit) / 2
    top = (sheet.height() - size.height * dots * fit) / 2
    for start, strip in pages.strips(number, dpi):
        place = QRectF(left, top + start * stretch, strip.width() * stretch, strip.height() * stretch)
        painter.drawImage(place, strip)
