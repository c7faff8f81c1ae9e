"""Putting a backup in the place of the data: prepared beside it, then exchanged at one stroke.

Until the last step the data is untouched. The exchange is one SQLite transaction (or, where the data is damaged or
missing, one rename), so a stop at any moment leaves the old content or the new.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import CannotWrite, CchcError, DamagedDatabase, RefusedDatabase
from cchc_desktop.domain.ports import CancelCheck, Clock, ProgressCallback, Signature
from cchc_desktop.safe_files import replace_with_retries, sync_folder
from cchc_desktop.storage import sqlite_file
from cchc_desktop.storage.backups.copy import (
    TEMPORARY,
    copy_bytes,
    copy_pages,
    journals_of,
    remove_with_journals,
    snapshot,
    temporary_in,
)
from cchc_desktop.storage.backups.judge import Facts, judge, read_facts, require_ours
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.sqlite_file import HEAD_VERSION

_ASIDE = ".damaged"
_ENDING = f".restore{TEMPORARY}"
_UNREADABLE_ROW = (ValueError, LookupError, TypeError, AttributeError, RecursionError, DamagedDatabase)

_JSON_CELLS = """
    SELECT before FROM change WHERE before IS NOT NULL UNION ALL SELECT after FROM change WHERE after IS NOT NULL
    UNION ALL SELECT value FROM setting
"""


def staged(progress: ProgressCallback, stage: int, stages: int) -> ProgressCallback:
    """Return a callback that maps one of several stages onto a whole of 1,000 steps a stage."""

    def report(done: int, total: int) -> None:
        progress(stage * 1000 + (done * 1000 // total if total else 1000), stages * 1000)

    return report


@contextmanager
def prepared(
    file: Path, database: Path, sha256: str | None, progress: ProgressCallback, is_cancelled: CancelCheck
) -> Iterator[Path]:
    """Give a checked copy of a backup beside the database, of this program's schema; removed when the block ends.

    `sha256` is what the manifest says, None where there is none. RefusedDatabase for a file that is no sound backup.
    """
    require_ours(file)
    for forgotten in database.parent.glob(f".*{_ENDING}*"):  # of a restore that was ended; we are the one owner
        remove_with_journals(forgotten)
    copy = temporary_in(database.parent).with_suffix(_ENDING)
    try:
        _copy(file, copy, sha256, progress, is_cancelled)
        _settle(copy, file.name)
        yield copy
    finally:
        remove_with_journals(copy)


def _copy(file: Path, copy: Path, sha256: str | None, progress: ProgressCallback, is_cancelled: CancelCheck) -> None:
    try:
        found = copy_bytes(file, copy, progress, is_cancelled)
    except OSError as error:
        raise CannotWrite(
            f"Chưa khôi phục được: không chép được {file.name} vào {copy.parent} ({disk_words(error)}). "
            "Dữ liệu không thay đổi. Hãy kiểm tra ổ đĩa rồi thử lại."
        ) from error
    if sha256 is not None and found != sha256:
        raise changed_since(file)


def changed_since(file: Path) -> DamagedDatabase:
    """Return the refusal of a backup whose content is no longer what was verified."""
    return DamagedDatabase(
        f"Bản sao lưu {file.name} đã thay đổi hoặc bị hỏng sau khi được tạo nên không dùng được. "
        "Dữ liệu không thay đổi. Hãy chọn bản sao lưu khác."
    )


def _settle(copy: Path, name: str) -> None:
    """Bring a copy to one file without a write-ahead log, judge it, upgrade it, and try to read all of it."""
    with sqlite_file.opened(copy, "rw"):
        pass  # the pragmas set journal_mode=DELETE
    version = judge(copy, name).schema_version
    if version < HEAD_VERSION:
        from cchc_desktop.storage import migrate

        migrate.upgrade(copy)
        judge(copy, name)
    _require_readable(copy, name)


def _require_readable(copy: Path, name: str) -> None:
    """Raise DamagedDatabase where a row, a setting or the log holds what the schema cannot forbid and nobody can read.

    What the full check finds beyond that is judged in `findings`.
    """
    try:
        _read_json_cells(copy)
        _read_entities(copy)
    except _UNREADABLE_ROW as error:
        raise DamagedDatabase(f"Tệp {name} có dòng không đọc được. Dữ liệu không thay đổi.") from error


def _read_json_cells(copy: Path) -> None:
    with known_faults(), snapshot(copy) as connection:
        for (text,) in connection.execute(_JSON_CELLS):
            json.loads(text)


def _read_entities(copy: Path) -> None:
    from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
    from cchc_desktop.storage.queries import SqlPlanQueries

    connection = SingleConnection(make_engine(sqlite_url(copy), read_only=True))
    queries = SqlPlanQueries(connection)
    try:
        queries.agencies()
        for plan in queries.plans():
            queries.tree(plan.id)
    finally:
        connection.close()


def last_moment(copy: Path) -> datetime | None:
    """Return when the newest logged operation of a prepared copy was; what dates a backup without a manifest."""
    with known_faults(), snapshot(copy) as connection:
        return read_facts(connection).last_at


def log_restore(copy: Path, operation: Operation, detail: str, clock: Clock, who: Signature) -> None:
    """Log the restore in the prepared copy, before it takes the data's place: content and note arrive together."""
    from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
    from cchc_desktop.storage.unit_of_work import unit_of_work_factory

    connection = SingleConnection(make_engine(sqlite_url(copy)))
    try:
        with unit_of_work_factory(connection, clock, who)(operation) as unit:
            unit.log.note(detail)
            unit.commit()
    finally:
        connection.close()


def exchange(copy: Path, database: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> None:
    """Put a prepared copy into a readable database, in one transaction of it; readers elsewhere go on reading."""
    with sqlite_file.opened(copy, "ro") as source:
        wanted = read_facts(source)
        try:
            with sqlite_file.opened(database, "rw") as target:
                copy_pages(source, target, progress, is_cancelled)
        except CannotWrite:
            if not _holds(database, wanted):
                raise  # else the fault came behind the commit: a file that could not be made shorter
    if not _holds(database, wanted):
        raise CannotWrite("Ổ đĩa không đọc lại đúng dữ liệu vừa ghi. Hãy kiểm tra ổ đĩa rồi khôi phục lại.")


def _holds(database: Path, wanted: Facts) -> bool:
    """Tell whether a database holds what was to be put into it; the note of the restore tells it from all others."""
    try:
        with sqlite_file.opened(database, "ro") as connection:
            return read_facts(connection) == wanted
    except CchcError:
        return False


def put_in_place(copy: Path, database: Path) -> None:
    """Make a prepared copy the database where there is none that can be read."""
    with known_faults():
        for journal in journals_of(database):  # of a file that is gone: SQLite would play it into ours
            journal.unlink(missing_ok=True)
        replace_with_retries(copy, database)


def set_aside(database: Path) -> Path:
    """Keep a damaged database as '<name>.damaged' ('-2' … where taken) with its journals; return where.

    Where the disk knows hard links the database keeps its own name until the next file takes it, so that no stop
    leaves a folder without one; its journals go, for they must not be played into what comes next.
    """
    aside = _free_name(database)
    try:
        try:
            os.link(database, aside)
        except OSError:  # FAT, some network disks
            replace_with_retries(database, aside)
        for journal, kept in zip(journals_of(database), journals_of(aside), strict=True):
            with contextlib.suppress(FileNotFoundError):
                replace_with_retries(journal, kept)
        sync_folder(aside.parent)
    except OSError as error:
        raise CannotWrite(
            f"Không giữ lại được tệp hỏng {database.name} ({disk_words(error)}) nên chưa khôi phục. Tệp vẫn ở chỗ cũ. "
            "Hãy đóng chương trình đang mở tệp rồi thử lại."
        ) from error
    return aside


def _free_name(database: Path) -> Path:
    aside, number = database.with_name(database.name + _ASIDE), 2
    while aside.exists():
        aside, number = database.with_name(f"{database.name}{_ASIDE}-{number}"), number + 1
    return aside


def require_other_file(file: Path, database: Path) -> None:
    """Raise RefusedDatabase where the file to restore is the data itself."""
    with contextlib.suppress(OSError):
        if file.samefile(database):
            raise RefusedDatabase("Tệp được chọn chính là dữ liệu đang dùng. Hãy chọn một bản sao lưu.")


Release = Callable[[], object]
"""Closes the program's own connection to the data, in the thread that uses it; it opens anew at its next use."""
