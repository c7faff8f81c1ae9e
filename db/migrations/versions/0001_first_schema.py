"""The first schema: plans, sections, items, agencies, indicators and the change log.

Frozen: what the tables look like today stands in `cchc_desktop/storage/tables.py`, how they came about stands here.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_AREAS = (
    "direction", "institutions", "procedures", "apparatus", "civil_service", "public_finance", "digital_government",
    "other",
)  # fmt: skip


def upgrade() -> None:
    _create_plan()
    _create_section()
    _create_item()
    _create_agency()
    _create_agency_parts()
    _create_indicator()
    _create_log()


def _text(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=not required)


def _number(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=not required)


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _create_entity_table(table: str, *parts: sa.SchemaItem) -> None:
    """Create a table whose rows have an identity: id, uid, row_version, deleted_at."""
    op.create_table(
        table,
        _number("id", required=True),
        _text("uid", required=True),
        _number("row_version", required=True),
        _text("deleted_at"),
        *parts,
        _key(table, "id"),
        sa.UniqueConstraint("uid", name=op.f(f"uq_{table}_uid")),
        sqlite_autoincrement=True,
    )


def _create_plan() -> None:
    _create_entity_table(
        "plan",
        _text("title", required=True),
        _text("kind", required=True),
        _text("period_start", required=True),
        _text("period_end", required=True),
        _text("tracked_from"),
        _text("issuer"),
        _text("document_type"),
        _text("document_number"),
        _text("document_date"),
        _text("signer_capacity"),
        _text("signer_name"),
        _text("legal_bases", required=True),
        _text("recipients", required=True),
        _text("state", required=True),
        _number("replaced_by_id"),
        _number("parent_plan_id"),
        sa.Column("superior", sa.Boolean(create_constraint=True, name=op.f("ck_plan_superior")), nullable=False),
        _text("numbering", required=True),
        _text("form", required=True),
        _text("indicator_form", required=True),
        _one_of("plan", "kind", "six_months", "annual", "multi_year", "other"),
        _one_of("plan", "state", "draft", "issued", "closed", "replaced"),
        _one_of("plan", "numbering", "continuous", "per_section", "hierarchical", "as_printed"),
        sa.CheckConstraint("period_start <= period_end", name=op.f("ck_plan_period")),
        _refers("plan", "replaced_by_id", "plan"),
        _refers("plan", "parent_plan_id", "plan"),
    )
    _index("plan", "replaced_by_id")
    _index("plan", "parent_plan_id")


def _create_section() -> None:
    _create_entity_table(
        "section",
        _number("plan_id", required=True),
        _text("title", required=True),
        _text("number"),
        _text("area", required=True),
        _text("sort_key", required=True),
        _one_of("section", "area", *_AREAS),
        _refers("section", "plan_id", "plan"),
    )
    _index("section", "plan_id")


def _create_item() -> None:
    _create_entity_table(
        "item",
        _number("plan_id", required=True),
        _number("section_id", required=True),
        _number("parent_id"),
        _text("sort_key", required=True),
        _text("kind", required=True),
        _text("number"),
        _text("ordinal"),
        _text("label"),
        _text("content", required=True),
        _text("lead_words"),
        _text("coordinating_words"),
        _text("time_words"),
        _text("rules"),
        _text("product"),
        _text("funding"),
        _text("note"),
        _text("person_in_charge"),
        _text("leader"),
        _text("origin", required=True),
        _text("source_document"),
        _number("carries_out_id"),
        _number("continues_id"),
        _text("search_text", required=True),
        _one_of("item", "kind", "objective", "task", "activity", "sub_item"),
        _one_of("item", "origin", "issued", "added"),
        _refers("item", "plan_id", "plan"),
        _refers("item", "section_id", "section"),
        _refers("item", "parent_id", "item"),
        _refers("item", "carries_out_id", "item"),
        _refers("item", "continues_id", "item"),
    )
    _index("item", "plan_id")
    _index("item", "section_id", "parent_id")
    _index("item", "parent_id")
    _index("item", "carries_out_id")
    _index("item", "continues_id")


def _create_agency() -> None:
    _create_entity_table(
        "agency",
        _text("name", required=True),
        _text("kind", required=True),
        _text("short_name"),
        _text("valid_from"),
        _text("valid_to"),
        _text("head"),
        _text("contact"),
        _one_of("agency", "kind", "unit", "position", "group", "outside"),
    )


def _create_agency_parts() -> None:
    op.create_table(
        "item_agency",
        _number("item_id", required=True),
        _text("role", required=True),
        _number("position", required=True),
        _number("agency_id"),
        _text("words", required=True),
        _one_of("item_agency", "role", "lead", "coordinating"),
        _key("item_agency", "item_id", "role", "position"),
        _refers("item_agency", "item_id", "item"),
        _refers("item_agency", "agency_id", "agency"),
        sqlite_with_rowid=False,
    )
    _index("item_agency", "agency_id")
    op.create_table(
        "agency_alias",
        _number("agency_id", required=True),
        _number("position", required=True),
        _text("words", required=True),
        _text("match_key", required=True),
        _key("agency_alias", "agency_id", "position"),
        _refers("agency_alias", "agency_id", "agency"),
        sqlite_with_rowid=False,
    )
    _index("agency_alias", "match_key")
    op.create_table(
        "agency_member",
        _number("group_id", required=True),
        _number("position", required=True),
        _number("member_id", required=True),
        _key("agency_member", "group_id", "position"),
        _refers("agency_member", "group_id", "agency"),
        _refers("agency_member", "member_id", "agency"),
        sqlite_with_rowid=False,
    )
    _index("agency_member", "member_id")


def _create_indicator() -> None:
    _create_entity_table(
        "indicator",
        _number("plan_id", required=True),
        _text("sort_key", required=True),
        _text("group_number"),
        _text("group_title"),
        _text("number"),
        _text("text", required=True),
        _text("unit"),
        _text("target_words"),
        _text("agency_words"),
        _number("agency_id"),
        _text("area"),
        _text("search_text", required=True),
        _one_of("indicator", "area", *_AREAS),
        _refers("indicator", "plan_id", "plan"),
        _refers("indicator", "agency_id", "agency"),
    )
    _index("indicator", "plan_id")
    _index("indicator", "agency_id")


def _create_log() -> None:
    op.create_table(
        "operation",
        _number("id", required=True),
        _text("title", required=True),
        _text("kind", required=True),
        _text("at", required=True),
        _text("who", required=True),
        _number("plan_id"),
        _number("undoes"),
        _key("operation", "id"),
        sqlite_autoincrement=True,
    )
    _index("operation", "plan_id")
    _index("operation", "undoes")
    op.create_table(
        "change",
        _number("id", required=True),
        _number("operation_id", required=True),
        _text("entity", required=True),
        _number("entity_id", required=True),
        _text("action", required=True),
        _text("before"),
        _text("after"),
        _one_of("change", "action", "create", "update", "delete", "restore", "purge"),
        _key("change", "id"),
        _refers("change", "operation_id", "operation"),
        sqlite_autoincrement=True,
    )
    _index("change", "operation_id")
    _index("change", "entity", "entity_id")
