from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cchc_desktop.domain.days import read_short_day
from cchc_desktop.ui.widgets.day_field import DayField

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1/1", date(2026, 1, 1)),
        (" 31-12 ", date(2026, 12, 31)),
        ("1.7", date(2026, 7, 1)),
        ("01/01/2026", date(2026, 1, 1)),
        ("1-1-2025", date(2025, 1, 1)),
    ],
)
def test_a_day_as_an_office_types_it(typed, expected):
    assert read_short_day(typed, TODAY) == expected


@pytest.mark.parametrize("typed", ["", "31/2", "32/1/2026", "1/13", "hôm nay", "1/1/26", "2026"])
def test_what_is_no_day(typed):
    with pytest.raises(ValueError):
        read_short_day(typed, TODAY)


@pytest.fixture
def field(qtbot):
    field = DayField("Từ ngày", lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


def test_leaving_the_field_tells_the_day_and_shows_it_whole(field, qtbot):
    with qtbot.waitSignal(field.settled):
        QTest.keyClicks(field, "1/1")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.day(), field.text()) == (date(2026, 1, 1), "01/01/2026")


def test_a_pause_in_typing_tells_the_day(field, qtbot):
    with qtbot.waitSignal(field.settled):
        QTest.keyClicks(field, "1/1")
    assert field.text() == "1/1"  # nothing changes under the hands


def test_a_wrong_day_is_told_when_typing_has_ended_and_not_before(field, qtbot):
    QTest.keyClicks(field, "31/2")
    assert field.wrong_words() == ""
    with qtbot.waitSignal(field.settled):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.day(), field.wrong_words()) == (None, "31/2")
    field.clear()
    assert field.wrong_words() == ""


def test_leaving_an_unchanged_field_tells_nothing(field, qtbot):
    QTest.keyClicks(field, "1/1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(field.settled, wait=600):
        QTest.keyClick(field, Qt.Key.Key_Return)
