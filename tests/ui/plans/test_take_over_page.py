from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from cchc_desktop.ui.plans.take_over_page import TakeOverPage
from cchc_desktop.ui.slices import Slices
from tests.ui.office.samples import compose, finish
from tests.ui.plans.checks import completers, reachable, sample_tree, show, unnamed, wanted_order, with_carried

SOURCE, TARGET = sample_tree(7, superior=True), with_carried(sample_tree(2), 3, 1)


@pytest.fixture
def page(qtbot):
    page = TakeOverPage()
    page.resize(1092, 590)
    page.show_plans([SOURCE], TARGET)
    return show(qtbot, page)


def button(page, words):
    return next(found for found in page.findChildren(QPushButton) if found.text() == words)


def press(qtbot, page, words):
    qtbot.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def words_of(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_nothing_is_ticked_at_first(page):
    assert page.model.chosen() == set()
    assert not button(page, "Lấy sang kế hoạch").isEnabled()
    assert "Đã chọn 0 nhiệm vụ" in words_of(page)
    assert any(words.startswith("Lấy sang: Kế hoạch cải cách") for words in words_of(page))


def test_filtered_rows_are_ticked_and_wanted(qtbot, page):
    compose(page.filter, "cap")
    finish(page.filter, "cấp xã")
    press(qtbot, page, "Chọn các dòng đang hiện")
    page.filter.setText("ngân sách")
    assert "Đã chọn 1 nhiệm vụ, trong đó 1 nhiệm vụ không hiện" in words_of(page)
    press(qtbot, page, "Chọn các dòng đang hiện")
    with qtbot.waitSignal(page.wanted) as wanted:
        press(qtbot, page, "Lấy sang kế hoạch")
    assert wanted.args == [7, [2, 3]]


def test_taken_rows_are_shown_and_never_ticked(qtbot, page):
    press(qtbot, page, "Chọn các dòng đang hiện")
    assert page.model.chosen() == {2, 3}
    page.show_target(with_carried(TARGET, 1, 2))
    assert page.model.chosen() == {3}
    page.show_target(sample_tree(9))
    assert page.model.chosen() == {3}


def test_a_filter_without_hits_says_so(page):
    page.filter.setText("không có")
    assert "Không có nhiệm vụ nào khớp." in words_of(page)


def test_escape_clears_the_filter_and_then_leaves(qtbot, page):
    left = []
    page.left.connect(lambda: left.append(True))
    page.filter.setText("xã")
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert (page.filter.text(), left) == ("", [])
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert left == [True]


def test_without_a_superior_plan_there_is_one_way_on(qtbot):
    page = TakeOverPage()
    page.show_plans([], TARGET)
    show(qtbot, page)
    assert any(words.startswith("Chưa có kế hoạch cấp trên.") for words in words_of(page))
    with qtbot.waitSignal(page.import_wanted):
        press(qtbot, page, "Nhập từ Word, Excel…")


def test_a_busy_page_asks_no_more_and_a_refusal_opens_it(qtbot, page):
    asked = []
    page.wanted.connect(lambda *_: asked.append(True))
    page.model.choose([2])
    page.set_busy(True)
    press(qtbot, page, "Lấy sang kế hoạch")
    assert asked == []
    page.set_busy(False)
    page.show_refusal("Chưa lưu được.")
    assert "Chưa lưu được." in words_of(page)
    assert button(page, "Lấy sang kế hoạch").isEnabled()


def test_tab_follows_the_eye_and_everything_has_a_name(page):
    page.model.choose([2])
    order, wanted = reachable(page), wanted_order(page.stops())
    start = order.index(wanted[0])
    assert order[start:] + order[:start] == wanted
    assert unnamed(page) == []
    assert completers(page) == []


# --- a large plan, shown and filtered in slices


@pytest.fixture
def slow_page(page):
    """A page in which every slice of work is over after one step."""
    page.findChild(Slices).seconds = 0.0
    return page


def test_the_last_words_filter(qtbot, slow_page):
    for words in ("c", "cấp", "cấp xã", "ngân sách"):
        slow_page.filter.setText(words)
    qtbot.waitUntil(lambda: not slow_page.findChild(Slices).is_busy())
    assert slow_page.model.shown() == {3}


def test_rows_that_are_chosen_at_once_are_those_of_the_words(qtbot, slow_page):
    slow_page.filter.setText("ngân sách")
    press(qtbot, slow_page, "Chọn các dòng đang hiện")
    assert slow_page.model.chosen() == {3}


def test_rows_that_came_meanwhile_are_not_taken_again(qtbot, slow_page):
    slow_page.model.choose([2])
    slow_page.show_target(with_carried(TARGET, 1, 2))
    asked = []
    slow_page.wanted.connect(lambda *args: asked.append(args))
    press(qtbot, slow_page, "Lấy sang kế hoạch")
    assert asked == []
