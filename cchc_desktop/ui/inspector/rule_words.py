"""What is typed about a rule, and the rule that it makes; a refusal says in Vietnamese what is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cchc_desktop.domain.days import read_day, show_day
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Every, Rule, ScheduleKind
from cchc_desktop.ui.words import Words

_tr = Words("RuleWords")
_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})$")

KIND_WORDS = _tr.table({
    ScheduleKind.DEADLINE: "Hạn chót",
    ScheduleKind.WINDOW: "Khoảng thời gian",
    ScheduleKind.RECURRENCE: "Định kỳ",
    ScheduleKind.STANDING: "Thường xuyên",
    ScheduleKind.EXTERNAL: "Chờ văn bản",
})
"""The kinds that a person can choose."""
EVERY_WORDS = _tr.table({
    Every.MONTH: "tháng",
    Every.QUARTER: "quý",
    Every.HALF_YEAR: "6 tháng",
    Every.NINE_MONTHS: "9 tháng",
    Every.YEAR: "năm",
})


class Unfinished(Exception):
    """What was typed makes no rule yet; the message is for the person."""


@dataclass(frozen=True, slots=True)
class TypedRule:
    """A rule as it is typed; days are 'dd/mm/yyyy' or 'dd/mm', months '3, 6, 9'.

    `before` speaks of the day of a recurrence or of a plain date: the day itself is too late.
    """

    kind: ScheduleKind = ScheduleKind.DEADLINE
    start: str = ""
    due: str = ""
    every: Every = Every.QUARTER
    months: str = ""
    day: str = ""
    before: bool = False
    event: str = ""


def typed_of(rule: Rule) -> TypedRule:
    """Return a rule as a person would type it."""
    return TypedRule(
        kind=rule.kind if rule.kind in KIND_WORDS else ScheduleKind.DEADLINE,
        start=show_day(rule.start) if rule.start else "",
        due=show_day(rule.due) if rule.due else "",
        every=rule.every or Every.QUARTER,
        months=", ".join(map(str, rule.months)),
        day=str(rule.day) if rule.day else "",
        before=rule.before,
        event=rule.event or "",
    )


def rule_of(typed: TypedRule, period: Period, original: Rule | None = None) -> Rule:
    """Return the rule that was typed; Unfinished where something is missing or wrong.

    What the form does not show (how many months a window spans, what a recurrence is tied to) stays as in the
    `original`, while the months are the same.
    """
    start, due = _day(typed.start, period), _day(typed.due, period)
    if start and due and due < start:
        raise Unfinished(_tr("Ngày kết thúc đứng trước ngày bắt đầu."))
    if typed.kind is ScheduleKind.RECURRENCE:
        return _recurrence(typed, start, due, original)
    if typed.kind is ScheduleKind.WINDOW and not (start and due):
        raise Unfinished(_tr("Chưa có đủ ngày bắt đầu và ngày kết thúc."))
    if typed.kind is ScheduleKind.DEADLINE:
        return _deadline(due, before=typed.before)
    event = " ".join(typed.event.split()) or None
    return Rule(typed.kind, start=start, due=due, event=event if typed.kind is ScheduleKind.EXTERNAL else None)


def _deadline(due: date | None, *, before: bool) -> Rule:
    if due is None:
        raise Unfinished(_tr("Chưa có ngày hạn chót."))
    return Rule(ScheduleKind.DEADLINE, due=due - timedelta(days=1) if before else due)


def _recurrence(typed: TypedRule, start: date | None, due: date | None, original: Rule | None) -> Rule:
    months, day = _months(typed.months), _day_number(typed.day)
    rule = Rule(
        typed.kind, start=start, due=due, every=typed.every, months=months, day=day,
        before=typed.before and day is not None,
    )  # fmt: skip
    if original is None or original.kind is not typed.kind:
        return rule
    rule = replace(rule, event=original.event)
    return replace(rule, span=original.span) if (original.months, original.every) == (months, typed.every) else rule


def _day(text: str, period: Period) -> date | None:
    """Return a typed day; one without its year lies in the plan's period."""
    text = text.strip()
    if not text:
        return None
    try:
        return _day_in(period, *map(int, match.groups())) if (match := _SHORT.match(text)) else read_day(text)
    except ValueError as error:
        raise Unfinished(_tr("“{}” không phải là ngày. Ghi ngày/tháng/năm.").format(text)) from error


def _day_in(period: Period, day: int, month: int) -> date:
    days = [date(year, month, day) for year in range(period.start.year, period.end.year + 1)]
    return next((found for found in days if period.contains(found)), days[0])


def _months(text: str) -> tuple[int, ...]:
    parts = [part for part in re.split(r"[\s,;.]+", text.strip()) if part]
    if not all(part.isdecimal() and 1 <= int(part) <= 12 for part in parts):
        raise Unfinished(_tr("Tháng ghi bằng số từ 1 đến 12, cách nhau bằng dấu phẩy."))
    return tuple(sorted({int(part) for part in parts}))


def _day_number(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= 31:
        raise Unfinished(_tr("Ngày trong tháng ghi bằng số từ 1 đến 31."))
    return int(text)

