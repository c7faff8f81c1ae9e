"""What the person wants to see of all that falls due, and which milestones that leaves; without Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.months import month_end
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.services.followup import DueLine, FollowPicture

_DAYS = {"week": 7, "month": 30}


class Span(StrEnum):
    """How much of the time ahead is shown; what is late is shown in every span, for it presses first.

    A quarter is written 'YYYY-Qn'.
    """

    OVERDUE = "overdue"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is chosen above the list; areas are titles, agencies names, and no choice lets everything through."""

    span: str = Span.ALL
    all_plans: bool = False
    open_only: bool = True
    by_agency: bool = False
    areas: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    unclear_only: bool = False
    """Only results of which nobody can say yet whether they were late."""

    def is_filtering(self) -> bool:
        """Tell whether the chips leave anything out."""
        return bool(self.areas or self.agencies or self.unclear_only)

    def unfiltered(self) -> Wishes:
        """Return the same without chips."""
        return replace(self, areas=frozenset(), agencies=frozenset(), unclear_only=False)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for the settings."""
        return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Wishes:
        """Return what `to_json` wrote; what cannot be read is as at the first start."""
        first = cls()
        known = {field.name: _like(getattr(first, field.name), values.get(field.name)) for field in fields(cls)}
        return cls(**{name: value for name, value in known.items() if value is not None})


def _like(first: object, value: Any) -> Any:
    """Return a value of the settings as the field holds it, None where it is none such."""
    if isinstance(first, frozenset):
        return frozenset(filter(None, map(_text, value))) if isinstance(value, list) else None
    if isinstance(first, bool):
        return value if isinstance(value, bool) else None
    return _text(value)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def quarter_of(day: date) -> str:
    """Return the span of the quarter in which a day lies."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarter_period(span: str) -> Period | None:
    """Return the days of a quarter, None for another span."""
    year, mark, number = span.partition("-Q")
    if not (mark and year.isdecimal() and number in ("1", "2", "3", "4")):
        return None
    last = 3 * int(number)
    return Period(date(int(year), last - 2, 1), month_end(int(year), last))


def quarters(period: Period, today: date, most: int = 2) -> tuple[str, ...]:
    """Return the quarters to offer: all of a short plan, else the present one (the nearest) and the next."""
    found = list(dict.fromkeys(quarter_of(date(year, month, 1)) for year, month in _months(period)))
    if len(found) <= most:
        return tuple(found)
    present = quarter_of(min(max(today, period.start), period.end))
    first = min(found.index(present), len(found) - most)
    return tuple(found[first : first + most])


def _months(period: Period) -> Iterable[tuple[int, int]]:
    first, last = (12 * day.year + day.month - 1 for day in (period.start, period.end))
    return ((month // 12, month % 12 + 1) for month in range(first, last + 1))


def passes(wishes: Wishes, today: date, area_of: Callable[[DueLine], str]) -> Callable[[DueLine], bool]:
    """Return the test of a line: its span and the chips."""
    in_span = _span_test(wishes.span, today)

    def test(line: DueLine) -> bool:
        if wishes.agencies and wishes.agencies.isdisjoint(line.leads):
            return False
        if wishes.areas and area_of(line) not in wishes.areas:
            return False
        return in_span(line)

    return test


def _span_test(span: str, today: date) -> Callable[[DueLine], bool]:
    if span == Span.ALL:
        return lambda line: True
    if span == Span.OVERDUE:
        return lambda line: line.row.group is DueGroup.OVERDUE
    quarter = quarter_period(span)
    if quarter is not None:
        return lambda line: _is_late(line) or (line.row.due is not None and quarter.contains(line.row.due))
    last = today + timedelta(days=_DAYS.get(span, 0))
    return lambda line: _is_late(line) or (line.row.due is not None and today <= line.row.due <= last)


def _is_late(line: DueLine) -> bool:
    return line.row.group is DueGroup.OVERDUE


class Areas:
    """The title of the section in which each task stands."""

    def __init__(self, picture: FollowPicture | None) -> None:
        plans = picture.plans if picture is not None else {}
        self._titles = {section.id: section.title for plan in plans.values() for section in plan.tree.sections}

    def of(self, line: DueLine) -> str:
        """Return the title of a line's section."""
        return self._titles.get(line.item.section_id, "")

    def offered(self, lines: Iterable[DueLine]) -> dict[str, str]:
        """Return the titles that lines have, in the order of the sections."""
        there = {line.item.section_id for line in lines}
        return {title: title for id_, title in self._titles.items() if id_ in there}


def agencies_of(lines: Iterable[DueLine]) -> dict[str, str]:
    """Return the names of the offices that lead lines, in the order of the Vietnamese alphabet."""
    names: Collection[str] = {name for line in lines for name in line.leads}
    return {name: name for name in sorted(names, key=collation_key)}
