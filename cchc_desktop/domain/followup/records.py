"""What people recorded about an item: results by milestone, updates by reporting period, extensions, urgings.

All of it is keyed by (item, occurrence) or (item, period), never by a due date: a plan whose day moves keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.entities import UNSAVED, new_uid

WHOLE_ITEM = "all"
"""The occurrence of a record that speaks of every milestone: the whole item was dropped."""


class Progress(StrEnum):
    """What a person recorded of one milestone; the status that screens show is computed from it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


PROGRESS_NAMES: Mapping[Progress, str] = {
    Progress.NOT_STARTED: "Chưa thực hiện",
    Progress.IN_PROGRESS: "Đang thực hiện",
    Progress.DONE: "Đã hoàn thành",
    Progress.DROPPED: "Không còn thực hiện",
}


@dataclass(frozen=True, slots=True)
class Dropping:
    """Why a milestone, or the whole item, is carried out no longer; `document` is the paper that says so."""

    reason: str
    on: date | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The result of one milestone of one item.

    `agency_id` None is the office's own, common result, which decides the status; with an agency it is that member's
    answer to an item led by a group. `due_seen` is the due date as it stood when the result was recorded.
    `counts_as_late` is a person's answer where the calendar leaves it open (None: not asked or not answered).
    """

    item_id: int
    occurrence: str
    progress: Progress = Progress.NOT_STARTED
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    agency_id: int | None = None
    started_on: date | None = None
    done_on: date | None = None
    result: str | None = None
    product: str | None = None
    difficulty: str | None = None
    due_seen: date | None = None
    evidence: tuple[int, ...] = ()
    dropping: Dropping | None = None
    counts_as_late: bool | None = None

    @property
    def is_common(self) -> bool:
        """Tell whether this is the officer's common result, not one member's answer."""
        return self.agency_id is None

    def progress_on(self, day: date) -> Progress:
        """Return the progress as of a day: what is dated later had not happened yet, what has no date had."""
        if self.progress is Progress.DONE and _had_come(self.done_on, day):
            return Progress.DONE
        if self.progress is Progress.DROPPED and _had_come(self.dropping.on if self.dropping else None, day):
            return Progress.DROPPED
        if self.progress is Progress.IN_PROGRESS and _had_come(self.started_on, day):
            return Progress.IN_PROGRESS
        was_started = self.progress is not Progress.NOT_STARTED and self.started_on is not None
        return Progress.IN_PROGRESS if was_started and _had_come(self.started_on, day) else Progress.NOT_STARTED


def _had_come(fact: date | None, day: date) -> bool:
    return fact is None or fact <= day


@dataclass(frozen=True, slots=True)
class PeriodUpdate:
    """What one agency said of an item for one reporting period ('2025-Q3'): an update is no completion.

    `agency_id` None is the officer's own update: it answers for every agency.
    """

    item_id: int
    period: str
    words: str
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    agency_id: int | None = None
    given_on: date | None = None
    difficulty: str | None = None
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extension:
    """A later due date (gia hạn) for one milestone and the document that approves it; the plan's words stay."""

    item_id: int
    occurrence: str
    new_due: date
    document: str
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    granted_on: date | None = None


class UrgingMeans(StrEnum):
    """The way by which an office was urged."""

    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"
    MEETING = "meeting"
    OTHER = "other"


URGING_NAMES: Mapping[UrgingMeans, str] = {
    UrgingMeans.PHONE: "Điện thoại",
    UrgingMeans.MESSAGE: "Tin nhắn, Zalo",
    UrgingMeans.LETTER: "Công văn",
    UrgingMeans.MEETING: "Họp, gặp trực tiếp",
    UrgingMeans.OTHER: "Cách khác",
}


@dataclass(frozen=True, slots=True)
class Urging:
    """One urging (đôn đốc) of an item: when, by which means, whom, and what that person promised."""

    item_id: int
    on: date
    means: UrgingMeans
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    occurrence: str | None = None
    agency_id: int | None = None
    person: str | None = None
    promise: str | None = None
    promised_for: date | None = None
