"""What a plan carries out of its parent plan and of the superior's plan, and the links between their tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.draft import DraftPlan, DraftSection
from cchc_desktop.domain.errors import AmendmentNeeded, InvalidInput, NotFound
from cchc_desktop.domain.items import ItemOrigin
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, PlanState
from cchc_desktop.services import copying, history, item_editing, plans, recording
from cchc_desktop.services.plan_links import coverage, link_items, suggestions, units
from tests.services.linked_plans import (
    ALWAYS,
    GROUPED,
    LATE,
    OUR_ALWAYS,
    OUR_OTHER,
    OUR_WHOLE,
    OUR_YEARLY,
    SURVEY,
    WHOLE,
    YEAR,
    YEARLY,
    LinkedPlans,
    _task,
)


@pytest.fixture
def scene() -> LinkedPlans:
    return LinkedPlans()


def bring_city(scene, period=YEAR):
    city = scene.bring(
        DraftPlan(
            title="Kế hoạch thành phố", period=period, sections=(DraftSection("A", "Khác", (_task(SURVEY, None),)),)
        )
    )
    plans.save_plan(scene.workspace, replace(scene.tree(city).plan, superior=True))
    return city


def missing(scene):
    return [task.item.content for source in coverage(scene.workspace, scene.plan_id).sources for task in source.missing]


def link(scene, ours, theirs):
    return link_items(scene.workspace, [scene.id(ours)], scene.id(theirs) if theirs else None)


# --- coverage


def test_what_falls_into_the_year_and_has_no_task_is_missing(scene):
    assert missing(scene) == [YEARLY, ALWAYS, WHOLE, GROUPED]
    (source,) = coverage(scene.workspace, scene.plan_id).sources
    assert source.is_parent
    assert [task.item.content for task in source.tasks if not task.is_due] == [LATE]


def test_a_linked_task_covers_it(scene):
    link(scene, OUR_YEARLY, YEARLY)
    link(scene, OUR_WHOLE, WHOLE)
    assert missing(scene) == [ALWAYS, GROUPED]
    (source,) = coverage(scene.workspace, scene.plan_id).sources
    assert [one.content for one in source.tasks[0].carriers] == [OUR_YEARLY]


def test_a_link_to_what_is_below_a_task_covers_it(scene):
    link(scene, OUR_WHOLE, "Lập danh mục hồ sơ")
    assert WHOLE not in missing(scene)


def test_what_was_completed_before_the_year_is_not_owed(scene):
    later = scene.bring(replace_period(2027))
    plans.save_plan(scene.workspace, replace(scene.tree(later).plan, parent_plan_id=scene.parent_id))
    scene.plan_id = later
    assert missing(scene) == [YEARLY, ALWAYS, WHOLE, GROUPED]
    done = [(scene.id(WHOLE), None, {"done_on": date(2026, 11, 1)})]
    recording.record(scene.workspace, done)
    assert missing(scene) == [YEARLY, ALWAYS, GROUPED]


def replace_period(year):
    return DraftPlan(title="Kế hoạch sau", period=Period(date(year, 1, 1), date(year, 12, 31)), sections=())


def test_a_superiors_plan_of_the_same_time_is_compared_too(scene):
    bring_city(scene)
    assert missing(scene)[-1] == SURVEY
    assert [source.is_parent for source in coverage(scene.workspace, scene.plan_id).sources] == [True, False]


def test_a_superiors_plan_of_another_time_is_not(scene):
    bring_city(scene, Period(date(2025, 1, 1), date(2025, 12, 31)))
    assert SURVEY not in missing(scene)


def test_a_plan_without_others_has_nothing_to_compare(scene):
    assert coverage(scene.workspace, scene.parent_id).sources == ()


def test_an_unknown_plan_is_told(scene):
    with pytest.raises(NotFound):
        coverage(scene.workspace, 99)


def test_objectives_only_group(scene):
    assert [item.content for item in units(scene.tree(scene.parent_id))] == [YEARLY, ALWAYS, WHOLE, GROUPED, LATE]


# --- suggestions


def test_suggestions_name_the_likest_task_and_link_nothing(scene):
    found = coverage(scene.workspace, scene.plan_id)
    likeness = found.likeness()
    tasks = {task.item.content: task for task in found.sources[0].tasks}
    assert suggestions(likeness, tasks[YEARLY])[0].key == scene.id(OUR_YEARLY)
    assert suggestions(likeness, tasks[ALWAYS])[0].key == scene.id(OUR_ALWAYS)
    assert suggestions(likeness, tasks[GROUPED]) == []
    assert scene.item(OUR_YEARLY).carries_out_id is None


def test_a_task_that_is_linked_is_suggested_no_more(scene):
    link(scene, OUR_YEARLY, WHOLE)
    found = coverage(scene.workspace, scene.plan_id)
    assert suggestions(found.likeness(), found.sources[0].tasks[0]) == []


# --- links


def test_a_link_is_one_step_that_undo_takes_back(scene):
    link(scene, OUR_YEARLY, YEARLY)
    assert scene.item(OUR_YEARLY).carries_out_id == scene.id(YEARLY)
    history.undo(scene.workspace)
    assert scene.item(OUR_YEARLY).carries_out_id is None


def test_several_tasks_are_linked_and_unlinked_at_once(scene):
    ids = [scene.id(OUR_YEARLY), scene.id(OUR_OTHER)]
    link_items(scene.workspace, ids, scene.id(YEARLY))
    changes = link_items(scene.workspace, ids, None)
    assert scene.item(OUR_OTHER).carries_out_id is None
    assert changes.operation_id is not None


def test_a_link_needs_no_document_in_an_issued_plan(scene):
    document = DocumentRef("Kế hoạch", "1/KH-UBND", date(2026, 1, 5))
    plans.change_state(scene.workspace, scene.plan_id, PlanState.ISSUED, document)
    link(scene, OUR_YEARLY, YEARLY)
    assert scene.item(OUR_YEARLY).amended_by is None


@pytest.mark.parametrize("target", [OUR_OTHER, OUR_YEARLY])
def test_tasks_of_one_plan_are_not_linked(scene, target):
    with pytest.raises(InvalidInput, match="cùng một kế hoạch"):
        link(scene, OUR_YEARLY, target)


def test_links_do_not_lead_in_a_circle(scene):
    link(scene, OUR_YEARLY, YEARLY)
    with pytest.raises(InvalidInput, match="chính nhiệm vụ này"):
        link(scene, YEARLY, OUR_YEARLY)


# --- rows taken in


def test_a_task_under_an_objective_can_be_taken_in(scene):
    copying.take_over(scene.workspace, scene.parent_id, [scene.id(GROUPED)], scene.plan_id)
    assert GROUPED not in missing(scene)
    taken = next(item for item in scene.tree().items.values() if item.content == GROUPED)
    assert (taken.parent_id, taken.carries_out_id) == (None, scene.id(GROUPED))


def test_what_is_below_a_chosen_row_comes_once(scene):
    ids = [scene.id(WHOLE), scene.id("Lập danh mục hồ sơ")]
    copying.take_over(scene.workspace, scene.parent_id, ids, scene.plan_id)
    assert [item.content for item in scene.tree().items.values()].count("Lập danh mục hồ sơ") == 1


def test_a_taken_row_is_one_of_the_new_plan(scene):
    item_editing.edit_item(scene.workspace, scene.id(WHOLE), {"source_document": "CV 5/UBND"})
    copying.take_over(scene.workspace, scene.parent_id, [scene.id(WHOLE)], scene.plan_id)
    taken = next(item for item in scene.tree().items.values() if item.content == WHOLE)
    assert (taken.origin, taken.source_document, taken.continues_id) == (ItemOrigin.ISSUED, None, None)


def test_rows_come_into_an_issued_plan_only_by_a_document(scene):
    plans.change_state(scene.workspace, scene.plan_id, PlanState.ISSUED)
    ids = [scene.id(WHOLE)]
    with pytest.raises(AmendmentNeeded):
        copying.take_over(scene.workspace, scene.parent_id, ids, scene.plan_id)
    copying.take_over(scene.workspace, scene.parent_id, ids, scene.plan_id, "Quyết định số 3/QĐ-UBND")
    taken = next(item for item in scene.tree().items.values() if item.content == WHOLE)
    assert taken.amended_by == "Quyết định số 3/QĐ-UBND"
