"""Numbers of sections and items: Roman numerals, letters, printed heads ('3.1: Hoạt động 1:'), numbering schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.text.folding import fold, nfc

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def to_roman(number: int) -> str:
    """Return a Roman numeral; raises ValueError outside 1-3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def from_roman(numeral: str) -> int:
    """Return the value of a well-formed Roman numeral in either case; raises ValueError for anything else."""
    rest, number = numeral.strip().upper(), 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            number, rest = number + value, rest[len(letters) :]
    if rest or not 1 <= number <= 3999 or to_roman(number) != numeral.strip().upper():
        raise ValueError(f"not a Roman numeral: {numeral!r}")
    return number


def next_numeral(number: str | None) -> str | None:
    """Return the number of the heading behind one: 'VI' after 'V', '4' after '3', None where it cannot be told."""
    if number is None:
        return None
    try:
        return str(int(number) + 1) if number.isdecimal() else to_roman(from_roman(number) + 1)
    except ValueError:
        return None


def vietnamese_letter(number: int) -> str:
    """Return the letter of a point by decree 30/2020 (a b c d đ e g h …); after y come aa, ab, …; counts from 1."""
    if number < 1:
        raise ValueError(f"points count from 1, not {number}")
    letters = ""
    while number:
        number, place = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return letters


# --- printed heads ---------------------------------------------------------------------------------------------

_PARTS = r"(?:\.\d{1,2})*"
_NUMBER = re.compile(
    rf"\s*(?P<text>\(?(?P<number>(?:[IVXLC]+|\d{{1,3}}){_PARTS}|[a-zđA-HĐ])"
    r"(?:\s*[.:)/](?=\s|$|[^\W\d])|\s*[.)]?:(?=\s|$)|\s*[-–](?=\s*[A-ZÀ-ỸĐ])|\)\.?(?=\s|$)))\s*"
)
_BARE_NUMBER = re.compile(rf"\s*(?P<text>(?P<number>[IVXLC]+{_PARTS}|\d{{1,3}}{_PARTS}|[a-zđ]))\s*$")
_NUMBER_BEFORE_CAPITAL = re.compile(
    r"\s*(?P<text>(?P<number>[IVX]+(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+))\s+(?=(?P<next>\w))"
)
_LABEL = re.compile(r"(?:muc tieu|nhiem vu|hoat dong)(?:\s+\d+(?:\.\d+)*)?\s*[:.](?!\d)")


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """The printed beginning of an item, taken apart; parts that are not there are empty.

    `number_text` is the number as printed with its punctuation ('3.1:'), `number` the number alone ('3.1').
    """

    number: str
    number_text: str
    label: str
    content: str


def split_number(text: str) -> tuple[str, str]:
    """Return the number at the beginning of a text, without its punctuation, and the rest ('' when there is none)."""
    number, _, rest = _number(nfc(text))
    return number, rest


def strip_label(text: str) -> PrintedHead:
    """Take number and label off a text: '3.1: Hoạt động 1: Hoàn thiện …' -> '3.1', 'Hoạt động 1:', 'Hoàn thiện …'."""
    number, number_text, rest = _number(nfc(text))
    label = _LABEL.match(fold(rest))
    end = label.end() if label else 0
    return PrintedHead(number, number_text, rest[:end], rest[end:].lstrip())


def _number(text: str) -> tuple[str, str, str]:
    found = _NUMBER.match(text) or _BARE_NUMBER.match(text) or _number_before_capital(text)
    if found is None:
        return "", "", text
    return found["number"], found["text"], text[found.end() :]


def _number_before_capital(text: str) -> re.Match[str] | None:
    """A number followed by a space only ('I Cải cách …', '1.1 Rà soát'): '3.5 triệu' is not one."""
    found = _NUMBER_BEFORE_CAPITAL.match(text)
    return found if found and found["next"].isupper() else None


# --- schemes ---------------------------------------------------------------------------------------------------


class NumberingScheme(StrEnum):
    """How a plan numbers its items."""

    CONTINUOUS = "continuous"  # 1-39 through the plan
    PER_SECTION = "per_section"  # each section begins with 1
    HIERARCHICAL = "hierarchical"  # I.1, I.2, II.1
    AS_PRINTED = "as_printed"  # the printed numbers, whatever they are


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """What numbering needs to know of an item: its depth below the section, whether it is a lettered point."""

    depth: int = 0
    lettered: bool = False
    printed: str = ""


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section's printed number and its items in reading order (each parent before its children)."""

    number: str
    items: tuple[NumberedItem, ...]


def numbers(scheme: NumberingScheme, sections: Sequence[NumberedSection]) -> list[list[str]]:
    """Return one number per item, section by section; children extend the parent's number or count a, b, c."""
    if scheme is NumberingScheme.AS_PRINTED:
        return [[item.printed for item in section.items] for section in sections]
    result: list[list[str]] = []
    reached = 0
    for section in sections:
        prefix = f"{section.number}." if scheme is NumberingScheme.HIERARCHICAL else ""
        start = reached if scheme is NumberingScheme.CONTINUOUS else 0
        result.append(list(_section_numbers(section.items, prefix, start)))
        # A section's first item counts as a top item, whatever its depth: it has no parent there.
        reached += sum(item.depth == 0 or place == 0 for place, item in enumerate(section.items))
    return result


def _section_numbers(items: Sequence[NumberedItem], prefix: str, start: int) -> Iterator[str]:
    counts = [start]  # how many siblings came before, at each depth on the way to the current item
    trail: list[str] = []
    for item in items:
        depth = min(item.depth, len(trail))
        del counts[depth + 1 :], trail[depth:]
        counts += [0] * (depth + 1 - len(counts))
        counts[depth] += 1
        number = _own_number(item, counts[depth], trail[-1] + "." if trail else prefix)
        trail.append(number)
        yield number


def _own_number(item: NumberedItem, count: int, prefix: str) -> str:
    return vietnamese_letter(count) if item.lettered else f"{prefix}{count}"


def detect_scheme(sections: Sequence[NumberedSection]) -> NumberingScheme:
    """Return the scheme that reproduces the printed numbers of the top items exactly, else 'as printed'."""
    tops = [NumberedSection(part.number, tuple(item for item in part.items if item.depth == 0)) for part in sections]
    printed = numbers(NumberingScheme.AS_PRINTED, tops)
    return next((scheme for scheme in NumberingScheme if numbers(scheme, tops) == printed), NumberingScheme.AS_PRINTED)
