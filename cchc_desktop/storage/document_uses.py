"""Reading where documents are used: one slim select for each kind of use, all plans together."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, Table, func, literal, null, select

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.evidence.uses import DocumentRole, DocumentUse
from cchc_desktop.storage import readers, tables
from cchc_desktop.storage.faults import stored_values
from cchc_desktop.storage.selects import live
from cchc_desktop.storage.tables import indicator, item, plan

_WITH_FILES = (EntityKind.DOCUMENT.value, EntityKind.SUPERIOR_FORM.value)


@stored_values()
def read_document_uses(connection: Connection) -> list[DocumentUse]:
    """Return every use of every document, what is in the bin left out."""
    selects = (
        _of_facts(DocumentRole.RESULT, tables.record, tables.record_evidence, "occurrence"),
        _of_facts(DocumentRole.UPDATE, tables.period_update, tables.period_update_evidence, "period"),
        _of_facts(DocumentRole.VALUE, tables.indicator_value, tables.indicator_value_evidence, "period"),
        _of_whole(DocumentRole.ITEM, tables.document_item),
        _of_whole(DocumentRole.INDICATOR, tables.document_indicator),
    )
    return [
        DocumentUse(document_id, DocumentRole(role), id_, *rest)
        for query in selects
        for document_id, role, id_, *rest in readers.raw_rows(connection, query)
    ]


@stored_values()
def read_named_files(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 of every file that a document or form names, in the bin too, or that the log remembers."""
    found: set[str | None] = set()
    for table in (tables.document, tables.superior_form):
        found.update(connection.execute(select(table.c.sha256).distinct()).scalars())
    columns = tables.change.c
    for image in (columns.before, columns.after):
        told = select(func.json_extract(image, "$.sha256")).where(columns.entity.in_(_WITH_FILES))
        found.update(connection.execute(told.distinct()).scalars())
    return frozenset(sha256 for sha256 in found if sha256 is not None)


def _of_facts(role: DocumentRole, fact: Table, evidence: Table, moment: str) -> Select[Any]:
    """Select the uses by results, updates or values."""
    about = indicator if role is DocumentRole.VALUE else item
    columns = evidence.c
    return (
        select(columns.document_id, literal(role.value), fact.c.id, *_about(about), fact.c[moment])
        .join_from(evidence, fact, columns[f"{fact.name}_id"] == fact.c.id)
        .join(about, fact.c[f"{about.name}_id"] == about.c.id)
        .join(plan, about.c.plan_id == plan.c.id)
        .where(live(fact), live(about), live(plan))
        .order_by(columns.document_id, fact.c.id)
    )


def _of_whole(role: DocumentRole, links: Table) -> Select[Any]:
    """Select the uses by tasks or indicators as a whole."""
    about = item if role is DocumentRole.ITEM else indicator
    return (
        select(links.c.document_id, literal(role.value), about.c.id, *_about(about), literal(""))
        .join_from(links, about, links.c[f"{about.name}_id"] == about.c.id)
        .join(plan, about.c.plan_id == plan.c.id)
        .where(live(about), live(plan))
        .order_by(links.c.document_id, links.c.position)
    )


def _about(about: Table) -> tuple[Any, ...]:
    """Return plan, ids, number and words of what a use is about."""
    if about is indicator:
        return plan.c.id, plan.c.title, null(), indicator.c.id, func.coalesce(indicator.c.number, ""), indicator.c.text
    number = func.coalesce(item.c.ordinal, item.c.number, item.c.label, "")
    return plan.c.id, plan.c.title, item.c.id, null(), number, item.c.content
