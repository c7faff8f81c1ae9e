"""Backups are made, verified, listed, thinned and copied; what stands in the way is told and leaves nothing half."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import Cancelled, CannotWrite, CchcError, DamagedDatabase, DatabaseInUse, NotFound
from cchc_desktop.domain.ports import no_progress
from cchc_desktop.storage import migrate
from cchc_desktop.storage.backups import maker as backup_maker
from cchc_desktop.storage.backups.homes import EVIDENCE_FOLDER, OUTSIDE_FOLDER
from cchc_desktop.storage.backups.keeper import DatabaseBackups
from cchc_desktop.storage.backups.names import manifest_of
from tests.storage.backups.world import World, change, damage, rows, visible
from tests.storage.conftest import SetClock

MANUAL, START = BackupReason.MANUAL, BackupReason.START
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def world(database_path, tmp_path):
    world = World(database_path, tmp_path / "backups")
    world.add_plan()
    yield world
    world.close()


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.db"))


# ---------------------------------------------------------------- making


def test_a_backup_is_a_whole_database_with_a_manifest(world):
    backup = world.keeper.make(MANUAL)
    assert backup.file.parent == world.folder
    assert backup.size == backup.file.stat().st_size
    assert backup.sha256 == hashlib.sha256(backup.file.read_bytes()).hexdigest()
    assert (backup.counts["plan"], backup.counts["item"], backup.last_operation) == (1, 3, 1)
    assert rows(backup.file, "SELECT content FROM item") == rows(world.path, "SELECT content FROM item")
    assert rows(backup.file, "PRAGMA journal_mode") == [("delete",)]
    assert json.loads(manifest_of(backup.file).read_bytes())["sha256"] == backup.sha256
    assert visible(world.folder) == {backup.file.name, manifest_of(backup.file).name, "ledger.json"}


def test_backups_of_one_second_do_not_overwrite_each_other(world):
    world.clock.step *= 0
    made = [world.keeper.make(MANUAL) for _ in range(3)]
    assert len({backup.file for backup in made}) == 3
    assert [line.backup for line in world.keeper.lines()] == made[::-1]


MAKER = """
import sys
from datetime import datetime
from pathlib import Path
from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.storage.backups.keeper import DatabaseBackups
class Still:
    def now(self):
        return datetime.fromisoformat(sys.argv[3])
sys.stdin.readline()
keeper = DatabaseBackups(Path(sys.argv[1]), Path(sys.argv[2]), clock=Still())
for _ in range(6):
    print(keeper.make(BackupReason.MANUAL).file.name)
"""


def test_programs_that_back_up_in_one_second_do_not_overwrite_each_other(world):
    command = [sys.executable, "-c", MAKER, str(world.path), str(world.folder), datetime.now(UTC).isoformat()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    programs = [subprocess.Popen(command, cwd=ROOT, **pipes) for _ in range(3)]
    for program in programs:
        program.stdin.write("\n")
        program.stdin.flush()
    names = [name for program in programs for name in program.communicate()[0].splitlines()]
    assert len(set(names)) == len(names) == 18
    assert {file.name for file in files(world.folder)} == set(names)


@pytest.mark.parametrize("has_links", [True, False])
def test_a_name_that_was_taken_meanwhile_is_left_to_who_has_it(world, monkeypatch, has_links):
    """What another program made between the look at the folder and the naming stays as it is."""
    if not has_links:
        monkeypatch.setattr("cchc_desktop.storage.claims.os.link", refuse_link)
    world.clock.step *= 0
    first = world.keeper.make(MANUAL)
    content = first.file.read_bytes()
    world.add_plan("Kế hoạch hai")
    monkeypatch.setattr(backup_maker.BackupMaker, "_taken", lambda self, folder: set())
    second = world.keeper.make(MANUAL)
    assert second.file != first.file
    assert first.file.read_bytes() == content
    assert rows(second.file, "SELECT count(*) FROM plan") == [(2,)]


def refuse_link(*_names):
    raise PermissionError(1, "Operation not permitted")


def test_a_backup_is_made_beside_an_open_unit_of_work(world):
    """What is not committed is not in it, and the writer goes on."""
    with world.database.units(Operation("edit", "Sửa")) as unit:
        plan = unit.plans.get(1)
        backup = world.keeper.make(MANUAL)
        unit.plans.delete(plan.id)
        unit.commit()
    assert rows(backup.file, "SELECT deleted_at FROM plan") == [(None,)]
    assert world.titles() == []


def test_a_backup_may_be_made_in_another_thread(world):
    made = []
    thread = threading.Thread(target=lambda: made.append(world.keeper.make(MANUAL)))
    thread.start()
    thread.join()
    assert made[0].counts["item"] == 3


def test_a_newer_backup_is_above_the_older_whatever_the_clock_says(world):
    first = world.keeper.make(MANUAL)
    world.wait(days=-900)
    second = world.keeper.make(MANUAL)
    assert second.at < first.at
    assert [line.backup for line in world.keeper.lines()] == [second, first]
    assert world.keeper.state().newest == second


def test_nothing_new_needs_no_backup(world):
    first = world.keeper.make_if_changed(START)
    assert first is not None
    assert world.keeper.make_if_changed(START) is None
    world.add_plan("Kế hoạch khác")
    assert world.keeper.make_if_changed(START) is not None


def test_an_empty_database_needs_no_backup(database_path, tmp_path):
    world = World(database_path, tmp_path / "backups")
    assert world.keeper.make_if_changed(START) is None
    assert not world.folder.exists()
    world.close()


def test_the_newest_backup_is_read_again_once_in_a_while(world):
    backup = world.keeper.make(MANUAL)
    content = bytearray(backup.file.read_bytes())
    content[-1] ^= 1
    backup.file.write_bytes(content)
    assert world.keeper.make_if_changed(START) is None
    world.wait(days=8)
    assert world.keeper.make_if_changed(START) is not None
    assert [line.is_sound for line in world.keeper.lines()] == [True, False]


def test_an_older_schema_is_backed_up_before_its_migration(tmp_path):
    path = tmp_path / "old.db"
    migrate.upgrade(path, 1)
    change(path, "INSERT INTO operation (title, kind, at, who) VALUES ('Sửa', 'edit', '2025-01-01T00:00:00Z', 'x')")
    keeper = DatabaseBackups(path, tmp_path / "backups", clock=SetClock())
    backup = keeper.make(BackupReason.MIGRATION)
    assert (backup.schema_version, backup.last_operation) == (1, 1)
    migrate.upgrade(path)
    (line,) = keeper.lines()
    assert (line.is_sound, line.changes_since) == (True, 0)


def test_missing_data_is_not_backed_up(tmp_path):
    keeper = DatabaseBackups(tmp_path / "none.db", tmp_path / "backups", clock=SetClock())
    with pytest.raises(NotFound):
        keeper.make(MANUAL)
    assert keeper.lines() == []
    assert keeper.state().newest is None
    assert visible(tmp_path) == set()


def test_damaged_data_is_no_backup(world):
    world.close()
    damage(world.path)
    with pytest.raises(DamagedDatabase):
        world.keeper.make(MANUAL)
    assert files(world.folder) == []
    assert world.keeper.state().troubles


def test_data_with_broken_references_is_no_backup(world):
    change(world.path, "UPDATE item SET section_id = 99")
    with pytest.raises(DamagedDatabase):
        world.keeper.make(MANUAL)
    assert files(world.folder) == []


def test_cancelling_leaves_nothing(world):
    with pytest.raises(Cancelled):
        world.keeper.make(MANUAL, no_progress, lambda: True)
    assert visible(world.folder) == set()


def test_progress_ends_at_the_whole(world):
    seen = []
    world.keeper.make(MANUAL, lambda done, total: seen.append((done, total)))
    assert seen and seen[-1][0] == seen[-1][1] > 0


def test_a_lock_that_stays_is_told(world, monkeypatch):
    monkeypatch.setattr("cchc_desktop.storage.sqlite_file.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(world.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseInUse):
            world.keeper.make(MANUAL)
    assert visible(world.folder) == set()


# ---------------------------------------------------------------- where it is refused


def test_a_folder_that_cannot_be_used_falls_back_beside_the_data(world):
    world.folder.write_text("a file in the folder's place")
    backup = world.keeper.make(MANUAL)
    assert backup.file.parent == world.path.parent / "Sao lưu" / "cchc_db"
    state = world.keeper.state()
    assert state.newest == backup
    assert len(state.troubles) == 2 and str(world.folder) in state.troubles[0]


def test_where_no_place_takes_it_the_refusal_is_told(database_path, tmp_path):
    world = World(database_path, tmp_path / "file" / "backups")
    (tmp_path / "file").write_text("")
    world.add_plan()
    (tmp_path / "Sao lưu").write_text("")
    with pytest.raises(CannotWrite) as refusal:
        world.keeper.make(MANUAL)
    assert "Không ghi được bản sao lưu" in refusal.value.message
    assert len(world.keeper.state().troubles) == 2
    world.close()


def test_a_full_disk_is_told_and_leaves_nothing(world, monkeypatch):
    original = backup_maker.LiveDatabase.copy_to

    def full(self, target, progress, is_cancelled):
        if target.parent == world.folder:
            target.write_bytes(b"half")
            with backup_maker.faults_at(target.parent):
                raise OSError(28, "No space left on device")
        return original(self, target, progress, is_cancelled)

    monkeypatch.setattr(backup_maker.LiveDatabase, "copy_to", full)
    backup = world.keeper.make(MANUAL)
    assert backup.file.parent != world.folder
    assert "ổ đĩa đã đầy" in world.keeper.state().troubles[0]
    assert visible(world.folder) <= {"ledger.json"}


def test_a_copy_that_reads_back_wrongly_is_no_backup(world, monkeypatch):
    """A bad disk: the data is sound, what was written is not."""
    original = backup_maker.LiveDatabase.copy_to

    def bad(self, target, progress, is_cancelled):
        facts = original(self, target, progress, is_cancelled)
        damage(target)
        return facts

    monkeypatch.setattr(backup_maker.LiveDatabase, "copy_to", bad)
    with pytest.raises(CannotWrite):
        world.keeper.make(MANUAL)
    assert files(world.folder) == []


# ---------------------------------------------------------------- listing


def test_lines_tell_what_changed_since(world):
    world.keeper.make(MANUAL)
    world.add_plan("Kế hoạch hai")
    world.add_plan("Kế hoạch ba")
    world.keeper.make(MANUAL)
    assert [line.changes_since for line in world.keeper.lines()] == [0, 2]


def test_another_history_has_no_count(world):
    world.add_plan("Kế hoạch hai")
    world.keeper.make(MANUAL)
    change(world.path, "UPDATE operation SET digest = 'another', title = 'Khác' WHERE id = 2")
    assert [line.changes_since for line in world.keeper.lines()] == [None]


def test_a_digest_that_was_filled_in_later_is_the_same_history(world):
    change(world.path, "UPDATE operation SET digest = NULL")
    world.keeper.make(MANUAL)
    change(world.path, "UPDATE operation SET digest = 'filled'")
    assert [line.changes_since for line in world.keeper.lines()] == [0]


def test_a_copy_by_hand_is_judged_and_listed(world, tmp_path):
    backup = world.keeper.make(MANUAL)
    shutil.copyfile(backup.file, world.folder / "bản của tôi.db")
    (world.folder / "ghi chú.db").write_text("no database")
    lines = {line.backup.file.name: line for line in world.keeper.lines()}
    own, note = lines["bản của tôi.db"], lines["ghi chú.db"]
    assert own.is_sound and own.changes_since == 0
    assert own.backup.counts == backup.counts
    assert not note.is_sound
    assert manifest_of(own.backup.file).exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 9}', b"\xff"])
def test_a_damaged_manifest_is_made_anew(world, content):
    backup = world.keeper.make(MANUAL)
    manifest_of(backup.file).write_bytes(content)
    (line,) = world.keeper.lines()
    assert line.is_sound
    assert (line.backup.at, line.backup.reason) == (backup.at.replace(microsecond=0), MANUAL)


def test_a_shortened_backup_is_not_sound(world):
    backup = world.keeper.make(MANUAL)
    backup.file.write_bytes(backup.file.read_bytes()[:-4096])
    (line,) = world.keeper.lines()
    assert (line.is_sound, line.changes_since) == (False, None)
    assert world.keeper.state().newest is None


def test_what_was_left_unfinished_is_swept(world):
    world.folder.mkdir()
    old, young = world.folder / ".aaaaaaaaaaaa.tmp", world.folder / ".bbbbbbbbbbbb.tmp"
    for file in (old, young):
        file.write_bytes(b"half")
    stamp = world.clock.moment.timestamp()
    os.utime(old, (stamp - 90_000, stamp - 90_000))
    os.utime(young, (stamp, stamp))
    world.keeper.make(MANUAL)
    assert not old.exists()
    assert young.exists()


def test_old_backups_are_thinned(world):
    for _ in range(8):
        world.keeper.make(MANUAL)
        world.wait(hours=8)
    world.wait(days=3)
    newest = world.keeper.make(MANUAL)
    lines = world.keeper.lines()
    days = [(line.backup.at + timedelta(hours=7)).date() for line in lines]
    assert lines[0].backup == newest
    assert len(set(days)) == len(days) == 4
    assert len(files(world.folder)) == len(lines)


def test_holding_names_the_backups_with_a_row(world):
    world.keeper.make(MANUAL)
    world.add_plan("Kế hoạch hai")
    second = world.keeper.make(MANUAL)
    ((uid,),) = rows(world.path, "SELECT uid FROM plan WHERE id = 2")
    assert list(world.keeper.holding([uid])) == [second]
    assert list(world.keeper.holding(["unknown"])) == []


# ---------------------------------------------------------------- one file, other disks


def test_one_file_at_a_place_of_choice(world, tmp_path):
    target = tmp_path / "gửi cấp trên.db"
    backup = world.keeper.make_to(target)
    assert backup.file == target
    assert rows(target, "SELECT count(*) FROM item") == [(3,)]
    world.keeper.make_to(target)
    folder = tmp_path / "nơi khác"
    folder.mkdir()
    assert world.keeper.make_to(folder).file.parent == folder
    assert len(visible(folder)) == 1


def test_a_backup_is_never_written_over_data_or_foreign_files(world, tmp_path):
    letter = tmp_path / "thư.docx"
    letter.write_text("thư")
    for target in (letter, world.path, tmp_path / "none" / "x.db"):
        before = world.path.read_bytes()
        with pytest.raises(CchcError):
            world.keeper.make_to(target)
        assert world.path.read_bytes() == before
    assert letter.read_text() == "thư"


def two_disks(monkeypatch, *outside: Path) -> None:
    monkeypatch.setattr(
        backup_maker, "are_on_one_volume", lambda one, other: not any(other.is_relative_to(disk) for disk in outside)
    )


def test_the_second_place_gets_a_verified_copy(world, tmp_path, monkeypatch):
    disk = tmp_path / "ổ D"
    disk.mkdir()
    two_disks(monkeypatch, disk)
    world.second = disk
    backup = world.keeper.make(MANUAL)
    (folder,) = disk.iterdir()
    copy = folder / backup.file.name
    assert copy.read_bytes() == backup.file.read_bytes()
    assert json.loads(manifest_of(copy).read_bytes())["sha256"] == backup.sha256
    assert world.keeper.state().outside_days == 0
    assert len(world.keeper.lines()) == 1
    world.wait(days=9)
    assert (world.keeper.state().outside_days, world.keeper.state().days_at_risk) == (9, 9)
    shutil.rmtree(world.folder)
    assert [line.backup.file for line in world.keeper.lines()] == [copy]


def test_an_unreachable_second_place_is_a_trouble_and_caught_up_later(world, tmp_path):
    world.second = tmp_path / "ổ D"
    backup = world.keeper.make(MANUAL)
    (trouble,) = world.keeper.state().troubles
    assert str(world.second) in trouble
    assert not world.second.exists()
    world.second.mkdir()
    assert world.keeper.make_if_changed(START) is None
    assert list(world.second.rglob(backup.file.name))
    assert world.keeper.state().troubles == ()


def test_days_at_risk_count_from_the_first_backup(world):
    assert world.keeper.state().days_at_risk == 0
    world.keeper.make(MANUAL)
    world.wait(days=7, hours=1)
    state = world.keeper.state()
    assert (state.outside_days, state.days_at_risk) == (None, 7)


def test_a_clock_that_was_set_forward_and_back_does_not_silence_the_warning(world, tmp_path, monkeypatch):
    stick = tmp_path / "USB"
    stick.mkdir()
    two_disks(monkeypatch, stick)
    world.wait(days=400)
    world.keeper.copy_outside(stick)
    assert world.keeper.state().outside_days == 0
    world.wait(days=-400)
    world.keeper.make(MANUAL)
    world.wait(days=8)
    state = world.keeper.state()
    assert (state.outside_days, state.days_at_risk) == (None, 8)
    world.keeper.copy_outside(stick)
    assert (world.keeper.state().outside_days, world.keeper.state().days_at_risk) == (0, 0)


def test_a_usb_stick_gets_a_fresh_backup_of_its_own(world, tmp_path, monkeypatch):
    stick = tmp_path / "USB"
    stick.mkdir()
    two_disks(monkeypatch, stick)
    backup = world.keeper.copy_outside(stick)
    assert backup.file.parent == stick / OUTSIDE_FOLDER
    assert rows(backup.file, "SELECT count(*) FROM item") == [(3,)]
    assert manifest_of(backup.file).exists()
    assert world.keeper.state().outside_days == 0


def test_a_usb_stick_takes_the_backup_when_no_place_at_home_does(world, tmp_path, monkeypatch):
    stick = tmp_path / "USB"
    stick.mkdir()
    world.folder.write_text("")
    monkeypatch.setattr(world.keeper._maker.folders[1], "path", world.folder / "none")
    backup = world.keeper.copy_outside(stick)
    assert backup.file.is_relative_to(stick)
    assert rows(backup.file, "SELECT count(*) FROM item") == [(3,)]


# ---------------------------------------------------------------- evidence


def add_evidence(store: Path, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    file = store / digest[:2] / f"{digest}.pdf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return f"{digest[:2]}/{file.name}"


def test_evidence_is_shared_and_goes_with_its_last_backup(world):
    store, kept = world.path.parent / EVIDENCE_FOLDER, world.folder / EVIDENCE_FOLDER
    one = add_evidence(store, b"one")
    first = world.keeper.make(MANUAL)
    (store / one).unlink()
    two = add_evidence(store, b"two")
    world.wait(days=3)
    second = world.keeper.make(MANUAL)
    assert (first.evidence, second.evidence) == ((one,), (two,))
    assert (kept / one).read_bytes() == b"one" and (kept / two).read_bytes() == b"two"
    world.wait(days=400)
    for _month in range(40):
        world.wait(days=30)
        world.keeper.make(MANUAL)
    assert not (kept / one).exists()
    assert (kept / two).exists()


def test_evidence_that_is_not_what_its_name_says_is_told(world):
    name = add_evidence(world.path.parent / EVIDENCE_FOLDER, b"one")
    (world.path.parent / EVIDENCE_FOLDER / name).write_bytes(b"other")
    backup = world.keeper.make(MANUAL)
    assert backup.evidence == ()
    assert len(world.keeper.state().troubles) == 1


def test_thinning_leaves_what_a_person_put_into_the_folder(world):
    world.keeper.make(MANUAL)
    own, other = world.folder / "trước khi họp.db", world.folder / "ghi chú.db"
    world.keeper.make_to(own)
    other.write_text("không phải cơ sở dữ liệu")
    for file in (own, other):
        os.utime(file, (1, 1))
    world.keeper.make(MANUAL)
    assert own.exists()
    assert other.exists()
