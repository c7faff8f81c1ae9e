"""Results by milestone: what is stored, what is asked about, what is refused; one operation each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.records import WHOLE_ITEM, Dropping, Progress
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.services import followup, history, plans, recording
from cchc_desktop.services.recording import drop, extend, record, settle_orphans
from tests.services.followup_scene import (
    FINANCE,
    JULY,
    OFFICE,
    PART,
    PARTS,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
    WAITING,
    FollowUpScene,
)

TODAY = date(2025, 9, 20)
DONE = Progress.DONE


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(TODAY)


def test_a_result_is_stored_with_the_due_date_as_it_was_seen(scene):
    typed = {"progress": DONE, "done_on": date(2025, 7, 30), "result": "  Quyết định 15 ", "product": ""}
    record(scene.workspace, [(scene.id(JULY), None, typed)])
    (stored,) = scene.records(JULY)
    assert (stored.occurrence, stored.progress, stored.done_on) == ("once", DONE, date(2025, 7, 30))
    assert (stored.result, stored.product, stored.due_seen) == ("Quyết định 15", None, date(2025, 7, 31))
    assert scene.statuses()[JULY] == "done"


def test_bulk_recording_is_one_operation(scene):
    before = len(scene.store.log)
    entries = [(scene.id(name), None, {"progress": Progress.IN_PROGRESS}) for name in (JULY, WAITING, UNDATED)]
    done = record(scene.workspace, [*entries, (scene.id(STRICT), "2025-Q4", {"progress": Progress.IN_PROGRESS})])
    assert len(scene.store.log) == before + 1
    assert scene.store.log[-1].operation.title == "Ghi kết quả 4 nhiệm vụ"
    assert done.changes.operation_id == scene.store.log[-1].id
    assert {scene.statuses()[name] for name in (WAITING, UNDATED)} == {"in_progress"}


def test_one_entry_that_is_refused_leaves_nothing_stored(scene):
    good, bad = (scene.id(JULY), None, {"progress": DONE}), (scene.id(STRICT), "2025-Q9", {"progress": DONE})
    with pytest.raises(InvalidInput, match="2025-Q9"):
        record(scene.workspace, [good, bad])
    assert scene.ledger.records == {}


def test_what_is_not_named_stays(scene):
    item = scene.id(JULY)
    record(scene.workspace, [(item, None, {"done_on": date(2025, 7, 30), "result": "Quyết định 15"})])
    record(scene.workspace, [(item, None, {"difficulty": "Chậm góp ý"})])
    (stored,) = scene.records(JULY)
    assert (stored.progress, stored.result, stored.difficulty) == (DONE, "Quyết định 15", "Chậm góp ý")


def test_two_entries_on_one_milestone_are_one_record(scene):
    item = scene.id(JULY)
    record(scene.workspace, [(item, None, {"result": "Quyết định 15"}), (item, "once", {"done_on": TODAY})])
    (stored,) = scene.records(JULY)
    assert (stored.result, stored.done_on, stored.progress) == ("Quyết định 15", TODAY, DONE)


def test_a_result_taken_back_loses_its_date(scene):
    item = scene.id(JULY)
    record(scene.workspace, [(item, None, {"done_on": date(2025, 8, 2), "counts_as_late": False})])
    record(scene.workspace, [(item, None, {"progress": Progress.IN_PROGRESS})])
    (stored,) = scene.records(JULY)
    assert (stored.done_on, stored.counts_as_late) == (None, None)
    assert scene.statuses()[JULY] == "overdue"


def test_the_due_date_as_seen_is_that_of_the_result_not_of_a_later_word(scene):
    item = scene.id(JULY)
    record(scene.workspace, [(item, None, {"done_on": date(2025, 7, 30)})])
    set_time(scene, JULY, "Trong tháng 8/2025")
    record(scene.workspace, [(item, None, {"result": "Quyết định 15"})])
    assert scene.records(JULY)[0].due_seen == date(2025, 7, 31)
    record(scene.workspace, [(item, None, {"done_on": date(2025, 8, 1)})])
    assert scene.records(JULY)[0].due_seen == date(2025, 8, 31)


@pytest.mark.parametrize(
    ("moment", "occurrence"),
    [(date(2025, 9, 9), "2025-Q3"), (date(2025, 12, 9), "2025-Q4"), ("2025-Q4", "2025-Q4")],
)
def test_a_milestone_is_found_by_its_due_date_or_name(scene, moment, occurrence):
    record(scene.workspace, [(scene.id(STRICT), moment, {"progress": Progress.IN_PROGRESS})])
    assert [row.occurrence for row in scene.records(STRICT)] == [occurrence]


def test_an_extended_milestone_is_found_by_both_dates(scene):
    item = scene.id(JULY)
    extend(scene.workspace, item, None, date(2025, 8, 31), "Công văn 3/UBND")
    for day in (date(2025, 7, 31), date(2025, 8, 31)):
        record(scene.workspace, [(item, day, {"progress": Progress.IN_PROGRESS})])
    assert len(scene.records(JULY)) == 1


@pytest.mark.parametrize("moment", [None, "2026-Q1", date(2025, 9, 10), "once"])
def test_a_milestone_that_is_not_clear_is_asked_with_those_there_are(scene, moment):
    with pytest.raises(InvalidInput, match=r"2025-Q3 \(hạn 09/09/2025\), 2025-Q4 \(hạn 09/12/2025\)"):
        record(scene.workspace, [(scene.id(STRICT), moment, {"progress": DONE})])


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"started_on": date(2025, 8, 2), "done_on": date(2025, 8, 1)}, "trước ngày bắt đầu"),
        ({"done_on": date(2025, 9, 21)}, "sau ngày hôm nay"),
        ({"progress": Progress.IN_PROGRESS, "done_on": date(2025, 8, 1)}, "Chọn lại tiến độ"),
        ({"progress": Progress.DROPPED}, "lý do"),
        ({"progress": Progress.DROPPED, "dropping": Dropping(" ")}, "lý do"),
        ({"progress": DONE, "agency_id": 999}, "Không có cơ quan"),
    ],
)
def test_bad_input_is_refused_in_plain_words(scene, values, words):
    with pytest.raises(InvalidInput, match=words):
        record(scene.workspace, [(scene.id(JULY), None, values)])
    assert scene.ledger.records == {}


def test_unknown_rows_are_refused(scene):
    with pytest.raises(NotFound):
        record(scene.workspace, [(999, None, {"progress": DONE})])
    with pytest.raises(NotFound):
        record(scene.workspace, [(scene.id(JULY), None, {"progress": DONE, "evidence": (999,)})])
    assert scene.ledger.records == {}


def test_a_superiors_plan_takes_no_results(scene):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, superior=True))
    with pytest.raises(InvalidInput, match="cấp trên"):
        record(scene.workspace, [(scene.id(JULY), None, {"progress": DONE})])


def test_evidence_is_named_by_its_document(scene):
    (document,) = scene.write(EvidenceDocument("Quyết định thành lập tổ công tác"))
    record(scene.workspace, [(scene.id(JULY), None, {"progress": DONE, "evidence": (document.id,)})])
    assert scene.records(JULY)[0].evidence == (document.id,)


@pytest.mark.parametrize(
    ("name", "moment", "done_on", "words"),
    [
        (STRICT, "2025-Q3", date(2025, 9, 10), "đúng hạn hay quá hạn"),
        (STRICT, "2025-Q3", date(2025, 9, 9), None),
        (STRICT, "2025-Q3", date(2025, 9, 15), None),
        (JULY, None, None, "Chưa có ngày hoàn thành"),
        (JULY, None, date(2025, 6, 30), "trước khi kế hoạch bắt đầu"),
    ],
)
def test_what_is_doubtful_is_asked_and_kept(scene, name, moment, done_on, words):
    done = record(scene.workspace, [(scene.id(name), moment, {"progress": DONE, "done_on": done_on})])
    assert len(done.questions) == (words is not None)
    assert words is None or words in done.questions[0].words
    assert scene.records(name)[0].done_on == done_on


def test_the_answer_to_the_question_is_kept(scene):
    late = {"done_on": date(2025, 9, 10), "counts_as_late": True}
    assert record(scene.workspace, [(scene.id(STRICT), "2025-Q3", late)]).questions == ()
    status = followup.plan_status(scene.workspace, scene.plan_id, TODAY).statuses[scene.id(STRICT)]
    assert [one.status for one in status.milestones] == ["done_late", "not_due"]


@pytest.mark.parametrize("state", [PlanState.ISSUED, PlanState.CLOSED])
def test_facts_need_no_amending_document(scene, state):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, state=state))
    assert record(scene.workspace, [(scene.id(JULY), None, {"done_on": TODAY})]).changes


def test_members_answer_beside_the_common_result(scene):
    item, office, finance = scene.id(QUARTERLY), scene.agency(OFFICE), scene.agency(FINANCE)
    answers = [(item, "2025-Q3", {"agency_id": id_, "done_on": TODAY}) for id_ in (office, finance)]
    record(scene.workspace, answers)
    assert [row.agency_id for row in scene.records(QUARTERLY)] == [office, finance]
    assert scene.statuses(date(2025, 9, 21))[QUARTERLY] == "in_progress"
    record(scene.workspace, [(item, "2025-Q3", {"done_on": TODAY})])
    assert len(scene.records(QUARTERLY)) == 3


def test_recording_the_same_again_changes_nothing(scene):
    entry = (scene.id(JULY), None, {"done_on": TODAY, "result": "Xong"})
    record(scene.workspace, [entry])
    assert not record(scene.workspace, [entry]).changes


# --- standing tasks -------------------------------------------------------------------------------------------------


def test_in_progress_on_a_standing_task_is_an_update_of_the_period(scene):
    typed = {"progress": Progress.IN_PROGRESS, "result": "Đã phát 3 bản tin", "difficulty": "Loa hỏng"}
    record(scene.workspace, [(scene.id(STANDING), None, typed)])
    (update,) = scene.updates(STANDING)
    assert (update.period, update.words, update.difficulty) == ("2025", "Đã phát 3 bản tin", "Loa hỏng")
    assert update.given_on == TODAY
    assert scene.ledger.records == {}
    assert scene.statuses()[STANDING] == "updated"


def test_updates_of_periods_go_with_the_results_as_one_operation(scene):
    before = len(scene.store.log)
    entries = [(scene.id(JULY), None, {"progress": DONE, "done_on": date(2025, 7, 30)})]
    record(scene.workspace, entries, [(scene.id(PART), "2025-Q3", None, {"words": "Đang rà soát"})])
    assert len(scene.store.log) == before + 1
    assert [row.words for row in scene.updates(PART)] == ["Đang rà soát"]
    assert scene.statuses()[JULY] == "done"


def test_an_update_of_a_standing_task_may_name_a_period_that_is_over(scene):
    item = scene.id(STANDING)
    record(scene.workspace, [(item, "2025-Q3", {"progress": Progress.IN_PROGRESS, "result": "Đã phát"})])
    record(scene.workspace, [(item, "2025-Q3", {"result": "Đã phát 3 bản tin"})])
    (update,) = scene.updates(STANDING)
    assert (update.period, update.words, update.given_on) == ("2025-Q3", "Đã phát 3 bản tin", None)
    assert scene.statuses(date(2025, 9, 14))[STANDING] == "updated"


def test_what_is_added_to_an_update_takes_nothing_from_it(scene):
    item, (document,) = scene.id(STANDING), scene.write(EvidenceDocument("Bản tin"))
    record(scene.workspace, [(item, None, {"result": "Đã phát", "difficulty": "Loa hỏng"})])
    record(scene.workspace, [(item, None, {"evidence": (document.id,)}), (item, None, {"difficulty": ""})])
    (update,) = scene.updates(STANDING)
    assert (update.words, update.difficulty, update.evidence) == ("Đã phát", None, (document.id,))


def test_what_only_groups_takes_no_result(scene):
    set_time(scene, PARTS, "")
    with pytest.raises(InvalidInput, match="từng việc"):
        record(scene.workspace, [(scene.id(PARTS), None, {"progress": DONE})])
    assert record(scene.workspace, [(scene.id(PART), None, {"progress": DONE})]).changes


def test_a_date_means_the_milestone_that_falls_due_then_not_one_that_was_moved(scene):
    extend(scene.workspace, scene.id(STRICT), "2025-Q3", date(2025, 12, 9), "Công văn 3/UBND")
    with pytest.raises(InvalidInput, match="2025-Q3"):
        record(scene.workspace, [(scene.id(STRICT), date(2025, 12, 9), {"progress": Progress.IN_PROGRESS})])
    record(scene.workspace, [(scene.id(STRICT), date(2025, 9, 9), {"progress": Progress.IN_PROGRESS})])
    assert [row.occurrence for row in scene.records(STRICT)] == ["2025-Q3"]


def test_a_period_of_a_standing_task_is_not_completed(scene):
    with pytest.raises(InvalidInput, match="thường xuyên"):
        record(scene.workspace, [(scene.id(STANDING), "2025-Q3", {"progress": DONE})])


def test_a_standing_task_that_ended_is_a_record_and_can_go_on_again(scene):
    item = scene.id(STANDING)
    record(scene.workspace, [(item, None, {"done_on": TODAY})])
    assert (scene.statuses()[STANDING], scene.updates(STANDING)) == ("done", ())
    record(scene.workspace, [(item, None, {"progress": Progress.IN_PROGRESS})])
    assert scene.statuses()[STANDING] == "updated"


# --- dropping and extending -----------------------------------------------------------------------------------------


def test_a_whole_item_is_dropped_with_a_reason(scene):
    drop(scene.workspace, scene.id(STRICT), " Sáp nhập phòng ", document="Công văn 3/UBND")
    (stored,) = scene.records(STRICT)
    assert stored.occurrence == WHOLE_ITEM
    assert stored.dropping == Dropping("Sáp nhập phòng", TODAY, "Công văn 3/UBND")
    assert scene.statuses()[STRICT] == "dropped"
    assert scene.statuses(date(2025, 9, 19))[STRICT] == "overdue"


def test_a_dropped_item_is_taken_up_again(scene):
    drop(scene.workspace, scene.id(STRICT), "Sáp nhập phòng")
    record(scene.workspace, [(scene.id(STRICT), WHOLE_ITEM, {"progress": Progress.NOT_STARTED})])
    assert scene.records(STRICT)[0].dropping is None
    assert scene.statuses()[STRICT] == "overdue"


def test_one_milestone_is_dropped(scene):
    drop(scene.workspace, scene.id(STRICT), "Không báo cáo quý III", moment="2025-Q3")
    assert scene.statuses()[STRICT] == "not_due"


@pytest.mark.parametrize(("reason", "on"), [("", None), ("  ", None), ("Thôi", date(2025, 9, 21))])
def test_dropping_without_a_reason_or_in_the_future_is_refused(scene, reason, on):
    with pytest.raises(InvalidInput):
        drop(scene.workspace, scene.id(STRICT), reason, on)
    assert scene.ledger.records == {}


def test_an_extension_moves_the_date_that_counts(scene):
    extend(scene.workspace, scene.id(JULY), None, date(2025, 9, 30), "Công văn 3/UBND", date(2025, 8, 5))
    assert scene.statuses()[JULY] == "not_due"
    assert scene.statuses(date(2025, 8, 4))[JULY] == "overdue"
    line = next(line for line in followup.due(scene.workspace, TODAY) if line.item.content == JULY)
    assert (line.row.due, line.row.planned_due) == (date(2025, 9, 30), date(2025, 7, 31))


def test_an_extension_past_the_plan_is_asked_about(scene):
    done = extend(scene.workspace, scene.id(JULY), None, date(2026, 1, 31), "Công văn 3/UBND")
    assert "sau khi kế hoạch kết thúc" in done.questions[0].words


@pytest.mark.parametrize(
    ("name", "new_due", "document", "granted_on"),
    [
        (JULY, date(2025, 9, 30), "  ", None),
        (JULY, date(2025, 7, 31), "Công văn 3", None),
        (JULY, date(2025, 9, 30), "Công văn 3", date(2025, 9, 21)),
        (UNDATED, date(2025, 9, 30), "Công văn 3", None),
    ],
    ids=["no document", "no later date", "granted tomorrow", "no date to extend"],
)
def test_a_bad_extension_is_refused(scene, name, new_due, document, granted_on):
    with pytest.raises(InvalidInput):
        extend(scene.workspace, scene.id(name), None, new_due, document, granted_on)
    assert scene.ledger.extensions == {}


# --- a changed schedule ---------------------------------------------------------------------------------------------


def set_time(scene, content: str, words: str) -> None:
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.update(replace(unit.items.get(scene.id(content)), time_words=words))
        unit.commit()


@pytest.fixture
def orphaned(scene) -> FollowUpScene:
    """A quarterly task with a result and an extension for the third quarter that became a monthly one."""
    item = scene.id(STRICT)
    record(scene.workspace, [(item, "2025-Q3", {"done_on": date(2025, 9, 8), "result": "Đã gửi"})])
    extend(scene.workspace, item, "2025-Q4", date(2025, 12, 15), "Công văn 3/UBND")
    set_time(scene, STRICT, "Hàng tháng")
    return scene


def left_over(scene):
    found = followup.plan_status(scene.workspace, scene.plan_id, TODAY)
    return next(one for one in found.items if one.item.content == STRICT)


def test_what_no_longer_fits_is_shown_and_moved(orphaned):
    one = left_over(orphaned)
    assert one.needs_decision
    (row,), (granted,) = one.orphan_records, one.orphan_extensions
    settle_orphans(orphaned.workspace, {row.id: "2025-09"}, {granted.id: "2025-11"})
    settled = left_over(orphaned)
    assert not settled.needs_decision
    moved = settled.milestone("2025-09").record
    assert (moved.result, moved.due_seen) == ("Đã gửi", date(2025, 9, 30))
    assert settled.milestone("2025-11").due == date(2025, 12, 15)


def test_what_no_longer_fits_may_be_put_away(orphaned):
    one = left_over(orphaned)
    settle_orphans(orphaned.workspace, {one.orphan_records[0].id: None}, {one.orphan_extensions[0].id: None})
    assert not left_over(orphaned).needs_decision
    assert orphaned.records(STRICT) == ()


@pytest.mark.parametrize("target", ["2025-Q3", "2025-08"])
def test_a_milestone_that_is_not_there_or_taken_is_refused(orphaned, target):
    record(orphaned.workspace, [(orphaned.id(STRICT), "2025-08", {"progress": DONE})])
    with pytest.raises(InvalidInput):
        settle_orphans(orphaned.workspace, {left_over(orphaned).orphan_records[0].id: target})
    assert left_over(orphaned).needs_decision


def test_titles_say_what_was_done(scene):
    recording.drop(scene.workspace, scene.id(STRICT), "Thôi")
    recording.extend(scene.workspace, scene.id(JULY), None, date(2025, 9, 30), "Công văn 3")
    assert [entry.operation.title for entry in scene.store.log[-2:]] == [
        f"Không còn thực hiện “{STRICT}”", f"Gia hạn “{JULY}”",
    ]  # fmt: skip


def test_a_dropped_task_takes_its_parts_along(scene):
    scene.clock.day = date(2025, 12, 20)
    recording.drop(scene.workspace, scene.id(PARTS), "Sáp nhập phòng")
    statuses = scene.statuses()
    assert (statuses[PARTS], statuses[PART]) == ("dropped", "dropped")


def test_what_was_dropped_together_is_taken_up_together(scene):
    before = scene.statuses()
    recording.drop(scene.workspace, scene.id(PARTS), "Sáp nhập phòng")
    recording.take_up(scene.workspace, scene.id(PARTS))
    assert scene.statuses() == before
    assert scene.store.log[-1].operation.title == f"Thực hiện trở lại “{PARTS}”"
    history.undo(scene.workspace)
    assert (scene.statuses()[PARTS], scene.statuses()[PART]) == ("dropped", "dropped")


def test_a_part_that_was_dropped_for_a_reason_of_its_own_stays_dropped(scene):
    recording.drop(scene.workspace, scene.id(PARTS), "Sáp nhập phòng")
    recording.drop(scene.workspace, scene.id(PART), "Đã có danh mục của tỉnh")
    recording.take_up(scene.workspace, scene.id(PARTS))
    assert (scene.statuses()[PARTS], scene.statuses()[PART]) == ("not_due", "dropped")
    recording.take_up(scene.workspace, scene.id(PART))
    assert scene.statuses()[PART] == "not_due"


def test_a_row_that_only_groups_is_dropped_with_what_is_below_it(scene):
    set_time(scene, PARTS, "")
    recording.drop(scene.workspace, scene.id(PARTS), "Sáp nhập phòng")
    assert scene.statuses()[PART] == "dropped"
    assert scene.records(PARTS) == ()
