"""What people call an occurrence: 'Quý III/2025' for '2025-Q3' (keys as `schedule.occurrences` makes them)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_KEY = re.compile(r"(?P<year>\d{4})(?:-(?P<unit>0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?(?:-(?P<number>\d+))?")
_UNITS: Mapping[str, str] = {
    "Q1": "Quý I/{year}",
    "Q2": "Quý II/{year}",
    "Q3": "Quý III/{year}",
    "Q4": "Quý IV/{year}",
    "H1": "6 tháng đầu năm {year}",
    "H2": "6 tháng cuối năm {year}",
    "9M": "9 tháng năm {year}",
    "": "Năm {year}",
}
_OTHERS: Mapping[str, str] = {"once": "", "standing": "Thường xuyên", "all": "Toàn bộ nhiệm vụ"}


def occurrence_words(key: str) -> str:
    """Return the name of an occurrence; empty for the only one of an item, the key itself where it is none of ours."""
    found = _KEY.fullmatch(key)
    if found is None:
        return _OTHERS.get(key, key)
    unit = found["unit"] or ""
    words = _UNITS[unit] if unit in _UNITS else f"Tháng {int(unit)}/{{year}}"
    number = f" (lần {found['number']})" if found["number"] else ""
    return words.format(year=found["year"]) + number
