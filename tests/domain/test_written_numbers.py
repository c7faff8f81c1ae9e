"""Numbers as typed: Vietnamese and English notation, refusals in plain words, and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.written_numbers import parse_number, show_number, show_share


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("63,8", "63.8"),
        ("63.8", "63.8"),
        ("1.250,5", "1250.5"),
        ("1,250.5", "1250.5"),
        ("1.250", "1250"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1 250,5", "1250.5"),
        ("1\u00a0250\u202f000", "1250000"),
        (" 95 ", "95"),
        ("95%", "95"),
        ("63,8 %", "63.8"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("-5", "-5"),
        ("\u22125,5", "-5.5"),
        ("+5", "5"),
        ("007", "7"),
        ("12345678901234,1234", "12345678901234.1234"),
        ("1250,123", "1250.123"),
        ("63,80", "63.80"),
    ],
)
def test_numbers(text, number) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "abc", "63,8,1", "1.25.0", "1.250,5,5", "63..8", "1e5", "nan", "inf", "--5", ",5", "5,", "٣", "１２",
     "=1+1", "12/20", "9" * 40, "1.250.00", "1,250.000,5"],
)  # fmt: skip
def test_refused_in_plain_words(text) -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_number(text)
    assert "Nhập số như 63,8 hoặc 1.250,5." in refusal.value.message
    assert len(refusal.value.message) < 120


def test_what_may_mean_two_numbers_is_not_guessed() -> None:
    with pytest.raises(InvalidInput, match=r"có thể hiểu là 1\.250 hoặc 1,25"):
        parse_number("1,250")


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [
        ("1250.5", None, "1.250,5"),
        ("63.8", None, "63,8"),
        ("100", 1, "100,0"),
        ("-1234567", None, "-1.234.567"),
        ("1E+3", None, "1.000"),
    ],
)
def test_shown(number, places, shown) -> None:
    assert show_number(Decimal(number), places) == shown


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_shown_is_read_again(number) -> None:
    assert parse_number(show_number(number)) == number


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_refused(text) -> None:
    try:
        assert parse_number(text).is_finite()
    except InvalidInput as refusal:
        assert refusal.message


@pytest.mark.parametrize(("share", "shown"), [("0.0", "0%"), ("20.0", "20%"), ("38.5", "38,5%"), ("100.0", "100%")])
def test_a_share_needs_no_zero_behind_its_comma(share, shown) -> None:
    assert show_share(Decimal(share)) == shown
