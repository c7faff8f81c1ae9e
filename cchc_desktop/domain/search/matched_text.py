"""One text as the ranking and the highlighting see it: its words in order, with abbreviations written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cchc_desktop.domain.search.query import QueryWord
from cchc_desktop.domain.text.abbreviations import CONNECTIVE, Abbreviations, Words
from cchc_desktop.domain.text.folding import accent_key, fold_word

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits."""
_INSIDE = 4  # letters from which a piece may stand inside a word: syllables share shorter ones by chance

# How well a query word is met, from 1 down. What was typed stands before what an abbreviation stands for.
_EXACT, _PLAIN, _OTHER_ACCENTS = 1.0, 0.98, 0.86
_MEANING, _LATER_MEANING = 0.9, 0.8
_WRITTEN_OUT = 0.9  # times: the word stands only in what an abbreviation of the text means
_PREFIX, _PREFIX_SHARE = 0.55, 0.2
_INSIDE_WORD, _BY_INITIALS = 0.35, 0.5


class Place(NamedTuple):
    """Where a query word is met: how well, at which words of the text, at which characters of its NFC form."""

    quality: float
    first: int
    last: int
    start: int
    end: int


class _Word(NamedTuple):
    accented: str
    is_typed: bool  # it stands in the text itself, not in what an abbreviation there means
    first: int
    last: int
    start: int
    end: int


class SearchText:
    """The words of one text; 'và' is left out, so that words on both sides of it are neighbours."""

    __slots__ = ("_all", "_folded", "_places", "_words")

    def __init__(self, text: str, abbreviations: Abbreviations) -> None:
        self._words: dict[str, list[_Word]] = {}
        self._folded: list[str] = []  # in order, abbreviations written out where they have one meaning
        self._places: list[tuple[int, int]] = []
        for found in WORD.finditer(accent_key(text)):
            word, folded = found[0], fold_word(found[0])
            if folded != CONNECTIVE:
                self._enter(word, folded, abbreviations.meanings(word), found.span())
        self._all = f" {' '.join(self._words)}"  # for one look at all of them

    def __len__(self) -> int:
        return len(self._folded)

    def _enter(self, word: str, folded: str, meanings: tuple[Words, ...], place: tuple[int, int]) -> None:
        first = len(self._folded)
        if len(meanings) == 1:
            for part in meanings[0]:
                if (plain := fold_word(part)) != CONNECTIVE:
                    self._put(plain, part, is_typed=False, place=place)
        else:
            self._folded.append(folded)
            self._places.append(place)
            for part in (part for meaning in meanings for part in meaning):
                self._words.setdefault(fold_word(part), []).append(_Word(part, False, first, first, *place))
        typed = _Word(word, True, first, len(self._folded) - 1, *place)
        self._words.setdefault(folded, []).append(typed)

    def _put(self, folded: str, word: str, *, is_typed: bool, place: tuple[int, int]) -> None:
        at = len(self._folded)
        self._folded.append(folded)
        self._places.append(place)
        self._words.setdefault(folded, []).append(_Word(word, is_typed, at, at, *place))

    # --- where a query word stands

    def places(self, word: QueryWord) -> list[Place]:
        """Return where a query word is met, in the best way that the text offers for it."""
        whole = self._whole(word) if word.folded in self._words else []
        if word.meanings:
            whole += self._meant(word)
        if whole:
            return whole
        if word.folded in self._all:
            return list(self._begun(word) if f" {word.folded}" in self._all else self._inside(word))
        return list(self._initials(word)) if word.is_initials else []

    def _whole(self, word: QueryWord) -> list[Place]:
        accented, other = word.accented, _OTHER_ACCENTS if word.has_accents else _PLAIN
        return [
            Place(
                (_EXACT if found.accented == accented else other) * (1 if found.is_typed else _WRITTEN_OUT),
                found.first, found.last, found.start, found.end,
            )
            for found in self._words[word.folded]
        ]  # fmt: skip

    def _meant(self, word: QueryWord) -> Iterator[Place]:
        """The expressions that the query word abbreviates."""
        for rank, meaning in enumerate(word.meanings):
            quality = _LATER_MEANING if rank else _MEANING
            for found in self._words.get(meaning[0], ()):
                last = found.first + len(meaning) - 1
                if tuple(self._folded[found.first : last + 1]) == meaning:
                    yield Place(quality, found.first, last, found.start, self._places[last][1])

    def _begun(self, word: QueryWord) -> Iterator[Place]:
        size = len(word.folded)
        for folded, words in self._words.items():
            if folded.startswith(word.folded):
                quality = _PREFIX + _PREFIX_SHARE * size / len(folded)
                for found in words:
                    has_accents = found.accented.startswith(word.accented)
                    end = found.start + size if found.is_typed else found.end
                    yield Place(quality + (0.05 if has_accents else 0), *found[2:5], end)

    def _inside(self, word: QueryWord) -> Iterator[Place]:
        if len(word.folded) < _INSIDE:
            return
        for folded, words in self._words.items():
            at = folded.find(word.folded)
            if at >= 0:
                for found in words:
                    start = found.start + at if found.is_typed else found.start
                    end = start + len(word.folded) if found.is_typed else found.end
                    yield Place(_INSIDE_WORD, found.first, found.last, start, end)

    def _initials(self, word: QueryWord) -> Iterator[Place]:
        size = len(word.folded)
        first = "".join(folded[0] for folded in self._folded).find(word.folded)
        if first >= 0:
            last = first + size - 1
            yield Place(_BY_INITIALS, first, last, self._places[first][0], self._places[last][1])


@lru_cache(maxsize=512)
def search_text(text: str, abbreviations: Abbreviations) -> SearchText:
    """Return the words of a text; remembered, for one search after another looks at the same rows."""
    return SearchText(text, abbreviations)
