"""What looks like a slip of typing, and what is left in peace."""

from __future__ import annotations

import unicodedata

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.doubts import DoubtKind, Slip, WordDoubt, doubtful_words, has_odd_brackets, level_of

SLIPS = (Slip("đơn vị sự ngành", "đơn vị sự nghiệp"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Họp xã xã An Bình", [WordDoubt(DoubtKind.DOUBLED, "xã xã")]),
        ("các chỉ số Chỉ số", [WordDoubt(DoubtKind.DOUBLED, "chỉ số Chỉ số")]),
        ("Các  Đơn vị\nsự  ngành", [WordDoubt(DoubtKind.SLIP, "Đơn vị sự ngành", "đơn vị sự nghiệp")]),
        ("Báo cáo của UBND xã", [WordDoubt(DoubtKind.LEVEL, "UBND xã", "phường")]),
        ("Báo cáo của UBND xã, phường", []),
        ("Luôn luôn, từ từ, từng bước", []),
        ("", []),
    ],
)
def test_doubtful_words(text, found):
    for form in ("NFC", "NFD"):
        words = unicodedata.normalize(form, text)
        normal = [
            WordDoubt(doubt.kind, unicodedata.normalize("NFC", doubt.words), doubt.meant)
            for doubt in doubtful_words(words, "phuong", SLIPS)
        ]
        assert normal == found


def test_without_a_known_level_no_level_is_doubted():
    assert list(doubtful_words("Báo cáo của UBND xã", None)) == []


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("Ủy ban nhân dân phường Hoa Mai", "phuong"),
        ("(Kèm theo Kế hoạch số 5/KH-UBND của UBND xã An Bình)", "xa"),
        ("Ủy ban nhân dân thành phố Huế", None),
        ("", None),
    ],
)
def test_the_level_of_an_issuer(place, level):
    assert level_of(place) == level


@pytest.mark.parametrize(("text", "odd"), [("Quý I)", True), ("[Quý I", True), ("Quý I (2026)", False), ("", False)])
def test_odd_brackets(text, odd):
    assert has_odd_brackets(text) is odd


def test_the_seed_holds_slips_that_are_found_in_themselves():
    for slip in wiring.slips():
        assert [doubt.meant for doubt in doubtful_words(slip.words, None, [slip])] == [slip.meant]
