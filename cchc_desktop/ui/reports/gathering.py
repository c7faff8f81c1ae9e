"""Gathers the data of the papers that the screen offers; imported on the database's thread, for it needs much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.papers.followup import AppendixPaper, ReminderLetter
from cchc_desktop.domain.papers.report_paper import AnyPaper
from cchc_desktop.domain.papers.report_template import ReportTemplate
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.domain.views import SavedView
from cchc_desktop.services.layout_profiles import layout_profile
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.papers import reminder as reminders
from cchc_desktop.services.papers.chairman import chairman_sheet
from cchc_desktop.services.papers.issuing import PaperChoices
from cchc_desktop.services.papers.reminder import ReminderChoices
from cchc_desktop.services.papers.reporting import ReportChoices, report_paper
from cchc_desktop.services.papers.tracking import Extract, agency_sheet, tracking
from cchc_desktop.services.papers.writing import gather
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.reports.papers import (
    CHARTS,
    INDICATORS,
    STATISTICS,
    TASK_LIST,
    TRACKING,
    Asks,
    PaperKind,
    PaperOptions,
    PaperSet,
    paper_words,
    signer_words,
)
from cchc_desktop.ui.reports.view_rows import grouping_of, rows_of_view


@dataclass(frozen=True, slots=True)
class Source:
    """What papers are made from: the plans (the open one first), the template of reports, a saved view."""

    plan_ids: tuple[int, ...]
    template: ReportTemplate | None = None
    view: SavedView | None = None
    abbreviations: Callable[[], Abbreviations] | None = None

    @property
    def plan_id(self) -> int:
        """Return the open plan."""
        return self.plan_ids[0]


Gather = Callable[[Workspace, Source, PaperOptions], AnyPaper | PaperSet]


def gathered(workspace: Workspace, kind: PaperKind, source: Source, options: PaperOptions) -> AnyPaper | PaperSet:
    """Return a paper's data as they are now, on sheets of the chosen size; InvalidInput, NotFound."""
    paper = GATHERERS[kind.name](workspace, source, options)
    if isinstance(paper, PaperSet) or not options.size or Asks.SIZE not in kind.asks:
        return paper
    return _sized(paper, options.size)


def _sized(paper: AnyPaper, size: str) -> AnyPaper:
    if isinstance(paper, AppendixPaper):
        return replace(paper, layout=replace(paper.layout, paper=size))
    return replace(paper, issuer=replace(paper.issuer, layout=replace(paper.issuer.layout, paper=size)))


def _chosen(workspace: Workspace, options: PaperOptions) -> PaperChoices:
    signers = office_profile(workspace).signers
    signer = next((one for one in signers if signer_words(one) == options.signer), None)
    known = {one.name for one in layout_profile(workspace).letterheads}
    letterhead = options.letterhead if options.letterhead in known else ""
    return PaperChoices(letterhead, signer, options.orientation)


def _unturned(workspace: Workspace, options: PaperOptions) -> PaperChoices:
    """Return the choices of a paper that asks for no sheet: one that was chosen for another paper is not its own."""
    return replace(_chosen(workspace, options), orientation="")


def _appendix(name: str) -> Gather:
    return lambda workspace, source, options: gather(
        workspace, source.plan_id, name, options.as_of, choices=PaperChoices(orientation=options.orientation)
    )


def _chairman(workspace: Workspace, source: Source, options: PaperOptions) -> AnyPaper:
    return chairman_sheet(workspace, source.plan_id, options.as_of, _unturned(workspace, options))


def _agency(workspace: Workspace, source: Source, options: PaperOptions) -> AnyPaper:
    choices = _chosen(workspace, options)
    return agency_sheet(workspace, source.plan_id, options.as_of, options.agency or None, choices)


def _tracking(workspace: Workspace, source: Source, options: PaperOptions) -> AnyPaper:
    choices, view, as_of = _chosen(workspace, options), source.view, options.as_of
    if view is None:
        agency = options.agency or None
        return tracking(workspace, source.plan_id, as_of, options.grouping, agency, choices)
    extract = Extract(
        view.uid,
        view.name,
        lambda plan, agencies: rows_of_view(view, plan, as_of, agencies, source.abbreviations),
    )
    return tracking(workspace, source.plan_id, as_of, grouping_of(view), None, choices, extract)


def _report(workspace: Workspace, source: Source, options: PaperOptions) -> AnyPaper:
    template = source.template
    if template is None or not options.period:
        raise InvalidInput("Chưa chọn kỳ báo cáo.")
    choices = ReportChoices(
        paper=_unturned(workspace, options),
        number=options.number,
        day=options.day,
        left_out=options.left_out,
        statistics=STATISTICS not in options.left_out,
        indicators=INDICATORS not in options.left_out,
        tracking=TRACKING in options.added,
        charts=CHARTS in options.added,
    )
    return report_paper(workspace, source.plan_ids, options.period, template, choices)


def _reminder(workspace: Workspace, source: Source, options: PaperOptions) -> AnyPaper | PaperSet:
    choices = ReminderChoices(_unturned(workspace, options), appended=TASK_LIST not in options.left_out)
    whole = reminders.reminder(workspace, source.plan_id, options.as_of, choices)
    if not options.agency and not options.each:
        return replace(whole, number=options.number, day=options.day)
    letters = reminders.letters_of(whole, choices)
    if not options.agency:
        dated = tuple(replace(letter, day=options.day) for letter in letters)
        return PaperSet(dated, tuple(_of_nobody(whole)))
    return replace(_letter_to(options.agency, letters), number=options.number, day=options.day)


def _of_nobody(whole: ReminderLetter) -> Iterator[str]:
    """Yield what is to be known of late tasks that no office leads: no letter names them."""
    count = sum(len(office.tasks) for office in whole.offices if not office.name)
    if count:
        words = paper_words("Còn {} nhiệm vụ chậm tiến độ chưa có cơ quan chủ trì nên không có trong công văn nào.")
        yield words.format(count)


def _letter_to(agency: str, letters: tuple[ReminderLetter, ...]) -> ReminderLetter:
    found = next((letter for letter in letters if agency in letter.addressees), None)
    if found is None:
        raise InvalidInput(f"“{agency}” không có nhiệm vụ nào chậm tiến độ nên không cần đôn đốc.")
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
