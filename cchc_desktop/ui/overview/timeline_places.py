"""Where the parts of a timeline stand: days on a line, circles that do not overlap, labels, months; without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.followup.status import RANK, Status
from cchc_desktop.domain.periods import Period
from cchc_desktop.services.overview import TimelineDay

_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One circle: its centre in pixels and the days that it stands for."""

    x: float
    days: tuple[TimelineDay, ...]

    @property
    def count(self) -> int:
        """Return how many milestones fall due."""
        return sum(len(day.milestones) for day in self.days)

    @property
    def open(self) -> int:
        """Return how many of them are not done."""
        return sum(day.open for day in self.days)

    @property
    def overdue(self) -> int:
        """Return how many of them are late."""
        return sum(day.overdue for day in self.days)

    @property
    def status(self) -> Status:
        """Return the status by which the circle is coloured."""
        return min((day.pressing for day in self.days), key=RANK.__getitem__)


@dataclass(frozen=True, slots=True)
class Label:
    """Words over the line: where they want their middle, how wide they are, who gives way (the higher number)."""

    x: float
    width: float
    words: str
    priority: int


def span_of(period: Period, days: Sequence[TimelineDay]) -> Period:
    """Return what the line covers: the plan's period, and days beyond it that an extension made."""
    dues = [day.day for day in days]
    return Period(min([period.start, *dues]), max([period.end, *dues]))


def position(day: date, span: Period, width: float) -> float:
    """Return where a day stands on a line of a width; days beyond the span stand at its ends."""
    length = max(1, (span.end - span.start).days)
    inside = min(max(day, span.start), span.end)
    return width * (inside - span.start).days / length


def marks(days: Sequence[TimelineDay], place: Callable[[date], float], least: float) -> tuple[Mark, ...]:
    """Return the circles of days in their order; those closer than `least` become one between them."""
    found: list[list[TimelineDay]] = []
    for day in days:
        found.append([day])
        while len(found) > 1 and _middle(found[-1], place) - _middle(found[-2], place) < least:
            found[-2].extend(found.pop())
    return tuple(Mark(_middle(group, place), tuple(group)) for group in found)


def _middle(group: Sequence[TimelineDay], place: Callable[[date], float]) -> float:
    return (place(group[0].day) + place(group[-1].day)) / 2


def placed(labels: Sequence[Label], width: float, gap: float) -> list[tuple[float, Label]]:
    """Return the labels that find room, with their left edges: those of low priority numbers first."""
    taken: list[tuple[float, float]] = []
    found = []
    for label in sorted(labels, key=lambda one: one.priority):
        left = min(max(0.0, label.x - label.width / 2), max(0.0, width - label.width))
        right = left + label.width
        if all(right + gap <= start or left >= end + gap for start, end in taken):
            taken.append((left, right))
            found.append((left, label))
    return found


def ticks(span: Period, room: float, month_width: float) -> Iterator[tuple[date, bool]]:
    """Yield the first days of months, quarters or years that find `month_width` pixels each; True for a year."""
    months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
    step = next((step for step in (1, _QUARTER) if room * step / months >= month_width), 12)
    year, month = span.start.year, span.start.month
    while (year, month) <= (span.end.year, span.end.month):
        day = max(date(year, month, 1), span.start)
        if step == 1 or (month - 1) % step == 0 or day == span.start:
            yield day, step == 12
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
