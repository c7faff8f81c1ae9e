"""Results typed into cells of the table."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.items import Place
from cchc_desktop.services.item_editing import edit_items
from cchc_desktop.services.pasting import paste
from tests.services.followup_scene import JULY, PARTS, STANDING, STRICT, FollowUpScene

TODAY = date(2025, 12, 2)


@pytest.fixture
def scene():
    return FollowUpScene(TODAY)


def typed(scene, content, **cells):
    return edit_items(scene.workspace, {scene.id(content): cells})


def facts(scene, content):
    return [(row.occurrence, row.progress, row.done_on, row.result) for row in scene.records(content)]


def test_a_day_completes_the_milestone_at_hand(scene):
    typed(scene, STRICT, day_now="8/9", result_now="Đã gửi")
    typed(scene, STRICT, day_now="01/12/2025")
    assert facts(scene, STRICT) == [
        ("2025-Q3", Progress.DONE, date(2025, 9, 8), "Đã gửi"),
        ("2025-Q4", Progress.DONE, date(2025, 12, 1), None),
    ]


def test_a_doubtful_day_is_asked_about(scene):
    scene.clock.day = date(2025, 9, 20)
    asked = "Kế hoạch ghi trước ngày 10/09/2025, kết quả có đúng ngày đó. Tính là đúng hạn hay quá hạn?"
    assert typed(scene, STRICT, day_now="10/9").notes == (asked,)
    assert typed(scene, STRICT, day_now="10/9").notes == ()
    assert typed(scene, JULY, day_now="20/7").notes == ()


def test_words_alone_tell_that_work_goes_on_and_emptied_ones_that_it_has_not_begun(scene):
    typed(scene, JULY, result_now="Đang trình")
    assert facts(scene, JULY) == [("once", Progress.IN_PROGRESS, None, "Đang trình")]
    typed(scene, JULY, result_now="")
    assert facts(scene, JULY) == [("once", Progress.NOT_STARTED, None, None)]


def test_words_beside_a_day_that_was_typed_before_change_nothing_else(scene):
    typed(scene, JULY, day_now="20/7/2025")
    typed(scene, JULY, result_now="Quyết định 25/QĐ-UBND")
    assert facts(scene, JULY) == [("once", Progress.DONE, date(2025, 7, 20), "Quyết định 25/QĐ-UBND")]
    typed(scene, JULY, day_now="")
    assert facts(scene, JULY) == [("once", Progress.IN_PROGRESS, None, "Quyết định 25/QĐ-UBND")]


def test_on_a_standing_task_they_are_the_update_of_the_period(scene):
    typed(scene, STANDING, result_now="Phát thanh 12 buổi", day_now="1/12")
    (update,) = scene.updates(STANDING)
    assert (update.period, update.words, update.given_on) == ("2025", "Phát thanh 12 buổi", date(2025, 12, 1))
    typed(scene, STANDING, result_now="")
    assert scene.updates(STANDING) == ()


def test_documents_are_found_by_their_references_or_entered(scene):
    typed(scene, JULY, documents_now="25/QĐ-UBND; 3/TTr-VHXH", day_now="20/7")
    typed(scene, STRICT, documents_now="25/qđ-ubnd")
    documents = scene.workspace.queries.documents()
    assert sorted(one.reference for one in documents) == ["25/QĐ-UBND", "3/TTr-VHXH"]
    (first,), (second,) = scene.records(JULY), scene.records(STRICT)
    assert second.evidence == first.evidence[:1]
    assert first.evidence[0] != first.evidence[1]


def test_plan_words_and_results_are_one_operation(scene):
    before = len(scene.store.operations)
    changes = edit_items(scene.workspace, {scene.id(JULY): {"note": "Gấp", "day_now": "20/7"}}, "Quyết định 22/QĐ-UBND")
    assert changes.operation_id is not None
    assert scene.tree.items[scene.id(JULY)].note == "Gấp"
    assert facts(scene, JULY) == [("once", Progress.DONE, date(2025, 7, 20), None)]
    assert len(scene.store.operations) == before + 1


def test_results_ask_for_no_amendment(scene):
    typed(scene, JULY, day_now="20/7")  # the plan is issued: its words are locked, facts about it are not
    assert scene.records(JULY)


def test_a_pasted_block_records_rows_that_exist_and_new_ones(scene):
    tree = scene.tree
    section = tree.sections[0]
    place = Place(section.id, None, tree.roots(section.id)[-1].id)
    new = [{"content": "Việc mới", "time_words": "Trong tháng 11/2025", "day_now": "15/11", "result_now": "Xong"}]
    edits = {scene.id(JULY): {"result_now": "Xong", "day_now": "30/07/2025"}}
    paste(scene.workspace, scene.plan_id, edits, new, place, "Quyết định 22/QĐ-UBND")
    assert facts(scene, JULY) == [("once", Progress.DONE, date(2025, 7, 30), "Xong")]
    assert facts(scene, "Việc mới") == [("once", Progress.DONE, date(2025, 11, 15), "Xong")]


@pytest.mark.parametrize("day", ["hôm qua", "31/02/2025", "12"])
def test_what_is_no_day_is_refused_with_what_to_type(scene, day):
    with pytest.raises(InvalidInput, match="Nhập như"):
        typed(scene, JULY, day_now=day)
    assert facts(scene, JULY) == []


def test_a_day_to_come_is_refused(scene):
    with pytest.raises(InvalidInput):
        typed(scene, JULY, day_now="03/12/2025")


@pytest.mark.parametrize("day", ["31/02/2025", "03/12/2025"])
def test_of_several_rows_the_wrong_one_is_named(scene, day):
    edits = {scene.id(JULY): {"day_now": "1/12/2025"}, scene.id(STRICT): {"day_now": day}}
    with pytest.raises(InvalidInput, match=f"^Nhiệm vụ “{STRICT}”: .*{day}"):
        edit_items(scene.workspace, edits)
    assert facts(scene, JULY) == []


def test_a_row_that_only_groups_takes_no_result(scene):
    with pytest.raises(InvalidInput, match="gồm các việc"):
        edit_items(scene.workspace, {scene.id(PARTS): {"time_words": "", "result_now": "Xong"}}, "QĐ 1/QĐ-UBND")
