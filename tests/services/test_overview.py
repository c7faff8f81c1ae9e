"""Figures of Tổng quan: the same as in the due list, the table's statuses and the command line's answer."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.reporting import PeriodStep
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import followup, periods, plans, recording, updating
from cchc_desktop.services.json_views import due_view, status_view
from cchc_desktop.services.overview import PRESSING, AgencyUpdates, next_report, overview
from tests.services.followup_scene import (
    FINANCE,
    HALF,
    JULY,
    OFFICE,
    POLICE,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
    FollowUpScene,
)

TODAY = date(2025, 9, 10)
DAYS = [date(2025, 7, 5), date(2025, 9, 9), TODAY, date(2025, 10, 15), date(2025, 12, 31), date(2026, 2, 1)]


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(TODAY)


def seen(scene, on=None):
    picture = followup.picture(scene.workspace, on or scene.clock.day)
    found = overview(picture, scene.plan_id)
    assert found is not None
    return found


def rolled(shares) -> Counter[Status]:
    return sum((Counter(share.roll_up.counts) for share in shares), Counter())


def given(scene, content, name, on=None):
    agency_id = scene.agency(name) if name else None
    updating.give_updates(
        scene.workspace, [(scene.id(content), "2025-Q3", agency_id, {"words": "Đã làm", "given_on": on})]
    )


# --- one truth ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_figures_are_those_of_list_table_and_command_line(scene, day):
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", {"done_on": date(2025, 9, 9)})])
    scene.clock.day = date(2026, 2, 1)  # what is recorded is known on every day that is asked about
    found = seen(scene, day)
    status = followup.plan_status(scene.workspace, scene.plan_id, day)
    lines = followup.due(scene.workspace, day)
    told = json.loads(json.dumps(status_view(followup.followed_plan(scene.workspace, scene.plan_id, day), {})))
    # the due list, and `due`
    assert {group: len(rows) for group, rows in found.due.items()} == Counter(line.row.group for line in lines)
    late = [row for row in due_view(lines) if row["late_days"]]
    assert [line.item.id for line in found.group(DueGroup.OVERDUE)] == [row["item_id"] for row in late]
    # the table's statuses, and `status`
    of_items = Counter(row["status"] for row in told["items"])
    assert {str(one): found.count(one) for one in Status if found.count(one)} == of_items
    assert Counter(str(one.status.status) for one in found.pressing) == {
        name: count for name, count in of_items.items() if Status(name) in PRESSING
    }
    for shares, key, rows in (
        (found.areas, "section_id", told["by_section"]),
        (found.agencies, "agency_id", told["by_agency"]),
    ):
        assert {one.id: (one.roll_up.total, one.roll_up.done) for one in shares} == {
            row[key]: (row["total"], row["done"]) for row in rows
        }
        assert rolled(shares) == Counter(status.total.counts)
    assert str(found.total.percentage) == told["total"]["percentage"]


@pytest.mark.parametrize("day", DAYS)
def test_the_timeline_holds_each_dated_milestone_once(scene, day):
    found = seen(scene, day)
    milestones = [one for item in found_statuses(scene, day) for one in item.milestones]
    dated = [one for one in milestones if one.milestone.due]
    assert sum(len(one.milestones) for one in found.timeline) == len(dated)
    assert sum(one.overdue for one in found.timeline) == len(found.group(DueGroup.OVERDUE))
    assert [one.day for one in found.timeline] == sorted({one.milestone.due for one in dated})


def found_statuses(scene, day):
    return followup.plan_status(scene.workspace, scene.plan_id, day).statuses.values()


# --- what to do now -------------------------------------------------------------------------------------------------


def test_what_presses_most_comes_first(scene):
    found = [(one.item.content, str(one.status.status), one.leads) for one in seen(scene).pressing]
    assert found == [
        (JULY, "overdue", (OFFICE,)), (STRICT, "overdue", (FINANCE,)), (STANDING, "update_due", (POLICE,)),
        (UNDATED, "undated", (POLICE,)),
    ]  # fmt: skip


def test_a_day_of_the_timeline_has_the_colour_of_what_presses_most(scene):
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})])
    days = {one.day: (one.pressing, one.open, one.overdue) for one in seen(scene).timeline}
    assert days[date(2025, 7, 31)] == (Status.DONE, 0, 0)
    assert days[date(2025, 9, 9)] == (Status.OVERDUE, 1, 1)
    assert days[date(2025, 12, 31)] == (Status.NOT_DUE, 3, 0)


# --- who owes figures -----------------------------------------------------------------------------------------------


def owing(scene):
    return {one.name: (one.given, len(one.owed)) for one in seen(scene).updates}


def test_who_owes_updates_for_the_period(scene):
    assert owing(scene) == {POLICE: (0, 4), FINANCE: (0, 2), OFFICE: (0, 2)}
    given(scene, QUARTERLY, FINANCE, date(2025, 9, 8))
    given(scene, STRICT, FINANCE, date(2025, 9, 6))
    assert owing(scene) == {POLICE: (0, 4), OFFICE: (0, 2), FINANCE: (2, 2)}
    finance = seen(scene).updates[-1]
    assert (finance.is_complete, finance.last_given_on, finance.missing) == (True, date(2025, 9, 8), ())
    assert scene.id(STANDING) in seen(scene).updates[0].missing


def test_the_officers_update_answers_for_every_agency(scene):
    given(scene, QUARTERLY, None)
    assert owing(scene)[FINANCE] == (1, 2)
    assert owing(scene)[OFFICE] == (1, 2)


def test_an_update_without_a_day_has_none():
    assert AgencyUpdates(1, "Phòng Kinh tế", ()).last_given_on is None


# --- the next report ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 7, 1), ("2025-Q3", PeriodStep.HAND_IN, 68)),
        (date(2025, 9, 8), ("2025-Q3", PeriodStep.SUBMITTED, 0)),
        (date(2025, 9, 14), ("2025-Q3", PeriodStep.FIGURES, 0)),
        (date(2025, 12, 2), ("2025", PeriodStep.HAND_IN, 5)),
        (date(2025, 12, 15), None),
    ],
)
def test_the_next_report(day, expected):
    found = next_report(HALF, FollowUpRules(), day)
    assert (found and (found.period.key, found.countdown.step, found.countdown.days)) == expected


def test_a_report_out_of_turn_can_be_the_next(scene):
    window = Period(date(2025, 9, 1), date(2025, 9, 20))
    key, _ = periods.add_special(scene.workspace, window, *[date(2025, 9, 12)] * 3)
    scene.clock.day = date(2025, 9, 11)
    assert seen(scene).next_report.period.key == key


# --- which plans ----------------------------------------------------------------------------------------------------


def test_a_superiors_plan_has_no_overview(scene):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, superior=True))
    picture = followup.picture(scene.workspace, TODAY, shown=scene.plan_id)
    assert overview(picture, scene.plan_id) is None


def test_the_plan_on_the_screen_has_one_also_where_it_presses_nobody(scene):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, superior=False))
    picture = followup.picture(scene.workspace, date(2025, 6, 1), shown=scene.plan_id)
    found = overview(picture, scene.plan_id)
    assert found is not None
    assert found.has_items
    assert found.as_of == date(2025, 6, 1)
