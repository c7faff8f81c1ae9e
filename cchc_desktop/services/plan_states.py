"""In which state a plan stood on a day that is past: told by the change log, for the plan itself keeps no dates."""

from __future__ import annotations

from datetime import date, timedelta

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.domain.plan import PlanState, PlanSummary
from cchc_desktop.services.workspace import Workspace

_WHOLE_LOG = 1_000_000


def state_on(workspace: Workspace, plan: PlanSummary, day: date) -> PlanState:
    """Return a plan's state at the end of a day; the present one where the log tells of no later change."""
    if day >= workspace.clock.today():
        return plan.state
    later = HistoryFilter(row=(EntityKind.PLAN, plan.id), first_day=day + timedelta(days=1))
    state = plan.state
    for operation in workspace.history.operations(later, _WHOLE_LOG):  # the newest first
        for change in workspace.history.changes(operation.id):
            is_it = (change.kind, change.entity_id) == (EntityKind.PLAN, plan.id)
            if is_it and change.before is not None and "state" in change.before:
                state = PlanState(change.before["state"])
    return state
