from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import item_editing, recording
from cchc_desktop.ui.evidence.attach import EvidenceField
from cchc_desktop.ui.following.urge_dialog import UrgeDialog
from tests.services.followup_scene import (
    FINANCE,
    JULY,
    OFFICE,
    PART,
    POLICE,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
    WAITING,
)
from tests.ui.following.place import TODAY, Place, button, words_of

CTRL = Qt.KeyboardModifier.ControlModifier


# --- one result


def test_a_result_takes_two_keystrokes_and_one_undo(place):
    before = len(place.scene.store.log)
    dialog = place.record(JULY)
    assert dialog.focusWidget() is dialog.form.result
    assert dialog.form.day.text() == "20/09/2025"
    assert (dialog.verdict().words, dialog.verdict().token) == ("Quá hạn 51 ngày", "late")
    place.confirm()
    (stored,) = place.scene.records(JULY)
    assert (stored.progress, stored.done_on) == (Progress.DONE, date(2025, 9, 20))
    assert place.deeds == [(f"Đã ghi kết quả “{JULY}”.", place.scene.store.log[-1].id)]
    assert len(place.scene.store.log) == before + 1
    assert place.desk.dialog is None
    place.undo()
    assert place.scene.records(JULY) == ()


def test_enter_on_the_button_stores_too(place):
    dialog = place.record(STRICT, "2025-Q4")
    button(dialog, "Ghi kết quả").setFocus()
    place.key(Qt.Key.Key_Return)
    place.bot.waitUntil(lambda: bool(place.deeds))
    assert place.scene.records(STRICT)[0].occurrence == "2025-Q4"


def test_the_most_pressing_milestone_is_chosen_and_named(place):
    dialog = place.record(STRICT)
    assert dialog.moment.currentText() == "09/09/2025 · Quý III/2025 (quá hạn 11 ngày)"
    assert [dialog.moment.itemText(row) for row in range(dialog.moment.count())][1] == (
        "09/12/2025 · Quý IV/2025 (chưa đến hạn)"
    )
    assert {FINANCE, STRICT} <= set(words_of(dialog))


@pytest.mark.parametrize(
    ("typed", "words", "can_store"),
    [
        ("8/9", "Đúng hạn, sớm 1 ngày", True),
        ("9/9/2025", "Đúng hạn", True),
        ("12/9/2025", "Quá hạn 3 ngày", True),
        ("31/9", "“31/9” không phải là ngày; nhập như 01/07/2025.", False),
        ("21/9/2025", "Ngày hoàn thành 21/09/2025 sau ngày hôm nay (20/09/2025). Kiểm tra lại ngày.", False),
        ("30/6/2025", "Ngày hoàn thành 30/06/2025 trước khi kế hoạch bắt đầu (01/07/2025).", True),
        ("", "Chưa có ngày hoàn thành. Nhập ngày để xác định đúng hạn hay quá hạn.", True),
    ],
)
def test_the_verdict_stands_beside_the_date_while_it_is_typed(place, typed, words, can_store):
    dialog = place.record(STRICT)
    dialog.form.day.setText(typed)
    assert dialog.form.verdict.words() == words
    assert button(dialog, "Ghi kết quả").isEnabled() is can_store


@pytest.mark.parametrize("late", [None, False, True])
def test_doubtful_lateness_is_answered_in_place(place, late):
    dialog = place.record(STRICT)
    assert not dialog.form.lateness.isVisible()
    dialog.form.day.setText("10/9")
    assert dialog.form.verdict.words().endswith("Tính là đúng hạn hay quá hạn?")
    assert dialog.form.lateness.isVisible()
    if late is not None:
        (dialog.form.lateness.late if late else dialog.form.lateness.in_time).click()
    place.confirm()
    assert place.scene.records(STRICT)[0].counts_as_late is late
    assert place.scene.statuses()[STRICT] == "not_due"
    assert ("Tính là đúng hạn hay quá hạn?" in place.deeds[0][0]) is (late is None)


def test_another_date_takes_the_answer_back(place):
    dialog = place.record(STRICT)
    dialog.form.day.setText("10/9")
    dialog.form.lateness.late.click()
    dialog.form.day.setText("8/9")
    place.confirm()
    assert place.scene.records(STRICT)[0].counts_as_late is None


def test_a_stored_result_is_shown_and_can_be_cleared(place):
    values = {"progress": Progress.DONE, "done_on": date(2025, 7, 30), "result": "Quyết định 15", "difficulty": "Chậm"}
    recording.record(place.scene.workspace, [(place.scene.id(JULY), None, values)])
    place.keeper.refresh()
    place.bot.waitUntil(place.keeper.is_current)
    dialog = place.record(JULY)
    typed = (dialog.form.day.text(), dialog.form.result.words(), dialog.form.difficulty.words())
    assert typed == ("30/07/2025", "Quyết định 15", "Chậm")
    assert dialog.form.difficulty.isVisible()
    assert not dialog.has_typed()
    dialog.form.progress.buttons()[0].click()
    assert not dialog.form.day.isVisible()
    dialog.form.result.setPlainText("")
    place.confirm()
    (stored,) = place.scene.records(JULY)
    assert (stored.progress, stored.done_on, stored.result) == (Progress.NOT_STARTED, None, None)


def test_product_and_difficulty_are_folded_away_until_wanted(place):
    dialog = place.record(JULY)
    assert not dialog.form.product.isVisible()
    dialog.form.more.click()
    assert dialog.form.product.isVisible()
    assert dialog.focusWidget() is dialog.form.product
    dialog.form.product.setPlainText("Quyết định")
    dialog.form.difficulty.setPlainText("Thiếu người")
    place.confirm()
    (stored,) = place.scene.records(JULY)
    assert (stored.product, stored.difficulty) == ("Quyết định", "Thiếu người")


def test_a_refusal_stands_in_the_dialog_and_loses_nothing(place):
    dialog = place.record(JULY)
    dialog.form.result.setPlainText("Quyết định 15")
    item_editing.delete_items(place.scene.workspace, [place.scene.id(JULY)], "CV 1")
    place.key(Qt.Key.Key_Return, CTRL)
    place.bot.waitUntil(lambda: any("không" in words.lower() for words in words_of(dialog)))
    assert place.desk.dialog is dialog
    assert dialog.form.result.words() == "Quyết định 15"
    assert place.deeds == []


def test_leaving_typed_words_asks_in_place(place):
    dialog = place.record(JULY)
    place.key(Qt.Key.Key_Escape)
    place.bot.waitUntil(lambda: place.desk.dialog is None)
    dialog = place.record(JULY)
    dialog.form.result.setPlainText("Quyết định 15")
    place.key(Qt.Key.Key_Escape)
    assert place.desk.dialog is dialog
    assert button(dialog, "Bỏ thay đổi").isVisible()


def test_what_was_typed_at_another_milestone_is_kept_and_stored_along(place):
    dialog = place.record(STRICT)
    dialog.form.result.setPlainText("Báo cáo 312")
    dialog.moment.setCurrentIndex(1)
    assert dialog.form.result.words() == ""
    dialog.form.progress.buttons()[1].click()
    dialog.form.result.setPlainText("Đang dự thảo")
    assert button(dialog, "Ghi 2 kết quả").isEnabled()
    before = len(place.scene.store.log)
    place.confirm()
    found = {row.occurrence: (row.progress, row.result) for row in place.scene.records(STRICT)}
    assert found == {
        "2025-Q3": (Progress.DONE, "Báo cáo 312"),
        "2025-Q4": (Progress.IN_PROGRESS, "Đang dự thảo"),
    }
    assert len(place.scene.store.log) == before + 1


def test_an_offer_that_was_only_passed_by_is_not_stored(place):
    dialog = place.record(STRICT)
    dialog.moment.setCurrentIndex(1)
    place.confirm()
    assert [row.occurrence for row in place.scene.records(STRICT)] == ["2025-Q4"]


def test_evidence_is_stored_with_the_result(place):
    (document,) = place.scene.write(EvidenceDocument("Báo cáo quý III", number="401", symbol="BC-UBND"))
    place.desk.evidence_field = lambda parent: EvidenceField(lambda: TODAY, parent)
    dialog = place.record(JULY)
    assert not dialog.has_typed()
    dialog.form.evidence.add_document(document.id)
    assert dialog.has_typed()
    place.confirm()
    assert place.scene.records(JULY)[0].evidence == (document.id,)
    assert place.record(JULY).form.evidence.documents() == (document.id,)


# --- the next one


def test_it_goes_on_to_the_next_open_row_of_the_list(place):
    refs = [place.ref(content) for content in (JULY, STRICT, UNDATED)]
    quarters = [(place.scene.id(STRICT), key, {"progress": Progress.DONE}) for key in ("2025-Q3", "2025-Q4")]
    recording.record(place.scene.workspace, quarters)
    place.keeper.refresh()
    place.bot.waitUntil(place.keeper.is_current)
    dialog = place.ask(lambda: place.desk.record(refs[:1], refs[1:]))
    assert not dialog.goes_on.isChecked()
    dialog.goes_on.setChecked(True)
    place.key(Qt.Key.Key_Return, CTRL)
    place.bot.waitUntil(lambda: place.desk.dialog not in (None, dialog))
    following = place.desk.dialog
    assert UNDATED in words_of(following)
    assert not following.goes_on.isVisible()  # it is the last one
    place.confirm()
    assert place.scene.statuses()[UNDATED] == "done"
    assert place.desk.dialog is None


def test_without_a_list_nothing_is_offered(place):
    assert not place.record(JULY).goes_on.isVisible()


# --- standing tasks and groups


def test_a_standing_task_takes_the_update_of_the_period(place):
    dialog = place.record(STANDING)
    assert "Kỳ báo cáo" in words_of(dialog)
    assert "Nội dung cập nhật" in words_of(dialog)
    assert not dialog.form.progress.isVisible()
    assert dialog.moment.currentText() == "Năm 2025 (chưa cập nhật)"
    assert not button(dialog, "Ghi kết quả").isEnabled()
    dialog.form.result.setPlainText("Đăng 5 tin bài")
    place.confirm()
    (update,) = place.scene.updates(STANDING)
    assert (update.period, update.words, update.agency_id) == ("2025", "Đăng 5 tin bài", None)
    assert place.deeds[0][0] == f"Đã ghi cập nhật “{STANDING}”."
    assert place.record(STANDING).form.result.words() == "Đăng 5 tin bài"


def test_an_emptied_update_goes_away(place):
    place.record(STANDING).form.result.setPlainText("Đăng 5 tin bài")
    place.confirm()
    place.record(STANDING).form.result.setPlainText("")
    place.confirm()
    assert place.scene.updates(STANDING) == ()


def test_a_dated_task_takes_an_update_beside_its_results(place):
    dialog = place.record(PART)
    choices = [dialog.moment.itemText(row) for row in range(dialog.moment.count())]
    assert choices == ["31/12/2025 (chưa đến hạn)", "Cập nhật Năm 2025 (chưa cập nhật)"]
    dialog.moment.setCurrentIndex(1)
    dialog.form.result.setPlainText("Đang rà soát")
    place.confirm()
    assert [row.words for row in place.scene.updates(PART)] == ["Đang rà soát"]
    assert place.scene.records(PART) == ()


@pytest.fixture
def grouped(place):
    """The task of the police is led by a group of two."""
    scene = place.scene
    members = (scene.agency(FINANCE), scene.agency(OFFICE))
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.agencies.add_all([Agency("Các phòng, ban", kind=AgencyKind.GROUP, member_ids=members)])
        unit.commit()
    item_editing.edit_items(scene.workspace, {scene.id(WAITING): {"lead_words": "Các phòng, ban"}}, "CV 1")
    place.keeper.refresh()
    place.bot.waitUntil(place.keeper.is_current)
    return place, members


def test_each_member_of_a_group_answers_beside_the_common_result(grouped):
    place, (finance, _) = grouped
    dialog = place.record(WAITING)
    assert [dialog.agency.itemText(row) for row in range(dialog.agency.count())] == [
        "Kết quả chung", f"{FINANCE} (chưa trả lời)", f"{OFFICE} (chưa trả lời)",
    ]  # fmt: skip
    dialog.agency.setCurrentIndex(1)
    dialog.form.result.setPlainText("Đã nộp số liệu")
    place.confirm()
    (answer,) = place.scene.records(WAITING)
    assert (answer.agency_id, answer.result, answer.progress) == (finance, "Đã nộp số liệu", Progress.DONE)
    assert place.scene.statuses()[WAITING] == "in_progress"
    assert place.record(WAITING).agency.itemText(1) == f"{FINANCE} (đã trả lời)"
    place.confirm()
    assert {row.agency_id for row in place.scene.records(WAITING)} == {finance, None}
    assert place.scene.statuses()[WAITING] == "done"


def test_one_lead_is_not_asked_apart(place):
    assert not place.record(JULY).agency.isVisible()


# --- many at once


def test_twenty_milestones_are_one_operation(qtbot):
    place = Place(qtbot)
    section = place.scene.tree.sections[0].id
    from cchc_desktop.domain.items import Place as Spot

    ids = [
        item_editing.add_item(
            place.scene.workspace, place.scene.plan_id, Spot(section),
            {"content": f"Việc {number}", "time_words": "Trong tháng 8/2025", "lead_words": POLICE}, "CV 1",
        )[0]
        for number in range(20)
    ]  # fmt: skip
    place.session.load()
    place.keeper.refresh()
    place.bot.waitUntil(lambda: place.keeper.is_current() and len(place.session.tree.items) == 28)
    before = len(place.scene.store.log)
    refs = [type(place.ref(JULY))(place.scene.plan_id, id_) for id_ in ids]
    dialog = place.ask(lambda: place.desk.record(refs))
    assert dialog.count_words() == "Sẽ ghi 20 mốc."
    dialog.day.setText("31/8/2025")
    dialog.told.setPlainText("Đã xong")
    place.confirm()
    assert len(place.scene.store.log) == before + 1
    rows = place.scene.ledger.records
    assert {(rows[id_][0].done_on, rows[id_][0].result) for id_ in ids} == {(date(2025, 8, 31), "Đã xong")}
    assert place.deeds[0][0] == "Đã ghi kết quả 20 mốc."
    place.undo()
    assert place.scene.ledger.records == {}
    place.database.stop()


def test_what_cannot_be_recorded_is_named_with_its_reason(place):
    refs = [place.ref(content) for content in (JULY, STANDING, STRICT)]
    dialog = place.ask(lambda: place.desk.record(refs))
    assert dialog.count_words() == "Sẽ ghi 2 mốc; 1 dòng không ghi được, lý do ghi trong danh sách."
    assert dialog.list.model().index(0, 2).data().startswith("Không ghi: Nhiệm vụ thường xuyên")
    dialog.progress.buttons()[1].click()
    assert dialog.count_words() == "Sẽ ghi 3 mốc."
    dialog.told.setPlainText("Đang làm")
    place.confirm()
    assert [row.words for row in place.scene.updates(STANDING)] == ["Đang làm"]
    assert place.scene.records(STRICT)[0].progress is Progress.IN_PROGRESS


@pytest.mark.parametrize("typed", ["31/9/2025", "21/9/2025", ""])
def test_a_bad_day_for_all_is_refused_beside_the_field(place, typed):
    dialog = place.ask(lambda: place.desk.record([place.ref(JULY), place.ref(STRICT)]))
    dialog.day.setText(typed)
    assert dialog.verdict.words()
    assert not button(dialog, "Ghi kết quả").isEnabled()


def test_milestones_before_the_tracked_day_are_recorded_in_bulk(qtbot):
    place = Place(qtbot)
    scene = place.scene
    from dataclasses import replace

    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.plans.update_all([replace(scene.tree.plan, tracked_from=date(2025, 10, 1))])
        unit.commit()
    scene.clock.day = date(2025, 10, 5)
    place.keeper.refresh()
    place.bot.waitUntil(lambda: place.keeper.picture.as_of == date(2025, 10, 5) and place.keeper.is_current())
    dialog = place.ask(lambda: place.desk.record([place.ref(JULY), place.ref(STRICT)]))
    assert "Sẽ ghi 1 mốc" in dialog.count_words()
    dialog.earlier.click()
    assert "Sẽ ghi 3 mốc" in dialog.count_words()
    place.confirm()
    assert len(scene.records(STRICT)) == 2
    place.database.stop()


# --- what stands in the way


def test_data_that_are_only_looked_at_are_not_asked_about(place):
    place.steps.set_writable(False)
    place.desk.record([place.ref(JULY)])
    assert (place.desk.dialog, place.deeds) == (
        None, [("Dữ liệu đang mở chỉ để xem nên không ghi được.", None)],
    )  # fmt: skip


def test_no_dialog_opens_over_a_dialog(place):
    dialog = place.record(JULY)
    place.desk.urge([place.ref(STRICT)])
    assert place.desk.dialog is dialog


def test_a_plan_that_is_not_in_the_picture_is_read_for_the_dialog(place):
    place.keeper.picture = None
    dialog = place.record(QUARTERLY)
    assert QUARTERLY in words_of(dialog)


def test_everything_is_one_kind_of_row(place):
    place.record(JULY)
    place.confirm()
    assert [row.item_id for row in place.scene.store.all(EntityKind.RECORD)] == [place.scene.id(JULY)]


def test_many_rows_are_looked_up_and_judged_beside_the_window(place, monkeypatch):
    monkeypatch.setattr("cchc_desktop.ui.following.recording._AT_ONCE", 0)
    monkeypatch.setattr("cchc_desktop.ui.following.bulk_record_dialog._STEP", 1)
    monkeypatch.setattr("cchc_desktop.ui.slices.Slices.seconds", 0)
    dialog = place.ask(lambda: place.desk.record([place.ref(JULY), place.ref(STRICT)]))
    place.bot.waitUntil(lambda: dialog.count_words() == "Sẽ ghi 2 mốc.")
    assert dialog._primary.isEnabled()
    assert len(dialog.entries()) == 2


def test_many_rows_are_urged_beside_the_window(place, monkeypatch):
    monkeypatch.setattr("cchc_desktop.ui.following.recording._AT_ONCE", 0)
    dialog = place.ask(lambda: place.desk.urge([place.ref(JULY), place.ref(STRICT)]))
    assert isinstance(dialog, UrgeDialog)
    assert not place.desk._is_asking
