"""The live database as backups see it: read through short connections of their own, never opened as a plain file.

Closing a plain file handle would drop every lock that this process holds on the file (POSIX advisory locks), the
writer's own included.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from cchc_desktop.domain.errors import CchcError, DamagedDatabase, ForeignDatabase, NotFound
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.storage.backups.copy import faults_at, snapshot, sync_file, write_pages
from cchc_desktop.storage.backups.judge import Facts, operations_since, read_facts, require_whole
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.sqlite_file import APPLICATION_ID, connect, refuse_newer, schema_version


class LiveState(Enum):
    """What stands in the place of the data."""

    MISSING = auto()
    """No file, one of zero bytes, or one in which nothing was made yet."""
    READABLE = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class LiveDatabase:
    """A database that may be open for writing in this process or another one."""

    path: Path

    def state(self) -> LiveState:
        """Judge the file by what SQLite reads first; ForeignDatabase, NewerDatabase, DatabaseInUse, CannotWrite."""
        try:
            if self.path.stat().st_size == 0:
                return LiveState.MISSING
        except FileNotFoundError:
            return LiveState.MISSING
        except OSError:
            pass  # SQLite says what it is
        try:
            with known_faults(), closing(_recovered(self.path)) as connection:
                application_id = connection.execute("PRAGMA application_id").fetchone()[0]
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
                has_tables = connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        except DamagedDatabase:
            return self._damaged_or_foreign()
        if has_tables is None:
            return LiveState.MISSING
        if application_id != APPLICATION_ID:
            raise ForeignDatabase(
                f"Tệp {self.path.name} là dữ liệu của chương trình khác nên không được thay thế. Hãy chọn tệp khác."
            )
        refuse_newer(self.path, version)
        return LiveState.READABLE

    def _damaged_or_foreign(self) -> LiveState:
        """Tell a database of ours with a destroyed beginning from a file that never was one (ForeignDatabase)."""
        with suppress(DamagedDatabase):
            schema_version(self.path)  # opens it as a plain file, which holds no locks worth keeping any more
        return LiveState.DAMAGED

    def require(self) -> None:
        """Raise NotFound where there is nothing to back up, DamagedDatabase where it cannot be read."""
        state = self.state()
        if state is LiveState.MISSING:
            raise NotFound(f"Chưa có dữ liệu tại {self.path} nên không có gì để sao lưu.")
        if state is LiveState.DAMAGED:
            raise _damaged(self.path)

    def copy_to(self, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> Facts:
        """Copy one snapshot into a new file that is then on the disk, and return what the snapshot held."""
        with faults_at(target.parent):
            with snapshot(self.path) as source:
                facts = read_facts(source)
                write_pages(source, target, progress, is_cancelled)
            sync_file(target)
        return facts

    def facts(self) -> Facts | None:
        """Return what the data holds, None where it is missing or cannot be read."""
        try:
            if self.state() is not LiveState.READABLE:
                return None
            with known_faults(), snapshot(self.path) as connection:
                return read_facts(connection)
        except CchcError:
            return None

    def is_damaged(self) -> bool:
        """Check every page, as after a copy that does not verify."""
        try:
            with known_faults(), snapshot(self.path) as connection:
                require_whole(connection, self.path.name)
        except DamagedDatabase:
            return True
        return False

    def changes_since(self, marks: list[tuple[int, str]]) -> list[int | None]:
        """Return for each (last operation, its digest) how many operations followed; None for another history."""
        try:
            if self.state() is not LiveState.READABLE:
                return [None] * len(marks)
            with known_faults(), snapshot(self.path) as connection:
                return [operations_since(connection, operation, digest) for operation, digest in marks]
        except CchcError:
            return [None] * len(marks)


def _recovered(path: Path) -> sqlite3.Connection:
    """Open a database for reading, after what a kill left of a transaction was rolled back."""
    connection = connect(path, "ro")
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        with closing(connect(path, "rw")) as writing:
            writing.execute("PRAGMA user_version").fetchone()
        return connect(path, "ro")
    except BaseException:
        connection.close()
        raise
    return connection


def _damaged(path: Path) -> DamagedDatabase:
    return DamagedDatabase(f"Tệp {path.name} bị hỏng nên không sao lưu được. Hãy khôi phục từ bản sao lưu có sẵn.")
