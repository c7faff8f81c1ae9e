"""What a group of rows is, and by what rows can be grouped; how they are grouped loads when that is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import lru_cache

_ID_BYTES = 6


class Grouping(Enum):
    """By what the rows of the tree are put together."""

    SECTION = "section"
    AGENCY = "agency"
    MONTH = "month"


@dataclass(slots=True)
class GroupingFacts:
    """What grouping needs beyond the plan: the canonical names of agencies by id, and what day it is."""

    today: Callable[[], date]
    agencies: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """A row over items that have something in common; `uid` names it in every snapshot, `rank` orders the groups."""

    uid: str
    title: str
    rank: str

    @property
    def id(self) -> int:
        """A number made of the uid, so that models can name the group; the same in every snapshot."""
        return _number_of(self.uid)


@lru_cache(maxsize=4096)
def _number_of(uid: str) -> int:
    from hashlib import blake2b  # brings OpenSSL with it

    return int.from_bytes(blake2b(uid.encode(), digest_size=_ID_BYTES).digest())
