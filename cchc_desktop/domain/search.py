"""Search as you type over rows in memory: without marks, by abbreviations and initials, best rows first.

Every word of the query must match. Rows are ranked by the worst match of any word (see `Grade`), then by whether
the words stand together, then by how early they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest
from itertools import chain, pairwise
from typing import Generic, TypeVar

from cchc_desktop.domain.text.abbreviations import CONNECTIVE, Abbreviations
from cchc_desktop.domain.text.folding import accent_words, fold_word
from cchc_desktop.domain.text.matching import matched_pieces
from cchc_desktop.domain.text.postings import Postings

Id = TypeVar("Id", bound=Hashable)

_LookUp = Callable[[Postings, str], list[Sequence[int]]]

_PIECE = 4
"""Letters from which a piece may stand inside a word: Vietnamese syllables share shorter pieces by chance."""

_ASIDE = " \x1f "  # stands between texts, so that no phrase reaches from one into the next


class Grade(IntEnum):
    """How well a row matches, best first; 'aside' is a match in the secondary texts."""

    EXACT = 0  # the word with its accents (a query word without accents has none to miss)
    EXACT_ASIDE = 1
    WHOLE = 2  # the word with other accents
    WHOLE_ASIDE = 3
    PREFIX = 4
    PREFIX_ASIDE = 5
    INSIDE = 6
    INSIDE_ASIDE = 7
    INITIALS = 8


@dataclass(frozen=True, slots=True)
class SearchDocument(Generic[Id]):
    """A row to be found: its id, the text that counts most, and the texts beside it (agencies, product …)."""

    id: Id
    primary: str
    secondary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Query:
    words: tuple[str, ...]  # accent keys
    folded: tuple[str, ...]
    phrases: tuple[str, ...]  # with abbreviations written out, and as typed; folded, a space before
    joints: tuple[str, ...]  # where one word meets the next: the last word of its meaning and the first of the next
    abbreviations: Abbreviations


@dataclass(frozen=True, slots=True)
class Hit(Generic[Id]):
    """A row found and how well it matches."""

    document: SearchDocument[Id]
    grade: Grade
    _query: _Query

    @property
    def id(self) -> Id:
        """The row's id."""
        return self.document.id

    @property
    def matched(self) -> tuple[str, ...]:
        """The pieces of the row's texts that matched, as written; worked out when asked for."""
        texts = (self.document.primary, *self.document.secondary)
        return matched_pieces(texts, self._query.words, self._query.abbreviations)


class SearchIndex(Generic[Id]):
    """Rows kept ready for searching; not safe for use from several threads at once."""

    def __init__(
        self, documents: Iterable[SearchDocument[Id]] = (), abbreviations: Abbreviations | None = None
    ) -> None:
        self._abbreviations = abbreviations or Abbreviations()
        self._clear()
        for document in documents:
            self.update(document)

    def _clear(self) -> None:
        # One entry per slot; the texts of a removed row are empty. Plain lists of strings: a row object for
        # each would make every scan several times slower.
        self._documents: list[SearchDocument[Id] | None] = []
        self._primary: list[str] = []
        self._full: list[str] = []
        self._initials: list[str] = []
        self._slots: dict[Id, int] = {}
        self._exact, self._exact_aside = Postings(), Postings()
        self._whole, self._whole_aside = Postings(), Postings()

    def __len__(self) -> int:
        return len(self._slots)

    def update(self, document: SearchDocument[Id]) -> None:
        """Add a row, or replace the row that has its id."""
        self.remove(document.id)
        slot = self._slots[document.id] = len(self._documents)
        primary, initials = self._enter(slot, document.primary, self._exact, self._whole)
        full = primary
        for text in filter(None, document.secondary):
            beside, more = self._enter(slot, text, self._exact_aside, self._whole_aside)
            full, initials = full + _ASIDE + beside, initials + " " + more
        self._documents.append(document)
        self._primary.append(primary)
        self._full.append(full)
        self._initials.append(initials)

    def remove(self, row_id: Id) -> None:
        """Forget a row; nothing happens when it is not there."""
        slot = self._slots.pop(row_id, None)
        if slot is None:
            return
        self._documents[slot] = None
        self._primary[slot] = self._full[slot] = self._initials[slot] = ""
        if len(self._documents) > 1000 and len(self._documents) > 2 * len(self._slots):
            self._rebuild()

    def search(self, query: str, limit: int | None = 50) -> list[Hit[Id]]:
        """Return the best rows for a query, best first (all of them with limit None); an empty query finds nothing."""
        asked = self._parse(query)
        if not asked.words:
            return []
        hits: list[Hit[Id]] = []
        for grade, slots in self._graded(asked, limit):
            missing = len(slots) if limit is None else limit - len(hits)
            for slot in self._ranked(grade, slots, asked, missing)[:missing]:
                if document := self._documents[slot]:
                    hits.append(Hit(document, grade, asked))
        return hits

    # --- entering rows

    def _enter(self, slot: int, text: str, exact: Postings, whole: Postings) -> tuple[str, str]:
        """Enter a text's words and aliases; return its folded words (abbreviations written out) and initials."""
        words = accent_words(text)
        expanded = self._abbreviations.expanded(words)
        folded = tuple(word for word in map(fold_word, expanded) if word != CONNECTIVE)
        accented = {*words, *expanded, *self._abbreviations.shortened(folded)}
        for word in self._abbreviations.among(words):
            accented.update(chain.from_iterable(self._abbreviations.meanings(word)))
        bare = set(map(fold_word, accented))
        exact.add(slot, accented - bare)
        whole.add(slot, bare)
        extra = sorted(bare.difference(folded))
        return f" {' '.join(folded)}{_ASIDE}{' '.join(extra)} ", "".join(word[0] for word in folded)

    def _rebuild(self) -> None:
        documents = [document for document in self._documents if document]
        self._clear()
        for document in documents:
            self.update(document)

    # --- answering

    def _parse(self, query: str) -> _Query:
        words = accent_words(query)
        needed = tuple(word for word in dict.fromkeys(words) if fold_word(word) != CONNECTIVE) or words
        phrases = (_phrase(self._abbreviations.expanded(words)), _phrase(words))
        folded = tuple(map(fold_word, needed))
        meanings = [self._abbreviations.expanded([word]) for word in needed]
        joints = tuple(_phrase([one[-1], other[0]]) for one, other in pairwise(meanings))
        return _Query(needed, folded, tuple(dict.fromkeys(phrases)), joints, self._abbreviations)

    def _graded(self, asked: _Query, limit: int | None) -> Iterator[tuple[Grade, list[int]]]:
        """Yield the slots of each grade, best grade first, until there are enough of them."""
        seen: set[int] = set()
        for grade, slots in self._candidates(asked):
            fresh = [slot for slot in slots if slot not in seen and self._full[slot]]
            seen.update(fresh)
            if fresh:
                yield grade, fresh
            if limit is not None and len(seen) >= limit:
                return
        if not seen:
            yield Grade.INITIALS, self._by_initials(asked.folded)

    def _candidates(self, asked: _Query) -> Iterator[tuple[Grade, Iterable[int]]]:
        """Yield, grade by grade, the slots that match at least so well; later work is done only when asked for."""
        for grade in (Grade.EXACT, Grade.EXACT_ASIDE, Grade.WHOLE, Grade.WHOLE_ASIDE):
            yield grade, self._by_words(grade, asked)
        prefixed = self._by_text(Postings.starting, asked.folded, " ")
        yield Grade.PREFIX, _holding_all(prefixed, self._primary, [f" {word}" for word in asked.folded])
        yield Grade.PREFIX_ASIDE, prefixed
        inside = self._by_text(Postings.containing, asked.folded, "")
        yield Grade.INSIDE, _holding_all(inside, self._primary, asked.folded)
        yield Grade.INSIDE_ASIDE, inside

    def _by_words(self, grade: Grade, asked: _Query) -> Iterable[int]:
        """Slots in which each word matches at least as well as the grade, by the inverted index."""
        sources = [self._sources(*word)[: grade + 1] for word in zip(asked.words, asked.folded, strict=True)]
        sources.sort(key=lambda lists: sum(map(len, lists)))
        common = set(chain.from_iterable(sources[0]))
        for lists in sources[1:]:
            common = common.intersection(chain.from_iterable(lists))
        return common

    def _sources(self, word: str, folded: str) -> list[Sequence[int]]:
        """The slots that hold a word, a list for each grade down to WHOLE_ASIDE."""
        whole = [self._whole.holding(folded), self._whole_aside.holding(folded)]
        if word == folded:  # no accents typed that could be missed: a whole word is an exact one
            return whole
        return [self._exact.holding(word), self._exact_aside.holding(word), *whole]

    def _by_text(self, look_up: _LookUp, folded: Sequence[str], edge: str) -> list[int]:
        """Slots whose texts hold every word as the look-up means it; a syllable's worth of letters must begin one."""
        sizes = {word: sum(map(len, self._lists(_look_up_of(word, look_up), word))) for word in folded}
        by_rarity = sorted(sizes, key=sizes.__getitem__)
        if sizes[by_rarity[0]] < len(self._full):
            rarest = by_rarity[0]
            lists = self._lists(_look_up_of(rarest, look_up), rarest)
            slots: Iterable[int] = sorted(set(chain.from_iterable(lists)))
        else:
            slots = range(len(self._full))
        parts = [f" {word}" if len(word) < _PIECE else edge + word for word in by_rarity]
        return _holding_all(slots, self._full, parts)

    def _lists(self, look_up: _LookUp, word: str) -> list[Sequence[int]]:
        return [*look_up(self._whole, word), *look_up(self._whole_aside, word)]

    def _by_initials(self, folded: Sequence[str]) -> list[int]:
        """Slots for words that occur nowhere, read as initials ('kthtdt'); the other words must match as usual."""
        odd = [word for word in folded if not self._lists(Postings.containing, word)]
        usual = [f" {word}" for word in folded if word not in odd]
        if not odd or not all(word.isalpha() for word in odd):
            return []
        everything = range(len(self._full))
        return _holding_all(_holding_all(everything, self._initials, odd), self._full, usual)

    def _ranked(self, grade: Grade, slots: list[int], asked: _Query, wanted: int) -> list[int]:
        """Order slots of one grade: those with the phrase, earliest first, then by words that meet as typed."""
        if grade >= Grade.INSIDE:  # pieces of words make no phrase
            return sorted(slots)
        full, ranked, rest = self._full, list[int](), slots
        size = len(full)
        for phrase in asked.phrases:
            # Place and slot in one number: sorting tuples would cost several times as much.
            places = [at * size + slot for slot in rest if (at := full[slot].find(phrase)) >= 0]
            found = [place % size for place in nsmallest(wanted - len(ranked), places)]
            ranked += found
            if len(ranked) >= wanted:
                return ranked
            rest = sorted(set(rest).difference(found))
        return ranked + self._by_joints(rest, asked.joints)

    def _by_joints(self, slots: list[int], joints: Sequence[str]) -> list[int]:
        counts = dict.fromkeys(sorted(slots), 0)
        for joint in joints:
            for slot in _holding_all(slots, self._full, [joint]):
                counts[slot] -= 1
        return sorted(counts, key=counts.__getitem__)


def _look_up_of(word: str, look_up: _LookUp) -> _LookUp:
    return Postings.starting if len(word) < _PIECE else look_up


def _holding_all(slots: Iterable[int], texts: Sequence[str], parts: Sequence[str]) -> list[int]:
    """Return the slots whose text holds every part; the rarest part is best put first."""
    kept = list(slots)
    for part in parts:
        kept = [slot for slot in kept if part in texts[slot]]
    return kept


def _phrase(words: Sequence[str]) -> str:
    return " " + " ".join(word for word in map(fold_word, words) if word != CONNECTIVE)
