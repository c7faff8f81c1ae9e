"""What a restore would change: plans and items of the data and of a backup, compared by uid in plain SQL."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cchc_desktop.domain.backups import PlanDifference

_NOT_COMPARED = frozenset({"id", "row_version", "search_text"})
"""Columns that differ without a difference in what the office wrote."""


@dataclass(slots=True)
class PlanContent:
    """One plan's title, a fingerprint of its row, and of each of its items by uid."""

    title: str
    print: bytes
    items: dict[str, bytes] = field(default_factory=dict)


def compared_columns(one: sqlite3.Connection, other: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of plan and item that both databases have: they may be of different schema versions."""
    return {table: _common(_columns(one, table), _columns(other, table)) for table in ("plan", "item")}


def _common(one: list[str], other: list[str]) -> list[str]:
    return sorted((set(one) & set(other)) - _NOT_COMPARED)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def own_columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the compared columns where there is only one database."""
    return compared_columns(connection, connection)


def read_content(connection: sqlite3.Connection, columns: Mapping[str, list[str]]) -> dict[str, PlanContent]:
    """Return the living plans by uid with fingerprints of their living items."""
    plans = {
        plan_id: (uid, PlanContent(title, fingerprint))
        for (plan_id, uid, title), fingerprint in _rows(connection, "plan", ("id", "uid", "title"), columns["plan"])
    }
    for (plan_id, uid), fingerprint in _rows(connection, "item", ("plan_id", "uid"), columns["item"]):
        if plan_id in plans:
            plans[plan_id][1].items[uid] = fingerprint
    return dict(plans.values())


def _rows(
    connection: sqlite3.Connection, table: str, keys: tuple[str, ...], columns: list[str]
) -> Iterator[tuple[tuple[Any, ...], bytes]]:
    """Yield the keys of each living row with the fingerprint of its other columns; names come from the schema."""
    names = ", ".join(f'"{name}"' for name in (*keys, *columns))
    for row in connection.execute(f'SELECT {names} FROM "{table}" WHERE deleted_at IS NULL ORDER BY id'):  # noqa: S608 (names of a compared schema)
        words = repr(row[len(keys) :]).encode("utf-8", "surrogatepass")
        yield row[: len(keys)], hashlib.blake2b(words, digest_size=16).digest()


def differences(now: Mapping[str, PlanContent], then: Mapping[str, PlanContent]) -> tuple[PlanDifference, ...]:
    """Return one line for each plan of either side, those of the backup first, in the order in which they were made."""
    return tuple(_difference(now.get(uid), then.get(uid)) for uid in dict.fromkeys((*then, *now)))


def _difference(now: PlanContent | None, then: PlanContent | None) -> PlanDifference:
    here, there = (now.items if now else {}), (then.items if then else {})
    changed = sum(here.get(uid) != there.get(uid) for uid in here.keys() | there.keys())
    shown = now or then
    return PlanDifference(
        title=shown.title if shown else "",
        items_now=len(here) if now else None,
        items_then=len(there) if then else None,
        changed=changed,
    )
