"""Which names are suggested as one agency, with which reason, and above all which never are."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.likeness import STRENGTH_NAMES, Strength, likely_duplicates, pair_key
from cchc_desktop.domain.agencies.merging import joined
from cchc_desktop.domain.agencies.names import AgencyKind, AgencyPreset, guess_kind, match_key

ROOT = Path(__file__).resolve().parents[3]
PRESETS = [AgencyPreset.from_json(entry) for entry in json.loads((ROOT / "db/seed/agencies.json").read_text("utf-8"))]


def agencies(*names):
    return [Agency(name, id=number, kind=guess_kind(name)) for number, name in enumerate(names, 1)]


def suggested(names, **options):
    return likely_duplicates(agencies(*names), presets=PRESETS, **options)


def decisions(rows, uses=None):
    """Merge as suggested, the surest first, until nothing is suggested; return the decisions and what is left."""
    taken = []
    while found := likely_duplicates(rows, uses=uses, presets=PRESETS):
        group = found[0]
        taken.append(group)
        others = [like.agency for like in group.others]
        gone = set(group.ids)
        rows = [*(row for row in rows if row.id not in gone), joined(group.keep, others)]
    return taken, rows


# --- one agency ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keep", "other", "reason", "strength"),
    [
        ("Phòng Kinh tế", "Phòng kinh tế", "Khác nhau cách viết hoa", Strength.CERTAIN),
        ("Phòng Kinh tế", "PHÒNG KINH TẾ", "Khác nhau cách viết hoa", Strength.CERTAIN),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa – Xã hội", "Khác dấu gạch nối", Strength.CERTAIN),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa-Xã hội", "Khác dấu gạch nối", Strength.CERTAIN),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa và Xã hội", "Khác dấu câu hoặc từ nối", Strength.CERTAIN),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa, Xã hội", "Khác dấu câu hoặc từ nối", Strength.CERTAIN),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hoá - Xã hội", "Khác cách đặt dấu thanh", Strength.CERTAIN),
        ("Công an", "Công an phường", "Thêm chữ “phường”", Strength.CERTAIN),
        ("Hội Chữ thập đỏ phường", "Hội Chữ thập đỏ", "Thiếu chữ “phường”", Strength.CERTAIN),
        ("Hội Khuyến học xã", "Hội Khuyến học xã xã", "Lặp chữ “xã”", Strength.CERTAIN),
        ("Hội Nông dân", "Hội Hội Nông dân", "Lặp chữ “hội”", Strength.CERTAIN),
        ("Các phòng, ban, đơn vị có liên quan", "Các phòng, ban, đơn vị liên quan", "Thiếu chữ “có”", Strength.CERTAIN),
        ("Văn phòng HĐND và UBND", "VP HĐND-UBND", "Tên viết tắt của “Văn phòng HĐND và UBND”", Strength.CERTAIN),
        ("Phòng Văn hóa - Xã hội", "Phòng VHXH", "Tên viết tắt của “Phòng Văn hóa - Xã hội”", Strength.LIKELY),
        ("Phòng Kinh tế", "P. Kinh tế", "Tên viết tắt của “Phòng Kinh tế”", Strength.LIKELY),
        ("Hội Liên hiệp Phụ nữ", "Hội LHPN", "Tên viết tắt của “Hội Liên hiệp Phụ nữ”", Strength.LIKELY),
        ("Công chức Tư pháp - Hộ tịch", "Công chức TP-HT", "Tên viết tắt của “Công chức Tư pháp - Hộ tịch”",
         Strength.LIKELY),
        ("Ủy ban nhân dân", "UBND", "Tên viết tắt của “Ủy ban nhân dân”", Strength.LIKELY),
        ("Phòng Kinh tế", "Phòng Kinh tê", "Sai một chữ: “tê” thay vì “tế”", Strength.LIKELY),
        ("Trạm Y tế", "Trạn Y tế", "Sai một chữ: “trạn” thay vì “trạm”", Strength.LIKELY),
        ("Trung tâm Chính trị", "Turng tâm Chính trị", "Sai một chữ: “turng” thay vì “trung”", Strength.LIKELY),
        ("Phòng Kinh tế", "Phong Kinh te", "Viết không dấu", Strength.LIKELY),
        ("Tổ dân phố 3", "To dan pho 3", "Viết không dấu", Strength.POSSIBLE),
        ("Trường Tiểu học Hòa An", "Trường TH Hòa An", "Tên viết tắt của “Trường Tiểu học Hòa An”", Strength.POSSIBLE),
        ("Công chức Văn hóa - Xã hội", "Cán bộ Văn hóa - Xã hội", "Cùng tên, khác chức danh", Strength.POSSIBLE),
        ("Văn phòng HĐND và UBND", "Văn phòng UBND",
         "Tên gọi khác của “Văn phòng HĐND và UBND” theo danh mục cơ quan", Strength.POSSIBLE),
    ],
)  # fmt: skip
def test_a_suggestion_says_why(keep, other, reason, strength):
    for names in ((keep, other), (other, keep)):
        (group,) = suggested(names, uses={names.index(keep) + 1: 9})
        assert (group.keep.name, [(like.agency.name, like.reason) for like in group.others]) == (
            keep, [(other, reason)]
        )  # fmt: skip
        assert group.strength is strength


def test_one_decision_merges_a_whole_group():
    names = ["Phòng VH-XH", "Phòng Văn hóa - Xã hội", "phòng Văn hóa – Xã hội", "Phòng VHXH phường", "Phòng Kinh tế"]
    (group,) = suggested(names)
    assert group.keep.name == "Phòng Văn hóa - Xã hội"
    assert set(group.ids) == {1, 2, 3, 4}
    assert group.ids[0] == group.keep.id


def test_the_most_used_of_good_names_is_kept():
    names = ["Hội Người cao tuổi xã", "Hội Người cao tuổi", "HỘI NGƯỜI CAO TUỔI"]
    (group,) = suggested(names, uses={1: 2, 2: 5, 3: 40})
    assert group.keep.name == "Hội Người cao tuổi"


def test_the_offices_own_place_is_no_difference():
    names = ["Công an", "Công an xã Hoa Mai", "Công an xã An Bình"]
    assert suggested(names) == ()
    (group,) = suggested(names, own_place="xã Hoa Mai")
    assert [like.reason for like in group.others] == ["Thêm chữ “xã Hoa Mai”"]


def test_an_alias_that_a_person_wrote_is_believed():
    rows = agencies("Tổ giúp việc", "Tổ thường trực")
    rows[0] = replace(rows[0], aliases=("Tổ thường trực",))
    (group,) = likely_duplicates(rows, uses={1: 9})
    assert [like.reason for like in group.others] == ["Đã ghi là tên gọi khác của “Tổ giúp việc”"]
    (group,) = likely_duplicates(rows, uses={2: 9})
    assert [like.reason for like in group.others] == ["Có tên gọi khác là “Tổ thường trực”"]


def test_the_same_name_with_two_kinds_is_asked_about():
    rows = [Agency("Bưu điện", id=1), Agency("Bưu điện", id=2, kind=AgencyKind.OUTSIDE)]
    (group,) = likely_duplicates(rows)
    assert (group.strength, group.others[0].reason) == (Strength.POSSIBLE, "Cùng tên, khác loại cơ quan")


EIGHT = [
    "Văn phòng HĐND - UBND xã", "Văn phòng HĐND - UBND xã xã", "Văn phòng UBND", "Văn phòng HĐND- UBND",
    "VP HĐND- UBND xã", "VP HĐND -UBND xã", "Văn phòng HĐND-UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
]  # fmt: skip


@given(st.permutations(EIGHT))
def test_eight_spellings_become_one_by_two_decisions(names):
    taken, left = decisions(agencies(*names, "Phòng Kinh tế", "Văn phòng Đảng ủy"))
    assert len(taken) <= 2
    assert len(left) == 3
    (office,) = (row for row in left if len(row.aliases) > 1)
    assert set(names) <= {office.name, *office.aliases}


def test_the_spellings_of_the_reference_plan_become_one_by_two_decisions(reference_plans):
    text = unicodedata.normalize("NFC", (reference_plans / "text/vinh-lap-2021-2025.txt").read_text("utf-8"))
    pattern = r"(?:Văn\s+phòng|VP)\s+(?:HĐND|UBND)[\s–&-]*(?:UBND)?(?:\s+xã)*"
    names = sorted({" ".join(name.split()) for name in re.findall(pattern, text)})
    assert len(names) >= 8
    taken, left = decisions(agencies(*names))
    assert (len(taken) <= 2, len(left)) == (True, 1)
    assert {match_key(name) for name in names} <= {match_key(name) for name in (left[0].name, *left[0].aliases)}


# --- never -----------------------------------------------------------------------------------------------------

DIFFERENT = [
    ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Nội vụ", "Phòng Tư pháp"],
    ["Công an phường", "Công an thành phố", "Công an tỉnh", "Công an khu vực"],
    ["UBND phường", "HĐND phường", "UBMTTQ phường", "UBKT Đảng ủy", "UBND thành phố", "UBND tỉnh", "UBND quận"],
    ["Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban MTTQ", "Ủy ban Kiểm tra Đảng ủy"],
    ["Văn phòng HĐND và UBND", "Văn phòng Đảng ủy", "Văn phòng UBND thành phố", "Văn phòng đăng ký đất đai"],
    ["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 12", "Tổ dân phố số 3", "Tổ dân phố 1A"],
    ["Tổ dân phố I", "Tổ dân phố II", "Tổ dân phố III", "Tổ dân phố IV"],
    ["Thôn 1", "Thôn 2", "Thôn Đông", "Thôn Đoài", "Thôn Đồng", "Thôn Đình", "Xóm Đông", "Làng Đông"],
    ["Trường Mầm non A", "Trường Tiểu học A", "Trường Mầm non B", "Trường THCS A", "Trường THPT A"],
    ["Trường Mầm non Hoa Sen", "Trường Mầm non Hoa Sim", "Trường Mầm non Hòa Sen", "Trường Mầm non Họa Mi"],
    ["Trường Tiểu học Hòa An", "Trường Tiểu học Hóa An", "Trường Tiểu học Hoa An", "Trường Tiểu học Hòa Ân"],
    ["Hợp tác xã Đông Sơn", "Hợp tác xã Đồng Sơn", "Hợp tác xã Đông Sen"],
    ["Công ty An Phát", "Công ty An Phú", "Công ty An Phúc", "Công ty Ân Phát"],
    ["Đảng ủy xã Hòa Bình", "Đảng ủy xã Hòa Bính", "Đảng ủy phường Hòa Bình"],
    ["Hội Nông dân", "Hội Cựu chiến binh", "Hội Liên hiệp Phụ nữ", "Hội Chữ thập đỏ", "Hội Người cao tuổi"],
    ["Hội Khuyến học", "Hội Khuyến nông", "Hội Người mù", "Hội Cựu giáo chức", "Hội Cựu thanh niên xung phong"],
    ["Sở Nội vụ", "Sở Ngoại vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Y tế", "Sở Xây dựng", "Sở Công Thương"],
    ["Sở KHCN", "Sở KHĐT", "Sở TTTT", "Sở TNMT", "Sở NNMT", "Sở GDĐT"],
    ["BHXH", "BHYT", "NHCSXH", "VNPT", "CCB", "LHPN", "TNCS"],
    ["Chủ tịch UBND", "Phó Chủ tịch UBND", "Phó Chủ tịch HĐND", "Chủ tịch HĐND"],
    ["Bí thư Đảng ủy", "Phó Bí thư Đảng ủy", "Phó Bí thư Thường trực Đảng ủy", "Đảng ủy"],
    ["Trưởng phòng Kinh tế", "Phó trưởng phòng Kinh tế", "Phòng Kinh tế", "Công chức Phòng Kinh tế"],
    ["Công chức Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội", "Công chức Văn hóa - Thông tin"],
    ["Công chức Tư pháp - Hộ tịch", "Công chức Tài chính - Kế toán", "Công chức Văn phòng - Thống kê"],
    ["Công chức TP-HT", "Công chức TC-KT", "Công chức VP-TK"],
    ["Các phòng, ban, ngành", "Các phòng, ban, đơn vị có liên quan", "Các cơ quan, đơn vị", "Các đơn vị sự nghiệp",
     "Các thôn, tổ dân phố", "Các trường học", "Các bộ phận liên quan", "Các tổ chức chính trị - xã hội"],
    ["UBND các xã", "UBND các xã, phường", "UBND xã"],
    ["Trung tâm Phục vụ hành chính công", "Trung tâm Dịch vụ sự nghiệp công", "Trung tâm Chính trị",
     "Trung tâm Văn hóa, Thể thao và Truyền thông", "Trung tâm Phục vụ hành chính công thành phố"],
    ["Trung tâm VHTT", "Trung tâm Văn hóa, Thể thao", "Trung tâm Văn hóa, Thông tin"],
    ["Thon Dong", "Thôn Đông", "Thôn Đồng"],
    ["Thanh tra thành phố", "Thanh tra tỉnh", "Thanh tra Chính phủ"],
    ["Ban Dân vận", "Ban Dân tộc", "Ban Tuyên giáo", "Ban Tổ chức", "Ban Chỉ huy quân sự", "Ban Xây dựng Đảng"],
    ["Ban Chỉ đạo cải cách hành chính", "Ban Chỉ đạo chuyển đổi số", "Tổ công tác cải cách hành chính"],
    ["Ban Chỉ huy quân sự", "Chỉ huy trưởng Ban Chỉ huy quân sự", "Bộ Chỉ huy quân sự thành phố"],
    ["Tòa án nhân dân khu vực 1", "Tòa án nhân dân khu vực 2", "Viện kiểm sát nhân dân khu vực 1"],
    ["Kho bạc Nhà nước", "Kho bạc Nhà nước khu vực III", "Kho bạc Nhà nước khu vực II", "Ngân hàng Nhà nước"],
    ["Thị xã", "Hợp tác xã", "Hợp tác"],
    ["Bưu điện", "Điện lực", "Đài Truyền thanh", "Cổng Thông tin điện tử"],
    ["CA", "Chánh án", "TT", "KT", "VP", "Phòng A", "Phòng B"],
    ["Ban An ninh", "Ban An sinh", "Tổ An ninh", "Hội Văn học", "Hội Văn hóa", "Ban Văn hóa"],
    ["Bộ phận Một cửa", "Bộ phận Văn thư", "Bộ phận chuyên môn"],
    ["Trạm Y tế", "Trạm Thú y", "Trung tâm Y tế", "Trạm Y tế phường An Biên"],
    ["Chi bộ 1", "Chi bộ 2", "Chi đoàn 1", "Đội 1", "Đội 11"],
    ["Khu dân cư số 1", "Khu dân cư số 2", "Khu phố 1", "Ấp 1"],
]  # fmt: skip


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_different_agencies_are_never_suggested(names):
    assert [[group.keep.name, *(like.agency.name for like in group.others)] for group in suggested(names)] == []


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_nor_are_any_two_of_them_alone(names):
    allowed = {"Trung tâm VHTT", "Thon Dong"}  # of two names alone it can be told which is meant
    for pair in combinations(names, 2):
        assert suggested(pair) == () or allowed & set(pair), pair


def test_the_presets_are_different_agencies():
    assert suggested([preset.name for preset in PRESETS]) == ()


def test_an_office_and_its_successor_of_the_same_name_are_two():
    old = Agency("Phòng Kinh tế", id=1, valid_to=date(2025, 6, 30))
    new = Agency("Phòng Kinh tế", id=2, valid_from=date(2025, 7, 1))
    assert likely_duplicates([old, new]) == ()
    assert likely_duplicates([old, replace(new, valid_from=date(2025, 6, 1))]) != ()


def test_what_was_merged_is_not_suggested_again():
    assert likely_duplicates([Agency("Phòng A", id=1), Agency("phòng A", id=2, merged_into_id=1)]) == ()


def test_pairs_told_apart_do_not_come_back_through_a_third():
    rows = agencies("Phòng Kinh tế", "Phòng kinh tế", "PHÒNG KINH TẾ")
    apart = {pair_key(rows[0], rows[1])}
    assert pair_key(rows[0], rows[1]) == pair_key(rows[1], rows[0])
    groups = likely_duplicates(rows, apart=apart)
    assert [{1, 2} <= set(group.ids) for group in groups] == [False]
    everything = {pair_key(one, other) for one, other in combinations(rows, 2)}
    assert likely_duplicates(rows, apart=everything) == ()


@given(st.lists(st.text(alphabet="PhòngVP xã-&,.12HĐND", max_size=14), max_size=8))
def test_any_names_can_be_looked_at(names):
    found = likely_duplicates(agencies(*names), presets=PRESETS)
    assert all(like.reason for group in found for like in group.others)
    assert all(len(set(group.ids)) == len(group.ids) for group in found)


def test_every_strength_has_a_name():
    assert set(STRENGTH_NAMES) == set(Strength)


def test_duplicates_are_found_among_five_hundred_agencies():
    levels, names = ("Mầm non", "Tiểu học"), ("An", "Hòa")
    places = [f"Trường {level} {name} {n}" for level in levels for name in names for n in range(60)]
    spellings = [spelling for preset in PRESETS for spelling in preset.spellings]
    rows = agencies(*(spellings + places + [f"Tổ dân phố {n}" for n in range(500)])[:500])
    assert likely_duplicates(rows, presets=PRESETS)
