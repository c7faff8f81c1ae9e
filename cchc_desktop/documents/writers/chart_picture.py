"""A chart as a picture for programs that keep no drawings of ours: the same shapes and words as in the PDF.

It is drawn with Pillow, not by rendering the PDF: PDFium may be called by one thread at a time in the whole process,
and the window's preview may be calling it while a file is written.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from struct import pack

from PIL import Image, ImageDraw, ImageFont

from cchc_desktop.documents.fonts import Face, face_of, font_choices
from cchc_desktop.documents.layout.charts import ChartText, MeasuredChart
from cchc_desktop.documents.layout.paper import baseline
from cchc_desktop.documents.layout.shapes import DRAWN_WIDTH, Area, Shape
from cchc_desktop.documents.model import Align

DPI = 220
"""Dots per inch: sharp on the office's printers, some 40 KB for a chart."""

_COMPRESSION = 4
_SCALE = DPI / 72
_WHITE = 255
_MARGIN = 1.0  # points around the drawing, so that no frame at its edge is cut
_ANCHORS: dict[Align, tuple[str, float]] = {
    "left": ("ls", 0.0), "justify": ("ls", 0.0), "center": ("ms", 0.5), "right": ("rs", 1.0),
}  # fmt: skip


def chart_png(block: MeasuredChart, fonts: Path | None = None) -> bytes:
    """Return the chart as a PNG in greys, `DPI` dots to an inch; `fonts` as in `fonts.font_choices`."""
    size = tuple(round((length + 2 * _MARGIN) * _SCALE) for length in (block.width, block.height))
    image = Image.new("L", (size[0], size[1]), _WHITE)
    painter = _Painter(ImageDraw.Draw(image), fonts)
    for shape in block.shapes:
        painter.shape(shape.moved(_MARGIN, _MARGIN))
    for text in block.texts:
        painter.text(text._replace(x=text.x + _MARGIN, top=text.top + _MARGIN))
    return _png(image)


def _png(image: Image.Image) -> bytes:
    """Return a picture in greys as PNG (ISO/IEC 15948); Pillow's writer would import five formats first."""
    width, height = image.size
    raw = image.tobytes()
    lines = b"".join(b"\0" + raw[start : start + width] for start in range(0, len(raw), width))
    per_metre = round(DPI / 0.0254)
    chunks = (
        (b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"pHYs", pack(">IIB", per_metre, per_metre, 1)),
        (b"IDAT", zlib.compress(lines, _COMPRESSION)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


class _Painter:
    """Draws on one picture; lengths come in points."""

    def __init__(self, draw: ImageDraw.ImageDraw, fonts: Path | None) -> None:
        self._draw = draw
        self._folder = fonts
        self._fonts: dict[tuple[Face, float], ImageFont.FreeTypeFont] = {}
        self._line = max(1, round(DRAWN_WIDTH * _SCALE))

    def shape(self, shape: Shape) -> None:
        """Draw an area or a line."""
        if isinstance(shape, Area):
            box = tuple(round(edge * _SCALE) for edge in shape.box)
            outline = 0 if shape.framed else None
            self._draw.rectangle(box, round(shape.grey * _WHITE), outline, self._line)
        else:
            self._draw.line(tuple(edge * _SCALE for edge in shape), 0, self._line)

    def text(self, text: ChartText) -> None:
        """Write words on one line."""
        anchor, share = _ANCHORS[text.style.align]
        place = text.x + share * text.width, text.top + baseline(text.pitch, text.style.size)
        font = self._font(face_of(text.style), text.style.size)
        self._draw.text((place[0] * _SCALE, place[1] * _SCALE), text.text, 0, font, anchor)

    def _font(self, face: Face, size: float) -> ImageFont.FreeTypeFont:
        font = self._fonts.get((face, size))
        if font is None:
            font = self._fonts[face, size] = _read(face, size * _SCALE, self._folder)
        return font


def _read(face: Face, pixels: float, folder: Path | None) -> ImageFont.FreeTypeFont:
    """Return the first file of a face that can be read."""
    *choices, shipped = font_choices(face, folder)
    for file in choices:
        try:
            return ImageFont.truetype(str(file), pixels, layout_engine=ImageFont.Layout.BASIC)
        except OSError:
            continue
    return ImageFont.truetype(str(shipped), pixels, layout_engine=ImageFont.Layout.BASIC)
