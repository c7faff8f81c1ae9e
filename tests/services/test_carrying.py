"""What is left of a plan moves to the next one, each task linked to the one that it continues."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import plans, recording
from cchc_desktop.services.carrying import carry_over
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
    done = carry_over(scene.workspace, scene.plan_id, "Kế hoạch 6 tháng cuối năm 2026", NEXT)
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
