"""Linking the words of agency cells to agencies: split, find, create what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.merging import is_valid, living, spellings
from cchc_desktop.domain.agencies.names import (
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

    Exists so that an import of hundreds of cells reads the agencies once; it must not outlive its unit. Of agencies
    that share a name, the one that exists on `day` is meant: a plan issued after an office ended names its successor.
    """

    def __init__(
        self,
        unit: UnitOfWork,
        presets: Sequence[AgencyPreset],
        cells: Iterable[str | None] = (),
        day: date | None = None,
    ) -> None:
        self._unit = unit
        self._offered = presets
        self._cells = [cell for cell in cells if cell]
        self._day = day
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
        """The agencies of the database by every spelling; read when the first cell needs them.

        A name counts before another agency's alias: merging and editing may leave a word with two agencies.
        """
        found: dict[str, Agency] = {}
        agencies = sorted(living(self._unit.agencies.all()), key=self._is_past)
        for agency in agencies:
            found.setdefault(match_key(agency.name), agency)
        for agency in agencies:
            for words in spellings(agency):
                key = match_key(words)
                if self._is_past(found.setdefault(key, agency)) and not self._is_past(agency):
                    found[key] = agency
        return found

    def _is_past(self, agency: Agency) -> bool:
        """Tell whether an agency does not exist on the day that counts; a link to one is better than a second one."""
        return self._day is not None and not is_valid(agency, self._day)

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
        return Agency(name=preset.name, short_name=preset.short_name or None, kind=preset.kind, aliases=preset.aliases)
