"""Properties of sort keys: always room between neighbours, never a key that ends in zero, short when appending."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.ordering import key_between, keys_between


def are_ascending(keys: list[str]) -> bool:
    return all(one < other for one, other in pairwise(keys))


@given(st.lists(st.integers(min_value=0), max_size=120))
def test_insertions_anywhere_keep_the_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        before = keys[at - 1] if at else None
        keys.insert(at, key_between(before, keys[at] if at < len(keys) else None))
    assert are_ascending(keys)
    assert not any(key.endswith("0") for key in keys)


@given(st.integers(0, 60), st.booleans(), st.booleans())
def test_many_keys_at_once(count: int, low: bool, high: bool) -> None:
    before, after = ("a3" if low else None), ("a4" if high else None)
    keys = keys_between(before, after, count)
    assert len(keys) == count
    assert are_ascending([*filter(None, [before]), *keys, *filter(None, [after])])


@pytest.mark.parametrize("prepend", [True, False])
def test_keys_stay_short_at_both_ends(prepend: bool) -> None:
    key = key_between(None, None)
    for _ in range(10_000):
        key = key_between(None, key) if prepend else key_between(key, None)
    assert len(key) <= 4


def test_a_thousand_insertions_in_one_place() -> None:
    low, high = key_between(None, None), key_between(key_between(None, None), None)
    for _ in range(1000):
        middle = key_between(low, high)
        assert low < middle < high
        high = middle
    assert len(high) < 250


def test_the_end_of_the_range_still_has_room() -> None:
    last = "z" + "z" * 26
    assert key_between(last, None) > last
    first = "A" + "0" * 25 + "1"
    assert key_between(None, first) < first


@pytest.mark.parametrize(
    ("before", "after"), [("a2", "a1"), ("a1", "a1"), ("", None), ("a0", None), (None, "b1"), ("1", "a1")]
)
def test_refuses_what_is_not_in_order_or_not_a_key(before: str | None, after: str | None) -> None:
    with pytest.raises(ValueError, match=r"order|key"):
        key_between(before, after)
