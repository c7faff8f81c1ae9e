"""One month of the calendar: its weeks from Monday to Sunday, and what stands on each day; without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.reporting import PeriodStep, ReportingPeriod
from cchc_desktop.domain.followup.status import RANK, Status
from cchc_desktop.domain.schedule.months import month_end
from cchc_desktop.services.followup import DueLine
from cchc_desktop.ui.deadlines.words import STEPS, count_tasks, label, long_day, rest_words, task_count, words
from cchc_desktop.ui.following.looks import BAR_PARTS, icon_of, legend_words
from cchc_desktop.ui.following.standing_words import standing_words

WEEK = 7
_MOST = 2
"""Entries of one day."""
_STEP_ICONS = {
    PeriodStep.HAND_IN: "inbox", PeriodStep.FIGURES: "lock", PeriodStep.SUBMITTED: "file-text", PeriodStep.SENT: "mail",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One line in a day: icon, token of its colours ('' for a date of a report, which is outlined), words."""

    icon: str
    token: str
    words: str


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day of the calendar. `holiday` is what a day off is called, `made_up` why people work on one."""

    day: date
    is_inside: bool
    entries: tuple[DayEntry, ...] = ()
    told: tuple[str, ...] = ()
    """Everything of the day in words, for tooltip and screen reader."""
    is_off: bool = False
    holiday: str = ""
    made_up: str = ""


def month_days(
    month: date,
    lines: Mapping[date, Sequence[DueLine]],
    steps: Mapping[date, Sequence[tuple[PeriodStep, ReportingPeriod]]],
    calendar: DaysOff | None,
) -> tuple[MonthDay, ...]:
    """Return the days of the weeks that a month touches, from a Monday to a Sunday."""
    first, last = month.replace(day=1), month_end(month.year, month.month)
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=WEEK - 1 - last.weekday())
    days = (start + timedelta(days=number) for number in range((end - start).days + 1))
    return tuple(_day(day, month, lines.get(day, ()), steps.get(day, ()), calendar) for day in days)


def _day(
    day: date,
    month: date,
    lines: Sequence[DueLine],
    steps: Sequence[tuple[PeriodStep, ReportingPeriod]],
    calendar: DaysOff | None,
) -> MonthDay:
    reports = _report_entries(steps)
    told = [f"{STEPS[step]}: {period.title}" for step, period in steps]
    told += [f"{_numbered(line)} ({standing_words(line.row.status)})" for line in lines]
    is_off = calendar is not None and calendar.is_off(day)
    holiday = calendar.holidays.get(day, "") if calendar and is_off else ""
    made_up = calendar.made_up.get(day, "") if calendar else ""
    aside = rest_words(day, calendar)
    head = f"{long_day(day)}, {aside}" if aside else long_day(day)
    if made_up:
        head = f"{head}: {made_up}"
    entries = (*reports, *_line_entries(lines, _MOST - len(reports)))
    return MonthDay(day, day.month == month.month, entries, (head, *told), is_off, holiday, made_up)


def _report_entries(steps: Sequence[tuple[PeriodStep, ReportingPeriod]]) -> tuple[DayEntry, ...]:
    """Return one entry for what reports ask on a day: its last step with the period, more of them counted."""
    if not steps:
        return ()
    names = dict.fromkeys(STEPS[step] for step, _ in steps)
    titles = dict.fromkeys(period.title for _, period in steps)
    told = ", ".join(names) if len(titles) > 1 else f"{', '.join(names)}: {next(iter(titles))}"
    return (DayEntry(_STEP_ICONS[steps[-1][0]], "", told),)


def _line_entries(lines: Sequence[DueLine], room: int) -> tuple[DayEntry, ...]:
    """Return each milestone where there is room for all, else how many there are of each colour."""
    if len(lines) <= room:
        return tuple(DayEntry(*icon_of(line.row.status.status), _numbered(line)) for line in lines)
    by_part = _by_part(lines)
    if len(by_part) > room:
        pressing = min(lines, key=lambda line: RANK[line.row.status.status])
        return (DayEntry(*icon_of(pressing.row.status.status), count_tasks(lines)),)
    return tuple(
        DayEntry(*icon_of(status), f"{task_count(of_part)} {told[:1].lower()}{told[1:]}")
        for status, told, of_part in by_part
    )


def _by_part(lines: Sequence[DueLine]) -> list[tuple[Status, str, list[DueLine]]]:
    """Return the lines by the colours of bars: a status that stands for each, its words, its lines."""
    found = []
    for part in BAR_PARTS:
        of_part = [line for line in lines if line.row.status.status in part.statuses]
        if of_part:
            [(status, _)] = Counter(line.row.status.status for line in of_part).most_common(1)
            found.append((status, legend_words(part) if part.token != "none" else words("Chưa đến hạn"), of_part))
    dropped = [line for line in lines if line.row.status.status is Status.DROPPED]
    return [*found, (Status.DROPPED, words("Không còn thực hiện"), dropped)] if dropped else found


def _numbered(line: DueLine) -> str:
    number = label(line)
    return f"TT {number} · {line.item.content}" if number else line.item.content


def lines_by_day(lines: Iterable[DueLine]) -> dict[date, list[DueLine]]:
    """Return the lines of each due date."""
    found: dict[date, list[DueLine]] = {}
    for line in lines:
        if line.row.due is not None:
            found.setdefault(line.row.due, []).append(line)
    return found


def steps_by_day(periods: Iterable[ReportingPeriod]) -> dict[date, list[tuple[PeriodStep, ReportingPeriod]]]:
    """Return what reports ask on each day, in the order of the steps."""
    found: dict[date, list[tuple[PeriodStep, ReportingPeriod]]] = {}
    for period in periods:
        for step, day in period.steps():
            found.setdefault(day, []).append((step, period))
    return found


def shifted(month: date, months: int) -> date:
    """Return the first day of the month that lies some months away, within the years that dates have."""
    index = 12 * month.year + month.month - 1 + months
    index = min(max(index, 12), 12 * 9999 + 10)
    return date(index // 12, index % 12 + 1, 1)
