"""Ngày nghỉ in Thiết lập: a year's list, typed by keys, taken back, filled from proposals."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.ui.calendar.desk import CalendarDesk
from cchc_desktop.ui.calendar.model import DaysOffModel, rows_of
from cchc_desktop.ui.calendar.page import DaysOffPage
from cchc_desktop.ui.calendar.proposals_dialog import ProposalsDialog

TET = date(2026, 2, 17)
PROPOSALS = [DayOff(date(2026, 2, 16), "Giao thừa"), DayOff(TET, "Mùng một"), DayOff(date(2026, 8, 22), "Làm bù", True)]


@pytest.fixture
def page(stage):
    stage.contents.show_settings("calendar")
    stage.settle()
    return next(one for one in stage.window.findChildren(DaysOffPage) if one.isVisible())


def kept(stage):
    return sorted((row.day, row.name, row.worked) for row in stage.store.all(EntityKind.DAY_OFF))


def add(stage, page, day, name):
    QTest.keyClicks(page.form.day, day)
    page.form.name.insert(name)  # Qt's tests know the keys of Latin letters alone
    QTest.keyClick(page.form.name, Qt.Key.Key_Return)
    stage.settle()


def shown(page):
    model = page.model
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def test_the_days_of_every_year_are_listed_first(page):
    assert shown(page) == [
        ["01/01/2026", "Thứ Năm", "Tết Dương lịch", "Nghỉ hằng năm"],
        ["30/04/2026", "Thứ Năm", "Ngày Chiến thắng", "Nghỉ hằng năm"],
        ["01/05/2026", "Thứ Sáu", "Ngày Quốc tế lao động", "Nghỉ hằng năm"],
        ["02/09/2026", "Thứ Tư", "Quốc khánh", "Nghỉ hằng năm"],
    ]


def test_a_day_is_added_by_keys_and_taken_back(stage, page):
    add(stage, page, "17/2", "Tết Nguyên đán")
    stage.bot.waitUntil(lambda: kept(stage) == [(TET, "Tết Nguyên đán", False)])
    assert stage.deed() == "Đã thêm 17/02/2026 vào lịch."
    stage.bot.waitUntil(lambda: page.model.rowCount() == 5)
    stage.trigger("undo")
    stage.bot.waitUntil(lambda: kept(stage) == [])
    stage.bot.waitUntil(lambda: page.model.rowCount() == 4)


def test_a_chosen_day_is_changed_in_the_line_below(stage, page):
    add(stage, page, "17/2", "Tết")
    stage.bot.waitUntil(lambda: [row.name for row in page.chosen()] == ["Tết"])
    page.form.name.selectAll()
    page.form.name.insert("Mùng một")
    QTest.keyClick(page.form.name, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: kept(stage) == [(TET, "Mùng một", False)])
    page.form.kind.chosen.emit(1)
    stage.bot.waitUntil(lambda: kept(stage) == [(TET, "Mùng một", True)])


def test_a_chosen_day_is_deleted(stage, page):
    add(stage, page, "17/2", "Tết")
    stage.bot.waitUntil(lambda: len(page.chosen()) == 1)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    stage.bot.waitUntil(lambda: kept(stage) == [])


def test_a_day_of_every_year_cannot_be_deleted(stage, page):
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    stage.settle()
    assert page.model.rowCount() == 4


@pytest.mark.parametrize(
    ("day", "name", "words"), [("32/2", "Tết", "Cần nhập ngày"), ("17/2", "", "Cần nhập tên"), ("17/2", "Lại", "đã có")]
)
def test_what_cannot_be_stored_stays_with_the_reason_beside_it(stage, page, day, name, words):
    stage.contents.show_settings("calendar")
    add(stage, page, "17/2", "Tết")
    stage.bot.waitUntil(lambda: len(page.chosen()) == 1)
    page._begin_new()
    add(stage, page, day, name)
    stage.bot.waitUntil(lambda: words in page.form.doubt.text())
    assert page.form.name.words() == name
    assert len(kept(stage)) == 1


def test_typed_words_are_stored_when_another_day_is_chosen(stage, page):
    add(stage, page, "17/2", "Tết")
    stage.bot.waitUntil(lambda: len(page.chosen()) == 1)
    page.form.name.selectAll()
    page.form.name.insert("Tết lớn")
    page.table.selectRow(0)
    stage.bot.waitUntil(lambda: [name for _, name, _ in kept(stage)] == ["Tết lớn"])


def test_the_year_before_is_shown(page, stage):
    stage.bot.mouseClick(page._before, Qt.MouseButton.LeftButton)
    assert page.year() == 2025
    assert shown(page)[0][0] == "01/01/2025"


def test_nothing_can_be_changed_while_the_data_can_only_be_looked_at(page, stage):
    stage.contents.set_writable(False)
    assert not page.form.isEnabled()
    assert not page._fetch.isEnabled()


def test_the_model_holds_what_qt_asks_for(qtbot):
    model = DaysOffModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows_of([DayOff(TET, "Tết", id=3)], 2026))
    model.show_rows(rows_of([DayOff(date(2026, 1, 1), "Nghỉ của đơn vị", id=4)], 2026))
    assert tester.model().index(0, 2).data() == "Nghỉ của đơn vị"


# --- proposals


@pytest.fixture
def proposing(stage, qtbot):
    page = DaysOffPage(lambda: date(2026, 3, 2), stage.window)
    desk = CalendarDesk(stage.session, page, lambda year: PROPOSALS, stage.window, page)
    page.show()
    stage.settle()
    return page, desk


def dialog(stage):
    stage.bot.waitUntil(lambda: bool(stage.window.findChildren(ProposalsDialog)))
    [found] = stage.window.findChildren(ProposalsDialog)
    return found


def test_proposals_are_ticked_for_review_before_any_is_stored(stage, proposing):
    page, desk = proposing
    told = []
    desk.done.connect(lambda words, operation: told.append((words, operation)))
    page.proposals_wanted.emit(2026)
    opened = dialog(stage)
    assert opened.days() == PROPOSALS
    assert kept(stage) == []
    opened.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    opened.confirmed.emit()
    stage.bot.waitUntil(lambda: len(kept(stage)) == 2)
    stage.bot.waitUntil(lambda: bool(told))
    assert told[0][0] == "Đã thêm 2 ngày vào lịch."
    assert told[0][1] is not None


def test_days_that_are_kept_are_not_offered_again(qtbot):
    opened = ProposalsDialog(2026, PROPOSALS, {TET})
    qtbot.addWidget(opened)
    assert [row.day for row in opened.days()] == [date(2026, 2, 16), date(2026, 8, 22)]


def test_a_year_without_proposals_says_so(qtbot):
    opened = ProposalsDialog(2026, [], set())
    qtbot.addWidget(opened)
    assert opened.days() == []
    assert not opened._primary.isEnabled()
