"""Time words carried over into another year: 'Quý IV/2025' becomes 'Quý IV/2026', every other word stays."""

from __future__ import annotations

import calendar
import re

_LEAP_DAY = re.compile(r"(?<![\d/.-])29(?P<between>\s*[/.-]\s*0?2\s*[/.-]\s*)(?P<year>(?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|\s?/\s?[^\W\d])")


def shift_years(words: str, years: int) -> str:
    """Return the words with each year moved; numbers of documents ('15/2020/TT-BNV') stay as they are.

    29 February becomes the 28th where the other year has none.
    """
    if not years:
        return words
    without = _LEAP_DAY.sub(lambda found: f"{_day(found, years)}{found['between']}{found['year']}", words)
    return _YEAR.sub(lambda found: str(int(found.group()) + years), without)


def _day(found: re.Match[str], years: int) -> int:
    return 29 if calendar.isleap(int(found["year"]) + years) else 28
