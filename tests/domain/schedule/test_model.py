"""Rules and schedules as JSON; rules that make no sense are refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.from_rules import schedule_from_rules
from cchc_desktop.domain.schedule.model import (
    Every,
    Rule,
    ScheduleKind,
    rules_from_json,
    rules_to_json,
    schedule_to_json,
)
from cchc_desktop.domain.schedule.reading import read_schedule

PLAN = Period(date(2025, 7, 1), date(2025, 12, 31))


def test_the_contract_of_the_command_line() -> None:
    assert schedule_to_json(read_schedule("Trước ngày 10 của tháng cuối quý", PLAN)) == {
        "words": "Trước ngày 10 của tháng cuối quý",
        "kind": "recurrence",
        "start": None,
        "due": ["2025-09-09", "2025-12-09"],
        "every": ["quarter"],
        "months": [3, 6, 9, 12],
        "event": None,
        "question": None,
    }


@pytest.mark.parametrize(
    "values",
    [
        {"kind": ScheduleKind.WINDOW, "start": date(2025, 8, 2), "due": date(2025, 8, 1)},
        {"kind": ScheduleKind.WINDOW, "due": date(2025, 8, 1)},
        {"kind": ScheduleKind.DEADLINE},
        {"kind": ScheduleKind.RECURRENCE},
        {"kind": ScheduleKind.STANDING, "every": Every.YEAR},
        {"kind": ScheduleKind.RECURRENCE, "every": Every.YEAR, "months": (13,)},
        {"kind": ScheduleKind.RECURRENCE, "every": Every.YEAR, "day": 32},
        {"kind": ScheduleKind.RECURRENCE, "every": Every.YEAR, "before": True},
        {"kind": ScheduleKind.RECURRENCE, "every": Every.YEAR, "months": (3,), "span": 13},
    ],
)
def test_a_rule_that_cannot_be_carried_out_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        Rule(**values)


rules = st.one_of(
    st.builds(Rule, kind=st.just(ScheduleKind.DEADLINE), due=st.dates()),
    st.builds(
        lambda first, second: Rule(ScheduleKind.WINDOW, start=min(first, second), due=max(first, second)),
        st.dates(),
        st.dates(),
    ),
    st.builds(
        Rule,
        kind=st.just(ScheduleKind.RECURRENCE),
        every=st.sampled_from(Every),
        months=st.lists(st.integers(1, 12), max_size=4).map(tuple),
        day=st.integers(1, 31),
        before=st.booleans(),
        span=st.none() | st.integers(1, 12),
        event=st.none() | st.text(min_size=1),
    ),
    st.builds(
        Rule,
        kind=st.sampled_from([ScheduleKind.STANDING, ScheduleKind.EXTERNAL]),
        event=st.none() | st.text(),
    ),
)


@given(st.lists(rules).map(tuple))
def test_rules_survive_json(kept: tuple[Rule, ...]) -> None:
    assert rules_from_json(json.loads(json.dumps(rules_to_json(kept)))) == kept


@pytest.mark.parametrize(
    "words",
    [
        "Trước ngày 10 của tháng cuối quý",
        "Quý III,IV/2025",
        "Kết hợp báo cáo quý, năm",
        "Thường xuyên trong năm",
    ],
)
def test_kept_rules_give_the_schedule_again(words: str) -> None:
    read = read_schedule(words, PLAN)
    assert schedule_from_rules(words, rules_from_json(rules_to_json(read.rules)), PLAN) == read


def test_a_correction_wins_over_the_words() -> None:
    correction = Rule(ScheduleKind.DEADLINE, due=date(2025, 11, 15))
    schedule = schedule_from_rules("Theo thời gian của Sở Y tế", [correction], PLAN)
    assert (schedule.kind, schedule.due, schedule.question) == (
        ScheduleKind.DEADLINE,
        (correction.due,),
        None,
    )
    assert schedule.words == "Theo thời gian của Sở Y tế"


def test_a_correction_outside_the_plan_is_asked_about() -> None:
    correction = Rule(ScheduleKind.DEADLINE, due=date(2026, 1, 15))
    schedule = schedule_from_rules("Quý IV", [correction], PLAN)
    assert schedule.due == () and schedule.question and "Quý IV" in schedule.question


def test_no_rules_are_unspecified() -> None:
    assert schedule_from_rules(None, [], PLAN).kind is ScheduleKind.UNSPECIFIED
