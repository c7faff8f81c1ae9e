"""How a name is read: words, abbreviations, the commune at the end, and how two spellings differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agencies.spelling import differences, in_running_text, place_of, read_spelling, shortens


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("Phòng Văn hóa & Xã hội xã", "phòng văn hóa xã hội", "xã"),
        ("Văn phòng HĐND và UBND xã xã", "văn phòng hđnd ubnd", "xã xã"),
        ("Phong Van hoa va Xa hoi phuong", "phong van hoa xa hoi", "phuong"),
        ("Hợp tác xã", "hợp tác xã", ""),
        ("UBND các xã, phường", "ubnd các xã phường", ""),
        ("Công an xã Hoa Mai", "công an", "xã Hoa Mai"),
        ("Xã", "xã", ""),
        ("", "", ""),
        (" ;-", "", ""),
    ],
)
def test_words_and_place(name, words, place):
    spelling = read_spelling(name, ("xã", "hoa", "mai"))
    assert (" ".join(spelling.words), " ".join(spelling.place)) == (words, place)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Văn phòng HĐND và UBND", ["hđnd", "ubnd"]),
        ("vp hđnd", ["vp", "hđnd"]),
        ("PHÒNG KINH TẾ", []),
        ("VP HĐND-UBND", ["vp", "hđnd", "ubnd"]),
        ("Phòng VH-XH", ["vh", "xh"]),
        ("P. Kinh tế", ["p"]),
        ("Trường Mầm non A", []),
        ("Khu II", []),
        ("Tổ 12", []),
        ("CA xã", ["ca"]),
    ],
)
def test_abbreviations(name, short):
    spelling = read_spelling(name)
    assert [word for word, is_short in zip(spelling.words, spelling.short, strict=True) if is_short] == short


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Phòng KTHTĐT", "Phòng Kinh tế, Hạ tầng và Đô thị", True),
        ("VP Hội đồng nhân dân", "Văn phòng HĐND", True),
        ("VPHĐND", "VP HĐND", True),
        ("Ủy ban MTTQVN", "Ủy ban Mặt trận Tổ quốc VN", True),
        ("Phòng KT", "Phòng Kinh doanh", False),
        ("Hội CCB", "Hội Cựu chiến binh thành phố", False),
        ("CA", "Công an", False),
        ("Sở KHCN", "Phòng Khoa học và Công nghệ", False),
        ("Tổ TDP", "Tổ 1 2 3", False),
    ],
)
def test_shortens(one, other, expected):
    left, right = read_spelling(one), read_spelling(other)
    assert shortens(left, right) is expected
    assert shortens(right, left) is expected


@pytest.mark.parametrize(
    ("kept", "other", "words"),
    [
        ("Công an xã", "Công an phường", ("Ghi “phường”, không ghi “xã”",)),
        ("Công an xã xã", "Công an xã", ("Không lặp chữ “xã”",)),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa, Xã hội xã", ("Thêm chữ “xã”", "Khác dấu câu hoặc từ nối")),
        ("Phòng A", "Phòng A", ()),
        ("Các đơn vị liên quan", "Các đơn vị có liên quan", ("Thêm chữ “có”",)),
        ("Phòng KT", "Phòng Kinh tế", ("Tên viết đầy đủ của “Phòng KT”",)),
        ("Phong Kinh te", "Phòng Kinh tế", ("Viết có dấu",)),
        ("Phòng A xã", "Ban Chỉ huy quân sự", ()),
    ],
)
def test_differences(kept, other, words):
    assert differences(read_spelling(kept), read_spelling(other)) == words


@pytest.mark.parametrize(
    ("office", "place"),
    [
        ("Ủy ban nhân dân xã Hoa Mai", "xã hoa mai"),
        ("UỶ BAN NHÂN DÂN PHƯỜNG HOA MAI", "phường hoa mai"),
        ("UBND đặc khu Hoa Mai", "đặc khu hoa mai"),
        ("Ủy ban nhân dân thành phố Hải Phòng", ""),
        ("", ""),
    ],
)
def test_place_of_an_office(office, place):
    assert place_of(office) == place


@given(st.text(max_size=30))
def test_any_text_is_read(name):
    spelling = read_spelling(name)
    assert len(spelling.words) == len(spelling.short)
    assert len(spelling.initials) >= len(spelling.words)
    assert shortens(spelling, spelling) or (len(spelling.words) == 1 and any(spelling.short))


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("ỦY BAN NHÂN DÂN XÃ LAI KHÊ", "Ủy ban nhân dân xã Lai Khê"),
        ("UBND PHƯỜNG SÔNG  HƯƠNG", "UBND phường Sông Hương"),
        ("HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "Hội đồng nhân dân thành phố Hải Phòng"),
        ("Ủy ban nhân dân xã Lai Khê", "Ủy ban nhân dân xã Lai Khê"),
        ("SỞ NỘI VỤ", "SỞ NỘI VỤ"),
        ("UBND", "UBND"),
        ("", ""),
    ],
)
def test_a_letterhead_is_written_out_in_running_text(office, expected):
    assert in_running_text(office) == expected
