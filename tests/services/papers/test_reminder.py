"""The reminder letter: who is late by the screens' statuses, once each, in words that may be edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.documents.builders.follow_parts import tally_runs
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.office import LetterheadLine, OfficeProfile, Signer
from cchc_desktop.domain.papers.followup import AppendixPaper
from cchc_desktop.domain.papers.layout_profile import LayoutProfile, Letterhead
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services import followup, layout_profiles, office, overview, recording
from cchc_desktop.services.papers import writing
from cchc_desktop.services.papers.chairman import chairman_sheet
from cchc_desktop.services.papers.issuing import PaperChoices, cited_plan, issuer_of
from cchc_desktop.services.papers.reminder import ReminderChoices, reminder, reminders_by_office
from cchc_desktop.services.papers.tracking import tracking
from tests.services.followup_scene import FINANCE, JULY, OFFICE, QUARTERLY, STRICT, FollowUpScene

LATE = date(2025, 10, 20)
PROFILE = OfficeProfile(
    "Ủy ban nhân dân phường An Bình", "", (), "An Bình", "Phòng Văn hóa - Xã hội",
    (Signer("Lê Thị Hoa", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),), ("KH-UBND", "BC-UBND", "UBND-VHXH"),
)  # fmt: skip


@pytest.fixture
def scene() -> FollowUpScene:
    scene = FollowUpScene(LATE)
    office.save_profile(scene.workspace, PROFILE)
    return scene


def late(letter) -> dict[str, list[str]]:
    return {one.name: [task.content for task in one.tasks] for one in letter.offices}


def test_one_letter_to_all_late_offices(scene):
    letter = reminder(scene.workspace, scene.plan_id, LATE)
    assert late(letter) == {OFFICE: [JULY, QUARTERLY], FINANCE: [QUARTERLY, STRICT]}
    assert letter.addressees == (OFFICE, FINANCE)
    assert letter.appended


@pytest.mark.parametrize("day", [date(2025, 8, 1), date(2025, 9, 10), LATE, date(2026, 1, 31)])
def test_late_is_what_the_screens_call_overdue(scene, day):
    letter = reminder(scene.workspace, scene.plan_id, day)
    seen = overview.overview(followup.picture_of(scene.workspace, day, [scene.plan_id]), scene.plan_id)
    assert seen is not None
    assert set(letter.items) == {line.item.id for line in seen.group(DueGroup.OVERDUE)}
    assert len(letter.items) == seen.total.counts["overdue"] + seen.sub_items.counts.get("overdue", 0)


def test_a_late_task_has_its_oldest_date_and_names_its_milestones(scene):
    letter = reminder(scene.workspace, scene.plan_id, date(2026, 1, 31))
    task = next(task for one in letter.offices for task in one.tasks if task.content == STRICT)
    assert (task.due, task.late_days) == (date(2025, 9, 9), 144)
    assert task.moments == "Quý III/2025; Quý IV/2025"


def test_nothing_late_is_no_letter(scene):
    with pytest.raises(InvalidInput, match="không cần đôn đốc"):
        reminder(scene.workspace, scene.plan_id, date(2025, 7, 15))


def test_the_words_count_and_cite(scene):
    letter = reminder(scene.workspace, scene.plan_id, LATE, ReminderChoices(answer_by=date(2025, 10, 31)))
    assert "còn 03 nhiệm vụ của 02 cơ quan, đơn vị chậm tiến độ (danh sách kèm theo)." in letter.opening[0]
    assert "Quyết định số 21/QĐ-UBND ngày 01 tháng 7 năm 2025" in letter.opening[0]
    assert "Phòng Văn hóa - Xã hội chậm nhất ngày 31 tháng 10 năm 2025" in letter.requests[1]


def test_parts_of_tasks_are_counted_apart_in_every_paper(scene):
    """A late sub-row is no task: the letter, the tracking table and the chairman's sheet agree on both figures."""
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        part = replace(scene.tree.items[scene.id(STRICT)], kind=ItemKind.SUB_ITEM, parent_id=scene.id(QUARTERLY))
        unit.items.update(part)
        unit.commit()
    letter = reminder(scene.workspace, scene.plan_id, LATE)
    assert "còn 02 nhiệm vụ và 01 nội dung thành phần của 02 cơ quan, đơn vị chậm tiến độ" in letter.opening[0]
    paper, sheet = tracking(scene.workspace, scene.plan_id, LATE), chairman_sheet(scene.workspace, scene.plan_id, LATE)
    for one in (paper, sheet):
        assert (one.total.late.number, one.parts.late.number) == (2, 1)
        sentence = "".join(run.text for run in tally_runs(one.total, one.parts))
        assert sentence.endswith("Ngoài ra có 02 nội dung thành phần, đã hoàn thành 0, chậm tiến độ 01.")


def test_one_letter_for_each_office_on_request(scene):
    letters = reminders_by_office(scene.workspace, scene.plan_id, LATE, ReminderChoices(appended=False))
    assert [letter.addressees for letter in letters] == [(OFFICE,), (FINANCE,)]
    assert [len(letter.items) for letter in letters] == [2, 2]
    assert "còn 02 nhiệm vụ do cơ quan, đơn vị chủ trì chậm tiến độ." in letters[0].opening[0]
    assert letters[0].closing.startswith(f"Đề nghị {OFFICE}")


def test_letters_of_offices_get_files_of_their_own(scene):
    letters = reminders_by_office(scene.workspace, scene.plan_id, LATE)
    odd = replace(letters[0], offices=(replace(letters[0].offices[0], name='A/B: "C"\n?. '),))
    files = writing.office_targets((*letters, letters[0], odd), Path("nháp/đôn đốc.docx"))
    assert [file.name for file in files] == [
        f"đôn đốc - {OFFICE}.docx", f"đôn đốc - {FINANCE}.docx", f"đôn đốc - {OFFICE} (2).docx", "đôn đốc - A B C.docx",
    ]  # fmt: skip
    assert {file.parent for file in files} == {Path("nháp")}


def test_tasks_without_a_lead_are_listed_and_nobody_is_written_to(scene):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        for content in (JULY, QUARTERLY, STRICT):
            unit.items.update(replace(scene.tree.items[scene.id(content)], lead=(), lead_words=None))
        unit.commit()
    assert reminder(scene.workspace, scene.plan_id, LATE).addressees == ()
    with pytest.raises(InvalidInput, match="chưa có cơ quan chủ trì"):
        reminders_by_office(scene.workspace, scene.plan_id, LATE)


def test_a_finished_task_is_not_urged(scene):
    recording.record(
        scene.workspace, [(scene.id(JULY), "once", {"progress": Progress.DONE, "done_on": date(2025, 8, 5)})]
    )
    assert late(reminder(scene.workspace, scene.plan_id, LATE))[OFFICE] == [QUARTERLY]
    assert JULY in late(reminder(scene.workspace, scene.plan_id, date(2025, 8, 4)))[OFFICE]


# --- who issues it -----------------------------------------------------------------------------------------------


def test_the_issuer_comes_from_the_profile(scene):
    issuer = issuer_of(scene.workspace, scene.tree.plan)
    assert [line.words for line in issuer.lines] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG AN BÌNH"]
    assert (issuer.symbol, issuer.signer.name, issuer.place) == ("UBND-VHXH", "Lê Thị Hoa", "An Bình")


def test_another_letterhead_and_signer_are_chosen_for_one_paper(scene):
    lines = (LetterheadLine("UBND PHƯỜNG AN BÌNH", bold=False), LetterheadLine("PHÒNG VĂN HÓA - XÃ HỘI"))
    profile = LayoutProfile(letterheads=(Letterhead("Phòng", lines, "VHXH"),))
    layout_profiles.save_layout_profile(scene.workspace, profile)
    head = Signer("Trần Bình", ("TRƯỞNG PHÒNG",))
    issuer = issuer_of(scene.workspace, scene.tree.plan, PaperChoices("Phòng", head))
    assert (issuer.lines, issuer.symbol, issuer.signer) == (lines, "VHXH", head)
    with pytest.raises(InvalidInput, match="Ban"):
        issuer_of(scene.workspace, scene.tree.plan, PaperChoices("Ban"))


def test_a_person_turns_the_pages_of_tables():
    scene = FollowUpScene(LATE)
    turned = PaperChoices(orientation="portrait")
    assert issuer_of(scene.workspace, scene.tree.plan, turned).layout.orientation == "portrait"
    paper = writing.gather(scene.workspace, scene.plan_id, "appendix", LATE, choices=turned)
    assert isinstance(paper, AppendixPaper) and paper.layout.orientation == "portrait"
    layout_profiles.save_layout_profile(scene.workspace, LayoutProfile(orientation="landscape"))
    assert issuer_of(scene.workspace, scene.tree.plan, PaperChoices()).layout.orientation == "landscape"
    assert issuer_of(scene.workspace, scene.tree.plan, turned).layout.orientation == "portrait"


def test_without_a_profile_the_plan_tells_who_issues():
    scene = FollowUpScene(LATE)
    plan = replace(scene.tree.plan, issuer="Ủy ban nhân dân xã Y", signer_name="A B", signer_capacity="KT. CT\nPCT")
    issuer = issuer_of(scene.workspace, plan)
    assert [line.words for line in issuer.lines] == ["ỦY BAN NHÂN DÂN", "XÃ Y"]
    assert issuer.signer == Signer("A B", ("KT. CT", "PCT"))


@pytest.mark.parametrize(
    ("title", "document", "cited"),
    [
        ("Kế hoạch A", DocumentRef(), "Kế hoạch A"),
        ("Kế hoạch A", DocumentRef("Kế hoạch", "5/KH-UBND"), "Kế hoạch A (Kế hoạch số 5/KH-UBND của UBND xã Y)"),
        (
            "Kế hoạch A",
            DocumentRef("Quyết định", "21/QĐ-UBND", date(2025, 2, 5)),
            "Kế hoạch A (ban hành kèm theo Quyết định số 21/QĐ-UBND ngày 05 tháng 02 năm 2025 của UBND xã Y)",
        ),
        (
            "DANH MỤC NHIỆM VỤ",
            DocumentRef("Quyết định", "21/QĐ-UBND"),
            "nhiệm vụ cải cách hành chính ban hành kèm theo Quyết định số 21/QĐ-UBND của UBND xã Y",
        ),
        ("KẾ HOẠCH A", DocumentRef("Kế hoạch", "5/KH-UBND"), "Kế hoạch số 5/KH-UBND của UBND xã Y"),
        ("KẾ HOẠCH A", DocumentRef(), "Kế hoạch số … của UBND xã Y"),
    ],
)
def test_how_a_plan_is_cited(scene, title, document, cited):
    plan = replace(scene.tree.plan, title=title, document=document, issuer="UBND xã Y")
    assert cited_plan(plan).cited == cited
