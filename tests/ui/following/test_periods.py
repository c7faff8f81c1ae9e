"""Reporting periods in 'Ghi kết quả': those out of turn are offered while they are open, locked ones are told of."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import periods, recording, updating
from tests.services.followup_scene import JULY, PART, STANDING, STRICT
from tests.ui.following.place import words_of

SPECIAL = "Báo cáo đột xuất tháng 8"
Q3_LOCKED = "Kỳ “Quý III năm 2025” đã chốt ngày 20/09/2025; số liệu đã chốt không đổi."


def refresh(place) -> None:
    place.keeper.refresh()
    place.bot.waitUntil(place.keeper.is_current)


def add_special(place, start: date, end: date) -> str:
    days = date(2025, 9, 25)
    key, _ = periods.add_special(place.scene.workspace, Period(start, end), days, days, days, SPECIAL)
    refresh(place)
    return key


def offered(dialog) -> list[str]:
    return [dialog.moment.itemText(row) for row in range(dialog.moment.count())]


@pytest.mark.parametrize("content", [STANDING, JULY])
def test_a_report_out_of_turn_takes_updates_while_it_is_open(place, content):
    key = add_special(place, date(2025, 8, 1), date(2025, 8, 31))
    dialog = place.record(content)
    row = next(row for row, words in enumerate(offered(dialog)) if SPECIAL in words)
    assert offered(dialog)[row].endswith(f"{SPECIAL} (chưa cập nhật)")
    dialog.moment.setCurrentIndex(row)
    dialog.form.result.setPlainText("Đã rà soát 5 thủ tục")
    dialog.moment.setCurrentIndex(row)
    place.confirm()
    assert [(one.period, one.words) for one in place.scene.updates(content)] == [(key, "Đã rà soát 5 thủ tục")]


def test_one_that_has_not_begun_or_lies_outside_the_plan_is_not_offered(place):
    add_special(place, date(2025, 9, 21), date(2025, 9, 24))
    add_special(place, date(2025, 5, 1), date(2025, 6, 30))
    assert not any(SPECIAL in words for words in offered(place.record(STANDING)))


def test_one_that_is_locked_is_offered_only_where_it_was_answered(place):
    key = add_special(place, date(2025, 8, 1), date(2025, 8, 31))
    updating.update(place.scene.workspace, place.scene.id(STANDING), key, None, "Đăng 5 tin bài")
    periods.lock(place.scene.workspace, key)
    refresh(place)
    dialog = place.record(JULY)
    assert not any(SPECIAL in words for words in offered(dialog))
    dialog.reject()
    assert any(f"{SPECIAL} (đã cập nhật)" in words for words in offered(place.record(STANDING)))


# --- locked periods


def test_a_result_dated_inside_a_locked_period_is_taken_and_told(place):
    periods.lock(place.scene.workspace, "2025-Q3")
    kept = periods.locked_figures(place.scene.workspace, "2025-Q3")
    refresh(place)
    dialog = place.record(JULY)
    assert Q3_LOCKED not in words_of(dialog), "today lies after its data"
    dialog.form.day.setText("8/9")
    assert Q3_LOCKED in words_of(dialog)
    place.confirm()
    assert place.deeds[0][0] == f"Đã ghi kết quả “{JULY}”. {Q3_LOCKED}"
    assert place.scene.records(JULY)[0].done_on == date(2025, 9, 8)
    assert periods.locked_figures(place.scene.workspace, "2025-Q3") == kept


def test_an_update_for_a_locked_period_is_taken_and_told(place):
    periods.lock(place.scene.workspace, "2025-Q3")
    refresh(place)
    dialog = place.record(STANDING, "2025-Q3")
    assert Q3_LOCKED in words_of(dialog)
    dialog.form.result.setPlainText("Đăng 5 tin bài")
    place.confirm()
    assert place.deeds[0][0].endswith(Q3_LOCKED)
    assert [row.words for row in place.scene.updates(STANDING)] == ["Đăng 5 tin bài"]


def test_many_at_once_are_told_too(place):
    periods.lock(place.scene.workspace, "2025-Q3")
    refresh(place)
    dialog = place.ask(lambda: place.desk.record([place.ref(JULY), place.ref(STRICT)]))
    dialog.day.setText("8/9")
    assert Q3_LOCKED in words_of(dialog)
    place.confirm()
    assert place.deeds[0][0] == f"Đã ghi kết quả 2 mốc. {Q3_LOCKED}"


# --- results that lack something


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"progress": Progress.DONE, "result": "Báo cáo 312"}, "day"),
        ({"progress": Progress.DONE, "done_on": date(2025, 9, 10)}, "in_time"),
        ({"progress": Progress.DONE, "done_on": date(2025, 9, 8)}, "result"),
    ],
)
def test_the_cursor_stands_where_a_stored_result_lacks_something(place, values, field):
    recording.record(place.scene.workspace, [(place.scene.id(STRICT), "2025-Q3", values)])
    refresh(place)
    dialog = place.record(STRICT, "2025-Q3")
    fields = {"day": dialog.form.day, "in_time": dialog.form.lateness.in_time, "result": dialog.form.result}
    assert dialog.focusWidget() is fields[field]


def test_it_goes_on_to_results_that_lack_something(place):
    done = {"progress": Progress.DONE}
    entries = [(place.scene.id(STRICT), key, done) for key in ("2025-Q3", "2025-Q4")]
    recording.record(place.scene.workspace, [*entries, (place.scene.id(PART), None, done)])
    refresh(place)
    refs = [place.ref(JULY), place.ref(STRICT, "2025-Q3"), place.ref(PART)]
    place.ask(lambda: place.desk.record(refs[:1], refs[1:])).goes_on.setChecked(True)
    place.confirm()
    place.bot.waitUntil(lambda: place.desk.dialog is not None)
    assert STRICT in words_of(place.desk.dialog)
    assert place.desk.dialog.focusWidget() is place.desk.dialog.form.day
