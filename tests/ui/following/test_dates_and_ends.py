"""Extensions, what is carried out no longer, and results whose milestone is no more."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.followup.records import WHOLE_ITEM, Progress
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.services import item_editing, recording
from tests.services.followup_scene import JULY, STRICT, UNDATED
from tests.ui.following.place import button, words_of


def refreshed(place):
    place.session.load()
    place.keeper.refresh()
    place.bot.waitUntil(place.keeper.is_current)


# --- extensions


def test_an_extension_moves_the_due_date(place):
    dialog = place.ask(lambda: place.desk.extend(place.ref(STRICT)))
    assert dialog.focusWidget() is dialog.new_due
    dialog.new_due.setText("30/9")
    assert dialog.verdict.words() == "Lùi 21 ngày so với hạn 09/09/2025"
    assert not button(dialog, "Gia hạn").isEnabled()
    dialog.document.setText("Công văn 15/UBND")
    dialog.granted_on.setText("5/9")
    place.confirm()
    (row,) = place.scene.ledger.extensions[place.scene.id(STRICT)]
    assert (row.occurrence, row.new_due) == ("2025-Q3", date(2025, 9, 30))
    assert (row.document, row.granted_on) == ("Công văn 15/UBND", date(2025, 9, 5))
    assert place.scene.statuses()[STRICT] == "not_due"
    assert place.deeds[0][0] == f"Đã gia hạn “{STRICT}”."
    place.undo()
    assert place.scene.statuses()[STRICT] == "overdue"


@pytest.mark.parametrize(
    ("new_due", "granted", "words", "can_store"),
    [
        ("9/9", "", "Hạn mới 09/09/2025 không sau hạn cũ 09/09/2025. Kiểm tra lại ngày.", False),
        ("31/9", "", "“31/9” không phải là ngày; nhập như 01/07/2025.", False),
        ("30/9", "21/9", "Ngày cho phép gia hạn sau ngày hôm nay (20/09/2025).", False),
        ("31/1/2026", "", "Hạn mới 31/01/2026 sau khi kế hoạch kết thúc (31/12/2025).", True),
    ],
)
def test_the_verdict_of_an_extension_stands_beside_its_date(place, new_due, granted, words, can_store):
    dialog = place.ask(lambda: place.desk.extend(place.ref(STRICT)))
    dialog.document.setText("Công văn 15/UBND")
    dialog.new_due.setText(new_due)
    dialog.granted_on.setText(granted)
    assert dialog.verdict.words() == words
    assert button(dialog, "Gia hạn").isEnabled() is can_store


def test_what_has_no_date_cannot_be_extended(place):
    place.desk.extend(place.ref(UNDATED))
    assert place.desk.dialog is None
    assert place.deeds[0][0].startswith("Nhiệm vụ chưa xác định thời hạn")


# --- dropping


def test_a_task_is_dropped_with_a_reason_and_taken_up_again(place):
    dialog = place.ask(lambda: place.desk.drop(place.ref(JULY)))
    assert not button(dialog, "Ghi không còn thực hiện").isEnabled()
    dialog.reason.setPlainText("Đã bãi bỏ theo văn bản của thành phố")
    dialog.document.setText("CV 99/UBND")
    place.confirm()
    (row,) = place.scene.records(JULY)
    assert (row.occurrence, row.dropping.reason) == (WHOLE_ITEM, "Đã bãi bỏ theo văn bản của thành phố")
    assert (row.dropping.on, row.dropping.document) == (date(2025, 9, 20), "CV 99/UBND")
    assert place.scene.statuses()[JULY] == "dropped"
    dialog = place.ask(lambda: place.desk.drop(place.ref(JULY)))
    assert dialog.again.isChecked()
    assert button(dialog, "Thực hiện trở lại").isEnabled()
    place.confirm()
    assert place.scene.statuses()[JULY] == "overdue"


def test_one_milestone_is_dropped(place):
    dialog = place.ask(lambda: place.desk.drop(place.ref(STRICT, "2025-Q3")))
    assert dialog.one.isChecked()
    dialog.reason.setPlainText("Sáp nhập đơn vị")
    place.confirm()
    (row,) = place.scene.records(STRICT)
    assert (row.occurrence, row.progress) == ("2025-Q3", Progress.DROPPED)
    dialog = place.record(STRICT, "2025-Q3")
    assert any("Sáp nhập đơn vị" in words for words in words_of(dialog))
    assert not button(dialog, "Ghi kết quả").isEnabled()
    dialog.form.progress.buttons()[2].click()
    dialog.form.day.setText("9/9")
    place.confirm()
    assert place.scene.records(STRICT)[0].progress is Progress.DONE


@pytest.mark.parametrize("typed", ["21/9/2025", "x"])
def test_a_day_to_come_is_refused(place, typed):
    dialog = place.ask(lambda: place.desk.drop(place.ref(JULY)))
    dialog.reason.setPlainText("Lý do")
    dialog.on.setText(typed)
    assert dialog.verdict.words()
    assert not button(dialog, "Ghi không còn thực hiện").isEnabled()


# --- left over


@pytest.fixture
def left_over(place):
    """A result and an extension of a quarter; then the task falls due once."""
    scene = place.scene
    values = {"progress": Progress.DONE, "done_on": date(2025, 9, 8), "result": "Báo cáo 312"}
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", values)])
    recording.extend(scene.workspace, scene.id(STRICT), "2025-Q4", date(2025, 12, 20), "CV 5")
    rules = (Rule(ScheduleKind.DEADLINE, due=date(2025, 12, 15)),)
    item_editing.set_rules(scene.workspace, scene.id(STRICT), rules)
    refreshed(place)
    return place


def test_what_is_left_over_is_moved_or_put_away(left_over):
    place = left_over
    dialog = place.ask(lambda: place.desk.settle([place.ref(STRICT)]))
    (result, to), (extension, away) = dialog.choices
    assert result.words == "Kết quả của mốc Quý III/2025 · Đã hoàn thành · 08/09/2025 · Báo cáo 312"
    assert extension.words == "Gia hạn của mốc Quý IV/2025 đến 20/12/2025 theo CV 5"
    assert not button(dialog, "Xử lý").isEnabled()
    place.key(Qt.Key.Key_Down)
    assert to.currentText() == "Chuyển vào 15/12/2025 (chưa đến hạn)"
    away.setCurrentIndex(away.count() - 1)
    place.confirm()
    assert [(row.occurrence, row.result) for row in place.scene.records(STRICT)] == [("once", "Báo cáo 312")]
    assert place.scene.ledger.extensions.get(place.scene.id(STRICT), ()) == ()
    assert place.scene.statuses()[STRICT] == "done"
    place.undo()
    assert place.scene.records(STRICT)[0].occurrence == "2025-Q3"


def test_what_is_not_answered_stays(left_over):
    place = left_over
    dialog = place.ask(lambda: place.desk.settle([place.ref(JULY)]))  # all of the plan: this task has none
    dialog.choices[0][1].setCurrentIndex(dialog.choices[0][1].count() - 1)
    place.confirm()
    assert place.scene.records(STRICT) == ()
    assert len(place.scene.ledger.extensions[place.scene.id(STRICT)]) == 1


def test_nothing_left_over_is_told(place):
    place.desk.settle([place.ref(JULY)])
    assert place.deeds == [("Không có kết quả nào của mốc không còn cần xử lý.", None)]
