"""The tables of schema version 6, as SQLAlchemy Core objects.

What `db/migrations` makes and what stands here must be equal object by object; a test compares them.

- Ids are never used again (AUTOINCREMENT); `uid` names a row across files.
- A row leaves the screens by `deleted_at`; only the bin's purge removes it.
- Of rows with a natural key one is live at a time (`_one_live`); `item_id` and the like have an index beside that one,
  for an index of live rows does not serve the check of references.
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
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TextClause,
    event,
    text,
)

from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import ChangeAction
from cchc_desktop.domain.followup.records import Progress, UrgingMeans
from cchc_desktop.domain.indicators.values import ValueMode, Verdict
from cchc_desktop.domain.items import AgencyRole, ItemKind, ItemOrigin
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.plan import PlanKind, PlanState
from cchc_desktop.storage.column_types import DecimalText, IsoDate, JsonText, NfcText, UtcMoment

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


def _flag(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Boolean(create_constraint=True, name=name), nullable=nullable)


_LIVE = text("deleted_at IS NULL")


def _one_live(table: str, *columns: str | TextClause) -> Index:
    """Return the index that keeps a natural key to one row outside the bin."""
    index = Index(f"uq_{table}_live", *columns, unique=True, sqlite_where=_LIVE)
    event.listen(index, "before_create", _live_in_other_dialects)
    return index


def _live_in_other_dialects(index: Index, connection: Connection, **_: Any) -> None:
    """Say the condition to PostgreSQL when it is asked: to name it earlier loads that dialect, 4 MB, at every start."""
    if connection.dialect.name == "postgresql":
        index.dialect_options["postgresql"]["where"] = _LIVE


_AGENCY_OR_NONE = text("coalesce(agency_id, 0)")

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
    Column("target", JsonText),
    _one_of("area", AreaCode),
    sqlite_autoincrement=True,
)

# ---------------------------------------------------------------- follow-up

document = Table(
    "document",
    metadata,
    *_identity(),
    Column("number", NfcText),
    Column("symbol", NfcText),
    Column("issued_on", IsoDate),
    Column("type", NfcText),
    Column("issuer", NfcText),
    Column("abstract", NfcText, nullable=False),
    _flag("secret"),
    _flag("kept_at_registry"),
    Column("sha256", Text, index=True),
    Column("extension", Text),
    Column("size", Integer),
    CheckConstraint("sha256 IS NULL OR NOT (secret OR kept_at_registry)", name="no_file"),
    CheckConstraint(
        "(sha256 IS NULL) = (extension IS NULL) AND (sha256 IS NULL) = (size IS NULL)", name="whole_file"
    ),
    Index(None, "number", "symbol"),
    sqlite_autoincrement=True,
)

record = Table(
    "record",
    metadata,
    *_identity(),
    Column("item_id", ForeignKey("item.id"), nullable=False, index=True),
    Column("occurrence", Text, nullable=False),
    Column("agency_id", ForeignKey("agency.id"), index=True),
    Column("progress", Text, nullable=False),
    Column("started_on", IsoDate),
    Column("done_on", IsoDate),
    Column("result", NfcText),
    Column("product", NfcText),
    Column("difficulty", NfcText),
    Column("due_seen", IsoDate),
    _flag("counts_as_late", nullable=True),
    Column("dropped_reason", NfcText),
    Column("dropped_on", IsoDate),
    Column("dropped_document", NfcText),
    _one_of("progress", Progress),
    _one_live("record", "item_id", "occurrence", _AGENCY_OR_NONE),
    sqlite_autoincrement=True,
)

period_update = Table(
    "period_update",
    metadata,
    *_identity(),
    Column("item_id", ForeignKey("item.id"), nullable=False, index=True),
    Column("period", Text, nullable=False),
    Column("agency_id", ForeignKey("agency.id"), index=True),
    Column("words", NfcText, nullable=False),
    Column("difficulty", NfcText),
    Column("given_on", IsoDate),
    _one_live("period_update", "item_id", "period", _AGENCY_OR_NONE),
    sqlite_autoincrement=True,
)

extension = Table(
    "extension",
    metadata,
    *_identity(),
    Column("item_id", ForeignKey("item.id"), nullable=False),
    Column("occurrence", Text, nullable=False),
    Column("new_due", IsoDate, nullable=False),
    Column("document", NfcText, nullable=False),
    Column("granted_on", IsoDate),
    Index(None, "item_id", "occurrence"),
    sqlite_autoincrement=True,
)

urging = Table(
    "urging",
    metadata,
    *_identity(),
    Column("item_id", ForeignKey("item.id"), nullable=False, index=True),
    Column("occurrence", Text),
    Column("agency_id", ForeignKey("agency.id"), index=True),
    Column("urged_on", IsoDate, nullable=False),
    Column("means", Text, nullable=False),
    Column("person", NfcText),
    Column("promise", NfcText),
    Column("promised_for", IsoDate),
    _one_of("means", UrgingMeans),
    sqlite_autoincrement=True,
)

indicator_value = Table(
    "indicator_value",
    metadata,
    *_identity(),
    Column("indicator_id", ForeignKey("indicator.id"), nullable=False, index=True),
    Column("period", Text, nullable=False),
    Column("amount", DecimalText),
    Column("words", NfcText),
    Column("mode", Text, nullable=False),
    Column("measured_on", IsoDate),
    Column("source", NfcText),
    Column("reason", NfcText),
    Column("verdict", Text),
    _one_of("mode", ValueMode),
    _one_of("verdict", Verdict),
    _one_live("indicator_value", "indicator_id", "period"),
    sqlite_autoincrement=True,
)


def _id_list(name: str, owner: str, target: str) -> Table:
    """Return the table of a list of rows that an owner names: a part of the owner, clustered like `item_agency`."""
    return Table(
        name,
        metadata,
        Column(f"{owner}_id", ForeignKey(f"{owner}.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column(f"{target}_id", ForeignKey(f"{target}.id"), nullable=False, index=True),
        sqlite_with_rowid=False,
    )


record_evidence = _id_list("record_evidence", "record", "document")
period_update_evidence = _id_list("period_update_evidence", "period_update", "document")
indicator_value_evidence = _id_list("indicator_value_evidence", "indicator_value", "document")
document_item = _id_list("document_item", "document", "item")
document_indicator = _id_list("document_indicator", "document", "indicator")

reporting_period = Table(
    "reporting_period",
    metadata,
    *_identity(),
    Column("key", Text, nullable=False),
    Column("title", NfcText, nullable=False),
    Column("window_start", IsoDate, nullable=False),
    Column("window_end", IsoDate, nullable=False),
    Column("hand_in", IsoDate, nullable=False),
    Column("figures", IsoDate, nullable=False),
    Column("submitted", IsoDate, nullable=False),
    Column("sent", IsoDate, nullable=False),
    Column("locked_at", UtcMoment),
    Column("snapshot", JsonText),
    CheckConstraint("window_start <= window_end", name="window"),
    _one_live("reporting_period", "key"),
    sqlite_autoincrement=True,
)

day_off = Table(
    "day_off",
    metadata,
    *_identity(),
    Column("day", IsoDate, nullable=False),
    Column("name", NfcText, nullable=False),
    _flag("worked"),
    _one_live("day_off", "day"),
    sqlite_autoincrement=True,
)

# ---------------------------------------------------------------- the superior's forms

superior_form = Table(
    "superior_form",
    metadata,
    *_identity(),
    Column("name", NfcText, nullable=False),
    Column("sender", NfcText, nullable=False),
    Column("file_name", NfcText, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("extension", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("cells", JsonText, nullable=False),
    Column("mapping", JsonText, nullable=False),
    Column("slots", Integer, nullable=False),
    sqlite_autoincrement=True,
)

form_period = Table(
    "form_period",
    metadata,
    *_identity(),
    Column("form_id", ForeignKey("superior_form.id"), nullable=False, index=True),
    Column("period", Text, nullable=False),
    Column("typed", JsonText, nullable=False),
    Column("filled", JsonText, nullable=False),
    Column("filled_on", IsoDate),
    _one_live("form_period", "form_id", "period"),
    sqlite_autoincrement=True,
)

# ---------------------------------------------------------------- the office and the log

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
