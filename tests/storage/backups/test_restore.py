"""A restore brings all of a backup and loses nothing; what it refuses leaves the data byte for byte as it was."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.errors import (
    Cancelled,
    CannotWrite,
    ChangedOutside,
    DamagedDatabase,
    DatabaseInUse,
    NotFound,
    RefusedDatabase,
)
from cchc_desktop.domain.history import RESTORE_DATABASE
from cchc_desktop.domain.ports import no_progress
from cchc_desktop.storage import migrate
from cchc_desktop.storage.backups import restore as backup_restore
from cchc_desktop.storage.backups.homes import EVIDENCE_FOLDER
from cchc_desktop.storage.backups.keeper import DatabaseBackups
from cchc_desktop.storage.backups.names import manifest_of
from cchc_desktop.storage.sqlite_file import HEAD_VERSION
from tests.storage.backups.test_keeper import add_evidence
from tests.storage.backups.world import WHO, World, change, damage, rows, visible
from tests.storage.conftest import SetClock

MANUAL = BackupReason.MANUAL


@pytest.fixture
def world(database_path, tmp_path):
    world = World(database_path, tmp_path / "backups")
    world.add_plan("Kế hoạch một")
    yield world
    world.close()


@pytest.fixture
def backup(world):
    """A backup, after which a second plan came."""
    backup = world.keeper.make(MANUAL)
    world.add_plan("Kế hoạch hai")
    return backup


def test_a_restore_brings_the_backup_and_is_logged(world, backup):
    restored = world.keeper.restore(backup.file)
    assert world.titles() == ["Kế hoạch một"]
    assert world.log_kinds() == ["plan.add", RESTORE_DATABASE]
    newest = world.database.history.next_steps().undo
    assert newest.title == "Khôi phục dữ liệu từ bản sao lưu ngày 01/07/2025 08:00"
    assert newest.who == WHO
    assert world.database.history.note(newest.id) == restored.safety.file.name
    assert restored.kept_aside is None
    assert world.database.queries.check().problems == ()


def test_the_safety_backup_undoes_a_restore(world, backup):
    restored = world.keeper.restore(backup.file)
    world.keeper.restore(type(backup.file)(restored.safety.file.name))
    assert world.titles() == ["Kế hoạch hai", "Kế hoạch một"]


def test_writing_goes_on_after_a_restore(world, backup):
    world.keeper.restore(backup.file)
    world.add_plan("Kế hoạch ba")
    assert world.titles() == ["Kế hoạch ba", "Kế hoạch một"]
    assert [line.changes_since for line in world.keeper.lines()] == [None, 2]


def test_nothing_unfinished_is_left(world, backup):
    world.keeper.restore(backup.file)
    assert visible(world.path.parent) == {"cchc.db", "cchc.db.lock", "backups"}


def test_readers_elsewhere_go_on_reading(world, backup):
    with closing(sqlite3.connect(f"{world.path.as_uri()}?mode=ro", uri=True)) as reader:
        assert reader.execute("SELECT count(*) FROM plan").fetchone() == (2,)
        world.keeper.restore(backup.file)
        assert reader.execute("SELECT count(*) FROM plan").fetchone() == (1,)


def test_a_reader_that_stays_inside_is_told_and_keeps_the_data(world, backup, monkeypatch):
    monkeypatch.setattr("cchc_desktop.storage.sqlite_file.BUSY_SECONDS", 0.05)
    monkeypatch.setattr(backup_restore.copy_pages, "__defaults__", (*backup_restore.copy_pages.__defaults__[:2], 0.1))
    with closing(sqlite3.connect(world.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM plan").fetchone()
        with pytest.raises(DatabaseInUse):
            world.keeper.restore(backup.file)
    assert world.titles() == ["Kế hoạch hai", "Kế hoạch một"]


def test_an_older_backup_is_upgraded_on_its_way(world, tmp_path):
    old = tmp_path / "cũ.db"
    migrate.upgrade(old, 1)
    world.keeper.restore(old)
    assert world.titles() == []
    assert rows(world.path, "PRAGMA user_version") == [(HEAD_VERSION,)]
    assert rows(old, "PRAGMA user_version") == [(1,)]


def test_a_backup_in_wal_mode_is_taken(world, backup, tmp_path):
    other = tmp_path / "wal.db"
    shutil.copyfile(backup.file, other)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    world.keeper.restore(other)
    assert world.titles() == ["Kế hoạch một"]
    assert rows(world.path, "PRAGMA journal_mode") == [("delete",)]


# ---------------------------------------------------------------- refusals


def foreign(path):
    path.unlink()
    change(path, "CREATE TABLE x (a)")


def newer(path):
    change(path, "PRAGMA user_version = 99")


def triggered(path):
    change(path, "CREATE TRIGGER evil AFTER INSERT ON plan BEGIN DELETE FROM item; END")


def unreferenced(path):
    change(path, "UPDATE item SET section_id = 99")


def unreadable_dates(path):
    change(path, "UPDATE plan SET period_start = '0', period_end = 'x'")


def half_of_a_pair(path):
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")


def empty(path):
    path.write_bytes(b"")


def cyclic(path):
    change(path, "UPDATE item SET parent_id = 2 WHERE id = 1")
    change(path, "UPDATE item SET parent_id = 1 WHERE id = 2")


def misplaced(path):
    change(path, "UPDATE item SET parent_id = 1 WHERE id = 2")
    change(path, "UPDATE item SET deleted_at = '2025-01-01T00:00:00.000000Z' WHERE id = 1")


HOSTILE = [cyclic, misplaced, foreign, newer, triggered, unreferenced, unreadable_dates, damage, half_of_a_pair, empty]


@pytest.mark.parametrize("spoil", HOSTILE, ids=lambda spoil: spoil.__name__)
def test_what_is_no_sound_backup_is_refused(world, backup, tmp_path, spoil):
    file = tmp_path / "lạ.db"
    shutil.copyfile(backup.file, file)
    spoil(file)
    before = world.path.read_bytes()
    with pytest.raises(RefusedDatabase) as refusal:
        world.keeper.restore(file)
    assert refusal.value.message.endswith(".")
    assert world.path.read_bytes() == before
    assert visible(world.path.parent) >= {"cchc.db"}
    assert not list(world.path.parent.glob(".*"))


@pytest.mark.parametrize("spoil", [cyclic, misplaced], ids=lambda spoil: spoil.__name__)
def test_the_preview_refuses_what_the_restore_would(world, backup, tmp_path, spoil):
    file = tmp_path / "lạ.db"
    shutil.copyfile(backup.file, file)
    spoil(file)
    with pytest.raises(DamagedDatabase) as refusal:
        world.keeper.preview(file)
    assert refusal.value.problems


def test_an_undo_of_a_restore_brings_back_what_was_there_whatever_it_was(world, backup):
    misplaced(world.path)
    restored = world.keeper.restore(backup.file)
    again = world.keeper.restore(restored.safety.file, is_undo=True)
    assert any("dưới nhiệm vụ đã bị xóa" in problem for problem in again.problems)


def test_rows_that_the_log_does_not_explain_are_told(world, backup, tmp_path):
    file = tmp_path / "lạ.db"
    shutil.copyfile(backup.file, file)
    change(file, "UPDATE item SET note = 'không ai ghi' WHERE id = 1")
    expected = ("Nhiệm vụ số 1 không còn như nhật ký đã ghi.",)
    assert world.keeper.preview(file).problems == expected
    assert world.keeper.restore(file).problems == expected


def test_a_backup_that_changed_since_is_refused_and_listed_as_such(world, backup):
    change(backup.file, "UPDATE plan SET title = 'Khác'")
    for door in (world.keeper.preview, world.keeper.restore):
        with pytest.raises(RefusedDatabase):
            door(backup.file)
    assert [line.is_sound for line in world.keeper.lines()] == [False]


def test_the_data_itself_is_no_backup(world, backup):
    for door in (world.keeper.preview, world.keeper.restore):
        with pytest.raises(RefusedDatabase):
            door(world.path)
    assert world.titles() == ["Kế hoạch hai", "Kế hoạch một"]


def test_an_unknown_name_is_not_found(world, tmp_path):
    with pytest.raises(NotFound):
        world.keeper.restore(tmp_path / "none.db")


def test_without_a_safety_backup_nothing_is_restored(world, backup, tmp_path, monkeypatch):
    file = shutil.copyfile(backup.file, tmp_path / "mang theo.db")
    shutil.rmtree(world.folder)
    world.folder.write_text("")
    monkeypatch.setattr(world.keeper._maker.folders[1], "path", world.folder / "none")
    with pytest.raises(CannotWrite):
        world.keeper.restore(file)
    assert world.titles() == ["Kế hoạch hai", "Kế hoạch một"]


def test_a_reader_may_not_restore(world, backup):
    reader = DatabaseBackups(world.path, world.folder, clock=world.clock)
    with pytest.raises(CannotWrite):
        reader.restore(backup.file)
    assert reader.preview(backup.file).plans


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 5, 8])
def test_cancelling_at_any_step_keeps_the_data(world, backup, steps):
    asked = iter([False] * steps)
    before = world.path.read_bytes()
    try:
        world.keeper.restore(backup.file, no_progress, lambda: next(asked, True))
    except Cancelled:
        assert world.path.read_bytes() == before
    else:
        assert world.titles() == ["Kế hoạch một"]


def test_the_unit_that_was_begun_on_the_old_content_is_gone(world, backup):
    """After a restore the program's connection opens anew: nothing is refused as changed from outside."""
    world.keeper.restore(backup.file)
    try:
        world.add_plan("Kế hoạch ba")
    except ChangedOutside:  # pragma: no cover
        pytest.fail("the restore was taken for another program's change")
    assert "Kế hoạch ba" in world.titles()


# ---------------------------------------------------------------- damaged or missing data


def test_damaged_data_is_kept_aside(world, backup):
    world.close()
    damage(world.path)
    spoiled = world.path.read_bytes()
    keeper = DatabaseBackups(world.path, world.folder, clock=world.clock, who=WHO, release=lambda: None)
    restored = keeper.restore(backup.file)
    assert restored.safety is None
    assert restored.kept_aside == world.path.with_name("cchc.db.damaged")
    assert restored.kept_aside.read_bytes() == spoiled
    assert rows(world.path, "SELECT title FROM plan") == [("Kế hoạch một",)]
    damage(world.path)
    assert keeper.restore(backup.file).kept_aside.name == "cchc.db.damaged-2"


@pytest.mark.parametrize("has_links", [True, False])
def test_the_journal_of_damaged_data_goes_along(tmp_path, monkeypatch, has_links):
    """SQLite would play a journal that stays into whatever takes the name next."""
    if not has_links:
        monkeypatch.setattr(backup_restore.os, "link", refuse_link)
    database, journal = tmp_path / "cchc.db", tmp_path / "cchc.db-journal"
    database.write_bytes(b"damaged")
    journal.write_bytes(b"left over")
    aside = backup_restore.set_aside(database)
    assert (aside.name, aside.read_bytes()) == ("cchc.db.damaged", b"damaged")
    assert (tmp_path / "cchc.db.damaged-journal").read_bytes() == b"left over"
    assert not journal.exists()
    assert database.exists() is has_links


def refuse_link(*_names):
    raise OSError(95, "Operation not supported")


@pytest.mark.parametrize("content", [b"", bytes(8192)], ids=["empty", "zeros"])
def test_emptied_data_is_replaced(world, backup, content):
    world.close()
    world.path.write_bytes(content)
    keeper = DatabaseBackups(world.path, world.folder, clock=world.clock, release=lambda: None)
    keeper.restore(backup.file)
    assert rows(world.path, "SELECT title FROM plan") == [("Kế hoạch một",)]


def test_missing_data_is_restored(world, backup):
    world.close()
    world.path.unlink()
    keeper = DatabaseBackups(world.path, world.folder, clock=world.clock, release=lambda: None)
    assert keeper.preview(backup.file).plans[0].items_now is None
    assert keeper.restore(backup.file).safety is None
    assert rows(world.path, "SELECT title FROM plan") == [("Kế hoạch một",)]


def test_another_programs_file_is_never_replaced(world, backup, tmp_path):
    for name, make in (("khác.db", lambda path: change(path, "CREATE TABLE x (a)")),
                       ("thư.docx", lambda path: path.write_text("thư" * 500))):  # fmt: skip
        other = tmp_path / name
        make(other)
        before = other.read_bytes()
        keeper = DatabaseBackups(other, tmp_path / "khác", clock=world.clock, release=lambda: None)
        with pytest.raises(RefusedDatabase):
            keeper.restore(backup.file)
        assert other.read_bytes() == before


# ---------------------------------------------------------------- preview


def test_a_preview_tells_plans_items_and_lost_operations(world, backup):
    change(world.path, "UPDATE item SET content = 'Sửa' WHERE id = 1")
    preview = world.keeper.preview(backup.file)
    told = {plan.title: (plan.items_now, plan.items_then, plan.changed) for plan in preview.plans}
    assert told == {"Kế hoạch một": (3, 3, 1), "Kế hoạch hai": (3, None, 3)}
    assert (preview.at, preview.operations_lost, preview.schema_version) == (backup.at, 1, HEAD_VERSION)


def test_a_preview_of_an_older_backup_compares_what_both_have(world, tmp_path):
    old = tmp_path / "cũ.db"
    migrate.upgrade(old, 1)
    preview = world.keeper.preview(old)
    assert [(plan.items_now, plan.items_then) for plan in preview.plans] == [(3, None)]
    assert preview.schema_version == 1


# ---------------------------------------------------------------- evidence


def test_missing_evidence_comes_back(world):
    store = world.path.parent / EVIDENCE_FOLDER
    name = add_evidence(store, b"minh chung")
    backup = world.keeper.make(MANUAL)
    (store / name).unlink()
    world.keeper.restore(backup.file)
    assert (store / name).read_bytes() == b"minh chung"


def test_a_manifest_from_outside_cannot_name_files_elsewhere(world, tmp_path):
    backup = world.keeper.make(MANUAL)
    document = manifest_of(backup.file).read_text(encoding="utf-8")
    manifest_of(backup.file).write_text(document.replace('"evidence": []', '"evidence": ["../../x"]'), "utf-8")
    world.keeper.restore(backup.file)
    assert len(world.keeper.state().troubles) == 1


# ---------------------------------------------------------------- killed, and large

KILLED = """
import os, sys
from pathlib import Path
from cchc_desktop.storage import sqlite_file
from cchc_desktop.storage.backups import restore as backup_restore
copy, database, after = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
steps = 0
def progress(done, total):
    global steps
    steps += 1
    if steps > after:
        os._exit(9)
from cchc_desktop.storage.backups import copy as backup_copy
backup_copy._PAGES_PER_STEP = 8
backup_restore.exchange(copy, database, progress, lambda: False)
"""


@pytest.mark.parametrize("after", [0, 2, 5, 9])
def test_a_kill_in_the_exchange_leaves_the_old_content_or_the_new(world, backup, after):
    world.close()
    subprocess.run([sys.executable, "-c", KILLED, str(backup.file), str(world.path), str(after)], check=False)
    with closing(sqlite3.connect(world.path)) as connection:  # plays the journal back
        titles = sorted(title for (title,) in connection.execute("SELECT title FROM plan"))
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert titles in (["Kế hoạch một"], ["Kế hoạch hai", "Kế hoạch một"])


@pytest.mark.slow
def test_twenty_thousand_items_are_restored_within_ten_seconds(database_path, tmp_path):
    world = World(database_path, tmp_path / "backups", SetClock())
    world.add_plan("Lớn", items=20_000)
    start = time.perf_counter()
    backup = world.keeper.make(MANUAL)
    made = time.perf_counter()
    world.add_plan("Nhỏ")
    begun = time.perf_counter()
    world.keeper.preview(backup.file)
    seen = time.perf_counter()
    world.keeper.restore(backup.file)
    took = time.perf_counter() - seen
    print(f"backup {made - start:.2f} s, preview {seen - begun:.2f} s, restore {took:.2f} s, {backup.size:,} bytes")
    assert world.titles() == ["Lớn"]
    assert took < 10
    world.close()


def test_a_fault_behind_the_commit_is_no_refusal(world, backup, monkeypatch):
    """The file could not be made shorter, say: the data are those of the backup, and that is what is told."""
    original = backup_restore.copy_pages

    def late(*arguments):
        original(*arguments)
        raise CannotWrite("Ổ đĩa báo lỗi.")

    monkeypatch.setattr(backup_restore, "copy_pages", late)
    world.keeper.restore(backup.file)
    assert world.titles() == ["Kế hoạch một"]


def test_a_fault_before_the_commit_is_a_refusal(world, backup, monkeypatch):
    def early(*arguments):
        raise CannotWrite("Ổ đĩa báo lỗi.")

    monkeypatch.setattr(backup_restore, "copy_pages", early)
    with pytest.raises(CannotWrite):
        world.keeper.restore(backup.file)
    assert world.titles() == ["Kế hoạch hai", "Kế hoạch một"]
