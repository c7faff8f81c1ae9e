"""The four faces of the serif font that papers are set in, and their files."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from cchc_desktop import paths
from cchc_desktop.documents.model import TextStyle

Face = Literal["Regular", "Bold", "Italic", "BoldItalic"]
FACES: tuple[Face, ...] = ("Regular", "Bold", "Italic", "BoldItalic")

OFFICE_FONT = "Times New Roman"
"""The font that office files name; Liberation Serif has the same glyph widths."""

ASCENT = 0.891
DESCENT = 0.216
"""Parts of the font size above and below the baseline (the fonts' hhea table)."""


def face_of(style: TextStyle) -> Face:
    """Return the face in which a style is set."""
    if style.bold:
        return "BoldItalic" if style.italic else "Bold"
    return "Italic" if style.italic else "Regular"


def default_folder() -> Path:
    """Return the folder of the fonts that the program ships."""
    return paths.resource("fonts")


def font_file(folder: Path, face: Face) -> Path:
    """Return the TrueType file of a face."""
    return folder / f"LiberationSerif-{face}.ttf"
