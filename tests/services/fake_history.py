"""The change log and the bin of the in-memory workspace: all rows before and after each operation, compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import ChangeAction, EntityKind, Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound, StaleRow
from cchc_desktop.domain.history import (
    REDO,
    UNDO,
    HistoryFilter,
    LoggedChange,
    LoggedOperation,
    LogSize,
    NextSteps,
    StackEntry,
    find_steps,
)
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.text.folding import fold

if TYPE_CHECKING:
    from tests.services.fakes import FakeStore, FakeUnit

Rows = dict[EntityKind, dict[int, Any]]
Key = tuple[EntityKind, int]
_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class FakeOperation:
    """One logged operation with the whole database before and after it."""

    id: int
    operation: Operation
    at: datetime
    who: str
    plan_id: int | None
    before: Rows
    after: Rows
    touched: Mapping[EntityKind, frozenset[int]]

    def rows(self) -> Iterator[tuple[EntityKind, int, Any, Any]]:
        """Yield kind, id, row before and row after of each touched row."""
        for kind in EntityKind:
            for id_ in sorted(self.touched.get(kind, ())):
                yield kind, id_, self.before[kind].get(id_), self.after[kind].get(id_)


class FakeLog:
    """The log inside a unit of work."""

    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def take_back(self, operation_id: int) -> None:
        entry = _entry(self._unit.store, operation_id)
        for kind, id_, before, after in entry.rows():
            now = self._unit.rows[kind].get(id_)
            if _content(now) != _content(after):
                raise StaleRow(
                    "Nội dung này đã được sửa sau đó nên không hoàn tác riêng thao tác này được. Dữ liệu giữ nguyên."
                )
            self._put(kind, id_, before)

    def cut(self, before: datetime) -> int:
        store = self._unit.store
        kept = [entry for entry in store.log if entry.at >= before]
        count, store.log[:] = len(store.log) - len(kept), kept
        return count

    def note(self, detail: str) -> None:
        self._unit.touch(EntityKind.SETTING, 0)

    def _put(self, kind: EntityKind, id_: int, row: Any) -> None:
        if row is None:
            self._unit.rows[kind].pop(id_, None)
        else:
            self._unit.rows[kind][id_] = row
        self._unit.touch(kind, id_)


class FakeBin:
    """The bin inside a unit of work."""

    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def restore(self, kind: EntityKind, row_id: int) -> None:
        entry, operation = _binned(self._unit.store)[(kind, row_id)]
        if entry.held_by is not None:
            raise InvalidInput(f"Hãy khôi phục “{entry.held_by}” trước.")
        for part, id_ in _along(operation, kind, row_id):
            self._unit.rows[part][id_] = operation.before[part][id_]
            self._unit.touch(part, id_)

    def uids(self, kind: EntityKind, row_id: int) -> Sequence[str]:
        _, operation = _binned(self._unit.store)[(kind, row_id)]
        return [operation.before[part][id_].uid for part, id_ in _along(operation, kind, row_id)]

    def purge(self, kind: EntityKind, row_id: int) -> None:
        _, operation = _binned(self._unit.store)[(kind, row_id)]
        for part, id_ in _along(operation, kind, row_id):
            self._unit.store.purged.add((part, id_))
            self._unit.touch(part, id_)


class FakeHistory:
    """Reads of the fake log and of the fake bin."""

    def __init__(self, store: FakeStore) -> None:
        self._store = store

    def operations(self, wanted: HistoryFilter, limit: int, before_id: int | None = None) -> Sequence[LoggedOperation]:
        undone = self._undone()
        found = [
            _logged(entry, undone)
            for entry in reversed(self._store.log)
            if (before_id is None or entry.id < before_id) and _meets(entry, wanted)
        ]
        return found[:limit]

    def operation(self, operation_id: int) -> LoggedOperation:
        return _logged(_entry(self._store, operation_id), self._undone())

    def changes(self, operation_id: int) -> Sequence[LoggedChange]:
        return [_change(*row) for row in _entry(self._store, operation_id).rows()]

    def names(self, kind: EntityKind, ids: Sequence[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for entry in self._store.log:
            for rows in (entry.before[kind], entry.after[kind]):
                found.update({id_: _name(rows[id_]) for id_ in ids if id_ in rows})
        return found

    def people(self) -> Sequence[str]:
        return sorted({entry.who for entry in self._store.log})

    def next_steps(self, older_than: int | None = None) -> NextSteps:
        stack = [
            StackEntry(entry.id, entry.operation.kind, entry.operation.undoes, self._is_final(entry))
            for entry in reversed(self._store.log)
        ]
        undo, redo = find_steps(stack, older_than)
        return NextSteps(*(None if id_ is None else self.operation(id_) for id_ in (undo, redo)))

    def size(self) -> LogSize:
        oldest = min((entry.at for entry in self._store.log), default=None)
        return LogSize(
            len(self._store.log), 2700 * len(self._store.log), oldest.astimezone(_VIETNAM).date() if oldest else None
        )

    def setting(self, name: str, default: Any = None) -> Any:
        return next((row.value for row in self._store.all(EntityKind.SETTING) if row.name == name), default)

    def bin(self) -> Sequence[BinEntry]:
        return [entry for entry, _ in _binned(self._store).values()]

    def _undone(self) -> set[int | None]:
        undone: set[int | None] = set()
        for entry in reversed(self._store.log):
            if entry.operation.undoes is not None and entry.id not in undone:
                undone.add(entry.operation.undoes)
        return undone

    def _is_final(self, entry: FakeOperation) -> bool:
        return all((kind, id_) in self._store.purged for kind, id_, _, _ in entry.rows())


def _entry(store: FakeStore, operation_id: int) -> FakeOperation:
    for entry in store.log:
        if entry.id == operation_id:
            return entry
    raise NotFound("Không tìm thấy thao tác này trong nhật ký.")


def _logged(entry: FakeOperation, undone: set[int | None]) -> LoggedOperation:
    return LoggedOperation(
        entry.id, entry.operation.title, entry.operation.kind, entry.at, entry.who, entry.plan_id,
        entry.operation.undoes, sum(1 for _ in entry.rows()), entry.id in undone,
    )  # fmt: skip


def _meets(entry: FakeOperation, wanted: HistoryFilter) -> bool:
    day = entry.at.astimezone(_VIETNAM).date()
    return (
        wanted.plan_id in (None, entry.plan_id)
        and wanted.who in (None, entry.who)
        and (wanted.kind is None or wanted.kind in entry.touched)
        and (wanted.row is None or wanted.row[1] in entry.touched.get(wanted.row[0], ()))
        and (wanted.first_day is None or day >= wanted.first_day)
        and (wanted.last_day is None or day <= wanted.last_day)
        and all(word in fold(f"{entry.operation.title} {entry.who}") for word in fold(wanted.words).split())
    )


def _change(kind: EntityKind, id_: int, before: Any, after: Any) -> LoggedChange:
    old, new = _image(before), _image(after)
    if before is None:
        return LoggedChange(kind, id_, ChangeAction.CREATE, None, new)
    if after is None:
        return LoggedChange(kind, id_, ChangeAction.DELETE, old, {})
    names = [name for name in new if old[name] != new[name]]
    return LoggedChange(
        kind, id_, ChangeAction.UPDATE, {name: old[name] for name in names}, {name: new[name] for name in names}
    )


def _image(row: Any) -> dict[str, Any]:
    values = {} if row is None else asdict(row)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _name(row: Any) -> str:
    names = ("title", "content", "text", "name", "abstract", "key", "occurrence", "period")
    return str(next(getattr(row, name) for name in names if hasattr(row, name)))


def _content(row: Any) -> Any:
    return None if row is None else replace(row, row_version=0)


def _binned(store: FakeStore) -> dict[Key, tuple[BinEntry, FakeOperation]]:
    """Return what lies in the bin, newest first, each with the operation that deleted it."""
    found: dict[Key, tuple[BinEntry, FakeOperation]] = {}
    seen: set[Key] = set()
    for operation in reversed(store.log):
        if operation.operation.kind in (UNDO, REDO) and not operation.operation.title.startswith("Làm lại"):
            continue
        for kind, id_, before, after in operation.rows():
            key = (kind, id_)
            is_gone = before is not None and after is None and id_ not in store.rows[kind]
            if not is_gone or key in seen or key in store.purged:
                continue
            seen.add(key)
            if _holder(before, operation.after, operation.before) is None:
                found[key] = (_bin_entry(store, operation, kind, before), operation)
    return dict(sorted(found.items(), key=lambda pair: -pair[1][1].id))


def _holder(row: Any, after: Rows, before: Rows) -> Any:
    """Return what holds a row and was deleted along with it or before."""
    for kind, name in (
        (EntityKind.ITEM, "parent_id"),
        (EntityKind.SECTION, "section_id"),
        (EntityKind.PLAN, "plan_id"),
    ):
        id_ = getattr(row, name, None)
        if id_ is not None and id_ not in after[kind]:
            return before[kind].get(id_)
    return None


def _along(operation: FakeOperation, kind: EntityKind, row_id: int) -> list[Key]:
    """Return what one operation deleted with a row, the row itself first."""
    gone = {(part, id_): before for part, id_, before, after in operation.rows() if before and after is None}
    kept = [(kind, row_id)]
    for key in kept:
        kept.extend(other for other, row in gone.items() if other not in kept and _is_in(row, key))
    return kept


def _is_in(row: Any, key: Key) -> bool:
    names = {EntityKind.ITEM: "parent_id", EntityKind.SECTION: "section_id", EntityKind.PLAN: "plan_id"}
    return getattr(row, names.get(key[0], ""), None) == key[1]


def _bin_entry(store: FakeStore, operation: FakeOperation, kind: EntityKind, row: Any) -> BinEntry:
    along = _along(operation, kind, row.id)[1:]
    counts = {part: sum(other is part for other, _ in along) for part in EntityKind}
    items = [operation.before[EntityKind.ITEM][id_] for part, id_ in along if part is EntityKind.ITEM]
    parts = sum(item.kind is ItemKind.SUB_ITEM for item in items)
    plan_id = row.id if kind is EntityKind.PLAN else row.plan_id
    holder = _holder(row, store.rows, operation.before)
    return BinEntry(
        kind, row.id, _name(row), plan_id, operation.before[EntityKind.PLAN][plan_id].title, operation.at,
        operation.who, counts[EntityKind.SECTION], len(items) - parts, parts, counts[EntityKind.INDICATOR],
        None if holder is None else _name(holder),
    )  # fmt: skip
