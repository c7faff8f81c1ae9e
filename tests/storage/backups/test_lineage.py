"""Backups of another database that lie in the folder: told apart, never thinned, never counted, restored by hand."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from cchc_desktop.domain.backups import BackupReason, newest_good
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.storage import migrate
from cchc_desktop.storage.backups.keeper import DatabaseBackups
from cchc_desktop.storage.backups.lineage import Kinship, Lineage
from cchc_desktop.storage.backups.names import manifest_of
from tests.storage.backups.world import WHO, World, change, damage, rows
from tests.storage.conftest import SetClock

MANUAL, START = BackupReason.MANUAL, BackupReason.START


@pytest.fixture
def world(database_path, tmp_path):
    world = World(database_path, tmp_path / "backups")
    world.add_plan("Kế hoạch của xã ta")
    yield world
    world.close()


def bring_foreign(world: World, tmp_path: Path, *, with_manifest: bool = True, after: timedelta = timedelta()) -> Path:
    """Copy a backup of another office's database, begun at the very same moment, into this one's folder."""
    folder = tmp_path / f"xã khác {after}"
    folder.mkdir()
    other = World(folder / "cchc.db", folder / "backups")
    other.add_plan("Kế hoạch của xã khác")
    other.clock.moment += after
    backup = other.keeper.make(START)
    other.close()
    world.folder.mkdir(exist_ok=True)
    file = Path(shutil.copy(backup.file, world.folder))
    if with_manifest:
        shutil.copy(manifest_of(backup.file), world.folder)
    return file


def foreign_files(keeper: DatabaseBackups) -> set[str]:
    return {line.backup.file.name for line in keeper.lines() if not line.is_own}


@pytest.mark.parametrize("with_manifest", [True, False])
def test_a_backup_of_another_database_is_listed_as_such_and_does_not_count(world, tmp_path, with_manifest):
    foreign = bring_foreign(world, tmp_path, with_manifest=with_manifest, after=timedelta(hours=1))
    assert world.keeper.state().newest is None
    own = world.keeper.make_if_changed(START)
    assert own is not None
    assert world.keeper.state().newest == own
    told = {line.backup.file.name: (line.is_own, line.changes_since) for line in world.keeper.lines()}
    assert told == {foreign.name: (False, None), own.file.name: (True, 0)}
    assert newest_good(world.keeper.lines()).backup == own


def test_a_backup_of_another_database_is_never_thinned(world, tmp_path):
    foreign = {bring_foreign(world, tmp_path, after=timedelta(minutes=minute)).name for minute in range(3)}
    world.wait(days=900)
    for _ in range(3):
        world.keeper.make(MANUAL)
    assert foreign_files(world.keeper) == foreign


def test_it_can_be_restored_by_hand_and_the_preview_says_so(world, tmp_path):
    foreign = bring_foreign(world, tmp_path)
    assert any("cơ sở dữ liệu khác" in problem for problem in world.keeper.preview(foreign).problems)
    own = world.keeper.make(MANUAL)
    assert world.keeper.preview(own.file).problems == ()
    world.keeper.restore(foreign)
    assert world.titles() == ["Kế hoạch của xã khác"]
    assert own.file.name in foreign_files(world.keeper)


# ---------------------------------------------------------------- what stays of one lineage


def test_histories_that_part_after_a_restore_are_of_one_lineage(world):
    first = world.keeper.make(MANUAL)
    world.add_plan("Kế hoạch hai")
    world.keeper.make(MANUAL)
    world.keeper.restore(first.file)
    world.add_plan("Kế hoạch ba")
    assert foreign_files(world.keeper) == set()


def cut_all(world: World) -> None:
    with world.database.units(Operation("log.cut", "Dọn nhật ký")) as unit:
        assert unit.log.cut(world.clock.moment + timedelta(days=1))
        unit.log.note("tất cả")
        unit.commit()


def test_a_log_that_was_cut_is_told_by_its_rows(world, tmp_path):
    own = world.keeper.make(MANUAL)
    foreign = bring_foreign(world, tmp_path)
    cut_all(world)
    assert foreign_files(world.keeper) == {foreign.name}
    world.keeper.make(MANUAL)
    world.keeper.restore(own.file)  # now the backups' logs are the cut ones
    assert foreign_files(world.keeper) == {foreign.name}


def test_an_operation_that_a_purge_retold_is_known_again(world, tmp_path):
    own = world.keeper.make(MANUAL)
    foreign = bring_foreign(world, tmp_path, after=timedelta(days=1))
    with world.database.units(Operation("plan.delete", "Xóa")) as unit:
        unit.plans.delete(1)
        unit.commit()
    with world.database.units(Operation("bin.purge", "Xóa hẳn")) as unit:
        unit.bin.purge(EntityKind.PLAN, 1)
        unit.commit()
    ((digest,),) = rows(world.path, "SELECT digest FROM operation WHERE id = 1")
    assert digest != own.last_digest
    assert own.file.name not in foreign_files(world.keeper)
    assert foreign.exists()


@pytest.mark.parametrize(("title", "is_own"), [("Sửa", True), ("Sửa chỗ khác", False)])
def test_an_older_schema_is_known_by_moment_and_title(tmp_path, title, is_own):
    path = tmp_path / "old.db"
    migrate.upgrade(path, 1)
    insert = "INSERT INTO operation (title, kind, at, who) VALUES ('{}', 'edit', '2025-01-01T00:00:00Z', 'x')"
    change(path, insert.format("Sửa"))
    keeper = DatabaseBackups(path, tmp_path / "backups", clock=SetClock())
    backup = keeper.make(MANUAL)
    change(path, "UPDATE operation SET title = '" + title + "'")
    change(path, insert.format("Nữa"))
    migrate.upgrade(path)
    assert (backup.file.name not in foreign_files(keeper)) is is_own


def test_an_empty_database_belongs_to_its_backups(database_path, tmp_path):
    world = World(database_path, tmp_path / "backups")
    only = bring_foreign(world, tmp_path)
    assert foreign_files(world.keeper) == set()
    assert world.keeper.state().newest.file == only
    world.add_plan()
    assert foreign_files(world.keeper) == {only.name}
    world.close()


# ---------------------------------------------------------------- data that cannot be compared


@pytest.mark.parametrize("spoil", [damage, Path.unlink], ids=["damaged", "missing"])
def test_without_readable_data_most_backups_tell_the_lineage(world, tmp_path, spoil):
    own = world.keeper.make(MANUAL)
    world.add_plan("Kế hoạch hai")
    second = world.keeper.make(MANUAL)
    foreign = bring_foreign(world, tmp_path, after=timedelta(days=2))
    world.close()
    spoil(world.path)
    keeper = DatabaseBackups(world.path, world.folder, clock=world.clock, who=WHO, release=lambda: None)
    assert foreign_files(keeper) == {foreign.name}
    state = keeper.state()
    assert state.newest == second
    assert "cơ sở dữ liệu khác" in state.note
    assert newest_good(keeper.lines()).backup == second
    keeper.restore(own.file)
    assert keeper.state().note == ""


def test_logs_that_were_cut_at_different_moments_are_one_group(world, tmp_path):
    world.keeper.make(MANUAL)
    world.add_plan("Kế hoạch hai")
    world.keeper.make(MANUAL)
    with world.database.units(Operation("log.cut", "Dọn nhật ký")) as unit:
        unit.log.cut(world.clock.moment - timedelta(seconds=3))
        unit.log.note("một")
        unit.commit()
    world.keeper.make(MANUAL)
    foreign = bring_foreign(world, tmp_path, after=timedelta(days=2))
    world.close()
    world.path.unlink()
    assert foreign_files(world.keeper) == {foreign.name}


def test_a_file_that_cannot_be_read_is_listed_all_the_same(world, tmp_path):
    foreign = bring_foreign(world, tmp_path)
    damage(foreign)
    world.keeper.make(MANUAL)
    with suppress(OSError):
        manifest_of(foreign).unlink()
    assert [line.is_sound for line in world.keeper.lines() if line.backup.file == foreign] == [False]


ENDLESS = "CREATE VIEW operation AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n"


def test_a_hostile_file_that_brings_its_manifest_is_not_read(world, tmp_path):
    foreign = bring_foreign(world, tmp_path)
    manifest = manifest_of(foreign).read_text("utf-8")
    foreign.unlink()
    change(foreign, ENDLESS)
    size = f'"size": {foreign.stat().st_size},'
    manifest_of(foreign).write_text(re.sub(r'"size": \d+,', size, manifest), "utf-8")
    assert [line.backup.file for line in world.keeper.lines()] == [foreign]


def test_nothing_is_thinned_while_nobody_can_tell_whose_backups_they_are(world, monkeypatch):
    monkeypatch.setattr(Lineage, "judge", lambda self, entries: Kinship(frozenset(), is_compared=False))
    for _ in range(4):
        world.keeper.make(MANUAL)
    world.wait(days=900)
    world.keeper.make(MANUAL)
    assert len(world.keeper.lines()) == 5
