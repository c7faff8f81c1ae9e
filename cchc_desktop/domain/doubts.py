"""Doubts about words: what looks like a slip of typing, told to a person and never mended in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cchc_desktop.domain.text.folding import fold, nfc

# Words that are written twice rightly ('luôn luôn', 'từ từ'), without marks.
_TWICE = frozenset({"luon", "dan", "tu", "thuong", "ngay", "nam", "nguoi", "doi", "hang", "mai", "rat", "chi", "song"})
_DOUBLED = re.compile(r"\b([^\W\d]{2,}(?: [^\W\d]{2,})?)\s+\1\b", re.IGNORECASE)
_OTHER_LEVEL = {
    "phuong": re.compile(r"\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) xa\b(?!\s*[,/-]?\s*(?:va )?phuong)"),
    "xa": re.compile(r"\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) phuong\b(?!\s*[,/-]?\s*(?:va )?xa)"),
}
LEVEL_NAMES: Mapping[str, str] = {"phuong": "phường", "xa": "xã"}
"""How the levels that `level_of` tells apart are written."""


class DoubtKind(StrEnum):
    """What a doubt is about."""

    DOUBLED = "doubled"
    SLIP = "slip"
    LEVEL = "level"
    BRACKETS = "brackets"
    SCHEDULE = "schedule"
    """Time words from which no date can be told."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that plans are known to copy from each other by mistake, and what is probably meant."""

    words: str
    meant: str

    @staticmethod
    def from_json(values: Mapping[str, Any]) -> Slip:
        """Return the slip of a seed entry; KeyError where a part is missing."""
        return Slip(nfc(values["words"]), nfc(values["meant"]))


@dataclass(frozen=True, slots=True)
class WordDoubt:
    """Words as they stand in a text, and what is probably meant where that can be said."""

    kind: DoubtKind
    words: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about a field of an item; `key` names it for ever, so that a dismissed doubt stays dismissed.

    The key holds no words of the plan. Changed words have another key: they are judged anew.
    """

    kind: DoubtKind
    field: str
    words: str
    sentence: str
    key: str


def doubtful_words(text: str, level: str | None, slips: Sequence[Slip] = ()) -> Iterator[WordDoubt]:
    """Yield doubts about a text; `level` is that of the office ('xa', 'phuong'), None where it is not known."""
    text = nfc(text)
    for match in _DOUBLED.finditer(text):
        if fold(match[1]) not in _TWICE:
            yield WordDoubt(DoubtKind.DOUBLED, match[0])
    yield from _slips(text, slips)
    if level and (found := _OTHER_LEVEL[level].search(fold(text))):
        yield WordDoubt(DoubtKind.LEVEL, text[found.start() : found.end()], LEVEL_NAMES[level])


def has_odd_brackets(text: str) -> bool:
    """Tell whether a bracket is opened and not closed, or closed and not opened."""
    return text.count("(") != text.count(")") or text.count("[") != text.count("]")


def level_of(place: str) -> str | None:
    """Return 'xa' or 'phuong', the level that the issuer's name begins with; None where it names neither."""
    match = re.search(r"(?:uy ban nhan dan|ubnd)\s+(xa|phuong)\b", fold(place))
    return match[1] if match else None


def _slips(text: str, slips: Sequence[Slip]) -> Iterator[WordDoubt]:
    joined = " ".join(text.split())
    folded = fold(joined)  # as long as `joined`: offsets agree
    for slip in slips:
        if found := re.search(rf"\b{re.escape(fold(slip.words))}\b", folded):
            yield WordDoubt(DoubtKind.SLIP, joined[found.start() : found.end()], slip.meant)
