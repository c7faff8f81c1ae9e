"""The chairman's sheet: everybody's figures add up, what presses stands with its leader and person in charge."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.services import followup, followup_rules
from cchc_desktop.services.papers.chairman import chairman_sheet
from cchc_desktop.services.papers.writing import KINDS, gather, write_paper
from tests.services.followup_scene import JULY, PART, PARTS, QUARTERLY, STRICT, FollowUpScene

WINTER = date(2025, 12, 5)
ASSIGNED = {
    JULY: ("Ông An", "Bà Lan"),
    QUARTERLY: ("Ông An", "Bà Hoa"),
    STRICT: ("Bà Bình", None),
    PARTS: ("Ông An", None),
}


@pytest.fixture
def scene() -> FollowUpScene:
    scene = FollowUpScene(WINTER)
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        for content, (leader, person) in ASSIGNED.items():
            unit.items.update(replace(scene.tree.items[scene.id(content)], leader=leader, person_in_charge=person))
        unit.commit()
    return scene


def shown(sheet) -> dict[str, dict[str, list[str]]]:
    return {
        group.leader: {one.person: [row.content for row in one.rows] for one in group.people} for group in sheet.leaders
    }


def test_pressing_tasks_by_leader_and_person(scene):
    assert shown(chairman_sheet(scene.workspace, scene.plan_id, WINTER)) == {
        "Bà Bình": {"": [STRICT]},
        "Ông An": {"Bà Hoa": [QUARTERLY], "Bà Lan": [JULY]},
        "": {},
    }


def test_figures_of_all_leaders_are_those_of_the_plan(scene):
    status = followup.plan_status(scene.workspace, scene.plan_id, WINTER)
    sheet = chairman_sheet(scene.workspace, scene.plan_id, WINTER)
    assert sheet.total.roll_up.counts == status.total.counts
    assert sum((Counter(one.tally.roll_up.counts) for one in sheet.leaders), Counter()) == status.total.counts
    assert set(sheet.figures()) >= {sheet.total.done.key, *(one.tally.all.key for one in sheet.leaders)}


def test_soon_is_what_the_office_calls_soon(scene):
    assert chairman_sheet(scene.workspace, scene.plan_id, WINTER).days == 7
    followup_rules.save_status_rules(scene.workspace, StatusRules(soon_days=30))
    sheet = chairman_sheet(scene.workspace, scene.plan_id, WINTER)
    assert sheet.days == 30
    assert shown(sheet)["Ông An"][""] == [PARTS, PART]  # a part is its task's leader's


def test_an_empty_plan_has_no_papers(scene):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.delete_all([item.id for item in scene.tree.items.values() if item.parent_id is None])
        unit.commit()
    for kind in ("appendix", "tracking", "agency", "chairman"):
        with pytest.raises(InvalidInput, match="nhiệm vụ nào"):
            gather(scene.workspace, scene.plan_id, kind, WINTER)


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_kind_is_gathered_and_goes_to_the_port(scene, kind, tmp_path):
    paper = gather(scene.workspace, scene.plan_id, kind, WINTER)
    assert write_paper(scene.workspace, paper, tmp_path / "a.docx") == ()
    assert scene.store.written == [(type(paper).__name__, str(tmp_path / "a.docx"))]
