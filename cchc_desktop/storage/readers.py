"""Reading live rows as entities; repositories and queries share it. Deleted rows are never returned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.office import Setting
from cchc_desktop.domain.plan import Plan, PlanSummary, Section
from cchc_desktop.storage import mapping, selects
from cchc_desktop.storage.agency_mapping import AGENCY_COLUMNS, agency_from
from cchc_desktop.storage.faults import stored_values
from cchc_desktop.storage.selects import Where
from cchc_desktop.storage.tables import agency_alias, agency_member

_AGENCY_ID = AGENCY_COLUMNS.index("id")


def raw_rows(connection: Connection, query: Select[Any]) -> Sequence[tuple[Any, ...]]:
    """Return the driver's own tuples, dates and JSON still text: half the cost of SQLAlchemy's rows."""
    with connection.execute(query) as result:
        rows: Sequence[tuple[Any, ...]] = result.cursor.fetchall()
    return rows


@stored_values()
def read_plans(connection: Connection, *where: Where) -> list[Plan]:
    """Return plans, oldest first."""
    return [mapping.plan_from(row) for row in raw_rows(connection, selects.plans(*where))]


@stored_values()
def read_summaries(connection: Connection) -> list[PlanSummary]:
    """Return one line for each plan, the latest period first."""
    return [mapping.summary_from(row) for row in raw_rows(connection, selects.summaries())]


@stored_values()
def read_sections(connection: Connection, *where: Where) -> list[Section]:
    """Return sections in order of their sort keys."""
    return [mapping.section_from(row) for row in raw_rows(connection, selects.sections(*where))]


@stored_values()
def read_indicators(connection: Connection, *where: Where) -> list[Indicator]:
    """Return indicators in order of their sort keys."""
    return [mapping.indicator_from(row) for row in raw_rows(connection, selects.indicators(*where))]


@stored_values()
def read_items(connection: Connection, *where: Where) -> list[WorkItem]:
    """Return items with their agency links in order of their ids, in two statements whatever their number."""
    links = mapping.links_from(raw_rows(connection, selects.links(*where)))
    return mapping.items_from(raw_rows(connection, selects.items(*where)), links)


@stored_values()
def read_agencies(connection: Connection, *where: Where) -> list[Agency]:
    """Return agencies with aliases and members in order of their ids."""
    rows = raw_rows(connection, selects.agencies(*where))
    ids = [row[_AGENCY_ID] for row in rows]
    aliases = _parts(connection, agency_alias, agency_alias.c.agency_id, agency_alias.c.words, ids)
    members = _parts(connection, agency_member, agency_member.c.group_id, agency_member.c.member_id, ids)
    return [agency_from(row, aliases.get(id_, ()), members.get(id_, ())) for id_, row in zip(ids, rows, strict=True)]


@stored_values()
def read_settings(connection: Connection, *where: Where) -> list[Setting]:
    """Return what the office has decided."""
    rows = connection.execute(selects.settings(*where))
    return [Setting(row.name, row.value, row.id, row.uid, row.row_version) for row in rows]


def _parts(
    connection: Connection, table: Table, owner: ColumnElement[int], value: ColumnElement[Any], ids: list[int]
) -> dict[int, tuple[Any, ...]]:
    """Return the values of a part table by owner; one owner is looked up, many are filtered from the whole table."""
    query = select(owner, value).order_by(owner, table.c.position)
    if len(ids) == 1:
        query = query.where(owner == ids[0])
    lists: dict[int, list[Any]] = {}
    for owner_id, part in raw_rows(connection, query):
        lists.setdefault(owner_id, []).append(part)
    return {owner_id: tuple(parts) for owner_id, parts in lists.items()}
