"""Follow-up: results, updates, extensions, urgings, values, the register of documents, touched periods, days off.

Of rows that have a natural key one is live at a time: what was deleted stays beside it for undo. Lookups by what a row
belongs to have an index of their own, for one over live rows alone does not serve the check of references.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_LIVE = sa.text("deleted_at IS NULL")
_AGENCY_OR_NONE = sa.text("coalesce(agency_id, 0)")


def upgrade() -> None:
    op.add_column("indicator", _text("target"))
    _create_document()
    _create_record()
    _create_period_update()
    _create_extension()
    _create_urging()
    _create_indicator_value()
    for owner in ("record", "period_update", "indicator_value"):
        _create_id_list(f"{owner}_evidence", owner, "document")
    _create_id_list("document_item", "document", "item")
    _create_id_list("document_indicator", "document", "indicator")
    _create_calendar()


def _text(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=not required)


def _number(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=not required)


def _flag(table: str, name: str, *, required: bool = False) -> sa.Column:
    kind = sa.Boolean(create_constraint=True, name=op.f(f"ck_{table}_{name}"))
    return sa.Column(name, kind, nullable=not required)


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _one_live(table: str, *columns: str | sa.TextClause) -> None:
    op.create_index(op.f(f"uq_{table}_live"), table, list(columns), unique=True, sqlite_where=_LIVE)


def _create_entity_table(table: str, *parts: sa.SchemaItem) -> None:
    """Create a table whose rows have an identity: id, uid, row_version, deleted_at."""
    op.create_table(
        table,
        _number("id", required=True),
        _text("uid", required=True),
        _number("row_version", required=True),
        _text("deleted_at"),
        *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("uid", name=op.f(f"uq_{table}_uid")),
        sqlite_autoincrement=True,
    )


def _create_id_list(table: str, owner: str, target: str) -> None:
    """Create the table of a list of rows that an owner names, in their order."""
    op.create_table(
        table,
        _number(f"{owner}_id", required=True),
        _number("position", required=True),
        _number(f"{target}_id", required=True),
        sa.PrimaryKeyConstraint(f"{owner}_id", "position", name=op.f(f"pk_{table}")),
        _refers(table, f"{owner}_id", owner),
        _refers(table, f"{target}_id", target),
        sqlite_with_rowid=False,
    )
    _index(table, f"{target}_id")


def _create_document() -> None:
    _create_entity_table(
        "document",
        _text("number"),
        _text("symbol"),
        _text("issued_on"),
        _text("type"),
        _text("issuer"),
        _text("abstract", required=True),
        _flag("document", "secret", required=True),
        _flag("document", "kept_at_registry", required=True),
        _text("sha256"),
        _text("extension"),
        _number("size"),
        _check("document", "no_file", "sha256 IS NULL OR NOT (secret OR kept_at_registry)"),
        _check(
            "document", "whole_file", "(sha256 IS NULL) = (extension IS NULL) AND (sha256 IS NULL) = (size IS NULL)"
        ),
    )
    _index("document", "sha256")
    _index("document", "number", "symbol")


def _create_record() -> None:
    _create_entity_table(
        "record",
        _number("item_id", required=True),
        _text("occurrence", required=True),
        _number("agency_id"),
        _text("progress", required=True),
        _text("started_on"),
        _text("done_on"),
        _text("result"),
        _text("product"),
        _text("difficulty"),
        _text("due_seen"),
        _flag("record", "counts_as_late"),
        _text("dropped_reason"),
        _text("dropped_on"),
        _text("dropped_document"),
        _one_of("record", "progress", "not_started", "in_progress", "done", "dropped"),
        _refers("record", "item_id", "item"),
        _refers("record", "agency_id", "agency"),
    )
    _index("record", "item_id")
    _index("record", "agency_id")
    _one_live("record", "item_id", "occurrence", _AGENCY_OR_NONE)


def _create_period_update() -> None:
    _create_entity_table(
        "period_update",
        _number("item_id", required=True),
        _text("period", required=True),
        _number("agency_id"),
        _text("words", required=True),
        _text("difficulty"),
        _text("given_on"),
        _refers("period_update", "item_id", "item"),
        _refers("period_update", "agency_id", "agency"),
    )
    _index("period_update", "item_id")
    _index("period_update", "agency_id")
    _one_live("period_update", "item_id", "period", _AGENCY_OR_NONE)


def _create_extension() -> None:
    _create_entity_table(
        "extension",
        _number("item_id", required=True),
        _text("occurrence", required=True),
        _text("new_due", required=True),
        _text("document", required=True),
        _text("granted_on"),
        _refers("extension", "item_id", "item"),
    )
    _index("extension", "item_id", "occurrence")


def _create_urging() -> None:
    _create_entity_table(
        "urging",
        _number("item_id", required=True),
        _text("occurrence"),
        _number("agency_id"),
        _text("urged_on", required=True),
        _text("means", required=True),
        _text("person"),
        _text("promise"),
        _text("promised_for"),
        _one_of("urging", "means", "phone", "message", "letter", "meeting", "other"),
        _refers("urging", "item_id", "item"),
        _refers("urging", "agency_id", "agency"),
    )
    _index("urging", "item_id")
    _index("urging", "agency_id")


def _create_indicator_value() -> None:
    _create_entity_table(
        "indicator_value",
        _number("indicator_id", required=True),
        _text("period", required=True),
        _text("amount"),
        _text("words"),
        _text("mode", required=True),
        _text("measured_on"),
        _text("source"),
        _text("reason"),
        _text("verdict"),
        _one_of("indicator_value", "mode", "cumulative", "in_period"),
        _one_of("indicator_value", "verdict", "met", "near", "not_met", "asked", "no_value", "not_begun"),
        _refers("indicator_value", "indicator_id", "indicator"),
    )
    _index("indicator_value", "indicator_id")
    _one_live("indicator_value", "indicator_id", "period")


def _create_calendar() -> None:
    _create_entity_table(
        "reporting_period",
        _text("key", required=True),
        _text("title", required=True),
        _text("window_start", required=True),
        _text("window_end", required=True),
        _text("hand_in", required=True),
        _text("figures", required=True),
        _text("submitted", required=True),
        _text("sent", required=True),
        _text("locked_at"),
        _text("snapshot"),
        _check("reporting_period", "window", "window_start <= window_end"),
    )
    _one_live("reporting_period", "key")
    _create_entity_table(
        "day_off",
        _text("day", required=True),
        _text("name", required=True),
        _flag("day_off", "worked", required=True),
    )
    _one_live("day_off", "day")
