"""What the change log still tells of rows that are removed for good: finding it, and taking it out.

A row whose creation was undone lives in the log alone, and so do its words: removing its plan removes them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, select, update

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.history import TOLD_OF
from cchc_desktop.storage.bin_queries import BinIds
from cchc_desktop.storage.change_log import digest
from cchc_desktop.storage.image_store import TABLES
from cchc_desktop.storage.parts import chunks
from cchc_desktop.storage.replay import RowKey
from cchc_desktop.storage.tables import change, operation

_QUOTED = re.compile("“.*”", re.DOTALL)
_PURGED_WORDS = "“(đã xóa hẳn)”"
_NEEDS_THE_ROW = (ChangeAction.DELETE.value, ChangeAction.RESTORE.value, ChangeAction.PURGE.value)
"""What cannot be taken back without the row; of these the log keeps that they were, so that nobody offers to."""


_PLACE = ("uid", "plan_id", "section_id", "parent_id", "item_id", "indicator_id", "form_id")


@dataclass(frozen=True, slots=True)
class Unmade:
    """A row whose creation was undone: where it stood, as the log remembers."""

    kind: EntityKind
    id: int
    uid: str
    plan_id: int | None
    section_id: int | None
    parent_id: int | None
    item_id: int | None
    indicator_id: int | None
    form_id: int | None


def unmade_below(connection: Connection, kind: EntityKind, row_id: int, below: BinIds) -> list[Unmade]:
    """Return the unmade rows that stood below a row, or below one of those that stand below it now."""
    candidates = _unmade(connection)
    if kind is EntityKind.PLAN:
        found = [row for row in candidates if row.plan_id == row_id]
    else:
        items = [row for row in candidates if row.kind is EntityKind.ITEM]
        tops = {row_id} if kind is EntityKind.SECTION else set()
        found = _closure(items, tops, set(below.get(EntityKind.ITEM, [])))
    return [*found, *_told_of(found, below, candidates)]


def _told_of(found: Iterable[Unmade], below: BinIds, candidates: Iterable[Unmade]) -> list[Unmade]:
    """Return what was recorded about unmade rows and about those below."""
    gone = {(kind, id_) for kind, ids in below.items() for id_ in ids} | {(row.kind, row.id) for row in found}
    return [
        row
        for row in candidates
        if row.kind in TOLD_OF and (TOLD_OF[row.kind][0], getattr(row, TOLD_OF[row.kind][1])) in gone
    ]


def forget_words(connection: Connection, rows: Sequence[RowKey]) -> None:
    """Remove what the log tells about rows, and the names that titles of operations quote."""
    told: set[int] = set()
    for kind in EntityKind:
        for some in chunks([id_ for row_kind, id_ in rows if row_kind is kind]):
            about = (change.c.entity == kind.value) & change.c.entity_id.in_(some)
            told.update(connection.execute(select(change.c.operation_id).where(about).distinct()).scalars())
            needs_it = change.c.action.in_(_NEEDS_THE_ROW)
            connection.execute(delete(change).where(about, ~needs_it))
            nothing = {"action": ChangeAction.PURGE.value, "before": None, "after": None}
            connection.execute(update(change).where(about, needs_it).values(nothing))
    _retell(connection, sorted(told))


def _unmade(connection: Connection) -> list[Unmade]:
    """Return the rows that the log remembers whole and the tables do not hold."""
    whole = (change.c.action == ChangeAction.PURGE.value) & change.c.before.is_not(None)
    fields = [func.json_extract(change.c.before, f"$.{name}") for name in _PLACE]
    found: dict[RowKey, Unmade] = {}
    for entity, id_, *place in connection.execute(
        select(change.c.entity, change.c.entity_id, *fields).where(whole).order_by(change.c.id)
    ):
        found[EntityKind(entity), id_] = Unmade(EntityKind(entity), id_, *place)
    for kind in EntityKind:
        for some in chunks([id_ for row_kind, id_ in found if row_kind is kind]):
            standing = select(TABLES[kind].c.id).where(TABLES[kind].c.id.in_(some))
            for id_ in connection.execute(standing).scalars():
                del found[kind, id_]
    return list(found.values())


def _closure(items: Iterable[Unmade], sections: set[int], parents: set[int]) -> list[Unmade]:
    """Return the items that stood in one of the sections or, at any depth, below one of the parents."""
    found: dict[int, Unmade] = {}
    left = list(items)
    while taken := [
        row
        for row in left
        if (row.section_id in sections if row.parent_id is None else row.parent_id in parents or row.parent_id in found)
    ]:
        found.update((row.id, row) for row in taken)
        left = [row for row in left if row.id not in found]
    return list(found.values())


def _retell(connection: Connection, operation_ids: Sequence[int]) -> None:
    """Take quoted names out of operations' titles and make their digests anew."""
    rows = []
    for some in chunks(operation_ids):
        changes: dict[int, list[dict[str, object]]] = {}
        told = select(change).where(change.c.operation_id.in_(some)).order_by(change.c.id)
        for line in connection.execute(told).mappings():
            changes.setdefault(line["operation_id"], []).append(dict(line))
        for row in connection.execute(select(operation).where(operation.c.id.in_(some))).mappings():
            title = _QUOTED.sub(_PURGED_WORDS, row["title"])
            renewed = digest({**row, "title": title}, changes.get(row["id"], []))
            rows.append({"row_id": row["id"], "new_title": title, "new_digest": renewed})
    if rows:
        retold = update(operation).where(operation.c.id == bindparam("row_id"))
        connection.execute(retold.values(title=bindparam("new_title"), digest=bindparam("new_digest")), rows)
