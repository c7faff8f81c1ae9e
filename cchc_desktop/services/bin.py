"""Use cases of the bin: what was deleted, bringing it back whole, and removing it for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.backups import Backup
from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import Changes, EntityKind, Operation
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

NOUNS = {
    EntityKind.PLAN: "kế hoạch",
    EntityKind.SECTION: "lĩnh vực",
    EntityKind.ITEM: "nhiệm vụ",
    EntityKind.INDICATOR: "chỉ tiêu",
    EntityKind.DOCUMENT: "tài liệu",
    EntityKind.RECORD: "kết quả",
    EntityKind.SUPERIOR_FORM: "biểu mẫu",
    EntityKind.PERIOD_UPDATE: "báo cáo kỳ",
    EntityKind.EXTENSION: "gia hạn",
    EntityKind.URGING: "đôn đốc",
}
_NUMBERED = (EntityKind.SECTION, EntityKind.ITEM, EntityKind.INDICATOR)


@dataclass(frozen=True, slots=True)
class Purged:
    """Rows that are gone for good; `backups` still hold them."""

    backups: tuple[Backup, ...]
    changes: Changes


def entries(workspace: Workspace) -> Sequence[BinEntry]:
    """Return what was deleted, newest first."""
    return workspace.history.bin()


def restore(workspace: Workspace, kind: EntityKind, id_: int) -> Changes:
    """Bring a deleted row back with all that was deleted with it, at its old place; numbers are kept in step."""
    entry = _entry(workspace, kind, id_)
    title = about(f"Khôi phục {NOUNS[kind]} đã xóa", entry.title)
    with workspace.units(Operation("bin.restore", title, entry.plan_id)) as unit:
        is_numbered = kind in _NUMBERED and not entry.held_by
        keeper = NumberKeeper(unit, entry.plan_id) if is_numbered and entry.plan_id is not None else None
        unit.bin.restore(kind, id_)
        if keeper is not None:
            keeper.keep()
        return unit.commit()


def purge(workspace: Workspace, kind: EntityKind, id_: int) -> Purged:
    """Remove a deleted row and all below it for good, its words in the log too; cannot be undone."""
    with workspace.units(Operation("bin.purge", f"Xóa hẳn {NOUNS[kind]}")) as unit:
        uids = unit.bin.uids(kind, id_)
        unit.bin.purge(kind, id_)
        changes = unit.commit()
    return Purged(tuple(workspace.backups.holding(uids)), changes)


def _entry(workspace: Workspace, kind: EntityKind, id_: int) -> BinEntry:
    for entry in workspace.history.bin():
        if (entry.kind, entry.id) == (kind, id_):
            return entry
    raise NotFound("Không tìm thấy nội dung này trong mục đã xóa. Có thể đã được khôi phục.")
