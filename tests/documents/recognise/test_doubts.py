"""Doubts: what is asked about, and what is left in peace."""

from __future__ import annotations

import pytest

from tests.documents.recognise.tables_as_text import HEAD, draft, draft_of, messages, table

GOOD = "I | Thể chế | < | < | < | <\n1 | Rà soát | Văn phòng | | Quý I | Báo cáo"
WARD = "(Kèm theo Kế hoạch số 5/KH-UBND ngày 01/02/2026 của UBND phường Hoa Mai)"
COMMUNE = "(Kèm theo Kế hoạch số 5/KH-UBND ngày 01/02/2026 của UBND xã An Bình)"


def test_a_clean_table_raises_no_doubt():
    assert messages(draft_of(GOOD)) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2 | Họp | Văn phòng | | | Báo cáo", "4 5 Ô thời gian trống."),
        ("2 | Họp | | | Quý I | Báo cáo", "4 3 Ô cơ quan chủ trì trống."),
        ("2 | | Văn phòng | | Quý I | Báo cáo", "4 2 Ô nội dung trống."),
        ("2 | Họp | Văn phòng | | Quý I) | Báo cáo", "4 5 Thời gian “Quý I)” có dấu ngoặc thừa hoặc thiếu."),
        ("2 | Họp xã xã | Văn phòng | | Quý I | Báo cáo", "4 2 Từ viết lặp: “xã xã”."),
        ("2 | Họp | Văn phòng | | Quý I | các chỉ số Chỉ số", "4 6 Từ viết lặp: “chỉ số Chỉ số”."),
        ("1 | Họp | Văn phòng | | Quý I | Báo cáo", "4 1 Số “1” đã dùng cho một dòng ở trên trong cùng mục."),
        ("5 | Họp | Văn phòng | | Quý I | Báo cáo", "4 1 Số thứ tự nhảy từ “1” đến “5”."),
        ("II | Thủ tục | < | < | < | <", "4 - Mục “Thủ tục” không có nhiệm vụ nào."),
    ],
)
def test_doubts(row, message):
    assert messages(draft_of(f"{GOOD}\n{row}")) == [message]


@pytest.mark.parametrize(
    "row",
    [
        "2 | Họp luôn luôn | Văn phòng | | Quý I (2026) | Báo cáo",
        "2. | Chính quyền số, số hóa | Văn phòng | | Quý I | Báo cáo",
        "II | Thủ tục | < | < | < | <\n1 | Niêm yết | Văn phòng | | Quý I | Bảng",
        "2 | Các việc: | | | |\n2.1 | Họp | Văn phòng | | Quý I | Báo cáo",
    ],
)
def test_no_noise(row):
    assert messages(draft_of(f"{GOOD}\n{row}")) == []


@pytest.mark.parametrize(
    ("attached", "words", "doubted"),
    [
        (WARD, "Báo cáo của UBND xã", True),
        (WARD, "Báo cáo của UBND xã, phường", False),
        (WARD, "Báo cáo của UBND phường", False),
        (COMMUNE, "Báo cáo của Ủy ban nhân dân phường", True),
        (COMMUNE, "Báo cáo của UBND xã", False),
        ("DANH MỤC", "Báo cáo của UBND xã", False),
    ],
)
def test_the_level_of_the_office(attached, words, doubted):
    plan = draft(attached, table(f"{HEAD}\n{GOOD.replace('Báo cáo', words)}"))
    assert any("trong kế hoạch của" in message for message in messages(plan)) is doubted


def test_every_problem_of_a_row_has_a_suggestion():
    plan = draft_of(f"{GOOD}\n | Họp | | | | Báo cáo\n3 | | | | |")
    assert len(plan.problems) >= 4
    assert all(problem.suggestion for problem in plan.problems)
