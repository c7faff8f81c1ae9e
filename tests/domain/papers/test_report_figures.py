"""Keys of figures: they survive the way through a paper, and a figure counts what its key lets through."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.papers.report_figures import (
    UNKNOWN_AGENCY,
    Counted,
    ReportFigures,
    ReportRow,
    RowsKey,
    Scope,
)

DAY = date(2025, 9, 14)
scopes = st.builds(
    Scope, st.lists(st.integers(1, 99), unique=True).map(tuple), st.none() | st.integers(UNKNOWN_AGENCY, 99)
)
rows = st.builds(
    ReportRow,
    plan_id=st.just(1),
    item_id=st.integers(1, 10_000),
    section_id=st.integers(1, 3),
    agency_id=st.none() | st.integers(1, 3),
    status=st.sampled_from(Status),
    marks=st.frozensets(st.sampled_from([Counted.DONE_IN_PERIOD, Counted.CARRIED])),
)


def figures(*of):
    return ReportFigures((1,), "2025-Q3", DAY, tuple(of))


@given(st.sampled_from(Counted), st.lists(st.integers(1, 99)).map(tuple), scopes)
def test_a_key_comes_back_from_its_words(counted, plans, scope):
    key = RowsKey(counted, plans, "2025-Q3", DAY, scope)
    assert RowsKey.read(key.text) == key


def test_a_key_as_papers_carry_it():
    key = RowsKey(Counted.OVERDUE, (1, 2), "2025-Q3", DAY, Scope((3, 4), 5))
    assert key.name == "overdue/sections=3+4/agency=5"
    assert key.text == "overdue/sections=3+4/agency=5?plans=1+2&period=2025-Q3&as_of=2025-09-14"
    assert key.statuses == {Status.OVERDUE}


@pytest.mark.parametrize("words", ["", "overdue", "none?plans=1&period=2025&as_of=2025-01-01", "done?plans=1"])
def test_other_words_are_no_key(words):
    with pytest.raises(ValueError):
        RowsKey.read(words)


@given(st.lists(rows))
def test_figures_are_those_of_a_roll_up(found):
    of, roll_up = figures(*found), RollUp(figures(*found).roll_up().counts)
    counts = (of.count(Counted.TOTAL), of.count(Counted.EXPECTED), of.count(Counted.DONE))
    assert counts == (roll_up.total, roll_up.expected, roll_up.done)
    assert of.share() == roll_up.percentage


@given(st.lists(rows), st.sampled_from(Counted))
def test_parts_add_up_to_the_whole(found, counted):
    of = figures(*found)
    assert sum(of.count(counted, Scope((section,))) for section in (1, 2, 3)) == of.count(counted)
    assert sum(of.count(counted, Scope(agency=agency)) for agency in range(4)) == of.count(counted)


@pytest.mark.parametrize(
    ("counted", "wanted"),
    [
        (Counted.DONE, {Status.DONE, Status.DONE_LATE}),
        (Counted.NEUTRAL, {Status.DROPPED, Status.UNTRACKED}),
        (Counted.OVERDUE, {Status.OVERDUE}),
        (Counted.DONE_IN_PERIOD, set()),
    ],
)
def test_which_statuses_a_figure_counts(counted, wanted):
    of = figures(*(ReportRow(1, place, 1, None, status) for place, status in enumerate(Status)))
    assert {row.status for row in of.counted_rows(counted)} == wanted


def test_a_share_of_nothing_is_none_and_another_is_rounded():
    assert figures(ReportRow(1, 1, 1, None, Status.DROPPED)).share() is None
    statuses = (Status.DONE, Status.NOT_DUE, Status.NOT_DUE)
    assert figures(*(ReportRow(1, 1, 1, None, status) for status in statuses)).share() == Decimal("33.3")
