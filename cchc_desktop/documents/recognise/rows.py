"""What each row of a recognised table is: section, item, sub-row, continuation of the row above, or foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.documents.recognise.tables import Line
from cchc_desktop.domain.areas import AreaCode, guess_area
from cchc_desktop.domain.numbering import split_number
from cchc_desktop.domain.plan import Column, SectionRows
from cchc_desktop.domain.text.folding import fold, nfc


class RowKind(StrEnum):
    """What a row is."""

    SECTION = "section"
    ITEM = "item"
    SUB_ROW = "sub_row"
    CONTINUATION = "continuation"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A section row taken apart: printed number without its stop, title, and the shape it is printed in."""

    number: str | None
    title: str
    shape: SectionRows


@dataclass(frozen=True, slots=True)
class Context:
    """What has to be known beyond the row: an item is open above, a section has just begun with this title, sections
    have Roman numbers, items have printed numbers.
    """

    has_item: bool = False
    fresh_title: str | None = None
    has_roman: bool = False
    is_numbered: bool = True


_ROMAN = re.compile(r"[IVXLC]+")
_LETTER = re.compile(r"[A-HĐ]")
_ARABIC = re.compile(r"\d{1,3}")
_NUMBER_MARK = re.compile(r"\(?(?:[IVXLC]+|\d{1,4}|[a-zđA-ZĐ])(?:\.\d{1,3})*\s*\)?\s*[.:)/]*")
_AREA_HEADING = re.compile(r"cai cach|cong tac chi dao|chi dao,? dieu hanh|xay dung (?:va phat trien )?chinh")
_BULLET = re.compile(r"[-–+*•]\s")
_CLOSED = re.compile(r"[.;:!?…]\s*$")
_SIGNATURE = re.compile(
    r"noi nhan|nguoi lap|lap bieu|luu ?:|- luu ?:|t[mlu]q?\. ?\w|kt\. ?\w|chu tich$|pho chu tich$"
    r"|thu truong(?: don vi| co quan)?$|xac nhan(?: cua .*)?$"
)
_TOTAL = re.compile(r"tổng(?: cộng| số)?\s*(?::|$)|tổng cộng\b|cộng\s*(?::|$)|ghi chú\s*:")


def text_column(line: Line) -> Column:
    """Return the column that holds what a row is about."""
    return Column.CONTENT if line.header.place(Column.CONTENT) is not None else Column.INDICATOR


def is_number(text: str) -> bool:
    """Tell whether a cell holds a printed number ('1', '3.1:', 'a)', 'IV')."""
    return _NUMBER_MARK.fullmatch(text) is not None


def foot_begins(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the foot of the page begins with this row: words of a signature, and nothing numbered below."""
    return _is_signature(lines[index]) and not any(map(_is_numbered, lines[index + 1 :]))


def _is_signature(line: Line) -> bool:
    return len(line.own) <= 3 and not _is_numbered(line) and _SIGNATURE.match(fold(line.own[0][1])) is not None


def classify(line: Line, context: Context) -> RowKind:
    """Return what a row with at least one text of its own is."""
    if _is_total(line):
        return RowKind.FOOT
    if section_head(line, context):
        return RowKind.SECTION
    if _has_own_number(line):
        return RowKind.ITEM
    if not context.has_item:
        return RowKind.CONTINUATION if _continues_title(line, context) else RowKind.ITEM
    if _is_continuation(line):
        return RowKind.CONTINUATION
    is_sub_row = context.is_numbered or line.is_merged_above(Column.NUMBER)
    return RowKind.SUB_ROW if is_sub_row else RowKind.ITEM


def section_head(line: Line, context: Context) -> SectionHead | None:
    """Take a section row apart; None where the row is no section row."""
    own = line.own
    if own[-1][0] >= len(line.header.cells):
        return None
    if len(own) == 2 and line.own_text(Column.NUMBER) == own[0][1]:
        return _split_head(line, own[0][1], own[1][1], context)
    return _lone_head(line, own[0][1], context) if len(own) == 1 else None


def _split_head(line: Line, mark: str, title: str, context: Context) -> SectionHead | None:
    """'I' in the number column and the title beside it."""
    number = mark.strip(" .:()")
    place = line.own[1][0]
    if not _is_text_place(line, place) or not title[0].isalnum():
        return None
    wide = line.span(place) >= 3
    if _ROMAN.fullmatch(number) or _LETTER.fullmatch(number):
        return SectionHead(number, title, SectionRows.SPLIT)
    if _ARABIC.fullmatch(number) and (wide or is_capitals(title) or _names_area(title, context)):
        return SectionHead(number, title, SectionRows.SPLIT)
    return None


def _names_area(title: str, context: Context) -> bool:
    """Tell whether a short title begins as headings of areas do ('1 | Cải cách thể chế' without Roman sections)."""
    if context.has_roman or len(title) > 60 or guess_area(title) is AreaCode.OTHER:
        return False
    return _AREA_HEADING.match(fold(title)) is not None


def _lone_head(line: Line, text: str, context: Context) -> SectionHead | None:
    """'I. Cải cách thể chế' in one cell, or a title without number."""
    place = line.own[0][0]
    if not _is_text_place(line, place) and line.header.place(Column.NUMBER) != place:
        return None
    wide = line.span(place) >= min(3, len(line.header.cells))
    number, title = split_number(text)
    if title and (_ROMAN.fullmatch(number) or _LETTER.fullmatch(number)):
        return SectionHead(number, title, SectionRows.MERGED)
    if title and number and _ARABIC.fullmatch(number.split(".")[0]) and (wide or is_capitals(title)):
        return SectionHead(number, title, SectionRows.MERGED)
    overflowing = line.header.place(Column.NUMBER) == place and len(text) >= 8  # typed in 'TT', shown over the row
    if (wide or overflowing) and not is_number(text) and text[0].isalnum():
        return SectionHead(None, text, SectionRows.MERGED)
    if is_capitals(text) and context.fresh_title is None and not is_number(text):
        return SectionHead(None, text, SectionRows.MERGED)
    return None


def _is_text_place(line: Line, place: int) -> bool:
    column = line.header.cells[place].column
    return column in (Column.CONTENT, Column.INDICATOR, Column.OBJECTIVE, Column.TASK)


def is_capitals(text: str) -> bool:
    """Tell whether a text is printed in capitals (at least eight letters, so that 'UBND' is not a heading)."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 8 and all(letter.isupper() for letter in letters)


def _is_total(line: Line) -> bool:
    return len(line.own) <= 3 and not _is_numbered(line) and _TOTAL.match(nfc(line.own[0][1]).lower()) is not None


def _is_numbered(line: Line) -> bool:
    return is_number(line.own_text(Column.NUMBER))


def _has_own_number(line: Line) -> bool:
    if line.own_text(Column.NUMBER) and len(line.own) > 1:
        return True
    if is_number(line.own_text(Column.NUMBER)):
        return True
    number, rest = split_number(line.own_text(text_column(line)))
    return bool(number and rest and (not _ROMAN.fullmatch(number) or len(line.own) > 1))


def _continues_title(line: Line, context: Context) -> bool:
    """Tell whether a lone cell carries on the title of the section row above."""
    if context.fresh_title is None or len(line.own) > 1 or not line.own_text(text_column(line)):
        return False
    text = line.own[0][1]
    return text[0].islower() or (is_capitals(text) and is_capitals(context.fresh_title))


def _is_continuation(line: Line) -> bool:
    """Tell whether an unnumbered row only carries on cells of the row above (a row broken across pages)."""
    column = text_column(line)
    text = line.own_text(column)
    if not text or line.is_merged_above(column):
        return True
    if line.is_merged_above(Column.NUMBER):
        return False
    if _BULLET.match(text):
        return len(line.own) == 1 and not any(map(line.is_merged_above, _OF_A_SUB_ROW))
    if all(words[0].islower() for _, words in line.own):
        return True
    return len(line.own) == 1 and not any(map(line.is_merged_above, _OF_A_SUB_ROW))


_OF_A_SUB_ROW = (
    Column.LEAD, Column.COORDINATING, Column.TIME, Column.PRODUCT, Column.FUNDING,
    Column.UNIT, Column.TARGET, Column.AGENCY,
)  # fmt: skip


def begins_point(above: str, text: str) -> bool:
    """Tell whether a lone dash line is a point of its own: the text above is closed, and this one has a dash."""
    return _BULLET.match(text) is not None and _CLOSED.search(above) is not None


def joined(above: str, below: str, newline: bool = False) -> str:
    """Join the two parts of a broken cell; no space after a dash that ends the first ('2026-' + '2030')."""
    if not above or not below:
        return above or below
    if re.search(r"\w[-–/]$", above) and below[0].isalnum():
        return above + below
    return f"{above}\n{below}" if newline else f"{above} {below}"
