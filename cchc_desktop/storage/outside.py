"""Noticing that another program changed an open database, before anything is written over it.

Two things can happen behind an open connection. Another connection commits: SQLite counts that (PRAGMA
data_version), and what the screens show is old. Or the path comes to name another file, because a sync client or a
person replaced it: then SQLite would go on writing, without any fault, into a file that has no name any more.
"""

from __future__ import annotations

import os
import sqlite3

from cchc_desktop.domain.errors import ChangedOutside

_Identity = tuple[int, int]


class FileWatch:
    """Remembers the file behind one connection, and the last commit that its user knows of.

    Reads do not move what is known: a screen may have read long before. Costs some 10 microseconds a look.

    SQLite's count also moves after a fault of the disk, when the connection itself plays its journal back: then what
    it shows next is taken as known. The file must not be opened beside SQLite to look closer: closing it would drop
    the process's locks on it (sqlite.org/howtocorrupt.html, clause 2.2).
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._path: str = connection.execute("PRAGMA database_list").fetchone()[2]
        self._identity = self._identity_now()
        self._version = self._version_now()
        self._is_sure = True

    def look_anew(self) -> None:
        """Take the file at the next write as it is then: this connection itself may have changed it."""
        self._is_sure = False

    def require_same_file(self) -> None:
        """Raise ChangedOutside, every time, once the path names another file or none."""
        if not self._path:
            return  # a database in memory
        now = self._identity_now()
        if now is None:
            raise ChangedOutside(
                "Tệp dữ liệu không còn ở chỗ cũ: tệp đã bị chuyển đi, đổi tên hoặc xóa. Thay đổi này chưa được ghi. "
                "Hãy đưa tệp về chỗ cũ hoặc khôi phục từ bản sao lưu, rồi mở lại dữ liệu.",
                must_reopen=True,
            )
        if now != self._identity:
            raise ChangedOutside(
                "Tệp dữ liệu vừa bị chương trình khác thay bằng tệp khác (thường do phần mềm đồng bộ hoặc do chép đè). "
                "Thay đổi này chưa được ghi. Hãy mở lại dữ liệu để xem nội dung mới rồi sửa tiếp.",
                must_reopen=True,
            )

    def require_no_commit(self) -> None:
        """Raise ChangedOutside, once, when another connection committed; the next write is let through.

        Called inside the write transaction: after that nobody else can commit.
        """
        known, now = self._version, self._version_now()
        was_sure, self._is_sure = self._is_sure, True
        self._version = now
        if now != known and was_sure:
            raise ChangedOutside(
                "Tệp dữ liệu vừa bị chương trình khác thay đổi. Thay đổi này chưa được ghi. "
                "Hãy xem lại nội dung mới rồi sửa lại.",
                must_reopen=False,
            )

    def _identity_now(self) -> _Identity | None:
        try:
            found = os.stat(self._path)  # noqa: PTH116  # on the way of every write: Path costs as much again
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _version_now(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
