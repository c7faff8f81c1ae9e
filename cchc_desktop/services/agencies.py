"""Linking the words of agency cells to agencies: split, find, create what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from cchc_desktop.domain.agencies import Agency
from cchc_desktop.domain.agency_names import (
    AgencyPreset,
    KnownNames,
    guess_kind,
    match_key,
    split_names,
    uncontested,
)
from cchc_desktop.domain.items import AgencyLink
from cchc_desktop.domain.ports import UnitOfWork


class AgencyLinker:
    """Turns cells into links inside one unit of work.

    Exists so that an import of hundreds of cells reads the agencies once; it must not outlive its unit.
    """

    def __init__(
        self, unit: UnitOfWork, presets: Sequence[AgencyPreset], cells: Iterable[str | None] = ()
    ) -> None:
        self._unit = unit
        self._offered = presets
        self._cells = [cell for cell in cells if cell]
        self._linked: dict[str, tuple[AgencyLink, ...]] = {}

    def links(self, cell: str | None) -> tuple[AgencyLink, ...]:
        """Return one link per name in a cell, in order, creating agencies that are new to the database."""
        if not cell:
            return ()
        if cell not in self._linked:  # a plan repeats a dozen cells in hundreds of rows
            names = split_names(cell, self._known)
            self._linked[cell] = tuple(AgencyLink(name, self._agency(name).id) for name in names)
        return self._linked[cell]

    @cached_property
    def _presets(self) -> dict[str, AgencyPreset]:
        return {match_key(words): preset for preset in self._offered for words in preset.spellings}

    @cached_property
    def _stored(self) -> dict[str, Agency]:
        """The agencies of the database by every spelling; read when the first cell needs them."""
        found: dict[str, Agency] = {}
        for agency in self._unit.agencies.all():
            for words in spellings(agency):
                found.setdefault(match_key(words), agency)
        return found

    @cached_property
    def _known(self) -> KnownNames:
        presets = [words for preset in self._offered for words in preset.spellings]
        stored = [words for agency in self._stored.values() for words in spellings(agency)]
        known = KnownNames.from_names(dict.fromkeys([*presets, *stored]))
        return known.including(uncontested(self._cells, known))

    def _agency(self, name: str) -> Agency:
        found = self._stored.get(match_key(name))
        if found is None:
            found = self._unit.agencies.add(self._new_agency(name))
            for words in (name, *spellings(found)):
                self._stored.setdefault(match_key(words), found)
        return found

    def _new_agency(self, name: str) -> Agency:
        preset = self._presets.get(match_key(name))
        if preset is None:
            return Agency(name=name, kind=guess_kind(name))
        return Agency(
            name=preset.name, short_name=preset.short_name or None, kind=preset.kind, aliases=preset.aliases
        )


def spellings(agency: Agency) -> tuple[str, ...]:
    """Return every way of writing an agency: its name, its short name and its aliases."""
    return tuple(filter(None, (agency.name, agency.short_name, *agency.aliases)))
