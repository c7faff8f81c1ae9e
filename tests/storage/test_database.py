from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import (
    CannotWrite,
    DamagedDatabase,
    DatabaseInUse,
    ForeignDatabase,
    NewerDatabase,
    OlderDatabase,
    RefusedDatabase,
)
from cchc_desktop.storage import migrate
from cchc_desktop.storage.database import open_database
from cchc_desktop.storage.owner import Owner, owner_path
from cchc_desktop.storage.sqlite_file import APPLICATION_ID, HEAD_VERSION, schema_version
from tests.storage.conftest import EDIT, sample_plan

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("CCHC_KILLS", "5"))


@pytest.fixture
def opened(clock):
    """Open databases as a program would, closed at the end."""
    handles = []

    def open_it(path, **options):
        handles.append(open_database(path, clock=clock, who="Trần Thị Hoà", **options))
        return handles[-1]

    yield open_it
    for handle in handles:
        handle.close()


def sqlite_header(application_id: int, version: int, path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(f"PRAGMA application_id={application_id}; PRAGMA user_version={version}; CREATE TABLE t (x);")


REFUSED = {
    "newer": (NewerDatabase, lambda path: sqlite_header(APPLICATION_ID, 99, path), "phiên bản mới hơn"),
    "of another program": (
        ForeignDatabase,
        lambda path: sqlite_header(7, 1, path),
        "không phải là dữ liệu của chương trình này",
    ),
    "plain SQLite": (
        ForeignDatabase,
        lambda path: sqlite_header(0, 0, path),
        "không phải là dữ liệu của chương trình này",
    ),
    "text": (
        ForeignDatabase,
        lambda path: path.write_text("Kế hoạch " * 50, encoding="utf-8"),
        "không phải là dữ liệu",
    ),
    "a few bytes": (ForeignDatabase, lambda path: path.write_bytes(b"SQLite format 3\x00"), "không phải là dữ liệu"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_ours_is_refused_untouched(tmp_path, opened, name, read_only):
    kind, make, reason = REFUSED[name]
    path = tmp_path / "foreign.db"
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())
    with pytest.raises(kind, match=reason):
        opened(path, read_only=read_only)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before


@pytest.mark.parametrize("exists", [False, True])
def test_a_missing_or_empty_file_is_made(tmp_path, opened, exists):
    path = tmp_path / "Theo dõi.db"
    if exists:
        path.touch()
    assert opened(path).queries.plans() == []
    assert schema_version(path) == HEAD_VERSION


# ---------------------------------------------------------------- older files


@pytest.fixture
def older(tmp_path) -> Path:
    """A file of the first schema with one plan in it."""
    path = tmp_path / "older.db"
    migrate.upgrade(path, 1)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO operation (title, kind, at, who) VALUES ('Nhập', 'import', '2025', 'Đức')")
    return path


def content(path: Path) -> tuple[bytes, int, list[str]]:
    return path.read_bytes(), path.stat().st_mtime_ns, sorted(entry.name for entry in path.parent.iterdir())


def test_an_older_file_is_backed_up_then_upgraded(older, opened):
    seen: list[object] = []
    database = opened(
        older,
        before_migration=lambda: seen.append(schema_version(older)),
        progress=lambda done, total: seen.append((done, total)),
    )
    steps = HEAD_VERSION - 1
    assert seen[0] == 1 and seen[1] == (0, steps) and seen[-1] == (steps, steps)
    assert schema_version(older) == HEAD_VERSION
    assert database.queries.check().problems == ()


def test_without_a_backup_nothing_is_migrated(older, opened):
    def fail() -> None:
        raise CannotWrite("Ổ đĩa đã đầy.")

    before = content(older)
    with pytest.raises(CannotWrite, match="đã đầy"):
        opened(older, before_migration=fail)
    assert content(older) == before


def test_a_file_of_today_asks_for_no_backup(database_path, opened):
    opened(database_path, before_migration=lambda: 1 / 0)
    assert owner_path(database_path).exists()


def test_a_migration_that_fails_leaves_the_old_file(older, opened, monkeypatch):
    def fail(connection, _version) -> None:
        connection.exec_driver_sql("DROP TABLE indicator")
        raise RuntimeError("a script that fails")

    before = older.read_bytes()
    monkeypatch.setattr(migrate, "_run_scripts", fail)
    with pytest.raises(RuntimeError):
        opened(older)
    assert (older.read_bytes(), owner_path(older).exists()) == (before, False)


def test_an_older_file_is_refused_to_a_reader(older, opened):
    before = content(older)
    with pytest.raises(OlderDatabase, match="cần nâng cấp") as caught:
        opened(older, read_only=True)
    assert (caught.value.version, content(older)) == (1, before)


# ---------------------------------------------------------------- damaged and changed files


def overwrite(path: Path, at: int, words: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(words)


def break_an_index(path: Path) -> None:
    """Take an entry out of an index, which only the full check notices."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO operation (title, kind, at, who, plan_id) VALUES ('', '', '', '', 1)")
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_operation_plan_id'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    overwrite(path, (root - 1) * size + 3, b"\0\0")


DAMAGED = {
    "a page": lambda path: overwrite(path, 3 * 4096, b"\xff" * 4096),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[: 5 * 4096]),
    "an index": break_an_index,
    "the schema": lambda path: overwrite(path, 100, b"\xff" * 300),
    "all of the header": lambda path: overwrite(path, 0, b"\0" * 100),
    "the magic": lambda path: overwrite(path, 3, b"x"),
    "zeros": lambda path: path.write_bytes(b"\0" * 20_000),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_refused_untouched(database_path, opened, name, read_only):
    DAMAGED[name](database_path)
    before = content(database_path)
    with pytest.raises(DamagedDatabase) as caught:
        opened(database_path, read_only=read_only)
    assert content(database_path) == before
    assert "không sửa gì" in caught.value.message


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_whose_schema_was_changed_is_refused_untouched(database_path, opened, read_only):
    with closing(sqlite3.connect(database_path)) as raw:
        raw.execute("CREATE TRIGGER spy AFTER INSERT ON plan BEGIN DELETE FROM item; END")
    before = content(database_path)
    with pytest.raises(ForeignDatabase, match="có thêm trigger spy"):
        opened(database_path, read_only=read_only)
    assert content(database_path) == before


def test_what_is_signed_as_ours_and_never_released_is_foreign(tmp_path, opened):
    path = tmp_path / "zero.db"
    sqlite_header(APPLICATION_ID, 0, path)
    before = content(path)
    with pytest.raises(ForeignDatabase):
        opened(path)
    assert content(path) == before


CHECKS = {
    "closed in good order": (lambda path: None, False),
    "left by a kill": (lambda path: owner_path(path).write_text(json.dumps(dead_owner())), True),
    "with a journal": (lambda path: path.with_name(f"{path.name}-journal").write_bytes(b"\0" * 600), True),
}


def dead_owner() -> dict[str, object]:
    return asdict(replace(Owner.this_process(datetime.now(UTC)), process="another start"))


@pytest.mark.parametrize("name", CHECKS)
def test_a_large_file_is_checked_in_full_after_an_unclean_stop(database_path, opened, monkeypatch, name):
    prepare, expected = CHECKS[name]
    asked = []
    monkeypatch.setattr("cchc_desktop.storage.database.SMALL", 0)
    monkeypatch.setattr(
        "cchc_desktop.storage.database.require_sound_content", lambda _, *, thorough: asked.append(thorough)
    )
    prepare(database_path)
    opened(database_path)
    assert asked == [expected]


def test_a_reader_makes_no_file(tmp_path, opened):
    with pytest.raises(RefusedDatabase, match="Chưa có dữ liệu"):
        opened(tmp_path / "missing.db", read_only=True)
    assert list(tmp_path.glob("*.db*")) == []


def test_a_missing_folder_is_told(tmp_path, opened):
    with pytest.raises(CannotWrite, match="thư mục"):
        opened(tmp_path / "none" / "cchc.db")


def test_one_writer_many_readers(database_path, opened):
    writer = opened(database_path)
    with pytest.raises(DatabaseInUse, match="đang được mở bởi"):
        opened(database_path)
    reader = opened(database_path, read_only=True)
    assert (writer.holder, reader.holder.pid, reader.holder.is_here) == (None, os.getpid(), True)
    with writer.units(EDIT) as unit:
        unit.plans.add(sample_plan())
        unit.commit()
    assert len(reader.queries.plans()) == 1
    with pytest.raises(CannotWrite, match="chỉ đọc"), reader.units(EDIT) as unit:
        unit.plans.add(sample_plan())
    writer.close()
    assert not owner_path(database_path).exists()
    opened(database_path)


def test_a_failed_opening_gives_the_right_back(database_path, opened, monkeypatch):
    monkeypatch.setattr("cchc_desktop.storage.database._make_current", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        opened(database_path)
    assert not owner_path(database_path).exists()


# ---------------------------------------------------------------- kills

_WRITER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind
from cchc_desktop.storage.database import open_database

class Clock:
    def now(self):
        return datetime.now(UTC)

with open_database(Path(sys.argv[1]), clock=Clock(), who="") as database:
    for number in range(100_000):
        with database.units(Operation("add", "Thêm")) as unit:
            plan = Plan(f"Kế hoạch {number} " * 400, PlanKind.ANNUAL, Period(date(2025, 1, 1), date(2025, 12, 31)))
            stored = unit.plans.add(plan)
            unit.commit()
        print(stored.id, flush=True)
"""


def kill_after(path: Path, acknowledged: int) -> list[int]:
    """Let a program write until so many commits are acknowledged, kill it, and return the acknowledged ids."""
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    ids = [int(writer.stdout.readline()) for _ in range(acknowledged)]
    writer.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    rest, _ = writer.communicate()
    return ids + [int(line) for line in re.findall(r"\d+(?=\n)", rest)]


def test_kills_lose_no_acknowledged_commit(database_path, opened):
    acknowledged: list[int] = []
    for turn in range(KILLS):
        acknowledged += kill_after(database_path, 1 + turn % 7)
    assert owner_path(database_path).exists()  # the dead owner's, taken over below
    database = opened(database_path)
    report = database.queries.check()
    found = {line.id for line in database.queries.plans()}
    assert report.problems == ()
    assert set(acknowledged) <= found
    assert len(found) - len(acknowledged) <= KILLS  # at most the commit that was under way
    assert report.counts["plan"] == report.counts["operation"] == report.counts["change"]


def test_a_transaction_left_by_a_kill_is_rolled_back_before_reading(database_path, opened):
    left = f"""
import os, sqlite3
raw = sqlite3.connect({str(database_path)!r}, isolation_level=None)
raw.execute("PRAGMA cache_size = 1")
raw.execute("PRAGMA cache_spill = 1")
raw.execute("BEGIN IMMEDIATE")
raw.execute("PRAGMA user_version = 99")
for number in range(2000):
    raw.execute("INSERT INTO operation (title, kind, at, who) VALUES (?, '', '', '')", ("x" * 500,))
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", left], check=False)
    assert database_path.with_name(f"{database_path.name}-journal").stat().st_size > 0
    reader = opened(database_path, read_only=True)
    assert (reader.queries.check().problems, schema_version(database_path)) == ((), HEAD_VERSION)
