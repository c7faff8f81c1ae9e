"""Gathers the data of the papers that the screen offers; imported on the database's thread, for it needs much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup_papers import AppendixPaper
from cchc_desktop.domain.report_paper import AnyPaper
from cchc_desktop.domain.report_template import ReportTemplate
from cchc_desktop.services.layout_profiles import layout_profile
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.papers import reminder as reminders
from cchc_desktop.services.papers.chairman import chairman_sheet
from cchc_desktop.services.papers.issuing import PaperChoices
from cchc_desktop.services.papers.reminder import ReminderChoices
from cchc_desktop.services.papers.reporting import ReportChoices, report_paper
from cchc_desktop.services.papers.tracking import agency_sheet, tracking
from cchc_desktop.services.papers.writing import gather
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.reports.papers import (
    INDICATORS,
    STATISTICS,
    TASK_LIST,
    Asks,
    PaperKind,
    PaperOptions,
    signer_words,
)

Gather = Callable[[Workspace, int, PaperOptions, ReportTemplate | None], AnyPaper]


def gathered(
    workspace: Workspace, kind: PaperKind, plan_id: int, options: PaperOptions, template: ReportTemplate | None
) -> AnyPaper:
    """Return a paper's data as they are now, on sheets of the chosen size; InvalidInput, NotFound."""
    paper = GATHERERS[kind.name](workspace, plan_id, options, template)
    return _sized(paper, options.size) if options.size and Asks.SIZE in kind.asks else paper


def _sized(paper: AnyPaper, size: str) -> AnyPaper:
    if isinstance(paper, AppendixPaper):
        return replace(paper, layout=replace(paper.layout, paper=size))
    return replace(paper, issuer=replace(paper.issuer, layout=replace(paper.issuer.layout, paper=size)))


def _chosen(workspace: Workspace, options: PaperOptions) -> PaperChoices:
    signers = office_profile(workspace).signers
    signer = next((one for one in signers if signer_words(one) == options.signer), None)
    known = {one.name for one in layout_profile(workspace).letterheads}
    return PaperChoices(options.letterhead if options.letterhead in known else "", signer)


def _appendix(name: str) -> Gather:
    return lambda workspace, plan_id, options, template: gather(workspace, plan_id, name, options.as_of)


def _chairman(workspace: Workspace, plan_id: int, options: PaperOptions, template: ReportTemplate | None) -> AnyPaper:
    return chairman_sheet(workspace, plan_id, options.as_of, _chosen(workspace, options))


def _agency(workspace: Workspace, plan_id: int, options: PaperOptions, template: ReportTemplate | None) -> AnyPaper:
    return agency_sheet(workspace, plan_id, options.as_of, options.agency or None, _chosen(workspace, options))


def _tracking(workspace: Workspace, plan_id: int, options: PaperOptions, template: ReportTemplate | None) -> AnyPaper:
    choices = _chosen(workspace, options)
    return tracking(workspace, plan_id, options.as_of, options.grouping, options.agency or None, choices)


def _report(workspace: Workspace, plan_id: int, options: PaperOptions, template: ReportTemplate | None) -> AnyPaper:
    if template is None or not options.period:
        raise InvalidInput("Chưa chọn kỳ báo cáo.")
    kept = tuple(part.key for part in template.sections if part.key not in options.left_out)
    choices = ReportChoices(
        paper=_chosen(workspace, options),
        sections=kept,
        statistics=STATISTICS not in options.left_out,
        indicators=INDICATORS not in options.left_out,
    )
    return report_paper(workspace, [plan_id], options.period, template, choices)


def _reminder(workspace: Workspace, plan_id: int, options: PaperOptions, template: ReportTemplate | None) -> AnyPaper:
    choices = ReminderChoices(_chosen(workspace, options), appended=TASK_LIST not in options.left_out)
    if not options.agency:
        return reminders.reminder(workspace, plan_id, options.as_of, choices)
    letters = reminders.reminders_by_office(workspace, plan_id, options.as_of, choices)
    found = next((letter for letter in letters if options.agency in letter.addressees), None)
    if found is None:
        raise InvalidInput(f"“{options.agency}” không có nhiệm vụ nào chậm tiến độ nên không cần đôn đốc.")
    return found


GATHERERS: Mapping[str, Gather] = {
    "report": _report,
    "appendix": _appendix("appendix"),
    "indicators": _appendix("indicators"),
    "tracking": _tracking,
    "reminder": _reminder,
    "chairman": _chairman,
    "agency": _agency,
}
"""What gathers each paper of `papers.PAPERS`."""
