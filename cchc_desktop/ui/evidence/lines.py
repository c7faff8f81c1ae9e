"""Which documents the words of the search field and the chosen filter leave, and how a line says what it has; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.evidence.files import FileState, document_label
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.services.evidence import DocumentLine, Unproven

BROKEN = (FileState.MISSING, FileState.CHANGED)


class LineFilter(StrEnum):
    """What the list is narrowed to; the last one lists results, not documents."""

    ALL = "all"
    WITH_FILE = "with_file"
    AT_REGISTRY = "at_registry"
    SECRET = "secret"
    BROKEN = "broken"
    UNUSED = "unused"
    UNPROVEN = "unproven"


_TESTS: Mapping[LineFilter, Callable[[DocumentLine], bool]] = {
    LineFilter.ALL: lambda line: True,
    LineFilter.WITH_FILE: lambda line: line.document.file is not None,
    LineFilter.AT_REGISTRY: lambda line: line.document.kept_at_registry,
    LineFilter.SECRET: lambda line: line.document.secret,
    LineFilter.BROKEN: lambda line: line.state in BROKEN,
    LineFilter.UNUSED: lambda line: not line.uses,
    LineFilter.UNPROVEN: lambda line: False,
}


@dataclass(frozen=True, slots=True)
class SearchedLine:
    """A line of the register with the folded words by which it is found."""

    line: DocumentLine
    folded: str


@dataclass(frozen=True, slots=True)
class SearchedUnproven:
    """A result without evidence with the folded words by which it is found."""

    row: Unproven
    folded: str


def searched(lines: Sequence[DocumentLine]) -> tuple[SearchedLine, ...]:
    """Prepare lines for searching: done where they are read, for folding thousands takes time."""
    return tuple(SearchedLine(line, searched_words(line.document)) for line in lines)


def searched_words(document: EvidenceDocument) -> str:
    """Return what a document is found by, folded."""
    parts = (document_label(document), document.abstract, document.type, document.issuer)
    return fold(" ".join(filter(None, parts)))


def found(
    lines: Sequence[SearchedLine], typed: str, narrowed: LineFilter, states: Mapping[str, FileState]
) -> list[DocumentLine]:
    """Return the lines that hold all the typed words and pass the filter, in their order."""
    wanted, passes = fold(typed).split(), _TESTS[narrowed]
    left = [one for one in lines if all(word in one.folded for word in wanted)] if wanted else lines
    if narrowed is LineFilter.BROKEN:
        return [one.line for one in left if state_of(one.line, states) in BROKEN]
    return [one.line for one in left if passes(one.line)]


def searched_unproven(rows: Sequence[Unproven]) -> tuple[SearchedUnproven, ...]:
    """Prepare results for searching, as `searched` does documents."""
    return tuple(SearchedUnproven(row, fold(f"{row.content} {row.record.result or ''}")) for row in rows)


def found_unproven(rows: Sequence[SearchedUnproven], typed: str) -> list[Unproven]:
    """Return the results that hold all the typed words, in their order."""
    wanted = fold(typed).split()
    return [one.row for one in rows if all(word in one.folded for word in wanted)]


def state_of(line: DocumentLine, states: Mapping[str, FileState]) -> FileState | None:
    """Return how a document's file is: what reading it found goes before what its size told."""
    file = line.document.file
    return states.get(file.sha256, line.state) if file else None


def broken_count(lines: Collection[SearchedLine], states: Mapping[str, FileState]) -> int:
    """Return how many documents have a file that is lost or changed."""
    files = (one.line for one in lines if one.line.state is not None)
    return sum(line.state in BROKEN if not states else state_of(line, states) in BROKEN for line in files)
