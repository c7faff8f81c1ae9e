"""Tables of indicators."""

from __future__ import annotations

from tests.documents.recognise.tables_as_text import INDICATOR_HEAD, draft_of, messages

ROWS = """I | Giai đoạn 2026 - 2027 | < | < | <
1 | Mức độ hài lòng | % | 95 | Trung tâm
2 | Hồ sơ trực tuyến | ^ | từ 35% trở lên | Văn phòng
II | Giai đoạn 2028-2030 | < | < | <
1 | Mức độ hài lòng | % | ≥ 95 | Trung tâm
 | trong giải quyết thủ tục | | |
2 | Chuyển đổi số | | | Văn phòng"""


def test_groups_travel_with_each_indicator_and_words_stay():
    plan = draft_of(ROWS, INDICATOR_HEAD)
    assert [(i.group_number, i.group_title, i.number, i.unit, i.target_words) for i in plan.indicators] == [
        ("I", "Giai đoạn 2026 - 2027", "1", "%", "95"),
        ("I", "Giai đoạn 2026 - 2027", "2", "%", "từ 35% trở lên"),
        ("II", "Giai đoạn 2028-2030", "1", "%", "≥ 95"),
        ("II", "Giai đoạn 2028-2030", "2", None, None),
    ]
    assert plan.indicators[2].text == "Mức độ hài lòng trong giải quyết thủ tục"
    assert plan.indicators[0].agency_words == "Trung tâm"
    assert not plan.sections


def test_an_empty_target_is_asked_about():
    assert "8 4 Ô mức chỉ tiêu trống." in messages(draft_of(ROWS, INDICATOR_HEAD))


def test_a_target_for_each_year_keeps_the_year():
    plan = draft_of("1 | Hồ sơ trực tuyến | 80% | 85%", "TT | Chỉ tiêu | Năm 2026 | Năm 2027")
    assert [indicator.target_words for indicator in plan.indicators] == ["Năm 2026: 80%\nNăm 2027: 85%"]


def test_a_group_without_indicators_is_reported():
    plan = draft_of("I | Thể chế | < | < | <\nII | Thủ tục | < | < | <\n1 | Hài lòng | % | 95 | A", INDICATOR_HEAD)
    assert any("Thể chế" in message for message in messages(plan))


def test_unnumbered_rows_with_a_target_are_indicators():
    plan = draft_of("1 | Hồ sơ | % | 95 | A\n | Trong đó: đất đai | % | 90 | A", INDICATOR_HEAD)
    assert [(indicator.number, indicator.text) for indicator in plan.indicators] == [
        ("1", "Hồ sơ"),
        (None, "Trong đó: đất đai"),
    ]
