from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CannotWrite, DatabaseInUse, RefusedDatabase
from cchc_desktop.storage import migrate
from cchc_desktop.storage.database import open_database
from cchc_desktop.storage.owner import owner_path
from cchc_desktop.storage.sqlite_file import APPLICATION_ID, schema_version
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
    "newer": (lambda path: sqlite_header(APPLICATION_ID, 99, path), "phiên bản mới hơn"),
    "of another program": (lambda path: sqlite_header(7, 1, path), "không phải là dữ liệu của chương trình này"),
    "plain SQLite": (lambda path: sqlite_header(0, 0, path), "không phải là dữ liệu của chương trình này"),
    "text": (lambda path: path.write_text("Kế hoạch " * 50, encoding="utf-8"), "không phải là dữ liệu"),
    "a few bytes": (lambda path: path.write_bytes(b"SQLite format 3\x00"), "không phải là dữ liệu"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_ours_is_refused_untouched(tmp_path, opened, name, read_only):
    make, reason = REFUSED[name]
    path = tmp_path / "foreign.db"
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())
    with pytest.raises(RefusedDatabase, match=reason):
        opened(path, read_only=read_only)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before


@pytest.mark.parametrize("exists", [False, True])
def test_a_missing_or_empty_file_is_made(tmp_path, opened, exists):
    path = tmp_path / "Theo dõi.db"
    if exists:
        path.touch()
    assert opened(path).queries.plans() == []
    assert schema_version(path) == 1


def test_an_older_file_is_upgraded_by_a_writer_and_refused_to_a_reader(database_path, opened, monkeypatch):
    upgraded = []
    monkeypatch.setattr("cchc_desktop.storage.database.HEAD_VERSION", 2)
    monkeypatch.setattr(migrate, "upgrade", upgraded.append)
    with pytest.raises(RefusedDatabase, match="cần nâng cấp"):
        opened(database_path, read_only=True)
    opened(database_path)
    assert upgraded == [database_path]


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
    monkeypatch.setattr("cchc_desktop.storage.database._make_current", lambda _: 1 / 0)
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
    assert (reader.queries.check().problems, schema_version(database_path)) == ((), 1)
