"""Reporting periods of the office: dates by hand, reports out of turn, figures that are closed with a snapshot."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.reporting import PeriodStep
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.services import followup, history, periods, plans, recording
from cchc_desktop.services.measuring import measure
from cchc_desktop.services.period_figures import figure_lines
from tests.services.followup_scene import HALF, JULY, STRICT, FollowUpScene

TODAY = date(2025, 9, 20)
SENT = {PeriodStep.SENT: date(2025, 9, 12)}


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(TODAY)


def test_dates_are_set_by_hand_for_one_period(scene):
    periods.set_dates(scene.workspace, "2025-Q3", {**SENT, PeriodStep.HAND_IN: date(2025, 9, 5)})
    changed = periods.reporting_period(scene.workspace, "2025-Q3")
    assert (changed.hand_in, changed.submitted, changed.sent) == (
        date(2025, 9, 5), date(2025, 9, 8), date(2025, 9, 12),
    )  # fmt: skip
    assert periods.reporting_period(scene.workspace, "2026-Q3").sent == date(2026, 9, 8)
    periods.set_dates(scene.workspace, "2025-Q3", {PeriodStep.SENT: date(2025, 9, 15)})
    assert len(scene.store.all(EntityKind.REPORTING_PERIOD)) == 1
    assert periods.reporting_period(scene.workspace, "2025-Q3").hand_in == date(2025, 9, 5)


def test_dates_follow_the_rule_again(scene):
    periods.set_dates(scene.workspace, "2025-Q3", SENT)
    periods.reset_dates(scene.workspace, "2025-Q3")
    assert periods.reporting_period(scene.workspace, "2025-Q3").sent == date(2025, 9, 8)
    assert not periods.reset_dates(scene.workspace, "2025-Q3")


@pytest.mark.parametrize(
    ("key", "dates"),
    [
        ("2025-Q2", SENT),
        ("2025-Q3", {PeriodStep.SENT: date(2025, 9, 7)}),
        ("2025-Q3", {PeriodStep.SUBMITTED: date(2025, 6, 1)}),
    ],
    ids=["no such period", "sent before it is signed", "signed before it begins"],
)
def test_dates_that_cannot_be_are_refused(scene, key, dates):
    with pytest.raises(InvalidInput):
        periods.set_dates(scene.workspace, key, dates)
    assert scene.store.all(EntityKind.REPORTING_PERIOD) == []


def special(scene):
    window = Period(date(2025, 7, 1), date(2025, 8, 20))
    return periods.add_special(
        scene.workspace, window, date(2025, 8, 21), date(2025, 8, 22), date(2025, 8, 23), " Đột xuất tháng 8 "
    )


def test_a_report_out_of_turn_stands_among_the_others(scene):
    key, _ = special(scene)
    assert [period.key for period in periods.periods_within(scene.workspace, HALF)] == [key, "2025-Q3", "2025"]
    assert periods.reporting_period(scene.workspace, key).title == "Đột xuất tháng 8"
    measure(scene.workspace, [(scene.tree.indicators[0].id, key, "97")])
    with pytest.raises(InvalidInput, match="20/08/2025"):
        special(scene)


def test_locking_keeps_what_the_figures_were(scene):
    measure(scene.workspace, [(scene.tree.indicators[0].id, "2025-Q3", "98,5")])
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", {"done_on": date(2025, 9, 8)})])
    periods.lock(scene.workspace, "2025-Q3")
    figures = periods.locked_figures(scene.workspace, "2025-Q3")
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 8, 1)})])
    assert periods.locked_figures(scene.workspace, "2025-Q3") == json.loads(json.dumps(figures)) == figures
    (plan,) = figures["plans"]
    assert (figures["period"], figures["as_of"], plan["plan_id"]) == ("2025-Q3", "2025-09-14", scene.plan_id)
    assert plan["items"][str(scene.id(JULY))] == "overdue"
    assert plan["total"] == {"not_due": 3, "overdue": 1, "undated": 1, "update_due": 1, "waiting": 1}
    kept = plan["indicators"][str(scene.tree.indicators[0].id)]
    assert (kept["verdict"], kept["values"]) == ("met", {"2025-Q3": "98.5"})
    assert (kept["words"]["text"], kept["words"]["place"]) == (scene.tree.indicators[0].text, 0)
    for breakdown in ("by_section", "by_agency"):
        assert sum(sum(row.values()) for row in plan[breakdown].values()) == sum(plan["total"].values())


def test_a_locked_period_is_not_changed_until_undo_opens_it(scene):
    periods.set_dates(scene.workspace, "2025-Q3", SENT)
    periods.lock(scene.workspace, "2025-Q3")
    for change in (
        lambda: periods.set_dates(scene.workspace, "2025-Q3", SENT),
        lambda: periods.reset_dates(scene.workspace, "2025-Q3"),
        lambda: periods.lock(scene.workspace, "2025-Q3"),
    ):
        with pytest.raises(InvalidInput, match="đã chốt"):
            change()
    history.undo(scene.workspace)
    assert periods.locked_figures(scene.workspace, "2025-Q3") is None
    assert periods.reporting_period(scene.workspace, "2025-Q3").sent == date(2025, 9, 12)


def test_a_period_is_locked_early_with_the_figures_of_today(scene):
    periods.lock(scene.workspace, "2025")
    assert periods.locked_figures(scene.workspace, "2025")["as_of"] == "2025-09-20"


def test_a_plan_that_has_ended_is_still_in_the_figures_of_its_period(scene):
    scene.clock.day = date(2026, 1, 6)
    plans.change_state(scene.workspace, scene.plan_id, PlanState.CLOSED)
    periods.lock(scene.workspace, "2025")
    assert [plan["plan_id"] for plan in periods.locked_figures(scene.workspace, "2025")["plans"]] == [scene.plan_id]


def test_a_period_whose_data_have_not_begun_is_not_locked(scene):
    with pytest.raises(InvalidInput, match="15/12/2025"):
        periods.lock(scene.workspace, "2026-Q1")


def test_dates_set_by_hand_decide_when_an_update_is_due(scene):
    scene.clock.day = date(2025, 9, 1)
    periods.set_dates(scene.workspace, "2025-Q3", {PeriodStep.HAND_IN: date(2025, 9, 4)})
    plan = followup.followed_plan(scene.workspace, scene.plan_id, scene.clock.day)
    assert plan.status.period.hand_in == date(2025, 9, 4)
    periods.reset_dates(scene.workspace, "2025-Q3")
    plan = followup.followed_plan(scene.workspace, scene.plan_id, scene.clock.day)
    assert plan.status.period.hand_in == date(2025, 9, 7)


# --- the list and the figures beside each other ---------------------------------------------------------------------


def test_the_years_of_reports(scene):
    assert periods.report_years(scene.workspace) == (2025,)
    scene.clock.day = date(2026, 1, 5)
    assert periods.report_years(scene.workspace) == (2025, 2026)


def test_the_list_of_a_year(scene):
    periods.set_dates(scene.workspace, "2025-Q3", SENT)
    key, _ = special(scene)
    periods.lock(scene.workspace, key)
    lines = {line.period.key: line for line in periods.period_lines(scene.workspace, 2025)}
    assert list(lines) == ["2025-Q1", "2025-H1", key, "2025-Q3", "2025"]
    assert (lines["2025-Q3"].is_own, lines["2025-Q3"].is_special, lines["2025-Q3"].is_locked) == (True, False, False)
    assert (lines[key].is_own, lines[key].is_special, lines[key].is_locked) == (False, True, True)
    assert not lines["2025"].is_own


def test_periods_on_request_are_listed_where_they_are_wanted(scene):
    keys = [line.period.key for line in periods.period_lines(scene.workspace, 2025, on_request=True)]
    assert {"2025-9M", "2025-06", "2025-12", "2025-Q1"} <= set(keys)
    assert len(keys) == len(set(keys)) == 17


def test_a_period_on_request_with_dates_of_its_own_stays_in_the_list(scene):
    periods.set_dates(scene.workspace, "2025-9M", {PeriodStep.SENT: date(2025, 9, 20)})
    assert "2025-9M" in [line.period.key for line in periods.period_lines(scene.workspace, 2025)]


def test_what_would_be_kept_is_what_is_kept(scene):
    preview = periods.figures_to_lock(scene.workspace, "2025-Q3")
    periods.lock(scene.workspace, "2025-Q3")
    assert periods.locked_figures(scene.workspace, "2025-Q3") == preview


def test_figures_now_differ_by_what_was_recorded_after_the_locking(scene):
    assert periods.figures_now(scene.workspace, "2025-Q3") is None
    periods.lock(scene.workspace, "2025-Q3")
    kept = periods.locked_figures(scene.workspace, "2025-Q3")
    assert [line for line in figure_lines(kept, periods.figures_now(scene.workspace, "2025-Q3")) if line.differs] == []
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})])
    lines = figure_lines(kept, periods.figures_now(scene.workspace, "2025-Q3"))
    assert {line.words: (line.kept, line.present) for line in lines if line.differs} == {
        "Hoàn thành": (0, 1), "– Quá hạn": (2, 1), "– Đã hoàn thành": (0, 1),
        "Nhiệm vụ có tình trạng khác lúc chốt": (0, 1),
    }  # fmt: skip
    assert next(line for line in lines if line.words == "Tổng số nhiệm vụ").kept == 7


def test_a_plan_that_came_later_has_no_kept_figures(scene):
    periods.lock(scene.workspace, "2025-Q3")
    kept = periods.locked_figures(scene.workspace, "2025-Q3")
    lines = figure_lines({**kept, "plans": []}, kept)
    assert {line.kept for line in lines} == {None}
    assert all(line.differs for line in lines)
