"""Copies that can be trusted: pages through SQLite's own backup, files through a temporary name, both read back."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import Cancelled, CannotWrite, DamagedDatabase, DatabaseInUse
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.safe_files import replace_with_retries
from cchc_desktop.storage.sqlite_file import BUSY_SECONDS, connect

TEMPORARY = ".tmp"
"""Ending of files that are not finished; whoever finds an old one may remove it."""

_PAGES_PER_STEP = 256
_WAIT = 0.1
_BLOCK = 1 << 20
_PRIMARY = 0xFF
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_WORDS = {
    sqlite3.SQLITE_FULL: "ổ đĩa đã đầy",
    sqlite3.SQLITE_IOERR: "ổ đĩa báo lỗi đọc ghi",
    sqlite3.SQLITE_READONLY: "thư mục hoặc ổ đĩa chỉ cho đọc",
    sqlite3.SQLITE_CANTOPEN: "không tạo được tệp ở đó",
    sqlite3.SQLITE_PERM: "không có quyền",
}


@contextmanager
def faults_at(place: Path) -> Iterator[None]:
    """Turn faults of writing a copy at a place into CannotWrite, of reading the data into what they are."""
    try:
        yield
    except OSError as error:
        raise _cannot_write(place, disk_words(error)) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if code in _DAMAGED:
            raise DamagedDatabase("Tệp dữ liệu bị hỏng nên không chép được. Hãy khôi phục từ bản sao lưu.") from error
        if code in _BUSY:
            raise _in_use() from error
        if code not in _WORDS:
            raise
        raise _cannot_write(place, _WORDS[code]) from error


def _cannot_write(place: Path, words: str) -> CannotWrite:
    return CannotWrite(f"Không ghi được bản sao lưu vào {place}: {words}. Hãy kiểm tra ổ đĩa rồi thử lại.")


def _in_use() -> DatabaseInUse:
    return DatabaseInUse("Dữ liệu đang bận vì chương trình khác đang dùng. Hãy thử lại sau giây lát.")


def temporary_in(folder: Path) -> Path:
    """Return a free name for an unfinished file."""
    return folder / f".{uuid4().hex[:12]}{TEMPORARY}"


def remove_with_journals(file: Path) -> None:
    """Remove an unfinished database and what SQLite may have left beside it; a refusal is passed over."""
    for name in (file, *journals_of(file)):
        try:
            name.unlink(missing_ok=True)
        except OSError:  # held by a virus scanner: the next sweep takes it
            continue


def journals_of(file: Path) -> tuple[Path, ...]:
    """Return the names of what SQLite keeps beside a database."""
    return tuple(file.with_name(file.name + ending) for ending in ("-journal", "-wal", "-shm"))


# ---------------------------------------------------------------- pages


@contextmanager
def snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a read-only connection of its own inside one read transaction; a writer waits only until it ends."""
    with closing(connect(path, "ro")) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA mmap_size=0")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # takes the lock, and so the snapshot
        yield connection


def write_pages(
    source: sqlite3.Connection,
    target: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> None:
    """Copy a database into a new file without any sync, so that the source is held as briefly as can be.

    The file is not safe before `sync_file`; it is in journal mode DELETE whatever the source's was.
    """
    with closing(connect(target, "rwc")) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        copy_pages(source, connection, progress, is_cancelled)


def copy_pages(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
    patience: float = BUSY_SECONDS,
) -> None:
    """Copy all pages in one transaction of the target: it holds the old content or the new, whenever it is stopped.

    Cancelled; DatabaseInUse when a lock stands in the way for longer than `patience` seconds (sqlite3 itself would
    wait without end).
    """
    watch = _Watch(progress, is_cancelled, patience)
    source.backup(target, pages=_PAGES_PER_STEP, progress=watch.step, sleep=_WAIT)


class _Watch:
    """Follows a copy step by step: passes progress on, stops it when told or when it stands still."""

    def __init__(self, progress: ProgressCallback, is_cancelled: CancelCheck, patience: float) -> None:
        self._progress = progress
        self._is_cancelled = is_cancelled
        self._patience = patience
        self._stuck_since: float | None = None

    def step(self, status: int, remaining: int, total: int) -> None:
        if status != sqlite3.SQLITE_DONE and self._is_cancelled():  # once done it is committed, and too late
            raise Cancelled
        if status & _PRIMARY in _BUSY:
            self._wait()
            return
        self._stuck_since = None
        self._progress(total - remaining, total)

    def _wait(self) -> None:
        now = time.monotonic()
        if self._stuck_since is None:
            self._stuck_since = now
        elif now - self._stuck_since > self._patience:
            raise _in_use()


# ---------------------------------------------------------------- files


def sync_file(file: Path) -> None:
    """Bring a file's content to the disk itself."""
    handle = os.open(file, os.O_RDWR)  # Windows syncs only what may be written
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file's content; OSError."""
    with file.open("rb") as stream:
        _forget_cache(stream)
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _forget_cache(stream: BinaryIO) -> None:
    """Have the next read come from the disk: what the cache holds says nothing about a bad stick."""
    advise: Callable[[int, int, int, int], None] | None = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def copy_bytes(
    source: Path,
    target: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> str:
    """Copy a file into a new one, synced, and return the SHA-256 of what was read; OSError, Cancelled."""
    digest = hashlib.sha256()
    total = source.stat().st_size
    with source.open("rb") as old, target.open("xb") as new:
        while block := old.read(_BLOCK):
            if is_cancelled():
                raise Cancelled
            digest.update(block)
            new.write(block)
            progress(new.tell(), max(total, new.tell()))
        new.flush()
        os.fsync(new.fileno())
    return digest.hexdigest()


def copy_file(source: Path, target: Path, sha256: str) -> bool:
    """Copy a file under its final name once its content, read back from the disk, has this SHA-256.

    False, and nothing at the target, where it has not; OSError where the place refuses.
    """
    temporary = temporary_in(target.parent)
    try:
        if copy_bytes(source, temporary) != sha256 or sha256_of(temporary) != sha256:
            return False
        replace_with_retries(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    return True
