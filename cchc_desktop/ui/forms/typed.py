"""What a person typed into cells and that is not stored (yet); the list shows it in place of what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

CellKey = tuple[int, str, str]
"""A form's id, the key of a period, the address of a cell."""


@dataclass(frozen=True, slots=True)
class TypedCell:
    """Words typed for one cell in one period; `reason` says why they are not stored, '' while that is under way."""

    form_id: int
    period: str
    address: str
    words: str
    reason: str = ""

    @property
    def key(self) -> CellKey:
        """Return where the words belong."""
        return self.form_id, self.period, self.address


class TypedCells:
    """Keeps typed words until they are stored or given up."""

    def __init__(self) -> None:
        self._cells: dict[CellKey, TypedCell] = {}

    def of(self, form_id: int, period: str) -> Mapping[str, TypedCell]:
        """Return what is typed for a form in a period and not stored, by address."""
        return {one.address: one for one in self._cells.values() if (one.form_id, one.period) == (form_id, period)}

    def keep(self, cells: Iterable[TypedCell]) -> None:
        """Keep typed words; those typed before into the same cell are replaced."""
        self._cells.update((one.key, one) for one in cells)

    def stored(self, cells: Iterable[TypedCell]) -> None:
        """Forget words that are stored now; what was typed over them since stays."""
        for one in cells:
            present = self._cells.get(one.key)
            if present is not None and present.words == one.words:
                del self._cells[one.key]

    def refuse(self, cells: Iterable[TypedCell], reason: str) -> None:
        """Keep words that could not be stored, with the reason."""
        for one in cells:
            present = self._cells.get(one.key)
            if present is not None and present.words == one.words:
                self._cells[one.key] = replace(present, reason=reason)

    def refused(self) -> tuple[TypedCell, ...]:
        """Return what could not be stored, the first that failed first."""
        return tuple(one for one in self._cells.values() if one.reason)

    def drop_refused(self) -> None:
        """Give up what could not be stored."""
        for one in self.refused():
            del self._cells[one.key]
