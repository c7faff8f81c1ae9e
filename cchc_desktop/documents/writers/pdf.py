"""Writes a document as PDF: its laid-out pages drawn on reportlab's canvas, so that no text is ever read as markup."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.documents.fonts import FACES, Face, face_of, font_choices
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.layout.frames import joined_edges
from cchc_desktop.documents.layout.measure import Checkpoint, Measured, measure, no_checkpoint
from cchc_desktop.documents.layout.pages import break_pages
from cchc_desktop.documents.layout.paper import Page, TextBox
from cchc_desktop.documents.layout.shapes import DRAWN_WIDTH, Area
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics, WordWidths
from cchc_desktop.documents.model import POINTS_PER_MM, Align, Document, TextStyle

_FRAME_WIDTH = 0.5
_STROKE_WIDTH = 0.75
_NUMBER_ABOVE_TEXT_MM = 6  # from the page number's baseline to the text
_VIETNAM = timezone(timedelta(hours=7))
_SHIFT: dict[Align, float] = {"left": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0}
_VIETNAMESE = frozenset(range(0x1EA0, 0x1EFA)) | frozenset(map(ord, "ĂăÂâĐđÊêÔôƠơƯư"))


def write_pdf(
    document: Document,
    target: BinaryIO,
    *,
    created: datetime,
    fonts: Path | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> tuple[str, ...]:
    """Write a document to a binary file; returns Vietnamese notes on what could not be written as it stands.

    The same document and date (an aware moment) give the same bytes. `fonts` is the folder of the font files; without
    it the system's Times New Roman is taken, the shipped fonts where there is none.
    """
    return PdfPaper(document, fonts).write(target, created=created, checkpoint=checkpoint)


class PdfPaper:
    """A document set on its pages, ready to be drawn; `pages` are those of the file in order."""

    def __init__(self, document: Document, fonts: Path | None = None) -> None:
        self._fonts = fonts
        self._measured = measure(document, FontMetrics(fonts))
        self.pages = break_pages(self._measured)

    def write(self, target: BinaryIO, *, created: datetime, checkpoint: Checkpoint = no_checkpoint) -> tuple[str, ...]:
        """Draw the pages; see `write_pdf`."""
        drawing = _Drawing(self._measured, _Fonts(self._fonts), target, created)
        for done, page in enumerate(self.pages):
            checkpoint(done, len(self.pages))
            drawing.draw(page)
        drawing.save()
        return self._measured.notes + _missing_glyphs(self._measured)


class _Drawing:
    """One canvas, its coordinates turned so that pages are laid out from the top."""

    def __init__(self, measured: Measured, fonts: _Fonts, target: BinaryIO, created: datetime) -> None:
        self._words: dict[Face, WordWidths] = {face: measured.metrics.words(face) for face in FACES}
        self._fonts = fonts
        self._canvas = _new_canvas(measured.document, target, created, fonts.name("Regular"))
        self._height = 0.0
        self._marks = 0
        self._depth = 0

    def draw(self, page: Page) -> None:
        """Draw one page: charts and lines first, then words."""
        canvas, setup = self._canvas, page.setup
        self._height = setup.height
        canvas.setPageSize((setup.width, setup.height))
        self._draw_shapes(page)
        self._draw_lines(page)
        text = canvas.beginText()
        style: TextStyle | None = None
        gap = 0.0
        for box in _with_number(page):
            if box.style != style:
                style = box.style
                text.setFont(self._fonts.name(face_of(style)), style.size)
            if box.gap != gap:
                gap = box.gap
                text.setWordSpace(gap)
            self._draw_words(text, box)
        canvas.drawText(text)
        self._mark(page)
        canvas.showPage()

    def _draw_lines(self, page: Page) -> None:
        canvas, height = self._canvas, self._height
        canvas.setLineWidth(_FRAME_WIDTH)
        canvas.lines([(x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in joined_edges(page.boxes)])
        canvas.setLineWidth(_STROKE_WIDTH)
        for left, right, y in page.strokes:
            canvas.line(left, height - y, right, height - y)

    def _draw_shapes(self, page: Page) -> None:
        canvas, height = self._canvas, self._height
        if page.shapes:
            canvas.setLineWidth(DRAWN_WIDTH)
        for shape in page.shapes:
            if isinstance(shape, Area):
                box = shape.box
                canvas.setFillGray(shape.grey)
                canvas.rect(box.left, height - box.bottom, box.right - box.left, box.bottom - box.top,
                            stroke=int(shape.framed), fill=1)  # fmt: skip
            else:
                canvas.line(shape.x0, height - shape.y0, shape.x1, height - shape.y1)
        if page.shapes:
            canvas.setFillGray(0)

    def _draw_words(self, text: Any, box: TextBox) -> None:
        style, y = box.style, self._height - box.baseline
        shift = _SHIFT[style.align]
        glyphs, unit = self._words[face_of(style)].glyphs, style.size / UNITS_PER_EM
        end = " " if box.ends else ""  # a program that reads the text may join the last word with the next line's
        for line in box.lines:
            x = box.x
            if shift:
                x += shift * (box.width - sum(map(glyphs.__getitem__, line)) * unit)
            text.setTextOrigin(x, y)
            text.textOut(line + end)
            y -= box.pitch

    def _mark(self, page: Page) -> None:
        for mark in page.marks:
            self._marks += 1
            key = f"m{self._marks}"
            self._depth = min(mark.level - 1, self._depth + 1 if self._marks > 1 else 0)
            self._canvas.bookmarkHorizontal(key, 0, self._height - mark.y)
            self._canvas.addOutlineEntry(mark.title.replace("\n", " "), key, self._depth)

    def save(self) -> None:
        """Finish the file."""
        self._canvas.save()


class _Fonts:
    """The faces under the names by which reportlab knows them; a face is read when it is first used."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._names: dict[Face, str] = {}

    def name(self, face: Face) -> str:
        """Return the registered name of a face."""
        name = self._names.get(face)
        if name is None:
            name = self._names[face] = self._registered(face)
        return name

    def _registered(self, face: Face) -> str:
        *choices, shipped = font_choices(face, self._folder)
        for file in choices:
            if file.stem in getRegisteredFontNames():
                return file.stem
            font = _read(file)
            if font and font.face.charToGlyph.keys() >= _VIETNAMESE:
                registerFont(font)
                return file.stem
        if shipped.stem not in getRegisteredFontNames():
            registerFont(TTFont(shipped.stem, str(shipped)))
        return shipped.stem


def _read(file: Path) -> Any:
    """Return a font of the system, None for a file that cannot be used."""
    try:
        return TTFont(file.stem, str(file))
    except (TTFError, OSError):
        return None


def _new_canvas(document: Document, target: BinaryIO, created: datetime, font: str) -> Any:
    canvas = Canvas(
        target,
        pagesize=(document.page.width, document.page.height),
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


def _with_number(page: Page) -> list[TextBox]:
    """Return the words of a page with its number, in the middle of the top margin."""
    setup = page.setup
    if setup.first_numbered is None or page.number < setup.first_numbered:
        return page.texts
    style = TextStyle(size=setup.number_size, align="center")
    below = (setup.top_mm - _NUMBER_ABOVE_TEXT_MM) * POINTS_PER_MM
    return [TextBox(setup.left_mm * POINTS_PER_MM, below, setup.text_width, 0, (str(page.number),), style), *page.texts]


def _missing_glyphs(measured: Measured) -> tuple[str, ...]:
    characters = set("".join(document_texts(measured.document)))
    missing = measured.metrics.missing(characters - {"\n", "\t"})
    if not missing:
        return ()
    shown = ", ".join(f"“{character}”" for character in missing[:10])
    return (f"Phông chữ của bản PDF không có ký tự {shown}; chỗ đó in ra một ô trống.",)
