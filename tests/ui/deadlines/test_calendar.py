"""The month calendar: days off, dates of reports, entries and counts, keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.ui.deadlines.calendar_model import MonthModel
from cchc_desktop.ui.deadlines.month import lines_by_day, month_days, shifted, steps_by_day
from tests.services.followup_scene import QUARTERLY
from tests.ui.deadlines.conftest import TODAY, seen_of


@pytest.fixture
def days(scene):
    """Return the days of September 2025."""
    seen = seen_of(scene)
    found = month_days(TODAY, lines_by_day(seen.open), steps_by_day(seen.periods), seen.picture.rules.days_off)
    return {day.day: day for day in found}


def test_weeks_run_from_monday_to_sunday(days):
    assert (min(days), max(days)) == (date(2025, 9, 1), date(2025, 10, 5))
    assert not days[date(2025, 10, 1)].is_inside


@pytest.mark.parametrize(
    ("day", "is_off", "holiday", "made_up"),
    [
        (1, True, "Nghỉ hoán đổi", ""), (2, True, "Quốc khánh", ""), (6, False, "", "Bù ngày 01/9"), (7, True, "", ""),
        (8, False, "", ""),
    ],
)  # fmt: skip
def test_days_off_have_their_names_and_make_up_days_are_worked(days, day, is_off, holiday, made_up):
    found = days[date(2025, 9, day)]
    assert (found.is_off, found.holiday, found.made_up) == (is_off, holiday, made_up)


def test_the_four_dates_of_a_report_are_outlined(days):
    outlined = {day.day.day: entry.words for day in days.values() for entry in day.entries if not entry.token}
    assert outlined == {
        7: "Các đơn vị gửi số liệu: Quý III năm 2025",
        8: "Trình ký, Gửi cấp trên: Quý III năm 2025",
        14: "Chốt số liệu: Quý III năm 2025",
    }


def test_a_day_tells_everything_in_words(days):
    told = days[date(2025, 9, 30)].told
    assert told[0] == "Thứ Ba 30/09/2025"
    assert any(QUARTERLY in words for words in told)


def test_more_than_two_entries_become_counts(scene):
    seen = seen_of(scene)
    lines = {date(2025, 9, 9): [line for line in seen.open if line.row.group is not DueGroup.WAITING]}
    [day] = [day for day in month_days(TODAY, lines, {}, None) if day.entries]
    assert 0 < len(day.entries) <= 2
    assert all(entry.words[0].isdigit() for entry in day.entries)


@pytest.mark.parametrize(
    ("month", "months", "expected"),
    [
        (date(2025, 12, 1), 1, date(2026, 1, 1)), (date(2025, 1, 31), -1, date(2024, 12, 1)),
        (date(1, 1, 1), -1, date(1, 1, 1)), (date(9999, 11, 1), 1, date(9999, 11, 1)),
    ],
)  # fmt: skip
def test_months_before_and_after(month, months, expected):
    assert shifted(month, months) == expected


def test_the_model_holds_what_qt_asks_for(days):
    model = MonthModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_days(tuple(days.values()))
    model.show_days(month_days(date(2026, 2, 1), {}, {}, None))
    assert tester.model().rowCount() == 5
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Thứ Hai"


# --- keys


def test_arrows_move_also_into_the_next_month(page):
    calendar = page.month.calendar
    calendar.setFocus()
    assert calendar.current_day() == TODAY
    QTest.keyClick(calendar, Qt.Key.Key_Right)
    QTest.keyClick(calendar, Qt.Key.Key_Down)
    assert calendar.current_day() == date(2025, 9, 18)
    for _ in range(3):
        QTest.keyClick(calendar, Qt.Key.Key_Down)
    assert calendar.current_day() == date(2025, 10, 9)
    assert page.month.month() == date(2025, 10, 1)


def test_page_down_shows_the_next_month_and_today_comes_back(page, qtbot):
    calendar = page.month.calendar
    QTest.keyClick(calendar, Qt.Key.Key_PageDown)
    assert page.month.month() == date(2025, 10, 1)
    assert calendar.current_day() == date(2025, 10, 10)
    qtbot.mouseClick(page.month._now, Qt.MouseButton.LeftButton)
    assert calendar.current_day() == TODAY


def test_enter_on_a_day_chooses_its_group(page):
    calendar = page.month.calendar
    page.month.show_month(date(2025, 9, 30))
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    [chosen] = page.table.chosen()
    assert (chosen.item.content, chosen.row.due) == (QUARTERLY, date(2025, 9, 30))


def test_a_day_outside_of_the_span_widens_it(page):
    page.bar._want(page.bar.wishes().__class__(span="week"))
    page._choose_day(date(2025, 12, 9))
    assert [line.row.due for line in page.table.chosen()] == [date(2025, 12, 9)]


def test_the_day_of_the_chosen_row_is_tinted_and_its_month_shown_for_the_keys(page, qtbot):
    page.choose_group(DueGroup.OVERDUE)
    assert page.month.calendar.marked() == date(2025, 7, 31)
    page.month.show_month(TODAY)
    qtbot.waitUntil(page.table.hasFocus)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.month.calendar.marked() == date(2025, 9, 9)
    QTest.keyClick(page.table, Qt.Key.Key_Up)
    assert page.month.month() == date(2025, 7, 1)


def test_a_year_whose_days_off_are_missing_says_so(page, qtbot):
    link, asked = page.month._missing, []
    page.days_off_wanted.connect(asked.append)
    page.month.show_month(date(2025, 12, 31))
    assert link.isHidden()  # a day off of 2025 is kept
    page.month._step(1)
    assert link.isVisible() and link.text() == "Chưa nhập ngày nghỉ năm 2026"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked == [2026]
    page.month.show_month(date(2024, 5, 1))
    assert link.isHidden()
