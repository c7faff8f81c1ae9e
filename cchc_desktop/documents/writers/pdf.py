"""Writes a document as PDF: its laid-out pages drawn on reportlab's canvas, so that no text is ever read as markup."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.documents.fonts import FACES, Face, default_folder, face_of, font_file
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.layout.frames import joined_edges
from cchc_desktop.documents.layout.measure import Checkpoint, Measured, measure, no_checkpoint
from cchc_desktop.documents.layout.pages import Page, TextBox, break_pages
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics, WordWidths
from cchc_desktop.documents.model import POINTS_PER_MM, Align, Document, PageSetup, TextStyle

_FRAME_WIDTH = 0.5
_NUMBER_ABOVE_TEXT_MM = 6  # from the page number's baseline to the text
_VIETNAM = timezone(timedelta(hours=7))
_SHIFT: dict[Align, float] = {"left": 0.0, "center": 0.5, "right": 1.0}


def write_pdf(
    document: Document,
    target: BinaryIO,
    *,
    created: datetime,
    fonts: Path | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> tuple[str, ...]:
    """Write a document to a binary file; returns Vietnamese notes on what could not be written as it stands.

    The same document and date (an aware moment) give the same bytes. `fonts` is the folder of the font files.
    """
    folder = fonts or default_folder()
    measured = measure(document, FontMetrics(folder))
    pages = break_pages(measured)
    drawing = _Drawing(measured, folder, target, created)
    for done, page in enumerate(pages):
        checkpoint(done, len(pages))
        drawing.draw(page)
    drawing.save()
    return measured.notes + _missing_glyphs(measured)


class _Drawing:
    """One canvas, its coordinates turned so that pages are laid out from the top."""

    def __init__(self, measured: Measured, folder: Path, target: BinaryIO, created: datetime) -> None:
        document = measured.document
        self._setup = document.page
        self._words: dict[Face, WordWidths] = {face: measured.metrics.words(face) for face in FACES}
        self._fonts = _Fonts(folder)
        self._canvas = _new_canvas(document, target, created, self._fonts.name("Regular"))
        self._marks = 0

    def draw(self, page: Page) -> None:
        """Draw one page: frames first, then words."""
        canvas = self._canvas
        height = self._setup.height
        canvas.setLineWidth(_FRAME_WIDTH)
        canvas.lines([(x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in joined_edges(page.boxes)])
        text = canvas.beginText()
        style: TextStyle | None = None
        for box in self._with_number(page):
            if box.style != style:
                style = box.style
                text.setFont(self._fonts.name(face_of(style)), style.size)
            self._draw_lines(text, box)
        canvas.drawText(text)
        self._mark(page)
        canvas.showPage()

    def _draw_lines(self, text: Any, box: TextBox) -> None:
        style, y = box.style, self._setup.height - box.baseline
        shift = _SHIFT[style.align]
        glyphs, unit = self._words[face_of(style)].glyphs, style.size / UNITS_PER_EM
        for line in box.lines:
            x = box.x
            if shift:
                x += shift * (box.width - sum(map(glyphs.__getitem__, line)) * unit)
            text.setTextOrigin(x, y)
            text.textOut(line + " ")  # else a program that reads the text may join the last word with the next line's
            y -= box.pitch

    def _with_number(self, page: Page) -> list[TextBox]:
        setup = self._setup
        if setup.first_numbered is None or page.number < setup.first_numbered:
            return page.texts
        return [_page_number(page.number, setup), *page.texts]

    def _mark(self, page: Page) -> None:
        for mark in page.marks:
            self._marks += 1
            key = f"m{self._marks}"
            self._canvas.bookmarkHorizontal(key, 0, self._setup.height - mark.y)
            self._canvas.addOutlineEntry(mark.title.replace("\n", " "), key)

    def save(self) -> None:
        """Finish the file."""
        self._canvas.save()


class _Fonts:
    """The faces under the names by which reportlab knows them; a face is read when it is first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[Face, str] = {}

    def name(self, face: Face) -> str:
        """Return the registered name of a face."""
        name = self._names.get(face)
        if name is None:
            file = font_file(self._folder, face)
            name = self._names[face] = file.stem
            if name not in getRegisteredFontNames():
                registerFont(TTFont(name, str(file)))
        return name


def _new_canvas(document: Document, target: BinaryIO, created: datetime, font: str) -> Any:
    setup = document.page
    canvas = Canvas(
        target,
        pagesize=(setup.width, setup.height),
        pageCompression=1,
        invariant=1,
        initialFontName=font,
        lang=document.language,
    )
    _set_date(canvas, created)
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.name)
    canvas.setCreator("CCHC Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _set_date(canvas: Any, created: datetime) -> None:
    """Give the file its date; reportlab itself only knows 'now' and, for files that repeat, the year 2000."""
    stamp = canvas._doc._timeStamp
    local = created.astimezone(_VIETNAM)
    stamp.t, stamp.lt = created.timestamp(), local.timetuple()
    stamp.YMDhms, stamp.dhh, stamp.dmm = tuple(time.struct_time(local.timetuple()))[:6], 7, 0


def _page_number(number: int, setup: PageSetup) -> TextBox:
    style = TextStyle(size=setup.number_size, align="center")
    baseline = (setup.top_mm - _NUMBER_ABOVE_TEXT_MM) * POINTS_PER_MM
    return TextBox(setup.left_mm * POINTS_PER_MM, baseline, setup.text_width, 0, (str(number),), style)


def _missing_glyphs(measured: Measured) -> tuple[str, ...]:
    characters = set("".join(document_texts(measured.document)))
    missing = measured.metrics.missing(characters - {"\n", "\t"})
    if not missing:
        return ()
    shown = ", ".join(f"“{character}”" for character in missing[:10])
    return (f"Phông chữ của bản PDF không có ký tự {shown}; chỗ đó in ra một ô trống.",)
