"""The preview: pages drawn as they come into sight, keys, zoom, memory."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from cchc_desktop.ui.reports import page_images
from cchc_desktop.ui.reports.page_images import PageImages
from cchc_desktop.ui.reports.page_places import GAP, PagePlaces, scale_to_fit
from cchc_desktop.ui.reports.page_view import PageView
from cchc_desktop.ui.reports.pdf_pages import PageSize, PdfPages
from cchc_desktop.ui.reports.preview_pane import PreviewPane
from cchc_desktop.ui.reports.thumbnails import PagesModel
from tests.ui.reports.samples import A4, WIDE, pdf, upright

PORTRAIT, LANDSCAPE = PageSize(100, 200), PageSize(200, 100)


# --- places


def test_pages_stand_below_each_other_and_centred():
    places = PagePlaces([PORTRAIT, LANDSCAPE], 2)
    assert (places.width, places.height) == (400 + 2 * GAP, GAP + 400 + GAP + 200 + GAP)
    assert places.rect(0, 1000).getRect() == (400, GAP, 200, 400)
    assert places.rect(1, 1000).getRect() == (300, 400 + 2 * GAP, 400, 200)


@pytest.mark.parametrize(("y", "number"), [(0, 0), (GAP, 0), (GAP + 199, 0), (2 * GAP + 200, 1), (9999, 1)])
def test_the_page_at_a_height(y, number):
    assert PagePlaces([PORTRAIT, LANDSCAPE], 1).at(y) == number


def test_no_pages_have_no_places():
    places = PagePlaces([], 1)
    assert (len(places), places.height, list(places.between(0, 100))) == (0, 0, [])


def test_the_widest_page_fits():
    assert scale_to_fit([PORTRAIT, LANDSCAPE], 400 + 2 * GAP) == 2


# --- pictures


@pytest.fixture
def images(qapp):
    made = PageImages(qapp)
    yield made
    made.close()
    made.deleteLater()


def test_pictures_take_bounded_memory(qtbot, images, monkeypatch):
    monkeypatch.setattr(page_images, "_KEPT_BYTES", 500_000)
    images.open(PdfPages(upright(12)))
    for number in range(12):
        with qtbot.waitSignal(images.drawn):
            assert images.picture(number, 200) is None
    assert 0 < images.kept_bytes() <= 500_000
    assert images.picture(11, 200) is not None
    images.close()
    assert images.kept_bytes() == 0


def test_what_there_is_of_a_page_is_shown_until_the_better_one_comes(qtbot, images):
    images.open(PdfPages(upright(1)))
    with qtbot.waitSignal(images.drawn):
        images.picture(0, 50)
    assert images.picture(0, 300).width() == 50
    qtbot.waitUntil(lambda: images.picture(0, 300).width() == 300)


# --- the view


@pytest.fixture
def pane(qtbot):
    made = PreviewPane()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.open(PdfPages(upright(200)))
    yield made
    made.images.close()


@pytest.fixture
def view(pane) -> PageView:
    pane.view.setFocus()
    return pane.view


def press(qtbot, view, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(view, key, modifier)


def test_only_pages_in_sight_are_drawn(qtbot, pane):
    qtbot.waitUntil(lambda: pane.images.kept_bytes() > 1_000_000)
    QApplication.processEvents()
    assert {number for number, _ in pane.images._kept} <= set(range(12))


def test_home_end_and_pages_by_keys(qtbot, view, pane):
    press(qtbot, view, Qt.Key.Key_End)
    assert (view.page(), pane.number.text(), pane.forth.isEnabled()) == (199, "200", False)
    press(qtbot, view, Qt.Key.Key_Home)
    assert (view.page(), pane.back.isEnabled()) == (0, False)
    press(qtbot, view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.page() == 1
    assert pane.small.currentIndex().row() == 1
    place = view.verticalScrollBar().value()
    press(qtbot, view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() == place + view.verticalScrollBar().pageStep()


def test_a_page_by_its_number(qtbot, pane):
    pane.number.setFocus()
    pane.number.selectAll()
    qtbot.keyClicks(pane.number, "57")
    qtbot.keyClick(pane.number, Qt.Key.Key_Return)
    assert pane.view.page() == 56
    pane.number.selectAll()
    qtbot.keyClicks(pane.number, "900")
    qtbot.keyClick(pane.number, Qt.Key.Key_Return)
    pane.number.clearFocus()
    assert pane.view.page() == 56


def test_a_small_page_leads_to_its_page(qtbot, pane):
    pane.small.setFocus()
    qtbot.keyClick(pane.small, Qt.Key.Key_Down)
    assert pane.view.page() == 1


def test_zoom_by_keys_keeps_the_page(qtbot, view, pane):
    view.go_to(40)
    press(qtbot, view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fits_width()
    before = view.zoom()
    press(qtbot, view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() > before
    assert not view.fits_width()
    assert abs(view.page() - 40) <= 1
    press(qtbot, view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() < before + 0.01
    assert pane.zoom.currentText() == f"{round(view.zoom() * 100)}%"


def test_ctrl_and_the_wheel_zoom(view):
    before = view.zoom()
    ctrl, none = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.NoButton
    at = QPointF(50, 50)
    turn = QWheelEvent(at, at, QPoint(), QPoint(0, -120), none, ctrl, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom() < before


def test_zoom_from_the_list(qtbot, pane):
    pane.zoom.setFocus()
    qtbot.keyClick(pane.zoom, Qt.Key.Key_End)
    assert round(pane.view.zoom(), 2) == 3
    qtbot.keyClick(pane.zoom, Qt.Key.Key_Home)
    assert pane.view.fits_width()


def test_paper_is_white_and_names_its_page(qtbot, view, pane):
    qtbot.waitUntil(lambda: pane.images.kept_bytes() > 1_000_000)
    shot = view.viewport().grab().toImage()
    assert shot.pixelColor(shot.width() // 2, 40).lightness() > 250
    assert view.accessibleName() == "Bản xem trước, trang 1 trên 200"


def test_a_shorter_paper_shows_its_last_page(pane):
    pane.view.go_to(150)
    pane.open(PdfPages(pdf(A4, WIDE)))
    assert (pane.view.page(), pane.pages(), pane.count.text()) == (1, 2, "/ 2 trang")


def test_nothing_to_show_says_why(qtbot, pane):
    asked = []
    pane.again_wanted.connect(lambda: asked.append(True))
    pane.show_nothing("Chưa có chỉ tiêu.")
    assert (pane.sentence(), pane.pages(), pane.number.isEnabled()) == ("Chưa có chỉ tiêu.", 0, False)
    pane.empty.activated.emit()
    assert asked == [True]


def test_the_small_pages_follow_the_rules_of_qt(qtbot, images):
    model = PagesModel(images, images)
    QAbstractItemModelTester(model, model)
    images.open(PdfPages(upright(3)))
    assert [model.index(row).data() for row in range(model.rowCount())] == ["1", "2", "3"]
    with qtbot.waitSignal(model.dataChanged):
        images.picture(1, 40)


def test_small_pages_give_way_in_a_narrow_pane(qtbot, pane):
    pane.resize(500, 600)
    assert not pane.small.isVisible()
    pane.resize(900, 600)
    assert pane.small.isVisible()
