"""Tasks that are probably about one matter, by their words: a hint for a person who links plans, never a decision."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import log
from typing import Generic, TypeVar

from cchc_desktop.domain.text.folding import accent_words

Key = TypeVar("Key", bound=Hashable)

LEAST = 0.42
"""Likeness from which a task is worth showing; 1 is the same words."""
_INSIDE = 0.8
"""What a text that stands whole inside a longer one counts for at most."""
_MOST = 400
"""Tasks that are compared pair by pair at most."""
_ORDINARY = frozenset(
    re.findall(
        r"\w+",
        "và các của cho trong theo việc về từ đến là có được trên địa bàn xã phường thành phố năm giai đoạn quý tháng"
        " ngày thực hiện triển khai tổ chức tiếp tục đẩy mạnh tăng cường nâng cao chất lượng hiệu quả công tác bảo đảm",
    )
)
"""Syllables that most tasks hold; pairs of nothing else say little."""


@dataclass(frozen=True, slots=True)
class Like(Generic[Key]):
    """A task and how like it is: above `LEAST`, at most 1."""

    key: Key
    score: float


class TaskLikeness(Generic[Key]):
    """Knows the words of some tasks and finds those most like another text.

    Pairs of neighbouring syllables are compared, for a Vietnamese word mostly has two; those that few tasks hold
    count more. Numbers and years do not count.
    """

    def __init__(self, tasks: Iterable[tuple[Key, str]]) -> None:
        self._keys: list[Key] = []
        self._pairs: list[frozenset[str]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        for key, words in tasks:
            pairs = _pairs(words)
            for pair in pairs:
                self._holding[pair].append(len(self._keys))
            self._keys.append(key)
            self._pairs.append(pairs)
        self._weights = {pair: _weight(pair, len(slots), len(self._keys)) for pair, slots in self._holding.items()}
        self._sums = [self._sum(pairs) for pairs in self._pairs]

    def like(self, words: str, limit: int = 3) -> Sequence[Like[Key]]:
        """Return the tasks most like some words, the likest first."""
        pairs = _pairs(words)
        unknown = sum(_weight(pair, 0, len(self._keys)) for pair in pairs if pair not in self._weights)
        whole = self._sum(pairs) + unknown
        found = [
            Like(self._keys[slot], _score(self._sum(pairs & self._pairs[slot]), whole, self._sums[slot]))
            for slot in self._candidates(pairs)
        ]
        return nlargest(limit, (like for like in found if like.score >= LEAST), key=lambda like: like.score)

    def _candidates(self, pairs: Iterable[str]) -> set[int]:
        """Return the tasks that share a pair, the rarest first: what thousands hold tells none of them apart."""
        found: set[int] = set()
        for slots in sorted((self._holding[pair] for pair in pairs if pair in self._holding), key=len):
            if found and len(found) + len(slots) > _MOST:
                break
            found.update(slots[:_MOST])
        return found

    def _sum(self, pairs: Iterable[str]) -> float:
        return sum(self._weights.get(pair, 0.0) for pair in pairs)


def _weight(pair: str, holding: int, tasks: int) -> float:
    rarity = log(2 + tasks / (1 + holding))
    return rarity if any(word not in _ORDINARY for word in pair.split()) else rarity / 4


def _score(common: float, one: float, other: float) -> float:
    return max(2 * common / (one + other), _INSIDE * common / min(one, other))


def _pairs(words: str) -> frozenset[str]:
    kept = [word for word in accent_words(words) if not any(letter.isdigit() for letter in word)]
    return frozenset(" ".join(pair) for pair in pairwise(kept)) or frozenset(kept)
