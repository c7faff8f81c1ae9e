"""Numerals, printed heads, schemes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.numbering import (
    NumberedItem,
    NumberedSection,
    NumberingScheme,
    PrintedHead,
    detect_scheme,
    from_roman,
    next_numeral,
    numbers,
    split_number,
    strip_label,
    to_roman,
    vietnamese_letter,
)


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(number: int) -> None:
    assert from_roman(to_roman(number).lower()) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "A", "IL", "MMMM"])
def test_what_is_not_a_roman_numeral(text: str) -> None:
    with pytest.raises(ValueError, match="Roman"):
        from_roman(text)


@pytest.mark.parametrize(
    ("number", "following"),
    [("V", "VI"), ("iii", "IV"), ("9", "10"), ("A", None), ("I.2", None), ("MMMCMXCIX", None), (None, None)],
)
def test_the_heading_behind_one(number: str | None, following: str | None) -> None:
    assert next_numeral(number) == following


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [vietnamese_letter(number) for number in (1, 4, 5, 7, 23, 24, 25)] == ["a", "d", "đ", "g", "y", "aa", "ab"]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("I. Cải cách thể chế", "I", "Cải cách thể chế"),
        ("IV Cải cách chế độ công vụ", "IV", "Cải cách chế độ công vụ"),
        ("I - CẢI CÁCH THỂ CHẾ", "I", "CẢI CÁCH THỂ CHẾ"),
        ("1.1. Mục tiêu 1: Xây dựng", "1.1", "Mục tiêu 1: Xây dựng"),
        ("3.1: Hoạt động 1: Hoàn thiện", "3.1", "Hoạt động 1: Hoàn thiện"),
        ("1.1 Rà soát", "1.1", "Rà soát"),
        ("1.Rà soát", "1", "Rà soát"),
        ("1/ Rà soát", "1", "Rà soát"),
        ("1.", "1", ""), ("39", "39", ""), ("I.1", "I.1", ""), ("a)", "a", ""),
        ("1)", "1", ""), ("(2) Họp", "2", "Họp"),
        ("đ) Rà soát", "đ", "Rà soát"),
        ("10.12.2025 họp", "", "10.12.2025 họp"),
        ("30/6/2025", "", "30/6/2025"),
        ("3.5 triệu đồng", "", "3.5 triệu đồng"),
        ("1.500 hồ sơ", "", "1.500 hồ sơ"),
        ("100% cán bộ", "", "100% cán bộ"),
        ("8:30 họp", "", "8:30 họp"),
        ("2025", "", "2025"),
        ("Công khai", "", "Công khai"),
        ("P. Kinh tế", "", "P. Kinh tế"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_split_number(text: str, number: str, rest: str) -> None:
    assert split_number(text) == (number, rest)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("3.1: Hoạt động 1: Hoàn thiện", PrintedHead("3.1", "3.1:", "Hoạt động 1:", "Hoàn thiện")),
        ("1.1. Muc tiêu 1:\nTiếp tục", PrintedHead("1.1", "1.1.", "Muc tiêu 1:", "Tiếp tục")),
        ("Nhiệm vụ: Rà soát", PrintedHead("", "", "Nhiệm vụ:", "Rà soát")),
        ("2. Nhiệm vụ trọng tâm: rà soát", PrintedHead("2", "2.", "", "Nhiệm vụ trọng tâm: rà soát")),
        ("Rà soát", PrintedHead("", "", "", "Rà soát")),
    ],
)
def test_strip_label(text: str, head: PrintedHead) -> None:
    assert strip_label(text) == head


def plan(*sections: list[str]) -> list[NumberedSection]:
    return [
        NumberedSection(to_roman(place), tuple(NumberedItem(printed=number) for number in section))
        for place, section in enumerate(sections, 1)
    ]


@pytest.mark.parametrize(
    ("sections", "scheme"),
    [
        ([["1", "2"], ["3"]], NumberingScheme.CONTINUOUS),
        ([["1", "2"], ["1"]], NumberingScheme.PER_SECTION),
        ([["I.1", "I.2"], ["II.1"]], NumberingScheme.HIERARCHICAL),
        ([["1", "3"], ["4"]], NumberingScheme.AS_PRINTED),
        ([["1", ""], ["2"]], NumberingScheme.AS_PRINTED),
        ([], NumberingScheme.CONTINUOUS),
    ],
)
def test_detect_scheme(sections: list[list[str]], scheme: NumberingScheme) -> None:
    assert detect_scheme(plan(*sections)) is scheme


def test_numbers_of_a_tree() -> None:
    tree = (NumberedItem(0), NumberedItem(1), NumberedItem(2, lettered=True), NumberedItem(1), NumberedItem(0))
    sections = [NumberedSection("I", tree), NumberedSection("II", (NumberedItem(0), NumberedItem(1, lettered=True)))]
    assert numbers(NumberingScheme.CONTINUOUS, sections) == [["1", "1.1", "a", "1.2", "2"], ["3", "a"]]
    assert numbers(NumberingScheme.PER_SECTION, sections)[1] == ["1", "a"]
    assert numbers(NumberingScheme.HIERARCHICAL, sections)[0] == ["I.1", "I.1.1", "a", "I.1.2", "I.2"]
    assert numbers(NumberingScheme.AS_PRINTED, sections)[1] == ["", ""]


@given(st.lists(st.lists(st.integers(0, 3), max_size=8), max_size=4))
def test_every_item_gets_one_number(depths: list[list[int]]) -> None:
    sections = [NumberedSection("I", tuple(NumberedItem(depth) for depth in section)) for section in depths]
    computed = numbers(NumberingScheme.CONTINUOUS, sections)
    assert [len(section) for section in computed] == [len(section) for section in depths]
    every = [number for section in computed for number in section]
    assert len(every) == len(set(every))
