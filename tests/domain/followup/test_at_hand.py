"""The milestone to which a result belongs that names none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.followup.at_hand import milestone_at_hand
from cchc_desktop.domain.followup.milestones import STANDING, Milestone, MilestoneKind
from cchc_desktop.domain.followup.records import Progress, Record


def quarter(number: int, progress: Progress | None = None, *, is_tracked: bool = True) -> Milestone:
    key = f"2025-Q{number}"
    record = Record(1, key, progress) if progress else None
    first, last = date(2025, number * 3 - 2, 1), date(2025, number * 3, 28)
    return Milestone(1, key, MilestoneKind.DATED, first, last, last, is_tracked=is_tracked, record=record)


DONE, AT_WORK, DROPPED = Progress.DONE, Progress.IN_PROGRESS, Progress.DROPPED


@pytest.mark.parametrize(
    ("progress", "as_of", "expected"),
    [
        ((None, None, None, None), date(2025, 5, 1), "2025-Q1"),
        ((DONE, None, None, None), date(2025, 5, 1), "2025-Q2"),
        ((DONE, AT_WORK, None, None), date(2025, 5, 1), "2025-Q2"),
        ((DONE, DONE, None, None), date(2025, 5, 1), "2025-Q2"),
        ((DONE, DONE, None, None), date(2025, 7, 1), "2025-Q3"),
        ((DROPPED, None, None, None), date(2025, 2, 1), "2025-Q1"),
        ((DONE, DONE, DONE, DONE), date(2026, 2, 1), "2025-Q4"),
        ((None, None, None, None), date(2024, 12, 1), "2025-Q1"),
    ],
)
def test_the_first_open_one_that_has_begun_else_the_last_that_has(progress, as_of, expected):
    milestones = [quarter(number, one) for number, one in enumerate(progress, start=1)]
    assert milestone_at_hand(milestones, as_of).occurrence == expected


def test_what_lies_before_the_tracking_is_passed_over_while_there_is_something_else():
    old, now = quarter(1, is_tracked=False), quarter(2)
    assert milestone_at_hand([old, now], date(2025, 5, 1)) is now
    assert milestone_at_hand([old], date(2025, 5, 1)) is old


def test_a_dated_milestone_goes_before_the_standing_task_beside_it():
    standing = Milestone(1, STANDING, MilestoneKind.STANDING, date(2025, 1, 1))
    assert milestone_at_hand([quarter(1), standing], date(2025, 2, 1)).occurrence == "2025-Q1"
    assert milestone_at_hand([quarter(1, DONE), standing], date(2025, 2, 1)) is standing


def test_none_at_all_is_a_fault():
    with pytest.raises(ValueError, match="at least one"):
        milestone_at_hand([], date(2025, 1, 1))


def test_one_that_was_completed_later_than_the_day_is_open_on_it():
    later = replace(quarter(1), record=Record(1, "2025-Q1", DONE, done_on=date(2025, 3, 1)))
    assert milestone_at_hand([later, quarter(2)], date(2025, 2, 1)) is later
