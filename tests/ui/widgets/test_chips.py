"""Chips and stacked bars: colours, words that do not fit, names for those who listen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import STATUS_WORDS, Status
from cchc_desktop.ui.following.looks import BAR_PARTS, bar_shares, icon_of
from cchc_desktop.ui.tokens import LIGHT
from cchc_desktop.ui.widgets.chips import Chip, ChipLook, chip_width, paint_chip, paint_stack
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics

LATE = ChipLook("triangle-alert", "late", "Quá hạn 63 ngày", is_strong=True)


def painted(width, paint):
    image = QImage(width, 36, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    with QPainter(image) as painter:
        paint(painter, QRect(0, 0, width, 36))
    return image


def colours(image):
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_chip_has_the_fill_and_the_words_of_its_state(qtbot, qapp):
    metrics = RowMetrics(qapp.font(), Density.NORMAL)
    image = painted(300, lambda painter, rect: paint_chip(painter, rect, LATE, metrics, LIGHT))
    assert {LIGHT.late.fill.lower(), LIGHT.late.text.lower()} <= colours(image)
    assert image.pixelColor(chip_width(LATE, metrics) + 4, 18).name() == "#ffffff"


def test_a_chip_without_room_takes_what_there_is(qtbot, qapp):
    metrics = RowMetrics(qapp.font(), Density.NORMAL)
    taken = []
    painted(60, lambda painter, rect: taken.append(paint_chip(painter, rect, LATE, metrics, LIGHT)))
    assert taken == [60]


def test_a_chip_is_called_by_its_words_and_shows_them_where_they_are_cut(qtbot):
    chip = Chip(look=LATE)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert (chip.accessibleName(), chip.toolTip()) == ("Quá hạn 63 ngày", "")
    chip.resize(40, chip.height())
    chip.show()
    qtbot.waitUntil(lambda: chip.toolTip() == "Quá hạn 63 ngày")
    chip.show_look(None)
    assert chip.accessibleName() == ""


def test_a_stacked_bar_gives_each_part_its_share(qtbot):
    image = painted(101, lambda painter, rect: paint_stack(painter, rect, (("done", 3), ("late", 1)), LIGHT))
    assert image.pixelColor(10, 18).name() == LIGHT.done.bar.lower()
    assert image.pixelColor(70, 18).name() == LIGHT.done.bar.lower()
    assert image.pixelColor(90, 18).name() == LIGHT.late.bar.lower()


def test_a_bar_of_nothing_is_an_empty_groove(qtbot):
    image = painted(50, lambda painter, rect: paint_stack(painter, rect, (), LIGHT))
    assert colours(image) == {LIGHT.grid.lower()}


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_look_and_stands_in_one_part_of_the_bar_at_most(qtbot, status):
    _icon, token = icon_of(status)
    assert hasattr(LIGHT, token)
    assert STATUS_WORDS[status][0]
    parts = [part for part in BAR_PARTS if status in part.statuses]
    is_neutral = status in (Status.DROPPED, Status.UNTRACKED)
    assert len(parts) == (0 if is_neutral else 1)


def test_a_bar_sums_what_is_expected(qtbot):
    roll_up = RollUp({status: number for number, status in enumerate(Status, start=1)})
    assert sum(count for _, count in bar_shares(roll_up)) == roll_up.expected
