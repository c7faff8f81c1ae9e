"""The rows that belong to another row (an item's links, an agency's aliases, lists of ids), read and written by image.

A part has no identity of its own: it is logged inside its owner's image, and written anew when that changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from cchc_desktop.domain.agencies.names import match_key
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.items import AgencyRole
from cchc_desktop.storage import tables
from cchc_desktop.storage.mapping import Image, Row

CHUNK = 500
"""Ids in one IN list; SQLite allows some 32,000 parameters, older ones 999."""


@dataclass(frozen=True, slots=True)
class PartTable:
    """One table of parts: which column names the owner, and how its rows and the owner's image follow each other."""

    table: Table
    owner: str
    fields: tuple[str, ...]
    """Names in the owner's image that this table holds."""
    to_rows: Callable[[int, Image], list[Row]]
    add_to_image: Callable[[Image, Any], None]
    """Called with an owner's image and each of its rows in order."""


def _link_rows(item_id: int, image: Image) -> list[Row]:
    return [
        {"item_id": item_id, "role": role.value, "position": position, **link}
        for role in AgencyRole
        for position, link in enumerate(image[role.value])
    ]


def _add_link(image: Image, row: Any) -> None:
    image[row.role].append({"words": row.words, "agency_id": row.agency_id})


def _alias_rows(agency_id: int, image: Image) -> list[Row]:
    return [
        {"agency_id": agency_id, "position": position, "words": words, "match_key": match_key(words)}
        for position, words in enumerate(image["aliases"])
    ]


def _add_alias(image: Image, row: Any) -> None:
    image["aliases"].append(row.words)


@dataclass(frozen=True, slots=True)
class IdList:
    """A table that holds a list of ids in the order in which the owner names them; `field` is its name in the image."""

    table: Table
    owner: str
    field: str
    column: str
    target: EntityKind

    @property
    def part(self) -> PartTable:
        """Return the table as `PARTS` needs it."""
        return PartTable(self.table, self.owner, (self.field,), self._to_rows, self._add_to_image)

    def _to_rows(self, owner_id: int, image: Image) -> list[Row]:
        return [
            {self.owner: owner_id, "position": position, self.column: id_}
            for position, id_ in enumerate(image[self.field])
        ]

    def _add_to_image(self, image: Image, row: Any) -> None:
        image[self.field].append(getattr(row, self.column))


def _evidence(table: Table, owner: str) -> tuple[IdList, ...]:
    return (IdList(table, owner, "evidence", "document_id", EntityKind.DOCUMENT),)


ID_LISTS: Mapping[EntityKind, tuple[IdList, ...]] = {
    EntityKind.AGENCY: (IdList(tables.agency_member, "group_id", "member_ids", "member_id", EntityKind.AGENCY),),
    EntityKind.RECORD: _evidence(tables.record_evidence, "record_id"),
    EntityKind.PERIOD_UPDATE: _evidence(tables.period_update_evidence, "period_update_id"),
    EntityKind.INDICATOR_VALUE: _evidence(tables.indicator_value_evidence, "indicator_value_id"),
    EntityKind.DOCUMENT: (
        IdList(tables.document_item, "document_id", "item_ids", "item_id", EntityKind.ITEM),
        IdList(tables.document_indicator, "document_id", "indicator_ids", "indicator_id", EntityKind.INDICATOR),
    ),
}
"""Lists of rows of another kind that a row names, kept with foreign keys: what is named cannot vanish unseen."""
_OTHERS: Mapping[EntityKind, tuple[PartTable, ...]] = {
    EntityKind.ITEM: (
        PartTable(tables.item_agency, "item_id", tuple(role.value for role in AgencyRole), _link_rows, _add_link),
    ),
    EntityKind.AGENCY: (PartTable(tables.agency_alias, "agency_id", ("aliases",), _alias_rows, _add_alias),),
}
PARTS: Mapping[EntityKind, tuple[PartTable, ...]] = {
    kind: (*_OTHERS.get(kind, ()), *(ids.part for ids in ID_LISTS.get(kind, ()))) for kind in EntityKind
}


def chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut ids into lists that one statement can take."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def part_names(kind: EntityKind) -> frozenset[str]:
    """Return the names in an owner's image that tables of parts hold."""
    return frozenset(name for part in PARTS.get(kind, ()) for name in part.fields)


def read_parts(connection: Connection, kind: EntityKind, images: Mapping[int, Image]) -> None:
    """Add to the images, by owner's id, what the tables of parts hold for them."""
    for part in PARTS.get(kind, ()):
        for image in images.values():
            image.update({name: [] for name in part.fields})
        owner = part.table.c[part.owner]
        for some in chunks(list(images)):
            query = select(part.table).where(owner.in_(some)).order_by(*part.table.primary_key.columns)
            for row in connection.execute(query):
                part.add_to_image(images[getattr(row, part.owner)], row)


def write_parts(connection: Connection, kind: EntityKind, images: Mapping[int, Image]) -> None:
    """Insert the parts of owners that have none stored."""
    for part in PARTS.get(kind, ()):
        rows = [row for id_, image in images.items() for row in part.to_rows(id_, image)]
        if rows:
            connection.execute(insert(part.table), rows)


def delete_parts(connection: Connection, kind: EntityKind, ids: Sequence[int]) -> None:
    """Remove the parts of some owners."""
    for part in PARTS.get(kind, ()):
        for some in chunks(ids):
            connection.execute(delete(part.table).where(part.table.c[part.owner].in_(some)))
