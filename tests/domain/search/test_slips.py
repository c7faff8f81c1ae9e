"""Which words are mended, and into what."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.search.slips import is_syllable, mended

COUNTS = {"chinh": 9, "quan": 5, "ly": 4, "phong": 7, "thong": 8, "ky": 3}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["chihn"], ["chinh"]),  # neighbours exchanged
        (["chinhh"], ["chinh"]),  # one too many
        (["phngo"], []),  # two slips
        (["thng", "quan"], ["thong", "quan"]),  # one missing
        (["quan", "li"], ["quan", "ly"]),
        (["khong"], []),  # a word of Vietnamese
        (["12345"], []),
        (["quan", "ly"], []),
        (["zz"], []),
    ],
)
def test_mended(typed: list[str], meant: list[str]) -> None:
    assert mended(typed, lambda word: COUNTS.get(word, 0)) == meant


@pytest.mark.parametrize("word", ["nghieng", "quyet", "oanh", "giay", "y", "thuong", "khuyu"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["tthc", "vphdnd", "dv", "chihn", "zalo", "2026"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
