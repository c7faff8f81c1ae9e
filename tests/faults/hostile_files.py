"""Hostile SQLite files of our own making: each writes one file (or something else) at a path, from a sound database."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

Make = Callable[[Path, Path], object]
"""Called with a sound database and the path at which the hostile file is to stand."""

_BOMB = "[" * 200_000 + "]" * 200_000
_LONG = "x" * 20_000_000


def _copied(sound: Path, target: Path) -> Path:
    return Path(shutil.copyfile(sound, target))


def _sql(script: str, *values: object) -> Make:
    """Return what runs statements on a copy, with every protection of SQLite off."""

    def make(sound: Path, target: Path) -> None:
        with closing(sqlite3.connect(_copied(sound, target), isolation_level=None)) as raw:
            for pragma in ("foreign_keys=OFF", "ignore_check_constraints=ON", "writable_schema=ON"):
                raw.execute(f"PRAGMA {pragma}")
            if values:
                raw.execute(script, values)
            else:
                raw.executescript(script)

    return make


def _schema(table: str, old: str, new: str) -> Make:
    """Return what rewrites the stored statement of one table without touching its rows."""
    return _sql("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ? AND type = 'table'", old, new, table)


def _bytes(at: int, data: bytes) -> Make:
    def make(sound: Path, target: Path) -> None:
        with _copied(sound, target).open("rb+") as file:
            file.seek(at)
            file.write(data)

    return make


def _whole(data: bytes) -> Make:
    return lambda _sound, target: target.write_bytes(data)


def _truncated(sound: Path, target: Path) -> None:
    data = sound.read_bytes()
    target.write_bytes(data[: len(data) // 2])


def _wal(sound: Path, target: Path) -> None:
    with closing(sqlite3.connect(_copied(sound, target), isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE plan SET title = 'wal'")


def _foreign_journal(sound: Path, target: Path) -> None:
    """A journal beside the file that is none of its own."""
    _copied(sound, target)
    target.with_name(f"{target.name}-journal").write_bytes(Random(1).randbytes(8192))


def _hot_journal(sound: Path, target: Path) -> None:
    """A journal that says: cut the database to nothing (its header names zero pages as the size before)."""
    _copied(sound, target)
    magic = bytes.fromhex("d9d505f920a163d7")
    numbers = b"".join(number.to_bytes(4, "big") for number in (0, 0, 0, 512, 4096))
    target.with_name(f"{target.name}-journal").write_bytes((magic + numbers).ljust(512, b"\0"))


def _master_journal(sound: Path, target: Path) -> None:
    """A WAL file beside a database in rollback mode."""
    _copied(sound, target)
    target.with_name(f"{target.name}-wal").write_bytes(b"\x37\x7f\x06\x82" + Random(2).randbytes(4096))


def _encrypted(sound: Path, target: Path) -> None:
    target.write_bytes(Random(3).randbytes(sound.stat().st_size))


def _folder(_sound: Path, target: Path) -> None:
    target.mkdir()


def _link_to_nothing(_sound: Path, target: Path) -> None:
    target.symlink_to(target.with_name("nowhere.db"))


def _link_to_itself(_sound: Path, target: Path) -> None:
    target.symlink_to(target)


def _link_to_device(_sound: Path, target: Path) -> None:
    target.symlink_to("/dev/zero")


def _fifo(_sound: Path, target: Path) -> None:
    os.mkfifo(target)


def _unreadable(sound: Path, target: Path) -> None:
    _copied(sound, target).chmod(0)


def _other_program(_sound: Path, target: Path) -> None:
    with closing(sqlite3.connect(target)) as raw:
        raw.executescript("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT); INSERT INTO notes VALUES (1, 'x')")


def _huge_page_count(sound: Path, target: Path) -> None:
    """A sparse file of 8 GB whose header says so."""
    with _copied(sound, target).open("rb+") as file:
        file.truncate(8 * 1024**3)
        file.seek(28)
        file.write((2 * 1024**2).to_bytes(4, "big"))


FORMS: dict[str, Make] = {
    # ---- no database of ours
    "not SQLite": _whole(b"Day khong phai la co so du lieu.\n" * 40),
    "0 bytes": _whole(b""),
    "99 bytes": _whole(b"SQLite format 3\x00" + bytes(83)),
    "header only": _whole(b"SQLite format 3\x00" + bytes(4080)),
    "encrypted noise": _encrypted,
    "another program's": _other_program,
    "wrong application_id": _sql("PRAGMA application_id = 1"),
    "a workbook": _whole(b"PK\x03\x04" + bytes(2000)),
    "a folder": _folder,
    "a fifo": _fifo,
    "a link to nothing": _link_to_nothing,
    "a link to itself": _link_to_itself,
    "a link to a device": _link_to_device,
    "no permission": _unreadable,
    # ---- versions
    "newer version": _sql("PRAGMA user_version = 99"),
    "negative version": _sql("PRAGMA user_version = -7"),
    "version 0 with tables": _sql("PRAGMA user_version = 0"),
    "older version than its tables": _sql("PRAGMA user_version = 1"),
    # ---- damage
    "truncated": _truncated,
    "page size of zero": _bytes(16, b"\x00\x00"),
    "freelist into nowhere": _bytes(32, b"\x7f\xff\xff\xff\x7f\xff\xff\xff"),
    "8 GB of nothing": _huge_page_count,
    "WAL mode": _wal,
    "future read format": _bytes(18, b"\x09\x09"),
    "text encoding UTF-16": _bytes(56, b"\x00\x00\x00\x02"),
    "a journal of noise beside it": _foreign_journal,
    "a journal that cuts it to nothing": _hot_journal,
    "a WAL beside it": _master_journal,
    # ---- schema
    "a trigger": _sql("CREATE TRIGGER spy AFTER INSERT ON item BEGIN DELETE FROM plan; END"),
    "a temp-named view": _sql("CREATE VIEW tien_do AS SELECT * FROM item"),
    "an extra table": _sql("CREATE TABLE more (x)"),
    "a missing column": _sql("ALTER TABLE item DROP COLUMN funding"),
    "a missing table": _sql("DROP TABLE agency_member"),
    "a changed type": _schema("item", "content TEXT", "content BLOB"),
    "a generated column": _sql("ALTER TABLE plan ADD COLUMN spy TEXT AS (upper(title))"),
    "a view instead of a table": _sql(
        "ALTER TABLE plan RENAME TO plan_old; CREATE VIEW plan AS SELECT * FROM plan_old"
    ),
    "a virtual table": _sql("CREATE VIRTUAL TABLE words USING fts5(x)"),
    "an unknown module": _sql(
        "INSERT INTO sqlite_schema VALUES ('table','spy','spy',0,'CREATE VIRTUAL TABLE spy USING x(y)')"
    ),
    "with rowid": _schema("item_agency", "WITHOUT ROWID", ""),
    "a dropped CHECK": _schema("plan", "CHECK", "-- CHECK"),
    "a default that calls a function": _schema(
        "plan", "title TEXT NOT NULL", "title TEXT NOT NULL DEFAULT (load_extension('x'))"
    ),
    "an index on an expression": _sql("CREATE INDEX spy ON plan (upper(title))"),
    "unique uid dropped": _schema("plan", "UNIQUE (uid)", "CHECK (1)"),
    "a schema that is no SQL": _sql("UPDATE sqlite_schema SET sql = 'CREATE NONSENSE' WHERE name = 'item'"),
    "a bomb in the schema": _sql("UPDATE sqlite_schema SET sql = sql || ? WHERE name = 'item'", "/*" + "(" * 2_000_000),
}  # fmt: skip
"""What is wrong before a row is read: to be refused."""

CONTENTS: dict[str, Make] = {
    "a broken reference": _sql("UPDATE item SET section_id = 9999 WHERE id = 1"),
    "cyclic parents": _sql("UPDATE item SET parent_id = 2 WHERE id = 1; UPDATE item SET parent_id = 1 WHERE id = 2"),
    "its own parent": _sql("UPDATE item SET parent_id = id WHERE id = 3"),
    "plans that replace one another": _sql("UPDATE plan SET replaced_by_id = id, parent_plan_id = id"),
    "a negative id": _sql("UPDATE item SET id = -5 WHERE id = (SELECT max(id) FROM item)"),
    "the greatest id": _sql("UPDATE sqlite_sequence SET seq = 9223372036854775807"),
    "a sequence of words": _sql("UPDATE sqlite_sequence SET seq = 'many'"),
    "a sequence set back": _sql("UPDATE sqlite_sequence SET seq = 0"),
    "an unknown kind": _sql("UPDATE item SET kind = 'boss'"),
    "an unknown state": _sql("UPDATE plan SET state = 'x', kind = 'y', numbering = 'z'"),
    "no date": _sql("UPDATE plan SET period_start = 'NaN'"),
    "a date as a number": _sql("UPDATE plan SET period_start = 1e400"),
    "an end before its start": _sql("UPDATE plan SET period_end = '1900-01-01'"),
    "a moment without sense": _sql("UPDATE operation SET at = 'soon'"),
    "a deletion without sense": _sql("UPDATE item SET deleted_at = 'x'"),
    "a blob for text": _sql("UPDATE item SET content = x'00ff00'"),
    "a number for text": _sql("UPDATE plan SET title = 17; UPDATE item SET note = 1.5"),
    "invalid UTF-8": _sql("UPDATE item SET content = CAST(x'c3ff41' AS TEXT)"),
    "a NUL in a title": _sql("UPDATE plan SET title = 'a' || char(0) || 'b'"),
    "20 MB in a cell": _sql("UPDATE item SET note = ? WHERE id = 1", _LONG),
    "a JSON bomb in a plan": _sql("UPDATE plan SET form = ?", _BOMB),
    "a JSON bomb in the log": _sql("UPDATE change SET after = ?", _BOMB),
    "JSON of another shape": _sql("UPDATE plan SET form = '[1, 2]', legal_bases = '{}', recipients = '7'"),
    "no JSON": _sql("UPDATE plan SET form = '{', recipients = ''"),
    "JSON of a huge number": _sql("UPDATE item SET rules = ?", "[" + "9" * 10_000 + "]"),
    "a rule without sense": _sql("UPDATE item SET rules = '[{\"kind\": \"never\"}]'"),
    "a log that does not tell": _sql("DELETE FROM change"),
    "a log that lies": _sql("UPDATE change SET after = '{\"title\": \"x\"}', before = NULL"),
    "an operation that undoes itself": _sql("UPDATE operation SET undoes = id, kind = 'undo'"),
    "settings without sense": _sql(
        "INSERT INTO setting (uid, row_version, name, value) VALUES ('x', 1, 'log.months', '[[')"
    ),
    "sort keys without sense": _sql("UPDATE item SET sort_key = '\U0010ffff'"),
    "an empty alembic_version": _sql("DELETE FROM alembic_version"),
    "another alembic_version": _sql("UPDATE alembic_version SET version_num = 'ffff'"),
}  # fmt: skip
"""An intact schema with impossible rows: they may be let in where every screen and the check get on with them."""

FILES: dict[str, Make] = {**FORMS, **CONTENTS}
