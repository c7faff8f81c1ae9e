"""What all repositories share: reading, version check, logging, and the way into the bin."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Generic

from sqlalchemy import Connection, Table, bindparam, update

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import NotFound, StaleRow
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.engine import insert_rows
from cchc_desktop.storage.faults import free_keys, known_faults
from cchc_desktop.storage.images import Entity, image, normal, search_text
from cchc_desktop.storage.mapping import Image, Row
from cchc_desktop.storage.parts import chunks, delete_parts, part_names, write_parts
from cchc_desktop.storage.selects import Where


@dataclass(frozen=True, slots=True)
class _Change:
    """What an update makes of one row: the version it had, the names that differ, the images it had and gets."""

    version: int
    names: Sequence[str]
    before: Image
    after: Image


class Repository(ABC, Generic[Entity]):
    """Stored rows of one kind inside a unit of work; every write passes the recorder.

    Subclasses say how rows are read and written; callers must not keep a repository beyond its unit.
    """

    kind: ClassVar[EntityKind]
    table: ClassVar[Table]
    noun: ClassVar[str]

    def __init__(self, connection: Connection, recorder: ChangeRecorder) -> None:
        self._connection = connection
        self._recorder = recorder

    @abstractmethod
    def _read(self, *where: Where) -> list[Entity]:
        """Return live entities."""

    @abstractmethod
    def _row(self, entity: Entity) -> Row:
        """Return the entity's columns without id and version."""

    def _parts(self, entity: Entity) -> Image:
        """Return what the log keeps of the rows that belong to this one."""
        return {}

    def _note_plans(self, entities: Sequence[Entity]) -> None:
        """Tell the recorder of the plans that written rows are about, where their own images name none."""
        return

    def read(self, *where: Where) -> list[Entity]:
        """Return the live rows that meet all conditions."""
        with known_faults():
            return self._read(*where)

    def get(self, id_: int) -> Entity:
        """Return a live row; NotFound."""
        return self.get_all([id_])[0]

    def get_all(self, ids: Sequence[int]) -> list[Entity]:
        """Return live rows in the order in which they are asked for; NotFound where one is not there."""
        found = {entity.id: entity for some in chunks(ids) for entity in self.read(self.table.c.id.in_(some))}
        self._require(ids, found)
        return [found[id_] for id_ in ids]

    def add(self, entity: Entity) -> Entity:
        """Store a new row and return it with its id; ValueError for one that has an id already."""
        return self.add_all([entity])[0]

    def add_all(self, entities: Sequence[Entity]) -> list[Entity]:
        """Store new rows in few statements and return them with their ids.

        StaleRow where a row of the same natural key is there; ValueError where one has an id already.
        """
        for entity in entities:
            if entity.id != UNSAVED:
                raise ValueError(f"{self.kind} {entity.id} is stored already; update it")
        with known_faults():
            fresh = [normal(entity) for entity in entities]
            rows = [self._row(entity) for entity in fresh]
            after = [image(row, self._parts(entity)) for row, entity in zip(rows, fresh, strict=True)]
            values = [
                {**row, **search_text(self.kind, kept), "row_version": 1} for row, kept in zip(rows, after, strict=True)
            ]
            with free_keys(self._taken()):
                ids = insert_rows(self._connection, self.table, values)
            write_parts(self._connection, self.kind, dict(zip(ids, after, strict=True)))
        self._note_plans(fresh)
        for id_, kept in zip(ids, after, strict=True):
            self._recorder.created(self.kind, id_, kept)
        return [replace(entity, id=id_, row_version=1) for id_, entity in zip(ids, fresh, strict=True)]

    def update(self, entity: Entity) -> Entity:
        """Write what differs from the stored row and return it with its new version; StaleRow, NotFound."""
        return self.update_all([entity])[0]

    def update_all(self, entities: Sequence[Entity]) -> list[Entity]:
        """Write what differs from the stored rows in few statements and return all with their new versions.

        StaleRow, also where another row has the natural key that one is to get; NotFound; ValueError where a row is
        named twice. Nothing may be committed then.
        """
        ids = [entity.id for entity in entities]
        if len(set(ids)) < len(ids):
            raise ValueError(f"one {self.kind} is updated twice at a time")
        stored = self.get_all(ids)
        if any(now.row_version != entity.row_version for now, entity in zip(stored, entities, strict=True)):
            raise self._stale()
        fresh = [normal(entity, now) for entity, now in zip(entities, stored, strict=True)]
        changed = self._changed(stored, fresh)
        self._note_plans([entity for entity in fresh if entity.id in changed])
        with known_faults(), free_keys(self._taken()):
            self._write(changed)
            self._write_parts(changed)
        return [
            replace(entity, row_version=entity.row_version + 1) if entity.id in changed else entity for entity in fresh
        ]

    def delete(self, id_: int) -> None:
        """Put a row into the bin; NotFound."""
        self.delete_all([id_])

    def delete_all(self, ids: Sequence[int]) -> None:
        """Put rows into the bin in few statements; NotFound."""
        self.bin(self.get_all(list(dict.fromkeys(ids))))

    def bin(self, entities: Sequence[Entity]) -> None:
        """Mark live rows as deleted and log each of them whole, so that a restore is exact."""
        self._note_plans(entities)
        for entity in entities:
            self._recorder.deleted(self.kind, entity.id, self._image(entity))
        marked = update(self.table).values(deleted_at=self._recorder.at, row_version=self.table.c.row_version + 1)
        with known_faults():
            for some in chunks([entity.id for entity in entities]):
                self._connection.execute(marked.where(self.table.c.id.in_(some)))

    def _image(self, entity: Entity) -> Image:
        return image(self._row(entity), self._parts(entity))

    def _changed(self, stored: Sequence[Entity], fresh: Sequence[Entity]) -> dict[int, _Change]:
        """Log what differs between rows as they stand and as they shall be; return that by id."""
        changed: dict[int, _Change] = {}
        for now, entity in zip(stored, fresh, strict=True):
            before, after = self._image(now), self._image(entity)
            names = self._recorder.updated(self.kind, entity.id, before, after)
            if names:
                changed[entity.id] = _Change(entity.row_version, names, before, after)
        return changed

    def _write(self, changed: Mapping[int, _Change]) -> None:
        """Write the changed columns: one statement for all rows of which the same columns changed."""
        alike: dict[tuple[str, ...], list[Row]] = {}
        for id_, change in changed.items():
            columns = {name: change.after[name] for name in change.names if name in self.table.c}
            row = {**columns, **search_text(self.kind, change.after, change.before), "row_version": change.version + 1}
            alike.setdefault(tuple(row), []).append({**row, "row_id": id_, "old_version": change.version})
        statement = update(self.table).where(
            self.table.c.id == bindparam("row_id"), self.table.c.row_version == bindparam("old_version")
        )
        for rows in alike.values():
            if self._connection.execute(statement, rows).rowcount != len(rows):
                raise self._stale()

    def _write_parts(self, changed: Mapping[int, _Change]) -> None:
        names = part_names(self.kind)
        images = {id_: change.after for id_, change in changed.items() if not names.isdisjoint(change.names)}
        delete_parts(self._connection, self.kind, list(images))
        write_parts(self._connection, self.kind, images)

    def _require(self, ids: Sequence[int], found: Container[int | None]) -> None:
        for id_ in ids:
            if id_ not in found:
                raise NotFound(f"Không tìm thấy {self.noun} số {id_}. Có thể {self.noun} này đã được xóa.")

    def _taken(self) -> str:
        return f"Đã có {self.noun} cho đúng nội dung và kỳ này, vừa được ghi ở nơi khác. Hãy mở lại rồi sửa tiếp."

    def _stale(self) -> StaleRow:
        return StaleRow(f"Dữ liệu của {self.noun} này vừa được sửa ở nơi khác. Hãy mở lại rồi sửa tiếp.")
