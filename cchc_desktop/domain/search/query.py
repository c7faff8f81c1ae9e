"""What a person typed into a search field, taken apart: its words, what they abbreviate, and the number it may name."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc_desktop.domain.text.abbreviations import CONNECTIVE, Abbreviations, Words
from cchc_desktop.domain.text.folding import accent_words, fold, fold_word

_NUMBERED = re.compile(r"(?:nv|nhiem vu|stt|tt|so thu tu|so|muc|hoat dong|hd)[\s.:]*(\d\S*)")
_TASK_WORDS = re.compile(r"(?:nv|nhiem vu|stt)[\s.:]*(?=\d\S*$)")
"""What only says that a number follows; 'tt' and 'số' stand in texts too (thông tư 12, số 188)."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One typed word: its accent key, the key without marks, and what it can stand for (folded, no connectives)."""

    accented: str
    folded: str
    meanings: tuple[Words, ...] = ()
    is_initials: bool = False
    """Whether it may also be the initials of words in a row: asked where nothing else was found."""

    @property
    def has_accents(self) -> bool:
        """Whether marks were typed that a match can miss."""
        return self.accented != self.folded


@dataclass(frozen=True, slots=True)
class Query:
    """A query as the index asks it; without words it finds nothing."""

    words: tuple[QueryWord, ...]
    phrases: tuple[str, ...] = ()
    """All words in a row, folded: with abbreviations written out, and as typed; a space before each."""
    joints: tuple[str, ...] = ()
    """Where one word meets the next: the last word of its meaning and the first of the next one's."""
    number: str = ""
    """The key of the number that the query as a whole may name ('nv 12' -> '12'), see `number_key`."""
    is_number_alone: bool = False
    """Whether nothing but that number can be meant."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The words without marks."""
        return tuple(word.folded for word in self.words)

    def with_initials(self, odd: Collection[str]) -> Query:
        """Return the query with some of its (folded) words read as initials too."""
        words = tuple(replace(word, is_initials=word.folded in odd) for word in self.words)
        return replace(self, words=words)


def parse_query(typed: str, abbreviations: Abbreviations) -> Query:
    """Take a query apart; words that come twice count once, and 'và' only where nothing else was typed."""
    plain = " ".join(fold(typed).split())
    numbered = _NUMBERED.fullmatch(plain)
    marker = _TASK_WORDS.match(plain)
    words = accent_words(plain[marker.end() :] if marker else typed)
    needed = tuple(word for word in dict.fromkeys(words) if fold_word(word) != CONNECTIVE) or words
    phrases = (_phrase(abbreviations.expanded(words)), _phrase(words))
    written_out = [abbreviations.expanded([word]) for word in needed]
    return Query(
        words=tuple(QueryWord(word, fold_word(word), abbreviations.folded_meanings(word)) for word in needed),
        phrases=tuple(dict.fromkeys(phrases)),
        joints=tuple(_phrase([one[-1], other[0]]) for one, other in pairwise(written_out)),
        number=number_key(numbered[1] if numbered else plain),
        is_number_alone=marker is not None,
    )


def number_key(number: str) -> str:
    """Return the form in which numbers are compared: folded, without blanks and closing stops ('3.1:' -> '3.1')."""
    return "".join(fold(number).split()).rstrip(".:)")


def _phrase(words: tuple[str, ...] | list[str]) -> str:
    return " " + " ".join(word for word in map(fold_word, words) if word != CONNECTIVE)
