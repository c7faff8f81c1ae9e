"""Years inside words: what is offered for the next period, what is only shown, what is left alone."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.years_in_words import DOUBT_WORDS, YearDoubt, with_years, year_proposals


def years(first: int, last: int | None = None) -> Period:
    return Period(date(first, 1, 1), date(last or first, 12, 31))


THIS, NEXT = years(2025), years(2026)
STAGE, NEXT_STAGE = years(2021, 2025), years(2026, 2030)

SURE = [
    ("Ban hành Kế hoạch cải cách hành chính năm 2025", "năm 2025", "năm 2026"),
    ("Năm 2025 rà soát toàn bộ thủ tục", "Năm 2025", "Năm 2026"),
    ("Hoàn thành trước ngày 31/12/2025", "ngày 31/12/2025", "ngày 31/12/2026"),
    ("Hoàn thành 31/12/2025", "31/12/2025", "31/12/2026"),
    ("Chậm nhất 31-12-2025", "31-12-2025", "31-12-2026"),
    ("Chậm nhất 31.12.2025.", "31.12.2025", "31.12.2026"),
    ("xong ngày 05 tháng 01 năm 2025", "ngày 05 tháng 01 năm 2025", "ngày 05 tháng 01 năm 2026"),
    ("Báo cáo tháng 12/2025", "tháng 12/2025", "tháng 12/2026"),
    ("Báo cáo tháng 12 năm 2025", "tháng 12 năm 2025", "tháng 12 năm 2026"),
    ("Báo cáo tháng 6, 12/2025", "tháng 6, 12/2025", "tháng 6, 12/2026"),
    ("Báo cáo tháng 6 và 12 năm 2025", "tháng 6 và 12 năm 2025", "tháng 6 và 12 năm 2026"),
    ("xong trong 12/2025", "12/2025", "12/2026"),
    ("Báo cáo quý IV/2025", "quý IV/2025", "quý IV/2026"),
    ("Báo cáo Quý III, IV/2025", "Quý III, IV/2025", "Quý III, IV/2026"),
    ("Báo cáo quý 4 năm 2025", "quý 4 năm 2025", "quý 4 năm 2026"),
    ("Báo cáo quý III và quý IV năm 2025", "quý III và quý IV năm 2025", "quý III và quý IV năm 2026"),
    ("Sơ kết 6 tháng đầu năm 2025", "năm 2025", "năm 2026"),
    ("Kết quả Chỉ số năm 2025 đạt 90%", "năm 2025", "năm 2026"),
    ("Kế hoạch CCHC 2025", "2025", "2026"),
    ("đến hết 2025", "2025", "2026"),
    ("phổ biến giáo dục pháp luật năm 2025", "năm 2025", "năm 2026"),
    ("Triển khai Luật Đất đai trong năm 2025", "năm 2025", "năm 2026"),
    ("năm học 2024 - 2025", "năm học 2024 - 2025", "năm học 2025 - 2026"),
    ("Quý IV/2025- Quý II/2026", "Quý IV/2025- Quý II/2026", "Quý IV/2026- Quý II/2027"),
    ("Từ ngày 01/7/2025 đến ngày 31/12/2025", "ngày 01/7/2025 đến ngày 31/12/2025",
     "ngày 01/7/2026 đến ngày 31/12/2026"),
    ("tháng 11/2025 - tháng 02/2026", "tháng 11/2025 - tháng 02/2026", "tháng 11/2026 - tháng 02/2027"),
    ("thực hiện theo Kế hoạch của thành phố năm 2025", "năm 2025", "năm 2026"),
    ("Ban hành Kế hoạch trước ngày 15/01/2025 của đơn vị", "ngày 15/01/2025", "ngày 15/01/2026"),
]  # fmt: skip

ASKED = [
    ("Kế hoạch số 12/KH-UBND ngày 05/01/2025", "ngày 05/01/2025", YearDoubt.CITATION),
    ("theo Kế hoạch số 12/KH-UBND, ngày 05/01/2025 của UBND xã", "ngày 05/01/2025", YearDoubt.CITATION),
    ("theo Quyết định ngày 05/01/2025", "ngày 05/01/2025", YearDoubt.CITATION),
    ("theo Quyết định 06/QĐ-TTg năm 2025", "năm 2025", YearDoubt.CITATION),
    ("Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ", "ngày 15/7/2021", YearDoubt.CITATION),
    ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", "ngày 23/4/2018", YearDoubt.CITATION),
    ("Quyết định 15/QĐ-UBND (ban hành ngày 02/02/2025)", "ngày 02/02/2025", YearDoubt.CITATION),
    ("Công văn 581/BNV-CCHC ngày 05 tháng 02 năm 2025", "ngày 05 tháng 02 năm 2025", YearDoubt.CITATION),
    ("Kết luận ngày 03/3/2025 của Thường trực", "ngày 03/3/2025", YearDoubt.CITATION),
    ("Chỉ thị của Thủ tướng ký ngày 01/4/2025", "ngày 01/4/2025", YearDoubt.CITATION),
    ("Luật Cán bộ, công chức năm 2008", "năm 2008", YearDoubt.CITATION),
    ("Luật Tổ chức chính quyền địa phương năm 2025", "năm 2025", YearDoubt.CITATION),
    ("Hiến pháp năm 2013", "năm 2013", YearDoubt.CITATION),
    ("Luật Đất đai 2024", "2024", YearDoubt.CITATION),
    ("Phấn đấu đến năm 2030 đạt 100%", "năm 2030", YearDoubt.LATER),
    ("tầm nhìn 31/12/2045", "31/12/2045", YearDoubt.LATER),
    ("tiếp tục Đề án giai đoạn 2028-2032", "giai đoạn 2028-2032", YearDoubt.LATER),
    ("khắc phục tồn tại năm 2024", "năm 2024", YearDoubt.EARLIER),
    ("tồn đọng từ quý I/2023", "quý I/2023", YearDoubt.EARLIER),
    ("tăng 5% so với năm 2024", "năm 2024", YearDoubt.COMPARED),
    ("giảm so với cùng kỳ năm 2024", "năm 2024", YearDoubt.COMPARED),
    ("Chương trình tổng thể giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025", YearDoubt.STAGE),
    ("từ năm 2021 đến năm 2025", "năm 2021 đến năm 2025", YearDoubt.STAGE),
    ("rà soát 2025 hồ sơ", "2025", YearDoubt.BARE),
    ("số hóa 2025", "2025", YearDoubt.BARE),
]

LEFT_ALONE = [
    "",
    "Rà soát thủ tục hành chính",
    "Kế hoạch năm 2026",
    "Hoàn thành 31/12/2026",
    "giai đoạn 2026 - 2030",
    "Thông tư 15/2020/TT-BNV",
    "Nghị quyết 12/2025/NQ-HĐND",
    "Tiêu chuẩn ISO 9001:2015",
    "điện thoại 0225.3822025",
    "chi 2.025.000 đồng",
    "chi 12025 đồng",
    "mã 20251",
    "Quý I",
    "ngày 15/01",
    "2025.1",
    "hồ sơ A2025",
]


def offered(words, old=THIS, new=NEXT):
    return [(one.old, one.new, one.doubt) for one in year_proposals(words, old, new)]


@pytest.mark.parametrize(("words", "old", "new"), SURE, ids=[words for words, _, _ in SURE])
def test_years_of_the_plan_are_offered(words, old, new):
    assert offered(words) == [(old, new, None)]


@pytest.mark.parametrize(("words", "old", "doubt"), ASKED, ids=[words for words, _, _ in ASKED])
def test_what_a_person_must_look_at_says_why(words, old, doubt):
    found = year_proposals(words, THIS, NEXT)
    assert [(one.old, one.doubt) for one in found] == [(old, doubt)]
    assert found[0].new != found[0].old
    assert DOUBT_WORDS[doubt]


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_what_fits_or_is_no_year_is_not_offered(words):
    assert offered(words) == []


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025", "giai đoạn 2026 - 2030"),
        ("giai đoạn 2021-2025", "giai đoạn 2021-2025", "giai đoạn 2026-2030"),
        ("giai đoạn 2021–2023", "giai đoạn 2021–2023", "giai đoạn 2026–2028"),
        ("đến năm 2025 đạt 90%", "năm 2025", "năm 2030"),
        ("năm 2021 đến hết năm 2025", "năm 2021 đến hết năm 2025", "năm 2026 đến hết năm 2030"),
        ("Từ năm 2022 - đến hết 31/12/2025", "năm 2022 - đến hết 31/12/2025", "năm 2027 - đến hết 31/12/2030"),
    ],
)
def test_a_plan_of_several_years_moves_by_its_length(words, old, new):
    assert offered(words, STAGE, NEXT_STAGE) == [(old, new, None)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (years(2024), years(2025), []),
        (years(2025), years(2026), ["giai đoạn 2026 - 2030"]),
        (years(2025), years(2032), ["giai đoạn 2031 - 2035"]),
    ],
)
def test_a_stage_is_offered_only_when_it_is_over(old, new, expected):
    assert [one.new for one in year_proposals("giai đoạn 2021 - 2025", old, new)] == expected


@pytest.mark.parametrize(
    ("words", "new"),
    [("ngày 29/02/2024", "ngày 28/02/2025"), ("ngày 29 tháng 2 năm 2024", "ngày 28 tháng 2 năm 2025")],
)
def test_a_leap_day_becomes_the_last_of_february(words, new):
    assert [one.new for one in year_proposals(words, years(2024), years(2025))] == [new]


def test_every_place_is_a_proposal_of_its_own():
    words = "Năm 2025 rà soát; báo cáo trước 15/12/2025 theo Kế hoạch số 3/KH-UBND ngày 02/01/2025"
    found = year_proposals(words, THIS, NEXT)
    assert [one.old for one in found] == ["Năm 2025", "15/12/2025", "ngày 02/01/2025"]
    assert with_years(words, [found[1]]) == words.replace("15/12/2025", "15/12/2026")
    sure = [one for one in found if one.doubt is None]
    assert with_years(words, sure) == words.replace("Năm 2025", "Năm 2026").replace("15/12/2025", "15/12/2026")


def test_the_same_year_needs_no_change():
    assert year_proposals("năm 2025", Period(date(2025, 1, 1), date(2025, 6, 30)), THIS) == ()


def test_decomposed_letters_are_understood():
    words = unicodedata.normalize("NFD", "Kế hoạch năm 2025")
    assert with_years(words, year_proposals(words, THIS, NEXT)) == "Kế hoạch năm 2026"


def test_words_that_changed_meanwhile_stay():
    found = year_proposals("Kế hoạch năm 2025", THIS, NEXT)
    assert with_years("Báo cáo", found) == "Báo cáo"


@given(st.lists(st.sampled_from([words for words, *_ in (*SURE, *ASKED)] + LEFT_ALONE), max_size=4).map("; ".join))
def test_places_never_overlap_and_other_characters_stay(words):
    found = year_proposals(words, THIS, NEXT)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(words[one.start : one.end] == one.old for one in found)
    assert with_years(words, ()) == words


@given(st.text(alphabet="năm quý IV/2025-.0123456789đếNngàytháng\n ", max_size=60))
def test_any_words_are_read(words):
    changed = with_years(words, year_proposals(words, THIS, NEXT))
    assert len(changed) - len(unicodedata.normalize("NFC", words)) in range(-4, 5)
