"""The superior's own form (biểu mẫu cấp trên gửi): its unchanged file, its cells, and what fills each of them.

A mapped cell has a number of its own (`slot`): what was typed and what was sent hang on that, not on the address,
so that a new version of the form, whose cells stand elsewhere, keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cchc_desktop.domain.entities import UNSAVED, new_uid
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.forms.cells import FormCell, ReadCell, by_address, describe_cells
from cchc_desktop.domain.forms.sources import CellSource, SourceKind

FORM_ENDINGS = ("docx", "xlsx")
"""Formats in which forms come, as their files end."""


@dataclass(frozen=True, slots=True)
class MappedCell:
    """What fills one cell. `address` is '' where a new version of the form has no such cell; `label` is its name."""

    slot: int
    address: str
    source: CellSource
    label: str = ""


@dataclass(frozen=True, slots=True)
class SuperiorForm:
    """One form as a superior sent it; `file_name` is what the file was called, `sender` who sent it.

    `slots` is how many slots were ever given: a number is never used again.
    """

    name: str
    file: StoredFile
    cells: tuple[ReadCell, ...]
    mapping: tuple[MappedCell, ...] = ()
    slots: int = 0
    file_name: str = ""
    sender: str = ""
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1

    @property
    def described(self) -> tuple[FormCell, ...]:
        """Return the cells with their labels and headers; worked out anew at each call."""
        return describe_cells(self.cells)

    @property
    def placed(self) -> Mapping[str, MappedCell]:
        """Return what is mapped by the address of its cell."""
        return {one.address: one for one in self.mapping if one.address}

    def in_slot(self, slot: str) -> MappedCell | None:
        """Return what has a slot, as the source of another cell names it; None where nothing has."""
        return next((one for one in self.mapping if str(one.slot) == slot), None)

    @property
    def unplaced(self) -> tuple[MappedCell, ...]:
        """Return what was mapped and has no cell in this version of the form."""
        return tuple(one for one in self.mapping if not one.address)


@dataclass(frozen=True, slots=True)
class FormPeriod:
    """What belongs to a form in one reporting period: words typed by hand, and what was written when it was filled.

    Both by slot. `filled_on` is the day on which a copy was filled last, None where none was.
    """

    form_id: int
    period: str
    typed: Mapping[int, str] = field(default_factory=dict)
    filled: Mapping[int, str] = field(default_factory=dict)
    filled_on: date | None = None
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1


def mapped(form: SuperiorForm, wanted: Mapping[str, CellSource | None]) -> SuperiorForm:
    """Return the form with other sources for some cells; None takes a cell's away. A cell keeps its slot.

    KeyError for an address that the form does not have.
    """
    cells, before = by_address(form.described), dict(form.placed)
    slots = form.slots
    for address, source in wanted.items():
        cell, old = cells[address], before.pop(address, None)
        if source is not None:
            slots += old is None
            before[address] = MappedCell(old.slot if old else slots, address, source, cell.name)
    return replace(form, mapping=in_order((*before.values(), *form.unplaced)), slots=slots)


def moved(form: SuperiorForm, slot: int, address: str) -> SuperiorForm:
    """Return the form with a mapped cell at another address; what stood there before has no cell then.

    KeyError for a slot or an address that the form does not have.
    """
    by_slot = {one.slot: one for one in form.mapping}
    name = by_address(form.described)[address].name
    for one in form.mapping:
        if one.address == address:
            by_slot[one.slot] = replace(one, address="")
    by_slot[slot] = replace(by_slot[slot], address=address, label=name)
    return replace(form, mapping=in_order(by_slot.values()))


def in_order(mapping: Iterable[MappedCell]) -> tuple[MappedCell, ...]:
    """Return what is mapped by slot: the order in which it was."""
    return tuple(sorted(mapping, key=lambda one: one.slot))


# --- JSON --------------------------------------------------------------------------------------------------------


def mapping_to_json(mapping: Iterable[MappedCell]) -> list[dict[str, Any]]:
    """Return a mapping as plain JSON values."""
    return [
        {
            "slot": one.slot,
            "address": one.address,
            "kind": str(one.source.kind),
            "name": one.source.name,
            "words": one.source.words,
            "label": one.label,
        }
        for one in mapping
    ]


def mapping_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[MappedCell, ...]:
    """Return the mapping that `mapping_to_json` wrote; KeyError, TypeError or ValueError for values that are none."""
    return tuple(
        MappedCell(
            int(one["slot"]),
            str(one["address"]),
            CellSource(SourceKind(one["kind"]), str(one["name"]), str(one["words"])),
            str(one["label"]),
        )
        for one in values
    )


def slots_to_json(values: Mapping[int, str]) -> dict[str, str]:
    """Return words by slot as plain JSON values."""
    return {str(slot): words for slot, words in sorted(values.items())}


def slots_from_json(values: Mapping[str, Any]) -> dict[int, str]:
    """Return words by slot; ValueError for values that are none."""
    return {int(slot): str(words) for slot, words in values.items()}
