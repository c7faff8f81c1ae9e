"""Words that a module keeps in lists: marked where they stand, translated when they are shown.

`self.tr` serves words that are shown where they stand. Those of a list would be looked up too early there, and out of
sight of whoever collects the words of the program (`packaging/translatable.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

_Key = TypeVar("_Key")


class Words:
    """The words of one module under one context of Qt's translation: marking and showing cannot name two."""

    __slots__ = ("_context",)

    def __init__(self, context: str) -> None:
        self._context = context

    def __call__(self, words: str) -> str:
        """Return words in the language of the window."""
        return QCoreApplication.translate(self._context, words) if words else words

    def count(self, words: str, number: int) -> str:
        """Return words with a number in the place of '%n', in the form that the language has for it."""
        return QCoreApplication.translate(self._context, words, None, number)

    def mark(self, words: str) -> str:
        """Return words as they are, to be translated when they are shown."""
        return words

    def table(self, words: Mapping[_Key, str]) -> WordTable[_Key]:
        """Return a table of words that answers in the language of the window."""
        return WordTable(self, words)


class WordTable(Mapping[_Key, str], Generic[_Key]):
    """Words by what they name, translated whenever they are asked for."""

    __slots__ = ("_table", "_words")

    def __init__(self, words: Words, table: Mapping[_Key, str]) -> None:
        self._words, self._table = words, table

    def __getitem__(self, key: _Key) -> str:
        return self._words(self._table[key])

    def as_written(self, key: _Key) -> str:
        """Return words in Vietnamese: beside others of the log, and on paper."""
        return self._table[key]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)
