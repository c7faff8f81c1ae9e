"""Playing logged changes backwards on images: pure, so that undo can be tested without a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from typing import Any

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.errors import StaleRow
from cchc_desktop.domain.history import LoggedChange
from cchc_desktop.storage.mapping import Image

RowKey = tuple[EntityKind, int]
Rows = MutableMapping[RowKey, Image]

_LATER_CHANGE = (
    "Không hoàn tác được thao tác này vì nội dung liên quan đã được sửa sau đó. Dữ liệu giữ nguyên. "
    "Hãy hoàn tác lần sửa sau trước, hoặc sửa lại bằng tay."
)
_GONE = (
    "Không hoàn tác được thao tác này vì nội dung liên quan đã bị xóa hẳn hoặc không còn. Dữ liệu giữ nguyên."
)


def play_backwards(changes: Sequence[LoggedChange], rows: Rows) -> list[LoggedChange]:
    """Take changes back, newest first, on the rows as they stand; return what was done, in that order.

    StaleRow where a row no longer is as the changes left it; `rows` are then of no use.
    """
    return [_take_back(change, rows) for change in reversed(changes)]


def _take_back(change: LoggedChange, rows: Rows) -> LoggedChange:
    key = change.kind, change.entity_id
    before, after = change.before, change.after
    match change.action:
        case ChangeAction.CREATE:
            row = _require(rows, key, after)
            del rows[key]
            return _done(change, ChangeAction.PURGE, row, None)
        case ChangeAction.PURGE:
            if before is None or key in rows:
                raise StaleRow(_GONE)
            rows[key] = dict(before)
            return _done(change, ChangeAction.CREATE, None, before)
        case ChangeAction.DELETE:
            row = _require(rows, key, after)
            rows[key] = {**row, "deleted_at": None}
            return _done(change, ChangeAction.RESTORE, after, {"deleted_at": None})
        case ChangeAction.RESTORE:
            row = _require(rows, key, after)
            rows[key] = {**row, **_present(before)}
            return _done(change, ChangeAction.DELETE, row, before)
        case ChangeAction.UPDATE:
            row = _require(rows, key, after)
            rows[key] = {**row, **_present(before)}
            return _done(change, ChangeAction.UPDATE, after, before)


def _require(rows: Rows, key: RowKey, expected: Mapping[str, Any] | None) -> Image:
    """Return a row that has all the expected values; StaleRow."""
    row = rows.get(key)
    if row is None:
        raise StaleRow(_GONE)
    if any(row.get(name) != value for name, value in _present(expected).items()):
        raise StaleRow(_LATER_CHANGE)
    return row


def _present(image: Mapping[str, Any] | None) -> Mapping[str, Any]:
    return {} if image is None else image


def _done(
    change: LoggedChange, action: ChangeAction, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> LoggedChange:
    return LoggedChange(change.kind, change.entity_id, action, before, after)


def touched(changes: Iterable[LoggedChange]) -> dict[EntityKind, list[int]]:
    """Return the ids of the rows that changes are about, by kind, each once."""
    ids: dict[EntityKind, dict[int, None]] = {}
    for change in changes:
        ids.setdefault(change.kind, {})[change.entity_id] = None
    return {kind: list(found) for kind, found in ids.items()}
