"""What the tests of the screen share: the half-year plan of the follow-up on a day, and the page that shows it."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.services import followup
from cchc_desktop.ui.deadlines.page import DeadlinesPage
from cchc_desktop.ui.deadlines.seen import look
from tests.services.followup_scene import FollowUpScene

TODAY = date(2025, 9, 10)


@pytest.fixture
def scene() -> FollowUpScene:
    scene = FollowUpScene(TODAY)
    scene.write(DayOff(date(2025, 9, 1), "Nghỉ hoán đổi"), DayOff(date(2025, 9, 6), "Bù ngày 01/9", worked=True))
    return scene


def seen_of(scene, plan_id=None):
    return look(scene.workspace, followup.picture(scene.workspace, TODAY, scene.plan_id), plan_id)


@pytest.fixture
def page(qtbot, scene) -> DeadlinesPage:
    page = DeadlinesPage(lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1278, 600)
    page.show()
    page.show_seen(seen_of(scene, scene.plan_id))
    return page
