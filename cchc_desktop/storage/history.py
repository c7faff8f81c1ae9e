"""Reads of the change log: the list of operations, one operation's changes, and what undo and redo would take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, Select, cast, func, select

from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.days import VIETNAM
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.history import (
    NAMED_BY,
    TOLD_OF,
    HistoryFilter,
    LoggedChange,
    LoggedOperation,
    LogSize,
    NextSteps,
    StackEntry,
    find_steps,
    told_name,
)
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.storage import bin_queries, readers
from cchc_desktop.storage.change_log import NOTE
from cchc_desktop.storage.engine import SingleConnection
from cchc_desktop.storage.faults import stored_values
from cchc_desktop.storage.image_store import TABLES
from cchc_desktop.storage.later import undone_operations
from cchc_desktop.storage.log_words import with_all_words, words_of
from cchc_desktop.storage.parts import chunks
from cchc_desktop.storage.readers import raw_rows
from cchc_desktop.storage.tables import change, operation, setting

_BATCH = 200
"""Operations read at a time while looking for words."""


@stored_values()
def read_changes(connection: Connection, operation_id: int) -> list[LoggedChange]:
    """Return the changes of an operation in their order; a note is none."""
    wanted = select(change).where(change.c.operation_id == operation_id, change.c.entity != NOTE).order_by(change.c.id)
    return [
        LoggedChange(EntityKind(row.entity), row.entity_id, ChangeAction(row.action), row.before, row.after)
        for row in connection.execute(wanted)
    ]


class SqlHistory:
    """The history of one open database (`ports.HistoryQueries`); inside an open unit of work it sees its writes."""

    def __init__(self, database: SingleConnection) -> None:
        self._database = database

    def operations(self, wanted: HistoryFilter, limit: int, before_id: int | None = None) -> Sequence[LoggedOperation]:
        """Return the newest operations that meet the filter, newest first, older than `before_id` where given."""
        with self._database.reading() as connection:
            found: list[LoggedOperation] = []
            undone = undone_operations(connection)
            for row in _matching(connection, wanted, before_id):
                found.append(_operation_from(row, undone))
                if len(found) == limit:
                    break
            return found

    def operation(self, operation_id: int) -> LoggedOperation:
        """Return one operation; NotFound for one that the log does not hold (any more)."""
        with self._database.reading() as connection:
            row = connection.execute(_operations().where(operation.c.id == operation_id)).one_or_none()
            if row is None:
                raise NotFound(f"Không tìm thấy thao tác số {operation_id} trong nhật ký.")
            return _operation_from(row, undone_operations(connection))

    def changes(self, operation_id: int) -> Sequence[LoggedChange]:
        """Return the changes of an operation in their order."""
        with self._database.reading() as connection:
            return read_changes(connection, operation_id)

    def names(self, kind: EntityKind, ids: Sequence[int]) -> dict[int, str]:
        """Return what rows are called, deleted ones too; of rows that are no more, what the log last called them."""
        with self._database.reading() as connection:
            found = _values(connection, kind, NAMED_BY[kind], ids)
            if kind not in TOLD_OF:
                return {id_: str(name) for id_, name in found.items()}
            owner, field = TOLD_OF[kind]
            owner_ids = _values(connection, kind, field, ids)
            owners = _values(connection, owner, NAMED_BY[owner], sorted({*owner_ids.values()} - {""}))
        return {id_: told_name(owners.get(owner_ids.get(id_, 0), ""), name) for id_, name in found.items()}

    def people(self) -> Sequence[str]:
        """Return who signed operations, in Vietnamese order."""
        with self._database.reading() as connection:
            return sorted(connection.execute(select(operation.c.who).distinct()).scalars(), key=collation_key)

    def next_steps(self, older_than: int | None = None) -> NextSteps:
        """Return what undo and redo would take back now; `older_than` passes newer operations over for undo."""
        with self._database.reading() as connection:
            undo, redo = find_steps(_stack(connection), older_than)
        return NextSteps(*(None if id_ is None else self.operation(id_) for id_ in (undo, redo)))

    def note(self, operation_id: int) -> str:
        """Return the detail that was kept with an operation; NotFound."""
        wanted = select(change.c.after).where(change.c.operation_id == operation_id, change.c.entity == NOTE)
        with self._database.reading() as connection:
            detail = connection.execute(wanted).scalars().first()
        if detail is None:
            raise NotFound(f"Thao tác số {operation_id} trong nhật ký không có ghi chú nào.")
        return str(detail)

    def size(self) -> LogSize:
        """Return how much room the log takes: the bytes of its text, without what SQLite adds."""
        with self._database.reading() as connection:
            count, oldest = connection.execute(select(func.count(), func.min(operation.c.at))).one()
            total = _octets(connection, operation.c.title, operation.c.who, operation.c.kind) + _octets(
                connection, change.c.before, change.c.after
            )
        moment = datetime.fromisoformat(oldest) if isinstance(oldest, str) else oldest
        return LogSize(count, total, None if moment is None else moment.astimezone(VIETNAM).date())

    def setting(self, name: str, default: Any = None) -> Any:
        """Return what the office decided, the default where it did not."""
        with self._database.reading() as connection:
            found = readers.read_settings(connection, setting.c.name == name)
        return found[0].value if found else default

    def bin(self) -> Sequence[BinEntry]:
        """Return what was deleted, newest first."""
        with self._database.reading() as connection:
            return bin_queries.entries(connection)


def _values(connection: Connection, kind: EntityKind, field: str, ids: Sequence[int]) -> dict[int, Any]:
    """Return a field of rows, deleted ones too; of rows that are no more, what the log last said ('' for nothing)."""
    table, found = TABLES[kind], dict[int, Any]()
    for some in chunks(ids):
        rows = raw_rows(connection, select(table.c.id, table.c[field]).where(table.c.id.in_(some)))
        found.update((id_, value) for id_, value in rows)
    for some in chunks([id_ for id_ in ids if id_ not in found]):
        told = select(change.c.entity_id, change.c.before, change.c.after).where(
            change.c.entity == kind.value, change.c.entity_id.in_(some)
        )
        for id_, before, after in connection.execute(told.order_by(change.c.id)):
            value = next((image[field] for image in (after, before) if image and field in image), None)
            found[id_] = value or found.get(id_, "")
    return found


def _operations() -> Select[Any]:
    count = select(func.count()).where(change.c.operation_id == operation.c.id, change.c.entity != NOTE)
    return select(operation, count.scalar_subquery().label("changes"))


def _operation_from(row: Any, undone: frozenset[int]) -> LoggedOperation:
    return LoggedOperation(
        id=row.id,
        title=row.title,
        kind=row.kind,
        at=row.at,
        who=row.who,
        plan_id=row.plan_id,
        undoes=row.undoes,
        changes=row.changes,
        undone=row.id in undone,
    )


def _matching(connection: Connection, wanted: HistoryFilter, before_id: int | None) -> Iterator[Any]:
    """Yield rows of operations, newest first, a batch at a time."""
    words = words_of(wanted.words)
    while True:
        query = _operations().where(*_conditions(wanted, before_id)).order_by(operation.c.id.desc()).limit(_BATCH)
        rows = connection.execute(query).all()
        heads = {row.id: fold(f"{row.title}\n{row.who}") for row in rows}
        lacking = {id_: [word for word in words if not word.is_in(head)] for id_, head in heads.items()}
        found = with_all_words(connection, lacking)
        yield from (row for row in rows if row.id in found)
        if len(rows) < _BATCH:
            return
        before_id = rows[-1].id


def _conditions(wanted: HistoryFilter, before_id: int | None) -> Iterator[ColumnElement[bool]]:
    if before_id is not None:
        yield operation.c.id < before_id
    if wanted.plan_id is not None:
        yield operation.c.plan_id == wanted.plan_id
    if wanted.who is not None:
        yield operation.c.who == wanted.who
    if wanted.first_day is not None:
        yield operation.c.at >= _midnight(wanted.first_day)
    if wanted.last_day is not None:
        yield operation.c.at < _midnight(wanted.last_day + timedelta(days=1))
    if wanted.row is not None:
        kind, id_ = wanted.row
        about = select(change.c.operation_id).where(change.c.entity == kind.value, change.c.entity_id == id_)
        yield operation.c.id.in_(about)
    if wanted.kind is not None:
        touching = select(change.c.id).where(
            change.c.operation_id == operation.c.id, change.c.entity == wanted.kind.value
        )
        yield touching.exists()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)


def _octets(connection: Connection, *columns: ColumnElement[Any]) -> int:
    """Return the bytes of the texts in some columns of one table."""
    lengths = [func.coalesce(func.sum(func.length(cast(column, LargeBinary))), 0) for column in columns]
    return sum(connection.execute(select(*lengths)).one())


def _stack(connection: Connection) -> Iterator[StackEntry]:
    """Yield all operations, newest first, read as they are asked for."""
    changes = select(change.c.id).where(change.c.operation_id == operation.c.id)
    gone = changes.where(change.c.action == ChangeAction.PURGE.value, change.c.before.is_(None))
    columns = (operation.c.id, operation.c.kind, operation.c.undoes, ~changes.exists() | gone.exists())
    with connection.execute(select(*columns).order_by(operation.c.id.desc())) as rows:
        for id_, kind, undoes, is_final in rows.yield_per(_BATCH):
            yield StackEntry(id_, kind, undoes, bool(is_final))
