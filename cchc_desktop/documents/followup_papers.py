"""Writes a paper of the follow-up from its plain data: the builder of its kind, then the writer of the ending."""

from __future__ import annotations

from pathlib import Path

from cchc_desktop.documents.model import Document
from cchc_desktop.documents.paper_writer import Preview, preview_paper, write_paper
from cchc_desktop.domain.papers.followup import (
    AgencySheets,
    AppendixPaper,
    ChairmanSheet,
    ReminderLetter,
    TrackingPaper,
)
from cchc_desktop.domain.papers.report_paper import AnyPaper, ReportPaper
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback


def write_followup_paper(
    paper: AnyPaper, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck
) -> tuple[str, ...]:
    """Write a paper as the target's ending says; see `paper_ports.PaperWriter`."""
    return write_paper(build_paper(paper), target, progress, is_cancelled)


def preview_followup_paper(paper: AnyPaper, progress: ProgressCallback, is_cancelled: CancelCheck) -> Preview:
    """Return a paper as it will be printed, with the places of its live figures; Cancelled."""
    return preview_paper(build_paper(paper), progress, is_cancelled)


def build_paper(paper: AnyPaper) -> Document:
    """Return the description of a paper that every writer renders; builders are imported when used."""
    if isinstance(paper, TrackingPaper):
        from cchc_desktop.documents.builders.tracking import build_tracking

        return build_tracking(paper)
    if isinstance(paper, AgencySheets):
        from cchc_desktop.documents.builders.agency_sheet import build_agency_sheets

        return build_agency_sheets(paper)
    if isinstance(paper, ChairmanSheet):
        from cchc_desktop.documents.builders.chairman import build_chairman

        return build_chairman(paper)
    if isinstance(paper, ReminderLetter):
        from cchc_desktop.documents.builders.reminder import build_reminder

        return build_reminder(paper)
    if isinstance(paper, ReportPaper):
        from cchc_desktop.documents.builders.report import build_report

        return build_report(paper)
    return _appendix(paper)


def _appendix(paper: AppendixPaper) -> Document:
    if paper.indicators:
        from cchc_desktop.documents.builders.indicators import build_indicators

        return build_indicators(paper.tree, profile=paper.layout)
    from cchc_desktop.documents.builders.appendix import build_appendix

    return build_appendix(paper.tree, profile=paper.layout)
