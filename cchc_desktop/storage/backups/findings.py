"""The full check of a backup before it may become the data: what is refused, and what a person is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.domain.errors import DamagedDatabase
from cchc_desktop.storage.backups.copy import copy_bytes
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.sqlite_file import HEAD_VERSION

_MOST_LINES = 20


def problems_of(file: Path, name: str, *, is_undo: bool = False) -> tuple[str, ...]:
    """Check a file of this program's schema, and return Vietnamese sentences on what a person should know of it.

    Rows that do not agree with their log are told: the rest may be all that an office has left. Rows that no screen
    can show (in a circle, below what is deleted) are refused with DamagedDatabase. Not so where it `is_undo`: what
    stood there before must come back, whatever it was, and at once; such rows are told, and the log is not asked.
    """
    from cchc_desktop.storage import check
    from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
    from cchc_desktop.storage.log_check import differences

    connection = SingleConnection(make_engine(sqlite_url(file), read_only=True))
    try:
        with connection.reading() as rows:
            misplaced = tuple(islice(check.misplaced(rows), _MOST_LINES))
            if is_undo:
                return misplaced
            if misplaced:
                raise _misplaced(name, misplaced)
            return tuple(islice(differences(rows), _MOST_LINES))
    finally:
        connection.close()


def problems_of_version(file: Path, version: int) -> tuple[str, ...]:
    """Do the same for a backup of an older schema too: a copy elsewhere is upgraded for that."""
    if version == HEAD_VERSION:
        return problems_of(file, file.name)
    with _upgraded(file) as copy:
        return problems_of(copy, file.name)


@contextmanager
def _upgraded(file: Path) -> Iterator[Path]:
    from cchc_desktop.storage import migrate

    with known_faults(), TemporaryDirectory(prefix="cchc-") as folder:
        copy = Path(folder) / "upgraded.db"
        copy_bytes(file, copy)
        migrate.upgrade(copy)
        yield copy


def _misplaced(name: str, problems: tuple[str, ...]) -> DamagedDatabase:
    return DamagedDatabase(
        f"Tệp {name} có nội dung xếp sai chỗ nên không khôi phục được: {problems[0]} Dữ liệu không thay đổi. "
        "Hãy chọn bản sao lưu khác.",
        problems,
    )
