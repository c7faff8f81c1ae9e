"""Use cases on sections, items and indicators: change, add, delete, move; each is one undoable operation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.entities import new_uid
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.items import ItemKind, ItemOrigin, Place, WorkItem
from cchc_desktop.domain.ordering import keys_between
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.schedule.model import Rule
from cchc_desktop.services.agencies import AgencyLinker
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

ITEM_FIELDS = frozenset(
    {"number", "ordinal", "label", "content", "lead_words", "coordinating_words", "time_words", "product",
     "funding", "note", "person_in_charge", "leader", "source_document"}
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


def edit_item(
    workspace: Workspace, item_id: int, values: Mapping[str, str | None], amendment: str | None = None
) -> Changes:
    """Change typed fields of one item; agencies are split and linked anew where their words change."""
    return edit_items(workspace, {item_id: values}, amendment)


def edit_items(
    workspace: Workspace, edits: Mapping[int, Mapping[str, str | None]], amendment: str | None = None
) -> Changes:
    """Change typed fields of several items as one operation; AmendmentNeeded where issued words change."""
    title = "Sửa nhiệm vụ" if len(edits) == 1 else f"Sửa {len(edits)} nhiệm vụ"
    with workspace.units(Operation("item.edit", title)) as unit:
        lock = PlanLock(unit, amendment)
        edited = _edit_all(unit, edits, AgencyLinker(unit, workspace.presets, _agency_cells(edits.values())), lock)
        if len(edited) == 1:
            title = about(title, edited[0].content)
        unit.describe(lock.title(title))
        return unit.commit()


def add_item(
    workspace: Workspace,
    plan_id: int,
    place: Place,
    values: Mapping[str, str | None],
    source_document: str | None = None,
    amendment: str | None = None,
) -> tuple[int, Changes]:
    """Add an item at a place; a child of a task is a sub-item; return its id.

    With `source_document` it is one that arose later (phát sinh): tracked, never printed with the issued plan.
    """
    with workspace.units(Operation("item.add", "Thêm nhiệm vụ", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        keeper = NumberKeeper(unit, plan_id)
        linker = AgencyLinker(unit, workspace.presets, _agency_cells([values]))
        (stored,) = _add_all(unit, plan_id, place, [values], linker, lock, source_document)
        keeper.keep()
        unit.describe(lock.title("Thêm nhiệm vụ phát sinh" if source_document else "Thêm nhiệm vụ"))
        return stored.id, unit.commit()


def paste(
    workspace: Workspace,
    plan_id: int,
    edits: Mapping[int, Mapping[str, str | None]],
    new_rows: Sequence[Mapping[str, str | None]],
    place: Place | None = None,
    amendment: str | None = None,
) -> Changes:
    """Store a pasted block as one operation: changed cells, and new items in their order from `place` on."""
    with workspace.units(Operation("item.paste", "Dán bảng", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        keeper = NumberKeeper(unit, plan_id)
        linker = AgencyLinker(unit, workspace.presets, _agency_cells([*edits.values(), *new_rows]))
        edited = _edit_all(unit, edits, linker, lock)
        if place is not None and new_rows:
            _add_all(unit, plan_id, place, new_rows, linker, lock)
            keeper.keep()
        unit.describe(lock.title(_paste_title(len(edited), len(new_rows) if place is not None else 0)))
        return unit.commit()


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


def move_item(workspace: Workspace, item_id: int, place: Place, amendment: str | None = None) -> Changes:
    """Move an item with everything below it to another place of the same plan."""
    return move_items(workspace, [item_id], place, amendment)


def move_items(
    workspace: Workspace, item_ids: Sequence[int], place: Place, amendment: str | None = None
) -> Changes:
    """Move items of one plan, each with everything below it, behind one another to a place, as one operation.

    An item that stands below another one of the list goes along with that one.
    """
    with workspace.units(Operation("item.move", "Chuyển vị trí nhiệm vụ")) as unit:
        subtrees = unit.items.subtrees(item_ids)
        moving = {item.id for subtree in subtrees for item in subtree}
        if place.parent_id in moving:
            raise InvalidInput("Không thể chuyển một nhiệm vụ vào chính nội dung thành phần của nó.")
        tops = [subtree[0] for subtree in subtrees]
        lock, keeper = PlanLock(unit, amendment), NumberKeeper(unit, _common_plan(tops))
        unit.items.update_all([*_moved_tops(unit, tops, place, lock), *_carried(subtrees, place.section_id)])
        keeper.keep()
        title = "Chuyển vị trí nhiệm vụ" if len(tops) == 1 else f"Chuyển vị trí {len(tops)} nhiệm vụ"
        unit.describe(lock.title(about(title, tops[0].content) if len(tops) == 1 else title))
        return unit.commit()


def add_section(
    workspace: Workspace, plan_id: int, after_id: int | None, section: Section, amendment: str | None = None
) -> tuple[int, Changes]:
    """Add a section behind another one (None: first); return its id."""
    with workspace.units(Operation("section.add", "Thêm lĩnh vực", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        key = _key_at(unit.sections.of_plan(plan_id), after_id)
        stored = unit.sections.add(lock.amended_section(replace(section, plan_id=plan_id, sort_key=key)))
        unit.describe(lock.title("Thêm lĩnh vực"))
        return stored.id, unit.commit()


def edit_section(
    workspace: Workspace, section_id: int, values: Mapping[str, str | None], amendment: str | None = None
) -> Changes:
    """Change number, title or area of a section; the area alone is the program's and never locked."""
    _check_fields(values, SECTION_FIELDS)
    with workspace.units(Operation("section.edit", "Sửa lĩnh vực")) as unit:
        lock = PlanLock(unit, amendment)
        before = unit.sections.get(section_id)
        changed: Section = replace(before, **_section_values(values))
        if (before.number, before.title) != (changed.number, changed.title):
            changed = lock.amended_section(changed)
        unit.sections.update(changed)
        unit.describe(lock.title(about("Sửa lĩnh vực", changed.title)))
        return unit.commit()


def move_section(
    workspace: Workspace, section_id: int, after_id: int | None, amendment: str | None = None
) -> Changes:
    """Move a section behind another one of its plan (None: first)."""
    with workspace.units(Operation("section.move", "Chuyển vị trí lĩnh vực")) as unit:
        lock = PlanLock(unit, amendment)
        section = unit.sections.get(section_id)
        keeper = NumberKeeper(unit, section.plan_id)
        others = [other for other in unit.sections.of_plan(section.plan_id) if other.id != section_id]
        unit.sections.update(lock.amended_section(replace(section, sort_key=_key_at(others, after_id))))
        keeper.keep()
        unit.describe(lock.title(about("Chuyển vị trí lĩnh vực", section.title)))
        return unit.commit()


def delete_section(workspace: Workspace, section_id: int, amendment: str | None = None) -> Changes:
    """Move a section with its items to the bin."""
    with workspace.units(Operation("section.delete", "Xóa lĩnh vực")) as unit:
        lock = PlanLock(unit, amendment)
        section = unit.sections.update(lock.amended_section(unit.sections.get(section_id)))
        unit.sections.delete(section_id)
        unit.describe(lock.title(about("Xóa lĩnh vực", section.title)))
        return unit.commit()


def edit_indicator(
    workspace: Workspace, indicator_id: int, values: Mapping[str, str | None], amendment: str | None = None
) -> Changes:
    """Change typed fields of an indicator."""
    _check_fields(values, INDICATOR_FIELDS)
    with workspace.units(Operation("indicator.edit", "Sửa chỉ tiêu")) as unit:
        lock = PlanLock(unit, amendment)
        linker = AgencyLinker(unit, workspace.presets, [values.get("agency_words")])
        edited = replace(unit.indicators.get(indicator_id), **_cleaned(values))  # type: ignore[arg-type]
        lock.require(edited.plan_id)
        unit.describe(lock.title(about("Sửa chỉ tiêu", edited.text)))
        links = linker.links(edited.agency_words)
        unit.indicators.update(replace(edited, agency_id=links[0].agency_id if links else None))
        return unit.commit()


def add_indicator(
    workspace: Workspace, plan_id: int, after_id: int | None, indicator: Indicator, amendment: str | None = None
) -> tuple[int, Changes]:
    """Add an indicator behind another one (None: first); return its id."""
    with workspace.units(Operation("indicator.add", "Thêm chỉ tiêu", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        lock.require(plan_id)
        unit.describe(lock.title("Thêm chỉ tiêu"))
        key = _key_at(unit.indicators.of_plan(plan_id), after_id)
        stored = unit.indicators.add(replace(indicator, plan_id=plan_id, sort_key=key))
        return stored.id, unit.commit()


def delete_indicators(workspace: Workspace, indicator_ids: Sequence[int], amendment: str | None = None) -> Changes:
    """Move indicators to the bin as one operation."""
    with workspace.units(Operation("indicator.delete", "Xóa chỉ tiêu")) as unit:
        lock = PlanLock(unit, amendment)
        for plan_id in {row.plan_id for row in unit.indicators.get_all(indicator_ids)}:
            lock.require(plan_id)
        unit.describe(lock.title("Xóa chỉ tiêu"))
        unit.indicators.delete_all(indicator_ids)
        return unit.commit()


def _edit_all(
    unit: UnitOfWork, edits: Mapping[int, Mapping[str, str | None]], linker: AgencyLinker, lock: PlanLock
) -> Sequence[WorkItem]:
    items = unit.items.get_all(list(edits))
    return unit.items.update_all([lock.changed(item, _edited(item, edits[item.id], linker)) for item in items])


def _add_all(
    unit: UnitOfWork,
    plan_id: int,
    place: Place,
    rows: Sequence[Mapping[str, str | None]],
    linker: AgencyLinker,
    lock: PlanLock,
    source_document: str | None = None,
) -> Sequence[WorkItem]:
    """Add items in their order from a place on."""
    siblings = unit.items.siblings(place.section_id, place.parent_id)
    blank = WorkItem(
        plan_id=plan_id,
        section_id=place.section_id,
        parent_id=place.parent_id,
        content="",
        kind=_kind_at(unit, place),
        origin=ItemOrigin.ADDED if source_document else ItemOrigin.ISSUED,
        source_document=source_document,
    )
    keys = _keys_at(siblings, place.after_id, len(rows))
    blanks = [replace(blank, uid=new_uid(), sort_key=key) for key in keys]
    added = [_edited(one, {"content": "", **values}, linker) for one, values in zip(blanks, rows, strict=True)]
    return unit.items.add_all([lock.amended(item) for item in added])


def _paste_title(edited: int, added: int) -> str:
    parts = [f"sửa {edited} nhiệm vụ" if edited else "", f"thêm {added} nhiệm vụ" if added else ""]
    return f"Dán bảng: {', '.join(filter(None, parts))}" if any(parts) else "Dán bảng"


def _common_plan(items: Sequence[WorkItem]) -> int:
    plan_ids = {item.plan_id for item in items}
    if len(plan_ids) != 1:
        raise InvalidInput("Chỉ chuyển được các nhiệm vụ của cùng một kế hoạch.")
    return plan_ids.pop()


def _moved_tops(unit: UnitOfWork, tops: Sequence[WorkItem], place: Place, lock: PlanLock) -> list[WorkItem]:
    ids = {item.id for item in tops}
    siblings = sorted(unit.items.siblings(place.section_id, place.parent_id), key=lambda row: (row.sort_key, row.id))
    staying = [row for row in siblings if row.id not in ids]
    keys = _keys_at(staying, _staying_after(siblings, place.after_id, ids), len(tops))
    return [
        lock.changed(
            item,
            replace(
                item,
                section_id=place.section_id,
                parent_id=place.parent_id,
                kind=_kind_after_move(unit, item, place),
                sort_key=key,
            ),
        )
        for item, key in zip(tops, keys, strict=True)
    ]


def _staying_after(siblings: Sequence[WorkItem], after_id: int | None, moving: Collection[int]) -> int | None:
    """Return the sibling behind which rows go: the one named, or the last before it that stays where it is."""
    if after_id is None or after_id not in moving:
        return after_id
    before = [row.id for row in siblings[: [row.id for row in siblings].index(after_id)] if row.id not in moving]
    return before[-1] if before else None


def _carried(subtrees: Sequence[Sequence[WorkItem]], section_id: int) -> list[WorkItem]:
    """Return what stands below moved items, in their new section."""
    below = [item for subtree in subtrees for item in subtree[1:]]
    return [replace(item, section_id=section_id) for item in below if item.section_id != section_id]


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


def _section_values(values: Mapping[str, str | None]) -> dict[str, Any]:
    cleaned: dict[str, Any] = {**_cleaned(values)}
    return {**cleaned, "area": AreaCode(cleaned["area"])} if "area" in cleaned else cleaned


def _agency_cells(edits: Iterable[Mapping[str, str | None]]) -> list[str | None]:
    return [values.get(name) for values in edits for name in ("lead_words", "coordinating_words")]


def _key_at(siblings: Sequence[_Ordered], after_id: int | None) -> str:
    """Return a sort key behind the sibling `after_id`, or before all of them."""
    return _keys_at(siblings, after_id, 1)[0]


def _keys_at(siblings: Sequence[_Ordered], after_id: int | None, count: int) -> list[str]:
    """Return ascending sort keys behind the sibling `after_id`, or before all of them."""
    ordered = sorted(siblings, key=lambda row: (row.sort_key, row.id))
    position = 0
    if after_id is not None:
        position = next((index + 1 for index, row in enumerate(ordered) if row.id == after_id), -1)
        if position < 0:
            raise NotFound("Vị trí được chọn không còn trong kế hoạch. Hãy làm mới màn hình rồi thử lại.")
    before = ordered[position - 1].sort_key if position else None
    # rows that came back from the bin may share a key with a neighbour: what is new goes behind all of them
    behind = (row.sort_key for row in ordered[position:] if before is None or row.sort_key > before)
    return keys_between(before, next(behind, None), count)


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

