from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.office import (
    LetterheadLine,
    OfficeProfile,
    Signer,
    profile_from_json,
    profile_to_json,
    suggest_letterhead,
)

words = st.text(max_size=20)
profiles = st.builds(
    OfficeProfile,
    name=words,
    superior=words,
    letterhead=st.lists(st.builds(LetterheadLine, words, st.booleans()), max_size=3).map(tuple),
    place=words,
    standing_office=words,
    signers=st.lists(st.builds(Signer, words, st.lists(words, max_size=2).map(tuple)), max_size=3).map(tuple),
    symbols=st.lists(words, max_size=3).map(tuple),
)


@given(profiles)
def test_a_profile_survives_json(profile):
    assert profile_from_json(json.loads(json.dumps(profile_to_json(profile)))) == profile


def test_what_a_later_version_wrote_is_read_as_far_as_it_is_known():
    assert profile_from_json({"name": "UBND xã", "logo": "x"}) == OfficeProfile(name="UBND xã")
    assert profile_from_json({}).is_empty


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban nhân dân phường An Bình", ["ỦY BAN NHÂN DÂN", "PHƯỜNG AN BÌNH"]),
        ("  ủy ban   nhân dân xã Đại Lộc ", ["ỦY BAN NHÂN DÂN", "XÃ ĐẠI LỘC"]),
        ("Phòng Văn hóa - Xã hội", ["PHÒNG VĂN HÓA - XÃ HỘI"]),
        ("Ủy ban nhân dân", ["ỦY BAN NHÂN DÂN"]),
        ("", []),
    ],
)
def test_a_name_offers_its_letterhead(name, lines):
    assert [line.words for line in suggest_letterhead(name)] == lines
    assert all(line.bold for line in suggest_letterhead(name))
