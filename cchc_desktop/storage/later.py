"""What was done after an operation and stands in the way of taking it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.history import LoggedChange
from cchc_desktop.storage.parts import chunks
from cchc_desktop.storage.replay import RowKey, touched
from cchc_desktop.storage.tables import change, operation

_WHOLE = frozenset({ChangeAction.CREATE, ChangeAction.PURGE})


@dataclass(frozen=True, slots=True)
class LaterOperation:
    """The newest operation that touched the same fields."""

    title: str
    at: datetime


@dataclass(slots=True)
class _Fields:
    """Fields of one row; `whole` stands for all of them."""

    names: set[str]
    whole: bool

    def meets(self, other: _Fields) -> bool:
        return self.whole or other.whole or not self.names.isdisjoint(other.names)


def undone_operations(connection: Connection) -> frozenset[int]:
    """Return the operations that were taken back by one that was not taken back itself."""
    pairs = connection.execute(select(operation.c.id, operation.c.undoes).where(operation.c.undoes.is_not(None)))
    undone: set[int] = set()
    for id_, undoes in sorted(((row[0], row[1]) for row in pairs), reverse=True):
        if id_ not in undone:  # whoever took this one back is newer, and was met before
            undone.add(undoes)
    return frozenset(undone)


def later_operation(
    connection: Connection, operation_id: int, changes: Sequence[LoggedChange]
) -> LaterOperation | None:
    """Return what touched a field of these changes since, None where nothing did.

    The log decides, not the values: a field that was set to something else and back has been touched. An operation
    that was taken back does not count, nor does what took it back.
    """
    standing = _standing_since(connection, operation_id)
    if not standing:
        return None
    fields = _fields(changes)
    found = max(
        (
            later_id
            for kind, ids in touched(changes).items()
            for later_id, id_, later in _changes_since(connection, operation_id, kind, ids)
            if later_id in standing and fields[kind, id_].meets(later)
        ),
        default=None,
    )
    if found is None:
        return None
    row = connection.execute(select(operation.c.title, operation.c.at).where(operation.c.id == found)).one()
    return LaterOperation(row.title, row.at)


def _standing_since(connection: Connection, operation_id: int) -> frozenset[int]:
    """Return the later operations whose effect still stands."""
    later = select(operation.c.id, operation.c.undoes).where(operation.c.id > operation_id)
    rows = connection.execute(later).all()
    undone = undone_operations(connection) if rows else frozenset()
    return frozenset(
        id_ for id_, undoes in rows if id_ not in undone and (undoes is None or undoes < operation_id)
    )


def _fields(changes: Sequence[LoggedChange]) -> Mapping[RowKey, _Fields]:
    found: dict[RowKey, _Fields] = {}
    for one in changes:
        fields = found.setdefault((one.kind, one.entity_id), _Fields(set(), False))
        told = _fields_of(one.action, one.after)
        fields.names |= told.names
        fields.whole |= told.whole
    return found


def _fields_of(action: ChangeAction, after: Mapping[str, Any] | None) -> _Fields:
    """Return what a change touched: `after` names it, but for rows that came or went."""
    return _Fields(set(after or {}), action in _WHOLE)


def _changes_since(
    connection: Connection, operation_id: int, kind: EntityKind, ids: Sequence[int]
) -> Iterator[tuple[int, int, _Fields]]:
    """Yield operation, row and fields of each later change of some rows; that one was purged is told elsewhere."""
    columns = (change.c.operation_id, change.c.entity_id, change.c.action, change.c.after)
    is_purged = (change.c.action == ChangeAction.PURGE.value) & change.c.before.is_(None)
    for some in chunks(ids):
        wanted = select(*columns).where(
            change.c.entity == kind.value,
            change.c.entity_id.in_(some),
            change.c.operation_id > operation_id,
            ~is_purged,
        )
        for later_id, id_, action, after in connection.execute(wanted):
            yield later_id, id_, _fields_of(ChangeAction(action), after)
