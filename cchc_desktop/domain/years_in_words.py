"""Years inside a plan's words when it moves into its next period: each place is offered, none is changed unasked.

What may name another thing than the plan's own time (the date of a cited document, a law's year, a year to compare
with) is offered with the reason why a person has to look first.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.shifting import shift_years
from cchc_desktop.domain.text.folding import nfc


class YearDoubt(StrEnum):
    """Why a year may have to stay as it is."""

    CITATION = "citation"
    EARLIER = "earlier"
    LATER = "later"
    COMPARED = "compared"
    STAGE = "stage"
    BARE = "bare"


DOUBT_WORDS: Mapping[YearDoubt, str] = {
    YearDoubt.CITATION: "Ngày, năm của văn bản được viện dẫn",
    YearDoubt.EARLIER: "Năm này trước kỳ cũ của kế hoạch",
    YearDoubt.LATER: "Mốc sau kỳ mới của kế hoạch",
    YearDoubt.COMPARED: "Năm dùng để so sánh",
    YearDoubt.STAGE: "Giai đoạn đã kết thúc, cần đối chiếu giai đoạn mới",
    YearDoubt.BARE: "Chưa rõ con số này có phải là năm",
}


@dataclass(frozen=True, slots=True)
class YearProposal:
    """One place in some words: characters `start` to `end` of their NFC form, as they are and as they could be."""

    start: int
    end: int
    old: str
    new: str
    doubt: YearDoubt | None = None


def year_proposals(words: str, old: Period, new: Period) -> tuple[YearProposal, ...]:
    """Return what to change in words that were written for one period and shall hold for another, in their order.

    Years that fit the new period already, and stages that still run in it, are not offered.
    """
    if old.start.year == new.start.year:
        return ()
    text = nfc(words)
    if not _NUMBER.search(text):
        return ()
    found = (_proposal(text, place, old, new) for place in _places(text))
    return tuple(one for one in found if one is not None)


def with_years(words: str, chosen: Iterable[YearProposal]) -> str:
    """Return the words with the chosen places changed, every other character as it was (NFC)."""
    text = nfc(words)
    for one in sorted(chosen, key=lambda one: one.start, reverse=True):
        if text[one.start : one.end] == one.old:
            text = text[: one.start] + one.new + text[one.end :]
    return text


# --- where years stand

_YEAR = r"(?:19|20)\d\d"
_END = r"(?!\d|\s?/\s?\w|[.,:]\d|-\d{1,2}(?!\d))"
_DASH = r"\s*[-–—]\s*"
_PART = r"(?:IV|I{1,3}|[1-4])"
_PATTERN = re.compile(
    rf"""
    (?P<stage>(?:\b(?:năm\s+học|giai\s+đoạn|các\s+năm|năm)\s+)?(?<![\w/.,:-]){_YEAR}{_DASH}{_YEAR}{_END})
  | (?P<date>(?:\bngày\s+)?(?<![\d/.-])\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}{_END})
  | (?P<long_date>\b(?:ngày\s+\d{{1,2}}\s+)?tháng\s+\d{{1,2}}(?:\s*(?:,|và)\s*\d{{1,2}})*\s+năm\s+{_YEAR}{_END})
  | (?P<quarter>\bquý\s+{_PART}(?:\s*(?:[,;–-]|và)\s*(?:quý\s+)?{_PART})*\s*(?:/|-|,?\s+năm\b)\s*{_YEAR}{_END})
  | (?P<month>(?:\btháng\s+)?(?<![\d/.-])(?:\d{{1,2}}\s*(?:,|và)\s*)*\d{{1,2}}\s?/\s?{_YEAR}{_END})
  | (?P<named>\bnăm\s+{_YEAR}{_END})
  | (?P<bare>(?<![\w/.,:-]){_YEAR}{_END}(?!\w))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNTIL = re.compile(r"\s*(?:[-–—]|\b(?:đến|tới)\b)\s*(?:(?:đến|hết|cuối|trước|ngày)\b\s*)*", re.IGNORECASE)
_NUMBER = re.compile(_YEAR)


@dataclass(frozen=True, slots=True)
class _Place:
    """One expression with one or several years; `kind` is the group of the pattern, that of the first of several."""

    start: int
    end: int
    kind: str
    years: tuple[int, ...]

    @property
    def is_stage(self) -> bool:
        """Tell whether the place names several years and nothing finer."""
        return self.kind in ("stage", "named", "bare") and self.years[0] < self.years[-1]


def _places(text: str) -> Iterator[_Place]:
    """Yield the expressions with years; two joined by 'đến' or a dash are one, for they move together."""
    last: _Place | None = None
    for match in _PATTERN.finditer(text):
        years = tuple(int(number) for number in _NUMBER.findall(match.group()))
        place = _Place(match.start(), match.end(), match.lastgroup or "", years)
        if last is not None and _UNTIL.fullmatch(text[last.end : place.start]) and last.years[-1] <= place.years[0]:
            kind = last.kind if last.kind == place.kind or place.kind in ("named", "bare") else place.kind
            last = _Place(last.start, place.end, kind, (*last.years, *place.years))
            continue
        if last is not None:
            yield last
        last = place
    if last is not None:
        yield last


# --- what to offer for a place


def _proposal(text: str, place: _Place, old: Period, new: Period) -> YearProposal | None:
    judged = _judged(text, place, old, new)
    if judged is None:
        return None
    years, doubt = judged
    words = text[place.start : place.end]
    if _is_citation(text, place):
        doubt = YearDoubt.CITATION
    return YearProposal(place.start, place.end, words, _shifted(words, years), doubt)


def _judged(text: str, place: _Place, old: Period, new: Period) -> tuple[int, YearDoubt | None] | None:
    """Return by how many years a place would move and what speaks against it; None where it fits as it is."""
    years = new.start.year - old.start.year
    first, last = place.years[0], place.years[-1]
    if place.is_stage and not _is_school_year(text, place):
        return _judged_stage(first, last, old, new)
    if _within(first, old) or _within(last, old):
        return years, YearDoubt.BARE if place.kind == "bare" and not _is_said_to_be_a_year(text, place) else None
    if _within(first, new):
        return None
    if _COMPARED.search(text[: place.start]):
        return years, YearDoubt.COMPARED
    return years, YearDoubt.EARLIER if first < new.start.year else YearDoubt.LATER


def _judged_stage(first: int, last: int, old: Period, new: Period) -> tuple[int, YearDoubt | None] | None:
    years = new.start.year - old.start.year
    if old.start.year < old.end.year and _within(first, old) and _within(last, old):
        return years, None
    if first <= new.start.year <= last:
        return None
    if first > new.end.year:
        return years, YearDoubt.LATER
    length = last - first + 1
    return -(-(new.start.year - last) // length) * length, YearDoubt.STAGE


def _within(year: int, period: Period) -> bool:
    return period.start.year <= year <= period.end.year


_COMPARED = re.compile(r"(?:\bso\s+với|\bcùng\s+kỳ|\bhơn)(?:\s+của)?(?:\s+kết\s+quả)?\s+$", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"năm\s+học", re.IGNORECASE)
_TIME_BEFORE = re.compile(r"\b(?:CCHC|hành chính|kế hoạch|đến|hết|cuối|đầu|trong|từ|trước)\s+$", re.IGNORECASE)


def _is_school_year(text: str, place: _Place) -> bool:
    return _SCHOOL_YEAR.match(text[place.start : place.end]) is not None


def _is_said_to_be_a_year(text: str, place: _Place) -> bool:
    """Tell whether the words before a bare number let it be nothing but a year, and nothing counted follows."""
    is_followed = re.match(r"\s+[^\W\d]", text[place.end :]) is not None
    return not is_followed and _TIME_BEFORE.search(text[: place.start]) is not None


# --- citations

_SYMBOL = r"\d+[a-zđ]?(?:/(?:19|20)\d\d)?\s?[/-]\s?[A-ZĐ][\wĐđ]*(?:[-–/&][A-ZĐ][\wĐđ&]*)*"
_AFTER_NUMBER = re.compile(rf"{_SYMBOL}[\s,(]*(?:(?:được\s+)?(?:ban\s+hành|ký)\s+)?$")
_AFTER_LAW = re.compile(r"\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)\b(?P<name>[^.;:\n]{0,90})$")
_ISSUED = re.compile(r"\b(?:ban\s+hành|ký|thông\s+qua)\s+$", re.IGNORECASE)
_TYPE = (
    r"\b(?:Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Công văn|Kết luận|Hướng dẫn|Thông báo|Công điện|Kế hoạch)\b"
)
_DOCUMENT = re.compile(rf"{_TYPE}[^.;\n]{{0,60}}$")
_JUST_AFTER_TYPE = re.compile(rf"{_TYPE}\s+$")
_FROM_ISSUER = re.compile(r"\s+của\s")
_IN_TIME = re.compile(r"\b(?:trong|từ|đến|hết|trước|sau|cho|tới|cuối|đầu)\s+$|,\s*$", re.IGNORECASE)


def _is_citation(text: str, place: _Place) -> bool:
    """Tell whether a date or year belongs to a document that the words cite."""
    before, kind = text[: place.start], place.kind
    if _AFTER_NUMBER.search(before):
        return True
    if kind in ("date", "long_date"):
        is_date_of_issue = text[place.start : place.end].lower().startswith("ngày")
        if is_date_of_issue and _JUST_AFTER_TYPE.search(before):
            return True
        is_sent = is_date_of_issue and _DOCUMENT.search(before) and _FROM_ISSUER.match(text[place.end :])
        return bool(is_sent and not _IN_TIME.search(before)) or _ISSUED.search(before) is not None
    law = _AFTER_LAW.search(before) if kind in ("named", "bare") else None
    return law is not None and not _IN_TIME.search(before)


# --- moving years

_LONG_LEAP_DAY = re.compile(rf"\b29(?P<between>\s+tháng\s+0?2\s+năm\s+)(?P<year>{_YEAR})", re.IGNORECASE)


def _shifted(words: str, years: int) -> str:
    def without_leap_day(found: re.Match[str]) -> str:
        day = 29 if calendar.isleap(int(found["year"]) + years) else 28
        return f"{day}{found['between']}{found['year']}"

    return shift_years(_LONG_LEAP_DAY.sub(without_leap_day, words), years)
