"""What a database file holds and whether it is sound: asked of every backup when written and before a restore."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.errors import DamagedDatabase, ForeignDatabase, RefusedDatabase
from cchc_desktop.storage.backups.copy import journals_of, snapshot
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.sqlite_file import APPLICATION_ID, FileState, file_state, refuse_newer

LARGEST = 2 << 30
"""Bytes of the largest file that is taken as a backup: 20,000 items with their log take some 50 MB."""

_DIGESTS_SINCE = 2
"""Schema version from which on operations carry a digest."""
_NEWEST = "SELECT id, at, title, NULL FROM operation ORDER BY id DESC LIMIT 1"
_NEWEST_WITH_DIGEST = "SELECT id, at, title, digest FROM operation ORDER BY id DESC LIMIT 1"
_ONE = "SELECT id, at, title, NULL FROM operation WHERE id = ?"
_ONE_WITH_DIGEST = "SELECT id, at, title, digest FROM operation WHERE id = ?"
_LINES = 20


@dataclass(frozen=True, slots=True)
class Facts:
    """What a database says about itself: rows per table, and the mark of the newest logged operation (0 for none)."""

    schema_version: int
    counts: Mapping[str, int]
    last_operation: int
    last_digest: str
    last_at: datetime | None


def read_facts(connection: sqlite3.Connection) -> Facts:
    """Read the facts of an open database of ours, older schemas too; sqlite3.Error."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    row = connection.execute(_NEWEST if version < _DIGESTS_SINCE else _NEWEST_WITH_DIGEST).fetchone()
    if row is None:
        return Facts(version, _counts(connection), 0, "", None)
    return Facts(version, _counts(connection), int(row[0]), _marks(row)[0], _moment(row[1]))


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return rows per table, deleted ones included."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'alembic_version' "
        "ORDER BY name"
    ).fetchall()
    quoted = [(name, '"' + name.replace('"', '""') + '"') for (name,) in names]
    return {name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for name, table in quoted}  # noqa: S608 (a table has no placeholder; quoted)


def _marks(row: tuple[int, str, str, str | None]) -> tuple[str, ...]:
    """Return by what an operation is known again: its digest, where it has one, and its moment with its title."""
    _, at, title, digest = row
    plain = f"{at}|{title}"
    return (plain,) if digest is None else (digest, plain)


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None


def operations_since(connection: sqlite3.Connection, last_operation: int, last_digest: str) -> int | None:
    """Count the operations after a backup's newest one; None where this log does not hold that operation.

    A restore begins another history: there the same number stands for another operation.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if last_operation:
        query = _ONE if version < _DIGESTS_SINCE else _ONE_WITH_DIGEST
        row = connection.execute(query, (last_operation,)).fetchone()
        if row is None or last_digest not in _marks(row):
            return None
    count = connection.execute("SELECT count(*) FROM operation WHERE id > ?", (last_operation,)).fetchone()
    return int(count[0])


def require_whole(connection: sqlite3.Connection, name: str) -> None:
    """Raise DamagedDatabase unless every page, index, constraint and reference of a database is in order."""
    problems = [line for (line,) in connection.execute(f"PRAGMA integrity_check({_LINES})") if line != "ok"]
    problems = problems or [
        f"{table} {row_id} -> {parent}" for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    if problems:
        raise DamagedDatabase(f"Tệp {name} bị hỏng nên không dùng được. Hãy chọn bản sao lưu khác.", problems[:_LINES])


def verify_copy(file: Path, expected: Facts) -> None:
    """Open a copy just written and compare it with the snapshot it was made of; RefusedDatabase."""
    require_ours(file)
    with known_faults(), snapshot(file) as connection:
        require_whole(connection, file.name)
        if read_facts(connection) != expected:
            raise DamagedDatabase(f"Bản sao {file.name} không giống dữ liệu gốc nên đã bị bỏ. Hãy thử lại.")


def judge(file: Path, name: str | None = None) -> Facts:
    """Judge a file from anywhere: size, header, version, schema object by object, pages, references.

    Nothing of it is read before its schema was compared. RefusedDatabase says why; `name` is what the user calls it.
    """
    name = name or file.name
    require_ours(file, name)
    with known_faults(), snapshot(file) as connection:
        require_schema(connection, name)
        require_whole(connection, name)
        return read_facts(connection)


def require_ours(file: Path, name: str | None = None) -> None:
    """Raise RefusedDatabase for a file that is missing, too large, half of a pair, or not of this program."""
    name = name or file.name
    if file_state(file) is not FileState.OURS:
        raise ForeignDatabase(f"Tệp {name} không phải là bản sao lưu của chương trình này. Dữ liệu không thay đổi.")
    with known_faults():
        size = file.stat().st_size
    if size > LARGEST:
        raise RefusedDatabase(f"Tệp {name} lớn quá mức của một bản sao lưu. Dữ liệu không thay đổi.")
    if any(_has_content(journal) for journal in journals_of(file)):
        raise RefusedDatabase(
            f"Bên cạnh tệp {name} còn tệp nhật ký giao dịch dở dang nên tệp chưa trọn vẹn. Dữ liệu không thay đổi. "
            "Hãy đóng chương trình đang mở tệp đó rồi thử lại."
        )


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def require_schema(connection: sqlite3.Connection, name: str) -> None:
    """Compare the schema object by object, before a row is read; ForeignDatabase, NewerDatabase."""
    from cchc_desktop.storage.schema_check import require_our_schema

    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    if application_id != APPLICATION_ID or version < 1:
        raise ForeignDatabase(f"Tệp {name} không phải là bản sao lưu của chương trình này. Dữ liệu không thay đổi.")
    refuse_newer(Path(name), version)
    require_our_schema(connection, version)
