"""Abbreviations of administrative Vietnamese, read in both directions: UBND finds 'ủy ban nhân dân' and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cchc_desktop.domain.text.folding import accent_key, accent_words, fold, fold_word

CONNECTIVE = "va"  # folded 'và', which '&', '-' and ',' replace freely: never needed for a match
_INITIALS = 3  # letters that the initials of a name must have: two letters mean too much

Words = tuple[str, ...]


class Abbreviations:
    """A table of abbreviations and what each can stand for; the first meaning of several counts as likelier.

    Words here are accent keys; the table is never changed after it is made.
    """

    def __init__(self, table: Mapping[str, str | Sequence[str]] | None = None) -> None:
        self._table = dict(table or {})
        self._meanings: dict[str, tuple[Words, ...]] = {}
        self._folded: dict[str, tuple[Words, ...]] = {}
        self._by_first_word: dict[str, list[tuple[Words, str]]] = {}
        for short, meanings in self._table.items():
            self._add(accent_key(short), [meanings] if isinstance(meanings, str) else meanings)

    def _add(self, short: str, meanings: Sequence[str]) -> None:
        expansions = tuple(accent_words(meaning) for meaning in meanings)
        folded = tuple(_without_connectives(map(fold_word, words)) for words in expansions)
        for key in {short, fold(short)}:
            self._meanings[key], self._folded[key] = expansions, folded
        for words in folded:
            self._by_first_word.setdefault(words[0], []).append((words, short))

    def with_names(self, names: Iterable[str]) -> Abbreviations:
        """Return a table that also reads the initials of names ('TYT': Trạm Y tế); what this one knows stays."""
        added: dict[str, list[str]] = {}
        for name in names:
            words = _without_connectives(self.expanded(accent_words(name)))
            initials = "".join(fold_word(word)[0] for word in words)
            if len(initials) >= _INITIALS and initials not in self._meanings:
                added.setdefault(initials, []).append(" ".join(words))
        return Abbreviations({**self._table, **{short: tuple(dict.fromkeys(added[short])) for short in added}})

    def meanings(self, word: str) -> tuple[Words, ...]:
        """Return everything an abbreviation can stand for, as accent-key words; empty for other words."""
        return self._meanings.get(word, ())

    def folded_meanings(self, word: str) -> tuple[Words, ...]:
        """Return `meanings` without marks and connectives."""
        return self._folded.get(word, ())

    def among(self, words: Iterable[str]) -> set[str]:
        """Return those of the words that are abbreviations."""
        return self._meanings.keys() & set(words)

    def expanded(self, words: Sequence[str]) -> list[str]:
        """Return the words with each unambiguous abbreviation replaced by what it stands for."""
        if not self.among(words):
            return list(words)
        result: list[str] = []
        for word in words:
            meanings = self._meanings.get(word, ())
            result.extend(meanings[0] if len(meanings) == 1 else (word,))
        return result

    def shortened(self, folded: Words) -> Iterator[str]:
        """Yield the abbreviation of every expression found in folded words that hold no connective."""
        expressions = self._by_first_word
        for place, word in enumerate(folded):
            if word in expressions:
                for expression, short in expressions[word]:
                    if folded[place : place + len(expression)] == expression:
                        yield short


def _without_connectives(words: Iterable[str]) -> Words:
    return tuple(word for word in words if fold_word(word) != CONNECTIVE)
