"""What no paper can be set by, and what departs from the decree, told in Vietnamese."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cchc_desktop.domain.office import LetterheadLine
from cchc_desktop.domain.papers.layout_checks import (
    decree_words,
    departures,
    departures_by_field,
    faults,
    faults_by_field,
    look_field,
    words_field,
)
from cchc_desktop.domain.papers.layout_profile import Element, FixedWords, LayoutProfile, Letterhead, Look


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


def test_doubts_name_their_fields() -> None:
    profile = replace(LayoutProfile(), left_mm=25).with_look(Element.MOTTO, Look(99))
    assert [doubt.field for doubt in departures_by_field(profile)] == ["left_mm", "look.motto", "look.motto"]
    assert [doubt.field for doubt in faults_by_field(profile)] == ["look.motto"]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("left_mm", "30-35 mm"),
        (look_field(Element.PLACE_DATE), "13-14, nghiêng"),
        (look_field(Element.RECIPIENTS_LABEL), "12, đậm, nghiêng"),
        (look_field(Element.TABLE), ""),
        (words_field("motto"), "Độc lập - Tự do - Hạnh phúc"),
        ("orientation", ""),
    ],
)
def test_the_decree_stands_beside_each_field(field: str, words: str) -> None:
    assert decree_words(field) == words


@pytest.mark.parametrize(("names", "is_fault"), [(("Phòng", "Ban"), False), (("Phòng", "PHÒNG"), True), (("",), True)])
def test_letterheads_are_told_apart_by_their_names(names: tuple[str, ...], is_fault: bool) -> None:
    heads = tuple(Letterhead(name, (LetterheadLine("PHÒNG"),)) for name in names)
    assert bool(faults(replace(LayoutProfile(), letterheads=heads))) is is_fault
