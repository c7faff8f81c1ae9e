"""Vietnamese dictionary order, the same on every platform and without the system's locale."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cchc_desktop.domain.text.folding import TONE_MARKS, nfc, split_tone

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Above the digits, below every letter outside the alphabet, so that one string comparison settles the order.
_LETTER = {letter: chr(0x80 + index) for index, letter in enumerate(_ALPHABET)}
_SPACE, _LEVEL_END = "\x01", "\x00"
_NUMBER = re.compile("[0-9]+")
_LONGEST_NUMBER = 0x7F - 0x30


def collation_key(text: str) -> str:
    """Return a key whose plain string order is dictionary order: letters first, then tones, then the text itself.

    Letters run a ă â b c d đ e ê …, tones ngang, huyền, hỏi, ngã, sắc, nặng; numbers come first and by value ('Tổ 2'
    before 'Tổ 10'); capitals and punctuation only break ties.
    """
    written = nfc(text)
    pairs = [_weights(character) for character in written.lower()]
    letters = _NUMBER.sub(_by_value, "".join(letter for letter, _ in pairs)).rstrip(_SPACE)
    tones = "".join(tone for _, tone in pairs)
    return _LEVEL_END.join((letters, tones, written))


def person_key(name: str) -> str:
    """Return the key of a person's name as Vietnamese lists order people: given name, then family and middle names."""
    words = name.split()
    return _LEVEL_END.join((collation_key(" ".join(words[-1:])), collation_key(" ".join(words[:-1]))))


def _by_value(number: re.Match[str]) -> str:
    """Return digits behind a character that tells how many they are: then text order is order by value."""
    digits = number[0].lstrip("0")
    return chr(0x30 + min(len(digits), _LONGEST_NUMBER)) + digits


@lru_cache(maxsize=1024)
def _weights(character: str) -> tuple[str, str]:
    if unicodedata.combining(character):
        return "", ""
    base, tone = split_tone(character)
    if not base.isalnum():
        return _SPACE, "0"
    letter = _LETTER.get(base) or _LETTER.get(unicodedata.normalize("NFD", base)[0], base)
    return letter, str(TONE_MARKS.index(tone) + 1) if tone else "0"
