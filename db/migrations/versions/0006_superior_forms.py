"""The superior's forms: the kept original with its cells and mapping, and what belongs to each of their periods."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    _create_entity_table(
        "superior_form",
        _text("name", required=True),
        _text("sender", required=True),
        _text("file_name", required=True),
        _text("sha256", required=True),
        _text("extension", required=True),
        _number("size", required=True),
        _text("cells", required=True),
        _text("mapping", required=True),
        _number("slots", required=True),
    )
    op.create_index(op.f("ix_superior_form_sha256"), "superior_form", ["sha256"])
    _create_entity_table(
        "form_period",
        _number("form_id", required=True),
        _text("period", required=True),
        _text("typed", required=True),
        _text("filled", required=True),
        _text("filled_on"),
        sa.ForeignKeyConstraint(["form_id"], ["superior_form.id"], name=op.f("fk_form_period_form_id")),
    )
    op.create_index(op.f("ix_form_period_form_id"), "form_period", ["form_id"])
    op.create_index(
        op.f("uq_form_period_live"),
        "form_period",
        ["form_id", "period"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )


def _text(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=not required)


def _number(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=not required)


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
