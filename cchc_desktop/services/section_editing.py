"""Use cases on sections: add, change, move, delete; each is one undoable operation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.plan import Section
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.places import key_at
from cchc_desktop.services.renumbering import NumberKeeper, counted_on
from cchc_desktop.services.titles import about
from cchc_desktop.services.typed_values import TypedValues, check_fields, cleaned
from cchc_desktop.services.workspace import Workspace

_FIELDS = frozenset({"number", "title", "area"})


def add_section(
    workspace: Workspace, plan_id: int, after_id: int | None, section: Section, amendment: str | None = None
) -> tuple[int, Changes]:
    """Add a section behind another one (None: first); return its id."""
    with workspace.units(Operation("section.add", "Thêm lĩnh vực", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        key = key_at(unit.sections.of_plan(plan_id), after_id)
        stored = unit.sections.add(lock.amended_section(replace(section, plan_id=plan_id, sort_key=key)))
        unit.describe(lock.title("Thêm lĩnh vực"))
        return stored.id, unit.commit()


def edit_section(
    workspace: Workspace, section_id: int, values: TypedValues, amendment: str | None = None
) -> Changes:
    """Change number, title or area of a section; the area alone is the program's and never locked."""
    check_fields(values, _FIELDS)
    with workspace.units(Operation("section.edit", "Sửa lĩnh vực")) as unit:
        lock = PlanLock(unit, amendment)
        before = unit.sections.get(section_id)
        changed: Section = replace(before, **_values(values))
        if (before.number, before.title) != (changed.number, changed.title):
            changed = lock.amended_section(changed)
        unit.sections.update(changed)
        unit.describe(lock.title(about("Sửa lĩnh vực", changed.title)))
        return unit.commit()


def move_section(
    workspace: Workspace, section_id: int, after_id: int | None, amendment: str | None = None
) -> Changes:
    """Move a section behind another one of its plan (None: first); headings that are counted stay counted."""
    with workspace.units(Operation("section.move", "Chuyển vị trí lĩnh vực")) as unit:
        lock = PlanLock(unit, amendment)
        section = unit.sections.get(section_id)
        keeper = NumberKeeper(unit, section.plan_id)
        before = unit.sections.of_plan(section.plan_id)
        others = [other for other in before if other.id != section_id]
        unit.sections.update(lock.amended_section(replace(section, sort_key=key_at(others, after_id))))
        for heading in counted_on(before, unit.sections.of_plan(section.plan_id)):
            unit.sections.update(lock.amended_section(heading))
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


def _values(values: TypedValues) -> dict[str, Any]:
    words: dict[str, Any] = {**cleaned(values)}
    return {**words, "area": AreaCode(words["area"])} if "area" in words else words
