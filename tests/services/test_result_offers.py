"""Results of the annual plan that are offered to the plan of five years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import history, plans, recording
from cchc_desktop.services.plan_links import link_items
from cchc_desktop.services.result_offers import accept, offers, refuse
from tests.services.fakes import FakeQueries
from tests.services.linked_plans import (
    ALWAYS,
    OUR_ALWAYS,
    OUR_WHOLE,
    OUR_YEARLY,
    WHOLE,
    YEARLY,
    LinkedPlans,
)

PAIRS = {OUR_YEARLY: YEARLY, OUR_ALWAYS: ALWAYS, OUR_WHOLE: WHOLE}


@pytest.fixture
def scene() -> LinkedPlans:
    scene = LinkedPlans()
    for ours, theirs in PAIRS.items():
        link_items(scene.workspace, [scene.id(ours)], scene.id(theirs))
    return scene


def done(scene, content, on, moment=None, **values):
    changes = recording.record(scene.workspace, [(scene.id(content), moment, {"done_on": on, **values})]).changes
    return changes.ids(EntityKind.RECORD)


def found(scene):
    return offers(scene.workspace, scene.plan_id)


def parent_record(scene, content):
    ledger = FakeQueries(scene.store).ledger(scene.parent_id)
    return next(iter(ledger.records.get(scene.id(content), ())), None)


def test_a_year_s_result_completes_the_year_of_the_five(scene):
    done(scene, OUR_YEARLY, date(2026, 11, 5), result="Xếp hạng 3/114")
    (offer,) = found(scene)
    assert (offer.target.content, offer.milestone.occurrence) == (YEARLY, "2026")
    accept(scene.workspace, [offer])
    stored = parent_record(scene, YEARLY)
    assert (stored.occurrence, stored.progress, stored.done_on) == ("2026", Progress.DONE, date(2026, 11, 5))
    assert stored.result == "Xếp hạng 3/114"
    assert found(scene) == ()


def test_a_task_of_all_five_years_goes_on(scene):
    done(scene, OUR_WHOLE, date(2026, 6, 20), result="Đã số hóa 40%")
    (offer,) = found(scene)
    accept(scene.workspace, [offer])
    stored = parent_record(scene, WHOLE)
    assert (stored.progress, stored.done_on, stored.result) == (Progress.IN_PROGRESS, None, "Đã số hóa 40%")
    assert found(scene) == ()


def test_words_that_stand_there_stay(scene):
    recording.record(
        scene.workspace, [(scene.id(WHOLE), None, {"progress": Progress.IN_PROGRESS, "result": "Đã lập dự án"})]
    )
    done(scene, OUR_WHOLE, date(2026, 6, 20), result="Đã số hóa 40%")
    accept(scene.workspace, found(scene))
    assert parent_record(scene, WHOLE).result == "Đã lập dự án\nĐã số hóa 40%"


def test_a_standing_task_is_told_the_result(scene):
    done(scene, OUR_ALWAYS, date(2026, 9, 30), "2026-Q3", result="Đăng 12 bài")
    (offer,) = found(scene)
    accept(scene.workspace, [offer])
    updates = FakeQueries(scene.store).ledger(scene.parent_id).updates[scene.id(ALWAYS)]
    assert [update.words for update in updates] == ["Đăng 12 bài"]
    assert found(scene) == ()


def test_without_words_the_task_and_its_day_are_taken_along(scene):
    done(scene, OUR_YEARLY, date(2026, 11, 5))
    assert found(scene)[0].values["result"] == f"Đã hoàn thành ngày 05/11/2026: {OUR_YEARLY}"


def test_a_refused_offer_is_not_repeated_and_can_be_taken_back(scene):
    done(scene, OUR_YEARLY, date(2026, 11, 5))
    refuse(scene.workspace, found(scene))
    assert found(scene) == ()
    done(scene, OUR_YEARLY, date(2026, 11, 6), result="Chữ khác")
    assert found(scene) == ()
    history.undo(scene.workspace)
    history.undo(scene.workspace)
    assert len(found(scene)) == 1


def test_only_the_named_results_are_offered(scene):
    done(scene, OUR_YEARLY, date(2026, 11, 5))
    ids = done(scene, OUR_WHOLE, date(2026, 6, 5))
    assert [offer.target.content for offer in offers(scene.workspace, scene.plan_id, ids)] == [WHOLE]
    assert offers(scene.workspace, scene.plan_id, ()) == ()


@pytest.mark.parametrize("content", [OUR_YEARLY, OUR_WHOLE])
def test_what_goes_on_is_not_offered(scene, content):
    recording.record(scene.workspace, [(scene.id(content), None, {"progress": Progress.IN_PROGRESS})])
    assert found(scene) == ()


def test_a_task_without_a_link_is_not_offered(scene):
    link_items(scene.workspace, [scene.id(OUR_YEARLY)], None)
    done(scene, OUR_YEARLY, date(2026, 11, 5))
    assert found(scene) == ()


def test_nothing_is_recorded_in_a_superiors_plan(scene):
    plans.save_plan(scene.workspace, replace(scene.tree(scene.parent_id).plan, superior=True))
    done(scene, OUR_YEARLY, date(2026, 11, 5))
    assert found(scene) == ()


def test_accepting_is_one_step_that_undo_takes_back(scene):
    done(scene, OUR_YEARLY, date(2026, 11, 5))
    accept(scene.workspace, found(scene))
    history.undo(scene.workspace)
    assert parent_record(scene, YEARLY) is None
    assert len(found(scene)) == 1


def test_part_of_a_task_does_not_complete_the_other(scene):
    """A quarter of a task that the five-year plan wants once a year."""
    link_items(scene.workspace, [scene.id(OUR_ALWAYS)], scene.id(YEARLY))
    done(scene, OUR_ALWAYS, date(2026, 9, 30), "2026-Q3", result="Quý III xong")
    (offer,) = found(scene)
    assert offer.milestone.occurrence == "2026"
    assert offer.values.get("progress") is Progress.IN_PROGRESS


def test_two_results_for_one_milestone_are_recorded_together(scene):
    link_items(scene.workspace, [scene.id(OUR_WHOLE)], scene.id(YEARLY))
    done(scene, OUR_WHOLE, date(2026, 6, 20), result="Đã số hóa 40%")
    done(scene, OUR_YEARLY, date(2026, 11, 5), result="Xếp hạng 3/114")
    accept(scene.workspace, found(scene))
    stored = parent_record(scene, YEARLY)
    assert set(stored.result.split("\n")) == {"Đã số hóa 40%", "Xếp hạng 3/114"}
    assert stored.progress is Progress.DONE
    assert found(scene) == ()
