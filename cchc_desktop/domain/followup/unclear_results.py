"""Completed milestones of which nobody can say yet whether they were late: what is missing, and the words for it."""

from __future__ import annotations

from enum import StrEnum

from cchc_desktop.domain.followup.status import MilestoneStatus, Status


class Unclear(StrEnum):
    """What a result still lacks; until a person adds it, it counts as done in time."""

    NO_DAY = "no_day"
    """The date of completion."""
    LATENESS = "lateness"
    """A person's answer whether it counts as late (`status.MilestoneStatus.asks`)."""


def unclear_of(found: MilestoneStatus) -> Unclear | None:
    """Return what the result of a milestone lacks, None where it lacks nothing or there is none."""
    if found.asks:
        return Unclear.LATENESS
    record = found.milestone.record
    if found.status is not Status.DONE or record is None or record.done_on is not None:
        return None
    return Unclear.NO_DAY


def unclear_words(found: MilestoneStatus) -> str:
    """Return why it is unclear: 'Chưa rõ có chậm không: thiếu ngày hoàn thành'; '' where it is clear."""
    lacking = unclear_of(found)
    if lacking is Unclear.LATENESS:
        return "Chưa rõ có chậm không: cần xác nhận đúng hạn hay quá hạn"
    if lacking is Unclear.NO_DAY:
        return "Chưa rõ có chậm không: thiếu ngày hoàn thành" if found.milestone.due else "Thiếu ngày hoàn thành"
    return ""
