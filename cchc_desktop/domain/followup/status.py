"""Status of a milestone and of an item as of a day: computed, never stored, by the one table of the field.

Facts dated after the day do not count; facts entered late do. The words stand in `STATUS_WORDS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.followup.updates import UpdateState


class Status(StrEnum):
    """What a screen says of a milestone or item; in the order of precedence, the most pressing first."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    UPDATE_DUE = "update_due"
    IN_PROGRESS = "in_progress"
    UPDATED = "updated"
    UNDATED = "undated"
    WAITING = "waiting"
    NOT_DUE = "not_due"
    DONE_LATE = "done_late"
    DONE = "done"
    DROPPED = "dropped"
    UNTRACKED = "untracked"


RANK: Mapping[Status, int] = {status: rank for rank, status in enumerate(Status)}
COMPLETED = frozenset({Status.DONE, Status.DONE_LATE})
CLOSED = COMPLETED | {Status.DROPPED, Status.UNTRACKED}

STATUS_WORDS: Mapping[Status, tuple[str, str]] = {
    Status.OVERDUE: ("Quá hạn {days} ngày", "Chậm tiến độ"),
    Status.DUE_SOON: ("Còn {days} ngày", "Đang thực hiện, trong hạn"),
    Status.UPDATE_DUE: ("Chờ cập nhật kỳ này", "Đang thực hiện, trong hạn"),
    Status.IN_PROGRESS: ("Đang thực hiện", "Đang thực hiện, trong hạn"),
    Status.UPDATED: ("Thường xuyên, đã cập nhật", "Thường xuyên"),
    Status.UNDATED: ("Chưa xác định thời hạn", "Chưa xác định thời hạn"),
    Status.WAITING: ("Chờ văn bản", "Chờ văn bản"),
    Status.NOT_DUE: ("Chưa đến hạn", "Chưa đến hạn"),
    Status.DONE_LATE: ("Hoàn thành quá hạn", "Hoàn thành quá hạn"),
    Status.DONE: ("Đã hoàn thành", "Hoàn thành đúng hạn"),
    Status.DROPPED: ("Không còn thực hiện", "Không còn thực hiện"),
    Status.UNTRACKED: ("Trước ngày theo dõi", "Trước ngày theo dõi"),
}
"""The screen word and the printed word of each status."""
_NEAREST: Mapping[int | None, str] = {0: "Hôm nay", 1: "Ngày mai"}
"""What a screen says in the place of 'Còn 0 ngày', 'Còn 1 ngày'."""


@dataclass(frozen=True, slots=True)
class StatusRules:
    """The numbers that an office may set: days before a due date, after a bare recurrence, before a hand-in day.

    With `update_asked_days` None only standing tasks show the update that they owe; the others owe it all the same.
    """

    soon_days: int = 7
    summary_days: int = 10
    update_asked_days: int | None = None


@dataclass(frozen=True, slots=True)
class MilestoneStatus:
    """The status of one milestone; `days` are those left or late.

    `beneath` is what papers print instead: the status without the update that is asked for. `asks` marks a result
    whose lateness a person has to confirm (also where the due date was moved forward after it was recorded); until
    then it counts as done in time.
    """

    milestone: Milestone
    status: Status
    days: int | None = None
    beneath: Status | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """The status of an item: that of its most pressing milestone, with the count of each."""

    item_id: int
    leading: MilestoneStatus
    milestones: tuple[MilestoneStatus, ...]
    counts: Mapping[Status, int] = field(default_factory=dict)

    @property
    def status(self) -> Status:
        """Return the status that the item shows."""
        return self.leading.status


def milestone_status(
    milestone: Milestone,
    as_of: date,
    update: UpdateState = UpdateState.NONE,
    rules: StatusRules | None = None,
    days_off: DaysOff | None = None,
) -> MilestoneStatus:
    """Return the status of a milestone as of a day: the one place where it is decided.

    `update` says whether the current reporting period asks for an update. Without `days_off` no rest day counts.
    """
    rules = rules or StatusRules()
    progress = milestone.progress_on(as_of)
    if progress is Progress.DROPPED:
        return MilestoneStatus(milestone, Status.DROPPED)
    if progress is Progress.DONE:
        return _done(milestone, rules, days_off)
    if not milestone.is_tracked and not milestone.is_recorded:
        return MilestoneStatus(milestone, Status.UNTRACKED)
    if milestone.kind is MilestoneKind.STANDING:
        return _standing(milestone, as_of, update)
    found = _open(milestone, progress, as_of, rules)
    if update is UpdateState.OWED and RANK[found.status] > RANK[Status.UPDATE_DUE]:
        return MilestoneStatus(milestone, Status.UPDATE_DUE, beneath=found.status)
    return found


def _standing(milestone: Milestone, as_of: date, update: UpdateState) -> MilestoneStatus:
    if milestone.start is not None and as_of < milestone.start:
        return MilestoneStatus(milestone, Status.NOT_DUE)
    found = {UpdateState.OWED: Status.UPDATE_DUE, UpdateState.GIVEN: Status.UPDATED}.get(update, Status.IN_PROGRESS)
    return MilestoneStatus(milestone, found, beneath=Status.UPDATED)


def _open(milestone: Milestone, progress: Progress, as_of: date, rules: StatusRules) -> MilestoneStatus:
    if milestone.due is None:
        return MilestoneStatus(milestone, _at_rest(milestone, progress))
    last = last_good_day(milestone, rules)
    if as_of > last:
        return MilestoneStatus(milestone, Status.OVERDUE, (as_of - milestone.due).days)
    left = (milestone.due - as_of).days
    if left < 0:
        return MilestoneStatus(milestone, Status.DUE_SOON, (last - as_of).days)
    if left <= rules.soon_days:
        return MilestoneStatus(milestone, Status.DUE_SOON, left)
    return MilestoneStatus(milestone, _at_rest(milestone, progress), left)


def _at_rest(milestone: Milestone, progress: Progress) -> Status:
    """Return the status while no date presses."""
    if progress is Progress.IN_PROGRESS:
        return Status.IN_PROGRESS
    if milestone.kind is MilestoneKind.EXTERNAL:
        return Status.WAITING
    return Status.UNDATED if milestone.due is None else Status.NOT_DUE


def last_good_day(milestone: Milestone, rules: StatusRules) -> date:
    """Return the last day on which a dated milestone is in time: a summary may come some days after its period."""
    if milestone.due is None:
        raise ValueError("a milestone without a date has no last day")
    grace = rules.summary_days if milestone.kind is MilestoneKind.SUMMARY else 0
    return milestone.due + timedelta(days=min(grace, (date.max - milestone.due).days))


def _done(milestone: Milestone, rules: StatusRules, days_off: DaysOff | None) -> MilestoneStatus:
    record = milestone.record
    if record is None or record.done_on is None or milestone.due is None:
        return MilestoneStatus(milestone, Status.DONE)
    done_on, answer = record.done_on, record.counts_as_late
    if done_on <= last_good_day(milestone, rules):
        return MilestoneStatus(milestone, Status.DONE)
    was_in_time = record.due_seen is not None and done_on <= record.due_seen
    is_doubtful = was_in_time or lateness_is_doubtful(milestone, done_on, days_off)
    if answer is False or (answer is None and is_doubtful):
        return MilestoneStatus(milestone, Status.DONE, asks=answer is None)
    return MilestoneStatus(milestone, Status.DONE_LATE, (done_on - milestone.due).days)


def lateness_is_doubtful(milestone: Milestone, done_on: date, days_off: DaysOff | None = None) -> bool:
    """Tell whether a person must say if a result came late.

    So it is on the very day that 'trước ngày' names, and on the first working day after a due date that is a day off.
    """
    if milestone.due is None or done_on <= milestone.due:
        return False
    if milestone.is_strict and (done_on - milestone.due).days == 1:
        return True
    was_off = days_off is not None and days_off.is_off(milestone.due)
    return was_off and days_off is not None and done_on <= days_off.next_working_day(milestone.due)


def item_status(item_id: int, milestones: Sequence[MilestoneStatus]) -> ItemStatus:
    """Return the status of an item over its milestones, of which there is at least one.

    An item that was dropped as a whole shows so: what was completed before does not complete it.
    """
    leading = min(milestones, key=_pressing)
    if leading.status in COMPLETED:
        leading = next((one for one in milestones if _went_with_item(one)), leading)
    return ItemStatus(item_id, leading, tuple(milestones), Counter(one.status for one in milestones))


def _went_with_item(one: MilestoneStatus) -> bool:
    """Tell whether a milestone was dropped because its whole item was, not for itself."""
    record, item_dropping = one.milestone.record, one.milestone.dropping
    is_own = record is not None and record.progress is Progress.DROPPED
    is_tracked = one.milestone.is_tracked  # of what fell due before that day nobody says that it was not done
    return one.status is Status.DROPPED and item_dropping is not None and is_tracked and not is_own


def _pressing(one: MilestoneStatus) -> tuple[int, date]:
    return RANK[one.status], one.milestone.due or date.max


def screen_words(one: MilestoneStatus) -> str:
    """Return what a screen shows: 'Quá hạn 63 ngày', 'Còn 7 ngày', 'Ngày mai', 'Hôm nay'."""
    if one.status is Status.DUE_SOON and one.days in _NEAREST:
        return _NEAREST[one.days]
    return STATUS_WORDS[one.status][0].format(days=one.days)


def printed_words(one: MilestoneStatus) -> str:
    """Return what a paper prints: never 'Còn n ngày', never 'Chờ cập nhật', never 'trong hạn' without a date."""
    status = one.beneath or one.status
    if status is Status.IN_PROGRESS and one.milestone.due is None:
        return STATUS_WORDS[status][0]
    return STATUS_WORDS[status][1]
