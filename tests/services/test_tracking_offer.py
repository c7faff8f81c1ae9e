"""What is proposed for a plan that came in when all that is overdue had fallen due already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import followup, history, plans, recording
from cchc_desktop.services.copying import CopyChoices, copy_plan
from cchc_desktop.services.tracking_offer import TrackingOffer, track_from, tracking_offer
from tests.services.followup_scene import HALF, FollowUpScene

LATER = date(2026, 3, 1)


def offered(scene, day=LATER):
    return tracking_offer(scene.workspace, followup.picture(scene.workspace, day, scene.plan_id), scene.plan_id)


def test_a_plan_that_came_in_after_its_end_may_be_followed_from_then_on():
    scene = FollowUpScene(LATER, imported_on=LATER)
    assert offered(scene) == TrackingOffer(scene.plan_id, LATER, 7)
    track_from(scene.workspace, scene.plan_id, LATER)
    assert (scene.due(), offered(scene)) == ([row for row in scene.due() if not row[2]], None)
    assert history.undo(scene.workspace).title.startswith("Theo dõi từ ngày 01/03/2026 “")
    assert offered(scene) == TrackingOffer(scene.plan_id, LATER, 7)


@pytest.mark.parametrize("imported_on", [date(2025, 7, 1), date(2025, 6, 1)])
def test_what_fell_due_since_is_real(imported_on):
    assert offered(FollowUpScene(LATER, imported_on=imported_on)) is None


def test_nothing_is_proposed_where_it_was_decided_or_nothing_is_late():
    scene = FollowUpScene(LATER, imported_on=LATER)
    assert offered(scene, date(2025, 7, 20)) is None
    plans.save_plan(scene.workspace, replace(scene.tree.plan, tracked_from=date(2025, 7, 1)))
    assert offered(scene) is None


def test_what_was_recorded_stays_so_that_it_would_help_nobody():
    scene = FollowUpScene(LATER, imported_on=LATER)
    late = [(item, moment) for item, moment, days in scene.due() if days]
    at_work = {"progress": Progress.IN_PROGRESS, "started_on": date(2025, 8, 1)}
    recording.record(scene.workspace, [(scene.id(item), moment, at_work) for item, moment in late[1:]])
    assert offered(scene) == TrackingOffer(scene.plan_id, LATER, 7)
    recording.record(scene.workspace, [(scene.id(late[0][0]), late[0][1], at_work)])
    assert offered(scene) is None


def test_a_plan_that_was_made_here_is_left_alone():
    scene = FollowUpScene(LATER, imported_on=LATER)
    choices = CopyChoices("Bản sao", HALF, confirmed=True)
    copied, _ = copy_plan(scene.workspace, scene.plan_id, choices)
    picture = followup.picture(scene.workspace, LATER, copied)
    assert picture.plans[copied].pressing[DueGroup.OVERDUE] == 7
    assert tracking_offer(scene.workspace, picture, copied) is None
