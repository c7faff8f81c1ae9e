from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_mock_engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from cchc_desktop.domain.errors import CannotWrite, ChangedOutside, DatabaseInUse
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


# ---------------------------------------------------------------- changed from outside


def change_outside(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO operation (title, kind, at, who) VALUES ('Khác', '', '', '')")


def look(single: SingleConnection) -> int:
    with single.reading() as reader:
        return reader.execute(text("SELECT count(*) FROM operation")).scalar_one()


def write(single: SingleConnection) -> None:
    single.begin_writing().execute(text("INSERT INTO operation (title, kind, at, who) VALUES ('Ta', '', '', '')"))
    single.commit()


@pytest.mark.parametrize("seen", [False, True], ids=["not read since", "read since"])
def test_a_commit_by_another_program_stops_one_write(connection, database_path, seen):
    write(connection)
    change_outside(database_path)
    if seen:
        assert look(connection) == 2  # a screen may have read long before: reading alone does not make it known
    with pytest.raises(ChangedOutside, match="vừa bị chương trình khác thay đổi") as caught:
        write(connection)
    assert (caught.value.must_reopen, look(connection)) == (False, 2)
    write(connection)
    assert look(connection) == 3


def test_our_own_commits_are_no_news(connection):
    for count in range(1, 4):
        write(connection)
        assert look(connection) == count


def replace_file(path: Path) -> None:
    copy = path.with_suffix(".new")
    shutil.copyfile(path, copy)
    copy.replace(path)


GONE = {
    "replaced": replace_file,
    "removed": lambda path: path.unlink(),
    "renamed": lambda path: path.rename(path.with_suffix(".aside")),
    "its folder renamed": lambda path: path.parent.rename(path.parent.with_name("elsewhere")),
}
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace an open file")


@not_on_windows
@pytest.mark.parametrize("name", GONE)
def test_a_file_that_is_another_one_stops_every_write(connection, database_path, name):
    write(connection)
    GONE[name](database_path)
    for _ in range(2):
        with pytest.raises(ChangedOutside) as caught:
            write(connection)
        assert caught.value.must_reopen


@not_on_windows
def test_a_file_replaced_under_a_long_write_is_noticed_before_its_commit(connection, database_path):
    connection.begin_writing().execute(text("DELETE FROM operation"))
    replace_file(database_path)
    with pytest.raises(ChangedOutside):
        connection.commit()
    connection.forget()
    write(connection)  # and nothing of it is left open
    assert look(connection) == 1


@not_on_windows
@pytest.mark.parametrize("change", [change_outside, replace_file])
def test_what_was_forgotten_is_taken_as_it_is(connection, database_path, change):
    write(connection)
    connection.forget()
    change(database_path)
    write(connection)
    assert look(connection) >= 2


def test_a_fault_while_looking_leaves_no_unwatched_connection(database_path, monkeypatch):
    single = SingleConnection(make_engine(sqlite_url(database_path)))

    def fail(_: sqlite3.Connection) -> None:
        raise RuntimeError("a disk that is gone")

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr("cchc_desktop.storage.engine.FileWatch", fail)
        look(single)
    write(single)
    change_outside(database_path)
    with pytest.raises(ChangedOutside):
        write(single)
    single.close()


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
    assert statement.strip().startswith("CREATE TABLE")
    assert all(index.startswith(("CREATE INDEX", "CREATE UNIQUE INDEX")) for index in indexes)


def test_a_natural_key_is_one_among_live_rows_in_postgresql_too():
    said: list[str] = []
    dialect = postgresql.dialect()

    def say(statement, *_):
        said.append(str(statement.compile(dialect=dialect)))

    engine = create_mock_engine("postgresql://", say)
    metadata.create_all(engine, checkfirst=False)
    live = [statement for statement in said if "_live" in statement]
    assert live
    assert all(statement.endswith("WHERE deleted_at IS NULL") for statement in live)


def test_no_start_loads_another_database():
    code = "import sys, cchc_desktop.storage.tables; print([name for name in sys.modules if 'postgresql' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
