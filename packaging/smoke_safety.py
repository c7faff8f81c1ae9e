"""Steps of the smoke test: foreign files, databases of other versions, and what is left behind."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import smoke_files
from dev_process import ROOT
from smoke_program import Program, folder_digest, require_that

_HOSTILE: dict[str, Callable[[Path], Path]] = {
    "Bom nén.docx": smoke_files.write_bomb,
    "Không phải Word.docx": smoke_files.write_stranger,
}
_NEWER = 9_999


def refuse_hostile(program: Program) -> str:
    """Each hostile file is refused in one sentence, and the data is as before."""
    before = program.database.read_bytes()
    for name, write in _HOSTILE.items():
        answer = program.run("import", write(program.place / name), "--json", code=2)
        require_that(answer.out == "", f"{name}: prints {answer.out[:200]!r}")
        require_that(answer.err.count("\n") == 1, f"{name}: more than one line: {answer.err!r}")
    require_that(program.database.read_bytes() == before, "the database has changed")
    return f"{len(_HOSTILE)} files"


def upgrade_older(program: Program) -> str:
    """A database of every earlier schema is upgraded in process when a command writes; no plan gets lost."""
    newest = _schema(program.database)
    versions = []
    for sample in sorted((ROOT / "db" / "samples").glob("*.db")):
        copy = program.place / f"Dữ liệu cũ {sample.name}"
        shutil.copyfile(sample, copy)
        versions.append(_schema(copy))
        program.run("--db", copy, "undo")
        program.run("--db", copy, "redo")
        require_that(_schema(copy) == newest, f"{sample.name}: schema {_schema(copy)}, the newest is {newest}")
        require_that(_rows(copy) == _rows(sample), f"{sample.name}: {_rows(copy)} rows, before {_rows(sample)}")
        report = program.run("--db", copy, "check", "--json").json
        require_that(report["problems"] == [], f"{sample.name}: {report['problems']}")
    require_that(versions, "there is no sample in db/samples")
    return f"schema {versions} to {newest}"


def refuse_newer(program: Program) -> str:
    """A database that a later version wrote is refused, not a byte of it changed."""
    copy = program.place / "Dữ liệu mới hơn.db"
    shutil.copyfile(program.database, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(f"PRAGMA user_version = {_NEWER}")
    before = copy.read_bytes()
    answer = program.run("--db", copy, "import", program.place / "Phụ lục kế hoạch.docx", code=2)
    require_that(copy.read_bytes() == before, "the file has changed")
    return answer.err.strip()


def nothing_left(program: Program, before: str) -> str:
    """The program's folder is as it was, and nothing temporary is left."""
    require_that(folder_digest(program.folder) == before, f"files in {program.folder} have changed")
    left = [file.name for file in program.temporary.iterdir()]
    require_that(not left, f"left in the temporary folder: {left}")
    beside = [file.name for file in program.database.parent.iterdir() if file.suffix in {".owner", ".db-journal"}]
    require_that(not beside, f"left beside the database: {beside}")
    return "program folder unchanged, no temporary files"


def _schema(database: Path) -> int:
    """Return the schema version of a database (`PRAGMA user_version`)."""
    return _number(database, "PRAGMA user_version")


def _rows(database: Path) -> tuple[int, int]:
    """Return how many plans and tasks a database has, deleted ones included."""
    return _number(database, "SELECT count(*) FROM plan"), _number(database, "SELECT count(*) FROM item")


def _number(database: Path, query: str) -> int:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute(query).fetchone()[0])
