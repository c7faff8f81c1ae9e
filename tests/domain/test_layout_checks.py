"""What no paper can be set by, and what departs from the decree, told in Vietnamese."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cchc_desktop.domain.layout_checks import departures, faults
from cchc_desktop.domain.layout_profile import Element, FixedWords, LayoutProfile, Letterhead, Look


def test_the_default_is_the_decree() -> None:
    assert faults(LayoutProfile()) == ()
    assert departures(LayoutProfile()) == ()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"paper": "Letter"}, "Khổ giấy “Letter” không dùng được. Chọn A4 hoặc A3."),
        ({"left_mm": 2}, "Lề trái 2 không dùng được. Nhập số từ 5 đến 80 mm."),
        ({"line_spacing": 0.5}, "Giãn dòng 0,5 không dùng được. Nhập số từ 0,8 đến 3 dòng."),
        ({"line_spacing": float("nan")}, "Giãn dòng nan không dùng được. Nhập số từ 0,8 đến 3 dòng."),
        ({"first_numbered": 3}, "Trang bắt đầu đánh số 3 không dùng được. Nhập số từ 1 đến 2."),
        ({"words": FixedWords(motto="")}, "Quốc hiệu và tiêu ngữ không được để trống."),
        (
            {"words": FixedWords(attached="(Kèm theo)")},
            "Dòng kèm theo phải có {document}: chỗ ghi tên, số và ngày của văn bản.",
        ),
        ({"letterheads": (Letterhead("x", ()),)}, "Mỗi tiêu đề văn bản cần ít nhất một dòng tên cơ quan."),
    ],
)
def test_what_no_paper_can_be_set_by_is_a_fault(changes: dict[str, Any], fault: str) -> None:
    assert faults(replace(LayoutProfile(), **changes)) == (fault,)


def test_a_size_that_cannot_be_read_is_a_fault() -> None:
    profile = LayoutProfile().with_look(Element.BODY, Look(90))
    assert faults(profile) == ("Cỡ chữ “Nội dung” 90 không dùng được. Nhập số từ 6 đến 30.",)


@pytest.mark.parametrize(
    ("changes", "departure"),
    [
        ({"left_mm": 25}, "Lề trái 25; Nghị định 30 quy định 30-35 mm."),
        ({"space_after_pt": 3}, "Khoảng cách giữa các đoạn 3 pt; Nghị định 30 quy định tối thiểu 6 pt."),
        ({"issuer_line_share": 0.7}, "Đường kẻ dưới tên cơ quan 0,7; Nghị định 30 quy định 0,33-0,5 lần dòng chữ."),
        ({"first_numbered": None}, "Nghị định 30 quy định đánh số trang từ trang 2."),
    ],
)
def test_what_departs_from_the_decree_is_told_and_allowed(changes: dict[str, Any], departure: str) -> None:
    profile = replace(LayoutProfile(), **changes)
    assert departures(profile) == (departure,)
    assert faults(profile) == ()


def test_the_size_of_tables_is_not_regulated() -> None:
    profile = LayoutProfile().with_table_size(11)
    assert (profile.look(Element.TABLE).size, profile.look(Element.TABLE_HEADER).size) == (11, 11)
    assert profile.look(Element.TABLE_HEADER).bold
    assert departures(profile) == ()
