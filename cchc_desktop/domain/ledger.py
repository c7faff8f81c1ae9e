"""What was recorded about the items of a plan, as one snapshot by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from cchc_desktop.domain.records import Extension, PeriodUpdate, Record, Urging


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


def _by_item(rows: Iterable[_Row]) -> dict[int, tuple[_Row, ...]]:
    found: dict[int, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return {item_id: tuple(of_item) for item_id, of_item in found.items()}
