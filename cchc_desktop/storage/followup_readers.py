"""Reading what was recorded, the register of documents and the calendar: one select for rows, one for each list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.ledger import Ledger, build_ledger
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Record, Urging
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.storage import followup_mapping as mapping
from cchc_desktop.storage import tables
from cchc_desktop.storage.faults import stored_values
from cchc_desktop.storage.parts import chunks
from cchc_desktop.storage.readers import raw_rows
from cchc_desktop.storage.selects import Where, live

_NO_IDS: tuple[int, ...] = ()
_FACTS = {
    EntityKind.RECORD: tables.record,
    EntityKind.EXTENSION: tables.extension,
    EntityKind.PERIOD_UPDATE: tables.period_update,
    EntityKind.URGING: tables.urging,
}


def of_items_in(plan_id: int, table: Table) -> Where:
    """Return the condition that a row is about an item of a plan that is not in the bin."""
    return table.c.item_id.in_(select(tables.item.c.id).where(tables.item.c.plan_id == plan_id, live(tables.item)))


def of_items(ids: Sequence[int], table: Table) -> Where:
    """Return the condition that a row is about one of some items that are not in the bin."""
    return table.c.item_id.in_(select(tables.item.c.id).where(tables.item.c.id.in_(ids), live(tables.item)))


def read_ledger(connection: Connection, about: Callable[[Table], Where]) -> Ledger:
    """Return what was recorded about the items that a condition on its tables names."""
    return build_ledger(
        read_records(connection, about(tables.record)),
        read_extensions(connection, about(tables.extension)),
        read_updates(connection, about(tables.period_update)),
        read_urgings(connection, about(tables.urging)),
    )


def read_items_told_of(connection: Connection, changes: Changes) -> frozenset[int]:
    """Return the items of the facts that a write touched, as far as those still have a row, also one in the bin."""
    found: set[int] = set()
    for kind, table in _FACTS.items():
        for some in chunks(sorted(changes.ids(kind))):
            found.update(id_ for (id_,) in raw_rows(connection, select(table.c.item_id).where(table.c.id.in_(some))))
    return frozenset(found)


def of_indicators_in(plan_id: int) -> Where:
    """Return the condition that a value is one of a plan's indicators that are not in the bin."""
    rows = select(tables.indicator.c.id).where(tables.indicator.c.plan_id == plan_id, live(tables.indicator))
    return tables.indicator_value.c.indicator_id.in_(rows)


@stored_values()
def read_records(connection: Connection, *where: Where) -> list[Record]:
    """Return records in the order in which they were made."""
    evidence = _id_lists(connection, tables.record_evidence, tables.record, where)
    id_at = mapping.RECORD_COLUMNS.index("id")
    query = _rows(tables.record, mapping.RECORD_COLUMNS, where).order_by(None)
    rows = sorted(raw_rows(connection, query), key=itemgetter(id_at))  # SQLite sorts 100,000 wide rows in seconds
    return [mapping.record_from(row, evidence.get(row[id_at], _NO_IDS)) for row in rows]


@stored_values()
def read_updates(connection: Connection, *where: Where) -> list[PeriodUpdate]:
    """Return updates in the order in which they were made."""
    evidence = _id_lists(connection, tables.period_update_evidence, tables.period_update, where)
    id_at = mapping.UPDATE_COLUMNS.index("id")
    rows = raw_rows(connection, _rows(tables.period_update, mapping.UPDATE_COLUMNS, where))
    return [mapping.update_from(row, evidence.get(row[id_at], _NO_IDS)) for row in rows]


@stored_values()
def read_extensions(connection: Connection, *where: Where) -> list[Extension]:
    """Return extensions in the order in which they were made."""
    rows = raw_rows(connection, _rows(tables.extension, mapping.EXTENSION_COLUMNS, where))
    return [mapping.extension_from(row) for row in rows]


@stored_values()
def read_urgings(connection: Connection, *where: Where) -> list[Urging]:
    """Return urgings in the order in which they were made."""
    rows = raw_rows(connection, _rows(tables.urging, mapping.URGING_COLUMNS, where))
    return [mapping.urging_from(row) for row in rows]


@stored_values()
def read_values(connection: Connection, *where: Where) -> list[IndicatorValue]:
    """Return values of indicators in the order in which they were made."""
    evidence = _id_lists(connection, tables.indicator_value_evidence, tables.indicator_value, where)
    id_at = mapping.VALUE_COLUMNS.index("id")
    rows = raw_rows(connection, _rows(tables.indicator_value, mapping.VALUE_COLUMNS, where))
    return [mapping.value_from(row, evidence.get(row[id_at], _NO_IDS)) for row in rows]


@stored_values()
def read_documents(connection: Connection, *where: Where) -> list[EvidenceDocument]:
    """Return documents in the order in which they were made."""
    items = _id_lists(connection, tables.document_item, tables.document, where)
    indicators = _id_lists(connection, tables.document_indicator, tables.document, where)
    id_at = mapping.DOCUMENT_COLUMNS.index("id")
    rows = raw_rows(connection, _rows(tables.document, mapping.DOCUMENT_COLUMNS, where))
    return [
        mapping.document_from(row, items.get(row[id_at], _NO_IDS), indicators.get(row[id_at], _NO_IDS)) for row in rows
    ]


@stored_values()
def read_periods(connection: Connection, *where: Where) -> list[KeptPeriod]:
    """Return touched reporting periods by the end of their data."""
    columns = tables.reporting_period.c
    query = _rows(tables.reporting_period, mapping.PERIOD_COLUMNS, where)
    ordered = query.order_by(None).order_by(columns.window_end, columns.window_start, columns.id)
    return [mapping.period_from(row) for row in raw_rows(connection, ordered)]


@stored_values()
def read_days_off(connection: Connection, *where: Where) -> list[DayOff]:
    """Return the days of the calendar in their order."""
    query = _rows(tables.day_off, mapping.DAY_COLUMNS, where).order_by(None).order_by(tables.day_off.c.day)
    return [mapping.day_off_from(row) for row in raw_rows(connection, query)]


def _rows(table: Table, names: Iterable[str], where: tuple[Where, ...]) -> Select[Any]:
    """Select some columns of live rows in order of the ids."""
    return select(*(table.c[name] for name in names)).where(live(table), *where).order_by(table.c.id)


def _id_lists(
    connection: Connection, part: Table, owner: Table, where: tuple[Where, ...]
) -> dict[int, tuple[int, ...]]:
    """Return the lists of ids that live rows name, by the row that has one."""
    owner_id, position, target_id = part.c
    query = select(owner_id, target_id).join_from(part, owner, owner.c.id == owner_id)
    lists: dict[int, list[int]] = {}
    for id_, target in raw_rows(connection, query.where(live(owner), *where).order_by(owner_id, position)):
        lists.setdefault(id_, []).append(target)
    return {id_: tuple(ids) for id_, ids in lists.items()}
