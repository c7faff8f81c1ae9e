"""The check before printing: one fault of each kind is found, told in Vietnamese, and nothing is forbidden."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.doubts import Slip
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.followup.unclear_results import unclear_of
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services import doubts, periods, recording, updating
from cchc_desktop.services.evidence import attach
from cchc_desktop.services.followup import closed_lines, picture_of
from cchc_desktop.services.papers.lint import Finding, FindingCode, lint
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.papers.report_texts import report_draft, save_report_text
from tests.services.followup_scene import (
    FINANCE,
    JULY,
    OFFICE,
    PART,
    PARTS,
    POLICE,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
    WAITING,
    FollowUpScene,
)
from tests.services.papers.report_scene import usual_template

TODAY = date(2025, 9, 10)


def sound_scene() -> FollowUpScene:
    """Return a plan about which nothing is to be said."""
    scene = FollowUpScene(TODAY)
    change(scene, UNDATED, time_words="Quý IV/2025")
    change(scene, WAITING, time_words="Quý IV/2025")
    names = {QUARTERLY: (OFFICE, FINANCE), PART: (OFFICE,), JULY: (OFFICE,), STRICT: (FINANCE,)}
    contents = (JULY, QUARTERLY, STRICT, STANDING, WAITING, UNDATED, PARTS, PART)
    answers = [
        (scene.id(content), "2025-Q3", scene.agency(name), {"words": "Đang làm"})
        for content in contents
        for name in names.get(content, (POLICE,))
    ]
    updating.give_updates(scene.workspace, answers)
    return scene


def change(scene, content, /, **values):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.update(replace(unit.items.get(scene.id(content)), **values))
        unit.commit()


def change_plan(scene, **values):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.plans.update(replace(unit.plans.get(scene.plan_id), **values))
        unit.commit()


def found(scene, **more) -> list[Finding]:
    return list(lint(scene.workspace, scene.plan_id, **more))


def codes(scene, **more) -> list[str]:
    return [str(one.code) for one in found(scene, **more)]


def test_a_sound_plan_has_nothing_to_look_at():
    assert found(sound_scene()) == []


def no_number(scene):
    change_plan(scene, document=DocumentRef("Quyết định", None, date(2025, 7, 1)))


def no_date(scene):
    change_plan(scene, document=DocumentRef("Quyết định", "21/QĐ-UBND", None))


def no_lead(scene):
    change(scene, UNDATED, lead=(), lead_words=" ")
    updating.give_updates(scene.workspace, [(scene.id(UNDATED), "2025-Q3", None, {"words": "Đang làm"})])


def repeated(scene):
    words = {"lead_words": POLICE, "time_words": "QUÝ IV/2025"}
    change(scene, WAITING, content=f"{UNDATED}.", **words)


def done_without_date(scene):
    recording.record(scene.workspace, [(scene.id(JULY), None, {"progress": recording.Progress.DONE})])
    prove(scene, JULY)


def done_without_evidence(scene):
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})])


def typing(scene):
    change(scene, PARTS, product="Báo cáo của của phường")


def unclear_time(scene):
    change(scene, UNDATED, time_words="Sớm")


def prove(scene, content):
    (document,) = scene.write(EvidenceDocument("Báo cáo", number="1", kept_at_registry=True))
    (record,) = scene.records(content)
    from cchc_desktop.domain.changes import EntityKind

    attach(scene.workspace, [(EntityKind.RECORD, record.id)], [document.id])


@pytest.mark.parametrize(
    ("spoil", "code", "content", "words"),
    [
        (no_number, FindingCode.NO_NUMBER, None, "chưa có số"),
        (no_date, FindingCode.NO_DATE, None, "chưa có ngày"),
        (no_lead, FindingCode.NO_LEAD, UNDATED, "chưa có cơ quan chủ trì"),
        (repeated, FindingCode.COUNTED_TWICE, UNDATED, "tính hai lần"),
        (done_without_date, FindingCode.DONE_WITHOUT_DATE, JULY, "chưa có ngày hoàn thành"),
        (done_without_evidence, FindingCode.DONE_WITHOUT_EVIDENCE, JULY, "chưa có tài liệu"),
        (typing, FindingCode.TYPING, PARTS, "của của"),
        (unclear_time, FindingCode.UNCLEAR_TIME, UNDATED, "“Khảo sát”"),
    ],
)
def test_one_fault_of_each_kind_is_found(spoil, code, content, words):
    scene = sound_scene()
    spoil(scene)
    (one,) = found(scene)
    assert (one.code, one.item_id) == (code, scene.id(content) if content else None)
    assert words in one.message
    assert one.message.endswith((".", "”"))


def test_a_standing_task_that_is_over_without_a_day_stands_in_the_window_too():
    scene = sound_scene()
    recording.record(scene.workspace, [(scene.id(STANDING), None, {"progress": Progress.DONE})])
    told = [one.item_id for one in found(scene) if one.code is FindingCode.DONE_WITHOUT_DATE]
    closed = closed_lines(picture_of(scene.workspace, scene.clock.today(), [scene.plan_id]), scene.plan_id)
    assert told == [line.item.id for line in closed if unclear_of(line.row.status)] == [scene.id(STANDING)]


def test_a_row_that_only_groups_others_needs_no_time():
    scene = sound_scene()
    change(scene, JULY, time_words=None, rules=())
    assert "unclear_time" in codes(scene)
    change(scene, STRICT, parent_id=scene.id(JULY))
    assert "unclear_time" not in codes(scene)


def test_offices_that_have_not_answered_are_named_with_their_tasks():
    scene = FollowUpScene(TODAY)
    missing = {one.message: one.rows for one in found(scene) if one.code is FindingCode.NOT_ANSWERED}
    assert len(missing) == 3
    (rows,) = (rows for words, rows in missing.items() if words.startswith(FINANCE))
    assert set(rows) == {scene.id(QUARTERLY), scene.id(STRICT)}
    assert f"{FINANCE} chưa gửi số liệu 2/2 nhiệm vụ của kỳ “Quý III năm 2025”." in missing


def test_the_report_that_is_named_is_looked_at():
    scene = FollowUpScene(TODAY)
    words = [one.message for one in found(scene, period_key="2025") if one.code is FindingCode.NOT_ANSWERED]
    assert words and all("Năm 2025" in one for one in words)


def test_changed_figures_of_edited_words_are_told():
    scene = sound_scene()
    now = report(scene.workspace, [scene.plan_id], "2025-Q3")
    draft = report_draft(scene.workspace, now, usual_template())
    save_report_text(scene.workspace, "2025-Q3", [scene.plan_id], draft)
    assert found(scene) == []
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})])
    prove(scene, JULY)
    told = [one for one in found(scene) if one.code is FindingCode.FIGURE_CHANGED]
    assert "Nội dung báo cáo đã sửa ghi “Đã hoàn thành” là 0, nay là 01." in [one.message for one in told]
    assert {one.code for one in found(scene)} == {FindingCode.FIGURE_CHANGED}


def test_figures_of_a_locked_period_that_are_others_now_are_told():
    scene = sound_scene()
    periods.lock(scene.workspace, "2025-Q3")
    assert found(scene) == []
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})])
    prove(scene, JULY)
    messages = [one.message for one in found(scene) if one.code is FindingCode.TOTALS_DIFFER]
    assert len(messages) == 2  # done, overdue
    assert messages[0].startswith("Đã hoàn thành: báo cáo là 0, Tổng quan là 1")


def test_a_dismissed_doubt_is_not_told_and_slips_of_the_seed_are():
    scene = sound_scene()
    typing(scene)
    item = scene.tree.items[scene.id(PARTS)]
    (doubt,) = doubts.doubts_of(item, scene.tree.plan)
    doubts.dismiss(scene.workspace, doubt.key)
    assert found(scene) == []
    change(scene, UNDATED, product="Đơn vị sự ngành")
    assert codes(scene, slips=(Slip("đơn vị sự ngành", "đơn vị sự nghiệp"),)) == ["typing"]


@pytest.mark.parametrize("content", [PART, UNDATED])
def test_a_part_goes_with_the_lead_of_its_task(content):
    scene = sound_scene()
    change(scene, content, lead=(), lead_words=None)
    assert (FindingCode.NO_LEAD in {one.code for one in found(scene)}) is (content == UNDATED)


def test_the_same_words_of_another_office_or_time_are_another_task():
    scene = sound_scene()
    change(scene, WAITING, content=UNDATED, time_words="Quý III/2025")
    assert FindingCode.COUNTED_TWICE not in {one.code for one in found(scene)}


def test_a_superiors_plan_is_checked_for_its_words_alone():
    scene = FollowUpScene(TODAY)
    typing(scene)
    change_plan(scene, superior=True)
    assert Counter(codes(scene)).keys() == {"typing", "unclear_time"}


def test_a_plan_that_ended_long_ago_and_one_that_is_not_there():
    scene = sound_scene()
    scene.clock.day = date(2027, 1, 1)
    assert FindingCode.TOTALS_DIFFER not in {one.code for one in found(scene)}
    with pytest.raises(NotFound):
        lint(scene.workspace, 99)
