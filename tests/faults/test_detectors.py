"""Each detector of the harness is shown a broken promise once, to see it bark."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CannotWrite
from tests.faults import (
    backup_year,
    damage,
    failing_writes,
    forks,
    full_disk,
    hostile,
    killed_export,
    killed_migration,
    two_instances,
    vfs,
)
from tests.faults import fingerprint as prints
from tests.faults.failing_writes import Case
from tests.faults.sample import copied, make_sample

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not forks.IS_POSSIBLE, reason=forks.WHY_NOT)]
needs_failing_disk = pytest.mark.skipif(vfs.shared_sqlite() is None, reason=vfs.WHY_NOT)


# ---------------------------------------------------------------- children and fingerprints


def test_a_child_tells_how_it_ended():
    assert forks.in_child(lambda: 7) == forks.Ended(value=7)
    assert "ZeroDivisionError" in forks.in_child(lambda: 1 // 0).crash_line
    assert forks.in_child(lambda: os.kill(os.getpid(), signal.SIGKILL)).signal == signal.SIGKILL
    assert forks.in_child(signal.pause, seconds=0.2).is_late


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE item SET note = coalesce(note, '') || ' ' WHERE id = 1",
        "UPDATE item SET search_text = 'x' WHERE id = 1",
        "UPDATE operation SET title = 'x'",
        "DELETE FROM item_agency WHERE rowid_of IS NULL",
        "UPDATE item SET funding = NULL, note = '' WHERE note IS NULL AND id = 2",
    ],
)
def test_a_fingerprint_sees_every_change(tmp_path, change):
    path = make_sample(tmp_path / "a.db")
    before = prints.fingerprint(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(change.replace("rowid_of IS NULL", "position = 0"))
    assert prints.fingerprint(path) != before


def test_a_fingerprint_leaves_versions_out(tmp_path):
    path = make_sample(tmp_path / "a.db")
    before = prints.fingerprint(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE item SET row_version = row_version + 1")
    assert prints.fingerprint(path) == before


# ---------------------------------------------------------------- failing writes


def _inserts_under(fault: vfs.Fault, path: Path) -> tuple[str, dict[str, int]]:
    injector = vfs.Injector.install()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        injector.arm(fault)
        try:
            raw.execute("CREATE TABLE t (x)")
        except sqlite3.Error as error:
            return error.sqlite_errorname, dict(injector.hits)
    return "", dict(injector.hits)


@needs_failing_disk
@pytest.mark.parametrize(
    ("fault", "error", "hit"),
    [
        (vfs.Fault(1), "SQLITE_CANTOPEN", "open"),
        (vfs.Fault(2), "SQLITE_IOERR_WRITE", "write"),
        (vfs.Fault(2, code=vfs.FULL), "SQLITE_FULL", "write"),
        (vfs.Fault(2, late=True), "SQLITE_IOERR_WRITE", "write"),
        (vfs.Fault(10**6), "", ""),
    ],
)
def test_the_injected_error_is_really_hit(tmp_path, fault, error, hit):
    ended = forks.in_child(lambda: _inserts_under(fault, tmp_path / "a.db"))
    assert ended.value == (error, {hit: 1} if hit else {})


def _half(workspace):
    with closing(sqlite3.connect(os.environ["CCHC_TESTS_HALF"], isolation_level=None)) as raw:
        raw.execute("UPDATE item SET note = 'nửa' WHERE id = 1")
        raw.execute("UPDATE item SET note = 'nửa' WHERE id = 2")


def _raw_error(workspace):
    try:
        failing_writes.edit_anything(workspace)
    except CannotWrite as error:
        raise error.__cause__ from None


def _swallowed(workspace):
    try:
        failing_writes.edit_anything(workspace)
    except CannotWrite:
        return


@needs_failing_disk
@pytest.mark.parametrize(
    ("act", "words"), [(_half, ""), (_raw_error, "not a known error"), (_swallowed, "refused False, state before")]
)
def test_a_badly_handled_failure_is_seen(tmp_path, monkeypatch, act, words):
    monkeypatch.setenv("CCHC_TESTS_HALF", str(tmp_path / "failing.db"))
    report = failing_writes.run(1, tmp_path, seed=1, cases=(Case("bad", act),))
    assert any(words in line for line in report.broken)


# ---------------------------------------------------------------- full disk


def test_a_file_that_may_not_grow_is_refused_by_the_system(tmp_path):
    def write():
        with full_disk.limited_files(10), (tmp_path / "a").open("wb", buffering=0) as file:
            return file.write(bytes(100)), file.write(bytes(100))

    assert "OSError" in forks.in_child(write).error


def test_a_small_disk_is_really_full(tmp_path):
    try:
        with (
            full_disk.small_disk(tmp_path / "disk") as disk,
            full_disk.filled(disk, 0),
            pytest.raises(OSError, match="No space left"),
        ):
            (disk / "more").write_bytes(bytes(100_000))
    except PermissionError:
        pytest.skip("mounting is not allowed here")


# ---------------------------------------------------------------- damage


def test_damage_that_nobody_reports_is_missed(tmp_path):
    report = damage.run(9, tmp_path, seed=1, look=lambda path: {"checks": [], "log": []})
    assert report.figures["missed"] > 0
    assert not report.holds


def test_a_crash_on_damage_is_seen(tmp_path):
    report = damage.run(9, tmp_path, seed=1, look=lambda path: os.kill(os.getpid(), signal.SIGKILL))
    assert report.figures["crashes"] == 9
    assert not report.holds


# ---------------------------------------------------------------- migration


@needs_failing_disk
def test_a_migration_that_commits_half_way_is_seen(tmp_path, monkeypatch):
    def half(path):
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            for table in ("item_agency", "agency_alias"):
                raw.execute(f"DELETE FROM {table}")
            raw.execute("UPDATE plan SET title = 'x'")

    upgrade = half_unless_version(killed_migration.migrate.upgrade, half)
    monkeypatch.setattr(killed_migration.migrate, "upgrade", upgrade)
    report = killed_migration.run(6, tmp_path, seed=1)
    assert any("rows" in line for line in report.broken)


def half_unless_version(upgrade, half):
    """Spoil the upgrade to the newest version only: an older file is made by the same function."""
    return lambda path, *version: upgrade(path, *version) if version else half(path)


# ---------------------------------------------------------------- hostile files


def test_a_hang_and_a_changed_file_are_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(hostile, "_SECONDS", 0.5)
    monkeypatch.setattr(hostile, "_restore", lambda database, file: time.sleep(60))

    def refuses_but_writes(database, file):
        file.write_bytes(b"changed")
        return {"verdict": "refused", "troubles": []}

    monkeypatch.setattr(hostile, "_open", refuses_but_writes)
    report = hostile.run(1, tmp_path, seed=1)
    assert report.figures["hangs"] == 1
    assert any("the file itself changed" in line for line in report.broken)


# ---------------------------------------------------------------- two instances


def test_two_owners_are_seen(tmp_path):
    def without_asking(database, pause, hold, send):
        if not two_instances.take_witness(database):
            return send(("witness", os.getpid()))
        send(("owner", os.getpid()))
        return hold()

    report = two_instances.run(2, tmp_path, seed=1, instance=without_asking)
    assert report.figures["two owners at once"] == 2


# ---------------------------------------------------------------- backups


def test_a_day_without_a_backup_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(backup_year.backups, "back_up_if_due", lambda workspace: None)
    report = backup_year.run(12, tmp_path, seed=3)
    assert report.figures["days without a good backup"] > 0
    assert not report.holds


def test_a_pruned_newest_backup_is_seen(tmp_path, monkeypatch):
    real = backup_year.backups.back_up_if_due

    def prunes_the_newest(workspace):
        made = real(workspace)
        newest = max((tmp_path / "backups of the year").glob("*.db"), key=lambda file: file.stat().st_mtime_ns)
        newest.unlink()
        return made

    monkeypatch.setattr(backup_year.backups, "back_up_if_due", prunes_the_newest)
    report = backup_year.run(12, tmp_path, seed=3)
    assert not report.holds


# ---------------------------------------------------------------- export


def test_a_half_written_export_is_seen(tmp_path):
    def in_place(paper, target):
        with target.open("wb") as file:
            file.write(b"PK half")
            file.flush()
            signal.pause()

    report = killed_export.run(3, tmp_path, seed=1, write=in_place)
    assert report.figures["neither"] > 0
    assert not report.holds


def test_a_sample_is_sound_and_its_copy_is_equal(tmp_path):
    path = make_sample(tmp_path / "a.db", plans=2, edits=20, seed=5)
    assert prints.integrity(path) == []
    assert prints.fingerprint(copied(path, tmp_path / "b.db")) == prints.fingerprint(path)
