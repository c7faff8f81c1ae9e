from __future__ import annotations

import sqlite3
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from cchc_desktop.domain.errors import CannotWrite, DatabaseInUse
from cchc_desktop.storage import sqlite_file
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.tables import metadata


@pytest.fixture
def connection(database_path):
    single = SingleConnection(make_engine(sqlite_url(database_path)))
    yield single
    single.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("locking_mode", "normal"),
        ("application_id", sqlite_file.APPLICATION_ID),
        ("user_version", sqlite_file.HEAD_VERSION),
    ],
)
def test_pragmas_read_back(connection, pragma, value):
    with connection.reading() as reader:
        rows = reader.exec_driver_sql(f"PRAGMA {pragma}").all()
    assert (rows[0][0] if rows else 0) == value  # mmap_size answers nothing where SQLite is built without it


def test_a_writer_holds_the_lock_from_its_start(connection, database_path):
    connection.begin_writing()
    with sqlite3.connect(database_path, timeout=0) as other, pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_lock_held_elsewhere_is_told_in_vietnamese(connection, database_path, monkeypatch):
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.0)
    other = sqlite3.connect(database_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseInUse, match="đang bận"):
        connection.begin_writing()
    other.close()
    connection.begin_writing()  # and the connection is as good as before
    connection.rollback()


def test_units_do_not_nest(connection):
    connection.begin_writing()
    with pytest.raises(RuntimeError):
        connection.begin_writing()


def test_reading_is_one_snapshot_and_leaves_no_lock(connection, database_path):
    with connection.reading() as reader:
        reader.execute(text("SELECT count(*) FROM plan"))
        assert reader.in_transaction()
        with connection.reading() as inner:
            assert inner is reader
        assert reader.in_transaction()
    with sqlite3.connect(database_path, timeout=0) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.rollback()
    other.close()


def test_another_thread_is_refused(connection):
    with connection.reading():
        pass
    errors: list[Exception] = []

    def use() -> None:
        try:
            connection.begin_writing()
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert "thread" in str(errors[0])


def test_read_only_refuses_writes(database_path):
    single = SingleConnection(make_engine(sqlite_url(database_path), read_only=True))
    with pytest.raises(CannotWrite), single.reading() as reader:
        reader.execute(text("DELETE FROM plan"))
    single.close()


def test_the_engine_makes_no_file(tmp_path):
    single = SingleConnection(make_engine(sqlite_url(tmp_path / "missing.db")))
    with pytest.raises(CannotWrite), single.reading():
        pass
    assert list(tmp_path.glob("*.db")) == []


def test_closing_leaves_no_handle(connection, database_path):
    with connection.reading():
        pass
    connection.close()
    connection.close()
    assert database_path.rename(database_path.with_suffix(".moved")).exists()


@pytest.mark.parametrize("name", ["Theo dõi CCHC.db", "50% & #1?.db", "a'b;c.db"])
def test_odd_file_names(tmp_path, name):
    with sqlite_file.opened(tmp_path / name, "rwc") as raw:
        raw.execute("CREATE TABLE t (x)")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_the_schema_can_be_said_in_postgresql(table):
    dialect = postgresql.dialect()
    statement = str(CreateTable(table).compile(dialect=dialect))
    indexes = [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]
    assert statement.strip().startswith("CREATE TABLE") and all("CREATE INDEX" in index for index in indexes)
