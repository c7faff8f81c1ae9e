"""Opening a database file: judged before it is touched, made or upgraded where needed, held by one writer."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from cchc_desktop.domain.errors import RefusedDatabase
from cchc_desktop.domain.ports import Clock, UnitOfWorkFactory
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.owner import OwnerFile
from cchc_desktop.storage.queries import SqlPlanQueries
from cchc_desktop.storage.sqlite_file import HEAD_VERSION, refuse_newer, schema_version
from cchc_desktop.storage.unit_of_work import unit_of_work_factory


class Database:
    """An open database: `units` opens units of work, `queries` reads; both from the thread that used it first.

    Opened read-only, its units refuse to write (CannotWrite).
    """

    def __init__(self, connection: SingleConnection, units: UnitOfWorkFactory, owner: OwnerFile | None) -> None:
        self._connection = connection
        self._owner = owner
        self.units = units
        self.queries = SqlPlanQueries(connection)

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


def open_database(path: Path, *, read_only: bool = False, clock: Clock, who: str) -> Database:
    """Open a database file; a missing or empty one is made, an older one upgraded (not when `read_only`).

    The folder must exist. `who` signs the operations. RefusedDatabase: newer, foreign or damaged, left untouched;
    DatabaseInUse: another program writes; CannotWrite: the folder or the disk refuses.
    """
    version = schema_version(path)
    refuse_newer(path, version)
    if read_only:
        _refuse_unready(path, version)
        return _opened(path, clock, who, owner=None)
    owner = OwnerFile.acquire(path, clock.now())
    try:
        _make_current(path)
        return _opened(path, clock, who, owner)
    except BaseException:
        owner.release()
        raise


def _opened(path: Path, clock: Clock, who: str, owner: OwnerFile | None) -> Database:
    connection = SingleConnection(make_engine(sqlite_url(path), read_only=owner is None))
    return Database(connection, unit_of_work_factory(connection, clock, who), owner)


def _make_current(path: Path) -> None:
    """Bring the file to this program's schema; judged again, for another program may just have changed it."""
    version = schema_version(path)
    refuse_newer(path, version)
    if version == HEAD_VERSION:
        return
    from cchc_desktop.storage import migrate  # most starts need none of it

    if version == 0:
        migrate.create(path)
    else:
        migrate.upgrade(path)


def _refuse_unready(path: Path, version: int) -> None:
    """Refuse to read what would have to be made or upgraded first."""
    if version == 0:
        raise RefusedDatabase(f"Chưa có dữ liệu tại {path}. Hãy nhập một kế hoạch trước.")
    if version < HEAD_VERSION:
        raise RefusedDatabase(
            f"Tệp {path.name} do phiên bản cũ hơn ghi, cần nâng cấp trước khi đọc. Hãy mở tệp bằng chương trình."
        )
