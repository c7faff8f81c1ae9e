"""Agencies name the one they were merged into and bear remarks; indicators name the documents that changed them.

SQLite adds no constraint to a table that stands, so `agency` is made anew; the count of its ids goes along, for ids
are never used again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("indicator", sa.Column("amended_by", sa.Text(), nullable=True))
    op.execute("CREATE TEMP TABLE kept_agency AS SELECT * FROM agency")
    op.execute("CREATE TEMP TABLE kept_sequence AS SELECT * FROM sqlite_sequence WHERE name = 'agency'")
    op.drop_table("agency")
    _create_agency()
    op.execute(
        "INSERT INTO agency (id, uid, row_version, deleted_at, name, kind, short_name, valid_from, valid_to, head, "
        "contact) SELECT * FROM kept_agency"
    )
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'agency'")
    op.execute("INSERT INTO sqlite_sequence SELECT * FROM kept_sequence")
    op.execute("DROP TABLE kept_agency")
    op.execute("DROP TABLE kept_sequence")


def _text(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=not required)


def _number(name: str, *, required: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=not required)


def _create_agency() -> None:
    op.create_table(
        "agency",
        _number("id", required=True),
        _text("uid", required=True),
        _number("row_version", required=True),
        _text("deleted_at"),
        _text("name", required=True),
        _text("kind", required=True),
        _text("short_name"),
        _text("valid_from"),
        _text("valid_to"),
        _text("head"),
        _text("contact"),
        _number("merged_into_id"),
        _text("note"),
        sa.CheckConstraint("kind IN ('unit', 'position', 'group', 'outside')", name=op.f("ck_agency_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sa.UniqueConstraint("uid", name=op.f("uq_agency_uid")),
        sa.ForeignKeyConstraint(["merged_into_id"], ["agency.id"], name=op.f("fk_agency_merged_into_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_agency_merged_into_id"), "agency", ["merged_into_id"])
