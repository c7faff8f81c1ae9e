"""Rows as the change log sees them: read and written by image, many at a time, deleted ones too.

Undo works on images alone, so a kind of row that is new here needs its table below, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Table, bindparam, delete, insert, select, update

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.storage import tables
from cchc_desktop.storage.column_types import DecimalText, IsoDate, JsonText, UtcMoment
from cchc_desktop.storage.faults import stored_values
from cchc_desktop.storage.images import search_text
from cchc_desktop.storage.mapping import Image, Row
from cchc_desktop.storage.parts import chunks, delete_parts, read_parts, write_parts
from cchc_desktop.storage.readers import raw_rows

TABLES: Mapping[EntityKind, Table] = {
    EntityKind.PLAN: tables.plan,
    EntityKind.SECTION: tables.section,
    EntityKind.ITEM: tables.item,
    EntityKind.INDICATOR: tables.indicator,
    EntityKind.AGENCY: tables.agency,
    EntityKind.SETTING: tables.setting,
    EntityKind.DOCUMENT: tables.document,
    EntityKind.RECORD: tables.record,
    EntityKind.PERIOD_UPDATE: tables.period_update,
    EntityKind.EXTENSION: tables.extension,
    EntityKind.URGING: tables.urging,
    EntityKind.INDICATOR_VALUE: tables.indicator_value,
    EntityKind.REPORTING_PERIOD: tables.reporting_period,
    EntityKind.DAY_OFF: tables.day_off,
    EntityKind.SUPERIOR_FORM: tables.superior_form,
    EntityKind.FORM_PERIOD: tables.form_period,
}
"""Where each kind of row is kept."""
LIVE_KEYS: Mapping[EntityKind, tuple[str, ...]] = {
    EntityKind.RECORD: ("item_id", "occurrence", "agency_id"),
    EntityKind.PERIOD_UPDATE: ("item_id", "period", "agency_id"),
    EntityKind.INDICATOR_VALUE: ("indicator_id", "period"),
    EntityKind.REPORTING_PERIOD: ("key",),
    EntityKind.DAY_OFF: ("day",),
    EntityKind.FORM_PERIOD: ("form_id", "period"),
}
"""Columns by which one row outside the bin is the only one of its kind."""

_ASIDE = datetime.max.replace(tzinfo=UTC)
_BOOKKEEPING = ("id", "row_version", "search_text")


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A row's image and the version under which it stands."""

    image: Image
    version: int


@stored_values()
def read_images(connection: Connection, kind: EntityKind, ids: Sequence[int]) -> dict[int, StoredImage]:
    """Return the images of those of the rows that exist, whether deleted or not."""
    table = TABLES[kind]
    columns = _image_columns(table)
    wanted = (table.c.id, table.c.row_version, *columns)
    readers = [(column.name, _reader(column)) for column in columns]
    found: dict[int, StoredImage] = {}
    for some in chunks(ids):
        for id_, version, *values in raw_rows(connection, select(*wanted).where(table.c.id.in_(some))):
            image = {name: read(value) for (name, read), value in zip(readers, values, strict=True)}
            found[id_] = StoredImage(image, version)
    read_parts(connection, kind, {id_: stored.image for id_, stored in found.items()})
    return found


def write_images(
    connection: Connection, kind: EntityKind, before: Mapping[int, StoredImage], after: Mapping[int, Image]
) -> None:
    """Make the rows named in `before` and `after` stand as `after` says: insert, update, and remove what is not there.

    References may be broken on the way; the caller defers their check to the commit.
    """
    gone = [id_ for id_ in before if id_ not in after]
    new = {id_: image for id_, image in after.items() if id_ not in before}
    changed = {id_: image for id_, image in after.items() if id_ in before and before[id_].image != image}
    delete_parts(connection, kind, [*gone, *changed])
    _delete(connection, TABLES[kind], gone)
    _give_up_keys(connection, kind, list(changed))
    _insert(connection, kind, new)
    _update(connection, kind, {id_: before[id_].version for id_ in changed}, changed)
    write_parts(connection, kind, {**new, **changed})


def _image_columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.c if column.name not in _BOOKKEEPING]


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    """Return what turns the driver's value into the one that images hold (plain JSON)."""
    if isinstance(column.type, JsonText):
        return lambda value: None if value is None else json.loads(value)
    if isinstance(column.type, Boolean):
        return lambda value: None if value is None else bool(value)
    return lambda value: value


def _binder(column: Column[Any]) -> Callable[[Any], Any]:
    """Return what turns an image's value into the one that the column type takes."""
    if isinstance(column.type, IsoDate):
        return lambda value: None if value is None else date.fromisoformat(value)
    if isinstance(column.type, UtcMoment):
        return lambda value: None if value is None else datetime.fromisoformat(value)
    if isinstance(column.type, DecimalText):
        return lambda value: None if value is None else Decimal(value)
    return lambda value: value


def _row(kind: EntityKind, image: Image) -> Row:
    """Return an image as columns; a column that is newer than the image stays empty."""
    columns = _image_columns(TABLES[kind])
    values = {column.name: _binder(column)(image.get(column.name)) for column in columns}
    return {**values, **search_text(kind, image)}


def _delete(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    for some in chunks(ids):
        connection.execute(delete(table).where(table.c.id.in_(some)))


def _give_up_keys(connection: Connection, kind: EntityKind, ids: Sequence[int]) -> None:
    """Put rows aside that are about to be written: one may take the key that another one has until then."""
    if kind not in LIVE_KEYS:
        return
    table = TABLES[kind]
    for some in chunks(ids):
        connection.execute(update(table).where(table.c.id.in_(some)).values(deleted_at=_ASIDE))


def _insert(connection: Connection, kind: EntityKind, images: Mapping[int, Image]) -> None:
    rows = [{"id": id_, "row_version": 1, **_row(kind, image)} for id_, image in images.items()]
    if rows:
        connection.execute(insert(TABLES[kind]), rows)


def _update(
    connection: Connection, kind: EntityKind, versions: Mapping[int, int], images: Mapping[int, Image]
) -> None:
    table = TABLES[kind]
    rows = [
        {"row_id": id_, **_row(kind, image), "row_version": versions[id_] + 1} for id_, image in images.items()
    ]
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("row_id")), rows)


