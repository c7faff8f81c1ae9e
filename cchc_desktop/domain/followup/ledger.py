"""What was recorded about the items of a plan, as one snapshot by item."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Record, Urging


class _OfItem(Protocol):
    @property
    def item_id(self) -> int: ...


_Row = TypeVar("_Row", bound=_OfItem)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The recorded facts of a plan by item id, in the order in which they were given; never changed."""

    records: Mapping[int, tuple[Record, ...]] = field(default_factory=dict)
    extensions: Mapping[int, tuple[Extension, ...]] = field(default_factory=dict)
    updates: Mapping[int, tuple[PeriodUpdate, ...]] = field(default_factory=dict)
    urgings: Mapping[int, tuple[Urging, ...]] = field(default_factory=dict)


def build_ledger(
    records: Iterable[Record] = (),
    extensions: Iterable[Extension] = (),
    updates: Iterable[PeriodUpdate] = (),
    urgings: Iterable[Urging] = (),
) -> Ledger:
    """Sort flat rows by item."""
    return Ledger(_by_item(records), _by_item(extensions), _by_item(updates), _by_item(urgings))


def joined(one: Ledger, other: Ledger) -> Ledger:
    """Return two ledgers about different items as one."""
    return Ledger(
        {**one.records, **other.records},
        {**one.extensions, **other.extensions},
        {**one.updates, **other.updates},
        {**one.urgings, **other.urgings},
    )


def corrected(ledger: Ledger, item_ids: Collection[int], facts: Ledger) -> Ledger:
    """Return a ledger in which some items have what another one tells of them, and nothing else; order stays."""
    return Ledger(
        _corrected(ledger.records, item_ids, facts.records),
        _corrected(ledger.extensions, item_ids, facts.extensions),
        _corrected(ledger.updates, item_ids, facts.updates),
        _corrected(ledger.urgings, item_ids, facts.urgings),
    )


def _corrected(
    rows: Mapping[int, tuple[_Row, ...]], item_ids: Collection[int], facts: Mapping[int, tuple[_Row, ...]]
) -> dict[int, tuple[_Row, ...]]:
    found = dict(rows)
    for item_id in sorted(item_ids):
        if item_id in facts:
            found[item_id] = facts[item_id]
        else:
            found.pop(item_id, None)
    return found


def _by_item(rows: Iterable[_Row]) -> dict[int, tuple[_Row, ...]]:
    found: dict[int, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return {item_id: tuple(of_item) for item_id, of_item in found.items()}
