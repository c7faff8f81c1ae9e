from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from cchc_desktop.domain.errors import CannotWrite, RefusedDatabase
from cchc_desktop.paths import migrations_dir
from cchc_desktop.storage import migrate
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.queries import SqlPlanQueries
from cchc_desktop.storage.sqlite_file import APPLICATION_ID, HEAD_VERSION, schema_version
from tests.storage.conftest import EDIT, sample_plan

ROOT = Path(__file__).resolve().parents[2]


def schema(path: Path) -> dict[tuple[str, str], object]:
    """Return each object of the schema: its columns in order, and its clauses, whose order means nothing."""
    with closing(sqlite3.connect(path)) as raw:
        objects = raw.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        return {
            (kind, name): (
                raw.execute(f"PRAGMA table_xinfo({name})").fetchall(),
                sorted(filter(None, map(str.strip, re.split("[\n,()]", sql or "")))),
            )
            for kind, name, sql in objects
        }


def header(path: Path) -> tuple[int, ...]:
    with closing(sqlite3.connect(path)) as raw:
        return tuple(raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))


@pytest.fixture
def migrated(tmp_path) -> Path:
    path = tmp_path / "migrated.db"
    migrate.upgrade(path)
    return path


def test_the_migrations_make_what_the_tables_say(migrated, blank_file):
    assert schema(migrated) == schema(blank_file)


def test_fresh_and_migrated_files_are_signed_alike(migrated, blank_file):
    assert header(migrated) == header(blank_file) == (APPLICATION_ID, HEAD_VERSION)
    for path in (migrated, blank_file):
        with closing(sqlite3.connect(path)) as raw:
            stamps = raw.execute("SELECT version_num FROM alembic_version").fetchall()
            assert stamps == [(migrate.revision_of(HEAD_VERSION),)]


def test_the_constant_is_the_newest_script():
    config = Config()
    config.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.revision_of(HEAD_VERSION)]


def test_every_id_is_never_used_again(blank_file):
    with closing(sqlite3.connect(blank_file)) as raw:
        tables = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%\tid INTEGER%'")
        found = {name: "AUTOINCREMENT" in sql for name, sql in tables}
    named = (
        "plan", "section", "item", "agency", "indicator", "setting", "operation", "change", "document", "record",
        "period_update", "extension", "urging", "indicator_value", "reporting_period", "day_off",
        "superior_form", "form_period",
    )  # fmt: skip
    assert found == dict.fromkeys(named, True)


def test_an_upgrade_keeps_the_rows(store, database_path):
    with store.units(EDIT) as unit:
        unit.plans.add(sample_plan())
        unit.commit()
    migrate.upgrade(database_path)
    assert [line.title for line in store.queries.plans()] == [sample_plan().title]


def samples() -> list[Path]:
    return sorted((ROOT / "db" / "samples").glob("schema-*.db"))


def test_each_schema_version_has_a_stored_database():
    assert [schema_version(path) for path in samples()] == list(range(1, HEAD_VERSION + 1))


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.stem)
def test_a_stored_database_is_upgraded_with_equal_rows(sample, tmp_path):
    path = Path(shutil.copyfile(sample, tmp_path / "cũ.db"))
    with closing(sqlite3.connect(sample)) as raw:
        rows = rows_of(raw)
    migrate.upgrade(path)
    with closing(sqlite3.connect(path)) as raw:
        upgraded = rows_of(raw)
    for table, before in rows.items():
        assert [{name: row[name] for name in before[0]} for row in upgraded[table]] == before if before else True
    connection = SingleConnection(make_engine(sqlite_url(path)))
    queries = SqlPlanQueries(connection)
    assert queries.check().problems == ()
    assert [queries.tree(plan.id).plan.title for plan in queries.plans()]
    connection.close()


def test_ids_of_agencies_that_are_no_more_stay_taken(tmp_path):
    path = tmp_path / "cũ.db"
    migrate.upgrade(path, 3)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO agency (id, uid, row_version, name, kind) VALUES (7, 'a', 1, 'Công an', 'unit')")
        raw.execute("DELETE FROM agency")
    migrate.upgrade(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO agency (uid, row_version, name, kind) VALUES ('b', 1, 'Công an', 'unit')")
        assert raw.execute("SELECT id FROM agency").fetchall() == [(8,)]


def rows_of(raw: sqlite3.Connection) -> dict[str, list[dict[str, object]]]:
    raw.row_factory = sqlite3.Row
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: [dict(row) for row in raw.execute(f"SELECT * FROM {name} ORDER BY 1")]
        for name in names
        if name != "alembic_version"
    }


def _lose_rows(connection, _version):
    connection.exec_driver_sql("DELETE FROM plan")


def _break_references(connection, _version):
    connection.exec_driver_sql("UPDATE section SET plan_id = 99")


def _fail(connection, _version):
    connection.exec_driver_sql("DROP TABLE indicator")
    raise RuntimeError("a script that fails")


@pytest.mark.parametrize(
    ("script", "error"),
    [(_lose_rows, RefusedDatabase), (_break_references, RefusedDatabase), (_fail, RuntimeError)],
)
def test_an_upgrade_that_goes_wrong_changes_nothing(store, database_path, monkeypatch, script, error):
    from cchc_desktop.domain.plan import Section

    with store.units(EDIT) as unit:
        unit.sections.add(Section(unit.plans.add(sample_plan()).id, "Thể chế"))
        unit.commit()
    before = database_path.read_bytes()
    monkeypatch.setattr(migrate, "_run_scripts", script)
    with pytest.raises(error):
        migrate.upgrade(database_path)
    assert database_path.read_bytes() == before


def test_a_creation_that_fails_leaves_a_new_file(tmp_path, monkeypatch):
    path = tmp_path / "fresh.db"
    monkeypatch.setattr(migrate, "_sign", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        migrate.create(path)
    assert (path.stat().st_size, schema_version(path)) == (0, 0)


def test_opening_imports_no_alembic(tmp_path):
    code = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime\n"
        "from cchc_desktop.storage.database import open_database\n"
        "class Clock:\n"
        "    def now(self): return datetime.now(UTC)\n"
        "for _ in range(2): open_database(Path(sys.argv[1]), clock=Clock(), who='').close()\n"
        "loaded = [name for name in sys.modules if name.partition('.')[0] == 'alembic' or name == 'sqlalchemy.orm']\n"
        "sys.exit(' '.join(loaded) or None)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "fresh.db")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("act", [migrate.create, migrate.upgrade])
def test_a_file_that_cannot_be_opened_is_refused_in_plain_words(tmp_path, act):
    with pytest.raises(CannotWrite, match="Không mở được tệp dữ liệu"):
        act(tmp_path / "không có thư mục này" / "dữ liệu.db")
