"""Use cases on sections, items and indicators: change, add, delete, move; each is one undoable operation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.items import ItemKind, Place, WorkItem
from cchc_desktop.domain.ordering import key_between
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.services.agencies import AgencyLinker
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

ITEM_FIELDS = frozenset(
    {"number", "ordinal", "label", "content", "lead_words", "coordinating_words", "time_words", "product",
     "funding", "note", "person_in_charge", "leader"}
)  # fmt: skip
"""Item fields that a person types; the rest follows from them or from moves."""

SECTION_FIELDS = frozenset({"number", "title", "area"})
INDICATOR_FIELDS = frozenset(
    {"group_number", "group_title", "number", "text", "unit", "target_words", "agency_words"}
)
_REQUIRED = frozenset({"content", "title", "text"})


class _Ordered(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def sort_key(self) -> str: ...


def edit_item(workspace: Workspace, item_id: int, values: Mapping[str, str | None]) -> Changes:
    """Change typed fields of one item; agencies are split and linked anew where their words change."""
    return edit_items(workspace, {item_id: values})


def edit_items(workspace: Workspace, edits: Mapping[int, Mapping[str, str | None]]) -> Changes:
    """Change typed fields of several items as one operation."""
    title = "Sửa nhiệm vụ" if len(edits) == 1 else f"Sửa {len(edits)} nhiệm vụ"
    with workspace.units(Operation("item.edit", title)) as unit:
        linker = AgencyLinker(unit, workspace.presets, _agency_cells(edits.values()))
        items = unit.items.get_all(list(edits))
        edited = unit.items.update_all([_edited(item, edits[item.id], linker) for item in items])
        if len(edited) == 1:
            unit.describe(about("Sửa nhiệm vụ", edited[0].content))
        return unit.commit()


def add_item(
    workspace: Workspace, plan_id: int, place: Place, values: Mapping[str, str | None]
) -> tuple[int, Changes]:
    """Add an item at a place; a child of a task is a sub-item; return its id."""
    with workspace.units(Operation("item.add", "Thêm nhiệm vụ", plan_id)) as unit:
        keeper = NumberKeeper(unit, plan_id)
        blank = WorkItem(
            plan_id=plan_id,
            section_id=place.section_id,
            parent_id=place.parent_id,
            content="",
            kind=_kind_at(unit, place),
            sort_key=_key_at(unit.items.siblings(place.section_id, place.parent_id), place.after_id),
        )
        linker = AgencyLinker(unit, workspace.presets, _agency_cells([values]))
        stored = unit.items.add(_edited(blank, {"content": "", **values}, linker))
        keeper.keep()
        return stored.id, unit.commit()


def delete_items(workspace: Workspace, item_ids: Sequence[int]) -> Changes:
    """Move items with everything below them to the bin as one operation."""
    title = "Xóa nhiệm vụ" if len(item_ids) == 1 else f"Xóa {len(item_ids)} nhiệm vụ"
    with workspace.units(Operation("item.delete", title)) as unit:
        items = unit.items.get_all(item_ids)
        keepers = [NumberKeeper(unit, plan_id) for plan_id in sorted({item.plan_id for item in items})]
        if len(items) == 1:
            unit.describe(about(title, items[0].content))
        unit.items.delete_all(item_ids)
        for keeper in keepers:
            keeper.keep()
        return unit.commit()


def move_item(workspace: Workspace, item_id: int, place: Place) -> Changes:
    """Move an item with everything below it to another place of the same plan."""
    with workspace.units(Operation("item.move", "Chuyển vị trí nhiệm vụ")) as unit:
        subtree = unit.items.subtree(item_id)
        if place.parent_id in {item.id for item in subtree}:
            raise InvalidInput("Không thể chuyển một nhiệm vụ vào chính nội dung thành phần của nó.")
        top, *below = subtree
        unit.describe(about("Chuyển vị trí nhiệm vụ", top.content))
        keeper = NumberKeeper(unit, top.plan_id)
        siblings = [
            other for other in unit.items.siblings(place.section_id, place.parent_id) if other.id != item_id
        ]
        moved = replace(
            top,
            section_id=place.section_id,
            parent_id=place.parent_id,
            kind=_kind_after_move(unit, top, place),
            sort_key=_key_at(siblings, place.after_id),
        )
        carried = [item for item in below if item.section_id != place.section_id]
        unit.items.update_all([moved, *(replace(item, section_id=place.section_id) for item in carried)])
        keeper.keep()
        return unit.commit()


def add_section(
    workspace: Workspace, plan_id: int, after_id: int | None, section: Section
) -> tuple[int, Changes]:
    """Add a section behind another one (None: first); return its id."""
    with workspace.units(Operation("section.add", "Thêm lĩnh vực", plan_id)) as unit:
        key = _key_at(unit.sections.of_plan(plan_id), after_id)
        stored = unit.sections.add(replace(section, plan_id=plan_id, sort_key=key))
        return stored.id, unit.commit()


def edit_section(workspace: Workspace, section_id: int, values: Mapping[str, str | None]) -> Changes:
    """Change number, title or area of a section."""
    _check_fields(values, SECTION_FIELDS)
    with workspace.units(Operation("section.edit", "Sửa lĩnh vực")) as unit:
        changed = replace(unit.sections.get(section_id), **_cleaned(values))  # type: ignore[arg-type]
        unit.sections.update(changed)
        unit.describe(about("Sửa lĩnh vực", changed.title))
        return unit.commit()


def move_section(workspace: Workspace, section_id: int, after_id: int | None) -> Changes:
    """Move a section behind another one of its plan (None: first)."""
    with workspace.units(Operation("section.move", "Chuyển vị trí lĩnh vực")) as unit:
        section = unit.sections.get(section_id)
        unit.describe(about("Chuyển vị trí lĩnh vực", section.title))
        others = [other for other in unit.sections.of_plan(section.plan_id) if other.id != section_id]
        unit.sections.update(replace(section, sort_key=_key_at(others, after_id)))
        return unit.commit()


def delete_section(workspace: Workspace, section_id: int) -> Changes:
    """Move a section with its items to the bin."""
    with workspace.units(Operation("section.delete", "Xóa lĩnh vực")) as unit:
        unit.describe(about("Xóa lĩnh vực", unit.sections.get(section_id).title))
        unit.sections.delete(section_id)
        return unit.commit()


def edit_indicator(workspace: Workspace, indicator_id: int, values: Mapping[str, str | None]) -> Changes:
    """Change typed fields of an indicator."""
    _check_fields(values, INDICATOR_FIELDS)
    with workspace.units(Operation("indicator.edit", "Sửa chỉ tiêu")) as unit:
        linker = AgencyLinker(unit, workspace.presets, [values.get("agency_words")])
        edited = replace(unit.indicators.get(indicator_id), **_cleaned(values))  # type: ignore[arg-type]
        unit.describe(about("Sửa chỉ tiêu", edited.text))
        links = linker.links(edited.agency_words)
        unit.indicators.update(replace(edited, agency_id=links[0].agency_id if links else None))
        return unit.commit()


def add_indicator(
    workspace: Workspace, plan_id: int, after_id: int | None, indicator: Indicator
) -> tuple[int, Changes]:
    """Add an indicator behind another one (None: first); return its id."""
    with workspace.units(Operation("indicator.add", "Thêm chỉ tiêu", plan_id)) as unit:
        key = _key_at(unit.indicators.of_plan(plan_id), after_id)
        stored = unit.indicators.add(replace(indicator, plan_id=plan_id, sort_key=key))
        return stored.id, unit.commit()


def delete_indicators(workspace: Workspace, indicator_ids: Sequence[int]) -> Changes:
    """Move indicators to the bin as one operation."""
    with workspace.units(Operation("indicator.delete", "Xóa chỉ tiêu")) as unit:
        unit.indicators.delete_all(indicator_ids)
        return unit.commit()


def _edited(item: WorkItem, values: Mapping[str, str | None], linker: AgencyLinker) -> WorkItem:
    _check_fields(values, ITEM_FIELDS)
    edited: dict[str, Any] = {**_cleaned(values)}
    if edited.get("time_words", item.time_words) != item.time_words:
        edited["rules"] = None
    if "lead_words" in edited:
        edited["lead"] = linker.links(edited["lead_words"])
    if "coordinating_words" in edited:
        edited["coordinating"] = linker.links(edited["coordinating_words"])
    return replace(item, **edited)


def _check_fields(values: Mapping[str, str | None], allowed: frozenset[str]) -> None:
    unknown = set(values) - allowed
    if unknown:
        raise ValueError(f"not a typed field: {sorted(unknown)}")


def _cleaned(values: Mapping[str, str | None]) -> dict[str, str | None]:
    """Trim outer white space; an emptied cell is None, but content and titles stay text."""
    trimmed = {name: (text or "").strip() for name, text in values.items()}
    return {name: text if text or name in _REQUIRED else None for name, text in trimmed.items()}


def _agency_cells(edits: Iterable[Mapping[str, str | None]]) -> list[str | None]:
    return [values.get(name) for values in edits for name in ("lead_words", "coordinating_words")]


def _key_at(siblings: Sequence[_Ordered], after_id: int | None) -> str:
    """Return a sort key behind the sibling `after_id`, or before all of them."""
    ordered = sorted(siblings, key=lambda row: (row.sort_key, row.id))
    position = 0
    if after_id is not None:
        position = next((index + 1 for index, row in enumerate(ordered) if row.id == after_id), -1)
        if position < 0:
            raise NotFound("Vị trí được chọn không còn trong kế hoạch. Hãy làm mới màn hình rồi thử lại.")
    before = ordered[position - 1].sort_key if position else None
    # rows that came back from the bin may share a key with a neighbour: what is new goes behind all of them
    behind = (row.sort_key for row in ordered[position:] if before is None or row.sort_key > before)
    return key_between(before, next(behind, None))


def _kind_at(unit: UnitOfWork, place: Place) -> ItemKind:
    """Return the kind of a new item: like its siblings, else what follows from its parent."""
    siblings = unit.items.siblings(place.section_id, place.parent_id)
    if siblings:
        return siblings[-1].kind
    if place.parent_id is None:
        return ItemKind.TASK
    return _kind_below(unit.items.get(place.parent_id).kind)


def _kind_after_move(unit: UnitOfWork, item: WorkItem, place: Place) -> ItemKind:
    if place.parent_id is None:
        return ItemKind.TASK if item.kind is ItemKind.SUB_ITEM else item.kind
    if place.parent_id == item.parent_id:
        return item.kind
    return _kind_below(unit.items.get(place.parent_id).kind)


def _kind_below(parent: ItemKind) -> ItemKind:
    return ItemKind.TASK if parent is ItemKind.OBJECTIVE else ItemKind.SUB_ITEM

