"""Dates that a form asks for in gaps of one line: 'từ ngày … tháng … năm … đến ngày … tháng … năm …'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cchc_desktop.domain.forms.cells import FormCell
from cchc_desktop.domain.text.folding import fold_words

_DAY = re.compile(r"(?:^|.* )(?:(?P<word>tu|den|den het) )?ngay$")
_PERIOD = re.compile(r"\bky(?: bao cao)?$")
_WHICH = {"tu": "start", "den": "end", "den het": "end"}
_FOLLOWING = ((re.compile(r"thang$"), "month"), (re.compile(r"nam(?: 20)?$"), "year"))
_QUARTER = re.compile(r"\bquy$")


def date_fields(cells: Sequence[FormCell]) -> Mapping[str, str]:
    """Return the names of fields by the addresses of gaps: day, month and year, and the place before the day.

    Where no word says otherwise ('từ', 'đến') it is the day of the form. A period before a gap for its year is named
    without the year; a gap after 'quý' takes the quarter's number.
    """
    found: dict[str, str] = {}
    gaps = [cell for cell in cells if cell.read.gap]
    for cell, following in pairwise(gaps):
        if _PERIOD.search(_lead(cell)) and _lead(following) == "nam" and _line(cell) == _line(following):
            found[cell.address] = "period_only"
    found.update((cell.address, "quarter") for cell in gaps if _QUARTER.search(_lead(cell)))
    for place, cell in enumerate(gaps):
        day = _DAY.match(_lead(cell))
        line = [one for one in gaps[place : place + 3] if _line(one) == _line(cell)]
        follows = len(line) == 3 and all(
            word.match(_lead(one)) for one, (word, _) in zip(line[1:], _FOLLOWING, strict=True)
        )
        if day is None or not follows:
            continue
        which = _WHICH.get(day["word"] or "", "date")
        found[cell.address] = f"{which}_day"
        found.update({one.address: f"{which}_{part}" for one, (_, part) in zip(line[1:], _FOLLOWING, strict=True)})
        if place and not gaps[place - 1].label and _line(gaps[place - 1]) == _line(cell) and which == "date":
            found[gaps[place - 1].address] = "place"
    return found


def _lead(cell: FormCell) -> str:
    return " ".join(fold_words(cell.label).split())


def _line(cell: FormCell) -> str:
    return cell.address.rpartition(":")[0]
