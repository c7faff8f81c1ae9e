from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from cchc_desktop import wiring
from cchc_desktop.domain.periods import Period
from cchc_desktop.ui.plans.new_plan_page import NewPlanPage
from cchc_desktop.ui.plans.period_choice import PeriodChoice, moved
from cchc_desktop.ui.plans.sources import SourceKind
from tests.ui.plans.checks import (
    TODAY,
    YEAR,
    completers,
    reachable,
    sample_tree,
    show,
    summary,
    unnamed,
    wanted_order,
)

TREE = sample_tree()


@pytest.fixture
def page(qtbot):
    page = NewPlanPage(lambda: TODAY)
    page.resize(1278, 636)
    page.tree_wanted.connect(lambda plan_id: page.show_tree(TREE if plan_id == 1 else sample_tree(plan_id)))
    own = replace(wiring.plan_templates()[0], name="Mẫu của xã", is_own=True)
    page.show_sources(wiring.plan_templates(), [own], [summary(1, TREE.plan.title), summary(2, "Kế hoạch khác")])
    return show(qtbot, page)


def choose(page, kind, words=""):
    for row in range(page.sources.count()):
        page.sources.setCurrentRow(row)
        source = page.sources.source()
        if source is not None and source.kind is kind and words in page.sources.item(row).text():
            return
    raise AssertionError("no such source")


def button(page, words):
    return next(found for found in page.findChildren(QPushButton) if found.text() == words)


def press(qtbot, page, words):
    qtbot.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def words_of(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def pick(combo, value):
    combo.choose(value)
    combo.currentIndexChanged.emit(combo.currentIndex())


def test_the_first_template_is_ready_to_be_made(page):
    plan = page.plan()
    assert plan.source.kind is SourceKind.SHIPPED
    assert (plan.title, plan.period) == ("Kế hoạch cải cách hành chính năm 2026", YEAR)
    assert button(page, "Tạo kế hoạch").isEnabled()
    assert "Sẽ tạo: 7 lĩnh vực, 23 nhiệm vụ, 5 chỉ tiêu. Chưa ghi gì vào dữ liệu." in words_of(page)


def test_templates_are_listed_with_their_tasks_below_headings_that_cannot_be_chosen(page):
    entries = [page.sources.item(row) for row in range(page.sources.count())]
    headings = [item.text() for item in entries if not item.flags() & Qt.ItemFlag.ItemIsSelectable]
    assert headings == [
        "Mẫu của chương trình",
        "Mẫu của đơn vị",
        "Kế hoạch đã có: chuyển sang kỳ mới",
        "Tự soạn",
    ]
    assert any("15 nhiệm vụ" in item.text() for item in entries)


def test_a_template_of_several_years_proposes_the_running_ones(page):
    choose(page, SourceKind.SHIPPED, "giai đoạn")
    assert page.plan().period == Period(date(2026, 1, 1), date(2030, 12, 31))
    assert page.period.years.isVisible()


def test_the_preview_moves_with_the_year(page):
    pick(page.period.year, 2028)
    rows = [page.preview.model().index(0, 0), page.preview.model().index(0, 1, page.preview.model().index(0, 0))]
    assert rows[1].data() == "Trong tháng 01/2026 → Trong tháng 01/2028"


def test_another_kind_of_period_is_a_doubt(page):
    pick(page.period.kind, PeriodChoice.FIRST_HALF)
    assert any("thời hạn chỉ chuyển theo năm" in words for words in words_of(page))
    pick(page.period.kind, PeriodChoice.YEAR)
    assert not any("thời hạn chỉ chuyển theo năm" in words for words in words_of(page))


def test_an_empty_plan_has_the_areas_alone(page):
    choose(page, SourceKind.BLANK)
    assert page.plan().source.kind is SourceKind.BLANK
    assert page.preview.model().rowCount() == 7
    assert "Sẽ tạo: 7 lĩnh vực, 0 nhiệm vụ, 0 chỉ tiêu. Chưa ghi gì vào dữ liệu." in words_of(page)


# --- a copy


def test_a_copy_goes_into_the_next_period_with_everything(page):
    page.choose_plan(1)
    plan = page.plan()
    assert plan.source.plan.id == 1
    assert plan.period == moved(YEAR, 1)
    assert plan.title == "Kế hoạch cải cách hành chính năm 2027"
    assert (plan.carried, plan.linked, plan.indicators) == (None, True, True)
    assert "Xem trước và chọn nhiệm vụ (3/3)" in words_of(page)


def test_tasks_of_a_copy_can_be_left_behind(qtbot, page):
    page.choose_plan(1)
    press(qtbot, page, "Bỏ hết")
    assert page.plan().carried == frozenset()
    model = page.preview.model()
    first = model.index(0, 0, model.index(0, 0))
    page.preview.setCurrentIndex(model.index(0, 1, model.index(0, 0)))
    qtbot.keyClick(page.preview, Qt.Key.Key_Space)
    assert first.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    page.linked.setChecked(False)
    page.indicators.setChecked(False)
    plan = page.plan()
    assert (plan.carried, plan.linked, plan.indicators) == (frozenset({1}), False, False)
    assert "Sẽ tạo: 2 lĩnh vực, 1 nhiệm vụ, 0 chỉ tiêu. Chưa ghi gì vào dữ liệu." in words_of(page)
    press(qtbot, page, "Chọn hết")
    assert page.plan().carried is None


def test_ticks_outlive_a_newer_reading_and_another_title(qtbot, page):
    page.choose_plan(1)
    page.preview.model().choose([3])
    page.show_tree(sample_tree())
    page.period.title.setText("Tên khác")
    page.show_sources(wiring.plan_templates(), (), [replace(summary(1, TREE.plan.title), items=9)])
    assert page.plan().carried == {3}


def test_a_plan_that_is_not_read_yet_cannot_be_copied(qtbot):
    page = show(qtbot, NewPlanPage(lambda: TODAY))
    page.show_sources((), (), [summary(1, "Kế hoạch")])
    assert page.plan() is None
    page.show_tree(sample_tree(2))
    assert page.plan() is None
    page.show_tree(sample_tree(1))
    assert page.plan().source.plan.id == 1


def test_another_plan_begins_with_all_its_tasks(page):
    page.choose_plan(1)
    page.preview.model().choose([1])
    page.choose_plan(2)
    assert page.plan().carried is None
    choose(page, SourceKind.BLANK)
    page.choose_plan(1)
    assert page.plan().carried is None


# --- leaving, making, refusing


def test_the_button_asks_once(qtbot, page):
    asked = []
    page.wanted.connect(lambda plan: (asked.append(plan), page.set_busy(True)))
    press(qtbot, page, "Tạo kế hoạch")
    press(qtbot, page, "Tạo kế hoạch")
    assert len(asked) == 1
    page.set_busy(False)
    assert button(page, "Tạo kế hoạch").isEnabled()


def test_a_refusal_stands_in_place_until_something_changes(page):
    page.show_refusal("Chưa lưu được vì ổ đĩa đầy.")
    assert "Chưa lưu được vì ổ đĩa đầy." in words_of(page)
    page.period.title.setText("Tên khác")
    assert "Chưa lưu được vì ổ đĩa đầy." not in words_of(page)


@pytest.mark.parametrize("way", ["Hủy", "Về kế hoạch", Qt.Key.Key_Escape])
def test_ways_out(qtbot, page, way):
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.sources, way) if isinstance(way, Qt.Key) else press(qtbot, page, way)


def test_a_template_of_the_office_can_be_deleted(qtbot, page):
    delete = button(page, "Xóa mẫu này")
    assert not delete.isVisible()
    choose(page, SourceKind.OWN)
    with qtbot.waitSignal(page.template_delete_wanted) as wanted:
        qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert wanted.args == ["Mẫu của xã"]
    page.show_sources(wiring.plan_templates(), (), ())
    assert page.plan().source.kind is SourceKind.SHIPPED


@pytest.mark.parametrize("copy", [False, True])
def test_tab_follows_the_eye_and_everything_has_a_name(page, copy):
    if copy:
        page.choose_plan(1)
    order, wanted = reachable(page), wanted_order(page.stops())
    start = order.index(wanted[0])
    assert order[start:] + order[:start] == wanted
    assert unnamed(page) == []
    assert completers(page) == []
