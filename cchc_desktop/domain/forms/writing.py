"""What is written into the cells of a form: numbers and days where the cell's format takes them, else words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.forms.cells import CellKind
from cchc_desktop.domain.papers.report import shown_count
from cchc_desktop.domain.written_numbers import parse_number, show_number

LONGEST_WORDS = 32_000
"""Letters in one cell: Excel holds 32,767."""

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_SHOWN = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:\.\d{3})*)(?:,\d+)?")
_CODE = re.compile(r"[+-]?0\d")
_NUMERIC = frozenset({CellKind.GENERAL, CellKind.NUMBER, CellKind.PERCENT})

Content = Decimal | date | str


@dataclass(frozen=True, slots=True)
class FilledCell:
    """One cell to fill: its address and what is written there; a number in a cell of percent is in percent."""

    address: str
    content: Content
    takes: CellKind = CellKind.TEXT


def content_of_words(words: str, takes: CellKind) -> Content:
    """Return typed words as a cell takes them: '63,8' is a number and '14/9/2025' a day where the format has one.

    Words with a zero in front ('015') stay words unless the cell is one for numbers.
    """
    if takes is CellKind.DATE:
        return _day(words) or words
    if takes not in _NUMERIC or (takes is CellKind.GENERAL and (_CODE.match(words.strip()) or words.endswith("%"))):
        return words
    try:
        return parse_number(words)
    except InvalidInput:
        return words


def content_of_number(number: Decimal, takes: CellKind, *, in_words: bool, is_count: bool) -> Content:
    """Return a figure as a cell takes it; `in_words`: in a gap of a sentence, where counts below 10 take a zero."""
    if takes in _NUMERIC:
        return number
    return shown_count(int(number)) if in_words and is_count else show_number(number)


def content_as_shown(words: str, takes: CellKind) -> Content:
    """Return what `shown` made words of, as another cell takes it: '1,125' was a number then, and is no question."""
    if takes in _NUMERIC and _SHOWN.fullmatch(words):
        return Decimal(words.replace(".", "").replace(",", "."))
    return content_of_words(words, takes)


def shown(content: Content) -> str:
    """Return what was or will be written as a person reads it."""
    if isinstance(content, str):
        return content
    return show_number(content) if isinstance(content, Decimal) else f"{content:%d/%m/%Y}"


def fits_format(content: Content, takes: CellKind) -> bool:
    """Tell whether a cell for numbers gets a number, and one for days a day; empty words fit anywhere."""
    if takes in (CellKind.NUMBER, CellKind.PERCENT):
        return isinstance(content, Decimal) or content == ""
    return takes is not CellKind.DATE or not isinstance(content, Decimal)


def _day(words: str) -> date | None:
    found = _DAY.fullmatch(words.strip())
    try:
        return date(*(int(part) for part in reversed(found.groups()))) if found else None
    except ValueError:
        return None
