"""Places on a timeline: order kept, nothing lost, circles and labels apart."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.status import MilestoneStatus, Status
from cchc_desktop.domain.periods import Period
from cchc_desktop.services.overview import TimelineDay
from cchc_desktop.ui.overview.timeline_places import Label, marks, placed, position, span_of, ticks

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
day_lists = st.lists(st.integers(0, 364), unique=True).map(sorted)


def day(number: int, *statuses: Status) -> TimelineDay:
    due = YEAR.start + timedelta(days=number)
    milestone = Milestone(1, "once", MilestoneKind.DATED, due=due)
    return TimelineDay(due, tuple(MilestoneStatus(milestone, status) for status in statuses or (Status.NOT_DUE,)))


@given(day_lists, st.integers(200, 1600))
def test_circles_keep_order_and_distance(numbers, width):
    days = [day(number) for number in numbers]
    found = marks(days, lambda when: position(when, YEAR, width), 26)
    assert [one for mark in found for one in mark.days] == days
    assert all(later.x - earlier.x >= 26 for earlier, later in itertools.pairwise(found))


def test_days_far_apart_stay_alone():
    found = marks([day(0), day(100), day(364)], lambda when: position(when, YEAR, 1000), 26)
    assert [len(mark.days) for mark in found] == [1, 1, 1]
    assert [round(mark.x) for mark in found] == [0, 275, 1000]


def test_a_circle_sums_its_days_and_shows_what_presses_most():
    (mark,) = marks([day(0, Status.DONE, Status.OVERDUE), day(1, Status.NOT_DUE)], lambda when: 0.0, 26)
    assert (mark.count, mark.open, mark.overdue, mark.status) == (3, 2, 1, Status.OVERDUE)


@given(st.lists(st.tuples(st.floats(0, 800), st.floats(10, 200), st.integers(0, 3)), max_size=12))
def test_labels_never_overlap_and_stay_inside(rows):
    labels = [Label(x, width, "", priority) for x, width, priority in rows]
    found = sorted(placed(labels, 800, 8), key=lambda one: one[0])
    assert all(left >= 0 and left + label.width <= 800.001 for left, label in found)
    pairs = itertools.pairwise(found)
    assert all(left + label.width + 8 <= next_left + 0.001 for (left, label), (next_left, _) in pairs)


def test_the_label_that_matters_more_finds_its_place():
    late, other = Label(100, 80, "late", 0), Label(110, 80, "other", 2)
    assert [label for _, label in placed([other, late], 800, 8)] == [late]


def test_the_line_reaches_as_far_as_an_extension():
    late = TimelineDay(date(2027, 2, 1), day(0).milestones)
    assert span_of(YEAR, [day(5), late]) == Period(YEAR.start, date(2027, 2, 1))
    assert position(date(2030, 1, 1), YEAR, 500) == 500


@pytest.mark.parametrize(
    ("span", "room", "count", "is_year"),
    [(YEAR, 1200, 12, False), (YEAR, 300, 4, False), (Period(date(2026, 1, 1), date(2030, 12, 31)), 600, 5, True)],
    ids=["months", "quarters", "years"],
)
def test_months_quarters_or_years(span, room, count, is_year):
    found = list(ticks(span, room, 60))
    assert (len(found), found[0][1]) == (count, is_year)
