"""The tracking table and the sheets of agencies: the figures of the screens, every word as typed, nothing too early."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Progress
from cchc_desktop.domain.followup.status import STATUS_WORDS, Status
from cchc_desktop.domain.papers.followup import Grouping, HeadRow, TaskRow, tally
from cchc_desktop.services import followup, recording, updating
from cchc_desktop.services.papers.tracking import NO_AGENCY, agency_sheet, find_agency, tracking
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
    FollowUpScene,
)

AUTUMN = date(2025, 10, 20)


@pytest.fixture
def scene() -> FollowUpScene:
    scene = FollowUpScene(AUTUMN)
    done = {
        "progress": Progress.DONE,
        "done_on": date(2025, 9, 8),
        "result": "Báo cáo số 15",
        "difficulty": "Thiếu máy",
    }
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", done)])
    return scene


def rows(paper) -> dict[str, TaskRow]:
    return {row.content: row for group in paper.groups for row in group.rows if isinstance(row, TaskRow)}


@pytest.mark.parametrize("by", list(Grouping))
@pytest.mark.parametrize("day", [date(2025, 7, 1), AUTUMN, date(2025, 12, 31), date(2026, 2, 1)])
def test_figures_are_those_of_the_screens(scene, by, day):
    status = followup.plan_status(scene.workspace, scene.plan_id, day)
    paper = tracking(scene.workspace, scene.plan_id, day, by)
    assert paper.total.roll_up.counts == status.total.counts
    assert (paper.total.done.number, paper.total.all.number) == (status.total.done, status.total.total)
    assert paper.total.roll_up.percentage == status.total.percentage
    assert paper.total.late.number == status.total.counts.get(Status.OVERDUE, 0)
    assert paper.parts.roll_up.counts == status.sub_items.counts
    assert sum(line.number for line in paper.total.lines) == status.total.total
    groups = [one.tally.roll_up.counts for one in paper.groups]
    kept = status.by_section if by is Grouping.AREA else status.by_agency
    assert sorted(map(sorted, map(Counter.items, groups))) == sorted(
        sorted(one.counts.items()) for one in kept.values()
    )


def test_every_followed_item_has_one_row(scene):
    for by in Grouping:
        paper = tracking(scene.workspace, scene.plan_id, AUTUMN, by)
        ids = [row.item_id for group in paper.groups for row in group.rows if isinstance(row, TaskRow)]
        assert sorted(ids) == sorted(followup.plan_status(scene.workspace, scene.plan_id, AUTUMN).statuses)


def test_printed_words_only(scene):
    day = date(2025, 12, 5)
    assert set(scene.statuses(day).values()) >= {"due_soon", "update_due"}
    paper = tracking(scene.workspace, scene.plan_id, day)
    printed = {words for _, words in STATUS_WORDS.values()} | {"Đang thực hiện"}
    assert {row.status for row in rows(paper).values()} <= printed
    assert rows(paper)[JULY].status == "Chậm tiến độ"
    assert rows(paper)[JULY].is_late


def test_a_result_stands_with_its_milestone_and_its_day(scene):
    row = rows(tracking(scene.workspace, scene.plan_id, AUTUMN))[STRICT]
    assert row.result == "Quý III/2025: Báo cáo số 15 (ngày 08/09/2025)\nKhó khăn, vướng mắc: Thiếu máy"
    assert (row.due, row.moment) == (date(2025, 12, 9), "Quý IV/2025")
    assert row.time_words == "Trước ngày 10 của tháng cuối quý"


def test_what_came_later_is_not_told(scene):
    early = rows(tracking(scene.workspace, scene.plan_id, date(2025, 9, 7)))[STRICT]
    assert (early.result, early.due) == ("", date(2025, 9, 9))


def test_updates_of_periods_are_results_of_standing_tasks(scene):
    updating.update(scene.workspace, scene.id(STANDING), "2025-Q3", None, "Đã phát 12 tin, bài")
    assert (
        rows(tracking(scene.workspace, scene.plan_id, AUTUMN))[STANDING].result == "Quý III/2025: Đã phát 12 tin, bài"
    )


def test_updates_of_earlier_years_give_way(scene):
    for period, words in (("2024", "Năm trước"), ("2025-Q1", "Đầu năm"), ("2025-Q3", "Quý ba")):
        with scene.workspace.units(Operation("test", "Thử")) as unit:
            unit.period_updates.add(PeriodUpdate(scene.id(STANDING), period, words, given_on=date(2025, 10, 1)))
            unit.commit()
    row = rows(tracking(scene.workspace, scene.plan_id, AUTUMN))[STANDING]
    assert row.result == "Quý I/2025: Đầu năm\nQuý III/2025: Quý ba"


def test_an_extension_names_old_and_new_date_and_its_document(scene):
    longer = Extension(scene.id(JULY), "once", date(2025, 11, 15), "CV 812/UBND-VP", granted_on=date(2025, 7, 30))
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.extensions.add(longer)
        unit.commit()
    row = rows(tracking(scene.workspace, scene.plan_id, AUTUMN))[JULY]
    assert row.extension == "Từ 31/07/2025 đến 15/11/2025 (CV 812/UBND-VP)"
    assert (row.due, row.is_late) == (date(2025, 11, 15), False)
    assert rows(tracking(scene.workspace, scene.plan_id, date(2025, 7, 29)))[JULY].extension == ""


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (
            EvidenceDocument("Rà soát", number="15", symbol="BC-UBND", type="Báo cáo", issued_on=date(2025, 9, 8)),
            "Báo cáo 15/BC-UBND ngày 08/09/2025",
        ),
        (EvidenceDocument("Ảnh chụp hội nghị"), "Ảnh chụp hội nghị"),
        (EvidenceDocument("Nội dung mật", secret=True), "Tài liệu mật"),
        (EvidenceDocument("Nội dung mật", number="3", symbol="M", secret=True), "3/M"),
    ],
)
def test_evidence_is_referred_to_and_no_secret_told(scene, document, words):
    (stored,) = scene.write(document)
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", {"evidence": (stored.id,)})])
    scene.write(replace(document, uid="other", item_ids=(scene.id(STRICT),)))
    assert rows(tracking(scene.workspace, scene.plan_id, AUTUMN))[STRICT].evidence == words
    assert rows(tracking(scene.workspace, scene.plan_id, AUTUMN))[JULY].evidence == ""


def test_a_dropped_task_says_why(scene):
    recording.drop(scene.workspace, scene.id(UNDATED), "Sáp nhập đơn vị")
    row = rows(tracking(scene.workspace, scene.plan_id, AUTUMN))[UNDATED]
    assert (row.status, row.result) == ("Không còn thực hiện", "Lý do không thực hiện: Sáp nhập đơn vị")


def test_a_part_stands_under_its_task_and_is_counted_apart(scene):
    paper = tracking(scene.workspace, scene.plan_id, AUTUMN)
    contents = [row.content for row in paper.groups[1].rows]
    assert contents[-2:] == [PARTS, PART]
    assert scene.id(PART) not in paper.total.all.items
    assert paper.parts.all.items == (scene.id(PART),)


def test_numbers_that_restart_name_their_area_outside_it(scene):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        for content in (JULY, STANDING):
            unit.items.update(replace(scene.tree.items[scene.id(content)], number="1"))
        unit.items.update(replace(scene.tree.items[scene.id(UNDATED)], number="2"))
        unit.commit()
    for by, numbers in ((Grouping.AREA, ("1", "1", "2", "")), (Grouping.AGENCY, ("I.1", "II.1", "II.2", ""))):
        found = rows(tracking(scene.workspace, scene.plan_id, AUTUMN, by))
        assert tuple(found[content].number for content in (JULY, STANDING, UNDATED, STRICT)) == numbers


def test_a_parent_without_a_date_is_a_head(scene):
    parent = scene.tree.items[scene.id(PARTS)]
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.update(replace(parent, time_words=None))
        unit.commit()
    found = tracking(scene.workspace, scene.plan_id, AUTUMN).groups[1].rows
    assert found[-2] == HeadRow("", PARTS)


def test_only_what_one_agency_leads_by_any_of_its_spellings(scene):
    for name in ("phòng kinh tế", "Phòng Kinh tế phường", " PHÒNG KINH TẾ "):
        paper = tracking(scene.workspace, scene.plan_id, AUTUMN, agency=name)
        assert set(rows(paper)) == {QUARTERLY, STRICT}
        assert paper.agency == FINANCE


def test_an_agency_that_is_not_there_or_leads_nothing(scene):
    with pytest.raises(NotFound, match="Sở Nội vụ"):
        tracking(scene.workspace, scene.plan_id, AUTUMN, agency="Sở Nội vụ")
    with pytest.raises(NotFound):
        find_agency([], "x")
    with pytest.raises(NotFound, match=f"“phong kinh te so”. Tên gần giống: {FINANCE};"):
        find_agency(scene.workspace.queries.agencies(), "phong kinh te so")
    with pytest.raises(NotFound):
        tracking(scene.workspace, 99, AUTUMN)


def test_keys_of_figures_lead_to_their_tasks(scene):
    paper = tracking(scene.workspace, scene.plan_id, AUTUMN)
    figures = paper.figures()
    assert figures[paper.total.late.key] == paper.total.late.items
    assert {scene.id(JULY), scene.id(QUARTERLY)} == set(paper.total.late.items)
    assert len(figures) == len(set(figures))


def test_nothing_to_count():
    nothing = tally("plan:1", (), {})
    assert (nothing.all.number, nothing.lines, nothing.roll_up.percentage) == (0, (), None)


# --- sheets of agencies ------------------------------------------------------------------------------------------


def test_the_sheets_add_up_to_the_plan(scene):
    status = followup.plan_status(scene.workspace, scene.plan_id, AUTUMN)
    paper = agency_sheet(scene.workspace, scene.plan_id, AUTUMN)
    assert {sheet.agency for sheet in paper.sheets} == {OFFICE, POLICE, FINANCE}
    assert sum((Counter(sheet.tally.roll_up.counts) for sheet in paper.sheets), Counter()) == status.total.counts
    for sheet in paper.sheets:
        assert sheet.tally.roll_up.counts == status.by_agency[scene.agency(sheet.agency)].counts


def test_what_is_led_together_is_told_apart(scene):
    (sheet,) = agency_sheet(scene.workspace, scene.plan_id, AUTUMN, FINANCE).sheets
    assert [row.content for row in sheet.own] == [STRICT]
    assert [row.content for row in sheet.shared] == [QUARTERLY]


def test_tasks_without_a_lead_have_a_sheet_too(scene):
    bare = replace(scene.tree.items[scene.id(UNDATED)], lead=(), lead_words=None)
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.update(bare)
        unit.commit()
    sheets = agency_sheet(scene.workspace, scene.plan_id, AUTUMN).sheets
    assert sheets[-1].agency == NO_AGENCY
    assert [row.content for row in sheets[-1].own] == [UNDATED]


def test_an_agency_that_leads_nothing_has_no_sheet(scene):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        for content in (STRICT, QUARTERLY):
            unit.items.update(replace(scene.tree.items[scene.id(content)], lead=(), lead_words=None))
        unit.commit()
    with pytest.raises(InvalidInput, match="không chủ trì"):
        agency_sheet(scene.workspace, scene.plan_id, AUTUMN, FINANCE)
    with pytest.raises(InvalidInput, match="không chủ trì"):
        tracking(scene.workspace, scene.plan_id, AUTUMN, agency=FINANCE)
