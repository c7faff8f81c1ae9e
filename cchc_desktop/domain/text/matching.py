"""Which pieces of a text made it match: for highlighting what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cchc_desktop.domain.text.abbreviations import CONNECTIVE, Abbreviations
from cchc_desktop.domain.text.folding import accent_key, fold, fold_word, fold_words, nfc

_WORD = re.compile(r"\S+")


class _Forms(NamedTuple):
    """A text as written and its two keys, all of one length."""

    written: str
    accented: str
    folded: str


def matched_pieces(texts: Iterable[str], words: Iterable[str], abbreviations: Abbreviations) -> tuple[str, ...]:
    """Return, for each query word (an accent key), the piece of the texts that it matches best, as written."""
    kept = [_Forms(written := nfc(text), accent_key(written), fold_words(written)) for text in texts]
    pieces = (piece for word in words for piece in _pieces(kept, word, abbreviations))
    return tuple(dict.fromkeys(pieces))


def _pieces(texts: Sequence[_Forms], word: str, abbreviations: Abbreviations) -> list[str]:
    """The piece for one word; for an abbreviation that stands nowhere in one piece, those of its meaning's words."""
    whole = _piece(texts, word, abbreviations)
    if whole or not (meanings := abbreviations.meanings(word)):
        return [whole] if whole else []
    return [piece for part in meanings[0] if (piece := _piece(texts, part, abbreviations))]


def _piece(texts: Sequence[_Forms], word: str, abbreviations: Abbreviations) -> str | None:
    folded = fold(word)
    for text in texts:
        if found := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.accented):
            return text.written[found.start() : found.end()]
    patterns = [rf"(?<!\S){re.escape(folded)}(?!\S)", rf"(?<!\S){re.escape(folded)}"]
    patterns += [_expression(meaning) for meaning in abbreviations.meanings(word)]
    for pattern in (*patterns, re.escape(folded)):
        for text in texts:
            if found := re.search(pattern, text.folded):
                return text.written[found.start() : found.end()]
    return _abbreviated(texts, folded, abbreviations)


def _expression(words: Sequence[str]) -> str:
    gap = rf"\s+(?:{CONNECTIVE}\s+)?"
    return rf"(?<!\S){gap.join(re.escape(word) for word in map(fold_word, words) if word != CONNECTIVE)}(?!\S)"


def _abbreviated(texts: Sequence[_Forms], folded: str, abbreviations: Abbreviations) -> str | None:
    """The abbreviation in a text that stands for an expression with this word in it."""
    for text in texts:
        for found in _WORD.finditer(text.folded):
            meanings = abbreviations.meanings(found[0])
            if any(fold(word).startswith(folded) for meaning in meanings for word in meaning):
                return text.written[found.start() : found.end()]
    return None
