"""How well a row's texts answer a query, and where the words that answered it stand in each of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cchc_desktop.domain.search.matched_text import Place, SearchText
from cchc_desktop.domain.search.query import Query

Spans = tuple[tuple[int, int], ...]
"""Places in the NFC form of a text, from the first character to behind the last; in order, apart from each other."""

_Found = Sequence[Sequence[Place]]  # for each query word

# Shares of the score beside that of the words themselves (1): neighbours, one text filled, an early place.
_NEAR, _FILLED, _EARLY = 0.4, 0.15, 0.05
_REACH = 4  # words between two that still count as near
_ASTRAY = 0.8  # times: a word that stands alone here and beside its neighbour elsewhere in the row
_TURNED_ROUND = 0.5  # times: the second word stands before the first


def text_weight(position: int) -> float:
    """Return how much a text counts by its position in the row: the first one all, those beside it less and less."""
    return 1.0 if position == 0 else max(0.4, 0.88 - 0.06 * position)


def score(texts: Sequence[SearchText], query: Query) -> float:
    """Return how well a row answers: its words at their best, more where they stand together, early, or alone."""
    count = len(query.words)
    alone, paired, near = [0.0] * count, [0.0] * count, [0.0] * (count - 1)
    filled = early = 0.0
    for at, text in enumerate(texts):
        found = _places(text, query)
        if not any(found):
            continue
        weight, together = text_weight(at), _together(found)
        for word in range(count):
            alone[word] = max(alone[word], weight * _best(found[word]))
            paired[word] = max(paired[word], weight * _best(together[word]))
        for pair in range(count - 1):
            near[pair] = max(near[pair], weight * _nearness(found, together, pair))
        firsts = {place.first for places in found for place in places}
        filled = max(filled, weight * len(firsts) / len(text))
        early = max(early, weight / (1 + 0.2 * min(firsts)))
    words = [max(beside, best * _ASTRAY) if beside else best for best, beside in zip(alone, paired, strict=True)]
    return _mean(words) + _NEAR * _mean(near) + _FILLED * filled + _EARLY * early


def _best(places: Sequence[Place]) -> float:
    best = 0.0
    for place in places:
        if place.quality > best:
            best = place.quality
    return best


def spans(texts: Sequence[SearchText], query: Query) -> tuple[Spans, ...]:
    """Return what is to be marked in each text.

    A word that stands beside its neighbour in the query is not marked where it stands alone, one that was found as
    it was typed not where its marks differ.
    """
    found = _meant(texts, query)
    return tuple(_marked(places, _least(found)) for places in found)


def best_places(texts: Sequence[SearchText], query: Query) -> list[tuple[int, Place]]:
    """Return for each query word that is met the text (its position) and the place in which it is met best."""
    found = _meant(texts, query)
    best: list[tuple[int, Place]] = []
    for word in range(len(query.words)):
        candidates = [(at, place) for at, places in enumerate(found) for place in places[word]]
        if candidates:
            best.append(max(candidates, key=lambda met: (met[1].quality, -met[0], -met[1].start)))
    return best


def _meant(texts: Sequence[SearchText], query: Query) -> list[_Found]:
    """The places of each word, only those beside a neighbour where there are any in the row."""
    found = [_places(text, query) for text in texts]
    together = [_together(places) for places in found]
    paired = [any(places[word] for places in together) for word in range(len(query.words))]
    return [
        [close if is_paired else every for close, every, is_paired in zip(beside, places, paired, strict=True)]
        for beside, places in zip(together, found, strict=True)
    ]


def _together(found: _Found) -> list[list[Place]]:
    """For each word those of its places that stand right before the next word's or right behind the last one's."""
    kept: list[list[Place]] = [[] for _ in found]
    for at, (these, those) in enumerate(pairwise(found)):
        if these and those:
            firsts, lasts = {place.first for place in those}, {place.last for place in these}
            kept[at] += [place for place in these if place.last + 1 in firsts]
            kept[at + 1] += [place for place in those if place.first - 1 in lasts]
    return kept


def _places(text: SearchText, query: Query) -> list[list[Place]]:
    return [text.places(word) for word in query.words]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _nearness(found: _Found, together: _Found, pair: int) -> float:
    """1 where a word is followed by the next one, less with each word between, 0 out of reach."""
    these, those = found[pair], found[pair + 1]
    if not these or not those:
        return 0.0
    lasts, firsts = {place.last for place in these}, {place.first for place in those}
    if together[pair] and together[pair + 1] and any(last + 1 in firsts for last in lasts):
        return 1.0
    turned = _closeness({place.last for place in those}, {place.first for place in these})
    return max(_closeness(lasts, firsts), _TURNED_ROUND * turned)


def _closeness(lasts: set[int], firsts: set[int]) -> float:
    """How closely something that begins at one of `firsts` follows something that ends at one of `lasts`."""
    for gap in range(_REACH + 1):
        if any(last + 1 + gap in firsts for last in lasts):
            return 1 / (1 + 0.6 * gap)
    return 0.0


def _least(found: Sequence[_Found]) -> list[float]:
    """The quality that a place needs to be marked, for each query word: a good match makes a poor one uninteresting."""
    by_word = [[place.quality for places in words for place in places] for words in zip(*found, strict=True)]
    return [0.87 if qualities and max(qualities) > 0.98 else 0.0 for qualities in by_word]


def _marked(found: _Found, least: Sequence[float]) -> Spans:
    places = sorted(
        (place.start, place.end)
        for one_word, needed in zip(found, least, strict=True)
        for place in one_word
        if place.quality >= needed
    )
    return _joined(places)


def _joined(places: Sequence[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return tuple(joined)
