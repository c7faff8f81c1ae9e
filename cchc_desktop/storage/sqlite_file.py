"""A SQLite file on disk, looked at and opened without SQLAlchemy: refusals cost no import and change no byte."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from pathlib import Path

from cchc_desktop.domain.errors import DamagedDatabase, ForeignDatabase, NewerDatabase, RefusedDatabase
from cchc_desktop.storage.faults import known_faults

APPLICATION_ID = 0x43434843
"""'CCHC' in the file's header (SQLite file format, clause 1.3.15): tells our files from other programs'."""
HEAD_VERSION = 6
"""Schema version (`PRAGMA user_version`) that this program writes; equals the newest script in db/migrations."""

BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_APPLICATION_ID_AT = 68
_SEARCHED = 1_000_000
_OUR_WORDS = (b"ck_plan_numbering", b"alembic_version")
"""Names that stand in the schema of every version of ours."""
_PRAGMAS = (
    "journal_mode=DELETE",  # one file that people may copy by hand; a copied WAL main file loses its commits
    "synchronous=EXTRA",  # the journal's removal reaches the disk too: an acknowledged commit survives a power cut
    "foreign_keys=ON",
    "trusted_schema=OFF",  # a foreign schema must not run functions of ours
    "cell_size_check=ON",  # damage is noticed when a page is read
    "secure_delete=ON",  # what was purged must not lie on in free pages
    "mmap_size=0",  # an I/O error stays an error instead of a crash
    "locking_mode=NORMAL",  # a second, read-only opener may read
)


class FileState(Enum):
    """What stands at a database's path, judged without opening it."""

    NEW = auto()
    """No file, or one of zero bytes."""
    OURS = auto()
    FOREIGN = auto()
    """Not SQLite, or SQLite of another program."""


def file_state(path: Path) -> FileState:
    """Judge a file by its first 100 bytes (SQLite file format, clause 1.3)."""
    with known_faults():
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                return FileState.FOREIGN  # reading a pipe would wait for ever
            with path.open("rb") as file:
                header = file.read(_HEADER_LENGTH)
        except FileNotFoundError:
            return FileState.NEW
    if not header:
        return FileState.NEW
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        return FileState.FOREIGN
    application_id = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    return FileState.OURS if application_id == APPLICATION_ID else FileState.FOREIGN


def has_journal(path: Path) -> bool:
    """Tell whether a rollback journal stands beside a file: it is being written, or a kill left it so."""
    try:
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    except OSError:
        return False


def schema_version(path: Path) -> int:
    """Return the schema version of a database, 0 for a new one; ForeignDatabase or DamagedDatabase for no such file.

    A transaction that a kill left behind is rolled back first, for it may be a migration.
    """
    state = file_state(path)
    if state is FileState.FOREIGN:
        raise _refusal(path)
    if state is FileState.NEW:
        return 0
    with known_faults(), closing(connect(path, "ro")) as connection:
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            version = _version_after_recovery(path)
    if version <= 0 and path.stat().st_size:
        raise _foreign(path)  # signed as ours, and of no version that was ever released
    return int(version)


def _refusal(path: Path) -> RefusedDatabase:
    """Return why a file with a strange header is refused: it was never ours, or its beginning was destroyed."""
    if not path.is_file():
        return _foreign(path)
    with known_faults(), path.open("rb") as file:
        beginning = file.read(_SEARCHED)
    was_ours = not any(beginning[:_HEADER_LENGTH]) or all(word in beginning for word in _OUR_WORDS)
    if not was_ours:
        return _foreign(path)
    return DamagedDatabase(
        f"Phần đầu của tệp {path.name} bị hỏng nên không mở được. Chương trình không sửa gì trong tệp. "
        "Hãy khôi phục từ bản sao lưu, hoặc cứu những dòng còn đọc được sang một tệp mới.",
        ("file header",),
    )


def _foreign(path: Path) -> ForeignDatabase:
    return ForeignDatabase(
        f"Tệp {path.name} không phải là dữ liệu của chương trình này nên không được mở. Tệp giữ nguyên như cũ."
    )


def _version_after_recovery(path: Path) -> int:
    with closing(connect(path, "rw")) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(path: Path, version: int) -> None:
    """Raise NewerDatabase for a file that a newer program wrote."""
    if version > HEAD_VERSION:
        raise NewerDatabase(
            f"Tệp {path.name} do phiên bản mới hơn của chương trình ghi (lược đồ {version}, chương trình này hiểu "
            f"đến {HEAD_VERSION}). Tệp giữ nguyên như cũ. Hãy cài phiên bản mới của chương trình rồi mở lại.",
            version,
        )


def connect(path: Path, mode: str, *, patience: float | None = None) -> sqlite3.Connection:
    """Open a file in driver-level autocommit; `mode` is ro, rw or rwc (rwc alone may make a file).

    `patience` is how many seconds each statement waits for another program's lock, None for BUSY_SECONDS.
    """
    seconds = BUSY_SECONDS if patience is None else patience
    return sqlite3.connect(_uri(path, mode), uri=True, timeout=seconds, isolation_level=None, check_same_thread=True)


def _uri(path: Path, mode: str) -> str:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # a Windows share: SQLite takes no host in a URI, but does take four slashes
        uri = "file:////" + uri.removeprefix("file:")
        uri = uri.replace("//////", "////", 1)
    return f"{uri}?mode={mode}"


def set_pragmas(connection: sqlite3.Connection, *, foreign_keys: bool = True) -> None:
    """Set what every connection of ours runs under; outside a transaction, where foreign_keys has an effect."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if not foreign_keys:
        connection.execute("PRAGMA foreign_keys=OFF")


@contextmanager
def opened(path: Path, mode: str, *, patience: float | None = None) -> Iterator[sqlite3.Connection]:
    """Open a file for a moment, with the pragmas, and close it; `patience` as for `connect`."""
    with known_faults(), closing(connect(path, mode, patience=patience)) as connection:
        set_pragmas(connection)
        yield connection
