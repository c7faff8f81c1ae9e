"""Whether a database file is whole, asked of SQLite before a row of it is used.

`integrity_check` compares every index with its table, `quick_check` leaves that out. Of 300 randomly damaged copies
the first noticed 283, the second 228. Milliseconds for 60 / 1,000 / 10,000 / 100,000 items with their log (0.3 / 2.2 /
21 / 205 MB): quick 1.2 / 13 / 80 / 476, full 1.6 / 17 / 158 / 1,295. So a file that a kill may have left gets the full
check, and so does every small one; a large one that was closed in good order gets the quick one.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from cchc_desktop.domain.errors import DamagedDatabase
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.sqlite_file import opened

SMALL = 2_000_000
"""Bytes up to which the full check costs less than 20 ms (1,000 items)."""
_MOST_LINES = 20
"""Lines of SQLite's report that are kept; a badly damaged file has thousands."""


def require_sound(path: Path, *, thorough: bool) -> None:
    """Raise DamagedDatabase, with SQLite's own lines, unless the file is whole; `thorough` compares indexes too."""
    with opened(path, "ro") as connection:
        require_sound_content(connection, thorough=thorough)


def require_sound_content(connection: sqlite3.Connection, *, thorough: bool) -> None:
    """Do the same on an open connection."""
    problems = integrity_problems(connection, thorough=thorough)
    if problems:
        raise DamagedDatabase(
            "Tệp dữ liệu bị hỏng nên chưa được mở. Chương trình không sửa gì trong tệp. "
            "Hãy khôi phục từ bản sao lưu, hoặc cứu những dòng còn đọc được sang một tệp mới.",
            problems,
        )


def integrity_problems(connection: sqlite3.Connection, *, thorough: bool) -> list[str]:
    """Return what SQLite finds wrong with a file, [] for a sound one; damage that stops the check is one line."""
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        with known_faults():
            lines = [str(line) for (line,) in connection.execute(f"PRAGMA {pragma}({_MOST_LINES})")]
    except DamagedDatabase as error:
        return [error.message]
    return [] if lines == ["ok"] else lines
