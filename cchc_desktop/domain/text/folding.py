"""Normal forms of Vietnamese text: NFC at every door, folding without marks, keys that keep the accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks of the five written tones in the order huyền, hỏi, ngã, sắc, nặng (dictionary order; no mark comes first).
TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"

_VOWELS = "aăâeêioôơuưy"
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls; XML 1.0 (clause 2.2) holds none below U+0020 but tab, LF and CR
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"  # invisible: zero width, direction, BOM
    "\ud800-\udfff\ufffe\uffff]"  # lone surrogates and noncharacters, refused by XML
)


def nfc(text: str) -> str:
    """Return the text in Unicode normal form C, the form in which all text is stored."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> tuple[str, int]:
    """Return NFC text that XML can hold and the number of characters removed; words are never changed.

    Carriage returns, vertical tabs and form feeds separate words in foreign files, so they become line feeds
    and are not counted.
    """
    kept, removed = _UNWANTED.subn("", _LINE_BREAK.sub("\n", text))
    return nfc(kept), removed


def fold(text: str) -> str:
    """Return lower-case text without marks (đ as d), exactly as long as `nfc(text)`, so that offsets agree."""
    return nfc(text).translate(_FOLDED)


def fold_words(text: str) -> str:
    """Return `fold(text)` with each character that is not a letter or digit replaced by one space."""
    return nfc(text).translate(_FOLDED_WORDS)


def accent_key(text: str) -> str:
    """Return lower-case NFC text in which the tone mark stands where the newer spelling puts it (hoà -> hòa).

    Two spellings that differ only in the place of the tone mark have one key; its length is that of `nfc(text)`.
    """
    return " ".join(map(_accent_chunk, _lowered(nfc(text)).split(" ")))


def accent_words(text: str) -> tuple[str, ...]:
    """Return the words of a text (its runs of letters and digits) as accent keys."""
    return tuple(map(_accent_chunk, _WORDS.findall(_lowered(nfc(text)))))


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return `fold(word)`, remembered: for words that come again and again."""
    return fold(word)


def _lowered(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWERED)


def split_tone(letter: str) -> tuple[str, str]:
    """Return a letter without its tone mark, and that mark ('' for ngang): 'ấ' -> ('â', sắc)."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks[1:] if mark in TONE_MARKS), "")
    return (nfc(marks.replace(tone, "", 1)), tone) if tone else (letter, "")


class _CharacterTable(dict[int, str]):
    """A `str.translate` table that computes each character once, so that all of Unicode is covered."""

    def __missing__(self, code: int) -> str:
        self[code] = value = self.convert(chr(code))
        return value

    @staticmethod
    def convert(character: str) -> str:
        """Return the one character that stands for this one."""
        lowered = character.lower()
        return lowered if len(lowered) == 1 else lowered[0]


class _FoldTable(_CharacterTable):
    @staticmethod
    def convert(character: str) -> str:
        parts = unicodedata.normalize("NFD", character)
        base = parts[0] if all(map(unicodedata.combining, parts[1:])) else character
        return "d" if base in "đĐ" else _LOWERED[ord(base)]


class _WordTable(_CharacterTable):
    @staticmethod
    def convert(character: str) -> str:
        return _FOLDED[ord(character)] if character.isalnum() or unicodedata.combining(character) else " "


_LOWERED = _CharacterTable()
_FOLDED = _FoldTable()
_FOLDED_WORDS = _WordTable()

_TONED = {nfc(vowel + tone): (vowel, tone) for vowel in _VOWELS for tone in TONE_MARKS}
_ANY_VOWEL = _VOWELS + "".join(_TONED)
_WORDS = re.compile(r"[^\W_]+")
_RHYME = re.compile(rf"([qg]?)([{_ANY_VOWEL}]{{2,}})([^\W\d_]?)")


@lru_cache(maxsize=1 << 16)
def _accent_chunk(chunk: str) -> str:
    """Canonical tone placement for one lower-case word; cached, because Vietnamese has few distinct syllables."""
    return _RHYME.sub(lambda rhyme: rhyme[1] + _place_tone(rhyme[1], rhyme[2], bool(rhyme[3])) + rhyme[3], chunk)


def _place_tone(onset: str, vowels: str, closed: bool) -> str:
    plain = [_TONED.get(letter, (letter, ""))[0] for letter in vowels]
    tones = [_TONED[letter][1] for letter in vowels if letter in _TONED]
    if len(tones) != 1:
        return vowels
    glide = 1 if onset + plain[0] in ("qu", "gi") else 0
    place = glide + _nucleus(plain[glide:], closed)
    plain[place] = nfc(plain[place] + tones[0])
    return "".join(plain)


def _nucleus(vowels: list[str], closed: bool) -> int:
    """Index of the vowel that carries the tone: a marked vowel (the last), else by the shape of the rhyme."""
    marked = [index for index, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]
    if closed:
        return len(vowels) - 1
    return (len(vowels) - 1) // 2
