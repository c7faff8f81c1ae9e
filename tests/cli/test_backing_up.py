"""backup, backups, restore."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop import paths, wiring
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.history import UNDO_RESTORE
from tests.cli.appendices import write_xlsx


@pytest.fixture
def imported(run, database, tmp_path) -> Path:
    """A database with one imported plan, which its first backup holds."""
    answer = run("import", write_xlsx(tmp_path / "phụ lục.xlsx"))
    assert answer.code == 0, answer.err
    return database


@pytest.fixture
def filled(imported) -> Path:
    """The same without its backup: the tests make theirs."""
    shutil.rmtree(wiring.backup_folder(imported))
    return imported


def delete_plan(database: Path) -> None:
    with wiring.open_workspace(database) as workspace, workspace.units(Operation("plan.delete", "Xóa")) as unit:
        unit.plans.delete(1)
        unit.commit()


def test_a_backup_is_listed_by_the_contract(run, filled):
    assert run("backups", "--json").json == []
    made = run("backup")
    assert made.code == 0, made.err
    (line,) = run("backups", "--json").json
    assert set(line) == {
        "file", "at", "reason", "size", "sha256", "sound", "schema_version", "counts", "changes_since", "own",
    }  # fmt: skip
    file = Path(line["file"])
    assert file.parent == wiring.backup_folder(filled)
    assert line["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert line["size"] == file.stat().st_size
    assert (line["reason"], line["sound"], line["changes_since"]) == ("manual", True, 0)
    assert line["counts"]["plan"] == 1
    assert "giống dữ liệu hiện nay" in run("backups").out


def test_the_first_import_is_held_by_a_backup_at_once(run, imported):
    (line,) = run("backups", "--json").json
    assert (line["reason"], line["sound"], line["counts"]["plan"], line["changes_since"]) == ("start", True, 1, 0)


def test_a_look_at_a_file_makes_no_backup(run, database, tmp_path):
    assert run("import", "--dry-run", write_xlsx(tmp_path / "phụ lục.xlsx")).code == 0
    assert run("backups", "--json").json == []


def test_a_backup_as_one_file(run, filled, tmp_path):
    target = tmp_path / "gửi đi.db"
    assert run("backup", "--to", target).code == 0
    assert run("backups", "--json").json == []
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT count(*) FROM plan").fetchone() == (1,)


@pytest.mark.parametrize("by", ["path", "name"])
def test_restore_brings_back_what_was_deleted(run, filled, by):
    run("backup")
    (line,) = run("backups", "--json").json
    delete_plan(filled)
    assert run("plans", "--json").json == []
    restored = run("restore", line["file"] if by == "path" else Path(line["file"]).name)
    assert restored.code == 0, restored.err
    assert len(run("plans", "--json").json) == 1
    lines = run("backups", "--json").json
    assert [line["reason"] for line in lines] == ["restore", "manual"]
    assert Path(lines[0]["file"]).name in restored.out


def test_restore_is_undone_by_undo(run, filled):
    run("backup")
    (line,) = run("backups", "--json").json
    delete_plan(filled)
    run("restore", line["file"])
    undone = run("undo")
    assert undone.code == 0, undone.err
    assert run("plans", "--json").json == []
    assert run("undo").out == "Đã hoàn tác: Xóa\n"  # the next undo goes on behind the restore
    assert len(run("plans", "--json").json) == 1


def test_restore_replaces_a_damaged_file_and_keeps_it(run, filled):
    run("backup")
    (line,) = run("backups", "--json").json
    content = bytearray(filled.read_bytes())
    content[5000:-5000] = bytes(len(content) - 10_000)
    filled.write_bytes(content)
    assert run("plans").code == 2
    assert run("backup").code == 2
    restored = run("restore", line["file"])
    assert restored.code == 0, restored.err
    aside = filled.with_name(filled.name + ".damaged")
    assert aside.read_bytes() == content
    assert str(aside) in restored.out
    assert len(run("plans", "--json").json) == 1


def newer(file):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(file):
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE x (a)")


def text(file):
    file.write_text("không phải dữ liệu" * 20, encoding="utf-8")


def damaged(file):
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


@pytest.mark.parametrize("spoil", [newer, foreign, text, damaged, Path.unlink], ids=lambda spoil: spoil.__name__)
def test_what_is_no_backup_is_refused(run, filled, tmp_path, spoil):
    file = tmp_path / "lạ.db"
    shutil.copyfile(filled, file)
    spoil(file)
    before = filled.read_bytes()
    answer = run("restore", file)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()
    assert filled.read_bytes() == before


def test_restore_respects_a_living_owner_and_backup_need_not(run, filled):
    run("backup")
    (line,) = run("backups", "--json").json
    with wiring.open_workspace(filled):
        assert run("restore", line["file"]).code == 2
        assert run("backup").code == 0
    assert len(run("backups", "--json").json) == 2


def test_without_data_there_is_nothing_to_back_up(run, database):
    assert run("backup").code == 2
    assert run("backups", "--json").json == []
    assert "Chưa có bản sao lưu nào" in run("backups").out
    assert not database.exists()


def test_a_second_import_is_secured_by_a_backup(run, filled, tmp_path):
    run("import", write_xlsx(tmp_path / "phụ lục.xlsx"))
    assert [line["reason"] for line in run("backups", "--json").json] == ["import"]


def test_the_programs_own_data_has_the_one_folder(tmp_path):
    assert wiring.backup_folder(paths.default_database()) == paths.backup_dir()
    assert wiring.backup_folder(tmp_path / "khác.db").parent == paths.backup_dir()


def test_an_older_file_is_backed_up_before_its_migration(run, database):
    shutil.copyfile(paths.migrations_dir().parent / "samples" / "schema-1.db", database)
    with wiring.open_workspace(database):
        pass
    (line,) = run("backups", "--json").json
    assert (line["reason"], line["schema_version"], line["sound"]) == ("migration", 1, True)


def test_a_backup_of_another_database_is_told_in_plain_words(run, filled, tmp_path):
    folder = wiring.backup_folder(filled)
    run("backup")
    other = tmp_path / "xã khác.db"
    with wiring.open_workspace(other) as workspace:
        with workspace.units(Operation("agency.add", "Thêm")) as unit:
            unit.settings.put("tên", "xã khác")
            unit.commit()
        workspace.backups.make_to(folder / "mang về.db")
    own = {Path(line["file"]).name: line["own"] for line in run("backups", "--json").json}
    assert own.pop("mang về.db") is False
    assert list(own.values()) == [True]
    assert "của cơ sở dữ liệu khác" in run("backups").out


def test_the_undo_of_a_restore_names_an_operation_of_what_came_back(run, filled):
    run("backup")
    (line,) = run("backups", "--json").json
    delete_plan(filled)
    run("restore", line["file"])
    undone = run("undo", "--json").json
    newest = run("log", "--json").json[0]
    assert undone["operation_id"] == newest["id"]
    assert newest["kind"] == UNDO_RESTORE


def test_a_restore_tells_what_does_not_agree_with_the_log(run, filled):
    target = filled.with_name("mang theo.db")
    run("backup", "--to", target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("UPDATE item SET note = 'không ai ghi' WHERE id = 1")
        connection.commit()
    restored = run("restore", target)
    assert (restored.code, "Nhiệm vụ số 1 không còn như nhật ký đã ghi" in restored.out) == (0, True)
