"""Years inside a plan's words: where they stand, and changing the ticked ones as one operation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.draft import DraftPlan, DraftSection
from cchc_desktop.domain.errors import AmendmentNeeded, InvalidInput
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.services import history, item_editing, plans
from cchc_desktop.services.copying import CopyChoices, copy_plan
from cchc_desktop.services.year_changes import change_years, earlier_period, shifted, year_places
from tests.services.linked_plans import LinkedPlans, _task

OLD, NEW = Period(date(2025, 1, 1), date(2025, 12, 31)), Period(date(2026, 1, 1), date(2026, 12, 31))
CONTENT = "Ban hành Kế hoạch năm 2025 theo Quyết định số 3/QĐ-UBND ngày 05/01/2025, xong trước 31/3/2025"


@pytest.fixture
def scene() -> LinkedPlans:
    scene = LinkedPlans()
    tasks = (_task(CONTENT, "Quý I/2025", product="Kế hoạch năm 2025"), _task("Rà soát", "Thường xuyên"))
    scene.plan_id = scene.bring(DraftPlan(title="Mới", period=NEW, sections=(DraftSection("I", "Khác", tasks),)))
    return scene


def places(scene):
    return list(year_places(scene.tree(), OLD))


def test_every_place_of_every_field_is_listed(scene):
    found = [(place.field, place.proposal.old, place.is_sure) for place in places(scene)]
    assert found == [
        ("content", "năm 2025", True),
        ("content", "ngày 05/01/2025", False),
        ("content", "31/3/2025", True),
        ("product", "năm 2025", True),
        ("time_words", "Quý I/2025", True),
    ]


def test_the_ticked_ones_change_as_one_step(scene):
    change_years(scene.workspace, scene.plan_id, [place for place in places(scene) if place.is_sure])
    changed = next(iter(scene.tree().items.values()))
    assert changed.content == CONTENT.replace("năm 2025", "năm 2026").replace("31/3/2025", "31/3/2026")
    assert (changed.product, changed.time_words) == ("Kế hoạch năm 2026", "Quý I/2026")
    assert [place.proposal.old for place in places(scene)] == ["ngày 05/01/2025"]
    history.undo(scene.workspace)
    assert next(iter(scene.tree().items.values())).content == CONTENT


def test_words_edited_meanwhile_are_not_overwritten(scene):
    listed = places(scene)
    item_id = listed[0].item.id
    item_editing.edit_item(scene.workspace, item_id, {"content": "Chữ mới, xong năm 2025"})
    change_years(scene.workspace, scene.plan_id, listed)
    assert scene.tree().items[item_id].content == "Chữ mới, xong năm 2025"
    item_editing.delete_items(scene.workspace, [item_id])
    with pytest.raises(InvalidInput, match="Không còn chỗ nào"):
        change_years(scene.workspace, scene.plan_id, listed)


def test_issued_words_need_a_document(scene):
    plans.change_state(scene.workspace, scene.plan_id, PlanState.ISSUED)
    with pytest.raises(AmendmentNeeded):
        change_years(scene.workspace, scene.plan_id, places(scene))


def test_a_corrected_time_is_asked_about(scene):
    item_id = places(scene)[0].item.id
    item_editing.set_rules(scene.workspace, item_id, (Rule(ScheduleKind.DEADLINE, due=date(2026, 3, 31)),))
    assert [place.field for place in places(scene) if not place.is_sure] == ["content", "time_words"]


def test_the_period_before_is_that_of_the_continued_plan(scene):
    assert earlier_period(scene.workspace, scene.tree()) == OLD
    choices = CopyChoices("Sau", Period(date(2029, 1, 1), date(2029, 12, 31)))
    new_id, _ = copy_plan(scene.workspace, scene.plan_id, choices)
    assert earlier_period(scene.workspace, scene.tree(new_id)) == NEW


def test_a_plan_of_five_years_comes_after_the_five_before(scene):
    tree = scene.tree(scene.parent_id)
    assert earlier_period(scene.workspace, tree) == Period(date(2021, 1, 1), date(2025, 12, 31))


def test_a_leap_day_moves_to_the_last_of_february():
    leap = Period(date(2024, 2, 29), date(2024, 12, 31))
    assert shifted(leap, 1).start == date(2025, 2, 28)
    assert replace(leap) == shifted(shifted(leap, 4), -4)
