"""Likeness of words: which source a cell's label seems to ask for, and which cell of a new version is the old one.

A proposal is for a person to take or to leave; nothing is mapped by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.forms.cells import FormCell, ReadCell, describe_cells
from cchc_desktop.domain.forms.dates import date_fields
from cchc_desktop.domain.forms.form import MappedCell, SuperiorForm, in_order
from cchc_desktop.domain.forms.sources import CellSource, SourceKind
from cchc_desktop.domain.text.folding import fold_words

LEAST = 0.6
"""Likeness from which a source is proposed; 1 is the same words."""
_EMPTY_WORDS = frozenset({
    "so", "luong", "cac", "cua", "va", "la", "theo", "trong", "do", "tong", "muc", "don", "vi", "ve", "duoc", "co",
    "den", "cho",
})  # fmt: skip
_DENIALS = frozenset({"chua", "khong"})
_BEFORE = re.compile(r"\b(?:ky|nam|quy|thang) (?:truoc|lien truoc)\b|\bcung ky\b")
_NO_VALUE = re.compile(r"\b(?:ghi chu|don vi tinh|dvt|stt|tt|can cu|giai trinh|nguyen nhan)\b")
_SHARE = re.compile(r"\bty le\b|\bphan tram\b|%")


@dataclass(frozen=True, slots=True)
class Choice:
    """A source that may be chosen: what it is called, in which group of a list, and other words for it."""

    source: CellSource
    words: str
    group: str = ""
    part: str = ""
    other_words: tuple[str, ...] = ()
    is_before: bool = False

    @property
    def full_words(self) -> str:
        """Return the words with the part that they are about: 'Chậm tiến độ – Cải cách thể chế'."""
        return f"{self.words} – {self.part}" if self.part else self.words


@dataclass(frozen=True, slots=True)
class Proposal:
    """A source that a cell's words seem to ask for; `score` is at most 1."""

    address: str
    choice: Choice
    score: float


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of a choice, ready to compare."""

    choice: Choice
    spellings: tuple[frozenset[str], ...]


def propose(cells: Sequence[FormCell], choices: Sequence[Choice]) -> tuple[Proposal, ...]:
    """Return for each cell that waits the source whose words are most like its own, where any is like enough."""
    known = [_Known(choice, tuple(_spellings(choice))) for choice in choices]
    fields = {choice.source.name: choice for choice in choices if choice.source.kind is SourceKind.FIELD}
    dates = date_fields(cells)
    found = (
        Proposal(cell.address, fields[dates[cell.address]], 1.0)
        if dates.get(cell.address) in fields
        else _proposed(cell, known)
        for cell in cells
        if cell.is_fillable
    )
    return tuple(one for one in found if one is not None)


def _proposed(cell: FormCell, known: Sequence[_Known]) -> Proposal | None:
    header = fold_words(cell.header)
    if _NO_VALUE.search(header) or not cell.label:
        return None
    label = f"{fold_words(cell.label)} {header if _SHARE.search(header) else ''}"
    words, is_before = _words(label), _is_before(cell)
    best = max(
        ((max(_likeness(words, one) for one in known_.spellings), known_.choice) for known_ in known
         if known_.choice.is_before is is_before),
        key=lambda scored: scored[0], default=None,
    )  # fmt: skip
    if best is None or best[0] < LEAST:
        return None
    return Proposal(cell.address, best[1], round(best[0], 3))


def _spellings(choice: Choice) -> Iterator[frozenset[str]]:
    for words in (choice.words, *choice.other_words):
        yield _words(fold_words(f"{words} {choice.part}"))


def _words(folded: str) -> frozenset[str]:
    every = frozenset(folded.split())
    return (every - _EMPTY_WORDS) or every


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how many syllables two texts share, of all that both have (Dice); none where one denies the other."""
    if one & _DENIALS != other & _DENIALS:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def propose_last(form: SuperiorForm) -> tuple[Proposal, ...]:
    """Return for each waiting cell of a last period's column what the mapped cell of its row held in that period."""
    placed = form.placed
    cells = [cell for cell in form.described if not cell.read.gap]
    rows: dict[tuple[str, int, str], list[FormCell]] = {}
    for cell in cells:
        known = placed.get(cell.address)
        if known and known.source.kind not in (SourceKind.LAST, SourceKind.NOTHING) and not _is_before(cell):
            rows.setdefault(_row(cell), []).append(cell)
    return tuple(
        Proposal(cell.address, Choice(CellSource(SourceKind.LAST, named[0].address, named[0].name), named[0].name), 1.0)
        for cell in cells
        if cell.is_fillable and cell.address not in placed and _is_before(cell)
        if len(named := [one for one in rows.get(_row(cell), ()) if not one.is_note]) == 1
    )


def _row(cell: FormCell) -> tuple[str, int, str]:
    return cell.read.table, cell.read.row, cell.label


def _is_before(cell: FormCell) -> bool:
    return _BEFORE.search(fold_words(cell.header)) is not None


# --- a new version of a form -------------------------------------------------------------------------------------

_Key = tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a mapping in a new version of the form: cells that it kept, and those that it no longer has."""

    kept: tuple[MappedCell, ...]
    lost: tuple[MappedCell, ...]


def carry_over(form: SuperiorForm, cells: Sequence[ReadCell]) -> Carried:
    """Return the mapping of a form on the cells of its new version: by table, label and header.

    Where several cells bear the same words, the one at the old address is taken, or none. What had no cell already
    is looked for again.
    """
    old = {cell.address: cell for cell in form.described}
    new = [cell for cell in describe_cells(cells) if _can_take(cell)]
    by_key: dict[_Key, list[FormCell]] = {}
    for cell in new:
        by_key.setdefault(_key(cell), []).append(cell)
    taken: set[str] = set()
    places: dict[int, FormCell] = {}
    for one in form.mapping:
        place = _place_of(one, old.get(one.address), by_key)
        if place is not None and place.address not in taken:
            taken.add(place.address)
            places[one.slot] = place
    kept = (replace(one, address=places[one.slot].address) for one in form.mapping if one.slot in places)
    lost = (replace(one, address="") for one in form.mapping if one.slot not in places)
    return Carried(in_order(kept), in_order(lost))


def _place_of(one: MappedCell, before: FormCell | None, by_key: Mapping[_Key, Sequence[FormCell]]) -> FormCell | None:
    if before is None:
        same = [cell for cells in by_key.values() for cell in cells if one.label and cell.name == one.label]
        return same[0] if len(same) == 1 else None
    found = by_key.get(_key(before), ())
    if len(found) == 1:
        return found[0]
    return next((cell for cell in found if cell.address == one.address), None)


def _can_take(cell: FormCell) -> bool:
    return cell.read.takes.value != "formula"


def _key(cell: FormCell) -> _Key:
    """Return what tells a cell apart whatever its address: cells without any words by their address alone."""
    table = cell.read.table if cell.read.table.startswith("Bảng ") else fold_words(cell.read.table)
    label = fold_words(cell.label) or ("" if cell.header else cell.address)
    return table, label, fold_words(cell.header), bool(cell.read.gap)


def source_words(source: CellSource, choices: Iterable[Choice]) -> str:
    """Return what a source is called: as it is now, else as it was when a person chose it."""
    if source.kind is SourceKind.TYPED:
        return "Nhập tay"
    if source.kind is SourceKind.NOTHING:
        return "Để nguyên"
    if source.kind is SourceKind.LAST:
        return f"Kỳ trước của “{source.words or source.name}”"
    found = next((one for one in choices if (one.source.kind, one.source.name) == (source.kind, source.name)), None)
    return found.full_words if found else source.words or source.text
