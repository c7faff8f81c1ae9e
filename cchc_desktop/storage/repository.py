"""What all repositories share: reading, version check, logging, and the way into the bin."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Generic

from sqlalchemy import Connection, Table, bindparam, update

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import NotFound, StaleRow
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.engine import insert_rows
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.images import Entity, image, normal, search_text
from cchc_desktop.storage.mapping import Image, Row
from cchc_desktop.storage.parts import delete_parts, write_parts
from cchc_desktop.storage.selects import Where


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

    def read(self, *where: Where) -> list[Entity]:
        """Return the live rows that meet all conditions."""
        with known_faults():
            return self._read(*where)

    def get(self, id_: int) -> Entity:
        """Return a live row; NotFound."""
        found = self.read(self.table.c.id == id_)
        if not found:
            raise NotFound(f"Không tìm thấy {self.noun} số {id_}. Có thể {self.noun} này đã được xóa.")
        return found[0]

    def add(self, entity: Entity) -> Entity:
        """Store a new row and return it with its id; ValueError for one that has an id already."""
        return self.add_all([entity])[0]

    def add_all(self, entities: Sequence[Entity]) -> list[Entity]:
        """Store new rows in few statements and return them with their ids; ValueError where one has an id already."""
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
            ids = insert_rows(self._connection, self.table, values)
            write_parts(self._connection, self.kind, dict(zip(ids, after, strict=True)))
        for id_, kept in zip(ids, after, strict=True):
            self._recorder.created(self.kind, id_, kept)
        return [replace(entity, id=id_, row_version=1) for id_, entity in zip(ids, fresh, strict=True)]

    def update(self, entity: Entity) -> Entity:
        """Write what differs from the stored row and return it with its new version; StaleRow, NotFound."""
        current = self.get(entity.id)
        if current.row_version != entity.row_version:
            raise self._stale()
        fresh = normal(entity)
        row, parts, old_parts = self._row(fresh), self._parts(fresh), self._parts(current)
        before, after = image(self._row(current), old_parts), image(row, parts)
        if not self._recorder.updated(self.kind, entity.id, before, after):
            return current
        with known_faults():
            self._write(entity.id, entity.row_version, {**row, **search_text(self.kind, after)})
            if parts != old_parts:
                delete_parts(self._connection, self.kind, [entity.id])
                write_parts(self._connection, self.kind, {entity.id: after})
        return replace(fresh, row_version=entity.row_version + 1)

    def delete(self, id_: int) -> None:
        """Put a row into the bin; NotFound."""
        self.bin([self.get(id_)])

    def bin(self, entities: Sequence[Entity]) -> None:
        """Mark live rows as deleted and log each of them whole, so that a restore is exact."""
        rows = [{"row_id": entity.id, "deleted_at": self._recorder.at} for entity in entities]
        if not rows:
            return
        for entity in entities:
            self._recorder.deleted(self.kind, entity.id, image(self._row(entity), self._parts(entity)))
        statement = (
            update(self.table)
            .where(self.table.c.id == bindparam("row_id"))
            .values(deleted_at=bindparam("deleted_at"), row_version=self.table.c.row_version + 1)
        )
        with known_faults():
            self._connection.execute(statement, rows)

    def _write(self, id_: int, version: int, row: Row) -> None:
        statement = update(self.table).where(
            self.table.c.id == bindparam("row_id"), self.table.c.row_version == bindparam("old_version")
        )
        written = self._connection.execute(
            statement, {**row, "row_version": version + 1, "row_id": id_, "old_version": version}
        )
        if written.rowcount != 1:
            raise self._stale()

    def _stale(self) -> StaleRow:
        return StaleRow(f"Dữ liệu của {self.noun} này vừa được sửa ở nơi khác. Hãy mở lại rồi sửa tiếp.")
