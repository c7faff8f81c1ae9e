"""Words that stand nowhere, most likely mistyped by one letter or spelt the other way: what was meant instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from string import ascii_lowercase

_SYLLABLE = re.compile(
    "(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
"""Folded words that can be Vietnamese: meant as typed, even where they stand nowhere."""
_LEAST, _MOST = 3, 12
"""Letters of the words that are mended: shorter ones are one letter away from too many, no syllable is longer."""

CountOf = Callable[[str], int]
"""Tells how often a folded word occurs."""


def is_syllable(folded: str) -> bool:
    """Tell whether a folded word can be a Vietnamese one, and not only letters of several words."""
    return _SYLLABLE.fullmatch(folded) is not None


def mended(typed: Sequence[str], count_of: CountOf) -> list[str]:
    """Return folded words with those that stand nowhere replaced by the commonest word one slip away.

    Empty where nothing was to be mended, or where one could not be.
    """
    result = [word if count_of(word) else _meant(word, count_of) for word in typed]
    return [] if result == list(typed) else result


def _meant(word: str, count_of: CountOf) -> str:
    """The word that was meant; the word itself where it can be Vietnamese, or nothing better is known."""
    if count_of(other := _other_i(word)):
        return other
    if not (_LEAST <= len(word) <= _MOST and word.isalpha()) or is_syllable(word):
        return word
    best = max(_one_slip_away(word), key=count_of)
    return best if count_of(best) else word


def _other_i(word: str) -> str:
    """The other spelling of a syllable that ends in i or y ('quản lí' and 'quản lý', 'kỉ luật' and 'kỷ luật')."""
    return {"i": word[:-1] + "y", "y": word[:-1] + "i"}.get(word[-1], word)


def _one_slip_away(word: str) -> Iterator[str]:
    """Yield what the word is with one letter changed, added or left out, or two neighbours exchanged."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
