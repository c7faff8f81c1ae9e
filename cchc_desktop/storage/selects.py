"""The selects behind every reading, over live rows; `first_look` holds some of them as SQL text (a test compares)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, select

from cchc_desktop.storage import mapping
from cchc_desktop.storage.agency_mapping import AGENCY_COLUMNS
from cchc_desktop.storage.tables import agency, indicator, item, item_agency, plan, section, setting

Where = ColumnElement[bool]

_SEARCH_COLUMNS = (
    "id", "plan_id", "content", "search_text", "label", "product", "lead_words", "coordinating_words",
)  # fmt: skip


def live(table: Table) -> Where:
    """Return the condition that a row is not in the bin."""
    return table.c.deleted_at.is_(None)


def plans(*where: Where) -> Select[Any]:
    """Select PLAN_COLUMNS, oldest first."""
    return _live_rows(plan, mapping.PLAN_COLUMNS, where).order_by(plan.c.id)


def summaries() -> Select[Any]:
    """Select SUMMARY_COLUMNS and the number of items at all depths, the latest period first."""
    return (
        select(*_columns(plan, mapping.SUMMARY_COLUMNS), func.count(item.c.id).label("items"))
        .outerjoin(item, and_(item.c.plan_id == plan.c.id, live(item)))
        .where(live(plan))
        .group_by(plan.c.id)
        .order_by(plan.c.period_start.desc(), plan.c.id)
    )


def sections(*where: Where) -> Select[Any]:
    """Select SECTION_COLUMNS in order of the sort keys."""
    return _live_rows(section, mapping.SECTION_COLUMNS, where).order_by(section.c.sort_key, section.c.id)


def items(*where: Where) -> Select[Any]:
    """Select ITEM_COLUMNS in order of the ids."""
    return _live_rows(item, mapping.ITEM_COLUMNS, where).order_by(item.c.id)


def links(*where: Where) -> Select[Any]:
    """Select LINK_COLUMNS of the items that meet the conditions, each item's in order."""
    return (
        select(*_columns(item_agency, mapping.LINK_COLUMNS))
        .join_from(item_agency, item)
        .where(live(item), *where)
        .order_by(item_agency.c.item_id, item_agency.c.role, item_agency.c.position)
    )


def indicators(*where: Where) -> Select[Any]:
    """Select INDICATOR_COLUMNS in order of the sort keys."""
    return _live_rows(indicator, mapping.INDICATOR_COLUMNS, where).order_by(indicator.c.sort_key, indicator.c.id)


def agencies(*where: Where) -> Select[Any]:
    """Select AGENCY_COLUMNS in order of the ids."""
    return _live_rows(agency, AGENCY_COLUMNS, where).order_by(agency.c.id)


def settings(*where: Where) -> Select[Any]:
    """Select all columns of the settings."""
    return _live_rows(setting, setting.c.keys(), where).order_by(setting.c.id)


def search_texts() -> Select[Any]:
    """Select what the search index needs of all items, plan by plan (see `queries.SearchRow`)."""
    return _live_rows(item, _SEARCH_COLUMNS, ()).order_by(item.c.plan_id, item.c.id)


def _live_rows(table: Table, names: Iterable[str], where: tuple[Where, ...]) -> Select[Any]:
    return select(*_columns(table, names)).where(live(table), *where)


def _columns(table: Table, names: Iterable[str]) -> list[ColumnElement[Any]]:
    return [table.c[name] for name in names]
