"""Disjoint sets of things that are probably one, joined step by step, from the surest link to the weakest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar


class HasId(Protocol):
    """Anything with an id of its own."""

    @property
    def id(self) -> int: ...


Member = TypeVar("Member", bound=HasId)


class Clusters(Generic[Member]):
    """Disjoint sets by the ids of their members; two sets that hold a clashing pair are never joined."""

    def __init__(self, members: Iterable[Member], clash: Callable[[Member, Member], bool]) -> None:
        self._members = {member.id: [member] for member in members}
        self._root = {id_: id_ for id_ in self._members}
        self._strength: dict[int, int] = {}
        self._clash = clash

    def root(self, id_: int) -> int:
        """Return the id that names a cluster."""
        return self._root[id_]

    def members(self, id_: int) -> Sequence[Member]:
        """Return all of the cluster in which a member is."""
        return self._members[self._root[id_]]

    def join(self, one: int, other: int, strength: int) -> bool:
        """Make one cluster of two unless a pair in it clashes; tell whether they are one now."""
        left, right = self._root[one], self._root[other]
        if left == right:
            return True
        if any(self._clash(a, b) for a in self._members[left] for b in self._members[right]):
            return False
        weakest = min(strength, self._strength.get(left, strength), self._strength.get(right, strength))
        for member in self._members.pop(right):
            self._members[left].append(member)
            self._root[member.id] = left
        self._strength[left] = weakest
        return True

    def joined(self) -> Iterator[tuple[Sequence[Member], int]]:
        """Yield the clusters of several members, each with its weakest link."""
        for root, members in self._members.items():
            if len(members) > 1:
                yield members, self._strength[root]
