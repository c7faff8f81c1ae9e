"""Pages as pictures: true sizes, true places, memory that does not grow with the page."""

from __future__ import annotations

import atexit
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from cchc_desktop.domain.errors import RefusedFile
from cchc_desktop.ui.reports.pdf_pages import PdfPages
from tests.ui.reports.samples import A4, WIDE, pdf, upright


@pytest.fixture
def pages():
    made = PdfPages(pdf(A4, WIDE))
    yield made
    made.close()


def test_the_sizes_are_those_of_the_paper(pages):
    assert [(round(size.width), round(size.height)) for size in pages.sizes] == [(595, 842), (842, 595)]


@pytest.mark.parametrize(("number", "width", "height"), [(0, 595, 842), (1, 842, 596)])
def test_a_picture_is_as_wide_as_asked(pages, number, width, height):
    image = pages.picture(number, width)
    assert (image.width(), abs(image.height() - height) <= 1) == (width, True)
    assert QColor(image.pixel(width // 2, 5)) == QColor("white")
    assert QColor(image.pixel(width // 2, image.height() - 5)) == QColor("black")


def test_a_picture_that_would_be_huge_is_smaller(pages):
    assert pages.picture(0, 50_000).sizeInBytes() < 70_000_000


@pytest.mark.parametrize("dpi", [72, 150, 203, 300])
def test_strips_make_up_the_page(pages, dpi, monkeypatch):
    monkeypatch.setattr("cchc_desktop.ui.reports.pdf_pages._STRIP", 40_000)
    strips = list(pages.strips(0, dpi))
    assert len(strips) > 3
    heights = [image.height() for _, image in strips]
    assert [top for top, _ in strips] == [sum(heights[:number]) for number in range(len(heights))]
    whole = pages.picture(0, strips[0][1].width())
    pasted = QImage(whole.width(), sum(heights), QImage.Format.Format_RGB32)
    pasted.fill(QColor("red"))
    painter = QPainter(pasted)
    for top, image in strips:
        painter.drawImage(0, top, image)
    painter.end()
    assert abs(pasted.height() - whole.height()) <= 2
    shown = [(x, y) for x in range(0, whole.width(), 40) for y in range(0, pasted.height() - 4, 7)]
    differing = [at for at in shown if abs(pasted.pixelColor(*at).lightness() - whole.pixelColor(*at).lightness()) > 90]
    assert len(differing) <= len(shown) // 100


def test_a_closed_document_gives_nothing(pages):
    pages.close()
    assert pages.picture(0, 100).isNull()
    pages.close()


def test_what_is_no_pdf_is_refused():
    with pytest.raises(RefusedFile, match="bản xem trước"):
        PdfPages(b"no pdf")


def test_two_hundred_pages_open():
    pages = PdfPages(upright(200))
    assert len(pages.sizes) == 200
    assert set(pages.sizes) == {pages.sizes[0]}
    pages.close()


def test_what_is_open_at_the_end_is_closed_before_the_library_goes(monkeypatch):
    """Handlers of the end run from the last to the first, and pypdfium2 registers its own when it is imported."""
    registered: list[Any] = []
    monkeypatch.setattr(atexit, "register", registered.append)
    monkeypatch.setattr(atexit, "unregister", lambda one: registered.remove(one) if one in registered else None)
    forgotten, closed = PdfPages(upright(1)), PdfPages(upright(1))
    assert len(registered) == 2
    closed.close()
    (at_exit,) = registered
    at_exit()
    assert forgotten.picture(0, 100).isNull()
    assert registered == []
