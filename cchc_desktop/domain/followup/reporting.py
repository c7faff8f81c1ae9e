"""Reporting periods (kỳ báo cáo): keys, data windows and the four dates, computed from rules that a user can edit.

The windows are those of CV 581/BNV-CCHC: a period is closed on the 14th of its last month and opens on the 15th of
the month before its first one. Keys: '2025-Q1', '2025-H1', '2025-Q3', '2025-9M', '2025', '2025-06'; a report out
of turn (đột xuất) is named by the last day of its data, '2025-08-20'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.months import month_end

_KEY = re.compile(r"(?P<year>\d{4})(?:-(?P<code>[0-9A-Z]+))?$")
_FIRST_YEAR, _LAST_YEAR = 2, 9998


class PeriodStep(StrEnum):
    """The four days of a report's life."""

    HAND_IN = "hand_in"
    FIGURES = "figures"
    SUBMITTED = "submitted"
    SENT = "sent"


STEP_NAMES: Mapping[PeriodStep, str] = {
    PeriodStep.HAND_IN: "Các đơn vị gửi số liệu",
    PeriodStep.FIGURES: "Chốt số liệu",
    PeriodStep.SUBMITTED: "Trình ký",
    PeriodStep.SENT: "Gửi cấp trên",
}


@dataclass(frozen=True, slots=True)
class DayRule:
    """A day of the month that lies `months` after the period's last one (before it: negative).

    A day that the month does not have is its last one.
    """

    day: int
    months: int = 0

    def __post_init__(self) -> None:
        """Refuse (ValueError) a day that no month has."""
        if not 1 <= self.day <= 31:
            raise ValueError("days of a month run from 1 to 31")

    def on(self, year: int, month: int) -> date:
        """Return the day for a period whose last month is given."""
        index = year * 12 + month - 1 + self.months
        last = month_end(index // 12, index % 12 + 1)
        return last.replace(day=min(self.day, last.day))


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """One report to be made: its data window and four dates; any of them may be set by hand for one period."""

    key: str
    title: str
    window: Period
    hand_in: date
    figures: date
    submitted: date
    sent: date

    @property
    def is_estimated(self) -> bool:
        """Tell whether the report goes out before its window ends: the rest is 'ước thực hiện'."""
        return self.sent < self.window.end

    def steps(self) -> tuple[tuple[PeriodStep, date], ...]:
        """Return the four dates in the order in which they come."""
        dates = (self.hand_in, self.figures, self.submitted, self.sent)
        return tuple(sorted(zip(PeriodStep, dates, strict=True), key=lambda step: step[1]))


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """How the periods of one kind follow from a year; with `closing_month` None there is one for every month.

    `code` ends the key ('Q3'), is empty for the year. `title` may hold {month} and {year}. For a `is_regular`
    period every open item owes an update.
    """

    code: str
    title: str
    closing_month: int | None
    starts: DayRule
    ends: DayRule
    hand_in: DayRule
    figures: DayRule
    submitted: DayRule
    sent: DayRule
    is_regular: bool = False

    def period(self, year: int, month: int | None = None) -> ReportingPeriod:
        """Return the period of a year (`month` for a monthly rule); ValueError where its days do not fit."""
        last = self.closing_month or month
        if last is None:
            raise ValueError("a monthly rule needs a month")
        return ReportingPeriod(
            key=self._key(year, last),
            title=self.title.format(year=year, month=last),
            window=Period(self.starts.on(year, last), self.ends.on(year, last)),
            hand_in=self.hand_in.on(year, last),
            figures=self.figures.on(year, last),
            submitted=self.submitted.on(year, last),
            sent=self.sent.on(year, last),
        )

    def _key(self, year: int, month: int) -> str:
        code = self.code if self.closing_month else f"{month:02d}"
        return f"{year}-{code}" if code else str(year)

    def periods(self, year: int) -> Iterable[ReportingPeriod]:
        """Yield the rule's periods of one year, in order."""
        for month in (self.closing_month,) if self.closing_month else range(1, 13):
            yield self.period(year, month)


def standard_rule(
    code: str, title: str, closing_month: int | None, months: int, *, is_regular: bool = False
) -> PeriodRule:
    """Return a rule with the usual days: units by the 7th, signed and sent by the 8th, figures as of the 14th."""
    return PeriodRule(
        code=code,
        title=title,
        closing_month=closing_month,
        starts=DayRule(15, -months),
        ends=DayRule(14),
        hand_in=DayRule(7),
        figures=DayRule(14),
        submitted=DayRule(8),
        sent=DayRule(8),
        is_regular=is_regular,
    )


DEFAULT_PERIOD_RULES: tuple[PeriodRule, ...] = (
    standard_rule("Q1", "Quý I năm {year}", 3, 3, is_regular=True),
    standard_rule("H1", "6 tháng đầu năm {year}", 6, 6, is_regular=True),
    standard_rule("Q3", "Quý III năm {year}", 9, 3, is_regular=True),
    standard_rule("9M", "9 tháng năm {year}", 9, 9),
    standard_rule("", "Năm {year}", 12, 12, is_regular=True),
    standard_rule("month", "Tháng {month} năm {year}", None, 1),
)


def period_of_key(
    key: str, rules: Sequence[PeriodRule] = DEFAULT_PERIOD_RULES, special: Iterable[ReportingPeriod] = ()
) -> ReportingPeriod:
    """Return the period that a key names; InvalidInput, with the keys that there are, if none does."""
    found = find_period(key.strip(), rules, special)
    if found is None:
        raise InvalidInput(f"Không có kỳ báo cáo “{key}”. Các kỳ có dạng: {_examples(rules)}.")
    return found


def find_period(
    key: str, rules: Sequence[PeriodRule] = DEFAULT_PERIOD_RULES, special: Iterable[ReportingPeriod] = ()
) -> ReportingPeriod | None:
    """Return the period that a key names, None if there is none; `special` are those with dates of their own."""
    own = next((period for period in special if period.key == key), None)
    found = _KEY.match(key)
    year = int(found["year"]) if found else 0
    if own or found is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return own
    matching = (_matching(rule, year, found["code"] or "") for rule in rules)
    return next((period for period in matching if period is not None), None)


def _matching(rule: PeriodRule, year: int, code: str) -> ReportingPeriod | None:
    if rule.closing_month:
        return rule.period(year) if rule.code == code else None
    is_month = len(code) == 2 and code.isdecimal() and 1 <= int(code) <= 12
    return rule.period(year, int(code)) if is_month else None


def _examples(rules: Sequence[PeriodRule]) -> str:
    return ", ".join(rule.period(2025, 6).key for rule in rules)


def special_period(window: Period, hand_in: date, submitted: date, sent: date, title: str = "") -> ReportingPeriod:
    """Return a report out of turn (đột xuất), named by the last day of its data."""
    words = title or f"Đột xuất đến ngày {window.end:%d/%m/%Y}"
    return ReportingPeriod(window.end.isoformat(), words, window, hand_in, window.end, submitted, sent)


def plan_periods(
    plan: Period,
    rules: Iterable[PeriodRule] = DEFAULT_PERIOD_RULES,
    special: Iterable[ReportingPeriod] = (),
) -> tuple[ReportingPeriod, ...]:
    """Return the regular periods that a plan reports on, by the end of their data: those that end inside the plan.

    One of `special` stands in the place of the regular period with its key; the others are no regular ones.
    """
    own = {period.key: period for period in special}
    regular = rule_periods(plan, [rule for rule in rules if rule.is_regular])
    return _in_order(own.get(period.key, period) for period in regular)


def report_periods(
    span: Period,
    rules: Iterable[PeriodRule] = DEFAULT_PERIOD_RULES,
    special: Iterable[ReportingPeriod] = (),
) -> tuple[ReportingPeriod, ...]:
    """Return all reports to be made in a span: the regular ones, and those of `special` whose data end there."""
    own = tuple(special)
    inside = {period.key: period for period in own if span.contains(period.window.end)}
    regular = {period.key: period for period in plan_periods(span, rules, own)}
    return _in_order({**regular, **inside}.values())


def rule_periods(span: Period, rules: Iterable[PeriodRule]) -> tuple[ReportingPeriod, ...]:
    """Return the periods that rules give and whose data end inside a span, by that end."""
    years = range(max(span.start.year, _FIRST_YEAR), min(span.end.year, _LAST_YEAR) + 1)
    found = (period for rule in rules for year in years for period in rule.periods(year))
    return _in_order(period for period in found if span.contains(period.window.end))


def _in_order(periods: Iterable[ReportingPeriod]) -> tuple[ReportingPeriod, ...]:
    return tuple(sorted(periods, key=lambda period: (period.window.end, period.window.start)))


def current_period(periods: Sequence[ReportingPeriod], day: date) -> ReportingPeriod | None:
    """Return the period that is being reported on: the first whose data are still open, else the last one."""
    running = next((period for period in periods if period.window.end >= day), None)
    return running or (periods[-1] if periods else None)


@dataclass(frozen=True, slots=True)
class Countdown:
    """The next of a report's four dates and the days until then."""

    step: PeriodStep
    day: date
    days: int


def countdown(period: ReportingPeriod, day: date) -> Countdown | None:
    """Return the next date of a period; None when all four have passed."""
    coming = next(((step, when) for step, when in period.steps() if when >= day), None)
    return Countdown(*coming, (coming[1] - day).days) if coming else None


def rule_to_json(rule: PeriodRule) -> dict[str, Any]:
    """Return the rule as plain JSON values, for the office's settings."""
    return asdict(rule)


def rule_from_json(values: Mapping[str, Any]) -> PeriodRule:
    """Return the rule that `rule_to_json` wrote; KeyError, TypeError or ValueError when the values are no rule."""
    days = ("starts", "ends", "hand_in", "figures", "submitted", "sent")
    return PeriodRule(**{**values, **{name: DayRule(**values[name]) for name in days}})
