"""Marks are painted where they stand, and only there."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter

from cchc_desktop.ui.tokens import LIGHT
from cchc_desktop.ui.widgets.hit_marks import mark_hits
from cchc_desktop.ui.widgets.hits import hit_spans
from cchc_desktop.ui.widgets.text_fit import TextFitter


def painted(qapp, words: str, pieces: tuple[str, ...], width: int = 400) -> set[tuple[int, int]]:
    """Return the lines (by number) and tenths of the width where something was marked."""
    picture = QImage(width, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    fitter = TextFitter(QFont())
    painter = QPainter(picture)
    mark_hits(painter, QPointF(0, 0), fitter.fit(words, width, 2), hit_spans(words, pieces), fitter, 20, LIGHT)
    painter.end()
    return {
        (y // 20, x * 10 // width)
        for y in (10, 30)
        for x in range(width)
        if picture.pixelColor(x, y).name().upper() == LIGHT.soon.fill
    }


def test_words_that_were_found_are_marked(qapp):
    assert {line for line, _ in painted(qapp, "Rà soát văn bản", ("soát",))} == {0}


def test_nothing_is_marked_where_nothing_was_found(qapp):
    assert painted(qapp, "Rà soát văn bản", ()) == set()


def test_a_mark_follows_its_words_into_the_second_line(qapp):
    fitter = TextFitter(QFont())
    words = "Rà soát văn bản, kết thúc"
    width = round(fitter.width("Rà soát văn bản, kết")) - 4
    assert {line for line, _ in painted(qapp, words, ("kết thúc",), width)} == {1}
