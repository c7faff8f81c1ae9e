"""Gaps of dots inside words ('Kỳ báo cáo: ……', 'ngày … tháng … năm …'): finding them, and words in their place.

Reader and filler find the same gaps, for both look at the same texts: the pieces of a paragraph, or cell, in order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.text.folding import fold

LEADER = "\t"
"""Stands for a tab that draws dots up to its stop: a gap of its own; the words go before it."""
_RUN = re.compile(r"[.…‥·_](?: ?[.…‥·_])+|[…‥]|\t")
_WAITING = re.compile(r"\b(?:ngay|thang|nam|nam 20|quy|so|ky|tu|den|la|co)\s*$")
_SHORT = 3
_AND_SO_ON = re.compile(r"v\.?\s?v\.?\s*$")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: where it stands in the joined text."""

    start: int
    end: int


def find_gaps(text: str) -> tuple[Gap, ...]:
    """Return the gaps of a text in their order; three dots that end a list ('báo cáo, tờ trình...') are none."""
    return tuple(
        Gap(found.start(), found.end()) for found in _RUN.finditer(text) if _waits(text, found.start(), found.end())
    )


def _waits(text: str, start: int, end: int) -> bool:
    before = fold(text[max(0, start - 24) : start])
    if text[start:end] == LEADER or _WAITING.search(before):
        return True
    if _AND_SO_ON.search(before):
        return False
    dots = sum(_SHORT if mark in "…‥" else 1 for mark in text[start:end] if not mark.isspace())
    follows_word = before[-1:].isalpha()
    return dots > _SHORT or (dots == _SHORT and not follows_word and bool(before.strip()))


def lead_of(text: str, gap: Gap, before: int = 0) -> str:
    """Return the words before a gap: those of its line, from the end of the gap before it."""
    return text[before : gap.start].rpartition("\n")[2].replace(LEADER, " ").strip()


def fill_gaps(pieces: Sequence[str], words: Mapping[int, str]) -> list[str]:
    """Return pieces of a text with words in some of its gaps, by number from 1; what a gap covered is gone.

    A gap over several pieces is filled in the first of them, which bears its looks; a leader stays behind the words.
    """
    text = "".join(pieces)
    result = list(pieces)
    for number, gap in reversed(list(enumerate(find_gaps(text), start=1))):
        if number in words:
            keeps = LEADER if text[gap.start : gap.end] == LEADER else ""
            _replace(result, pieces, gap, words[number] + keeps)
    return result


def _replace(result: list[str], pieces: Sequence[str], gap: Gap, words: str) -> None:
    """Put words over a gap; what stands behind it in the pieces may have been replaced before."""
    place, given = 0, False
    for index, piece in enumerate(pieces):
        start, end = max(gap.start, place), min(gap.end, place + len(piece))
        if start < end:
            first, last = start - place, end - place
            result[index] = result[index][:first] + ("" if given else words) + result[index][last:]
            given = True
        place += len(piece)
