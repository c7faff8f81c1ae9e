"""Reading live rows as entities; repositories and queries share it. Deleted rows are never returned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from cchc_desktop.domain.agencies import Agency
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.items import AgencyLink, AgencyRole, WorkItem
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.storage import mapping
from cchc_desktop.storage.tables import agency, agency_alias, agency_member, indicator, item, item_agency, plan, section

Where = ColumnElement[bool]

_LINK_COLUMNS = (item_agency.c.item_id, item_agency.c.role, item_agency.c.words, item_agency.c.agency_id)
_ITEM_ID = [column.name for column in mapping.ITEM_COLUMNS].index("id")
_NO_LINKS: tuple[tuple[AgencyLink, ...], tuple[AgencyLink, ...]] = ((), ())


def live(table: Table) -> Where:
    """Return the condition that a row is not in the bin."""
    return table.c.deleted_at.is_(None)


def read_plans(connection: Connection, *where: Where) -> list[Plan]:
    """Return plans, oldest first."""
    query = select(*mapping.PLAN_COLUMNS).where(live(plan), *where).order_by(plan.c.id)
    return [mapping.plan_from(row) for row in connection.execute(query)]


def read_sections(connection: Connection, *where: Where) -> list[Section]:
    """Return sections in order of their sort keys."""
    query = select(*mapping.SECTION_COLUMNS).where(live(section), *where)
    rows = connection.execute(query.order_by(section.c.sort_key, section.c.id))
    return [mapping.section_from(row) for row in rows]


def read_indicators(connection: Connection, *where: Where) -> list[Indicator]:
    """Return indicators in order of their sort keys."""
    query = select(*mapping.INDICATOR_COLUMNS).where(live(indicator), *where)
    rows = connection.execute(query.order_by(indicator.c.sort_key, indicator.c.id))
    return [mapping.indicator_from(row) for row in rows]


def read_items(connection: Connection, *where: Where) -> list[WorkItem]:
    """Return items with their agency links in order of their ids, in two statements whatever their number."""
    links = _links(connection, where)
    query = select(*mapping.ITEM_COLUMNS).where(live(item), *where).order_by(item.c.id)
    build = mapping.item_from
    return [build(row, *links.get(row[_ITEM_ID], _NO_LINKS)) for row in _tuples(connection, query)]


def _tuples(connection: Connection, query: Any) -> Sequence[tuple[Any, ...]]:
    """Return the driver's own tuples: columns without converters, at half the cost of SQLAlchemy's rows."""
    with connection.execute(query) as result:
        rows: Sequence[tuple[Any, ...]] = result.cursor.fetchall()
    return rows


def _links(
    connection: Connection, where: tuple[Where, ...]
) -> dict[int, tuple[tuple[AgencyLink, ...], tuple[AgencyLink, ...]]]:
    """Return the lead and coordinating links of each item that has any; equal links are one object."""
    query = (
        select(*_LINK_COLUMNS)
        .join_from(item_agency, item)
        .where(live(item), *where)
        .order_by(item_agency.c.item_id, item_agency.c.role, item_agency.c.position)
    )
    lists: dict[int, tuple[list[AgencyLink], list[AgencyLink]]] = {}
    known: dict[tuple[str, int | None], AgencyLink] = {}
    lead = AgencyRole.LEAD.value
    for item_id, role, words, agency_id in _tuples(connection, query):
        link = known.get((words, agency_id))
        if link is None:
            link = known[words, agency_id] = AgencyLink(words, agency_id)
        pair = lists.get(item_id)
        if pair is None:
            pair = lists[item_id] = ([], [])
        pair[role != lead].append(link)
    return {item_id: (tuple(leads), tuple(others)) for item_id, (leads, others) in lists.items()}


def read_agencies(connection: Connection, *where: Where) -> list[Agency]:
    """Return agencies with aliases and members in order of their ids."""
    query = select(*mapping.AGENCY_COLUMNS).where(live(agency), *where).order_by(agency.c.id)
    rows = connection.execute(query).all()
    ids = [row.id for row in rows]
    aliases = _parts(connection, agency_alias, agency_alias.c.agency_id, agency_alias.c.words, ids)
    members = _parts(connection, agency_member, agency_member.c.group_id, agency_member.c.member_id, ids)
    return [mapping.agency_from(row, aliases.get(row.id, ()), members.get(row.id, ())) for row in rows]


def _parts(
    connection: Connection, table: Table, owner: ColumnElement[int], value: ColumnElement[Any], ids: list[int]
) -> dict[int, tuple[Any, ...]]:
    """Return the values of a part table by owner; one owner is looked up, many are filtered from the whole table."""
    query = select(owner, value).order_by(owner, table.c.position)
    if len(ids) == 1:
        query = query.where(owner == ids[0])
    lists: dict[int, list[Any]] = {}
    for owner_id, part in connection.execute(query):
        lists.setdefault(owner_id, []).append(part)
    return {owner_id: tuple(parts) for owner_id, parts in lists.items()}
