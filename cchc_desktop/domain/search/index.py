"""Search as you type over rows in memory: without marks, by abbreviations and initials, best rows first.

Every word of the query must match. Rows are found grade by grade (see `Grade`) through an inverted index, within a
grade by whether the words stand together; the best of them are then put in order by their score (`search_scoring`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest
from itertools import chain
from typing import Generic, TypeVar

from cchc_desktop.domain.search.matched_text import SearchText, search_text
from cchc_desktop.domain.search.query import Query, number_key, parse_query
from cchc_desktop.domain.search.scoring import Spans, best_places, score, spans, text_weight
from cchc_desktop.domain.search.slips import is_syllable, mended
from cchc_desktop.domain.text.abbreviations import CONNECTIVE, Abbreviations
from cchc_desktop.domain.text.folding import accent_words, fold_word, nfc
from cchc_desktop.domain.text.postings import Postings

Id = TypeVar("Id", bound=Hashable)

_LookUp = Callable[[Postings, str], list[Sequence[int]]]

_PIECE = 4
"""Letters from which a piece may stand inside a word: Vietnamese syllables share shorter pieces by chance."""

_SCORED = 30
"""Rows that are put in order by their score: what a person looks at, at a few milliseconds' cost."""

_ASIDE = " \x1f "  # stands between texts, so that no phrase reaches from one into the next


class Grade(IntEnum):
    """How a row was found, best first; 'aside' is a match in the secondary texts."""

    NUMBER = 0  # the query names the row's number
    EXACT = 1  # the word with its accents (a query word without accents has none to miss)
    EXACT_ASIDE = 2
    WHOLE = 3  # the word with other accents
    WHOLE_ASIDE = 4
    PREFIX = 5
    PREFIX_ASIDE = 6
    INSIDE = 7
    INSIDE_ASIDE = 8
    INITIALS = 9
    MISTYPED = 10  # words that stand nowhere, one letter away from words that do


@dataclass(frozen=True, slots=True)
class SearchDocument(Generic[Id]):
    """A row to be found: its id, the text that counts most, the texts beside it (those that count more first).

    `numbers` are what the row is called by number: '12', '3.1', '188/KH-UBND'.
    """

    id: Id
    primary: str
    secondary: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The primary text and those beside it."""
        return (self.primary, *self.secondary)


@dataclass(frozen=True, slots=True)
class Hit(Generic[Id]):
    """A row found, how, and how well it answers; the score is 0 for rows behind the first ones."""

    document: SearchDocument[Id]
    grade: Grade
    score: float
    _query: Query
    _abbreviations: Abbreviations

    @property
    def id(self) -> Id:
        """The row's id."""
        return self.document.id

    @property
    def spans(self) -> tuple[Spans, ...]:
        """What is to be marked in each of the row's texts, in their NFC form; worked out when asked for."""
        return spans(_words_of(self.document.texts, self._abbreviations), self._query)

    @property
    def best_text(self) -> int:
        """Which of the row's texts answers best; the first one where none does (a number was asked for)."""
        words = _words_of(self.document.texts, self._abbreviations)
        marks = [score([text], self._query) * text_weight(at) for at, text in enumerate(words)]
        return max(range(len(marks)), key=marks.__getitem__)

    @property
    def matched(self) -> tuple[str, ...]:
        """The pieces of the row's texts that the words matched best, as written; worked out when asked for."""
        texts = self.document.texts
        best = best_places(_words_of(texts, self._abbreviations), self._query)
        return tuple(dict.fromkeys(nfc(texts[at])[place.start : place.end] for at, place in best))


class SearchIndex(Generic[Id]):
    """Rows kept ready for searching; not safe for use from several threads at once."""

    def __init__(
        self, documents: Iterable[SearchDocument[Id]] = (), abbreviations: Abbreviations | None = None
    ) -> None:
        self._abbreviations = abbreviations or Abbreviations()
        # One entry per slot; the texts of a removed row are empty. Plain lists of strings: a row object for
        # each would make every scan several times slower.
        self._documents: list[SearchDocument[Id] | None] = []
        self._primary: list[str] = []
        self._full: list[str] = []
        self._initials: list[str] = []
        self._slots: dict[Id, int] = {}
        self._exact, self._exact_aside = Postings(), Postings()
        self._whole, self._whole_aside = Postings(), Postings()
        self._by_number = Postings()
        for document in documents:
            self.update(document)

    def __len__(self) -> int:
        return len(self._slots)

    def update(self, document: SearchDocument[Id]) -> None:
        """Add a row, or replace the row that has its id."""
        self.remove(document.id)
        slot = self._slots[document.id] = len(self._documents)
        primary, initials = self._enter(slot, document.primary, self._exact, self._whole)
        full = primary
        for number in document.numbers:
            self._enter_number(slot, number)
        for text in filter(None, (*document.secondary, *document.numbers)):
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
            self._compact()

    def search(self, query: str, limit: int | None = 50) -> list[Hit[Id]]:
        """Return the best rows for a query, best first (all of them with limit None); an empty query finds nothing."""
        asked = parse_query(query, self._abbreviations)
        if not asked.words:
            return []
        found = self._found(asked, limit)
        if not found:
            asked = asked.with_initials(self._odd(asked.folded))
            found = [(Grade.INITIALS, slot) for slot in self._by_initials(asked)]
        if not found and (better := self._mended(asked)):
            asked, found = better, [(Grade.MISTYPED, slot) for _, slot in self._found(better, limit)]
        if asked.is_number_alone and found and found[0][0] is Grade.NUMBER:
            found = [entry for entry in found if entry[0] is Grade.NUMBER]
        hits = [self._scored(*entry, asked) for entry in found[:_SCORED]]
        hits.sort(key=lambda hit: (hit.grade is not Grade.NUMBER, -hit.score))
        hits += [self._hit(*entry, 0.0, asked) for entry in found[_SCORED:]]
        return hits[:limit]

    def _found(self, asked: Query, limit: int | None) -> list[tuple[Grade, int]]:
        """Return the slots of the rows that match, roughly in order; no fewer than those that are scored."""
        wanted = None if limit is None else max(limit, _SCORED)
        found: list[tuple[Grade, int]] = []
        for grade, slots in self._graded(asked, wanted):
            missing = len(slots) if wanted is None else wanted - len(found)
            found += [(grade, slot) for slot in self._ranked(grade, slots, asked, missing)[:missing]]
        return found

    def _mended(self, asked: Query) -> Query | None:
        """Return the query with each word that stands nowhere replaced by the likeliest one that does."""
        typed = mended(asked.folded, lambda word: sum(map(len, self._sources(word, word))))
        return parse_query(" ".join(typed), self._abbreviations) if typed else None

    def _scored(self, grade: Grade, slot: int, asked: Query) -> Hit[Id]:
        document = self._document(slot)
        texts = _words_of((*document.texts, *document.numbers), self._abbreviations)
        return self._hit(grade, slot, score(texts, asked), asked)

    def _hit(self, grade: Grade, slot: int, points: float, asked: Query) -> Hit[Id]:
        return Hit(self._document(slot), grade, points, asked, self._abbreviations)

    def _document(self, slot: int) -> SearchDocument[Id]:
        document = self._documents[slot]
        if document is None:  # removed rows have no texts, so that no look-up finds them
            raise LookupError(slot)
        return document

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

    def _enter_number(self, slot: int, number: str) -> None:
        """Enter a number as it is and, of a document's ('188/KH-UBND'), the part before the symbol."""
        key = number_key(number)
        for form in {key, key.partition("/")[0]} - {""}:
            self._by_number.add(slot, (form,))

    def _compact(self) -> None:
        """Give the slots of removed rows back; to enter the others anew would take twenty times as long."""
        alive = [slot for slot, document in enumerate(self._documents) if document is not None]
        moved: list[int | None] = [None] * len(self._documents)
        for new, old in enumerate(alive):
            moved[old] = new
        self._documents = [self._documents[slot] for slot in alive]
        for texts in (self._primary, self._full, self._initials):
            texts[:] = [texts[slot] for slot in alive]
        self._slots = {document.id: slot for slot, document in enumerate(self._documents) if document is not None}
        for postings in (self._exact, self._exact_aside, self._whole, self._whole_aside, self._by_number):
            postings.compact(moved)

    # --- answering

    def _graded(self, asked: Query, limit: int | None) -> Iterator[tuple[Grade, list[int]]]:
        """Yield the slots of each grade, best grade first, until there are enough of them."""
        seen: set[int] = set()
        for grade, slots in self._candidates(asked):
            fresh = [slot for slot in slots if slot not in seen and self._full[slot]]
            seen.update(fresh)
            if fresh:
                yield grade, fresh
            if limit is not None and len(seen) >= limit:
                return

    def _candidates(self, asked: Query) -> Iterator[tuple[Grade, Iterable[int]]]:
        """Yield, grade by grade, the slots that match at least so well; later work is done only when asked for."""
        yield Grade.NUMBER, self._by_number.holding(asked.number)
        for grade in (Grade.EXACT, Grade.EXACT_ASIDE, Grade.WHOLE, Grade.WHOLE_ASIDE):
            yield grade, self._by_words(grade, asked)
        prefixed = self._by_text(Postings.starting, asked.folded, " ")
        yield Grade.PREFIX, _holding_all(prefixed, self._primary, [f" {word}" for word in asked.folded])
        yield Grade.PREFIX_ASIDE, prefixed
        inside = self._by_text(Postings.containing, asked.folded, "")
        yield Grade.INSIDE, _holding_all(inside, self._primary, asked.folded)
        yield Grade.INSIDE_ASIDE, inside

    def _by_words(self, grade: Grade, asked: Query) -> Iterable[int]:
        """Slots in which each word matches at least as well as the grade, by the inverted index."""
        sources = [self._sources(word.accented, word.folded)[:grade] for word in asked.words]
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

    def _odd(self, folded: Sequence[str]) -> list[str]:
        """The words that can be initials ('kthtdt', 'dv'): no Vietnamese word, or one that stands nowhere."""
        return [
            word
            for word in folded
            if word.isalpha() and not (is_syllable(word) and self._lists(_look_up_of(word, Postings.containing), word))
        ]

    def _by_initials(self, asked: Query) -> list[int]:
        """Slots in which each word begins one, or stands among the initials where it may be some."""
        odd = [word.folded for word in asked.words if word.is_initials]
        usual = [word.folded for word in asked.words if not word.is_initials]
        if not odd:
            return []
        slots: Iterable[int] = self._by_text(Postings.starting, usual, " ") if usual else range(len(self._full))
        for word in odd:
            begun = set(chain.from_iterable(self._lists(Postings.starting, word)))
            slots = [slot for slot in slots if word in self._initials[slot] or slot in begun]
        return list(slots)

    def _ranked(self, grade: Grade, slots: list[int], asked: Query, wanted: int) -> list[int]:
        """Order slots of one grade: those with the phrase, earliest first, then by words that meet as typed."""
        if grade >= Grade.INSIDE or grade is Grade.NUMBER:  # pieces of words make no phrase
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


def _words_of(texts: Iterable[str], abbreviations: Abbreviations) -> list[SearchText]:
    return [search_text(text, abbreviations) for text in texts]
