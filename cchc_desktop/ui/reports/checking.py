"""What is worth a look before a paper of some plans goes out; imported on the database's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.doubts import Slip
from cchc_desktop.services.papers.lint import Finding, FindingCode, changed_words, lint
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PlanFinding(Finding):
    """A finding with the plan that it is about."""

    plan_id: int = 0


def findings_of(
    workspace: Workspace, plan_ids: Sequence[int], period: str | None, slips: Sequence[Slip]
) -> tuple[PlanFinding, ...]:
    """Return the findings of each plan; where there are several plans, a finding names its own.

    The words of a report over several plans are their own, not those of the report over one of them.
    """
    if len(plan_ids) == 1 or period is None:
        (plan_id,) = plan_ids[:1]
        return tuple(_of_plan(one, plan_id) for one in lint(workspace, plan_id, period, slips))
    titles = {plan.id: plan.title for plan in workspace.queries.plans()}
    edited = changed_words(workspace, report(workspace, plan_ids, period))
    alone = (
        _of_plan(one, plan_id, f"{titles[plan_id]}: ")
        for plan_id in plan_ids
        for one in lint(workspace, plan_id, period, slips)
        if one.code is not FindingCode.FIGURE_CHANGED
    )
    return (*(_of_plan(one, plan_ids[0]) for one in edited), *alone)


def _of_plan(one: Finding, plan_id: int, before: str = "") -> PlanFinding:
    return PlanFinding(one.code, one.item_id, before + one.message, one.rows, plan_id)
