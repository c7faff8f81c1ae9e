"""Use cases on indicators: change, add, delete; each is one undoable operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.targets import Operator, Target
from cchc_desktop.services.agency_linking import AgencyLinker
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.places import key_at
from cchc_desktop.services.titles import about
from cchc_desktop.services.typed_values import TypedValues, check_fields, cleaned
from cchc_desktop.services.workspace import Workspace

_FIELDS = frozenset({"group_number", "group_title", "number", "text", "unit", "target_words", "agency_words"})


def edit_indicator(
    workspace: Workspace, indicator_id: int, values: TypedValues, amendment: str | None = None
) -> Changes:
    """Change typed fields of an indicator; a person's reading of its target goes with the words that it read."""
    check_fields(values, _FIELDS)
    with workspace.units(Operation("indicator.edit", "Sửa chỉ tiêu")) as unit:
        lock = PlanLock(unit, amendment)
        linker = AgencyLinker(unit, workspace.presets, [values.get("agency_words")])
        before = unit.indicators.get(indicator_id)
        edited = replace(before, **cleaned(values))  # type: ignore[arg-type]
        if edited != before:
            links = linker.links(edited.agency_words)
            if (edited.target_words, edited.unit) != (before.target_words, before.unit):
                edited = replace(edited, target=None)
            edited = lock.amended_indicator(replace(edited, agency_id=links[0].agency_id if links else None))
        unit.indicators.update(edited)
        unit.describe(lock.title(about("Sửa chỉ tiêu", edited.text)))
        return unit.commit()


def add_indicator(
    workspace: Workspace, plan_id: int, after_id: int | None, indicator: Indicator, amendment: str | None = None
) -> tuple[int, Changes]:
    """Add an indicator behind another one (None: first); return its id."""
    with workspace.units(Operation("indicator.add", "Thêm chỉ tiêu", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        key = key_at(unit.indicators.of_plan(plan_id), after_id)
        links = AgencyLinker(unit, workspace.presets, [indicator.agency_words]).links(indicator.agency_words)
        agency_id = links[0].agency_id if links else indicator.agency_id
        placed = replace(indicator, plan_id=plan_id, sort_key=key, agency_id=agency_id)
        stored = unit.indicators.add(lock.amended_indicator(placed))
        unit.describe(lock.title("Thêm chỉ tiêu"))
        return stored.id, unit.commit()


def delete_indicators(workspace: Workspace, indicator_ids: Sequence[int], amendment: str | None = None) -> Changes:
    """Move indicators to the bin as one operation."""
    with workspace.units(Operation("indicator.delete", "Xóa chỉ tiêu")) as unit:
        lock = PlanLock(unit, amendment)
        going = [lock.amended_indicator(row) for row in unit.indicators.get_all(indicator_ids)]
        unit.indicators.update_all(going)
        unit.indicators.delete_all(indicator_ids)
        unit.describe(lock.title("Xóa chỉ tiêu"))
        return unit.commit()


def correct_target(workspace: Workspace, indicator_id: int, target: Target | None) -> Changes:
    """Store a person's reading of a target, None: read its words again; the words as written stay.

    InvalidInput for a comparison without the number that it needs.
    """
    if target is not None:
        _refuse_open_target(target)
    with workspace.units(Operation("indicator.target", "Sửa cách hiểu chỉ tiêu")) as unit:
        before = unit.indicators.get(indicator_id)
        read = replace(target, words=before.target_words or "") if target is not None else None
        unit.indicators.update(replace(before, target=read))
        unit.describe(about("Sửa cách hiểu chỉ tiêu", before.text))
        return unit.commit()


_NEEDED = {
    Operator.EQUAL: ("low",),
    Operator.AT_LEAST: ("low",),
    Operator.ABOVE: ("low",),
    Operator.AT_MOST: ("high",),
    Operator.BELOW: ("high",),
    Operator.RANGE: ("low", "high"),
    Operator.RANK: ("high",),
    Operator.WORDS: (),
}
"""Which bounds each comparison needs."""


def _refuse_open_target(target: Target) -> None:
    if any(getattr(target, name) is None for name in _NEEDED[target.operator]):
        raise InvalidInput("Cách so sánh này cần có số. Hãy nhập số của kế hoạch.")
    if target.operator is Operator.RANGE and (target.low or 0) > (target.high or 0):
        raise InvalidInput("Số đầu lớn hơn số cuối. Kiểm tra lại hai số của kế hoạch.")
