"""Protocols through which services reach superiors' forms: their files in `documents`, their rows in `storage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a Protocol's types are read by checkers only: whoever imports a port loads no entity
    from collections.abc import Sequence
    from pathlib import Path

    from cchc_desktop.domain.forms.cells import FormReading
    from cchc_desktop.domain.forms.form import FormPeriod, SuperiorForm
    from cchc_desktop.domain.forms.writing import FilledCell
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, Repository


class FormFiles(Protocol):
    """Reads a superior's form and fills copies of it; in any thread."""

    def read(self, path: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> FormReading:
        """Return the cells of a form; RefusedFile, Cancelled. Nothing is stored."""
        ...

    def fill(
        self,
        original: Path,
        cells: Sequence[FilledCell],
        target: Path,
        progress: ProgressCallback,
        is_cancelled: CancelCheck,
    ) -> tuple[str, ...]:
        """Write a copy of a form with some cells filled, all else as it was; CannotWrite, RefusedFile, Cancelled.

        The old target stays until the new one is whole. Returns Vietnamese notes on what could not be written as it is.
        """
        ...


class FormRepositories(Protocol):
    """The stored forms inside a unit of work."""

    @property
    def superior_forms(self) -> Repository[SuperiorForm]: ...
    @property
    def form_periods(self) -> Repository[FormPeriod]: ...


class FormQueries(Protocol):
    """Reads of the stored forms outside a unit of work."""

    def superior_forms(self) -> Sequence[SuperiorForm]:
        """Return the forms in the order in which they came."""
        ...

    def form_periods(self, form_id: int) -> Sequence[FormPeriod]:
        """Return what belongs to a form by period, in the order in which it was begun."""
        ...
