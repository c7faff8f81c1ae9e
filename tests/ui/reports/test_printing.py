"""Printing to a PDF printer: which pages, how they are turned, true sizes, stopping."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.ports import never_cancelled, no_progress
from cchc_desktop.ui.reports.pdf_pages import PdfPages
from cchc_desktop.ui.reports.printing import chosen_pages, layout_of, new_printer, print_pages
from cchc_desktop.ui.reports.sides import Sides
from tests.ui.pdf_reading import page_sizes
from tests.ui.reports.samples import A4, WIDE, pdf

A3 = (842, 1191)


@pytest.fixture
def pages(qapp):
    made = PdfPages(pdf(A4, A4, WIDE, A4, A4))
    yield made
    made.close()


@pytest.fixture
def printer(pages, tmp_path):
    made = new_printer(pages.sizes[0])
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(150)
    return made


def printed(printer: QPrinter) -> list[tuple[int, int]]:
    """Return the sizes of the printed pages."""
    return [(round(width), round(height)) for width, height in page_sizes(printer.outputFileName())]


def lightness(printer: QPrinter, number: int, x: float, y: float) -> int:
    """Return how light a printed page is at a place, in parts of its width and height."""
    made = PdfPages(Path(printer.outputFileName()).read_bytes())
    image = made.picture(number, 300)
    made.close()
    return image.pixelColor(round(x * image.width()), round(y * image.height())).lightness()


@pytest.mark.parametrize(
    ("sides", "numbers"), [(Sides.ALL, (0, 1, 2, 3, 4)), (Sides.ODD, (0, 2, 4)), (Sides.EVEN, (1, 3))]
)
def test_odd_and_even_pages(printer, sides, numbers):
    assert chosen_pages(printer, 5, sides) == numbers


@pytest.mark.parametrize(("sides", "numbers"), [(Sides.ALL, (1, 2, 3)), (Sides.ODD, (2,)), (Sides.EVEN, (1, 3))])
def test_a_range_of_pages(printer, sides, numbers):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    assert chosen_pages(printer, 5, sides) == numbers


def test_the_last_page_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == (2, 1, 0)


def test_every_sheet_is_turned_as_its_page(pages, printer):
    told = []
    assert print_pages(pages, printer, (1, 2, 3), lambda *step: told.append(step), never_cancelled) == 3
    assert printed(printer) == [(595, 842), (842, 595), (595, 842)]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_page_is_printed_at_its_true_place(pages, printer):
    print_pages(pages, printer, (0,), no_progress, never_cancelled)
    assert lightness(printer, 0, 0.02, 0.99) < 40
    assert lightness(printer, 0, 0.98, 0.99) < 40
    assert lightness(printer, 0, 0.5, 0.95) > 240


def test_a_large_page_is_made_to_fit_the_paper_that_was_chosen(printer, tmp_path):
    large = PdfPages(pdf(A3))
    printer.setPageLayout(layout_of(large.sizes[0]))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    print_pages(large, printer, (0,), no_progress, never_cancelled)
    large.close()
    assert printed(printer) == [(595, 842)]
    assert lightness(printer, 0, 0.5, 0.99) < 40


def test_the_layout_is_of_the_paper():
    pages = PdfPages(pdf(WIDE))
    layout = layout_of(pages.sizes[0])
    pages.close()
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    assert layout.orientation() == QPageLayout.Orientation.Landscape


def test_printing_stops(pages, printer):
    steps = []
    with pytest.raises(Cancelled):
        print_pages(pages, printer, (0, 1, 2), lambda *step: steps.append(step), lambda: bool(steps))
    assert steps == [(1, 3)]


def test_a_printer_that_takes_nothing_is_told(pages, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(CannotWrite, match="Máy in"):
        print_pages(pages, printer, (0,), no_progress, never_cancelled)
