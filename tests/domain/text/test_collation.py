"""Vietnamese dictionary order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.text.collation import collation_key, person_key

AGENCIES = [
    "Ban Chỉ huy quân sự",
    "Ban Xây dựng Đảng",
    "Bưu điện",
    "Các cơ quan, đơn vị",
    "Các phòng, ban, đơn vị có liên quan",
    "Các tổ chức chính trị - xã hội",
    "Công an",
    "Công an thành phố",
    "Công chức Tư pháp - Hộ tịch",
    "Công chức Văn phòng - Thống kê",
    "Cổng Thông tin điện tử",
    "Đài Truyền thanh",
    "Đảng ủy",
    "Đoàn Thanh niên",
    "Hội Cựu chiến binh",
    "Hội đồng nhân dân",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Kho bạc Nhà nước",
    "Ngân hàng Chính sách xã hội",
    "Phòng Kinh tế",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Văn hóa - Xã hội",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Y tế",
    "Thuế cơ sở",
    "Tổ dân phố 1",
    "Tổ dân phố 2",
    "Tổ dân phố 10",
    "Trạm Y tế",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Văn hóa, Thể thao và Truyền thông",
    "Trường Mầm non Ánh Dương",
    "Trường Mầm non Ân Thi",
    "Trường Tiểu học Hòa An",
    "Ủy ban MTTQ",
    "Ủy ban nhân dân",
    "Văn phòng Đảng ủy",
    "Văn phòng HĐND và UBND",
]
PEOPLE = [
    "Nguyễn Văn An",
    "Phạm Thị An",
    "Trần Thị Ánh",
    "Lê Văn Ân",
    "Đỗ Văn Bình",
    "Nguyễn Thị Bình",
    "Vũ Thị Cúc",
    "Trần Văn Dũng",
    "Lê Thị Dung",
    "Hoàng Văn Đạt",
    "Bùi Thị Hà",
    "Bùi Thị Hạ",
    "Nguyễn Thị Hoa",
    "Lê Thị Hòa",
    "Nguyễn Thị Hòa",
    "Phạm Văn Oanh",
    "Phạm Văn Ổn",
    "Ngô Văn Uy",
    "Ngô Văn Ưng",
    "Đặng Thị Yến",
]


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ấ"],
        ["da", "dân", "đa", "đê", "em", "êm"],
        ["ban", "bàn", "ban ngành", "băng"],
        ["Công an", "Công chức", "Ông", "Phòng Kinh tế", "Ủy ban", "Văn phòng"],
        ["mục 1", "mục a"],
        ["khu 1", "khu 1a", "khu 2", "khu 10", "khu 010a", "khu 100", "khu a"],
        ["", "0", "1", "a"],
        AGENCIES,
    ],
)
def test_dictionary_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    backwards.sort(key=collation_key)
    assert backwards == ordered


def test_people_are_ordered_by_the_given_name() -> None:
    assert sorted(sorted(PEOPLE), key=person_key) == [
        *PEOPLE[:7], "Lê Thị Dung", "Trần Văn Dũng", *PEOPLE[9:]
    ]  # fmt: skip


def test_capitals_and_dashes_only_break_ties() -> None:
    names = ["văn hóa – xã hội", "Văn hóa - Xã hội", "văn hóa - xã hội"]
    assert len({collation_key(name).split("\x00")[0] for name in names}) == 1
    assert len({collation_key(name) for name in names}) == 3


@given(st.text(alphabet="aàâđ 0123-", max_size=12))
def test_both_normal_forms_have_one_key(text: str) -> None:
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(text)


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_are_ordered_by_value(one: int, other: int) -> None:
    assert (collation_key(f"Tổ {one}") < collation_key(f"Tổ {other}")) == (one < other)
