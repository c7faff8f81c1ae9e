"""Rows held against the change log: what SQLite's own check cannot see, a letter that flipped inside a cell.

The log says what every row must look like (see `change_log`), and each operation's digest vouches for the log. A
migration that changes values must log what it does, or this check would take its work for damage.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.storage.change_log import NOTE, digest
from cchc_desktop.storage.image_store import TABLES, read_images
from cchc_desktop.storage.images import search_text
from cchc_desktop.storage.mapping import Image
from cchc_desktop.storage.tables import change, operation

_NOUNS = {
    EntityKind.PLAN: "Kế hoạch",
    EntityKind.SECTION: "Phần",
    EntityKind.ITEM: "Nhiệm vụ",
    EntityKind.INDICATOR: "Chỉ tiêu",
    EntityKind.AGENCY: "Cơ quan",
    EntityKind.SETTING: "Thiết lập",
    EntityKind.DOCUMENT: "Tài liệu",
    EntityKind.RECORD: "Kết quả",
    EntityKind.PERIOD_UPDATE: "Báo cáo kỳ",
    EntityKind.EXTENSION: "Lần gia hạn",
    EntityKind.URGING: "Lần đôn đốc",
    EntityKind.INDICATOR_VALUE: "Số liệu chỉ tiêu",
    EntityKind.REPORTING_PERIOD: "Kỳ báo cáo",
    EntityKind.DAY_OFF: "Ngày nghỉ",
    EntityKind.SUPERIOR_FORM: "Biểu mẫu",
    EntityKind.FORM_PERIOD: "Số liệu biểu mẫu",
}
_GONE: Image = {}
"""What the log says of a row that is no more."""

Told = dict[EntityKind, dict[int, Image]]


def differences(connection: Connection) -> Iterator[str]:
    """Yield a Vietnamese sentence for each operation, row or search text that is not as it was written."""
    yield from _damaged_operations(connection)
    told = _told(connection)
    for kind in TABLES:
        yield from _damaged_rows(connection, kind, told.get(kind, {}))


def _damaged_operations(connection: Connection) -> Iterator[str]:
    """Compare the digests; operations from before schema version 2 have none."""
    joined = (
        select(operation, change.c.entity, change.c.entity_id, change.c.action, change.c.before, change.c.after)
        .outerjoin(change, change.c.operation_id == operation.c.id)
        .where(operation.c.digest.is_not(None))
        .order_by(operation.c.id, change.c.id)
    )
    with connection.execute(joined) as rows:
        for _, lines in groupby(rows.mappings(), key=lambda row: row["id"]):
            changes = [dict(line) for line in lines]
            told = changes[0]
            if digest(told, [line for line in changes if line["entity"] is not None]) != told["digest"]:
                yield f"Thao tác số {told['id']} trong nhật ký không còn như khi được ghi."


def _told(connection: Connection) -> Told:
    """Return what the log says of each row that it knows: the fields that it tells, of all since the log begins."""
    told: Told = {}
    columns = (change.c.entity, change.c.entity_id, change.c.action, change.c.before, change.c.after)
    with connection.execute(select(*columns).where(change.c.entity != NOTE).order_by(change.c.id)) as rows:
        for entity, id_, action, before, after in rows:
            images = told.setdefault(EntityKind(entity), {})
            if action == ChangeAction.PURGE:
                images[id_] = _GONE
            elif action == ChangeAction.CREATE:
                images[id_] = dict(after)
            else:
                images[id_] = {**images.get(id_, {}), **(before or {}), **(after or {})}
    return told


def _damaged_rows(connection: Connection, kind: EntityKind, told: dict[int, Image]) -> Iterator[str]:
    table = TABLES[kind]
    ids = list(connection.execute(select(table.c.id)).scalars())
    stored = read_images(connection, kind, ids)
    noun = _NOUNS[kind]
    for id_, row in stored.items():
        if any(row.image.get(name) != value for name, value in told.get(id_, {}).items() if name in row.image):
            yield f"{noun} số {id_} không còn như nhật ký đã ghi."
    for id_ in told.keys() - stored.keys():
        if told[id_]:
            yield f"{noun} số {id_} có trong nhật ký nhưng không còn trong dữ liệu."
    if "search_text" in table.c:
        yield from _damaged_search_texts(connection, kind, {id_: row.image for id_, row in stored.items()})


def _damaged_search_texts(connection: Connection, kind: EntityKind, images: dict[int, Image]) -> Iterator[str]:
    table = TABLES[kind]
    for id_, text in connection.execute(select(table.c.id, table.c.search_text)):
        expected: dict[str, Any] = search_text(kind, images[id_])
        if expected["search_text"] != text:
            yield f"Nội dung tìm kiếm của {_NOUNS[kind].lower()} số {id_} không khớp với nội dung đã nhập."
