"""The correction of a schedule: what is typed about rules, and what they give."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Every, Rule, ScheduleKind
from cchc_desktop.domain.schedule.reading import read_schedule
from cchc_desktop.services import item_editing
from cchc_desktop.ui.inspector.rule_words import KIND_WORDS, TypedRule, Unfinished, rule_of, typed_of

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
KINDS = list(KIND_WORDS)
QUARTERLY = Rule(ScheduleKind.RECURRENCE, every=Every.QUARTER, months=(3, 6, 9, 12), day=10, before=True)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        (TypedRule(due="05/09/2026"), Rule(ScheduleKind.DEADLINE, due=date(2026, 9, 5))),
        (TypedRule(due=" 5/9 "), Rule(ScheduleKind.DEADLINE, due=date(2026, 9, 5))),
        (TypedRule(due="1/9", before=True), Rule(ScheduleKind.DEADLINE, due=date(2026, 8, 31))),
        (
            TypedRule(ScheduleKind.WINDOW, "1/7", "30/9/2026"),
            Rule(ScheduleKind.WINDOW, date(2026, 7, 1), date(2026, 9, 30)),
        ),
        (
            TypedRule(ScheduleKind.RECURRENCE, every=Every.QUARTER, months="12; 3,6  9", day="10", before=True),
            QUARTERLY,
        ),
        (
            TypedRule(ScheduleKind.RECURRENCE, every=Every.MONTH, before=True),
            Rule(ScheduleKind.RECURRENCE, every=Every.MONTH),
        ),
        (TypedRule(ScheduleKind.STANDING), Rule(ScheduleKind.STANDING)),
        (
            TypedRule(ScheduleKind.EXTERNAL, event="khi Sở Nội vụ  hướng dẫn"),
            Rule(ScheduleKind.EXTERNAL, event="khi Sở Nội vụ hướng dẫn"),
        ),
    ],
)
def test_typed_rules(typed, rule):
    assert rule_of(typed, YEAR) == rule


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (TypedRule(), "Chưa có ngày hạn chót."),
        (TypedRule(due="31/2"), "không phải là ngày"),
        (TypedRule(due="mai"), "không phải là ngày"),
        (TypedRule(ScheduleKind.WINDOW, due="1/7"), "Chưa có đủ ngày"),
        (TypedRule(ScheduleKind.WINDOW, "2/7", "1/7"), "đứng trước ngày bắt đầu"),
        (TypedRule(ScheduleKind.RECURRENCE, months="0, 3"), "từ 1 đến 12"),
        (TypedRule(ScheduleKind.RECURRENCE, day="32"), "từ 1 đến 31"),
    ],
)
def test_what_makes_no_rule_says_why(typed, reason):
    with pytest.raises(Unfinished, match=reason):
        rule_of(typed, YEAR)


def test_a_day_without_its_year_lies_in_the_plan():
    half = Period(date(2025, 7, 1), date(2026, 6, 30))
    assert rule_of(TypedRule(due="1/2"), half).due == date(2026, 2, 1)
    assert rule_of(TypedRule(due="1/8"), half).due == date(2025, 8, 1)


@pytest.mark.parametrize(
    "words",
    ["Trước ngày 10 của tháng cuối quý", "Quý III, IV/2026", "Thường xuyên", "Hằng tháng", "Trước 10/12/2026",
     "Quý IV hằng năm", "6 tháng, năm", "Cả năm 2026", "Tháng 12/2026"],
)  # fmt: skip
def test_rules_of_a_reading_survive_the_form(words):
    rules = read_schedule(words, YEAR).rules
    assert rules
    assert tuple(rule_of(typed_of(rule), YEAR, rule) for rule in rules) == rules


# --- the page


def open_page(pane, content="Tổng hợp, xây"):
    pane.show(content)
    pane.inspector.correct_schedule()
    return pane.inspector.schedule


def test_it_starts_from_what_the_program_reads(pane):
    page = open_page(pane)
    assert [card.rule() for card in page.cards] == [QUARTERLY]
    assert page.reading() == "Các mốc trong thời gian của kế hoạch: 09/03/2026, 09/06/2026, 09/09/2026, 09/12/2026"
    assert not page.again.isVisible()


def test_due_dates_follow_while_one_types(pane):
    page = open_page(pane)
    page.cards[0].months.setText("6, 12")
    assert page.reading().endswith(": 09/06/2026, 09/12/2026")
    page.cards[0].months.setText("6, 1x")
    assert "cách nhau bằng dấu phẩy" in page.reading()
    assert not page.apply.isEnabled()


def test_a_corrected_schedule_is_asked_for(pane):
    page = open_page(pane, "Tổ chức hội nghị")
    assert page.cards[0].chosen_kind() is ScheduleKind.DEADLINE
    page.cards[0].due.setText("31/10")
    page.apply.click()
    assert pane.rules == [(pane.item("Tổ chức"), (Rule(ScheduleKind.DEADLINE, due=date(2026, 10, 31)),))]
    assert pane.inspector.page.isVisible()


def test_rules_are_added_and_removed(pane):
    page = open_page(pane)
    page.add.click()
    page.cards[1].due.setText("20/12")
    assert page.reading().endswith("09/12/2026, 20/12/2026")
    page.cards[0].remover.click()
    assert page.reading().endswith("kế hoạch: 20/12/2026")
    page.cards[0].remover.click()
    assert not page.apply.isEnabled()


def test_a_correction_is_told_and_taken_back(pane):
    item_id = pane.item("Tổng hợp, xây")
    item_editing.set_rules(pane.workspace, item_id, (Rule(ScheduleKind.DEADLINE, due=date(2026, 5, 5)),))
    page = open_page(pane)
    assert page.cards[0].due.text() == "05/05/2026"
    page.again.click()
    assert pane.rules == [(item_id, None)]
    assert "Thời hạn xác định: Đến hạn 05/05/2026 (đã sửa)" in pane.inspector.texts()


@pytest.mark.parametrize("leave", ["cancel", "escape", "unchanged"])
def test_leaving_asks_for_nothing(qtbot, pane, leave):
    item_id = pane.item("Tổng hợp, xây")
    item_editing.set_rules(pane.workspace, item_id, (QUARTERLY,))
    page = open_page(pane)
    if leave == "cancel":
        page.cards[0].day.setText("5")
        page.cancel.click()
    elif leave == "escape":
        qtbot.keyClick(page.cards[0].day, Qt.Key.Key_Escape)
    else:
        page.cards[0].day.setFocus()
        qtbot.keyClick(page.cards[0].day, Qt.Key.Key_Return)
    assert pane.rules == []
    assert pane.inspector.page.isVisible()
    assert pane.field("time_words").hasFocus()


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (ScheduleKind.DEADLINE, {"due", "before_due"}),
        (ScheduleKind.WINDOW, {"start", "due"}),
        (ScheduleKind.RECURRENCE, {"every", "months", "day", "before", "start", "due"}),
        (ScheduleKind.STANDING, {"start", "due"}),
        (ScheduleKind.EXTERNAL, {"event_words", "start", "due"}),
    ],
)
def test_each_kind_shows_its_fields(pane, kind, shown):
    card = open_page(pane).cards[0]
    card.kind.setCurrentIndex(KINDS.index(kind))
    names = {"start", "due", "before_due", "every", "months", "day", "before", "event_words"}
    assert {name for name in names if getattr(card, name).isVisible()} == shown


def test_a_snapshot_leaves_the_correction_alone(pane):
    page = open_page(pane)
    page.cards[0].months.setText("6")
    pane.change("Tổng hợp, xây", note="mới")
    pane.show("Tổng hợp, xây")
    assert page.isVisible()
    assert page.cards[0].months.text() == "6"
    pane.show("Kiểm tra")
    assert not page.isVisible()


def test_a_complete_correction_is_applied_when_another_item_is_chosen(pane):
    page = open_page(pane)
    page.cards[0].months.setText("6")
    asked = pane.item("Tổng hợp, xây")
    pane.show("Kiểm tra")
    assert [item_id for item_id, _ in pane.rules] == [asked]
    assert pane.rules[0][1][0].months == (6,)
    pane.show("Tổng hợp, xây")
    assert not page.isVisible()


def test_an_incomplete_correction_waits_for_its_item(pane):
    page = open_page(pane)
    page.cards[0].months.setText("6, 1x")
    pane.show("Kiểm tra")
    pane.inspector.correct_schedule()
    page.cancel.click()
    assert pane.rules == []
    pane.show("Tổng hợp, xây")
    assert page.isVisible()
    assert page.cards[0].months.text() == "6, 1x"
    page.cards[0].months.setText("6")
    page.apply.click()
    assert len(pane.rules) == 1
    pane.show("Kiểm tra")
    pane.show("Tổng hợp, xây")
    assert not page.isVisible()
    assert len(pane.rules) == 1


def test_the_end_of_the_day_applies_a_complete_correction_once(pane):
    page = open_page(pane, "Tổ chức hội nghị")
    page.cards[0].due.setText("31/10")
    page.cards[0].before_due.setChecked(True)
    for _ in range(2):
        pane.inspector.end_typing()
    assert pane.rules == [(pane.item("Tổ chức"), (Rule(ScheduleKind.DEADLINE, due=date(2026, 10, 30)),))]


def test_a_plain_date_can_be_one_that_is_too_late(pane):
    card = open_page(pane, "Tổ chức hội nghị").cards[0]
    card.due.clear()
    assert not card.before_due.isEnabled()
    card.due.setText("01/10/2026")
    card.before_due.setChecked(True)
    assert pane.inspector.schedule.reading().endswith(": 30/09/2026")
