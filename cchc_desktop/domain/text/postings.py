"""An inverted index: which slots hold a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence


class Postings:
    """Words and, for each, the slots that hold it; slots are only ever added, in ascending order.

    Removed rows stay listed: whoever asks must drop dead slots.
    """

    def __init__(self) -> None:
        self._slots: dict[str, list[int]] = {}
        self._in_order: list[str] = []  # the words, sorted when first asked for; older than _slots where shorter

    def add(self, slot: int, words: Iterable[str]) -> None:
        """Enter a slot under each of its distinct words."""
        slots = self._slots
        for word in words:
            if word in slots:
                slots[word].append(slot)
            else:
                slots[word] = [slot]

    def compact(self, moved: Sequence[int | None]) -> None:
        """Write for each slot the one that takes its place, in the same order, None: forget the slot."""
        compacted = ((word, [new for slot in slots if (new := moved[slot]) is not None])
                     for word, slots in self._slots.items())  # fmt: skip
        self._slots = {word: slots for word, slots in compacted if slots}
        self._in_order = []

    def holding(self, word: str) -> Sequence[int]:
        """Return the slots that hold exactly this word."""
        return self._slots.get(word, ())

    def containing(self, part: str) -> list[Sequence[int]]:
        """Return, for each word that contains a part, the slots that hold the word."""
        return [slots for word, slots in self._slots.items() if part in word]

    def starting(self, part: str) -> list[Sequence[int]]:
        """Return, for each word that begins with a part, the slots that hold the word."""
        if len(self._in_order) != len(self._slots):
            self._in_order = sorted(self._slots)
        words, at = self._in_order, bisect_left(self._in_order, part)
        found: list[Sequence[int]] = []
        while at < len(words) and words[at].startswith(part):
            found.append(self._slots[words[at]])
            at += 1
        return found
