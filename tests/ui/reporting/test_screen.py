"""Kỳ báo cáo by keys: dates of a period, reports out of turn, closing and undoing it, rules edited and refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.followup.reporting import DEFAULT_PERIOD_RULES, DayRule, PeriodStep
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.services import periods, recording
from cchc_desktop.services.followup_rules import period_rules, status_rules
from tests.ui.overview.overview_stage import LATE
from tests.ui.reporting.reporting_stage import table

ENTER = Qt.Key.Key_Return
_STATE = 7


# --- the list


def test_it_is_reached_from_the_menu_and_left_for_the_overview(scene):
    assert scene.on_screen("ReportingPage")
    scene.press("Quay lại")
    assert scene.place() == "overview"


def test_the_periods_of_the_year_with_their_dates(scene):
    assert scene.period_keys() == ["2026-Q1", "2026-H1", "2026-Q3", "2026"]
    assert scene.cells("2026-Q1") == [
        "Quý I năm 2026", "15/12/2025 – 14/03/2026", "07/03/2026", "14/03/2026", "08/03/2026", "08/03/2026",
        "5 ngày: các đơn vị gửi", "Đang mở",
    ]  # fmt: skip


def test_the_period_that_comes_is_chosen(scene):
    line = scene.periods.chosen()
    assert line is not None
    assert line.period.key == "2026-Q1"


def test_periods_on_request_are_shown_when_asked_for(scene):
    scene.bot.keyClick(scene.periods.on_request, Qt.Key.Key_Space)
    scene.bot.waitUntil(lambda: "2026-9M" in scene.period_keys())
    assert len(scene.period_keys()) == 17


# --- the dates of one period


def dates_dialog(scene, key="2026-Q1"):
    scene.choose(key)
    scene.bot.keyClick(scene.periods.table, ENTER)
    return scene.dialog("DatesDialog")


def test_dates_are_set_for_one_period_and_taken_back(scene):
    dialog = dates_dialog(scene)
    scene.type_day(dialog.fields[PeriodStep.HAND_IN], "5/3")
    scene.confirm(dialog)
    scene.wait_for("2026-Q1", 2, "05/03/2026")
    assert scene.cells("2026-Q1")[0] == "Quý I năm 2026 (ngày đặt riêng)"
    assert scene.deed() == "Đã sửa các ngày của kỳ “Quý I năm 2026”."
    scene.bot.waitUntil(lambda: scene.following.keeper.picture.plans[1].status.period.hand_in == date(2026, 3, 5))
    scene.trigger("undo")
    scene.wait_for("2026-Q1", 2, "07/03/2026")


def test_dates_that_cannot_be_are_refused_in_place_and_stay_typed(scene):
    dialog = dates_dialog(scene)
    scene.type_day(dialog.fields[PeriodStep.SENT], "1/3/2026")
    scene.confirm(dialog)
    scene.bot.waitUntil(lambda: "trước ngày trình ký" in dialog._refusal.text())
    assert dialog.isVisible()
    assert dialog.fields[PeriodStep.SENT].text() == "1/3/2026"
    assert scene.store.all(EntityKind.REPORTING_PERIOD) == []
    dialog._cancel.click()


def test_typed_dates_are_not_lost_by_escape(scene):
    dialog = dates_dialog(scene)
    scene.type_day(dialog.fields[PeriodStep.SENT], "10/3/2026")
    scene.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog._leaving.isVisible()
    dialog._cancel.click()
    assert not dialog.isVisible()


def test_what_is_no_day_cannot_be_stored(scene):
    dialog = dates_dialog(scene)
    scene.type_day(dialog.fields[PeriodStep.SENT], "40/3")
    assert not dialog._primary.isEnabled()
    dialog._cancel.click()


def test_own_dates_go_back_to_the_rule(scene):
    dialog = dates_dialog(scene)
    scene.type_day(dialog.fields[PeriodStep.HAND_IN], "5/3")
    scene.confirm(dialog)
    scene.wait_for("2026-Q1", 2, "05/03/2026")
    scene.press("Về ngày theo quy tắc")
    scene.wait_for("2026-Q1", 2, "07/03/2026")


# --- reports out of turn


def add_special(scene):
    scene.press("Thêm kỳ đột xuất")
    dialog = scene.dialog("SpecialDialog")
    assert not dialog._primary.isEnabled()
    dialog.title.setText("Báo cáo đột xuất tháng 3")
    for field, words in zip(dialog.days.values(), ("1/1", "20/3", "21/3", "22/3", "23/3"), strict=True):
        scene.type_day(field, words)
    scene.confirm(dialog)
    return dialog


def test_a_report_out_of_turn_is_added_chosen_and_deleted(scene):
    add_special(scene)
    scene.bot.waitUntil(lambda: "2026-03-20" in scene.period_keys())
    assert scene.cells("2026-03-20")[0] == "Báo cáo đột xuất tháng 3"
    assert scene.periods.chosen().period.key == "2026-03-20"
    scene.bot.keyClick(scene.periods.table, Qt.Key.Key_Delete)
    scene.bot.waitUntil(lambda: "2026-03-20" not in scene.period_keys())
    assert scene.deed() == "Đã xóa kỳ “Báo cáo đột xuất tháng 3”."


def test_a_second_report_for_one_day_is_refused_with_its_words_kept(scene):
    add_special(scene)
    scene.bot.waitUntil(lambda: "2026-03-20" in scene.period_keys())
    dialog = add_special(scene)
    scene.bot.waitUntil(lambda: "20/03/2026" in dialog._refusal.text())
    assert dialog.title.words() == "Báo cáo đột xuất tháng 3"
    dialog._cancel.click()


# --- closing


def lock(scene, key="2026-Q1"):
    scene.choose(key)
    scene.press("Chốt số liệu")
    dialog = scene.dialog("LockDialog")
    scene.confirm(dialog)
    scene.wait_for(key, _STATE, "Đã chốt 02/03/2026")


def test_closing_says_what_is_kept(scene):
    scene.choose("2026-Q1")
    scene.press("Chốt số liệu")
    dialog = scene.dialog("LockDialog")
    told = " ".join(label.text() for label in dialog.findChildren(type(scene.periods._figures_title)))
    assert "Số liệu đến ngày 02/03/2026" in told
    assert "Tổng số nhiệm vụ: 6" in told
    dialog.reject()
    assert scene.store.all(EntityKind.REPORTING_PERIOD) == []


def test_a_closed_period_shows_what_has_changed_since(scene):
    lock(scene)
    scene.bot.waitUntil(lambda: scene.periods.figures.rowCount() > 0)
    assert {row[4] for row in table(scene.periods.figures)} == {"Như lúc chốt"}
    values = {"done_on": date(2026, 1, 30)}
    scene.session.write(lambda workspace: recording.record(workspace, [(scene.scene.id(LATE), None, values)]))
    scene.bot.waitUntil(lambda: "Khác" in {row[4] for row in table(scene.periods.figures)})
    changed = {row[1]: (row[2], row[3]) for row in table(scene.periods.figures) if row[4] == "Khác"}
    assert changed["– Quá hạn"] == ("1", "0")
    assert changed["Hoàn thành"] == ("0", "1")
    assert "số khác so với lúc chốt" in scene.periods._figures_title.text()


def test_a_closed_period_cannot_be_changed_until_undo_opens_it(scene):
    lock(scene)
    assert [button.isEnabled() for button in (scene.periods._edit, scene.periods._lock)] == [False, False]
    scene.trigger("undo")
    scene.wait_for("2026-Q1", _STATE, "Đang mở")
    assert scene.periods._edit.isEnabled()
    assert not scene.periods._below.isVisible()


def test_a_period_whose_data_have_not_begun_is_not_closed(scene):
    scene.choose("2026-Q3")
    scene.press("Chốt số liệu")
    dialog = scene.dialog("LockDialog")
    scene.confirm(dialog)
    scene.bot.waitUntil(lambda: "15/06/2026" in dialog._refusal.text())
    dialog._cancel.click()
    assert periods.locked_figures(scene.workspace, "2026-Q3") is None


# --- rules


def rule_dialog(scene, row):
    scene.periods.show_tab(1)
    scene.periods.rules_table.selectRow(row)
    scene.bot.keyClick(scene.periods.rules_table, ENTER)
    return scene.dialog("RuleDialog")


def test_a_rule_is_edited_and_decides_the_dates(scene):
    dialog = rule_dialog(scene, 0)
    assert "15/12/2024 – 14/03/2025" in dialog._sample.text()
    scene.type_day(dialog.days["hand_in"].day, "4")
    assert "các đơn vị gửi 04/03/2025" in dialog._sample.text()
    scene.confirm(dialog)
    scene.wait_for("2026-Q1", 2, "04/03/2026")
    assert period_rules(scene.workspace)[0].hand_in == DayRule(4)
    assert table(scene.periods.rules)[0][3] == "ngày 4"


def test_a_rule_that_cannot_be_is_refused(scene):
    dialog = rule_dialog(scene, 0)
    scene.type_day(dialog.days["sent"].day, "5")
    scene.confirm(dialog)
    scene.bot.waitUntil(lambda: "trước ngày trình ký" in dialog._refusal.text())
    assert period_rules(scene.workspace) == DEFAULT_PERIOD_RULES
    scene.type_day(dialog.days["sent"].day, "45")
    assert not dialog._primary.isEnabled()
    dialog._cancel.click()


def test_data_that_end_before_they_begin_cannot_be_stored(scene):
    dialog = rule_dialog(scene, 0)
    dialog.days["starts"].month.choose(3)
    dialog.days["starts"].changed.emit()
    assert not dialog._primary.isEnabled()
    dialog._cancel.click()


def test_the_usual_rules_come_back(scene):
    dialog = rule_dialog(scene, 5)
    dialog.regular.setChecked(True)
    scene.confirm(dialog)
    scene.bot.waitUntil(lambda: period_rules(scene.workspace)[5].is_regular)
    scene.press("Lấy lại quy tắc mặc định")
    scene.bot.waitUntil(lambda: period_rules(scene.workspace) == DEFAULT_PERIOD_RULES)


def test_numbers_of_days_are_edited_and_refused(scene):
    scene.periods.show_tab(1)
    scene.press("Sửa số ngày")
    dialog = scene.dialog("DaysDialog")
    scene.type_day(dialog.soon, "x")
    assert not dialog._primary.isEnabled()
    scene.type_day(dialog.soon, "999")
    scene.confirm(dialog)
    scene.bot.waitUntil(lambda: "999" in dialog._refusal.text())
    scene.type_day(dialog.soon, "10")
    scene.type_day(dialog.asked, "3")
    scene.confirm(dialog)
    scene.bot.waitUntil(lambda: status_rules(scene.workspace) == StatusRules(10, 10, 3))
    scene.bot.waitUntil(lambda: "khi còn 10 ngày" in scene.periods._days.text())


def test_the_usual_numbers_of_days_are_offered(scene):
    scene.periods.show_tab(1)
    scene.press("Sửa số ngày")
    dialog = scene.dialog("DaysDialog")
    scene.type_day(dialog.soon, "12")
    scene.press("Số mặc định")
    assert dialog.rules() == StatusRules()
    dialog.reject()


@pytest.mark.parametrize("is_editable", [True, False])
def test_buttons_that_write_follow_the_right_to_write(scene, is_editable):
    page = scene.periods
    page.set_editable(is_editable)
    buttons = (page._edit, page._lock, page._add, page._rule, page._usual, page._change_days)
    assert {button.isEnabled() for button in buttons} == {is_editable}


def test_a_rule_whose_title_cannot_be_filled_is_shown_as_written(scene):
    from cchc_desktop.ui.reporting.words import rule_title, sample_words

    rule = replace(DEFAULT_PERIOD_RULES[0], title="{nobody}")
    assert (rule_title(rule), sample_words(rule)) == ("{nobody}", "")
