"""Disjoint sets that never hold a clashing pair."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agencies.clusters import Clusters


@dataclass(frozen=True)
class Thing:
    id: int


def clusters(count, apart=()):
    pairs = {frozenset(pair) for pair in apart}
    return Clusters([Thing(id_) for id_ in range(count)], lambda a, b: frozenset((a.id, b.id)) in pairs)


def sets(found):
    return sorted(sorted(member.id for member in members) for members, _ in found.joined())


def test_joined_things_are_one_with_the_weakest_link():
    found = clusters(5)
    assert found.join(0, 1, 3)
    assert found.join(2, 3, 2)
    assert found.join(1, 3, 3)
    assert found.join(0, 2, 1), "one already: a weaker link says nothing new"
    assert [(len(members), strength) for members, strength in found.joined()] == [(4, 2)]
    assert found.root(0) == found.root(3) != found.root(4)
    assert {member.id for member in found.members(2)} == {0, 1, 2, 3}


def test_a_clash_between_any_two_keeps_both_apart():
    found = clusters(4, apart=[(0, 3)])
    found.join(0, 1, 1)
    found.join(2, 3, 1)
    assert not found.join(1, 2, 1)
    assert sets(found) == [[0, 1], [2, 3]]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_every_thing_is_in_one_set(joins):
    found = clusters(8, apart=[(0, 1), (2, 5)])
    for one, other in joins:
        found.join(one, other, 1)
    for members, _strength in found.joined():
        ids = {member.id for member in members}
        assert not ({0, 1} <= ids or {2, 5} <= ids)
        assert {found.root(id_) for id_ in ids} == {found.root(members[0].id)}
