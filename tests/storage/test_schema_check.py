from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import ForeignDatabase, RefusedDatabase
from cchc_desktop.storage.schema_check import require_our_schema, schema_differences, schema_file
from cchc_desktop.storage.sqlite_file import HEAD_VERSION
from tests.storage.make_schemas import script_of

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = range(1, HEAD_VERSION + 1)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_stored_schema_is_what_the_migrations_make(tmp_path, version):
    assert schema_file(version).read_text(encoding="utf-8") == script_of(version, tmp_path), (
        "run: python -m tests.storage.make_schemas"
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_each_version_is_known_and_told_from_the_others(tmp_path, version):
    with closing(sqlite3.connect(tmp_path / "one.db")) as raw:
        raw.executescript(schema_file(version).read_text(encoding="utf-8"))
        assert [other for other in VERSIONS if not schema_differences(raw, other)] == [version]


def test_a_fresh_file_is_ours(blank_file):
    with closing(sqlite3.connect(blank_file)) as raw:
        require_our_schema(raw, HEAD_VERSION)


def test_an_unknown_version_is_a_fault_of_the_caller(blank_file):
    with closing(sqlite3.connect(blank_file)) as raw, pytest.raises(LookupError):
        require_our_schema(raw, HEAD_VERSION + 1)


def rewritten(name: str, before: str, after: str) -> str:
    """Return the change of one stored statement, as a hostile program would make it."""
    return (
        "PRAGMA writable_schema = ON;"
        f"UPDATE sqlite_schema SET sql = replace(sql, '{before}', '{after}') WHERE name = '{name}';"
    )


FOREIGN = {
    "a trigger": ("CREATE TRIGGER spy AFTER INSERT ON item BEGIN DELETE FROM plan; END", "có thêm trigger spy"),
    "a view": ("CREATE VIEW all_items AS SELECT * FROM item", "có thêm view all_items"),
    "a table": ("CREATE TABLE more (x)", "có thêm bảng more"),
    "a virtual table": ("CREATE VIRTUAL TABLE words USING fts5(x)", "có thêm bảng words"),
    "an index": ("CREATE INDEX by_title ON plan (title)", "có thêm chỉ mục by_title"),
    "an index on an expression": ("CREATE INDEX by_title ON plan (lower(title))", "có thêm chỉ mục by_title"),
    "statistics": ("ANALYZE", "có thêm bảng sqlite_stat1"),
    "a missing table": ("DROP TABLE indicator", "thiếu bảng indicator"),
    "a missing index": ("DROP INDEX ix_item_parent_id", "thiếu chỉ mục ix_item_parent_id"),
    "a column more": ("ALTER TABLE item ADD COLUMN secret TEXT", "bảng item khác ở cột secret"),
    "a generated column": (
        "ALTER TABLE item ADD COLUMN secret TEXT AS (upper(content))",
        "bảng item khác ở cột secret",
    ),
    "a column less": ("ALTER TABLE item DROP COLUMN leader", "bảng item khác ở cột leader"),
    "another name": ("ALTER TABLE item RENAME COLUMN leader TO boss", "bảng item khác ở cột"),
    "another type": (rewritten("item", "leader TEXT", "leader BLOB"), "bảng item khác ở cột leader"),
    "a type that reads like a constraint": (
        rewritten("item", "content TEXT NOT NULL", 'content TEXT "NOT" NULL'),
        "bảng item khác ở cột content",
    ),
    "a default": (rewritten("item", "leader TEXT", "leader TEXT DEFAULT 1"), "bảng item khác ở cột leader"),
    "another order": (
        rewritten("item", "product TEXT, \n\tfunding TEXT", "funding TEXT, \n\tproduct TEXT"),
        "bảng item khác ở cột",
    ),
    "no NOT NULL": (rewritten("item", "uid TEXT NOT NULL", "uid TEXT"), "bảng item khác ở cột uid"),
    "an open CHECK": (rewritten("plan", "period_start <= period_end", "1"), "bảng plan có ràng buộc khác"),
    "another reference": (rewritten("item", "REFERENCES section", "REFERENCES agency"), "bảng item có ràng buộc khác"),
    "a cascade": (
        rewritten("item", "REFERENCES section (id)", "REFERENCES section (id) ON DELETE CASCADE"),
        "bảng item có ràng buộc khác",
    ),
    "with rowid": (rewritten("setting", "AUTOINCREMENT", ""), "bảng setting khác ở cột id"),
    "an index on another column": (
        rewritten("ix_section_plan_id", "plan_id)", "title)"),
        "chỉ mục ix_section_plan_id khác ở cột title",
    ),
    "a unique index": (rewritten("ix_section_plan_id", "CREATE", "CREATE UNIQUE"), "ix_section_plan_id có ràng buộc"),
    "a long statement": (
        "CREATE TABLE t (x); DROP TABLE setting; CREATE TABLE setting (x /*" + "x" * 30_000 + "*/)",
        "bảng setting khác",
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_changed_schema_is_refused_and_named(database_path, name):
    script, words = FOREIGN[name]
    with closing(sqlite3.connect(database_path)) as raw:
        raw.executescript(script)
    with closing(sqlite3.connect(database_path)) as raw:
        assert any(words in line for line in schema_differences(raw, HEAD_VERSION))
        with pytest.raises(ForeignDatabase, match="không phải là của chương trình này"):
            require_our_schema(raw, HEAD_VERSION)


SAME = {
    "spaces and comments": rewritten("item", "leader TEXT", "leader   TEXT -- lãnh đạo\n"),
    "letter case": rewritten("item", "leader TEXT", "leader text"),
    "a quoted table": rewritten("item", "REFERENCES section", 'REFERENCES "section"'),
}


@pytest.mark.parametrize("name", SAME)
def test_what_means_the_same_is_ours(database_path, name):
    with closing(sqlite3.connect(database_path)) as raw:
        raw.executescript(SAME[name])
    with closing(sqlite3.connect(database_path)) as raw:
        require_our_schema(raw, HEAD_VERSION)


def test_a_malformed_schema_is_told_as_damage(database_path):
    with closing(sqlite3.connect(database_path)) as raw:
        raw.executescript(rewritten("item", "CREATE TABLE", "CREATE TABEL"))
    with closing(sqlite3.connect(database_path)) as raw, pytest.raises(RefusedDatabase):
        require_our_schema(raw, HEAD_VERSION)


def test_many_differences_are_cut_short(tmp_path):
    with (
        closing(sqlite3.connect(tmp_path / "empty.db")) as raw,
        pytest.raises(ForeignDatabase, match=r"và \d+ chỗ khác"),
    ):
        require_our_schema(raw, 1)


def test_no_row_is_read_and_no_byte_changes(database_path, tmp_path):
    copy = Path(shutil.copyfile(database_path, tmp_path / "copy.db"))
    with closing(sqlite3.connect(copy.as_uri() + "?mode=ro", uri=True)) as raw:
        read: list[str | None] = []

        def authorise(action: int, table: str | None, *_: object) -> int:
            if action == sqlite3.SQLITE_READ:
                read.append(table)
            return sqlite3.SQLITE_OK

        raw.set_authorizer(authorise)
        require_our_schema(raw, HEAD_VERSION)
    assert set(read) == {"sqlite_master"}
    assert copy.read_bytes() == database_path.read_bytes()


def test_it_needs_no_sqlalchemy(database_path):
    code = (
        "import sqlite3, sys; sys.modules['sqlalchemy'] = sys.modules['alembic'] = None\n"
        "from cchc_desktop.storage.schema_check import require_our_schema\n"
        "require_our_schema(sqlite3.connect(sys.argv[1]), int(sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(database_path), str(HEAD_VERSION)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
