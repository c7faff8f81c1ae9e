"""Pasting a block of cells: changed cells and new items as one undoable operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.items import Place
from cchc_desktop.services.agency_linking import AgencyLinker
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.item_rows import add_all, agency_cells, edit_all
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.typed_values import TypedValues
from cchc_desktop.services.workspace import Workspace


def paste(
    workspace: Workspace,
    plan_id: int,
    edits: Mapping[int, TypedValues],
    new_rows: Sequence[TypedValues],
    place: Place | None = None,
    amendment: str | None = None,
) -> Changes:
    """Store a pasted block as one operation: changed cells, and new items in their order from `place` on."""
    with workspace.units(Operation("item.paste", "Dán bảng", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        keeper = NumberKeeper(unit, plan_id)
        linker = AgencyLinker(unit, workspace.presets, agency_cells([*edits.values(), *new_rows]))
        edited = edit_all(unit, edits, linker, lock)
        if place is not None and new_rows:
            add_all(unit, plan_id, place, new_rows, linker, lock)
            keeper.keep()
        unit.describe(lock.title(_title(len(edited), len(new_rows) if place is not None else 0)))
        return unit.commit()


def _title(edited: int, added: int) -> str:
    parts = [f"sửa {edited} nhiệm vụ" if edited else "", f"thêm {added} nhiệm vụ" if added else ""]
    return f"Dán bảng: {', '.join(filter(None, parts))}" if any(parts) else "Dán bảng"
