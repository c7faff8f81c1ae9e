from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from cchc_desktop.domain.office import LetterheadLine, OfficeProfile
from cchc_desktop.ui import theme
from cchc_desktop.ui.office.preview import LetterheadPreview, paper_head
from cchc_desktop.ui.tokens import DARK, palette_of
from tests.ui.office.samples import PROFILE


def test_the_head_stands_as_the_decree_has_it():
    head = paper_head(PROFILE)
    assert [(line.words, line.bold) for line in head.body] == [("ỦY BAN NHÂN DÂN", True), ("PHƯỜNG AN BÌNH", True)]
    assert [(line.words, line.bold, line.rule) for line in head.state] == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, 0.0),
        ("Độc lập - Tự do - Hạnh phúc", True, 1.0),
    ]
    assert [line.rule > 0 for line in head.body] == [False, True]
    assert 1 / 3 <= head.body[-1].rule <= 1 / 2
    assert head.number.words.split() == ["Số:", "/KH-UBND"]
    assert (head.date.words, head.date.italic) == ("An Bình, ngày … tháng … năm …", True)


@pytest.mark.parametrize(("line", "bold"), [("ỦY BAN NHÂN DÂN", False), ("PHÒNG NỘI VỤ", True)])
def test_bold_is_what_was_typed(line, bold):
    head = paper_head(OfficeProfile(letterhead=(LetterheadLine(line, bold),)))
    assert (head.body[0].words, head.body[0].bold) == (line, bold)


def test_what_nobody_typed_is_left_blank():
    head = paper_head(OfficeProfile())
    assert head.body == ()
    assert head.date.words.startswith("…, ngày")
    assert head.number.words.endswith("/…")


def dark_share(picture, left, top, right, bottom):
    """Return the share of dark points in a part of a picture; the part is given in per cent."""
    xs = range(picture.width() * left // 100, picture.width() * right // 100)
    ys = range(picture.height() * top // 100, picture.height() * bottom // 100)
    dark = sum(picture.pixelColor(x, y).lightness() < 128 for x in xs for y in ys)
    return dark / (len(xs) * len(ys))


def shown(qtbot, profile, width=460):
    preview = LetterheadPreview()
    qtbot.addWidget(preview)
    preview.show_profile(profile)
    preview.resize(width, 10)
    preview.show()
    return preview


def test_the_paper_is_white_and_the_words_black_in_the_dark_theme(qtbot, monkeypatch):
    monkeypatch.setattr(theme, "current", lambda: DARK)
    preview = shown(qtbot, PROFILE)
    preview.setPalette(palette_of(DARK))
    picture = preview.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 4) == QColor("white")
    assert dark_share(picture, 2, 5, 38, 60) > 0.02
    assert dark_share(picture, 42, 5, 98, 60) > 0.02


def test_the_left_side_is_white_without_lines(qtbot):
    picture = shown(qtbot, OfficeProfile()).grab().toImage()
    assert dark_share(picture, 2, 5, 38, 40) == 0
    assert dark_share(picture, 42, 5, 98, 60) > 0.02


def test_long_lines_take_more_room(qtbot):
    long = OfficeProfile(letterhead=(LetterheadLine("VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN XÃ TÂN HÒA " * 2),))
    assert shown(qtbot, long).height() > shown(qtbot, PROFILE).height()


def test_the_words_can_be_read_aloud(qtbot):
    preview = shown(qtbot, PROFILE)
    assert preview.accessibleName() == "Xem trước đầu văn bản"
    assert "PHƯỜNG AN BÌNH" in preview.accessibleDescription()
