"""Widths of glyphs and words, from a small table instead of the fonts (whose parsing costs an export its start).

The table is made by packaging/make_font_widths.py; all widths are in the font's units, UNITS_PER_EM to the size.
"""

from __future__ import annotations

import json
from collections.abc import Set
from pathlib import Path

from cchc_desktop.documents.fonts import Face, default_folder

UNITS_PER_EM = 2048
TABLE_NAME = "widths.json"
_MISSING = "missing"


class GlyphWidths(dict[str, int]):
    """The width of every character of one face; a character that the face lacks has its empty box's width."""

    def __init__(self, runs: dict[str, list[int]]) -> None:
        self._missing = runs[_MISSING][0]
        for first, widths in runs.items():
            if first != _MISSING:
                start = int(first)
                self.update(zip(map(chr, range(start, start + len(widths))), widths, strict=True))
        self.update(dict.fromkeys("\n\r\t", self[" "]))

    def __missing__(self, character: str) -> int:
        return self._missing


class WordWidths(dict[str, int]):
    """The width of any text in one face, each text measured once."""

    def __init__(self, glyphs: GlyphWidths) -> None:
        self.glyphs = glyphs

    def __missing__(self, word: str) -> int:
        self[word] = width = sum(map(self.glyphs.__getitem__, word))
        return width


class FontMetrics:
    """The faces of one table, unpacked when they are used; holds a word cache, so keep it for one document."""

    def __init__(self, folder: Path | None = None) -> None:
        table = (folder or default_folder()) / TABLE_NAME
        self._runs: dict[str, dict[str, list[int]]] = json.loads(table.read_bytes())
        self._words: dict[Face, WordWidths] = {}

    def words(self, face: Face) -> WordWidths:
        """Return the word widths of a face."""
        found = self._words.get(face)
        if found is None:
            self._words[face] = found = WordWidths(GlyphWidths(self._runs[face]))
        return found

    def missing(self, characters: Set[str], face: Face = "Regular") -> list[str]:
        """Return the characters that a face has no picture of, in order."""
        return sorted(characters - self.words(face).glyphs.keys())
