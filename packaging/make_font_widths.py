"""Make resources/fonts/widths.json from the fonts beside it: glyph widths per face, as runs of code points.

Run it as a script after the fonts change: `python packaging/make_font_widths.py [FOLDER]`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

from cchc_desktop.documents.fonts import FACES, default_folder, font_file
from cchc_desktop.documents.metrics import TABLE_NAME, UNITS_PER_EM


def face_widths(file: Path) -> dict[str, list[int]]:
    """Return first code point -> widths of the characters from there on, and the width of the missing glyph.

    reportlab has the widths per 1000 of the size; these fonts have 2048 units, so rounding gives them back.
    """
    face = TTFontFile(str(file))
    runs = {"missing": [_units(face.defaultWidth)]}
    run: list[int] = []
    previous = -2
    for code in sorted(face.charWidths):
        if code < 0x20:
            continue
        if code != previous + 1:
            run = runs[str(code)] = []
        run.append(_units(face.charWidths[code]))
        previous = code
    return runs


def _units(per_mille: float) -> int:
    return round(per_mille * UNITS_PER_EM / 1000)


def main() -> None:
    """Write the table of the folder's fonts."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()
    table = {face: face_widths(font_file(folder, face)) for face in FACES}
    (folder / TABLE_NAME).write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
