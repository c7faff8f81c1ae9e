"""What a database holds, as one hash per table, read by plain sqlite3 so that no code of the program is trusted.

`row_version` counts writes and is left out; the folded `search_text` and the log are rows like others.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

LOG_TABLES = frozenset({"operation", "change"})
_NOT_COMPARED = frozenset({"row_version"})

Fingerprint = dict[str, str]
"""Table name -> count of rows and hash of them all."""


def fingerprint(path: Path, *, leaving_out: Collection[str] = ()) -> Fingerprint:
    """Return the fingerprint of a file; sqlite3.Error where it cannot be read to its end."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return fingerprint_of(connection, leaving_out=leaving_out)


def fingerprint_of(connection: sqlite3.Connection, *, leaving_out: Collection[str] = ()) -> Fingerprint:
    """Return the fingerprint of what a connection sees, uncommitted changes of its own included."""
    cursor = connection.cursor()
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        return {name: _table(cursor, name) for name in _tables(cursor) if name not in leaving_out}
    finally:
        connection.text_factory = factory
        cursor.close()


def summary(found: Fingerprint) -> str:
    """Return one short word for a whole fingerprint, to send through a pipe."""
    return hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()[:32]


def schema_hash(path: Path) -> str:
    """Return a hash of the header numbers and of every object of the schema."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.text_factory = bytes
        facts = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
    return hashlib.sha256(repr((facts, rows)).encode()).hexdigest()


def integrity(path: Path) -> list[str]:
    """Return what SQLite's own checks say against a file, [] for a sound one."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        lines = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        orphans = [f"orphan: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    return ([] if lines == ["ok"] else lines) + orphans


def differing(one: Fingerprint, other: Fingerprint) -> list[str]:
    """Return the tables in which two fingerprints differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _tables(cursor: sqlite3.Cursor) -> list[str]:
    rows = cursor.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    names = sorted(bytes(name).decode() for (name,) in rows)
    return [name for name in names if not name.startswith("sqlite_")]


def _table(cursor: sqlite3.Cursor, table: str) -> str:
    names = [bytes(row[1]).decode() for row in cursor.execute(f'PRAGMA table_info("{table}")')]
    columns = ", ".join(f'"{name}"' for name in sorted(names) if name not in _NOT_COMPARED)
    rows = sorted(map(repr, cursor.execute(f'SELECT {columns} FROM "{table}"')))
    return f"{len(rows)}:{hashlib.sha256(chr(10).join(rows).encode()).hexdigest()}"
