"""An inverted index: which slots hold a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Postings:
    """Words and, for each, the slots that hold it; slots are only ever added, in ascending order.

    Removed rows stay listed: whoever asks must drop dead slots.
    """

    def __init__(self) -> None:
        self._slots: dict[str, list[int]] = {}

    def add(self, slot: int, words: Iterable[str]) -> None:
        """Enter a slot under each of its distinct words."""
        slots = self._slots
        for word in words:
            if word in slots:
                slots[word].append(slot)
            else:
                slots[word] = [slot]

    def holding(self, word: str) -> Sequence[int]:
        """Return the slots that hold exactly this word."""
        return self._slots.get(word, ())

    def containing(self, part: str) -> list[Sequence[int]]:
        """Return, for each word that contains a part, the slots that hold the word."""
        return [slots for word, slots in self._slots.items() if part in word]

    def starting(self, part: str) -> list[Sequence[int]]:
        """Return, for each word that begins with a part, the slots that hold the word."""
        return [slots for word, slots in self._slots.items() if word.startswith(part)]
