"""Use cases on items: change, add, correct the reading of the time, delete; each is one undoable operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.items import Place
from cchc_desktop.domain.schedule.model import Rule
from cchc_desktop.services.agency_linking import AgencyLinker
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.item_rows import add_all, agency_cells, edit_all
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.result_cells import enter_results, noted, split_cells
from cchc_desktop.services.titles import about
from cchc_desktop.services.typed_values import TypedValues
from cchc_desktop.services.workspace import Workspace


def edit_item(
    workspace: Workspace, item_id: int, values: TypedValues, amendment: str | None = None
) -> Changes:
    """Change typed fields of one item; agencies are split and linked anew where their words change."""
    return edit_items(workspace, {item_id: values}, amendment)


def edit_items(
    workspace: Workspace, edits: Mapping[int, TypedValues], amendment: str | None = None
) -> Changes:
    """Change cells of several items as one operation; AmendmentNeeded where issued words change.

    Cells of results (`result_cells.RESULT_CELLS`) are facts about the plan: no amendment is asked for them.
    """
    words, results = split_cells(edits)
    verb = "Sửa" if words else "Ghi kết quả"
    title = f"{verb} nhiệm vụ" if len(edits) == 1 else f"{verb} {len(edits)} nhiệm vụ"
    with workspace.units(Operation("item.edit" if words else "record", title)) as unit:
        lock = PlanLock(unit, amendment)
        edit_all(unit, words, AgencyLinker(unit, workspace.presets, agency_cells(words.values())), lock)
        book = enter_results(workspace, unit, results)
        if len(edits) == 1:
            (item_id,) = edits
            title = about(title, unit.items.get(item_id).content)
        unit.describe(lock.title(title))
        return noted(workspace, unit.commit(), book)


def add_item(
    workspace: Workspace,
    plan_id: int,
    place: Place,
    values: TypedValues,
    source_document: str | None = None,
    amendment: str | None = None,
) -> tuple[int, Changes]:
    """Add an item at a place; a child of a task is a sub-item; return its id.

    With `source_document` it is one that arose later (phát sinh): tracked, never printed with the issued plan.
    """
    with workspace.units(Operation("item.add", "Thêm nhiệm vụ", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        keeper = NumberKeeper(unit, plan_id)
        linker = AgencyLinker(unit, workspace.presets, agency_cells([values]))
        (stored,) = add_all(unit, plan_id, place, [values], linker, lock, source_document)
        keeper.keep()
        unit.describe(lock.title("Thêm nhiệm vụ phát sinh" if source_document else "Thêm nhiệm vụ"))
        return stored.id, unit.commit()


def set_rules(workspace: Workspace, item_id: int, rules: tuple[Rule, ...] | None) -> Changes:
    """Keep a person's correction of a schedule, or read the time words again (None); the words stay as issued."""
    with workspace.units(Operation("item.rules", "Xác định thời hạn")) as unit:
        item = unit.items.update(replace(unit.items.get(item_id), rules=rules))
        unit.describe(about("Xác định thời hạn", item.content))
        return unit.commit()


def delete_items(workspace: Workspace, item_ids: Sequence[int], amendment: str | None = None) -> Changes:
    """Move items with everything below them to the bin as one operation."""
    title = "Xóa nhiệm vụ" if len(item_ids) == 1 else f"Xóa {len(item_ids)} nhiệm vụ"
    with workspace.units(Operation("item.delete", title)) as unit:
        lock = PlanLock(unit, amendment)
        items = lock.amended_all(unit.items.get_all(item_ids))
        keepers = [NumberKeeper(unit, plan_id) for plan_id in sorted({item.plan_id for item in items})]
        unit.items.delete_all(item_ids)
        for keeper in keepers:
            keeper.keep()
        unit.describe(lock.title(about(title, items[0].content) if len(items) == 1 else title))
        return unit.commit()
