"""Opening a database file: judged before it is touched, made or upgraded where needed, held by one writer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from cchc_desktop.domain.errors import OlderDatabase, RefusedDatabase
from cchc_desktop.domain.opening import Holder
from cchc_desktop.domain.ports import Clock, ProgressCallback, Signature, UnitOfWorkFactory, no_progress
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.history import SqlHistory
from cchc_desktop.storage.integrity import SMALL, require_sound_content
from cchc_desktop.storage.owner import OwnerFile, read_owner
from cchc_desktop.storage.queries import SqlPlanQueries
from cchc_desktop.storage.schema_check import require_our_schema
from cchc_desktop.storage.sqlite_file import HEAD_VERSION, has_journal, opened, refuse_newer, schema_version
from cchc_desktop.storage.unit_of_work import unit_of_work_factory

BeforeMigration = Callable[[], object]
"""Makes the backup that stands behind a migration; where it raises, nothing is migrated."""


class Database:
    """An open database: `units` opens units of work, `queries` reads; both from the thread that used it first.

    Opened read-only, its units refuse to write (CannotWrite), and `holder` says who else had it open for writing.
    """

    def __init__(
        self, connection: SingleConnection, units: UnitOfWorkFactory, owner: OwnerFile | None, holder: Holder | None
    ) -> None:
        self._connection = connection
        self._owner = owner
        self.holder = holder
        self.units = units
        self.queries = SqlPlanQueries(connection)
        self.history = SqlHistory(connection)

    def forget(self) -> None:
        """Let go of the file but keep the right to write; the next use takes the file as it is then.

        Around a restore, and after ChangedOutside for a replaced file.
        """
        self._connection.forget()

    def close(self) -> None:
        """Release the file, then the right to write it; a second call does nothing."""
        self._connection.close()
        if self._owner is not None:
            self._owner.release()
            self._owner = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_database(
    path: Path,
    *,
    read_only: bool = False,
    clock: Clock,
    who: Signature,
    before_migration: BeforeMigration | None = None,
    progress: ProgressCallback = no_progress,
) -> Database:
    """Open a database file; a missing or empty one is made, an older one upgraded (not when `read_only`).

    The folder must exist. `who` signs the operations; `progress` counts the steps of an upgrade. The file is judged
    before a row is read and left untouched where it is refused: NewerDatabase, ForeignDatabase, DamagedDatabase, and
    OlderDatabase for a reader. DatabaseInUse: another program writes; CannotWrite: the folder or the disk refuses.
    """
    was_left = has_journal(path)
    version = schema_version(path)
    refuse_newer(path, version)
    if read_only:
        _refuse_unready(path, version)
        _judge(path, version, thorough=was_left)
        return _opened(path, clock, who, owner=None)
    owner = OwnerFile.acquire(path, clock.now())
    try:
        _make_current(path, was_left or owner.was_left, before_migration, progress)
        return _opened(path, clock, who, owner)
    except BaseException:
        owner.release()
        raise


def _opened(path: Path, clock: Clock, who: Signature, owner: OwnerFile | None) -> Database:
    connection = SingleConnection(make_engine(sqlite_url(path), read_only=owner is None))
    other = read_owner(path) if owner is None else None
    holder = None if other is None else other.holder()
    return Database(connection, unit_of_work_factory(connection, clock, who), owner, holder)


def _make_current(
    path: Path, was_left: bool, before_migration: BeforeMigration | None, progress: ProgressCallback
) -> None:
    """Bring the file to this program's schema; judged anew, for another program may just have changed it."""
    version = schema_version(path)
    refuse_newer(path, version)
    if version > 0:
        _judge(path, version, thorough=was_left)
    if version == HEAD_VERSION:
        return
    from cchc_desktop.storage import migrate  # most starts need none of it

    if version == 0:
        migrate.create(path)
        return
    if before_migration is not None:
        before_migration()
    steps = HEAD_VERSION - version
    progress(0, steps)
    migrate.upgrade(path)
    progress(steps, steps)


def _judge(path: Path, version: int, *, thorough: bool) -> None:
    """Refuse a damaged file, then one whose schema is not ours; a small file is always checked thoroughly."""
    with opened(path, "ro") as connection:
        require_sound_content(connection, thorough=thorough or path.stat().st_size <= SMALL)
        require_our_schema(connection, version)


def _refuse_unready(path: Path, version: int) -> None:
    """Refuse to read what would have to be made or upgraded first."""
    if version == 0:
        raise RefusedDatabase(f"Chưa có dữ liệu tại {path}. Hãy nhập một kế hoạch trước.")
    if version < HEAD_VERSION:
        raise OlderDatabase(
            f"Tệp {path.name} do phiên bản cũ hơn ghi, cần nâng cấp trước khi đọc. Hãy mở tệp bằng chương trình.",
            version,
        )
