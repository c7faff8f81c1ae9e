"""Makes a paper in the background: its data on the database's thread, its pages or its file on another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cchc_desktop.domain.errors import Cancelled
from cchc_desktop.domain.ports import CancelCheck, PaperPreview, PaperPreviewer, PaperWriter, ProgressCallback
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.jobs import Job, run_job
from cchc_desktop.ui.reports.pdf_pages import PdfPages
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.report_paper import AnyPaper

Gathering = Callable[[Workspace], "AnyPaper"]
Writing = Callable[["AnyPaper", PaperWriter, ProgressCallback, CancelCheck], Any]


class Making(QObject):
    """One paper being made; each of the callbacks comes at most once, none after `drop`."""

    def __init__(
        self,
        session: PlanSession,
        gathering: Gathering,
        writing: Writing,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        advanced: Callable[[int, int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._writing = writing
        self._done, self._failed, self._advanced = done, failed, advanced
        self._is_cancelled = self._is_dropped = False
        self._job: Job | None = None
        session.read(lambda workspace: (gathering(workspace), workspace.papers), self._write, self._fail)

    def cancel(self) -> None:
        """Ask the work to stop; `failed` follows with Cancelled."""
        self._is_cancelled = True
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Stop and tell nobody: something else is wanted by now."""
        self._is_dropped = True
        self.cancel()

    def _write(self, gathered: tuple[AnyPaper, PaperWriter]) -> None:
        if self._is_cancelled:
            self._fail(Cancelled())
            return
        paper, writer = gathered
        writing = self._writing
        self._job = run_job(
            self,
            lambda progress, is_cancelled: writing(paper, writer, progress, is_cancelled),
            self._succeed,
            self._fail,
            self._advance,
        )

    def _advance(self, done: int, total: int) -> None:
        if not self._is_dropped:
            self._advanced(done, total)

    def _succeed(self, result: Any) -> None:
        self.deleteLater()
        if not self._is_dropped:
            self._done(result)

    def _fail(self, error: Exception) -> None:
        self.deleteLater()
        if not self._is_dropped:
            self._failed(error)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it will be printed, its open pages, and the ids of the tasks behind its live figures by their keys."""

    preview: PaperPreview
    pages: PdfPages
    rows: Mapping[str, tuple[int, ...]]


def setting_with(previewer: PaperPreviewer) -> Writing:
    """Return what sets a paper for looking at: `Made`; RefusedFile, Cancelled."""

    def work(paper: AnyPaper, writer: PaperWriter, progress: ProgressCallback, is_cancelled: CancelCheck) -> Made:
        preview = previewer(paper, progress, is_cancelled)
        if is_cancelled():
            raise Cancelled()
        return Made(preview, PdfPages(preview.pdf), task_rows(paper))

    return work


def task_rows(paper: AnyPaper) -> dict[str, tuple[int, ...]]:
    """Return the tasks behind every live figure of a paper; those that count indicators are left out."""
    from cchc_desktop.domain.followup_papers import AgencySheets, ChairmanSheet, TrackingPaper
    from cchc_desktop.domain.report_paper import ReportPaper, rows_of

    if isinstance(paper, ReportPaper):
        keys = paper.keys()
        return {key.text: rows_of(paper.report, key) for key in keys if not key.counts_indicators}
    return paper.figures() if isinstance(paper, TrackingPaper | AgencySheets | ChairmanSheet) else {}


def writing_to(target: Path) -> Writing:
    """Return what writes a paper to a file and returns notes; CannotWrite, Cancelled."""
    return lambda paper, writer, progress, is_cancelled: writer(paper, target, progress, is_cancelled)
