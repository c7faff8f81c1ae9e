"""The line below the time words of a cell: what the program reads in them."""

from __future__ import annotations

from dataclasses import dataclass

from cchc_desktop.domain.schedule.model import Schedule, ScheduleKind
from cchc_desktop.domain.schedule.wording import UNDATED, describe
from cchc_desktop.domain.text.folding import fold

_DUE = "Đến hạn "


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """An icon, the reading, and a shorter form for rows of one line."""

    icon: str
    text: str
    short: str


def reading_line(schedule: Schedule) -> ReadingLine | None:
    """Return the reading of time words, None where it says no more than the words do."""
    text = describe(schedule)
    if text == UNDATED:
        return ReadingLine("circle-question-mark", text, text)
    if schedule.words and fold(schedule.words).strip(" .;") == fold(text):
        return None
    text = text[:1].upper() + text[1:]
    repeats = bool(schedule.every) or schedule.kind is ScheduleKind.STANDING
    return ReadingLine("repeat" if repeats else "calendar", text, text.removeprefix(_DUE))
