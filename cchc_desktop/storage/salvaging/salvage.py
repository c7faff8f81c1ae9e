"""Saving what can be read of a damaged database into a new one; the damaged file is only read, byte by byte.

Pages are read without SQLite (`sqlite_pages`), sorted into tables (`salvage_rows`), held against the change log and
mended (`salvage_images`), and put where they can be seen (`salvage_references`). The new file keeps the part of the
log that is whole; one operation at its end says what the salvage made different, so that log and rows agree again.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, text

from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.domain.opening import Salvaged
from cchc_desktop.domain.ports import CancelCheck, CheckReport, Clock, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.safe_files import replace_with_retries
from cchc_desktop.storage import check, migrate, tables
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.image_store import TABLES, write_images
from cchc_desktop.storage.salvaging.images import (
    Images,
    SoundLog,
    mended,
    merged,
    sound_log,
    stored_in,
    told_by,
    unique_names,
)
from cchc_desktop.storage.salvaging.pages import SqlitePages
from cchc_desktop.storage.salvaging.references import References
from cchc_desktop.storage.salvaging.rows import FoundRows, Row, read_rows
from cchc_desktop.storage.sqlite_file import connect, has_journal

OPERATION = Operation("salvage", "Cứu dữ liệu từ tệp hỏng")
_MOST_NOTES = 50
_NEW_SEQUENCE = text(
    "INSERT INTO sqlite_sequence (name, seq) SELECT :name, :last "
    "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :name)"
)
_RAISED_SEQUENCE = text("UPDATE sqlite_sequence SET seq = max(seq, :last) WHERE name = :name")


def salvage(
    damaged: Path,
    target: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
    *,
    clock: Clock,
    who: str,
) -> Salvaged:
    """Write a new database of the newest schema with all that can be read of a damaged one, of any released schema.

    `target` must not exist; it appears only when it is whole. CannotWrite, Cancelled.
    """
    if target.exists():
        raise CannotWrite(f"Đã có tệp {target.name} ở chỗ cần ghi. Hãy chọn tên khác.")
    with known_faults(), _rolled_back(damaged) as source, source.open("rb") as file:
        found = read_rows(SqlitePages(file), progress, is_cancelled)
    log = sound_log(found)
    told = told_by(log.changes)
    images, notes = _usable(found, log, told, clock)
    with known_faults(), TemporaryDirectory(prefix=".salvage-", dir=target.parent) as folder:
        fresh = Path(folder) / "fresh.db"
        report = _write(fresh, _Content(found, log, told, images), clock, who)
        replace_with_retries(fresh, target)
    lost = _lost(found, log, told, images, stored=report.counts)
    shown = (*_summary(found, log), *notes[:_MOST_NOTES], *report.problems)
    return Salvaged(target, report.counts, lost, shown)


@contextmanager
def _rolled_back(damaged: Path) -> Iterator[Path]:
    """Give the file to read: itself, or a copy in which SQLite took back the transaction that a kill left."""
    if not has_journal(damaged):
        yield damaged
        return
    with TemporaryDirectory(prefix="cchc-") as folder:
        copy = Path(shutil.copyfile(damaged, Path(folder) / "copy.db"))
        shutil.copyfile(f"{damaged}-journal", f"{copy}-journal")
        with closing(connect(copy, "rw")) as connection:
            try:
                connection.execute("PRAGMA user_version").fetchone()
            except sqlite3.Error:  # a journal that cannot be played back: the pages are read as they stand
                shutil.copyfile(damaged, copy)
        yield copy


def _usable(found: FoundRows, log: SoundLog, told: Images, clock: Clock) -> tuple[Images, list[str]]:
    """Return the rows of the new file, and sentences about what was moved to where it can be seen."""
    raw = merged(stored_in(found), told, log, found)
    images: Images = {}
    for kind, rows in raw.items():
        good = ((id_, mended(kind, image)) for id_, image in rows.items())
        images[kind] = {id_: image for id_, image in good if image is not None and id_ > 0}
    last = {kind: max([found.sequence(TABLES[kind].name), *told[kind], *images[kind]], default=0) for kind in TABLES}

    def new_id(kind: EntityKind) -> int:
        last[kind] += 1
        return last[kind]

    references = References(images, new_id, clock.today())
    references.mend()
    return images, [*references.notes, *unique_names(images)]


# ---------------------------------------------------------------- the new file


class _Content:
    """What the new file is made of."""

    def __init__(self, found: FoundRows, log: SoundLog, told: Images, images: Images) -> None:
        self.found = found
        self.log = log
        self.told = told
        self.images = images


def _write(fresh: Path, content: _Content, clock: Clock, who: str) -> CheckReport:
    migrate.create(fresh)
    database = SingleConnection(make_engine(sqlite_url(fresh)))
    try:
        connection = database.begin_writing()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        _insert_rows(connection, tables.operation.name, content.log.operations)
        _insert_rows(connection, tables.change.name, content.log.changes)
        for kind, images in content.images.items():
            write_images(connection, kind, {}, images)
        _never_reuse_ids(connection, content.found)
        recorder = ChangeRecorder(OPERATION, clock.now(), who)
        for kind, images in content.images.items():
            _record(recorder, kind, content.told[kind], images, content.found.sequence(TABLES[kind].name))
        recorder.write(connection)
        database.commit()
        with database.reading() as reader:
            return check.check(reader)
    finally:
        database.close()


def _insert_rows(connection: Connection, table: str, rows: list[Row]) -> None:
    """Insert rows of the log as they were stored, so that their digests stay right."""
    if not rows:
        return
    names = list(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608  # names of our own schema
    connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in rows])


def _never_reuse_ids(connection: Connection, found: FoundRows) -> None:
    for table in (*TABLES.values(), tables.operation, tables.change):
        if last := found.sequence(table.name):
            values = {"name": table.name, "last": last}
            connection.execute(_NEW_SEQUENCE, values)
            connection.execute(_RAISED_SEQUENCE, values)


def _record(
    recorder: ChangeRecorder, kind: EntityKind, told: Mapping[int, Row], images: Mapping[int, Row], last: int
) -> None:
    """Log where the new file differs from what its log says; what the log never told needs no word either."""
    for id_, image in images.items():
        words = told.get(id_)
        if words:
            before = {name: value for name, value in words.items() if name in image}
            recorder.updated(kind, id_, before, {name: image[name] for name in before})
        elif words is not None or id_ > last:
            recorder.created(kind, id_, image)
    for id_, words in told.items():
        if words and id_ not in images:
            recorder.purged(kind, id_)


# ---------------------------------------------------------------- what it says


def _lost(
    found: FoundRows, log: SoundLog, told: Images, images: Images, *, stored: Mapping[str, int]
) -> dict[str, int]:
    """Return the rows per table that are known to have existed and are not in the new file."""
    lost = {}
    for kind, table in TABLES.items():
        gone = {id_ for id_, words in told[kind].items() if words == {}}
        known = found.known.get(table.name, set()) | {id_ for id_, words in told[kind].items() if words}
        lost[table.name] = len(known - images[kind].keys() - gone)
    for name, kept in (("operation", log.operations), ("change", log.changes)):
        ids = {row["id"] for row in kept}
        lost[name] = found.sequence(name) - (min(ids) - 1 if ids else 0) - len(ids) if name in stored else 0
    return lost


def _summary(found: FoundRows, log: SoundLog) -> Iterator[str]:
    if found.broken_cells:
        yield f"Có {found.broken_cells} dòng nằm trên phần hỏng của tệp, không đọc được tại chỗ."
    if not log.is_complete:
        yield "Nhật ký thay đổi bị mất một phần; phần còn nguyên vẹn được giữ lại."
