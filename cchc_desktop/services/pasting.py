"""Pasting a block of cells: changed cells and new items as one undoable operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.items import Place
from cchc_desktop.services.agency_linking import AgencyLinker
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.item_rows import add_all, agency_cells, edit_all
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.result_cells import enter_results, noted, split_cells
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
    """Store a pasted block as one operation: changed cells, and new items in their order from `place` on.

    Cells of results (`result_cells.RESULT_CELLS`) are recorded in the same operation.
    """
    words, results = split_cells(edits)
    added, new_results = split_cells(dict(enumerate(new_rows)))
    new_words = [added.get(number, {}) for number in range(len(new_rows))]
    with workspace.units(Operation("item.paste", "Dán bảng", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        keeper = NumberKeeper(unit, plan_id)
        linker = AgencyLinker(unit, workspace.presets, agency_cells([*words.values(), *new_words]))
        edit_all(unit, words, linker, lock)
        if place is not None and new_rows:
            items = add_all(unit, plan_id, place, new_words, linker, lock)
            results |= {items[number].id: typed for number, typed in new_results.items()}
            keeper.keep()
        book = enter_results(workspace, unit, results)
        unit.describe(lock.title(_title(len(edits), len(new_rows) if place is not None else 0)))
        return noted(workspace, unit.commit(), book)


def _title(edited: int, added: int) -> str:
    parts = [f"sửa {edited} nhiệm vụ" if edited else "", f"thêm {added} nhiệm vụ" if added else ""]
    return f"Dán bảng: {', '.join(filter(None, parts))}" if any(parts) else "Dán bảng"
