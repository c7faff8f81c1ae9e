"""Before tasks are carried over once more, or into a time in which both plans run, it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.errors import CarryOverAsked
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import history, plans
from cchc_desktop.services.carrying import carry_over
from cchc_desktop.services.copying import CopyChoices, copy_plan
from tests.services.followup_scene import FollowUpScene

NEXT = Period(date(2026, 1, 1), date(2026, 6, 30))
BESIDE = Period(date(2025, 10, 1), date(2026, 3, 31))


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(date(2025, 12, 5))


def carry(scene, title="Kế hoạch sau", period=NEXT, **more):
    return carry_over(scene.workspace, scene.plan_id, title, period, **more)


def test_the_first_time_nothing_is_asked(scene):
    assert carry(scene).tasks > 0


def test_a_second_time_says_when_and_where_to_it_was_done_before(scene):
    first = carry(scene)
    scene.clock.day = date(2025, 12, 8)
    with pytest.raises(CarryOverAsked) as asked:
        carry(scene, "Lần hai")
    assert asked.value.message == (
        "Kế hoạch này đã được chuyển tiếp ngày 05/12/2025 sang “Kế hoạch sau” (7 nhiệm vụ); "
        "chuyển lần nữa thì một nhiệm vụ cũ có hai nhiệm vụ tiếp tục."
    )
    assert len(plans.list_plans(scene.workspace)) == 2
    assert carry(scene, "Lần hai", confirmed=True).tasks == first.tasks
    history.undo(scene.workspace)
    history.undo(scene.workspace)
    assert carry(scene, "Lần ba").tasks == first.tasks  # what was undone never happened


def test_plans_that_run_at_one_time_are_asked_about(scene):
    with pytest.raises(CarryOverAsked, match="cùng chạy từ 01/10/2025 đến 31/12/2025"):
        carry(scene, period=BESIDE)
    assert carry(scene, period=BESIDE, confirmed=True).tasks > 0


def test_a_copy_that_is_not_linked_asks_nothing(scene):
    plan_id, _ = copy_plan(scene.workspace, scene.plan_id, CopyChoices("Mẫu", BESIDE, linked=False))
    assert plan_id != scene.plan_id
    assert carry(scene).tasks > 0
