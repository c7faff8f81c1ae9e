"""Faults of the disk and of SQLite in the words of the program: one place that translates them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import CannotWrite, CchcError, DamagedDatabase, DatabaseInUse, StaleRow

_PRIMARY = 0xFF
"""The low byte of an extended result code is its primary code (sqlite.org/rescode.html)."""

_SENTENCES: dict[int, tuple[type[CchcError], str]] = {
    sqlite3.SQLITE_BUSY: (
        DatabaseInUse,
        "Dữ liệu đang bận vì chương trình khác đang ghi. Chưa có gì thay đổi. Hãy thử lại sau giây lát.",
    ),
    sqlite3.SQLITE_LOCKED: (
        DatabaseInUse,
        "Dữ liệu đang bận. Chưa có gì thay đổi. Hãy thử lại sau giây lát.",
    ),
    sqlite3.SQLITE_FULL: (
        CannotWrite,
        "Ổ đĩa chứa dữ liệu đã đầy nên chưa ghi được. Dữ liệu cũ giữ nguyên. Hãy dọn bớt tệp rồi thử lại.",
    ),
    sqlite3.SQLITE_READONLY: (
        CannotWrite,
        "Dữ liệu đang mở ở chế độ chỉ đọc nên không ghi được. Chưa có gì thay đổi.",
    ),
    sqlite3.SQLITE_IOERR: (
        CannotWrite,
        "Ổ đĩa báo lỗi khi đọc hoặc ghi dữ liệu. Thay đổi này chưa được ghi. Hãy kiểm tra ổ đĩa rồi thử lại.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        CannotWrite,
        "Không mở được tệp dữ liệu. Hãy kiểm tra thư mục chứa dữ liệu và quyền truy cập.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        DamagedDatabase,
        "Tệp dữ liệu bị hỏng. Chương trình không sửa gì trong tệp. Hãy khôi phục từ bản sao lưu.",
    ),
    sqlite3.SQLITE_NOTADB: (
        DamagedDatabase,
        "Tệp này không phải là tệp dữ liệu hoặc đã hỏng. Chương trình không sửa gì trong tệp.",
    ),
}


@contextmanager
def known_faults() -> Iterator[None]:
    """Turn faults of SQLite and of the file system into errors with a Vietnamese sentence; others pass as they are.

    Works for errors of sqlite3 and for SQLAlchemy's, which carry the driver's error in `orig`.
    """
    try:
        yield
    except OSError as error:
        raise CannotWrite(
            f"Không truy cập được tệp dữ liệu ({disk_words(error)}). Hãy kiểm tra thư mục và quyền truy cập."
        ) from error
    except UnicodeDecodeError as error:  # SQLite's own message quotes a damaged name
        raise DamagedDatabase(_SENTENCES[sqlite3.SQLITE_CORRUPT][1]) from error
    except Exception as error:
        known = _known(getattr(error, "orig", error))
        if known is None:
            raise
        raise known from error


@contextmanager
def free_keys(sentence: str) -> Iterator[None]:
    """Turn the refusal of a second row with one natural key into StaleRow with a sentence of the caller's."""
    try:
        yield
    except Exception as error:
        if getattr(getattr(error, "orig", error), "sqlite_errorcode", None) != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise
        raise StaleRow(sentence) from error


@contextmanager
def stored_values() -> Iterator[None]:
    """Turn what reading an impossible value (a date, a code, JSON not of our writing) raises into DamagedDatabase.

    For reads only: around a write the same errors would be faults of the program.
    """
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise DamagedDatabase(
            "Trong tệp dữ liệu có chỗ bị hỏng: một giá trị không đọc được. Chương trình không sửa gì trong tệp. "
            "Hãy khôi phục từ bản sao lưu.",
            [f"{type(error).__name__}: {error}"],
        ) from error


def _known(error: object) -> CchcError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code in (None, sqlite3.SQLITE_ERROR) and isinstance(error, sqlite3.OperationalError) and _is_damage(str(error)):
        code = sqlite3.SQLITE_CORRUPT
    if code is None:
        return None
    kind, sentence = _SENTENCES.get(code & _PRIMARY, (None, ""))
    return kind(sentence) if kind else None


def _is_damage(words: str) -> bool:
    """Tell damage by the words where there is no code for it: the driver's own, and SQLite's for a torn header."""
    return "decode" in words or "unsupported file format" in words or "malformed" in words
