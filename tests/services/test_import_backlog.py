"""How many milestones of a draft would be overdue at once, against the statuses of the plan that comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.followup.status import Status, StatusRules
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.services import exchange, followup, followup_rules, history
from cchc_desktop.services.exchange import Following, ImportChoices
from cchc_desktop.services.import_backlog import backlog
from tests.services.fakes import FakeQueries, FakeStore, fake_workspace
from tests.services.followup_scene import HALF, DayClock, half_year


def workspace_on(day: date, store: FakeStore | None = None):
    return fake_workspace(store or FakeStore(), clock=DayClock(day))


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (date(2025, 7, 31), 0),
        (date(2025, 8, 1), 1),
        (date(2025, 10, 10), 2),
        (date(2025, 10, 11), 3),
        (date(2026, 3, 1), 7),
    ],
)
def test_the_count_is_that_of_the_plan_that_is_followed_whole(day, late):
    workspace = workspace_on(day)
    assert backlog(workspace, half_year()).overdue(HALF) == late
    plan_id = exchange.import_plan(workspace, half_year(), ImportChoices(following=Following.ALL)).plan_id
    lines = followup.due_lines(followup.picture(workspace, day), plan_id=plan_id)
    assert sum(line.row.status.status is Status.OVERDUE for line in lines) == late


def test_period_tracking_day_and_the_offices_numbers_count():
    workspace = workspace_on(date(2025, 10, 11))
    told = backlog(workspace, half_year())
    assert told.overdue(HALF, date(2025, 9, 9)) == 2
    assert told.overdue(Period(date(2025, 10, 1), date(2025, 12, 31))) == 0
    followup_rules.save_status_rules(workspace, StatusRules(summary_days=20))
    assert backlog(workspace, half_year()).overdue(HALF) == 2


# --- what is decided about it


@pytest.mark.parametrize(
    ("choices", "day", "tracked_from", "state"),
    [
        (ImportChoices(), date(2025, 11, 21), date(2025, 11, 21), PlanState.ISSUED),
        (ImportChoices(), date(2026, 3, 1), None, PlanState.ISSUED),
        (ImportChoices(following=Following.ALL), date(2025, 11, 21), HALF.start, PlanState.ISSUED),
        (
            ImportChoices(following=Following.FROM_DAY, tracked_from=date(2025, 11, 1)),
            date(2025, 11, 21), date(2025, 11, 1), PlanState.ISSUED,
        ),
        (ImportChoices(following=Following.ENDED), date(2026, 3, 1), date(2026, 3, 1), PlanState.CLOSED),
    ],
)  # fmt: skip
def test_a_plan_is_followed_as_decided(choices, day, tracked_from, state):
    store = FakeStore()
    workspace = workspace_on(day, store)
    plan_id = exchange.import_plan(workspace, half_year(), choices).plan_id
    plan = FakeQueries(store).tree(plan_id).plan
    assert (plan.tracked_from, plan.state) == (tracked_from, state)
    history.undo(workspace)  # one step with the import
    assert workspace.queries.plans() == []


def test_a_plan_that_is_kept_for_looking_up_is_red_nowhere():
    workspace = workspace_on(date(2026, 3, 1))
    plan_id = exchange.import_plan(workspace, half_year(), ImportChoices(following=Following.ENDED)).plan_id
    assert plan_id is not None
    status = followup.plan_status(workspace, plan_id, date(2026, 3, 1))
    assert not {Status.OVERDUE, Status.DUE_SOON} & {one.status for one in status.statuses.values()}
    assert followup.due(workspace, date(2026, 3, 1)) == ()


def test_a_plan_that_has_tasks_is_followed_as_before():
    store = FakeStore()
    workspace = workspace_on(date(2025, 11, 21), store)
    plan_id = exchange.import_plan(workspace, half_year(), ImportChoices()).plan_id
    more = replace(ImportChoices(following=Following.ENDED), into_plan_id=plan_id)
    exchange.import_plan(workspace, half_year(), more)
    plan = FakeQueries(store).tree(plan_id).plan
    assert (plan.tracked_from, plan.state) == (date(2025, 11, 21), PlanState.ISSUED)
