"""The four faces of the serif font that papers are set in, and their files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
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


# --- the system's own Times New Roman ---------------------------------------------------------------------------

_SYSTEM_NAMES: tuple[Mapping[Face, str], ...] = (
    {"Regular": "times.ttf", "Bold": "timesbd.ttf", "Italic": "timesi.ttf", "BoldItalic": "timesbi.ttf"},
    {
        "Regular": "Times_New_Roman.ttf",
        "Bold": "Times_New_Roman_Bold.ttf",
        "Italic": "Times_New_Roman_Italic.ttf",
        "BoldItalic": "Times_New_Roman_Bold_Italic.ttf",
    },
)
"""The files' names on Windows, and as the package of Microsoft's core fonts has them on Linux."""


def system_folders() -> tuple[Path, ...]:
    """Return where operating systems keep Times New Roman."""
    windows = os.environ.get("WINDIR")
    return (*((Path(windows) / "Fonts",) if windows else ()), Path("/usr/share/fonts/truetype/msttcorefonts"))


def font_choices(face: Face, folder: Path | None = None, system: tuple[Path, ...] | None = None) -> Iterator[Path]:
    """Yield the files that may hold a face, best first: the system's Times New Roman, then the one that is shipped.

    With a `folder` only its own file is named.
    """
    if folder is None:
        for place in system_folders() if system is None else system:
            files = (place / names[face] for names in _SYSTEM_NAMES)
            yield from (file for file in files if file.is_file())
    yield font_file(folder or default_folder(), face)
