"""Vietnamese dictionary order, the same on every platform and without the system's locale."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from cchc_desktop.domain.text.folding import TONE_MARKS, nfc, split_tone

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Above the digits, below every letter outside the alphabet, so that one string comparison settles the order.
_LETTER = {letter: chr(0x80 + index) for index, letter in enumerate(_ALPHABET)}
_SPACE, _LEVEL_END = "\x01", "\x00"


def collation_key(text: str) -> str:
    """Return a key whose plain string order is dictionary order: letters first, then tones, then the text itself.

    Letters run a ă â b c d đ e ê …, tones ngang, huyền, hỏi, ngã, sắc, nặng; capitals and punctuation only break ties.
    """
    pairs = [_weights(character) for character in nfc(text).lower()]
    letters = "".join(letter for letter, _ in pairs).rstrip(_SPACE)
    tones = "".join(tone for _, tone in pairs)
    return _LEVEL_END.join((letters, tones, nfc(text)))


@lru_cache(maxsize=1024)
def _weights(character: str) -> tuple[str, str]:
    if unicodedata.combining(character):
        return "", ""
    base, tone = split_tone(character)
    if not base.isalnum():
        return _SPACE, "0"
    letter = _LETTER.get(base) or _LETTER.get(unicodedata.normalize("NFD", base)[0], base)
    return letter, str(TONE_MARKS.index(tone) + 1) if tone else "0"
