"""Breaking text into lines by glyph widths: at spaces, inside a word only where it is wider than its line."""

from __future__ import annotations

from cchc_desktop.documents.metrics import WordWidths

Lines = tuple[str, ...]


class Wrapper:
    """Wraps texts of one face to one width; `limit` is in font units. Each text is wrapped once."""

    def __init__(self, words: WordWidths, limit: float) -> None:
        self._words = words
        self._limit = limit
        self._space = words[" "]
        self._known: dict[str, Lines] = {}

    def __call__(self, text: str) -> Lines:
        """Return the lines of a text; line feeds break it too, an empty text has one empty line."""
        lines = self._known.get(text)
        if lines is None:
            self._known[text] = lines = self._wrap(text)
        return lines

    def _wrap(self, text: str) -> Lines:
        if "\n" not in text:
            return tuple(self._wrap_line(text))
        return tuple(line for part in text.split("\n") for line in self._wrap_line(part))

    def _wrap_line(self, text: str) -> list[str]:
        limit, space = self._limit, self._space
        pieces = text.split(" ")
        widths = list(map(self._words.__getitem__, pieces))
        if sum(widths) + space * (len(pieces) - 1) <= limit:
            return [text]
        if max(widths) > limit:
            pieces = [part for piece in pieces for part in self._cut(piece)]
            return self._fill(pieces)
        lines = []
        start, used = 0, -space
        for index, width in enumerate(widths):
            used += space + width
            if used > limit and index > start:
                lines.append(" ".join(pieces[start:index]))
                start, used = index, width
        lines.append(" ".join(pieces[start:]))
        return lines

    def _cut(self, word: str) -> list[str]:
        """Cut a word that is wider than a line into parts that fit, at a mark rather than between two letters.

        All parts but the last end in a mark to glue.
        """
        parts = []
        used, start = 0, 0
        for index, character in enumerate(word):
            used += self._words.glyphs[character]
            while used > self._limit and index > start:
                cut = _place_to_cut(word, start, index)
                parts.append(word[start:cut] + _GLUE)
                used, start = sum(map(self._words.glyphs.__getitem__, word[cut : index + 1])), cut
        return [*parts, word[start:]]

    def _fill(self, pieces: list[str]) -> list[str]:
        """Fill lines with pieces of which some are parts of one word: a part that is glued ends its line."""
        lines, current = [], ""
        for piece in pieces:
            joined = f"{current} {piece}" if current else piece
            if current and self._words[joined.rstrip(_GLUE)] > self._limit:
                lines.append(current)
                joined = piece
            current = joined
            if current.endswith(_GLUE):
                lines.append(current[:-1])
                current = ""
        return [*lines, current]


_GLUE = "\x00"  # never in clean text


def _place_to_cut(word: str, start: int, end: int) -> int:
    """Return the last place behind '/' or '&', or before '-', `end` where there is none after `start`.

    Who reads the text out of a PDF takes a hyphen at the end of a line for one that is not the word's own.
    """
    place = max(*(word.rfind(mark, start, end) + 1 for mark in "/&"), word.rfind("-", start + 1, end + 1))
    return place if place > start else end


def wrap_balanced(text: str, words: WordWidths, limit: float) -> Lines:
    """Return as few lines as possible, about equally long: a title that needs two lines is halved."""
    best = Wrapper(words, limit)(text)
    low, high = limit / (len(best) + 1), limit
    while high - low > words[" "]:
        middle = (low + high) / 2
        narrower = Wrapper(words, middle)(text)
        if len(narrower) > len(best) or any(words[line] > middle for line in narrower):
            low = middle
        else:
            best, high = narrower, middle
    return best
