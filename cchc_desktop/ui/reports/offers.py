"""What can be chosen for the papers of a plan: its reporting periods, its lead agencies, who signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from cchc_desktop.domain.papers.report_template import ReportTemplate
from cchc_desktop.domain.plan import PlanState, PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.services.agencies import agency_names
from cchc_desktop.services.layout_profiles import layout_profile
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.periods import PeriodLine, period_lines
from cchc_desktop.services.views import saved_views
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.reports.papers import Offers, signer_words


def offers_of(
    workspace: Workspace, tree: PlanTree, today: date, template: Callable[[], ReportTemplate | None]
) -> Offers:
    """Return what can be chosen for a plan's papers."""
    span = tree.plan.period
    years = range(span.start.year, span.end.year + 1)
    lines = [line for year in years for line in period_lines(workspace, year)]
    periods = tuple(line for line in lines if line.period.window.end >= span.start)
    signers = tuple(map(signer_words, office_profile(workspace).signers))
    letterheads = tuple(one.name for one in layout_profile(workspace).letterheads)
    return Offers(
        periods=periods,
        period=_at_hand(periods, today),
        agencies=_leads(workspace, tree),
        signers=signers,
        letterheads=letterheads,
        template=template(),
        plans=tuple(_other_plans(workspace, tree, today)),
        views=tuple(saved_views(workspace, "workbench")),
    )


def _other_plans(workspace: Workspace, tree: PlanTree, today: date) -> Iterator[PlanSummary]:
    """Yield the plans besides the open one that a report can be about: those that run, and those that have ended."""
    for plan in workspace.queries.plans():
        is_told = plan.state in _TOLD or (plan.state is PlanState.DRAFT and plan.period.start <= today)
        if is_told and not plan.superior and plan.id != tree.plan.id:
            yield plan


_TOLD = frozenset({PlanState.ISSUED, PlanState.CLOSED})


def _at_hand(periods: tuple[PeriodLine, ...], today: date) -> str:
    """Return the period that is sent next, else the last one."""
    waiting = [line.period for line in periods if line.period.sent >= today]
    known = waiting[:1] or [line.period for line in periods[-1:]]
    return known[0].key if known else ""


def _leads(workspace: Workspace, tree: PlanTree) -> tuple[str, ...]:
    ids = {link.agency_id for item in tree.items.values() for link in item.lead if link.agency_id is not None}
    names = agency_names(workspace)
    return tuple(sorted({names[id_] for id_ in ids if id_ in names}, key=collation_key))
