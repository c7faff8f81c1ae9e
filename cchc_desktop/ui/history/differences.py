"""Where two versions of a text differ: the words to mark, and the text shortened to begin near them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

Span = tuple[int, int]
_WORD = re.compile(r"\S+")
_CONTEXT = 18
"""Characters of the common beginning or end that stay before and after what differs."""
_ALIKE = 0.2
"""Share of common words below which two texts are different ones, in which no word is worth marking."""
_MOST_COMPARED = 160_000
"""Pairs of words compared at most: beyond that the whole stretch between the common ends is marked."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text on one line; `spans` are the differing words from start to end, `at` is where the difference begins."""

    text: str
    spans: tuple[Span, ...] = ()
    at: int = 0

    def without_beginning(self) -> MarkedText:
        """Return the text from a few words before the difference on, after a '…'."""
        cut = self.text.rfind(" ", 0, max(0, self.at - _CONTEXT) + 1) + 1
        if cut <= 1:
            return self
        spans = tuple((start - cut + 1, end - cut + 1) for start, end in self.spans)
        return MarkedText("…" + self.text[cut:], spans, self.at - cut + 1)

    def without_ends(self) -> MarkedText:
        """Return what differs with a few words before and after it."""
        if not self.spans and not self.at:
            return self
        last = self.spans[-1][1] if self.spans else self.at
        end = self.text.find(" ", min(len(self.text), last + _CONTEXT))
        shown = self if end < 0 else MarkedText(self.text[:end] + "…", self.spans, self.at)
        return shown.without_beginning()


@lru_cache(maxsize=512)
def marked_pair(old: str, new: str) -> tuple[MarkedText, MarkedText]:
    """Return both texts with the words marked that the other one does not have; nothing where they share too little."""
    texts = (" ".join(old.split()), " ".join(new.split()))
    words = tuple(list(_WORD.finditer(text)) for text in texts)
    plain = tuple([word.group() for word in found] for found in words)
    blocks = _common(*plain)
    longest = max(map(len, plain))
    if not longest or sum(size for _, _, size in blocks) < _ALIKE * longest:
        return MarkedText(texts[0]), MarkedText(texts[1])
    start = blocks[0][2] if blocks[0][:2] == (0, 0) else 0
    marked = []
    for side, (text, found) in enumerate(zip(texts, words, strict=True)):
        spans = _spans([(block[side], block[2]) for block in blocks], found)
        at = found[start].start() if start < len(found) else len(text)
        marked.append(MarkedText(text, spans, at))
    return marked[0], marked[1]


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return stretches of common words: where in the old, where in the new, how many."""
    shortest = min(len(old), len(new))
    head = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    tail = next((place for place in range(shortest - head) if old[-1 - place] != new[-1 - place]), shortest - head)
    middles = old[head : len(old) - tail], new[head : len(new) - tail]
    blocks = [(0, 0, head)] if head else []
    if len(middles[0]) * len(middles[1]) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, *middles, autojunk=False)
        blocks += [(head + a, head + b, size) for a, b, size in matcher.get_matching_blocks() if size]
    if tail:
        blocks.append((len(old) - tail, len(new) - tail, tail))
    return blocks or [(0, 0, 0)]


def _spans(common: Sequence[tuple[int, int]], words: Sequence[re.Match[str]]) -> tuple[Span, ...]:
    """Return the stretches of words between the common ones, in characters."""
    spans = []
    done = 0
    for start, size in (*common, (len(words), 0)):
        if start > done:
            spans.append((words[done].start(), words[start - 1].end()))
        done = max(done, start + size)
    return tuple(spans)
