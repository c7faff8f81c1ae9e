"""Tasks that are probably about one matter, by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.task_likeness import LEAST, TaskLikeness

TASKS = {
    1: "Thực hiện rà soát, đơn giản hóa thủ tục hành chính",
    2: "Triển khai Kế hoạch theo dõi tình hình thi hành pháp luật năm 2025 trên địa bàn phường",
    3: "Đăng ký Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức phường năm 2025",
    4: "Tổ chức thực hiện công tác tuyên truyền trên địa bàn xã",
    5: "",
}


@pytest.fixture
def likeness() -> TaskLikeness[int]:
    return TaskLikeness(TASKS.items())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thực hiện rà soát, đơn giản hóa thủ tục hành chính", 1),
        ("Ban hành Kế hoạch rà soát, đơn giản hoá thủ tục hành chính giai đoạn 2026-2030", 1),
        ("Ban hành Kế hoạch theo dõi tình hình thi hành pháp luật hàng năm", 2),
        ("Ban hành Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức", 3),
    ],
)
def test_the_likest_task_comes_first(likeness, words, expected):
    assert likeness.like(words)[0].key == expected


@pytest.mark.parametrize("words", ["", "2025", "Sắp xếp tổ chức bộ máy", "Thực hiện công tác khác trên địa bàn xã"])
def test_what_shares_only_ordinary_words_is_not_suggested(likeness, words):
    assert likeness.like(words) == []


def test_no_more_than_wanted():
    likeness = TaskLikeness((key, "Rà soát thủ tục hành chính") for key in range(9))
    assert len(likeness.like("Rà soát thủ tục hành chính", limit=2)) == 2


@given(st.lists(st.sampled_from(sorted(TASKS.values())), max_size=4).map(" ".join))
def test_a_score_lies_between_the_least_and_one(words):
    assert all(LEAST <= like.score <= 1 + 1e-9 for like in TaskLikeness(TASKS.items()).like(words))
