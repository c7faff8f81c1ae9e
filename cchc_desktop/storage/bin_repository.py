"""The bin inside a unit of work: taking rows out of it, and emptying it for good."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.history import TOLD_OF, LoggedChange
from cchc_desktop.storage import bin_queries, tables
from cchc_desktop.storage.bin_queries import BinIds
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.forgetting import forget_words, unmade_below
from cchc_desktop.storage.image_store import LIVE_KEYS, TABLES, StoredImage, read_images, write_images
from cchc_desktop.storage.mapping import Image
from cchc_desktop.storage.parts import ID_LISTS, chunks
from cchc_desktop.storage.replay import RowKey

_REFERENCES: Mapping[EntityKind, tuple[tuple[EntityKind, str], ...]] = {
    EntityKind.PLAN: ((EntityKind.PLAN, "replaced_by_id"), (EntityKind.PLAN, "parent_plan_id")),
    EntityKind.ITEM: ((EntityKind.ITEM, "carries_out_id"), (EntityKind.ITEM, "continues_id")),
}
"""Columns by which a row that stays may name one that is removed."""
_TAKEN: Mapping[EntityKind, str] = {
    EntityKind.RECORD: "Mốc này đã có kết quả khác nên chưa khôi phục được. Hãy chuyển kết quả đó đi trước.",
    EntityKind.PERIOD_UPDATE: (
        "Kỳ này đã có nội dung cập nhật khác nên chưa khôi phục được. Hãy xóa nội dung cập nhật đó trước."
    ),
}
"""What is said where another row has the natural key of a deleted one by now."""


class BinInStorage:
    """The deleted rows of the open unit's database."""

    def __init__(self, connection: Connection, recorder: ChangeRecorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self.is_purged = False
        """Whether the file has room to give back after the commit."""

    def restore(self, kind: EntityKind, row_id: int) -> None:
        """Take a row and what was deleted with it out of the bin; InvalidInput while what holds it is deleted."""
        with known_faults():
            entry = self._entry(kind, row_id)
            if entry.held_by is not None:
                raise InvalidInput(
                    f"Nội dung này nằm trong “{entry.held_by}”, cũng đã bị xóa. Hãy khôi phục nội dung đó trước."
                )
            self._require_free(kind, row_id)
            at = self._mark(kind, row_id)
            section_id = self._section_of_parent(row_id) if kind is EntityKind.ITEM else None
            for part, ids in bin_queries.deleted_with(self._connection, kind, row_id, at).items():
                self._unmark(part, ids, at, section_id)

    def uids(self, kind: EntityKind, row_id: int) -> list[str]:
        """Return the uids of a deleted row and of all that stands or once stood below it."""
        below = bin_queries.below(self._connection, kind, row_id)
        found = [row.uid for row in unmade_below(self._connection, kind, row_id, below)]
        for part, ids in below.items():
            for some in chunks(ids):
                table = TABLES[part]
                found.extend(self._connection.execute(select(table.c.uid).where(table.c.id.in_(some))).scalars())
        return found

    def purge(self, kind: EntityKind, row_id: int) -> None:
        """Remove a deleted row, what is below it and every word of both from the log, for good."""
        with known_faults():
            self._entry(kind, row_id)
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # until the commit
            gone = {
                **bin_queries.below(self._connection, kind, row_id),
                **bin_queries.facts_below(self._connection, kind, row_id),
            }
            unmade = unmade_below(self._connection, kind, row_id, gone)
            self._take_out(gone)
            self._forget_references(gone)
            self._forget_in_lists(gone)
            for part, ids in gone.items():
                write_images(self._connection, part, dict.fromkeys(ids, _NOTHING), {})
            forget_words(self._connection, [*_keys(gone), *((row.kind, row.id) for row in unmade)])
            for part, ids in gone.items():
                for id_ in ids:
                    self._recorder.purged(part, id_)
        self.is_purged = True

    def _entry(self, kind: EntityKind, row_id: int) -> BinEntry:
        for entry in bin_queries.entries(self._connection):
            if (entry.kind, entry.id) == (kind, row_id):
                return entry
        raise NotFound("Không tìm thấy nội dung này trong mục đã xóa. Có thể đã được khôi phục.")

    def _mark(self, kind: EntityKind, row_id: int) -> str:
        """Return a row's mark of deletion as images hold it."""
        return str(read_images(self._connection, kind, [row_id])[row_id].image["deleted_at"])

    def _section_of_parent(self, item_id: int) -> int | None:
        """Return the section where the task above an item stands now: it may have moved since the item was deleted.

        None for an item that has no parent.
        """
        section_id = None
        parent_id = self._item(item_id)["parent_id"]
        while parent_id is not None:  # a deleted parent may have stayed behind itself
            parent = self._item(parent_id)
            section_id, parent_id = parent["section_id"], parent["parent_id"]
        return section_id

    def _item(self, id_: int) -> Image:
        return read_images(self._connection, EntityKind.ITEM, [id_])[id_].image

    def _unmark(self, kind: EntityKind, ids: list[int], at: str, section_id: int | None) -> None:
        """Take the mark away, and bring the rows to where their parent stands (None: they stay where they were)."""
        stored = read_images(self._connection, kind, ids)
        after = {id_: {**row.image, "deleted_at": None} for id_, row in stored.items()}
        for id_, image in after.items():
            self._restored(kind, id_, image, at)
            if section_id is not None and image["section_id"] != section_id:
                self._moved(kind, id_, image, section_id)
        write_images(self._connection, kind, stored, after)

    def _restored(self, kind: EntityKind, id_: int, image: Image, at: str) -> None:
        change = LoggedChange(kind, id_, ChangeAction.RESTORE, {"deleted_at": at}, {"deleted_at": None})
        self._recorder.replayed(change, plan_id=id_ if kind is EntityKind.PLAN else self._plan_of(kind, image))

    def _plan_of(self, kind: EntityKind, image: Image) -> int | None:
        """Return the plan of a row, None for what belongs to none."""
        is_told = TOLD_OF.get(kind, (None,))[0] is EntityKind.ITEM
        return self._item(image["item_id"])["plan_id"] if is_told else image.get("plan_id")

    def _require_free(self, kind: EntityKind, row_id: int) -> None:
        """Raise InvalidInput where another row has the natural key by now that the deleted one had."""
        table = TABLES[kind]
        image = read_images(self._connection, kind, [row_id])[row_id].image
        same = [table.c[name].is_not_distinct_from(image[name]) for name in LIVE_KEYS.get(kind, ())]
        if same and self._connection.execute(select(table.c.id).where(table.c.deleted_at.is_(None), *same)).first():
            raise InvalidInput(_TAKEN[kind])

    def _moved(self, kind: EntityKind, id_: int, image: Image, section_id: int) -> None:
        before = {"section_id": image["section_id"]}
        image["section_id"] = section_id
        self._recorder.replayed(LoggedChange(kind, id_, ChangeAction.UPDATE, before, {"section_id": section_id}))

    def _take_out(self, gone: BinIds) -> None:
        """Move deleted items whose parent moved away out of the sections that go."""
        item, sections = tables.item, gone.get(EntityKind.SECTION, [])
        in_them = select(item.c.id).where(item.c.section_id.in_(sections))
        going = set(gone.get(EntityKind.ITEM, []))
        for id_ in set(self._connection.execute(in_them).scalars()) - going:
            stored = read_images(self._connection, EntityKind.ITEM, [id_])
            section_id = self._section_of_parent(id_)
            if section_id is not None:
                after = dict(stored[id_].image)
                self._moved(EntityKind.ITEM, id_, after, section_id)
                write_images(self._connection, EntityKind.ITEM, stored, {id_: after})

    def _forget_references(self, gone: BinIds) -> None:
        """Empty the columns by which rows that stay name rows that go."""
        for target, references in _REFERENCES.items():
            for kind, column in references:
                table, going = TABLES[kind], set(gone.get(kind, []))
                for some in chunks(gone.get(target, [])):
                    naming = self._connection.execute(select(table.c.id).where(table.c[column].in_(some))).scalars()
                    self._empty(kind, column, [id_ for id_ in naming if id_ not in going])

    def _forget_in_lists(self, gone: BinIds) -> None:
        """Take rows that go out of the lists of rows that stay."""
        for kind, lists in ID_LISTS.items():
            for ids in lists:
                going = set(gone.get(ids.target, []))
                owner, named = ids.table.c[ids.owner], ids.table.c[ids.column]
                naming: set[int] = set()
                for some in chunks(sorted(going)):
                    naming.update(self._connection.execute(select(owner).where(named.in_(some))).scalars())
                self._shorten(kind, ids.field, sorted(naming.difference(gone.get(kind, []))), going)

    def _shorten(self, kind: EntityKind, field: str, ids: list[int], going: set[int]) -> None:
        stored = read_images(self._connection, kind, ids)
        kept = {id_: [named for named in row.image[field] if named not in going] for id_, row in stored.items()}
        write_images(self._connection, kind, stored, {i: {**row.image, field: kept[i]} for i, row in stored.items()})
        for id_, row in stored.items():
            change = LoggedChange(kind, id_, ChangeAction.UPDATE, {field: row.image[field]}, {field: kept[id_]})
            self._recorder.replayed(change)

    def _empty(self, kind: EntityKind, column: str, ids: list[int]) -> None:
        stored = read_images(self._connection, kind, ids)
        write_images(self._connection, kind, stored, {i: {**row.image, column: None} for i, row in stored.items()})
        for id_, row in stored.items():
            change = LoggedChange(kind, id_, ChangeAction.UPDATE, {column: row.image[column]}, {column: None})
            self._recorder.replayed(change)


_NOTHING = StoredImage({}, 0)


def _keys(gone: BinIds) -> list[RowKey]:
    return [(kind, id_) for kind, ids in gone.items() for id_ in ids]
