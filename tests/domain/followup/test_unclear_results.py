"""Which completed milestones leave open whether they were late, and the words for it."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.records import Progress, Record
from cchc_desktop.domain.followup.status import milestone_status
from cchc_desktop.domain.followup.unclear_results import Unclear, unclear_of, unclear_words

DUE, TODAY = date(2025, 9, 9), date(2025, 9, 20)
BY_DAY = "Chưa rõ có chậm không: thiếu ngày hoàn thành"
BY_ANSWER = "Chưa rõ có chậm không: cần xác nhận đúng hạn hay quá hạn"


def found(due: date | None, record: Record | None):
    milestone = Milestone(1, "2025-Q3", MilestoneKind.DATED, due=due, planned_due=due, is_strict=True, record=record)
    return milestone_status(milestone, TODAY)


def done(done_on: date | None, **details) -> Record:
    return Record(1, "2025-Q3", Progress.DONE, done_on=done_on, **details)


@pytest.mark.parametrize(
    ("due", "record", "lacking", "words"),
    [
        (DUE, done(None), Unclear.NO_DAY, BY_DAY),
        (None, done(None), Unclear.NO_DAY, "Thiếu ngày hoàn thành"),
        (DUE, done(date(2025, 9, 10)), Unclear.LATENESS, BY_ANSWER),
        (DUE, done(date(2025, 9, 10), counts_as_late=True), None, ""),
        (DUE, done(date(2025, 9, 10), counts_as_late=False), None, ""),
        (DUE, done(date(2025, 9, 8)), None, ""),
        (DUE, done(date(2025, 9, 12), due_seen=date(2025, 9, 15)), Unclear.LATENESS, BY_ANSWER),
        (DUE, Record(1, "2025-Q3", Progress.IN_PROGRESS), None, ""),
        (DUE, None, None, ""),
    ],
)
def test_what_a_result_lacks(due, record, lacking, words):
    one = found(due, record)
    assert unclear_of(one) is lacking
    assert unclear_words(one) == words
