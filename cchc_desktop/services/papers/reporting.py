"""The periodic report as a paper: its words and figures with who issues it, written through the one port."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.papers.report import Report
from cchc_desktop.domain.papers.report_paper import ReportPaper
from cchc_desktop.domain.papers.report_template import ReportTemplate
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.papers.issuing import PaperChoices, issuer_of
from cchc_desktop.services.papers.report import report as gather
from cchc_desktop.services.papers.report_texts import report_draft
from cchc_desktop.services.papers.tracking import tracking
from cchc_desktop.services.workspace import Workspace

_REPORT_SYMBOL = "BC"
_ARCHIVE = "lưu"


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What a person chooses for one report.

    `left_out` are keys of parts; with `sections` none but those are kept. `addressees` None: the office's superior
    body, where it named one; `recipients` None: those of the plan. `tracking` appends the table of single tasks,
    `charts` puts charts of the figures into the appendix of statistics.
    """

    paper: PaperChoices | None = None
    number: str = ""
    day: date | None = None
    addressees: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    sections: tuple[str, ...] | None = None
    left_out: frozenset[str] = frozenset()
    statistics: bool = True
    indicators: bool = True
    tracking: bool = False
    charts: bool = False


def report_paper(
    workspace: Workspace,
    plan_ids: Sequence[int],
    period_key: str,
    usual: ReportTemplate,
    choices: ReportChoices | None = None,
) -> ReportPaper:
    """Return the report of some plans for a period, ready to be set; NotFound, InvalidInput."""
    return paper_of(workspace, gather(workspace, plan_ids, period_key), usual, choices)


def paper_of(
    workspace: Workspace, report: Report, usual: ReportTemplate, choices: ReportChoices | None = None
) -> ReportPaper:
    """Return a report that was gathered, ready to be set.

    InvalidInput for plans without a task or an indicator, and for a letterhead that the layout lacks.
    """
    if not report.figures.rows and not report.indicators:
        raise InvalidInput("Kế hoạch chưa có nhiệm vụ, chỉ tiêu nào nên chưa lập được báo cáo.")
    chosen = choices or ReportChoices()
    plan = report.plans[0]
    draft = report_draft(workspace, report, usual)
    kept = [one.key for one in draft.sections if chosen.sections is None or one.key in chosen.sections]
    told = {row.plan_id for row in report.figures.rows} if chosen.tracking else set()
    tables = [tracking(workspace, id_, report.as_of, choices=chosen.paper) for id_ in report.plan_ids if id_ in told]
    recipients, archive = _recipients(plan, chosen.recipients)
    issuer = issuer_of(workspace, plan, chosen.paper)
    own = chosen.paper is not None and bool(chosen.paper.letterhead) and bool(issuer.symbol)
    office = office_profile(workspace)
    symbol = issuer.symbol if own else _report_symbol(office.symbols)
    superior = (office.superior,) if office.superior else ()
    return ReportPaper(
        issuer=replace(issuer, symbol=symbol),
        report=report,
        draft=draft.only([key for key in kept if key not in chosen.left_out]),
        number=chosen.number,
        day=chosen.day,
        addressees=superior if chosen.addressees is None else chosen.addressees,
        recipients=recipients,
        archive=archive,
        appended=chosen.statistics,
        indicators_appended=chosen.indicators,
        tracking=tuple(tables),
        charted=chosen.charts,
    )


def _report_symbol(symbols: Iterable[str]) -> str:
    return next((symbol for symbol in symbols if symbol.strip().upper().startswith(_REPORT_SYMBOL)), "")


def _recipients(plan: Plan, chosen: tuple[str, ...] | None) -> tuple[tuple[str, ...], str]:
    """Return who receives the report, and the line of the archive apart."""
    names = plan.recipients if chosen is None else chosen
    bare = [name.strip().lstrip("-").strip() for name in names]
    archive = next((name for name in bare if name.lower().startswith(_ARCHIVE)), "")
    return tuple(name for name in bare if name and name != archive), archive
