from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.ui.widgets.form_fields import ChoiceCombo, DateField, OfferField, ParagraphsField
from tests.ui.office.samples import compose, finish
from tests.ui.plans.checks import show


@pytest.fixture
def home(qtbot):
    return show(qtbot, QWidget())


def wheel(widget):
    down, none = QPoint(0, -120), QPoint()
    event = QWheelEvent(QPointF(4, 4), QPointF(4, 4), none, down, Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1/7/2025", date(2025, 7, 1)),
        ("01/07/2025", date(2025, 7, 1)),
        ("1-7-2025", date(2025, 7, 1)),
        ("5/9", date(2025, 9, 5)),
        (" 31.12.2025 ", date(2025, 12, 31)),
        ("31/2/2025", None),
        ("tháng 7", None),
        ("", None),
    ],
)
def test_days_as_an_office_types_them(home, typed, day):
    field = DateField("Từ ngày", home, lambda: 2025)
    field.setText(typed)
    assert field.day() == day
    assert field.is_wrong() == (day is None and bool(typed))


def test_a_day_is_written_out_when_the_field_is_left(qtbot, home):
    field = DateField("Từ ngày", home, lambda: 2025)
    qtbot.keyClicks(field, "5/9")
    assert field.text() == "5/9"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "05/09/2025"
    field.show_date(None)
    assert field.text() == ""


def test_an_offer_never_completes_what_is_typed(qtbot, home):
    field = OfferField("Người ký", home)
    field.offer(["Trần Văn An", "Lê Thị Bình"])
    assert field.lineEdit().completer() is None
    qtbot.keyClicks(field.lineEdit(), "Tr")
    assert field.words() == "Tr"
    assert field.currentIndex() == -1


def test_composed_letters_come_once_and_only_when_they_are_handed_over(home):
    field = OfferField("Người ký", home)
    field.offer(["Trần Văn An"])
    compose(field, "tra")
    assert field.words() == ""
    finish(field, "tra")
    finish(field, "trần", replaced=3)
    assert field.words() == "trần"


def test_a_picked_offer_stands_in_the_line(qtbot, home):
    field = OfferField("Người ký", home)
    field.show_words("Người khác")
    field.offer(["Trần Văn An", "Lê Thị Bình"])
    assert field.words() == "Người khác"
    with qtbot.waitSignal(field.picked) as picked:
        field.setCurrentIndex(1)
        field.activated.emit(1)
    assert picked.args == [1]
    assert field.words() == "Lê Thị Bình"


def test_the_wheel_changes_nothing_in_passing(home):
    offers, combo = OfferField("Người ký", home), ChoiceCombo("Loại", home)
    offers.offer(["A", "B"])
    offers.show_words("tự gõ")
    combo.offer([(1, "một"), (2, "hai")])
    wheel(offers)
    wheel(combo)
    assert (offers.words(), combo.value()) == ("tự gõ", 1)


def test_a_choice_carries_its_value(home):
    combo = ChoiceCombo("Loại", home)
    told = []
    combo.currentIndexChanged.connect(told.append)
    assert combo.value() is None
    combo.offer([(None, "(không có)"), (7, "bảy")])
    assert combo.value() is None
    combo.choose(7)
    combo.choose(8)
    assert combo.value() == 7
    assert told == []


def test_paragraphs_wrap_and_tab_leads_on(home):
    field = ParagraphsField("Căn cứ", home)
    field.setPlainText(" một \n\nhai")
    assert field.lines() == ("một", "hai")
    assert field.tabChangesFocus()
    assert field.lineWrapMode() is ParagraphsField.LineWrapMode.WidgetWidth
