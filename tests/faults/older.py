"""A database as an older version of the program left it, with rows in its tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cchc_desktop.storage import migrate
from tests.faults.sample import make_sample

_ATTACHED = "new"


def make_older(path: Path, version: int = 1) -> Path:
    """Make a file of an older schema version with a sample's rows: those columns that both versions have."""
    sample = make_sample(path.with_name(f"{path.name}.newest"), plans=1, edits=8)
    migrate.upgrade(path, version)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"ATTACH ? AS {_ATTACHED}", (str(sample),))
        raw.execute("BEGIN")
        for table in _tables(raw, "main"):
            _copy(raw, table)
        raw.execute("COMMIT")
    sample.unlink()
    return path


def _tables(raw: sqlite3.Connection, schema: str) -> list[str]:
    rows = raw.execute(f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in rows if name != "alembic_version"]


def _copy(raw: sqlite3.Connection, table: str) -> None:
    ours = [row[1] for row in raw.execute(f"PRAGMA main.table_info({table})")]
    theirs = {row[1] for row in raw.execute(f"PRAGMA {_ATTACHED}.table_info({table})")}
    columns = ", ".join(f'"{name}"' for name in ours if name in theirs)
    raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM {_ATTACHED}.{table}")
