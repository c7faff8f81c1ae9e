"""The tables of schema version 4, as SQLAlchemy Core objects.

What `db/migrations` makes and what stands here must be equal object by object; a test compares them.

- Ids are never used again (AUTOINCREMENT); `uid` names a row across files.
- A row leaves the screens by `deleted_at`; only the bin's purge removes it.
- The log refers to plans and operations by number without foreign keys: it outlives what it tells about.
- Sibling order compares `sort_key` by code point (SQLite's BINARY; PostgreSQL will need COLLATE "C").
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from cchc_desktop.domain.agency_names import AgencyKind
from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import ChangeAction
from cchc_desktop.domain.items import AgencyRole, ItemKind, ItemOrigin
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.plan import PlanKind, PlanState
from cchc_desktop.storage.column_types import IsoDate, JsonText, NfcText, UtcMoment

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


metadata = MetaData(naming_convention=NAMING_CONVENTION)


def _identity() -> tuple[Column[Any], ...]:
    """Return the columns that every entity's table begins with."""
    return (
        Column("id", Integer, primary_key=True),
        Column("uid", Text, nullable=False, unique=True),
        Column("row_version", Integer, nullable=False),
        Column("deleted_at", UtcMoment),
    )


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


plan = Table(
    "plan",
    metadata,
    *_identity(),
    Column("title", NfcText, nullable=False),
    Column("kind", Text, nullable=False),
    Column("period_start", IsoDate, nullable=False),
    Column("period_end", IsoDate, nullable=False),
    Column("tracked_from", IsoDate),
    Column("issuer", NfcText),
    Column("document_type", NfcText),
    Column("document_number", NfcText),
    Column("document_date", IsoDate),
    Column("signer_capacity", NfcText),
    Column("signer_name", NfcText),
    Column("legal_bases", JsonText, nullable=False),
    Column("recipients", JsonText, nullable=False),
    Column("state", Text, nullable=False),
    Column("replaced_by_id", ForeignKey("plan.id"), index=True),
    Column("parent_plan_id", ForeignKey("plan.id"), index=True),
    Column("superior", Boolean(create_constraint=True, name="superior"), nullable=False),
    Column("numbering", Text, nullable=False),
    Column("form", JsonText, nullable=False),
    Column("indicator_form", JsonText, nullable=False),
    _one_of("kind", PlanKind),
    _one_of("state", PlanState),
    _one_of("numbering", NumberingScheme),
    CheckConstraint("period_start <= period_end", name="period"),
    sqlite_autoincrement=True,
)

section = Table(
    "section",
    metadata,
    *_identity(),
    Column("plan_id", ForeignKey("plan.id"), nullable=False, index=True),
    Column("title", NfcText, nullable=False),
    Column("number", NfcText),
    Column("area", Text, nullable=False),
    Column("sort_key", Text, nullable=False),
    Column("amended_by", NfcText),
    _one_of("area", AreaCode),
    sqlite_autoincrement=True,
)

item = Table(
    "item",
    metadata,
    *_identity(),
    Column("plan_id", ForeignKey("plan.id"), nullable=False, index=True),
    Column("section_id", ForeignKey("section.id"), nullable=False),
    Column("parent_id", ForeignKey("item.id"), index=True),
    Column("sort_key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("number", NfcText),
    Column("ordinal", NfcText),
    Column("label", NfcText),
    Column("content", NfcText, nullable=False),
    Column("lead_words", NfcText),
    Column("coordinating_words", NfcText),
    Column("time_words", NfcText),
    Column("rules", JsonText),
    Column("product", NfcText),
    Column("funding", NfcText),
    Column("note", NfcText),
    Column("person_in_charge", NfcText),
    Column("leader", NfcText),
    Column("origin", Text, nullable=False),
    Column("source_document", NfcText),
    Column("carries_out_id", ForeignKey("item.id"), index=True),
    Column("continues_id", ForeignKey("item.id"), index=True),
    Column("search_text", Text, nullable=False),
    Column("amended_by", NfcText),
    _one_of("kind", ItemKind),
    _one_of("origin", ItemOrigin),
    Index(None, "section_id", "parent_id"),
    sqlite_autoincrement=True,
)

agency = Table(
    "agency",
    metadata,
    *_identity(),
    Column("name", NfcText, nullable=False),
    Column("kind", Text, nullable=False),
    Column("short_name", NfcText),
    Column("valid_from", IsoDate),
    Column("valid_to", IsoDate),
    Column("head", NfcText),
    Column("contact", NfcText),
    Column("merged_into_id", ForeignKey("agency.id"), index=True),
    Column("note", NfcText),
    _one_of("kind", AgencyKind),
    sqlite_autoincrement=True,
)

# The three tables below belong to their item or agency: written, logged and undone with it as a whole. Clustered
# by owner (no rowid), so that reading a plan's links follows the items' order.
item_agency = Table(
    "item_agency",
    metadata,
    Column("item_id", ForeignKey("item.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("agency_id", ForeignKey("agency.id"), index=True),
    Column("words", NfcText, nullable=False),
    _one_of("role", AgencyRole),
    sqlite_with_rowid=False,
)

agency_alias = Table(
    "agency_alias",
    metadata,
    Column("agency_id", ForeignKey("agency.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("words", NfcText, nullable=False),
    Column("match_key", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

agency_member = Table(
    "agency_member",
    metadata,
    Column("group_id", ForeignKey("agency.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("member_id", ForeignKey("agency.id"), nullable=False, index=True),
    sqlite_with_rowid=False,
)

indicator = Table(
    "indicator",
    metadata,
    *_identity(),
    Column("plan_id", ForeignKey("plan.id"), nullable=False, index=True),
    Column("sort_key", Text, nullable=False),
    Column("group_number", NfcText),
    Column("group_title", NfcText),
    Column("number", NfcText),
    Column("text", NfcText, nullable=False),
    Column("unit", NfcText),
    Column("target_words", NfcText),
    Column("agency_words", NfcText),
    Column("agency_id", ForeignKey("agency.id"), index=True),
    Column("area", Text),
    Column("search_text", Text, nullable=False),
    Column("amended_by", NfcText),
    _one_of("area", AreaCode),
    sqlite_autoincrement=True,
)

setting = Table(
    "setting",
    metadata,
    *_identity(),
    Column("name", Text, nullable=False, unique=True),
    Column("value", JsonText, nullable=False),
    sqlite_autoincrement=True,
)

operation = Table(
    "operation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", NfcText, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("who", NfcText, nullable=False),
    Column("plan_id", Integer, index=True),
    Column("undoes", Integer, index=True),
    Column("digest", Text),
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("operation_id", ForeignKey("operation.id"), nullable=False, index=True),
    Column("entity", Text, nullable=False),
    Column("entity_id", Integer, nullable=False),
    Column("action", Text, nullable=False),
    Column("before", JsonText),
    Column("after", JsonText),
    _one_of("action", ChangeAction),
    Index(None, "entity", "entity_id"),
    sqlite_autoincrement=True,
)

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table; it is here because a fresh file is made without Alembic (see `migrate`)."""
