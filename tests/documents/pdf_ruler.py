"""Measuring a page of a PDF: its letters with place, font and colour, and its lines, in millimetres."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

MM = 72 / 25.4


class Char(NamedTuple):
    """A letter on a page: millimetres from the left and the top of the paper, its font and size in points."""

    letter: str
    left: float
    right: float
    top: float
    bottom: float
    font: str
    size: float
    colour: tuple[int, int, int]


def chars(page: pypdfium2.PdfPage) -> list[Char]:
    """Return the visible letters of a page."""
    words, height = page.get_textpage(), page.get_height()
    text = [chr(pdfium_c.FPDFText_GetUnicode(words.raw, place)) for place in range(words.count_chars())]
    return [_char(words, place, letter, height) for place, letter in enumerate(text) if not letter.isspace()]


def _char(words: pypdfium2.PdfTextPage, place: int, letter: str, height: float) -> Char:
    left, bottom, right, top = words.get_charbox(place)
    name, colour = ctypes.create_string_buffer(80), [ctypes.c_uint() for _ in range(4)]
    pdfium_c.FPDFText_GetFontInfo(words.raw, place, name, 80, ctypes.c_int())
    pdfium_c.FPDFText_GetFillColor(words.raw, place, *colour)
    return Char(
        letter, left / MM, right / MM, (height - top) / MM, (height - bottom) / MM,
        name.value.decode().rpartition("+")[2], round(pdfium_c.FPDFText_GetFontSize(words.raw, place), 2),
        tuple(part.value for part in colour[:3]),  # type: ignore[arg-type]
    )  # fmt: skip


def found_in(page: list[Char], words: str) -> list[Char]:
    """Return the letters of some words on a page."""
    wanted = "".join(words.split())
    first = "".join(char.letter for char in page).index(wanted)
    return page[first : first + len(wanted)]


def strokes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Return the lines on a page: left, top, right, bottom in millimetres from the upper left corner."""
    height = page.get_height()
    bounds = (item.get_bounds() for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=1))
    return [(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM) for left, bottom, right, top in bounds]
