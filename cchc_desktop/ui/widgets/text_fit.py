"""Fits words into the lines of a cell: wraps at words, ends in '…' where they do not fit, remembers the result."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_LONGEST = 2000
"""Characters that can show at all in a cell of three lines; the rest is not measured."""
_KEPT = 8192
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class FittedText:
    """The lines to draw, where each begins in the text, and whether words were left out."""

    lines: tuple[str, ...]
    starts: tuple[int, ...]
    cut: bool


class TextFitter:
    """Fits texts in one font; a text in a width is laid out once. Make a new one when the font changes."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._fitted: dict[tuple[str, int, int, int], FittedText] = {}

    def fit(self, text: str, width: int, lines: int, indent: int = 0) -> FittedText:
        """Return the text in at most `lines` lines of `width` pixels; the first one begins `indent` pixels later."""
        key = (text, width, lines, indent)
        fitted = self._fitted.get(key)
        if fitted is None:
            if len(self._fitted) >= _KEPT:
                self._fitted.clear()
            fitted = self._fitted[key] = self._laid_out(text, width, lines, indent)
        return fitted

    def width(self, text: str) -> float:
        """Return the width of a text on one line, in pixels."""
        return self._metrics.horizontalAdvance(text)

    def _laid_out(self, text: str, width: int, lines: int, indent: int) -> FittedText:
        shown = _display_form(text[:_LONGEST])
        if lines == 1 or width <= indent:
            flat = shown.replace("\u2028", " ")
            line = self._metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width - indent)
            return FittedText((line,), (0,), line != flat or len(text) > _LONGEST)
        starts = self._line_starts(shown, width, lines + 1, indent)
        ends = [*starts[1:], len(shown)]
        pieces = [shown[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
        if len(starts) <= lines:
            return FittedText(tuple(pieces), tuple(starts), len(text) > _LONGEST)
        rest = shown[starts[lines - 1] :].replace("\u2028", " ")
        # A line that ends early at a line break still has to say that more follows.
        last = self._metrics.elidedText(rest + " …", Qt.TextElideMode.ElideRight, width)
        return FittedText((*pieces[: lines - 1], last), tuple(starts[:lines]), True)

    def _line_starts(self, text: str, width: int, most: int, indent: int) -> list[int]:
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width if starts else width - indent)
            starts.append(line.textStart())
        layout.endLayout()
        return starts or [0]


def _display_form(text: str) -> str:
    """Keep a dash with the word before it and a short last word with its neighbour; line feeds as Qt wants them."""
    start, _, last = text.rpartition(" ")
    if start and len(last) <= _SHORT_WORD:
        text = f"{start}\u00a0{last}"
    return text.replace(" - ", "\u00a0- ").replace(" – ", "\u00a0– ").replace("\n", "\u2028")
