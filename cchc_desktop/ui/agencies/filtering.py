"""Which agencies the words of the search field and the chosen kind leave; without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.domain.agencies.merging import spellings
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.search.index import Hit, SearchDocument, SearchIndex
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.agencies import AgencyLine


class LineFilter:
    """Finds agencies by name, short name, other names, head and contact; without accents and by abbreviations too."""

    def __init__(self, abbreviations: Abbreviations) -> None:
        self._abbreviations = abbreviations
        self._lines: Sequence[AgencyLine] = ()
        self._index: SearchIndex[int] | None = None

    def set_abbreviations(self, abbreviations: Abbreviations) -> None:
        """Read other abbreviations."""
        self._abbreviations = abbreviations
        self._index = None

    def set_lines(self, lines: Sequence[AgencyLine]) -> None:
        """Take the agencies among which to find."""
        self._lines = lines
        self._index = None

    def found(self, typed: str, kind: AgencyKind | None) -> list[AgencyLine]:
        """Return the agencies that meet both, in their order."""
        lines = [line for line in self._lines if kind is None or line.agency.kind is kind]
        if not typed.strip():
            return lines
        hits = {hit.id for hit in self._search(typed)}
        return [line for line in lines if line.agency.id in hits]

    def _search(self, typed: str) -> Sequence[Hit[int]]:
        if self._index is None:
            self._index = SearchIndex((_document(line) for line in self._lines), self._abbreviations)
        return self._index.search(typed, limit=None)


def _document(line: AgencyLine) -> SearchDocument[int]:
    agency = line.agency
    beside = (*spellings(agency)[1:], agency.head or "", agency.contact or "")
    return SearchDocument(agency.id, agency.name, tuple(filter(None, beside)))
