"""Making and upgrading the schema: Alembic inside the process, without an ini file and without a subprocess.

A fresh file is made from `tables.metadata` and stamped, because importing Alembic costs a quarter of a second at the
first start; a test holds that the migrations make the same schema, object by object. An upgrade runs the scripts of
db/migrations in one transaction: SQLite's DDL, `user_version` and the stamp are rolled back together.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_mock_engine, func, insert, inspect, select
from sqlalchemy import table as named_table
from sqlalchemy.dialects import sqlite

from cchc_desktop.domain.errors import RefusedDatabase
from cchc_desktop.paths import migrations_dir
from cchc_desktop.storage import sqlite_file, tables
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.sqlite_file import APPLICATION_ID, HEAD_VERSION


def revision_of(version: int) -> str:
    """Return the name of the migration script that leads to a schema version."""
    return f"{version:04d}"


def create(path: Path) -> None:
    """Make the newest schema in a new file; a kill half-way leaves a file that counts as new again."""
    _make_sure_it_opens(path)
    with _transaction(make_engine(sqlite_url(path))) as connection:
        for statement in _schema():
            connection.exec_driver_sql(statement)
        connection.execute(insert(tables.alembic_version), {"version_num": revision_of(HEAD_VERSION)})
        _sign(connection, HEAD_VERSION)


@cache
def _schema() -> tuple[str, ...]:
    """Return the statements that make all tables and indexes, compiled once in a process."""
    found: list[str] = []
    dialect = sqlite.dialect()
    collector = create_mock_engine("sqlite://", lambda ddl, *_: found.append(str(ddl.compile(dialect=dialect))))
    tables.metadata.create_all(collector, checkfirst=False)
    return tuple(found)


def upgrade(path: Path, version: int = HEAD_VERSION) -> None:
    """Bring an older file, or a new one, to a schema version; on any fault the file stays as it was.

    Runs with foreign keys off, for rebuilding a table would delete the rows that refer to it; then every reference
    is checked and every table that was there must have as many rows as before (RefusedDatabase).
    """
    _make_sure_it_opens(path)
    with _transaction(make_engine(sqlite_url(path), foreign_keys=False)) as connection:
        before = _row_counts(connection)
        _run_scripts(connection, version)
        _check_references(connection)
        _compare(before, _row_counts(connection))
        _sign(connection, version)


def _make_sure_it_opens(path: Path) -> None:
    """Make the file where there is none; the engine itself makes no files."""
    with known_faults():
        sqlite_file.connect(path, "rwc").close()


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    """Give one write transaction on a connection of its own, committed when the block ends well."""
    database = SingleConnection(engine)
    try:
        with known_faults():
            yield database.begin_writing()
        database.commit()
    finally:
        database.close()


def _run_scripts(connection: Connection, version: int) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision_of(version))


def _sign(connection: Connection, version: int) -> None:
    """Write the header numbers by which `sqlite_file` judges a file before anything of it is read."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {
        name: connection.execute(select(func.count()).select_from(named_table(name))).scalar_one() for name in names
    }


def _check_references(connection: Connection) -> None:
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise RefusedDatabase(
            f"Nâng cấp dữ liệu không thành: {len(broken)} dòng mất liên kết. Dữ liệu cũ giữ nguyên như trước."
        )


def _compare(before: dict[str, int], after: dict[str, int]) -> None:
    changed = sorted(name for name in before if after.get(name) != before[name])
    if changed:
        raise RefusedDatabase(
            f"Nâng cấp dữ liệu không thành: số dòng của bảng {', '.join(changed)} thay đổi. "
            "Dữ liệu cũ giữ nguyên như trước."
        )
