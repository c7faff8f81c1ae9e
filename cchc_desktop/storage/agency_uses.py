"""Reading where all plans name agencies: a few slim selects for all plans together, no tree for any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from cchc_desktop.domain.agencies.uses import AgencyUse, UseRole
from cchc_desktop.storage import readers, selects
from cchc_desktop.storage.faults import stored_values
from cchc_desktop.storage.selects import live
from cchc_desktop.storage.tables import indicator, item, item_agency, section

Siblings = Mapping[tuple[int, int | None], list[tuple[Any, ...]]]
"""Rows of items by section and parent, in order; each begins with id, ordinal, number, label, content."""
Links = Mapping[int, list[tuple[int, str, UseRole]]]
"""Agency, words and role by item, the leads first."""

_LEAD = UseRole.LEAD.value


@stored_values()
def read_agency_uses(connection: Connection) -> list[AgencyUse]:
    """Return every row that names an agency, plan by plan in their order, an item's leads before the others."""
    links, siblings = _links(connection), _siblings(connection)
    of_items: dict[int, list[AgencyUse]] = {}
    titles = {plan.id: plan.title for plan in readers.read_summaries(connection)}
    for section_id, plan_id in _sections(connection):
        if plan_id in titles:
            found = _uses_below(section_id, None, siblings, links, plan_id, titles[plan_id])
            of_items.setdefault(plan_id, []).extend(found)
    of_indicators = _of_indicators(connection, titles)
    return [use for plan_id in titles for found in (of_items, of_indicators) for use in found.get(plan_id, ())]


def _uses_below(
    section_id: int, parent_id: int | None, siblings: Siblings, links: Links, plan_id: int, title: str
) -> Iterator[AgencyUse]:
    """Yield the uses of a list of siblings, each with all below it."""
    for id_, ordinal, number, label, content in siblings.get((section_id, parent_id), ()):
        printed = ordinal or number or label or ""
        for agency_id, words, role in links.get(id_, ()):
            yield AgencyUse(agency_id, plan_id, title, id_, None, printed, content, role, words)
        if (section_id, id_) in siblings:
            yield from _uses_below(section_id, id_, siblings, links, plan_id, title)


def _sections(connection: Connection) -> list[tuple[int, int]]:
    query = select(section.c.id, section.c.plan_id).where(live(section)).order_by(section.c.sort_key, section.c.id)
    return [(id_, plan_id) for id_, plan_id in readers.raw_rows(connection, query)]


def _siblings(connection: Connection) -> Siblings:
    columns = item.c
    query = (
        select(columns.section_id, columns.parent_id, columns.id, columns.ordinal, columns.number, columns.label,
               columns.content)
        .where(live(item))
        .order_by(columns.sort_key, columns.id)
    )  # fmt: skip
    found: dict[tuple[int, int | None], list[tuple[Any, ...]]] = {}
    for section_id, parent_id, *row in readers.raw_rows(connection, query):
        found.setdefault((section_id, parent_id), []).append(tuple(row))
    return found


def _links(connection: Connection) -> Links:
    query = selects.links(item_agency.c.agency_id.is_not(None))
    leads: dict[int, list[tuple[int, str, UseRole]]] = {}
    others: dict[int, list[tuple[int, str, UseRole]]] = {}
    for item_id, role, words, agency_id in readers.raw_rows(connection, query):
        if role == _LEAD:
            leads.setdefault(item_id, []).append((agency_id, words, UseRole.LEAD))
        else:
            others.setdefault(item_id, []).append((agency_id, words, UseRole.COORDINATING))
    for item_id, links in others.items():
        leads.setdefault(item_id, []).extend(links)
    return leads


def _of_indicators(connection: Connection, titles: Mapping[int, str]) -> Mapping[int, list[AgencyUse]]:
    found: dict[int, list[AgencyUse]] = {}
    for row in readers.read_indicators(connection, indicator.c.agency_id.is_not(None)):
        if row.agency_id is not None and row.plan_id in titles:
            use = AgencyUse(
                row.agency_id, row.plan_id, titles[row.plan_id], None, row.id, row.number or "", row.text,
                UseRole.INDICATOR, row.agency_words or "",
            )  # fmt: skip
            found.setdefault(row.plan_id, []).append(use)
    return found
