"""The grid: typed by keys, pasted, copied, refused, undone; figures as the services give them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.domain.indicators.values import VERDICT_NAMES, Verdict
from cchc_desktop.services import periods
from tests.ui.indicators.indicator_stage import COUNT, H1, Q1, TODAY, WORDS, IndicatorStage, draft

TEN = ["81", "79,5", "63.8", "100", "80", "74,9", "75", "0", "99,25", "12"]


def test_the_model_keeps_the_rules_of_qt(stage):
    tester = QAbstractItemModelTester(stage.page.table.grid, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stage.go(0)
    stage.type("81")
    stage.bot.waitUntil(lambda: bool(stage.stored()))
    stage.page.bar.grouping_chosen.emit(True)
    stage.page.bar.search.show_words("loại 1")
    stage.page.show_sheet(None)
    assert tester.model() is stage.page.table.grid


def test_ten_values_are_typed_one_below_the_other_and_undone(stage):
    stage.go(0)
    for words in TEN:
        stage.type(words)
    stage.settle()
    amounts = [Decimal(words.replace(",", ".")) for words in TEN]
    assert [stage.stored()[id_, Q1].amount for id_ in stage.ids[:COUNT]] == amounts
    assert stage.page.current().row.id == stage.ids[WORDS]
    assert [stage.cell(place) for place in (0, 2, 8)] == ["81,00", "63,80", "99,25"]
    for _ in TEN:
        stage.trigger("undo")
        stage.settle()
    assert stage.stored() == {}
    stage.bot.waitUntil(lambda: stage.cell(0) == "–")


def test_tab_leads_to_the_next_period_and_then_to_the_next_row(stage):
    table = stage.page.table
    shown = [one.key for one in table.grid.periods if not table.isColumnHidden(table.grid.column_of(one.key))]
    stage.go(0, shown[-2])
    stage.type("81", Qt.Key.Key_Tab)
    assert (table.current_period(), table.current_id()) == (shown[-1], stage.ids[0])
    stage.type("82", Qt.Key.Key_Tab)
    assert (table.current_period(), table.current_id()) == (shown[0], stage.ids[1])
    stage.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (table.current_period(), table.current_id()) == (shown[-1], stage.ids[0])
    stage.bot.waitUntil(lambda: len(stage.stored()) == 2)


def test_f6_leads_from_part_to_part(stage):
    page = stage.page
    page.table.setFocus()
    found = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        found.append(QApplication.focusWidget())
    assert found[:2] == [page.pane.form.value, page.bar.search]
    assert not page.isAncestorOf(found[2])  # the rail
    assert found[3] is page.table


@pytest.mark.parametrize(
    ("typed", "found"),
    [("80", Verdict.MET), ("75", Verdict.NEAR), ("74,9", Verdict.NOT_MET)],
)
def test_the_verdict_is_the_one_of_the_service(stage, typed, found):
    stage.go(0)
    stage.type(typed)
    stage.settle()
    assert stage.verdicts()[stage.ids[0]].verdict is found
    assert stage.verdict_words(0) == VERDICT_NAMES[found]
    judged = {one.row.id: one.judgement for one in stage.page.sheet().rows}
    assert judged == stage.verdicts()


def test_groups_tell_what_the_service_says(stage):
    stage.go(0)
    for words in ("81", "79", "3"):
        stage.type(words)
    stage.settle()
    groups = [line for line in stage.page.table.grid.lines if not hasattr(line, "row")]
    assert [(one.title, one.figures, one.total) for one in groups] == [
        ("I. Giai đoạn 2026", "1/11 đạt", 11),
        ("II. Giai đoạn 2027", "bắt đầu theo dõi từ 01/01/2027", 1),
    ]
    assert groups[0].shares == (("done", 1), ("soon", 1), ("late", 1), ("none", 8))


def test_a_wrong_number_stays_in_its_cell_with_the_reason(stage):
    stage.go(0)
    stage.type("nhiều")
    stage.settle()
    assert (stage.stored(), stage.cell(0)) == ({}, "nhiều")
    (notice,) = stage.page.notices()
    assert "“nhiều” không phải là số" in notice
    grid = stage.page.table.grid
    index = grid.index(grid.row_of(stage.ids[0]), grid.column_of(Q1))
    assert "không phải là số" in index.data(Qt.ItemDataRole.ToolTipRole)
    stage.go(0)
    stage.key(Qt.Key.Key_F2)
    assert QApplication.focusWidget().text() == "nhiều"
    QApplication.focusWidget().setText("63,8")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    stage.settle()
    assert (stage.cell(0), stage.page.notices()) == ("63,8", [])


def test_what_the_disk_refuses_stays_and_is_tried_again(stage):
    stage.refusal = CannotWrite("Đĩa đã đầy.")
    stage.go(0)
    stage.type("81")
    stage.settle()
    assert (stage.cell(0), stage.stored()) == ("81", {})
    stage.refusal = None
    stage.press("Thử lại")
    stage.bot.waitUntil(lambda: stage.amounts() == {(0, Q1): Decimal(81)})
    stage.settle()
    assert stage.page.notices() == []


def test_words_that_are_not_stored_can_be_given_up(stage):
    stage.go(0)
    stage.type("nhiều")
    stage.settle()
    stage.press("Bỏ")
    assert (stage.cell(0), stage.page.notices()) == ("–", [])


def test_the_window_does_not_close_over_values_that_are_not_stored(stage):
    stage.go(0)
    stage.type("nhiều")
    stage.settle()
    stage.window.close()
    assert stage.window.isVisible()
    assert "1 giá trị" in stage.dialog().text()
    stage.dialog().reject()


def test_closing_the_window_stores_what_is_being_typed(stage):
    stage.go(0)
    QTest.keyClicks(stage.page.table, "8")
    stage.contents._end_typing()
    stage.bot.waitUntil(lambda: stage.amounts() == {(0, Q1): Decimal(8)})


def test_a_block_of_excel_is_one_operation(stage):
    before = len(stage.store.log)
    stage.go(0)
    stage.copy_text("81\t82,5\n63.8\t\n1.250\t7\n")
    stage.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.bot.waitUntil(lambda: len(stage.stored()) == 5)
    assert stage.amounts() == {
        (0, Q1): Decimal(81), (0, H1): Decimal("82.5"), (1, Q1): Decimal("63.8"), (2, Q1): Decimal(1250),
        (2, H1): Decimal(7),
    }  # fmt: skip
    assert len(stage.store.log) == before + 1
    stage.settle()
    doubt = "Giá trị 1.250% nằm ngoài khoảng từ 0 đến 100%. Kiểm tra lại số vừa nhập."
    assert stage.deed() == f"Đã nhập 5 giá trị. Chỉ tiêu “Tỷ lệ hồ sơ loại 3”: {doubt}"
    stage.trigger("undo")
    stage.bot.waitUntil(lambda: stage.stored() == {})


def test_of_a_pasted_block_the_wrong_cells_stay(stage):
    stage.go(0)
    stage.copy_text("81\nnhiều\n82")
    stage.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.bot.waitUntil(lambda: len(stage.stored()) == 2)
    stage.settle()
    assert [stage.cell(place) for place in range(3)] == ["81", "nhiều", "82"]
    assert "1 ô" in stage.page.notices()[0]


def test_a_block_that_is_too_large_is_refused_as_a_whole(stage):
    stage.go(len(stage.ids) - 1)
    stage.copy_text("81\n82")
    stage.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert stage.stored() == {}
    assert "không đủ ô" in stage.page.notices()[0]


def test_cells_are_copied_for_excel_and_emptied_as_one_operation(stage):
    stage.go(0)
    for words in ("81", "82,5"):
        stage.type(words)
    stage.settle()
    stage.go(0)
    stage.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    stage.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "81\r\n82,5"
    before = len(stage.store.log)
    stage.key(Qt.Key.Key_Delete)
    stage.bot.waitUntil(lambda: stage.stored() == {})
    assert len(stage.store.log) == before + 1


def test_words_are_typed_where_the_target_is_words_and_the_verdict_is_asked(stage):
    stage.go(WORDS)
    stage.type("Dẫn đầu cụm")
    stage.settle()
    assert stage.amounts() == {(WORDS, Q1): "Dẫn đầu cụm"}
    assert stage.verdict_words(WORDS) == "Cần đánh giá"


def test_a_value_of_a_running_period_speaks_of_today(stage):
    stage.go(0)
    stage.type("81")
    stage.settle()
    assert stage.stored()[stage.ids[0], Q1].measured_on == TODAY


def test_a_row_does_not_vanish_under_the_filter_while_it_is_typed(stage):
    stage.page.bar.verdicts.set_values({Verdict.NO_VALUE.value})
    stage.page.bar.filter_changed.emit()
    stage.go(0)
    stage.type("81")
    stage.settle()
    assert stage.cell(0) == "81"
    stage.page.bar.filter_changed.emit()
    assert stage.page.table.grid.row_of(stage.ids[0]) is None


def test_search_goes_without_accents_and_can_be_taken_back(stage):
    stage.page.focus_search()
    stage.page.bar.search.show_words("xep loai")
    assert [stage.page.table.grid.row_of(id_) is not None for id_ in stage.ids[WORDS - 1 : WORDS + 1]] == [False, True]
    stage.page.bar.search.show_words("không có gì")
    stage.press("Xóa lọc")
    assert all(stage.page.table.grid.row_of(id_) is not None for id_ in stage.ids)


def test_groups_close_and_stand_by_agency(stage):
    grid = stage.page.table.grid
    stage.page.table.setCurrentIndex(grid.index(0, 0))
    stage.key(Qt.Key.Key_Left)
    assert grid.row_of(stage.ids[0]) is None
    stage.page.bar.grouping_chosen.emit(True)
    titles = [line.title for line in grid.lines if not hasattr(line, "row")]
    assert titles == ["Công an xã", "Trung tâm Phục vụ hành chính công"]


def test_the_chooser_brings_a_period_into_view(stage):
    table = stage.page.table
    last = table.grid.periods[-1].key
    assert table.isColumnHidden(table.grid.column_of(last))
    stage.go(0)
    stage.page.bar.period.setCurrentIndex(len(table.grid.periods) - 1)
    assert not table.isColumnHidden(table.grid.column_of(last))
    assert (table.current_period(), stage.page.period().key) == (last, last)


def test_a_superiors_plan_takes_no_values(qtbot):
    stage = IndicatorStage(qtbot, superior=True)
    stage.go(0)
    stage.key(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is stage.page.table
    assert "chỉ để đối chiếu" in stage.page.notices()[0]
    assert not stage.page.pane.save.isEnabled()
    stage.database.stop()


def test_a_thousand_indicators_of_twenty_periods_are_shown_and_searched(qtbot):
    stage = IndicatorStage(qtbot, draft(1000, years=5))
    sheet = stage.page.sheet()
    assert (len(sheet.rows), len(sheet.periods)) == (1002, 20)
    stage.page.show_sheet(sheet)
    stage.page.bar.search.show_words("loại 77")
    shown = [id_ for id_ in stage.ids if stage.page.table.grid.row_of(id_) is not None]
    assert 0 < len(shown) < len(stage.ids)
    stage.database.stop()


def test_a_value_of_a_locked_period_is_taken_and_told(stage):
    periods.lock(stage.workspace, Q1)
    stage.go(0)
    stage.type("90")
    stage.settle()
    words = "Đã nhập giá trị 90. Kỳ “Quý I năm 2026” đã chốt ngày 02/03/2026; số liệu đã chốt không đổi."
    stage.bot.waitUntil(lambda: stage.deed() == words)
