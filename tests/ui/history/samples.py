"""Operations, changes and deleted things of our own making for the tests of the history."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.history import ChangeLine, LoggedOperation

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LONG = "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi chức năng quản lý của Ủy ban nhân dân phường " * 3


def operation(number: int, title: str = "Sửa nội dung nhiệm vụ", **values: object) -> LoggedOperation:
    """Return an operation; a higher number is a later one."""
    given = {"kind": "item.edit", "who": "Nguyễn Thị Hoa", "plan_id": 1, "undoes": None, "changes": 2} | values
    return LoggedOperation(id=number, title=title, at=START + timedelta(minutes=number), **given)


def line(field: str = "Ghi chú", old: str = "", new: str = "", **values: object) -> ChangeLine:
    """Return one change."""
    given = {"kind": EntityKind.ITEM, "entity_id": 5, "action": ChangeAction.UPDATE, "name": "Công khai"} | values
    return ChangeLine(field=field, old=old, new=new, **given)


def entry(kind: EntityKind = EntityKind.ITEM, id_: int = 5, title: str = "Công khai", **values: object) -> BinEntry:
    """Return one deleted thing."""
    given = {"plan_id": 1, "plan_title": "Kế hoạch năm 2026", "deleted_at": START, "who": "Trần Văn An"} | values
    return BinEntry(kind=kind, id=id_, title=title, **given)


def backup(minutes: int = 0) -> Backup:
    """Return a backup."""
    return Backup(Path("b.db"), START + timedelta(minutes=minutes), BackupReason.START, 1, "", 2, 1, "")
