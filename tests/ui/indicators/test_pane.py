"""The pane of the chosen indicator, the chart, and the dialogs about an indicator."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cchc_desktop.domain.indicators.targets import Operator, Target, read_target
from cchc_desktop.domain.indicators.values import Judgement, Verdict
from cchc_desktop.services.followup_rules import near_points
from cchc_desktop.ui import theme
from cchc_desktop.ui.indicators.entry_form import EntryForm
from cchc_desktop.ui.indicators.evidence_row import EvidenceDialog
from cchc_desktop.ui.indicators.trend import ResultsChart, Series, nice_ticks
from cchc_desktop.ui.indicators.words import axis_period, bound_words, missing_words, short_period, target_words
from tests.ui.indicators.indicator_stage import Q1, TODAY, WORDS


def typed(field, words):
    field.setFocus()
    field.selectAll()
    field.insert(words)


def test_the_pane_stores_a_value_with_what_is_told_about_it_as_one_operation(stage):
    stage.go(0)
    form, before = stage.page.pane.form, len(stage.store.log)
    typed(form.value, "63,8")
    typed(form.day, "1/3")
    typed(form.source, "Báo cáo số 71")
    stage.press("Lưu, sang dòng sau")
    stage.bot.waitUntil(lambda: bool(stage.stored()))
    stage.settle()
    value = stage.stored()[stage.ids[0], Q1]
    assert (value.amount, value.measured_on, value.source) == (Decimal("63.8"), TODAY.replace(day=1), "Báo cáo số 71")
    assert len(stage.store.log) == before + 1
    assert stage.page.current().row.id == stage.ids[1]
    assert form.value.text() == ""


def test_leaving_the_row_stores_what_was_typed_beside_it(stage):
    stage.go(0)
    typed(stage.page.pane.form.value, "81")
    stage.go(3)
    stage.bot.waitUntil(lambda: stage.amounts() == {(0, Q1): Decimal(81)})


def test_a_wrong_value_comes_back_with_its_row(stage):
    stage.go(0)
    typed(stage.page.pane.form.value, "nhiều")
    stage.go(3)
    stage.settle()
    assert stage.page.pane.form.value.text() == ""
    stage.go(0)
    assert stage.page.pane.form.value.text() == "nhiều"


def test_what_is_no_day_is_neither_stored_nor_lost(stage):
    stage.go(0)
    form = stage.page.pane.form
    typed(form.value, "81")
    typed(form.day, "32/1")
    stage.go(3)
    stage.bot.waitUntil(lambda: bool(stage.stored()))
    stage.settle()
    stage.go(0)
    assert form.day.text() == "32/1"
    assert "“32/1” không phải là ngày" in form._doubt.text()


def test_a_source_without_a_value_waits_for_the_value(stage):
    stage.go(0)
    form = stage.page.pane.form
    typed(form.source, "Báo cáo số 71")
    stage.go(3)
    stage.settle()
    assert "chưa có giá trị" in stage.page.notices()[0]
    stage.go(0)
    assert form.source.text() == "Báo cáo số 71"
    typed(form.value, "81")
    QTest.keyClick(form.value, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: bool(stage.stored()))
    assert stage.stored()[stage.ids[0], Q1].source == "Báo cáo số 71"
    stage.settle()
    assert stage.page.notices() == []


def test_words_are_judged_by_the_office(stage):
    stage.go(WORDS)
    form = stage.page.pane.form
    assert form.verdict.isVisible()
    typed(form.value, "Dẫn đầu cụm")
    QTest.keyClick(form.value, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: bool(stage.stored()))
    stage.settle()
    form.verdict.setCurrentIndex(1)
    stage.bot.waitUntil(lambda: stage.stored()[stage.ids[WORDS], Q1].verdict is Verdict.MET)
    stage.settle()
    assert stage.verdict_words(WORDS) == "Đạt"
    assert stage.verdicts()[stage.ids[WORDS]].verdict is Verdict.MET


def test_what_is_missing_is_told_and_the_reason_is_stored(stage):
    stage.go(0)
    stage.type("63,8")
    stage.settle()
    stage.go(0)
    pane = stage.page.pane
    assert pane._missing.text() == "Còn thiếu 16,2 điểm phần trăm so với kế hoạch. Cần nêu nguyên nhân trong báo cáo."
    stage.bot.mouseClick(pane.why, Qt.MouseButton.LeftButton)
    QApplication.focusWidget().insertPlainText("Thiếu người")
    stage.page.table.setFocus()
    stage.bot.waitUntil(lambda: stage.stored()[stage.ids[0], Q1].reason == "Thiếu người")
    stage.settle()
    assert not pane.why.isVisible()


def test_the_target_is_shown_as_written_and_as_read(stage):
    stage.go(0)
    assert stage.page.pane._target.text() == "≥ 80% (càng cao càng tốt)"
    stage.go(WORDS)
    assert stage.page.pane._target.text().startswith("“vượt chỉ tiêu”\n")


@pytest.mark.parametrize(
    ("words", "unit", "expected"),
    [
        ("90", "%", "90% (càng cao càng tốt)"),
        ("tối đa 13-15 phút", None, "≤ 15 phút (càng thấp càng tốt)"),
        ("trên 85%", None, "> 85% (càng cao càng tốt)"),
        ("99% - 100%", None, "99% - 100% (trong khoảng này)"),
        ("top 20/114", None, "top 20/114 (thứ hạng càng cao càng tốt)"),
        ("0", "hồ sơ", "0 hồ sơ (càng thấp càng tốt)"),
        ("vượt chỉ tiêu", None, "Bằng lời, cơ quan theo dõi đánh giá"),
    ],
)
def test_readings_in_words(words, unit, expected):
    assert target_words(read_target(words, unit)) == expected


def test_a_yearly_step_is_told_with_its_doubt():
    assert bound_words(read_target("15%, mỗi năm tăng 20%")) == (
        "15%, mỗi năm tăng 20% (điểm hay phần trăm của năm trước: chưa xác định)"
    )


@pytest.mark.parametrize(
    ("target", "judgement", "expected"),
    [
        (read_target("90", "%"), Judgement(Verdict.NOT_MET, missing=Decimal("26.2")),
         "Còn thiếu 26,2 điểm phần trăm so với kế hoạch."),
        (read_target("tối đa 15 phút"), Judgement(Verdict.NOT_MET, missing=Decimal(3)),
         "Cao hơn kế hoạch 3 phút."),
        (read_target("trên 85%"), Judgement(Verdict.NEAR, missing=Decimal(0)),
         "Kế hoạch yêu cầu vượt số này, bằng số này chưa đạt."),
        (read_target("90", "%"), Judgement(Verdict.MET, missing=Decimal(0)), ""),
    ],
)  # fmt: skip
def test_what_is_missing_in_words(target, judgement, expected):
    assert missing_words(target, judgement) == expected


@pytest.mark.parametrize(
    ("title", "short", "axis"),
    [
        ("Quý III năm 2026", "Quý III/2026", "Q.III/26"),
        ("6 tháng đầu năm 2026", "6 tháng 2026", "6T/2026"),
        ("Năm 2026", "Năm 2026", "2026"),
        ("Tháng 6 năm 2026", "Tháng 6/2026", "T6/26"),
    ],
)
def test_periods_have_short_names(title, short, axis):
    assert short_period(title) == short
    assert axis_period(title).replace("/2026", "/26") == axis.replace("/2026", "/26")


def test_the_chart_is_painted_in_the_colours_of_the_theme(qtbot):
    chart = ResultsChart()
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    empty = pixels(chart)
    points = (("Q.I/26", Decimal("41.7"), "41,7"), ("6T/26", Decimal("63.8"), "63,8"))
    chart.show_series(Series(points, Decimal(90), "kế hoạch 90", is_missed=True))
    painted = pixels(chart)
    tokens = theme.current()
    assert tokens.accent.lower() not in empty
    assert {tokens.accent.lower(), tokens.late.text.lower()} <= painted
    assert chart.accessibleDescription() == "Q.I/26: 41,7; 6T/26: 63,8. kế hoạch 90"


def pixels(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(
    ("amounts", "bound"), [(["41.7", "63.8"], "90"), (["100"], "100"), (["0"], None), (["-3", "1250.5"], "0.1")]
)
def test_ticks_go_round_all_numbers(amounts, bound):
    numbers, line = [Decimal(one) for one in amounts], None if bound is None else Decimal(bound)
    ticks = nice_ticks(numbers, line)
    known = [*numbers, *([] if line is None else [line])]
    assert ticks[0] <= min(known)
    assert ticks[-1] >= max(known)
    assert 2 <= len(ticks) <= 8
    assert len({after - before for before, after in pairwise(ticks)}) == 1


# --- dialogs


def test_a_reading_is_corrected_and_read_again(stage):
    stage.go(0)
    stage.page._run("correct")
    dialog = stage.dialog()
    dialog.operator.setCurrentIndex(list(Operator).index(Operator.AT_MOST))
    dialog.high.setText("nhiều")
    assert not dialog._primary.isEnabled()
    dialog.high.setText("20")
    dialog._primary.click()
    stage.settle()
    expected = Target("≥ 80", Operator.AT_MOST, high=Decimal(20), unit="%")
    stage.bot.waitUntil(lambda: stage.page.sheet().rows[0].target == expected)
    assert stage.page.sheet().rows[0].row.target_words == "≥ 80"
    stage.page._run("correct")
    stage.dialog().again.setChecked(True)
    stage.dialog()._primary.click()
    stage.bot.waitUntil(lambda: stage.page.sheet().rows[0].row.target is None)


def test_an_indicator_is_edited_added_and_deleted(stage):
    stage.go(0)
    stage.page._run("edit")
    dialog = stage.dialog()
    dialog.target.setText("≥ 85")
    dialog._primary.click()
    stage.bot.waitUntil(lambda: stage.page.sheet().rows[0].row.target_words == "≥ 85")
    stage.press("Thêm chỉ tiêu")
    stage.dialog().text.setPlainText("Tỷ lệ mới")
    stage.dialog()._primary.click()
    stage.bot.waitUntil(lambda: stage.page.sheet().rows[1].row.text == "Tỷ lệ mới")
    assert stage.page.sheet().rows[1].row.group_title == "Giai đoạn 2026"
    stage.go(1)
    stage.page._run("delete")
    stage.bot.waitUntil(lambda: "Tỷ lệ mới" not in [one.row.text for one in stage.page.sheet().rows])
    assert stage.deed() == "Đã xóa chỉ tiêu."


def test_the_points_of_nearly_met_are_set(stage):
    stage.go(0)
    stage.type("70")
    stage.settle()
    assert stage.verdict_words(0) == "Chưa đạt"
    stage.page._run("near")
    stage.dialog().points.setText("nhiều")
    stage.dialog()._primary.click()
    stage.settle()
    assert "không phải là số" in stage.dialog()._refusal.text()
    stage.dialog().points.setText("12,5")
    stage.dialog()._primary.click()
    stage.settle()
    assert near_points(stage.workspace) == Decimal("12.5")
    stage.bot.waitUntil(lambda: stage.verdict_words(0) == "Gần đạt")


class FakeField(QLineEdit):
    """A field of evidence; what waits for its files is called when a test says so."""

    def __init__(self, parent):
        super().__init__(parent)
        self.ids, self.waiting = (), []

    def documents(self):
        return self.ids

    def show_documents(self, ids):
        self.ids = tuple(ids)

    def when_stored(self, then):
        self.waiting.append(then)

    def stops(self):
        return [self]


def test_documents_are_chosen_in_a_dialog_and_told_when_they_are_stored(stage, qtbot):
    form, told = EntryForm(lambda: TODAY, FakeField), []
    qtbot.addWidget(form)
    form.show()
    form.typed.connect(told.extend)
    one = replace(stage.page.sheet().rows[0], values={})
    form.show_value(one, stage.page.period())
    assert form.evidence.text() == "Đính kèm tài liệu…"
    form.evidence.click()
    dialog = form.findChild(EvidenceDialog)
    dialog.field.ids = (7, 8)
    dialog._primary.click()
    assert told == []
    dialog.field.waiting[0]()
    assert [(value.indicator_id, value.details) for value in told] == [(one.row.id, {"evidence": (7, 8)})]
    assert form.evidence.text() == "2 tài liệu…"
