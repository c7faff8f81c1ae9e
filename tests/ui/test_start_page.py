from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea

from cchc_desktop.ui import theme
from cchc_desktop.ui.start_page import StartPage
from cchc_desktop.ui.widgets.centred import MOST_WIDTH
from tests.ui.office.samples import PROFILE


@pytest.fixture
def look(qapp):
    """The program's own look: its size decides what fits, whatever an earlier test left behind."""
    for left in qapp.findChildren(theme.Theme):
        left.setObjectName("")
    look = theme.apply(qapp, "light")
    yield look
    look.setObjectName("")
    look.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def page(qtbot, look):
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(1278, 654)
    page.show()
    qtbot.waitExposed(page)
    return page


def button(page, words):
    return next(button for button in page.findChildren(QPushButton) if button.text() == words)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Chọn tệp…", "import_wanted"),
        ("Tạo kế hoạch…", "new_wanted"),
        ("Mở dữ liệu mẫu", "sample_wanted"),
        ("Khôi phục từ bản sao lưu…", "restore_wanted"),
    ],
)
def test_every_way_in_asks_for_its_own(qtbot, page, words, signal):
    asked = []
    for name in ("import_wanted", "new_wanted", "sample_wanted", "restore_wanted"):
        getattr(page, name).connect(lambda *_, name=name: asked.append(name))
    qtbot.mouseClick(button(page, words), Qt.MouseButton.LeftButton)
    assert asked == [signal]


def test_the_cards_show_the_keys_of_their_actions(page):
    words = [label.text() for label in page.findChildren(QLabel)]
    assert {"Ctrl+I", "Ctrl+N"} <= set(words)


def test_nothing_is_built_before_it_is_shown(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    made = []
    page.form_made.connect(made.append)
    assert page.findChildren(QAbstractButton) == []
    page.show()
    page.hide()
    page.show()
    assert made == [page.form()]


def test_the_form_that_the_page_brings_asks_to_store_the_profile(qtbot, page):
    page.form().set_profile(PROFILE)
    page.form().place.setText("Tân Hòa")
    with qtbot.waitSignal(page.form().save_wanted) as wanted:
        qtbot.mouseClick(button(page, "Lưu thông tin đơn vị"), Qt.MouseButton.LeftButton)
    assert wanted.args[0].place == "Tân Hòa"


def test_tab_goes_from_the_ways_in_through_the_form_to_the_foot(qtbot, page):
    page.setFocus()
    reached = []
    for _ in range(16):
        widget = QApplication.focusWidget()
        reached.append(widget.accessibleName() or widget.text())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert reached[:4] == [
        "Nhập từ Word, Excel: Chọn tệp…",
        "Tạo kế hoạch mới: Tạo kế hoạch…",
        "Xem dữ liệu mẫu: Mở dữ liệu mẫu",
        "Tên đơn vị (bắt buộc)",
    ]
    assert reached[-1] == "Thêm dòng"  # the button is closed while nothing is typed
    assert QApplication.focusWidget() is button(page, "Khôi phục từ bản sao lưu…")


@pytest.mark.parametrize(
    ("width", "height", "scrolls"), [(1278, 654, False), (1092, 566, True), (1448, 746, False), (2400, 1200, False)]
)
def test_it_fits_the_window_or_scrolls_up_and_down_only(qtbot, page, width, height, scrolls):
    page.resize(width, height)
    area = page.findChild(QScrollArea)
    middle = area.widget().layout().itemAt(1).widget()

    def is_centred():
        return abs(middle.x() - (area.viewport().width() - middle.geometry().right() - 1)) <= 1

    qtbot.waitUntil(lambda: is_centred() and (area.verticalScrollBar().maximum() > 0) == scrolls)
    assert area.horizontalScrollBar().maximum() == 0
    assert middle.width() <= MOST_WIDTH


def test_the_place_of_the_data_is_told_when_it_is_known(page):
    def shown():
        return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]

    assert "Nơi lưu dữ liệu:" not in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    page.show_data_folder("/du/lieu")
    assert "/du/lieu" in shown()


def test_it_can_be_closed_before_it_was_seen(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    page.setEnabled(False)
    page.show()
    assert not button(page, "Chọn tệp…").isEnabled()
