from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import Cancelled, CannotWrite, DatabaseInUse, RefusedDatabase
from cchc_desktop.storage import moving
from cchc_desktop.storage.moving import move_to_local
from cchc_desktop.storage.owner import OwnerFile, owner_path
from tests.storage.conftest import EDIT, sample_plan

NOW = datetime(2025, 7, 1, 1, 15, tzinfo=UTC)


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "local" / "Theo dõi" / "cchc.db"


@pytest.fixture
def filled(store, database_path) -> Path:
    with store.units(EDIT) as unit:
        unit.plans.add(sample_plan())
        unit.commit()
    store.connection.close()
    return database_path


def titles(path: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT title FROM plan").fetchall()


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_the_data_are_at_the_new_place_and_the_old_file_has_another_name(filled, target):
    old = move_to_local(filled, target, now=NOW)
    assert titles(target) == titles(old) == [(sample_plan().title,)]
    assert (old.name, filled.exists(), owner_path(filled).exists()) == ("cchc (đã chuyển).db", False, False)
    assert files(target.parent) == ["cchc.db"]


def test_a_name_that_is_taken_is_left(filled, target):
    taken = filled.with_name("cchc (đã chuyển).db")
    taken.write_text("x")
    assert move_to_local(filled, target, now=NOW).name == "cchc (đã chuyển 2).db"
    assert taken.read_text() == "x"


def in_use(path: Path, target: Path) -> None:
    OwnerFile.acquire(path, NOW)


def exists(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    target.write_text("x")


def damaged(path: Path, target: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * 3] + b"\xff" * 4096 + content[4096 * 4 :])


OBSTACLES = {
    "held": (in_use, DatabaseInUse),
    "taken": (exists, CannotWrite),
    "damaged": (damaged, RefusedDatabase),
    "foreign": (lambda path, target: path.write_text("x" * 900), RefusedDatabase),
}


@pytest.mark.parametrize("name", OBSTACLES)
def test_what_stands_in_the_way_leaves_all_as_it_was(filled, target, name):
    make, error = OBSTACLES[name]
    make(filled, target)
    before, names = filled.read_bytes(), files(filled.parent)
    with pytest.raises(error):
        move_to_local(filled, target, now=NOW)
    assert (filled.read_bytes(), files(filled.parent)) == (before, names)


def test_it_can_be_stopped(filled, target):
    with pytest.raises(Cancelled):
        move_to_local(filled, target, is_cancelled=lambda: True, now=NOW)
    assert (filled.exists(), files(target.parent)) == (True, [])


def test_an_old_file_that_cannot_be_renamed_stays_the_only_one(filled, target, monkeypatch):
    real = moving.replace_with_retries

    def refuse(source: Path, to: Path) -> None:
        if source == filled:
            raise PermissionError(13, "held")
        real(source, to)

    monkeypatch.setattr(moving, "replace_with_retries", refuse)
    with pytest.raises(CannotWrite, match="chưa được chuyển"):
        move_to_local(filled, target, now=NOW)
    assert (filled.exists(), target.exists()) == (True, False)


def test_a_link_is_followed_to_the_file_that_is_moved(filled, target, tmp_path):
    (tmp_path / "bàn làm việc").mkdir()
    link = tmp_path / "bàn làm việc" / "cchc.db"
    link.symlink_to(filled)
    old = move_to_local(link, target, now=NOW)
    assert (old.parent, filled.exists(), link.is_symlink()) == (filled.parent, False, True)
    assert titles(target) == [(sample_plan().title,)]
