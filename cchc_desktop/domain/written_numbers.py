"""Numbers as people of an office type them, in both directions; nothing is guessed."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc_desktop.domain.errors import InvalidInput

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_MINUS = re.compile("^[\u2212\u2010-\u2014]")
_PLAIN = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?\d+[.,]\d+")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,]\d+)?")
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_LONGEST = 30


def parse_number(text: str) -> Decimal:
    """Return the number of '63,8', '63.8', '1.250,5', '1.250' (one thousand), '63,8 %'; InvalidInput for the rest.

    '1,250' is refused: typed by Vietnamese habit it is 1,25, pasted from an English sheet 1.250.
    """
    bare = _MINUS.sub("-", _SPACES.sub("", text).removesuffix("%"))
    if not bare or not bare.isascii() or len(bare) > _LONGEST:
        raise _refusal(text)
    if _UNCLEAR.fullmatch(bare):
        whole, part = bare.split(",")
        shown = part.rstrip("0")
        raise InvalidInput(
            f"“{text.strip()}” có thể hiểu là {whole}.{part} hoặc {whole}{',' + shown if shown else ''}. "
            f"Nhập {whole}{part} nếu là số nguyên, bỏ bớt chữ số sau dấu phẩy nếu là số lẻ."
        )
    return Decimal(_with_point(bare, text))


def _with_point(bare: str, text: str) -> str:
    """Return the number in the notation of Python."""
    if _PLAIN.fullmatch(bare):
        return bare
    grouped = _GROUPED.fullmatch(bare)
    is_fraction = bare.lstrip("+-").startswith("0")
    if grouped and not is_fraction:
        return bare.replace(grouped["mark"], "").replace(",", ".")
    if _DECIMAL.fullmatch(bare):
        return bare.replace(",", ".")
    raise _refusal(text)


def _refusal(text: str) -> InvalidInput:
    typed = text.strip()
    shown = typed if len(typed) <= _LONGEST else typed[: _LONGEST - 1] + "…"
    what = f"“{shown}” không phải là số" if typed else "Chưa nhập số"
    return InvalidInput(f"{what}. Nhập số như 63,8 hoặc 1.250,5.")


def show_number(number: Decimal, places: int | None = None) -> str:
    """Return a number as papers write it: '1.250,5'; `places` fixes the digits after the comma."""
    shown = f"{number:,f}" if places is None else f"{number:,.{places}f}"
    return shown.translate(str.maketrans(",.", ".,"))


def show_share(share: Decimal) -> str:
    """Return a percentage as screens and lists have it: '38,5%', '20%'; papers keep their one decimal."""
    whole = share.to_integral_value()
    return f"{show_number(whole if whole == share else share)}%"
