"""Makes a paper in the background: its data on the database's thread, its pages or its file on another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cchc_desktop.domain.errors import Cancelled
from cchc_desktop.domain.papers.ports import FigurePlace, PaperPreviewer, PaperWriter
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, no_progress
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.jobs import Job, run_job
from cchc_desktop.ui.reports.papers import PaperSet, paper_words
from cchc_desktop.ui.reports.pdf_pages import PdfPages, joined
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.papers.report import IndicatorLine
    from cchc_desktop.domain.papers.report_paper import AnyPaper

Gathering = Callable[[Workspace], "AnyPaper | PaperSet"]
Writing = Callable[[Any, PaperWriter, ProgressCallback, CancelCheck], Any]
"""Makes something of a paper, or of a set of papers."""


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

    def _write(self, gathered: tuple[AnyPaper | PaperSet, PaperWriter]) -> None:
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
class Behind:
    """What stands behind the live figures of a paper, by their keys: ids of tasks, or indicators."""

    plan_ids: tuple[int, ...] = ()
    tasks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    indicators: Mapping[str, tuple[IndicatorLine, ...]] = field(default_factory=dict)

    def __contains__(self, key: object) -> bool:
        return key in self.tasks or key in self.indicators


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it will be printed, its open pages, and what stands behind its live figures."""

    content: bytes
    pages: PdfPages
    figures: tuple[FigurePlace, ...]
    notes: tuple[str, ...]
    behind: Behind


def setting_with(previewer: PaperPreviewer) -> Writing:
    """Return what sets a paper, or several one after another, for looking at: `Made`; RefusedFile, Cancelled."""

    def work(
        paper: AnyPaper | PaperSet, writer: PaperWriter, progress: ProgressCallback, is_cancelled: CancelCheck
    ) -> Made:
        if isinstance(paper, PaperSet):
            return _all_made(paper, previewer, progress, is_cancelled)
        preview = previewer(paper, progress, is_cancelled)
        _refuse_cancelled(is_cancelled)
        behind = behind_figures(paper)
        figures = tuple(figure for figure in preview.figures if figure.key in behind)
        notes = (*preview.notes, *_notes(paper))
        return Made(preview.pdf, PdfPages(preview.pdf), figures, notes, behind)

    return work


def _all_made(
    papers: PaperSet, previewer: PaperPreviewer, progress: ProgressCallback, is_cancelled: CancelCheck
) -> Made:
    """Return several papers as one to look at; none of them has live figures."""
    contents: list[bytes] = []
    notes = dict.fromkeys(papers.notes)
    for number, paper in enumerate(papers.papers):
        preview = previewer(paper, no_progress, is_cancelled)
        _refuse_cancelled(is_cancelled)
        contents.append(preview.pdf)
        notes.update(dict.fromkeys(preview.notes))
        progress(number + 1, len(papers.papers))
    content = joined(contents)
    return Made(content, PdfPages(content), (), tuple(notes), Behind())


def _refuse_cancelled(is_cancelled: CancelCheck) -> None:
    if is_cancelled():
        raise Cancelled()


def _notes(paper: AnyPaper) -> tuple[str, ...]:
    """Return what is to be known of a paper whose parts are not all of one day."""
    from cchc_desktop.domain.papers.report_paper import ReportPaper

    if isinstance(paper, ReportPaper) and paper.report.is_locked and paper.tracking:
        return (paper_words("Bảng theo dõi lập theo dữ liệu hiện nay; các con số khác của báo cáo là số đã chốt."),)
    return ()


def behind_figures(paper: AnyPaper) -> Behind:
    """Return what stands behind every live figure of a paper."""
    from cchc_desktop.domain.papers.followup import AgencySheets, ChairmanSheet, TrackingPaper
    from cchc_desktop.domain.papers.report_paper import ReportPaper, rows_of

    if isinstance(paper, TrackingPaper | AgencySheets | ChairmanSheet):
        return Behind((paper.plan.id,), paper.figures())
    if not isinstance(paper, ReportPaper):
        return Behind()
    report, live = paper.report, tuple(paper.keys())
    tasks: dict[str, tuple[int, ...]] = {}
    indicators: dict[str, tuple[IndicatorLine, ...]] = {}
    lines = {line.indicator_id: line for line in report.indicators}
    for key in live:
        ids = rows_of(report, key)
        if key.counts_indicators:
            indicators[key.text] = tuple(lines[id_] for id_ in ids if id_ in lines)
        else:
            tasks[key.text] = ids
    for table in paper.tracking:
        tasks |= table.figures()
    return Behind(report.plan_ids, tasks, indicators)


def writing_to(target: Path) -> Writing:
    """Return what writes a paper to a file and returns notes; CannotWrite, Cancelled."""
    return lambda paper, writer, progress, is_cancelled: writer(paper, target, progress, is_cancelled)
