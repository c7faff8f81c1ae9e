"""What time words mean: elementary rules, and the schedule that the rules give inside one plan's period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class ScheduleKind(StrEnum):
    """The kinds of time expression that DOMAIN.md names."""

    DEADLINE = "deadline"
    WINDOW = "window"
    RECURRENCE = "recurrence"
    STANDING = "standing"
    EXTERNAL = "external"
    UNSPECIFIED = "unspecified"


class Every(StrEnum):
    """The calendar unit of a recurrence, finest first."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


CLOSING_MONTHS: Mapping[Every, tuple[int, ...]] = {
    Every.MONTH: tuple(range(1, 13)),
    Every.QUARTER: (3, 6, 9, 12),
    Every.HALF_YEAR: (6, 12),
    Every.NINE_MONTHS: (9,),
    Every.YEAR: (12,),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One elementary rule. It is not clamped to a plan: the same rule serves when the plan's period changes.

    - deadline: `due` is the last good day (a strict 'trước' is already taken off).
    - window, external with a named year: `start`..`due`.
    - standing: `start`..`due` where the words limit it.
    - recurrence: falls due in each of `months` (empty: each closing month of `every`), on day `day` of that
      month, or on its last day; `before` moves it to the day before. Its window is the last `span` months,
      or, with `span` None, the whole unit. `start` and `due` limit which occurrences count.
    - `event` keeps the words that an external rule waits for or that a recurrence is tied to.
    """

    kind: ScheduleKind
    start: date | None = None
    due: date | None = None
    every: Every | None = None
    months: tuple[int, ...] = ()
    day: int | None = None
    before: bool = False
    span: int | None = None
    event: str | None = None

    def __post_init__(self) -> None:
        """Refuse (ValueError) a rule that could not be carried out."""
        if self.start and self.due and self.due < self.start:
            raise ValueError("a rule cannot end before it starts")
        if (self.kind is ScheduleKind.RECURRENCE) != (self.every is not None):
            raise ValueError("a recurrence, and nothing else, names its unit")
        if self.kind is ScheduleKind.DEADLINE and self.due is None:
            raise ValueError("a deadline needs a date")
        if self.kind is ScheduleKind.WINDOW and (self.start is None or self.due is None):
            raise ValueError("a window needs both ends")
        if not all(1 <= month <= 12 for month in self.months):
            raise ValueError("months run from 1 to 12")
        if self.day is not None and not 1 <= self.day <= 31:
            raise ValueError("days of a month run from 1 to 31")
        if self.before and self.day is None:
            raise ValueError("'before' needs a day")
        if self.span is not None and not 1 <= self.span <= 12:
            raise ValueError("a window spans 1 to 12 months")

    @property
    def is_bare(self) -> bool:
        """Tell whether a recurrence names its unit only ('hằng quý')."""
        return self.every is not None and not self.months and self.day is None

    @property
    def named_months(self) -> tuple[int, ...]:
        """Return the calendar months that a recurrence names or covers; quý IV covers 10, 11, 12."""
        reach = self.span or 1
        return tuple(sorted({(last - back - 1) % 12 + 1 for last in self.months for back in range(reach)}))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One milestone that rules give inside a period.

    `key` names it for ever ('2025-Q3', '2025-06', '2025-H1', '2025-9M', '2027', 'once') and never holds the
    due date, so that records stay with it when the plan's day changes.
    """

    key: str
    start: date
    due: date


@dataclass(frozen=True, slots=True)
class Schedule:
    """What time words mean inside one plan: `due` is sorted, unique and inside the plan's period.

    `months` are the calendar months that a recurrence names or covers ('Quý IV hằng năm': 10, 11, 12).
    `question` is the Vietnamese question to a person when the words leave something open.
    """

    words: str | None
    kind: ScheduleKind
    start: date | None = None
    due: tuple[date, ...] = ()
    every: tuple[Every, ...] = ()
    months: tuple[int, ...] = ()
    event: str | None = None
    question: str | None = None
    rules: tuple[Rule, ...] = ()


def schedule_to_json(schedule: Schedule) -> dict[str, Any]:
    """Return the SCHEDULE object of the command line's contract; dates are ISO text."""
    return {
        "words": schedule.words,
        "kind": schedule.kind.value,
        "start": _iso(schedule.start),
        "due": [day.isoformat() for day in schedule.due],
        "every": [unit.value for unit in schedule.every],
        "months": list(schedule.months),
        "event": schedule.event,
        "question": schedule.question,
    }


def rule_to_json(rule: Rule) -> dict[str, Any]:
    """Return the rule as plain JSON values; fields at their default are left out."""
    values: dict[str, Any] = {
        "kind": rule.kind.value,
        "start": _iso(rule.start),
        "due": _iso(rule.due),
        "every": rule.every.value if rule.every else None,
        "months": list(rule.months) or None,
        "day": rule.day,
        "before": rule.before or None,
        "span": rule.span,
        "event": rule.event,
    }
    return {name: value for name, value in values.items() if value is not None}


def rule_from_json(values: Mapping[str, Any]) -> Rule:
    """Return the rule that `rule_to_json` wrote; ValueError or KeyError when the values are not a rule."""
    every = values.get("every")
    return Rule(
        kind=ScheduleKind(values["kind"]),
        start=_date(values.get("start")),
        due=_date(values.get("due")),
        every=Every(every) if every is not None else None,
        months=tuple(values.get("months") or ()),
        day=values.get("day"),
        before=bool(values.get("before", False)),
        span=values.get("span"),
        event=values.get("event"),
    )


def rules_to_json(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Return the rules as a JSON list, in order."""
    return [rule_to_json(rule) for rule in rules]


def rules_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Return the rules of a JSON list, in order."""
    return tuple(rule_from_json(value) for value in values)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
