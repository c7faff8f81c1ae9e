"""Ten years of milestones for fifty rules, against a calendar of this test's own: none missing, none double."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cchc_desktop.domain.followup.ledger import Ledger, build_ledger
from cchc_desktop.domain.followup.milestones import ItemMilestones, item_milestones
from cchc_desktop.domain.followup.records import Progress, Record
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Every, Rule, ScheduleKind
from tests.domain.followup.stage import plan, task

Day = tuple[int, int, int]
"""Year, month, day: the test counts days itself."""
Keyed = tuple[str, Day]

DECADE = ((2024, 1, 1), (2033, 12, 31))
CUT = ((2025, 3, 15), (2031, 11, 20))
SHIFTED = ((2024, 12, 31), (2032, 2, 29))
ALL = tuple(range(1, 13))
UNIT_MONTHS = {
    Every.MONTH: ALL, Every.QUARTER: (3, 6, 9, 12), Every.HALF_YEAR: (6, 12), Every.NINE_MONTHS: (9,),
    Every.YEAR: (12,),
}  # fmt: skip


# --- a calendar of our own -------------------------------------------------------------------------------------


def length(year: int, month: int) -> int:
    if month == 2:
        return 29 if (year % 4 == 0 and year % 100 != 0) or year % 400 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def tomorrow(day: Day) -> Day:
    year, month, number = day
    if number < length(year, month):
        return year, month, number + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def days(first: Day, last: Day) -> list[Day]:
    found = [first]
    while found[-1] != last:
        found.append(tomorrow(found[-1]))
    return found


def test_the_calendar_of_the_test_counts_right() -> None:
    assert len(days((2024, 1, 1), (2033, 12, 31))) == 3653
    assert len(days((2028, 2, 1), (2028, 3, 1))) == 30


def name(every: Every, year: int, month: int) -> str:
    return {
        Every.MONTH: f"{year}-{month:02d}",
        Every.QUARTER: f"{year}-Q{(month - 1) // 3 + 1}",
        Every.HALF_YEAR: f"{year}-H{1 if month < 7 else 2}",
        Every.NINE_MONTHS: f"{year}-9M",
        Every.YEAR: f"{year}",
    }[every]


# --- fifty rules, each with its own way to say on which days it falls due --------------------------------------

Expect = Callable[[Day, Day], list[Keyed]]


def at_end(every: Every, months: tuple[int, ...]) -> Expect:
    def expected(first: Day, last: Day) -> list[Keyed]:
        ends = [day for day in days(first, last) if tomorrow(day)[2] == 1 and day[1] in months]
        return [(name(every, day[0], day[1]), day) for day in ends]

    return expected


def on_day(every: Every, months: tuple[int, ...], number: int) -> Expect:
    def expected(first: Day, last: Day) -> list[Keyed]:
        found = [day for day in days(first, last) if day[1] in months and day[2] == min(number, length(day[0], day[1]))]
        return [(name(every, day[0], day[1]), day) for day in found]

    return expected


def before_day(every: Every, months: tuple[int, ...], number: int) -> Expect:
    def expected(first: Day, last: Day) -> list[Keyed]:
        found = []
        for day in days(first, last):
            year, month, following = tomorrow(day)
            if month in months and following == min(number, length(year, month)):
                found.append((name(every, year, month), day))
        return found

    return expected


def renamed(expect: Expect, key: Callable[[Day], str]) -> Expect:
    return lambda first, last: [(key(day), day) for _, day in expect(first, last)]


def only(expect: Expect, start: Day, end: Day) -> Expect:
    return lambda first, last: expect(max(first, start), min(last, end))


def once(day: Day) -> Expect:
    return lambda first, last: [("once", day)] if first <= day <= last else []


def window(start: Day, end: Day) -> Expect:
    return lambda first, last: [("once", min(end, last))] if start <= last and end >= first else []


def recurring(every: Every, months: tuple[int, ...] = (), **details) -> Rule:
    return Rule(ScheduleKind.RECURRENCE, every=every, months=months, **details)


def ordinary() -> list[tuple[Rule, Expect]]:
    found: list[tuple[Rule, Expect]] = [(recurring(unit), at_end(unit, UNIT_MONTHS[unit])) for unit in Every]
    table = [
        *((Every.MONTH, ALL, number, False) for number in (1, 5, 10, 15, 20, 28, 29, 30, 31)),
        *((Every.MONTH, ALL, number, True) for number in (1, 10, 31)),
        *((Every.QUARTER, (3, 6, 9, 12), number, before) for number in (8, 10, 31) for before in (False, True)),
        (Every.QUARTER, (1, 4, 7, 10), 5, False),
        (Every.QUARTER, (1, 4, 7, 10), 1, True),
        (Every.HALF_YEAR, (6, 12), 15, False),
        (Every.HALF_YEAR, (6, 12), 20, True),
        (Every.HALF_YEAR, (1, 7), 1, True),
        (Every.NINE_MONTHS, (9,), 10, False),
        (Every.NINE_MONTHS, (9,), 10, True),
        (Every.YEAR, (12,), 15, True),
        (Every.YEAR, (2,), 29, False),
        (Every.YEAR, (1,), 1, True),
        (Every.YEAR, (3,), 1, True),
        (Every.YEAR, (10,), 31, False),
    ]
    for every, months, number, is_before in table:
        expect = before_day if is_before else on_day
        found.append((recurring(every, months, day=number, before=is_before), expect(every, months, number)))
    return found


def special() -> list[tuple[Rule, Expect]]:
    year = Every.YEAR
    two_years = recurring(Every.MONTH, start=date(2027, 1, 1), due=date(2028, 12, 31))
    later = recurring(Every.QUARTER, start=date(2030, 2, 1))
    sooner = recurring(year, due=date(2026, 12, 30))
    by_month = renamed(at_end(year, (6, 12)), lambda day: f"{day[0]}-{day[1]:02d}")
    by_quarter = renamed(at_end(year, (3, 6, 9, 12)), lambda day: f"{day[0]}-Q{day[1] // 3}")
    return [
        (recurring(year, (2,), span=1), at_end(year, (2,))),
        (recurring(year, (12,), span=3), at_end(year, (12,))),
        (recurring(year, (6, 12), span=1), by_month),
        (recurring(year, (3, 6, 9, 12), span=3), by_quarter),
        (two_years, only(at_end(Every.MONTH, ALL), (2027, 1, 1), (2028, 12, 31))),
        (later, only(at_end(Every.QUARTER, (3, 6, 9, 12)), (2030, 2, 1), (9999, 1, 1))),
        (sooner, only(at_end(year, (12,)), (1, 1, 1), (2026, 12, 30))),
        (Rule(ScheduleKind.DEADLINE, due=date(2028, 2, 29)), once((2028, 2, 29))),
        (Rule(ScheduleKind.DEADLINE, due=date(2024, 1, 1)), once((2024, 1, 1))),
        (Rule(ScheduleKind.DEADLINE, due=date(2033, 12, 31)), once((2033, 12, 31))),
        (Rule(ScheduleKind.DEADLINE, due=date(2034, 1, 1)), once((2034, 1, 1))),
        (Rule(ScheduleKind.WINDOW, date(2026, 1, 1), date(2030, 12, 31)), window((2026, 1, 1), (2030, 12, 31))),
        (Rule(ScheduleKind.WINDOW, date(2021, 1, 1), date(2040, 12, 31)), window((2021, 1, 1), (2040, 12, 31))),
        (Rule(ScheduleKind.WINDOW, date(2028, 2, 1), date(2028, 2, 29)), window((2028, 2, 1), (2028, 2, 29))),
        (Rule(ScheduleKind.WINDOW, date(2020, 1, 1), date(2023, 12, 31)), window((2020, 1, 1), (2023, 12, 31))),
        (
            Rule(ScheduleKind.EXTERNAL, date(2025, 1, 1), date(2025, 12, 31), event="theo lộ trình"),
            window((2025, 1, 1), (2025, 12, 31)),
        ),
        (recurring(Every.MONTH, (2,), day=31), on_day(Every.MONTH, (2,), 31)),
    ]


RULES = ordinary() + special()


def test_there_are_fifty_rules() -> None:
    assert len({rule for rule, _ in RULES}) == len(RULES) >= 50


def computed(rules: tuple[Rule, ...], span: tuple[Day, Day], ledger: Ledger | None = None) -> ItemMilestones:
    period = Period(date(*span[0]), date(*span[1]))
    return item_milestones(task("theo lịch", rules=rules), plan(period), ledger or Ledger(), date(2028, 2, 29))


def keyed(found: ItemMilestones) -> list[Keyed]:
    return [
        (one.occurrence, (one.due.year, one.due.month, one.due.day)) for one in found.milestones if one.due is not None
    ]


@pytest.mark.parametrize("span", [DECADE, CUT, SHIFTED], ids=["decade", "cut", "shifted"])
@pytest.mark.parametrize(("rule", "expect"), RULES)
def test_milestones_are_those_of_the_other_calendar(rule: Rule, expect: Expect, span: tuple[Day, Day]) -> None:
    assert keyed(computed((rule,), span)) == expect(*span)


@pytest.mark.parametrize("number", range(0, 25, 3))
def test_rules_together_give_each_day_once(number: int) -> None:
    (one, expect_one), (other, expect_other) = RULES[number], RULES[number + 5]
    expected = {day for expect in (expect_one, expect_other) for _, day in expect(*DECADE)}
    found = keyed(computed((one, other), DECADE))
    assert [day for _, day in found] == sorted(expected)
    assert len({key for key, _ in found}) == len(found)


def done(keys: list[str]) -> Ledger:
    return build_ledger([Record(1, key, Progress.DONE, id=number) for number, key in enumerate(keys, 1)])


@pytest.mark.parametrize(("rule", "expect"), RULES)
def test_a_changed_plan_period_keeps_or_hands_back_every_record(rule: Rule, expect: Expect) -> None:
    ledger = done([key for key, _ in expect(*DECADE)])
    found = computed((rule,), CUT, ledger)
    joined = [one.record for one in found.milestones if one.record is not None]
    kept = {key for key, _ in expect(*CUT)} or {"once"}  # an item that lost its date is undated, not gone
    assert {one.occurrence for one in joined} == {key for key, _ in expect(*DECADE)} & kept
    assert sorted([*joined, *found.orphan_records], key=lambda one: one.id) == list(ledger.records.get(1, ()))


@pytest.mark.parametrize(("day", "before"), [(8, True), (8, False), (31, False), (None, False)])
def test_a_changed_day_keeps_every_record(day: int | None, before: bool) -> None:
    months = (3, 6, 9, 12)
    ledger = done([key for key, _ in before_day(Every.QUARTER, months, 10)(*DECADE)])
    found = computed((recurring(Every.QUARTER, months, day=day, before=before),), DECADE, ledger)
    assert not found.needs_decision
    assert len(found.milestones) == 40
    assert all(one.record is not None for one in found.milestones)


def test_another_unit_hands_every_record_back() -> None:
    ledger = done([key for key, _ in at_end(Every.MONTH, ALL)(*DECADE)])
    found = computed((recurring(Every.QUARTER),), DECADE, ledger)
    assert found.needs_decision
    assert found.orphan_records == ledger.records[1]
    assert len(found.orphan_records) == 120
