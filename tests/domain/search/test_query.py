"""What a query is taken for: words, abbreviations, a number."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.search.query import number_key, parse_query
from cchc_desktop.domain.text.abbreviations import Abbreviations

TABLE = Abbreviations({"VP": ["văn phòng"], "HĐND": ["hội đồng nhân dân"]})


@pytest.mark.parametrize(
    ("typed", "number", "is_alone", "words"),
    [
        ("nv 12", "12", True, ("12",)),
        ("Nhiệm vụ: 3.1", "3.1", True, ("3", "1")),
        ("tt 20", "20", False, ("tt", "20")),
        ("số 188/KH-UBND", "188/kh-ubnd", False, ("so", "188", "kh", "ubnd")),
        ("12.", "12", False, ("12",)),
        ("rà soát 12", "rasoat12", False, ("ra", "soat", "12")),
        ("nhiệm vụ trọng tâm", "nhiemvutrongtam", False, ("nhiem", "vu", "trong", "tam")),
    ],
)
def test_numbers(typed: str, number: str, is_alone: bool, words: tuple[str, ...]) -> None:
    query = parse_query(typed, TABLE)
    assert (query.number, query.is_number_alone, query.folded) == (number, is_alone, words)


def test_words_keep_their_accents_their_meanings_and_come_once() -> None:
    query = parse_query("VP hdnd và vp Hòa", TABLE)
    assert query.folded == ("vp", "hdnd", "hoa")
    assert [word.has_accents for word in query.words] == [False, False, True]
    assert query.words[1].meanings == (("hoi", "dong", "nhan", "dan"),)
    assert query.joints == (" phong hoi", " dan hoa")


def test_a_connective_is_asked_for_where_nothing_else_was_typed() -> None:
    assert parse_query("và", TABLE).folded == ("va",)


@pytest.mark.parametrize(("written", "key"), [("3.1:", "3.1"), (" 12) ", "12"), ("I.2", "i.2"), ("05 / KH", "05/kh")])
def test_numbers_are_compared_without_blanks_and_stops(written: str, key: str) -> None:
    assert number_key(written) == key
