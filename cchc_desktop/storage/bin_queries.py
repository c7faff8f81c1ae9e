"""What lies in the bin: found by the mark of deletion, which is the same for all that one operation deleted.

Where a task has a parent, the parent alone says where it stands: a deleted part does not follow a parent that moves
to another section until it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select, text

from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.history import NAMED_BY, TOLD_OF, told_name
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.storage import tables
from cchc_desktop.storage.parts import chunks

_FACT = """UNION ALL
    SELECT '{kind}', f.id, i.content, i.plan_id, f.deleted_at,
        CASE WHEN i.deleted_at IS NOT NULL THEN i.content WHEN p.deleted_at IS NOT NULL THEN p.title END, f.{name}
    FROM {kind} f JOIN item i ON i.id = f.item_id JOIN plan p ON p.id = i.plan_id
    WHERE f.deleted_at IS NOT NULL
"""
"""What was recorded about a task and put away: its kind, and the column that names it."""
_ENTRIES = """
WITH deleted_row(kind, id, title, plan_id, deleted_at, held_by, moment) AS (
    SELECT 'plan', p.id, p.title, p.id, p.deleted_at, NULL, ''
    FROM plan p WHERE p.deleted_at IS NOT NULL
    UNION ALL
    SELECT 'section', s.id, s.title, s.plan_id, s.deleted_at, CASE WHEN p.deleted_at IS NOT NULL THEN p.title END, ''
    FROM section s JOIN plan p ON p.id = s.plan_id
    WHERE s.deleted_at IS NOT NULL AND s.deleted_at IS NOT p.deleted_at
    UNION ALL
    SELECT 'item', i.id, i.content, i.plan_id, i.deleted_at,
        CASE WHEN u.id IS NOT NULL THEN CASE WHEN u.deleted_at IS NOT NULL THEN u.content END
             WHEN s.deleted_at IS NOT NULL THEN s.title
             WHEN p.deleted_at IS NOT NULL THEN p.title END, ''
    FROM item i JOIN plan p ON p.id = i.plan_id JOIN section s ON s.id = i.section_id
        LEFT JOIN item u ON u.id = i.parent_id
    WHERE i.deleted_at IS NOT NULL
        AND i.deleted_at IS NOT CASE WHEN u.id IS NULL THEN s.deleted_at ELSE u.deleted_at END
    UNION ALL
    SELECT 'indicator', n.id, n.text, n.plan_id, n.deleted_at, CASE WHEN p.deleted_at IS NOT NULL THEN p.title END, ''
    FROM indicator n JOIN plan p ON p.id = n.plan_id
    WHERE n.deleted_at IS NOT NULL AND n.deleted_at IS NOT p.deleted_at
    UNION ALL
    SELECT 'document', x.id, trim(coalesce(x.number || '/', '') || coalesce(x.symbol, '') || ' ' || x.abstract),
        NULL, x.deleted_at, NULL, ''
    FROM document x WHERE x.deleted_at IS NOT NULL
    UNION ALL
    SELECT 'superior_form', f.id, f.name, NULL, f.deleted_at, NULL, ''
    FROM superior_form f WHERE f.deleted_at IS NOT NULL
    {facts}
)
SELECT d.kind, d.id, d.title, d.plan_id, coalesce(p.title, ''), d.deleted_at, d.held_by, d.moment,
    (SELECT o.who FROM change c JOIN operation o ON o.id = c.operation_id
     WHERE c.entity = d.kind AND c.entity_id = d.id AND c.action = 'delete' ORDER BY c.id DESC LIMIT 1)
FROM deleted_row d LEFT JOIN plan p ON p.id = d.plan_id
ORDER BY d.deleted_at DESC, d.kind, d.id
"""

_ITEMS_BELOW = """
WITH RECURSIVE below(id) AS ({} UNION SELECT i.id FROM item i JOIN below b ON i.parent_id = b.id)
SELECT b.id FROM below b
"""
_FACTS = tuple(kind for kind, (owner, _) in TOLD_OF.items() if owner is EntityKind.ITEM)
"""Results, updates, extensions, urgings: each is put away and comes back alone."""
_BELOW: dict[EntityKind, dict[EntityKind, str]] = {
    EntityKind.PLAN: {
        EntityKind.PLAN: "SELECT :id",
        EntityKind.SECTION: "SELECT i.id FROM section i WHERE i.plan_id = :id",
        EntityKind.ITEM: "SELECT i.id FROM item i WHERE i.plan_id = :id",
        EntityKind.INDICATOR: "SELECT i.id FROM indicator i WHERE i.plan_id = :id",
    },
    EntityKind.SECTION: {
        EntityKind.SECTION: "SELECT :id",
        EntityKind.ITEM: _ITEMS_BELOW.format(
            "SELECT i.id FROM item i WHERE i.section_id = :id AND i.parent_id IS NULL"
        ),
    },
    EntityKind.ITEM: {EntityKind.ITEM: _ITEMS_BELOW.format("SELECT :id")},
    EntityKind.INDICATOR: {EntityKind.INDICATOR: "SELECT :id"},
    EntityKind.DOCUMENT: {EntityKind.DOCUMENT: "SELECT :id"},
    EntityKind.SUPERIOR_FORM: {EntityKind.SUPERIOR_FORM: "SELECT :id"},
    **{fact: {fact: "SELECT :id"} for fact in _FACTS},
}
"""What stands below a row, itself included, deleted or not: one select of ids for each kind."""

BinIds = dict[EntityKind, list[int]]


def entries(connection: Connection) -> Sequence[BinEntry]:
    """Return one entry for each thing that a person deleted, newest first."""
    facts = "".join(_FACT.format(kind=fact.value, name=NAMED_BY[fact]) for fact in _FACTS)
    return [_entry(connection, *row) for row in connection.execute(text(_ENTRIES.format(facts=facts)))]


def below(connection: Connection, kind: EntityKind, row_id: int) -> BinIds:
    """Return the ids of a row and of all below it, by kind; deleted at any time or never."""
    return {part: _ids(connection, query, row_id) for part, query in _BELOW[kind].items()}


def facts_below(connection: Connection, kind: EntityKind, row_id: int) -> BinIds:
    """Return the ids of what was recorded about a row and all below it, by kind; deleted at any time or never.

    The bin leaves that where it stands, and it goes for good with what it is about.
    """
    found: BinIds = {}
    for fact, (owner, column) in TOLD_OF.items():
        if owner in _BELOW[kind]:
            query = f"SELECT f.id FROM {fact.value} f WHERE f.{column} IN ({_BELOW[kind][owner]})"  # noqa: S608
            found[fact] = _ids(connection, query, row_id)
    return found


def _ids(connection: Connection, query: str, row_id: int) -> list[int]:
    return list(connection.execute(text(query), {"id": row_id}).scalars())


def deleted_with(connection: Connection, kind: EntityKind, row_id: int, deleted_at: str) -> BinIds:
    """Return the ids of a deleted row and of what was deleted below it at the same moment (as stored)."""
    return {
        part: list(
            connection.execute(
                text(f"SELECT t.id FROM {part.value} t WHERE t.deleted_at = :at AND t.id IN ({query})"),  # noqa: S608
                {"id": row_id, "at": deleted_at},
            ).scalars()
        )
        for part, query in _BELOW[kind].items()
    }


def _entry(
    connection: Connection,
    kind: str,
    row_id: int,
    title: str,
    plan_id: int | None,
    plan_title: str,
    deleted_at: str,
    held_by: str | None,
    moment: str,
    who: str | None,
) -> BinEntry:
    entity = EntityKind(kind)
    along = deleted_with(connection, entity, row_id, deleted_at)
    along[entity].remove(row_id)
    counts = {part: len(ids) for part, ids in along.items()}
    parts = _sub_items(connection, along.get(EntityKind.ITEM, []))
    return BinEntry(
        kind=entity,
        id=row_id,
        title=told_name(title, moment) if moment else title,
        plan_id=plan_id,
        plan_title=plan_title,
        deleted_at=datetime.fromisoformat(deleted_at),
        who=who or "",
        sections=counts.get(EntityKind.SECTION, 0),
        items=counts.get(EntityKind.ITEM, 0) - parts,
        parts=parts,
        indicators=counts.get(EntityKind.INDICATOR, 0),
        held_by=held_by,
    )


def _sub_items(connection: Connection, ids: Sequence[int]) -> int:
    """Count the items that are parts of others."""
    columns = tables.item.c
    query = select(func.count()).where(columns.kind == ItemKind.SUB_ITEM.value)
    return sum(connection.execute(query.where(columns.id.in_(some))).scalar_one() for some in chunks(ids))
