"""The SQLAlchemy engine and the one connection that all reads and writes of an open database share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, Table, create_engine, event, insert, make_url

from cchc_desktop.domain.errors import CchcError, ChangedOutside
from cchc_desktop.storage import sqlite_file
from cchc_desktop.storage.faults import known_faults, stored_values
from cchc_desktop.storage.outside import FileWatch

_BEGIN = "cchc_begin"
"""Execution option that names how the next SQLite transaction begins."""


def sqlite_url(path: Path) -> URL:
    """Return the URL of a database file."""
    return URL.create("sqlite+pysqlite", database=str(path.absolute()))


def make_engine(url: URL | str, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """Return an engine for a database that exists; the dialect decides how connections are made.

    `foreign_keys=False` is for migrations only: they rebuild tables, which would delete the rows that refer to them.
    """
    url = make_url(url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    return _sqlite_engine(Path(url.database or ""), "ro" if read_only else "rw", foreign_keys)


def _sqlite_engine(path: Path, mode: str, foreign_keys: bool) -> Engine:
    """Return an engine whose closed connection leaves no open handle on the file (Windows renames need that)."""

    def connect() -> sqlite3.Connection:
        connection = sqlite_file.connect(path, mode)
        sqlite_file.set_pragmas(connection, foreign_keys=foreign_keys)
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin for real: the driver is in autocommit and would begin only at the first write, too late for a lock."""
    mode = connection.get_execution_options().get(_BEGIN, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


class SingleConnection:
    """The one connection of an open database, used by one thread (the driver refuses others).

    It is opened at the first use, in the thread that uses it. Reads inside a unit of work see its writes.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._watch: FileWatch | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the connection inside one consistent snapshot: the open unit of work's, or a read of its own."""
        with known_faults(), stored_values():
            connection = self._opened()
            if connection.in_transaction():
                yield connection
                return
            connection.execution_options(**{_BEGIN: "DEFERRED"})
            connection.begin()
            try:
                yield connection
            finally:
                self.rollback()

    def begin_writing(self) -> Connection:
        """Begin a transaction that holds the write lock from its start.

        DatabaseInUse when another one has the lock; ChangedOutside when another program changed or replaced the file.
        """
        connection = self._opened()
        if connection.in_transaction():
            raise RuntimeError("a unit of work is open on this connection already")
        connection.execution_options(**{_BEGIN: "IMMEDIATE"})
        with known_faults(), self._undone_on_fault():
            self._require_same_file()
            connection.begin()
            if self._watch is not None:
                self._watch.require_no_commit()
        return connection

    def commit(self) -> None:
        """End the transaction durably; rolled back where that fails or the file was replaced meanwhile."""
        with known_faults(), self._undone_on_fault():
            self._require_same_file()
            self._opened().commit()

    def _require_same_file(self) -> None:
        if self._watch is not None:
            self._watch.require_same_file()

    @contextmanager
    def _undone_on_fault(self) -> Iterator[None]:
        try:
            yield
        except BaseException as error:
            self.rollback(error)
            raise

    def rollback(self, cause: BaseException | None = None) -> None:
        """End the transaction without a trace; nothing happens where none is open. `cause` is what ended it, if known.

        The driver is asked too: after a COMMIT that failed SQLAlchemy holds the transaction for ended, SQLite not.
        """
        if self._connection is None:
            return
        if self._watch is not None and cause is not None and not isinstance(cause, ChangedOutside):
            self._watch.look_anew()  # SQLite may have to play the journal back
        self._connection.rollback()
        self._connection.connection.rollback()

    def compact(self) -> None:
        """Give freed room back to the disk; on a fault nothing is lost, the room is used again later."""
        raw = self._opened().connection.driver_connection
        assert raw is not None, "an open connection has a driver"
        if self._watch is not None:
            self._watch.look_anew()
        with suppress(CchcError), known_faults():
            raw.execute("VACUUM")

    def forget(self) -> None:
        """Roll back what is open and release the file; the next use takes the file as it is then.

        For work of this program on another connection (a restore), and after ChangedOutside for a replaced file.
        """
        if self._connection is not None:
            self.rollback()
            self._connection.close()
            self._connection = self._watch = None

    def close(self) -> None:
        """Release the file for good."""
        self.forget()
        self._engine.dispose()

    def _opened(self) -> Connection:
        if self._connection is None:
            with known_faults():
                connection = self._engine.connect()
                try:
                    self._watch = _watch(connection)
                except BaseException:
                    connection.close()
                    raise
            self._connection = connection
        return self._connection


def _watch(connection: Connection) -> FileWatch | None:
    """Return the watch over the file of a SQLite connection; other databases have none."""
    driver = connection.connection.driver_connection
    return FileWatch(driver) if isinstance(driver, sqlite3.Connection) else None


def insert_row(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    """Insert one row and return the id that the database gave it."""
    key = connection.execute(insert(table), values).inserted_primary_key
    assert key is not None, "a single insert has a key"
    return int(key[0])


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Insert rows in few statements and return the ids that the database gave them, in the order of the rows."""
    if len(rows) == 1:
        return [insert_row(connection, table, rows[0])]
    if not rows:
        return []
    returning = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(connection.execute(returning, rows).scalars())
