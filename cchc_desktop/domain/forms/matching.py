"""Likeness of words: which source a cell's label seems to ask for, and which cell of a new version is the old one.

A proposal is for a person to take or to leave; nothing is mapped by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from cchc_desktop.domain.forms.cells import CellKind, FormCell, ReadCell, describe_cells
from cchc_desktop.domain.forms.dates import date_fields
from cchc_desktop.domain.forms.form import MappedCell, SuperiorForm, in_order
from cchc_desktop.domain.forms.likeness import LEAST, likeness, telling_words
from cchc_desktop.domain.forms.sources import CellSource, SourceKind
from cchc_desktop.domain.forms.tables import WHOLE, header_words, part_named
from cchc_desktop.domain.text.folding import fold_words

_BEFORE = re.compile(r"\b(?:ky|nam|quy|thang) (?:truoc|lien truoc)\b|\bcung ky\b")
_NO_VALUE = re.compile(
    r"\b(?:ghi chu|don vi tinh|dvt|stt|tt|can cu|giai trinh|nguyen nhan|ngay|thoi gian|thoi han|co quan|nguoi|so voi"
    r"|so sanh)\b"
)
_WANTED = re.compile(r"\s*(?:ke hoach|muc tieu|chi tieu(?: duoc)? giao|dinh muc)\b")
"""Headers of what is to be reached, which no figure of what was done answers."""
_BEFORE_SHOWN = re.compile(r"\b(?:kỳ|năm|quý|tháng) (?:liền )?trước\b|\bcùng kỳ\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=\w)\s*\([^)]*\)")
"""What a form says besides: 'Kỳ báo cáo (quý, 6 tháng, năm)'."""
_SHARE = re.compile(r"\bty le\b|\bphan tram\b")


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
    """The words of a choice, ready to compare: alone, and with the part that it is about."""

    choice: Choice
    alone: tuple[frozenset[str], ...]
    full: tuple[frozenset[str], ...]
    is_share: bool

    @classmethod
    def of(cls, choice: Choice) -> _Known:
        """Return a choice with its words."""
        spellings = [_BEFORE.sub("", fold_words(one)) for one in (choice.words, *choice.other_words)]
        part = fold_words(choice.part)
        return cls(
            choice,
            tuple(map(telling_words, spellings)),
            tuple(telling_words(f"{one} {part}") for one in spellings),
            _SHARE.search(fold_words(choice.words)) is not None,
        )

    def may_be(self, words: frozenset[str], *, is_share: bool) -> bool:
        """Tell whether words can mean this choice: half of its own, and a share where one is asked of figures."""
        is_alike = any(2 * len(words & one) >= len(one) for one in self.alone)
        return is_alike and (not self.is_figure or self.is_share is is_share)

    @property
    def is_figure(self) -> bool:
        """Tell whether the choice counts something of the report."""
        return self.choice.source.kind is SourceKind.FIGURE


def propose(cells: Sequence[FormCell], choices: Sequence[Choice]) -> tuple[Proposal, ...]:
    """Return for each cell that waits the source whose words are most like its own, where any is like enough."""
    known = _AllKnown(choices)
    fields = {choice.source.name: choice for choice in choices if choice.source.kind is SourceKind.FIELD}
    dates = date_fields(cells)
    found = (
        Proposal(cell.address, fields[dates[cell.address]], 1.0)
        if dates.get(cell.address) in fields
        else known.proposed(cell)
        for cell in cells
        if cell.is_fillable
    )
    return tuple(one for one in found if one is not None)


_Scored = tuple[float, Choice]


class _AllKnown:
    """All choices, to be asked about one cell after the other."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        known = [_Known.of(choice) for choice in choices]
        self._known = {before: [one for one in known if one.choice.is_before is before] for before in (False, True)}
        self._by_label, self._by_header = cache(self._find_by_label), cache(self._find_by_header)
        self._part_named = cache(self._find_part)  # cells share labels and headers
        self._of_parts = {(one.choice.words, one.choice.part): one.choice for one in known if one.is_figure}
        self._parts = tuple(dict.fromkeys(choice.part for choice in choices if choice.part))

    def proposed(self, cell: FormCell) -> Proposal | None:
        """Return what a cell's words ask for: a part in its row, or column, and the figure in the other one."""
        header, alone = fold_words(cell.header), fold_words(cell.header.rpartition(" – ")[2])
        if _NO_VALUE.search(header) or _WANTED.match(alone) or not (cell.label or header):
            return None
        best = self._labelled(cell) if cell.read.gap else self._in_table(cell)
        return Proposal(cell.address, best[1], round(best[0], 3)) if best is not None else None

    def _in_table(self, cell: FormCell) -> _Scored | None:
        asked, alone = self._asked(cell, cell.header), cell.header.rpartition(" – ")[2]
        if (part := self._part_named(cell.label)) is not None:
            return self._of_part(asked, part)
        if part := self._part_named(alone):
            return self._of_part(self._asked(cell, cell.label), part)
        best = self._labelled(cell)
        is_other = best is not None and asked is not None and best[1].words != asked[1].words
        return None if is_other else best

    def _labelled(self, cell: FormCell) -> _Scored | None:
        """Return the choice most like the label of a cell; a header of shares belongs to that."""
        header = fold_words(cell.header)
        said = fold_words(_ASIDE.sub(" ", cell.label))
        label = f"{said} {header if _SHARE.search(header) or not cell.label else ''}"
        return self._by_label(_BEFORE.sub("", label), _is_before(cell))

    def _asked(self, cell: FormCell, said: str) -> _Scored | None:
        """Return the figure of the whole report that the header of a cell names, or its label."""
        return self._by_header(_BEFORE_SHOWN.sub("", said), _is_before(cell))

    def _find_part(self, words: str) -> str | None:
        return part_named(words, self._parts)

    def _find_by_label(self, label: str, is_before: bool) -> _Scored | None:
        words, is_share = telling_words(label), _SHARE.search(label) is not None
        return _best(
            (max(likeness(words, one) for one in known.full), known.choice)
            for known in self._known[is_before]
            if known.may_be(words, is_share=is_share)
        )

    def _find_by_header(self, header: str, is_before: bool) -> _Scored | None:
        is_share = "%" in header or _SHARE.search(fold_words(header)) is not None
        figures = [known for known in self._known[is_before] if known.is_figure and known.is_share is is_share]
        found = (
            _best(
                (max(likeness(words, one) for one in known.alone), known.choice)
                for known in figures
                if known.choice.part == WHOLE
            )
            for words in header_words(header)
        )
        return next((one for one in found if one is not None), None)

    def _of_part(self, asked: _Scored | None, part: str) -> _Scored | None:
        if asked is None:
            return None
        score, figure = asked
        choice = self._of_parts.get((figure.words, part))
        return (score, choice) if choice is not None else None


def _best(scored: Iterable[_Scored]) -> _Scored | None:
    """Return the first of the best, None where none is like enough."""
    best = max(scored, key=lambda one: one[0], default=None)
    return best if best is not None and best[0] >= LEAST else None


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

    Where several cells bear the same words, as many as before, they are taken in their order; else the one at the old
    address is, or none. What had no cell already is looked for again.
    """
    before, new = _Named(form.described), _Named(describe_cells(cells))
    taken: set[str] = set()
    places: dict[int, FormCell] = {}
    for one in form.mapping:
        place = before.place_in(new, one.address) if one.address in before else new.called(one.label)
        if place is not None and place.address not in taken:
            taken.add(place.address)
            places[one.slot] = place
    kept = (replace(one, address=places[one.slot].address) for one in form.mapping if one.slot in places)
    lost = (replace(one, address="") for one in form.mapping if one.slot not in places)
    return Carried(in_order(kept), in_order(lost))


class _Named:
    """The cells of one version of a form, by address and by the words that tell them apart."""

    def __init__(self, cells: Iterable[FormCell]) -> None:
        self._cells = {cell.address: cell for cell in cells}
        self._by_key: dict[_Key, list[FormCell]] = {}
        for cell in self._cells.values():
            if cell.read.takes is not CellKind.FORMULA:
                self._by_key.setdefault(_key(cell), []).append(cell)

    def __contains__(self, address: str) -> bool:
        return address in self._cells

    def called(self, name: str) -> FormCell | None:
        """Return the only cell of a name."""
        same = [cell for cells in self._by_key.values() for cell in cells if name and cell.name == name]
        return same[0] if len(same) == 1 else None

    def place_in(self, new: _Named, address: str) -> FormCell | None:
        """Return the cell of another version that one of this version has become."""
        cell = self._cells[address]
        key = _key(cell)
        found, same = new._waiting(key), self._waiting(key)
        if cell in same and len(same) == len(found):
            return found[same.index(cell)]
        others = new._by_key.get(key, [])
        return others[0] if len(others) == 1 else next((one for one in others if one.address == address), None)

    def _waiting(self, key: _Key) -> list[FormCell]:
        return [cell for cell in self._by_key.get(key, ()) if cell.is_fillable]


def _key(cell: FormCell) -> _Key:
    """Return what tells a cell apart whatever its address: cells without any words by their address alone."""
    table = cell.read.table if cell.read.table.startswith("Bảng ") else fold_words(cell.read.table)
    label = fold_words(cell.label) or ("" if cell.header or cell.read.gap else cell.address)
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
