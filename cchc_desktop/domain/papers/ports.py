"""Protocols through which services and the window reach the writers of papers; the composition roots fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a Protocol's types are read by checkers only: whoever imports a port loads no entity
    from collections.abc import Sequence
    from pathlib import Path

    from cchc_desktop.domain.papers.report_paper import AnyPaper
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback


class FigurePlace(Protocol):
    """Where a live figure stands: a page of the file from 0, points from its upper left corner, the rows' key."""

    @property
    def page(self) -> int: ...
    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def key(self) -> str: ...


class PaperPreview(Protocol):
    """A paper as it will be printed: the PDF, its live figures, notes on what could not be set."""

    @property
    def pdf(self) -> bytes: ...
    @property
    def figures(self) -> Sequence[FigurePlace]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...


class PaperPreviewer(Protocol):
    """Sets a paper as the PDF that `PaperWriter` would write; raises Cancelled."""

    def __call__(self, paper: AnyPaper, progress: ProgressCallback, is_cancelled: CancelCheck) -> PaperPreview: ...


class PaperWriter(Protocol):
    """Writes a paper from its plain data to a .docx, .pdf or .xlsx file; raises CannotWrite, Cancelled.

    The old file stays until the new one is whole. Returns Vietnamese notes on what could not be written as it stands.
    """

    def __call__(
        self, paper: AnyPaper, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck
    ) -> tuple[str, ...]: ...
