"""The cells of a form as the screen lists them: what fills each, what is proposed, what a search leaves; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.forms.matching import Proposal
from cchc_desktop.domain.forms.sources import SourceKind
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.services.form_filling import CellValue, DoubtCode, FormValues
from cchc_desktop.ui.forms.words import place_words


class CellFilter(StrEnum):
    """What the list is narrowed to; the last one lists sources that have no cell in this version of the form."""

    ALL = "all"
    UNMAPPED = "unmapped"
    DOUBTFUL = "doubtful"
    PROPOSED = "proposed"
    LOST = "lost"


class CellState(StrEnum):
    """How far a cell is: something fills it, nothing does yet, or what fills it is doubtful."""

    MAPPED = "mapped"
    WAITING = "waiting"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell: where it is as a person finds it, what it gets, and what its words seem to ask for.

    `state` is None for a cell for remarks that nothing fills: it may stay as it is.
    """

    value: CellValue
    place: str
    proposal: Proposal | None = None
    folded: str = ""
    state: CellState | None = None

    @property
    def address(self) -> str:
        """Return the address of the cell."""
        return self.value.cell.address

    @property
    def name(self) -> str:
        """Return what the cell is called: by the words around it, else by those of its own line."""
        cell = self.value.cell
        if cell.label or cell.header:
            return cell.name
        said = " ".join((cell.read.lead or cell.words).split())
        return said if any(map(str.isalpha, said)) else self.place

    @property
    def is_mapped(self) -> bool:
        """Tell whether a person has said what fills the cell."""
        return self.value.mapped is not None

    @property
    def is_typed(self) -> bool:
        """Tell whether the cell is filled by hand, or could be: nothing else fills it."""
        mapped = self.value.mapped
        return mapped is None or mapped.source.kind is SourceKind.TYPED


_TESTS: Mapping[CellFilter, Callable[[CellLine], bool]] = {
    CellFilter.ALL: lambda line: True,
    CellFilter.UNMAPPED: lambda line: line.state is CellState.WAITING,
    CellFilter.DOUBTFUL: lambda line: line.state is CellState.DOUBTFUL,
    CellFilter.PROPOSED: lambda line: line.proposal is not None,
    CellFilter.LOST: lambda line: False,
}


def lines_of(values: FormValues, proposals: Sequence[Proposal]) -> tuple[CellLine, ...]:
    """Return the lines of a form in reading order."""
    proposed = {one.address: one for one in proposals}
    has_tables = len({line.cell.read.table for line in values.lines}) > 1
    return tuple(_line(value, proposed.get(value.cell.address), with_table=has_tables) for value in values.lines)


def _line(value: CellValue, proposal: Proposal | None, *, with_table: bool) -> CellLine:
    cell = value.cell
    place = place_words(cell.read, with_table=with_table)
    words = (place, cell.name, cell.read.table, value.source_words, value.shown)
    return CellLine(value, place, proposal, fold(" ".join(filter(None, words))), state_of(value))


def state_of(value: CellValue) -> CellState | None:
    """Return how far a cell is, None for one for remarks that nothing fills."""
    if any(doubt.code is not DoubtCode.UNMAPPED for doubt in value.doubts):
        return CellState.DOUBTFUL
    if value.mapped is not None:
        return CellState.MAPPED
    return None if value.cell.is_note else CellState.WAITING


def found(lines: Sequence[CellLine], typed: str, narrowed: CellFilter) -> list[CellLine]:
    """Return the lines that hold all the typed words and pass the filter, in their order."""
    wanted, passes = fold(typed).split(), _TESTS[narrowed]
    return [line for line in lines if passes(line) and all(word in line.folded for word in wanted)]


def counts(lines: Sequence[CellLine]) -> Mapping[CellFilter, int]:
    """Return how many lines each filter leaves."""
    return {narrowed: sum(map(passes, lines)) for narrowed, passes in _TESTS.items()}
