"""Typed rows as items, inside a unit of work that editing and pasting open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cchc_desktop.domain.entities import new_uid
from cchc_desktop.domain.items import ItemOrigin, Place, WorkItem
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.services.agency_linking import AgencyLinker
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.places import keys_at, kind_at
from cchc_desktop.services.typed_values import TypedValues, check_fields, cleaned

ITEM_FIELDS = frozenset(
    {"number", "ordinal", "label", "content", "lead_words", "coordinating_words", "time_words", "product",
     "funding", "note", "person_in_charge", "leader", "source_document"}
)  # fmt: skip
"""Item fields that a person types; the rest follows from them or from moves."""


def edit_all(
    unit: UnitOfWork, edits: Mapping[int, TypedValues], linker: AgencyLinker, lock: PlanLock
) -> Sequence[WorkItem]:
    """Change typed fields of stored items, by their ids."""
    items = unit.items.get_all(list(edits))
    return unit.items.update_all([lock.changed(item, _edited(item, edits[item.id], linker)) for item in items])


def add_all(
    unit: UnitOfWork,
    plan_id: int,
    place: Place,
    rows: Sequence[TypedValues],
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
        kind=kind_at(unit, place),
        origin=ItemOrigin.ADDED if source_document else ItemOrigin.ISSUED,
        source_document=source_document,
    )
    keys = keys_at(siblings, place.after_id, len(rows))
    blanks = [replace(blank, uid=new_uid(), sort_key=key) for key in keys]
    added = [_edited(one, {"content": "", **values}, linker) for one, values in zip(blanks, rows, strict=True)]
    return unit.items.add_all([lock.amended(item) for item in added])


def agency_cells(edits: Iterable[TypedValues]) -> list[str | None]:
    """Return the agency cells of typed rows, from which an AgencyLinker learns how names are written."""
    return [values.get(name) for values in edits for name in ("lead_words", "coordinating_words")]


def _edited(item: WorkItem, values: TypedValues, linker: AgencyLinker) -> WorkItem:
    check_fields(values, ITEM_FIELDS)
    edited: dict[str, Any] = {**cleaned(values)}
    if edited.get("time_words", item.time_words) != item.time_words:
        edited["rules"] = None
    if "lead_words" in edited:
        edited["lead"] = linker.links(edited["lead_words"])
    if "coordinating_words" in edited:
        edited["coordinating"] = linker.links(edited["coordinating_words"])
    return replace(item, **edited)
