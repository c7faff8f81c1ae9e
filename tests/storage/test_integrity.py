from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import DamagedDatabase
from cchc_desktop.storage.integrity import integrity_problems, require_sound


def break_an_index(path: Path) -> None:
    """Write a row that an index does not hear of: the index is out of the schema while the row is written."""
    name = "ix_operation_plan_id"
    with closing(sqlite3.connect(path)) as raw, raw:
        kept = raw.execute("SELECT * FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("DELETE FROM sqlite_schema WHERE name = ?", (name,))
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO operation (title, kind, at, who, plan_id) VALUES ('', '', '', '', 1)")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", kept)


def break_a_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096)


def break_the_schema(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 200)


CASES = [
    (lambda path: None, False, False),
    (break_an_index, False, True),
    (break_a_page, True, True),
    (break_the_schema, True, True),
]


@pytest.mark.parametrize(("damage", "quick", "thorough"), CASES, ids=["sound", "an index", "a page", "the schema"])
def test_what_each_check_notices(database_path, damage, quick, thorough):
    damage(database_path)
    for is_thorough, is_noticed in ((False, quick), (True, thorough)):
        with closing(sqlite3.connect(database_path)) as raw:
            assert bool(integrity_problems(raw, thorough=is_thorough)) is is_noticed


def test_the_error_carries_a_few_of_the_lines(database_path):
    break_a_page(database_path)
    with pytest.raises(DamagedDatabase, match="không sửa gì trong tệp") as caught:
        require_sound(database_path, thorough=True)
    assert 1 <= len(caught.value.problems) <= 20
