"""The decree's wordings: zeros, blanks, end marks, lists of recipients, lengths of lines under words."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.papers.words import (
    day_words,
    ended,
    number_line,
    place_and_date,
    recipient_lines,
    underline_length,
)

GLUE = "\N{NO-BREAK SPACE}"  # a blank never begins a line
BLANK = "\N{NO-BREAK SPACE}" * 8


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 1), "ngày 01 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
        (date(2025, 9, 8), "ngày 08 tháng 9 năm 2025"),
        (date(2025, 10, 31), "ngày 31 tháng 10 năm 2025"),
        (date(2025, 12, 2), "ngày 02 tháng 12 năm 2025"),
    ],
)
def test_days_and_months_take_their_zeros(day: date, words: str) -> None:
    assert day_words(day.day, day.month, day.year) == words
    assert place_and_date("Hoa Sữa", day) == f"Hoa Sữa, {words}"


def test_a_draft_leaves_the_day_blank() -> None:
    assert place_and_date("Hoa Sữa", None, date(2026, 2, 1)) == f"Hoa Sữa, ngày{GLUE}{BLANK}{GLUE}tháng 02 năm 2026"
    assert place_and_date("Hoa Sữa", None) == f"Hoa Sữa, ngày{GLUE}{BLANK}{GLUE}tháng{GLUE}{BLANK} năm {BLANK}"
    assert place_and_date("", date(2026, 2, 1)) == "Ngày 01 tháng 02 năm 2026"


@pytest.mark.parametrize(
    ("number", "symbol", "line"),
    [
        ("5", "KH-UBND", "Số: 05/KH-UBND"),
        (9, "BC-UBND", "Số: 09/BC-UBND"),
        ("05", "KH-UBND", "Số: 05/KH-UBND"),
        ("10", "KH-UBND", "Số: 10/KH-UBND"),
        ("510/QĐ-UBND", "KH-UBND", "Số: 510/QĐ-UBND"),
        ("7/QĐ-UBND", "", "Số: 07/QĐ-UBND"),
        ("12a", "UBND", "Số: 12a/UBND"),
        ("", "BC-UBND", f"Số: {BLANK}/BC-UBND"),
        (None, "BC-UBND", f"Số: {BLANK}/BC-UBND"),
        ("/BC-UBND", "", f"Số: {BLANK}/BC-UBND"),
        ("3", "", "Số: 03"),
    ],
)
def test_number_lines(number: str | int | None, symbol: str, line: str) -> None:
    assert number_line(number, symbol) == line


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("Trên đây là báo cáo.", "Trên đây là báo cáo./."),
        ("Trên đây là báo cáo", "Trên đây là báo cáo./."),
        ("Trên đây là báo cáo./.", "Trên đây là báo cáo./."),
        ("a; ", "a./."),
        ("", ""),
    ],
)
def test_the_last_sentence_gets_the_end_mark_once(words: str, closed: str) -> None:
    assert ended(words) == closed


def test_recipients_have_dashes_and_the_archive_comes_last() -> None:
    lines = recipient_lines(("Sở Nội vụ;", "- Đảng ủy", " "), "- Lưu: VT, VHXH.", "Như trên")
    assert lines == ("- Như trên;", "- Sở Nội vụ;", "- Đảng ủy;", "- Lưu: VT, VHXH.")
    assert recipient_lines((), "") == ()


def test_lines_under_words() -> None:
    assert underline_length(240, 1) == 240
    assert underline_length(240, 0.4) == pytest.approx(96)
    with pytest.raises(ValueError, match="a line is a part"):
        underline_length(240, 1.5)
