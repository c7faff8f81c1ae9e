"""The one picture of what presses: worked out behind the window, in step with every write."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.services import followup, item_editing, recording
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.session import PlanSession
from tests.services.followup_scene import JULY, STRICT, FollowUpScene

TODAY = date(2025, 12, 2)


@pytest.fixture
def kept(qtbot):
    scene = FollowUpScene(TODAY)
    owner = QObject()
    database = DatabaseThread(lambda: nullcontext(scene.workspace), parent=owner)
    session = PlanSession(database, scene.plan_id, owner)
    day = SimpleNamespace(today=TODAY)
    keeper = FollowKeeper(session, lambda: day.today, session)
    with qtbot.waitSignal(session.plan_opened):
        database.start()
        database.open_now()
    yield SimpleNamespace(scene=scene, session=session, keeper=keeper, day=day)
    database.stop()


def begun(qtbot, kept):
    with qtbot.waitSignal(kept.keeper.changed):
        kept.keeper.begin()


def status(kept, content):
    return kept.keeper.plan().status.statuses[kept.scene.id(content)].status


def test_before_it_is_asked_for_nothing_is_worked_out(kept):
    assert kept.keeper.picture is None
    assert kept.keeper.plan() is None


def test_it_shows_what_the_services_say(qtbot, kept):
    begun(qtbot, kept)
    assert kept.keeper.picture == followup.picture(kept.scene.workspace, TODAY, kept.scene.plan_id)
    assert status(kept, JULY) is Status.OVERDUE
    assert kept.keeper.is_current()


def test_a_result_changes_it(qtbot, kept):
    begun(qtbot, kept)
    item_id = kept.scene.id(STRICT)
    entry = (item_id, "2025-Q4", {"done_on": TODAY})
    with qtbot.waitSignal(kept.keeper.changed):
        kept.session.write(lambda workspace: recording.record(workspace, [entry]))
    plan = kept.keeper.plan()
    found = [one.status for one in plan.status.statuses[item_id].milestones if one.milestone.occurrence == "2025-Q4"]
    assert found == [Status.DONE]


def test_a_new_day_changes_it(qtbot, kept):
    begun(qtbot, kept)
    kept.day.today = date(2026, 1, 1)
    with qtbot.waitSignal(kept.keeper.changed):
        kept.keeper._look_at_date()
    assert kept.keeper.picture.as_of == date(2026, 1, 1)


def test_writes_that_come_while_it_is_read_are_not_lost(qtbot, kept):
    begun(qtbot, kept)
    for content in (JULY, STRICT):
        entry = (kept.scene.id(content), "once" if content == JULY else "2025-Q3", {"done_on": date(2025, 7, 20)})
        kept.session.write(lambda workspace, entry=entry: recording.record(workspace, [entry]))
    qtbot.waitUntil(lambda: kept.keeper.is_current() and not kept.session.is_writing())
    qtbot.waitUntil(lambda: status(kept, JULY) is Status.DONE)
    assert kept.keeper.picture == followup.picture(kept.scene.workspace, TODAY, kept.scene.plan_id)


def test_settings_change_the_other_plans_too(qtbot, kept):
    begun(qtbot, kept)

    def widen(workspace):
        with workspace.units(Operation("followup.status_rules", "Sửa số ngày nhắc hạn")) as unit:
            unit.settings.put("followup.status_rules", {"soon_days": 60})
            return unit.commit()

    with qtbot.waitSignal(kept.keeper.changed):
        kept.session.write(widen)
    assert kept.keeper.picture.rules.status.soon_days == 60


def test_a_result_leaves_the_snapshot_and_the_other_statuses_as_they_are(qtbot, kept):
    begun(qtbot, kept)
    tree, before = kept.session.tree, kept.keeper.plan().status.statuses
    item_id = kept.scene.id(STRICT)
    with qtbot.waitSignal(kept.keeper.changed):
        kept.session.write(lambda workspace: recording.record(workspace, [(item_id, "2025-Q4", {"done_on": TODAY})]))
    assert kept.session.tree is tree
    after = kept.keeper.plan().status.statuses
    assert [id_ for id_, one in after.items() if one is not before[id_]] == [item_id]


def test_words_bring_another_snapshot(qtbot, kept):
    begun(qtbot, kept)
    tree, item_id = kept.session.tree, kept.scene.id(JULY)
    document = "12/QĐ-UBND ngày 01/12/2025"
    with qtbot.waitSignal(kept.keeper.changed):
        kept.session.write(
            lambda workspace: item_editing.edit_items(workspace, {item_id: {"time_words": "Hằng tháng"}}, document)
        )
    assert kept.session.tree is not tree
    assert len(kept.keeper.plan().status.statuses[item_id].milestones) == 6
    assert kept.keeper.picture == followup.picture(kept.scene.workspace, TODAY, kept.scene.plan_id)
