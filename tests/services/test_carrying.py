"""What is left of a plan moves to the next one, each task linked to the one that it continues."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, PlanState
from cchc_desktop.services import followup, history, item_editing, plans, recording
from cchc_desktop.services.carrying import carry_over, chain, standing
from cchc_desktop.services.followup import followed_plan
from tests.services.fakes import FakeQueries
from tests.services.followup_scene import (
    JULY,
    PART,
    PARTS,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
    WAITING,
    FollowUpScene,
)

NEXT = Period(date(2026, 7, 1), date(2026, 12, 31))


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(date(2025, 12, 31))


def carried(scene):
    done = carry_over(scene.workspace, scene.plan_id, "Kế hoạch 6 tháng cuối năm 2026", NEXT, confirmed=True)
    tree = FakeQueries(scene.store).tree(done.plan_id)
    assert done.tasks == sum(item.parent_id is None for item in tree.items.values())
    return {item.content: item for item in tree.items.values()}


def test_what_is_done_or_dropped_stays_behind(scene):
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 9, 1)})])
    recording.drop(scene.workspace, scene.id(WAITING), "Cấp trên không yêu cầu nữa")
    recording.record(scene.workspace, [(scene.id(QUARTERLY), "2025-Q3", {"done_on": date(2025, 9, 1)})])
    assert set(carried(scene)) == {QUARTERLY, STRICT, STANDING, UNDATED, PARTS, PART}


def test_the_chain_is_kept_and_dates_move(scene):
    rows = carried(scene)
    assert {row.continues_id for row in rows.values()} == set(scene.tree.items)
    assert rows[JULY].time_words == "Trong tháng 7/2026"


def test_a_task_whose_part_is_open_comes_along(scene):
    recording.record(scene.workspace, [(scene.id(PARTS), None, {"done_on": date(2025, 12, 1)})])
    assert {PARTS, PART} <= set(carried(scene))
    recording.record(scene.workspace, [(scene.id(PART), None, {"done_on": date(2025, 12, 1)})])
    assert PARTS not in carried(scene)


def test_nothing_left_is_refused(scene):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.delete_all([item.id for item in scene.tree.items.values() if item.parent_id is None])
        unit.commit()
    with pytest.raises(InvalidInput, match="chuyển tiếp"):
        carried(scene)


def test_a_superiors_plan_is_refused(scene):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, superior=True))
    with pytest.raises(InvalidInput, match="cấp trên"):
        carried(scene)


# --- the chain over years, and how rows stand


def test_the_chain_is_kept_over_three_years(scene):
    first = scene.id(JULY)
    plan_id, ids = scene.plan_id, [first]
    for year in (2026, 2027):
        period = Period(date(year, 7, 1), date(year, 12, 31))
        plan_id = carry_over(scene.workspace, plan_id, f"Kế hoạch {year}", period).plan_id
        rows = FakeQueries(scene.store).tree(plan_id).items.values()
        ids.append(next(row.id for row in rows if row.continues_id == ids[-1]))
        scene.clock.day = period.end
    assert [item.id for item in chain(scene.workspace, ids[-1])] == ids
    assert [item.time_words for item in chain(scene.workspace, ids[-1])] == [
        "Trong tháng 7/2025",
        "Trong tháng 7/2026",
        "Trong tháng 7/2027",
    ]
    assert [item.id for item in chain(scene.workspace, first)] == [first]
    history.undo(scene.workspace)
    assert chain(scene.workspace, ids[-1]) == ()


def test_rows_say_how_they_stand(scene):
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 9)})])
    found = standing(followed_plan(scene.workspace, scene.plan_id, scene.clock.day))
    assert found[scene.id(JULY)].status is Status.DONE
    assert found.keys() == scene.tree.items.keys()


def test_what_an_amendment_changed_last_year_is_the_next_plans_own(scene):
    plans.change_state(scene.workspace, scene.plan_id, PlanState.ISSUED)
    item_editing.edit_item(scene.workspace, scene.id(JULY), {"product": "Báo cáo"}, "Quyết định số 9/QĐ-UBND")
    assert {row.amended_by for row in carried(scene).values()} == {None}


@pytest.mark.parametrize(("year", "is_kept"), [(2026, True), (2031, False)])
def test_the_parent_plan_is_kept_while_it_runs(scene, year, is_kept):
    plan = Plan("Kế hoạch 2026-2030", PlanKind.MULTI_YEAR, Period(date(2026, 1, 1), date(2030, 12, 31)))
    parent_id, _ = plans.create_plan(scene.workspace, plan)
    plans.save_plan(scene.workspace, replace(scene.tree.plan, parent_plan_id=parent_id))
    done = carry_over(scene.workspace, scene.plan_id, "Sau", Period(date(year, 7, 1), date(year, 12, 31)))
    assert (FakeQueries(scene.store).tree(done.plan_id).plan.parent_plan_id == parent_id) is is_kept


def test_what_was_carried_over_presses_once_when_the_old_plan_is_over(scene):
    scene.clock.day = date(2025, 12, 20)
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 12, 1)})])
    period = Period(date(2026, 1, 1), date(2026, 6, 30))
    done = carry_over(scene.workspace, scene.plan_id, "Kế hoạch 6 tháng đầu năm 2026", period)
    last, first = date(2025, 12, 31), date(2026, 1, 5)
    assert {line.plan.id for line in followup.due(scene.workspace, last)} == {scene.plan_id}
    picture = followup.picture(scene.workspace, first)
    assert {line.plan.id for line in followup.due_lines(picture)} == {done.plan_id}
    groups = Counter(line.row.group for line in followup.due(scene.workspace, first))
    for group in (DueGroup.OVERDUE, DueGroup.WEEK):
        assert followup.pressing_everywhere(picture).get(group, 0) == groups[group]
    # the old plan by itself shows what was left of it, as its papers do
    late = [line for line in followup.due_lines(picture, plan_id=scene.plan_id) if line.row.late_days]
    assert {line.item.content for line in late} >= {STRICT}
    # a task that was not taken along presses where it stands
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        rows = FakeQueries(scene.store).tree(done.plan_id).items.values()
        unit.items.delete_all([row.id for row in rows if row.content == STRICT])
        unit.commit()
    stayed = [line for line in followup.due(scene.workspace, first) if line.plan.id == scene.plan_id]
    assert {line.item.content for line in stayed} == {STRICT}
