"""Which documents changed the words of an issued plan: a column on its items and sections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("item", sa.Column("amended_by", sa.Text(), nullable=True))
    op.add_column("section", sa.Column("amended_by", sa.Text(), nullable=True))
